"""What leaves with the page for a manager, and what never does: in plain lines."""

from __future__ import annotations

from typing import NamedTuple

from otcpd.domain.durations import format_duration
from otcpd.domain.words import counted, joined
from otcpd.portfolio.papers.content import ManagerPaper


class Leaves(NamedTuple):
    """One line. `stays` says that it does not leave."""

    text: str
    stays: bool = False


def what_leaves(content: ManagerPaper) -> tuple[Leaves, ...]:
    """Every kind of thing on the page, in its order."""
    who = [
        part
        for part, value in (("name", content.name), ("post", content.post), ("employer", content.employer))
        if value
    ]
    sums = [
        f"{format_duration(sum(minutes))} {word}"
        for word, minutes in (
            ("agreed", [one.entitled for one in content.months]),
            ("planned", [one.planned for one in content.months]),
            ("taken", [one.taken for one in content.months]),
            ("lost", [one.lost for one in content.months]),
        )
        if sum(minutes)
    ]
    lines = (
        f"Your {joined(who)}" if who else "",
        f"For {content.manager}" if content.manager else "",
        f"Protected time by month: {joined(sums)}" if sums else "No protected time in these months",
        f"Why time was lost: {joined([_lower(reason) for reason, _ in content.lost_by_reason])}"
        if content.lost_by_reason
        else "",
        "What it was used for, in hours" if content.uses else "",
        "Sessions of supervision: how many were agreed, held and missed" if content.supervision else "",
        f"{counted(len(content.workload), 'note').capitalize()} of your workload" if content.workload else "",
        "Learning you asked for: how much was agreed and refused" if content.learning else "",
        _refused(content),
        "What would help, as you wrote it" if content.would_help else "",
    )
    return (
        *(Leaves(line) for line in lines if line),
        Leaves("Your notes and reflections", stays=True),
        Leaves("What was said in supervision", stays=True),
    )


def _refused(content: ManagerPaper) -> str:
    if not content.refused:
        return ""
    count = len(content.refused)
    return f"{counted(count, 'refusal').capitalize()}: what you asked for, who refused it, and why"


def _lower(reason: str) -> str:
    return f"{reason[:1].lower()}{reason[1:]}"
