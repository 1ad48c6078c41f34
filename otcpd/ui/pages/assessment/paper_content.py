"""A self-assessment as it leaves: levels, reasons that others may read, and what shows them; never notes to oneself."""

from __future__ import annotations

from otcpd.domain.assessment import Mark
from otcpd.domain.assessment_change import changes_said
from otcpd.domain.dates import long_day
from otcpd.domain.layers import Layer, may_leave
from otcpd.portfolio.papers.assessment_content import AssessmentLine, AssessmentPaper
from otcpd.record.ladder_rows import titles_kept_private
from otcpd.record.record import Record
from otcpd.ui import words as common
from otcpd.ui.pages.assessment.state import AssessmentState, head_of


def paper_content(record: Record, state: AssessmentState, *, reasons: bool = True) -> AssessmentPaper:
    """The self-assessment that is open, beside the earlier one if there is one; without the reasons and what shows
    them if they are not wanted."""
    current, framework = state.current, state.framework
    assert current is not None
    assert framework is not None
    owner = record.people.owner()
    changes = state.changes()
    said = {one.item: one.said for one in changes}
    private = titles_kept_private(record.reader)
    marks = current.marks.values() if reasons else ()
    linked = [activity for mark in marks for activity in mark.activities if activity not in private]
    titles = {
        row.id: f"{row.title or common.NO_TITLE}, {long_day(row.date)}"
        for row in (record.activities.some_rows(list(dict.fromkeys(linked))) if linked else [])
    }
    lines = [
        _line(item.label, state.mark(key), said.get(key, ""), titles, reasons=reasons)
        for key, item in state.items.items()
    ]
    wheel = state.wheel()
    return AssessmentPaper(
        name=owner.name,
        registration=owner.registration,
        framework=framework.name,
        head=head_of(framework),
        day=current.day,
        prepared=record.clock.today(),
        lines=tuple(lines),
        wheel=wheel if wheel.spokes and wheel.levels else None,
        companion=state.names.get(current.person or "", ""),
        earlier=state.earlier.day if state.earlier is not None else None,
        since=changes_said(changes) if changes else "",
    )


def _line(name: str, mark: Mark, change: str, titles: dict[str, str], *, reasons: bool) -> AssessmentLine:
    reason = mark.reason if reasons and may_leave(mark.layer, Layer.SUPERVISION) else ""
    shown = tuple(titles[one] for one in mark.activities if one in titles)
    return AssessmentLine(name, mark.now, mark.target, reason, shown, change)
