"""Coverage of a real file: links of its own, by goals and to other editions; and its document."""

from __future__ import annotations

from datetime import date

from otcpd.actions.activities import new_activity, set_standards
from otcpd.actions.pathway.coverage import coverage_content, read_coverage
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.domain.coverage import Coverage
from otcpd.domain.period import Period
from otcpd.record.record import Record
from tests.record.pathway_rows import add_pathway

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def read(record: Record) -> Coverage:
    frameworks = all_frameworks(record)
    senior = frameworks.edition("senior@1")
    assert senior is not None
    return read_coverage(record, frameworks, senior, YEAR)


def test_links_goals_and_what_says_the_same_count(record: Record, activity: str) -> None:
    add_pathway(record, activity)
    shown = {line.item.code: line.count for line in read(record).lines}
    assert shown == {"lead": 1, "teach": 0}, "by the goal"
    linked = new_activity(record, title="Leads elsewhere", date=date(2026, 3, 1), minutes=30).new_id
    set_standards(record, linked, ["rcot_career@2022:leadership"])
    before = new_activity(record, title="Before", date=date(2025, 3, 1)).new_id
    set_standards(record, before, ["senior@1:teach"])
    found = read(record)
    lead = found.lines[0]
    assert [one.title for one in found.entries(lead.mask)] == ["Leads elsewhere", "Journal club"]
    assert (lead.count, found.lines[1].count, found.nowhere) == (2, 0, 0)
    with record.step("Delete") as step:
        step.remove("activity", linked)
        step.remove("goal", record.goals.all()[0].id)
    found = read(record)
    assert ([line.count for line in found.lines], found.nowhere.bit_count()) == ([0, 0], 1)


def test_the_document_has_figures_and_no_titles(record: Record, activity: str) -> None:
    add_pathway(record, activity)
    content = coverage_content(record, read(record))
    assert [(line.label, line.total, line.last) for line in content.lines] == [
        ("Lead", 1, date(2026, 11, 3)),
        ("Teach", 0, None),
    ]
    assert (content.covered, content.total, sum(content.sums), content.nowhere) == (1, 1, 1, 0)
    assert len(content.heads) == 12
    assert "Journal club" not in repr(content)
