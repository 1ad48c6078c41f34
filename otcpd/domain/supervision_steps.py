"""Next steps about supervision: sessions to record, sessions late, agreements past their review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otcpd.domain.countdown import from_day
from otcpd.domain.next_steps import NextStep, Tone, Urgency
from otcpd.domain.readiness import Cause, Finding
from otcpd.domain.words import counted

_URGENCY = {
    Cause.SUPERVISION_LATE: Urgency.SUPERVISION,
    Cause.REVIEW_PAST: Urgency.REVIEW,
    Cause.NO_OT: Urgency.NO_OT,
}


@dataclass(frozen=True, slots=True)
class ToRecord:
    """A session whose day is past, and of which nobody said what became of it."""

    session: str
    called: str
    day: date


def supervision_steps(findings: Sequence[Finding], to_record: Sequence[ToRecord], today: date) -> list[NextStep]:
    """What is worth doing, from what the checks of supervision found."""
    steps = [_from_finding(finding) for finding in findings if finding.cause in _URGENCY]
    return steps + _to_record(to_record, today)


def _from_finding(finding: Finding) -> NextStep:
    late = finding.cause is Cause.SUPERVISION_LATE
    return NextStep(
        finding.message,
        finding.why,
        finding.fix,
        _URGENCY[finding.cause],
        page="supervision",
        thing=finding.items[0] if finding.items else "",
        icon="supervision",
        tone=Tone.WARN if late else Tone.PLAIN,
    )


def _to_record(waiting: Sequence[ToRecord], today: date) -> list[NextStep]:
    if not waiting:
        return []
    newest = waiting[-1]
    when = from_day(today, newest.day).removeprefix("from ")
    count = len(waiting)
    title = f"Record {counted(count, 'session')}" if count > 1 else f"Record: {newest.called}"
    rest = f" {newest.called}, {when}, is the latest." if count > 1 else ""
    why = f"It was planned for {when}." if count == 1 else f"Their days are past.{rest}"
    return [
        NextStep(
            title,
            f"{why} Say whether it took place, and what you agreed.",
            "Record it" if count == 1 else "Record them",
            Urgency.TO_RECORD,
            page="supervision",
            thing=newest.session,
            icon="supervision",
            tone=Tone.ACCENT,
            due=newest.day,
        )
    ]
