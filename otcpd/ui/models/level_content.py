"""The ladder of levels of a framework from what the CPD file holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from otcpd.actions.pathway.ladder import ladder_facts
from otcpd.domain.assessment import Assessment
from otcpd.domain.dates import long_day
from otcpd.domain.framework import Framework, FrameworkItem
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.ladder import Shown, shown_by
from otcpd.record.record import Record
from otcpd.ui.models.level_rows import LevelContent, LevelRow

NOT_MARKED = "Nothing marked yet"
_HEAD = "Pillar"
_OTHER_HEAD = "Item"


def level_content(record: Record, frameworks: Frameworks, framework: Framework) -> LevelContent:
    """What is marked last in a framework, with the number of activities that count for each of its pillars."""
    newest = record.assessments.latest(str(framework.ref))
    items = [framework.ref.item(item.code) for item in framework.pillars]
    counts = shown_by(items, ladder_facts(record, frameworks))
    return levels_shown(record, framework, newest, counts)


def levels_shown(
    record: Record, framework: Framework, assessment: Assessment | None, counts: Mapping[str, Sequence[Shown]]
) -> LevelContent:
    """What is marked in a self-assessment; `counts` are the activities of each item."""
    rows = tuple(_row(framework, item, assessment, counts) for item in framework.pillars)
    return LevelContent(
        framework.name,
        head_of(framework),
        framework.levels,
        rows,
        marked_words(record, assessment) if framework.levels else "",
        record.read_only,
    )


def head_of(framework: Framework) -> str:
    """What the items at the top of a framework are called: "Pillar"."""
    words = {item.type for item in framework.pillars}
    only = words.pop() if len(words) == 1 else ""
    return only or (_HEAD if framework.levels and not words else _OTHER_HEAD)


def marked_words(record: Record, assessment: Assessment | None) -> str:
    """Who marked when: "Marked by you on 17 September, with Fiona Alder". The year is left out if it is this one's."""
    if assessment is None:
        return NOT_MARKED
    people = {person.id: person.name for person in (*record.people.all(), *record.people.all(binned=True))}
    name = people.get(assessment.person or "", "")
    beside = f", with {name}" if name else ""
    return f"Marked by you on {_day(assessment.day, record.clock.today())}{beside}"


def _day(day: date, today: date) -> str:
    said = long_day(day)
    return said.removesuffix(f" {day.year}") if day.year == today.year else said


def _row(
    framework: Framework, item: FrameworkItem, assessment: Assessment | None, counts: Mapping[str, Sequence[Shown]]
) -> LevelRow:
    key = framework.ref.item(item.code)
    mark = assessment.mark(key) if assessment is not None else None
    now, target = (mark.now, mark.target) if mark is not None else (None, None)
    return LevelRow(key, item.label, now, target, len(counts.get(key, ())))
