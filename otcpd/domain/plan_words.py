"""What is said of a learning plan, in sentences: on its page and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.domain.durations import format_duration
from otcpd.domain.learning_plan import LearningState, PlannedLearning
from otcpd.domain.money import pounds
from otcpd.domain.plan_standing import LearningSums, Sum
from otcpd.domain.words import joined

_NO_BREAK = "\u00a0"

STATES = {
    LearningState.WANTED: "Wanted",
    LearningState.ASKED: "Asked for",
    LearningState.AGREED: "Agreed",
    LearningState.REFUSED: "Refused",
    LearningState.DONE: "Done",
}
"""What people call the states of planned learning."""


def figures(minutes: int | None, pence: int | None) -> str:
    """ "7 h, £120"; what nobody said is left out, and so is nothing at all."""
    parts = [format_duration(minutes).replace(" ", _NO_BREAK) if minutes else "", pounds(pence) if pence else ""]
    return ", ".join(filter(None, parts))


def sum_words(found: Sum) -> str:
    """ "4 (21 h, £420)", "1"."""
    told = figures(found.minutes, found.pence)
    return f"{found.count:,} ({told})" if told else f"{found.count:,}"


def sums_sentence(found: LearningSums) -> str:
    """ "Asked for: 4 (26 h, £420). Agreed: 2 (5 h). Refused: 1 (14 h, £300). No answer yet: 1 (7 h, £120)."

    Empty while nobody was asked for anything.
    """
    if not found.asked.count:
        return ""
    parts = (
        ("Asked for", found.asked),
        ("Agreed", found.agreed),
        ("Refused", found.refused),
        ("No answer yet", found.waiting),
    )
    return " ".join(f"{label}: {sum_words(one)}." for label, one in parts if one.count)


def outcome(one: PlannedLearning, day: str) -> str:
    """ "Refused by Morag Larch on 9 November 2026: no budget this year"; `day` is that of the answer, in words."""
    state = STATES[one.state]
    if one.state in (LearningState.AGREED, LearningState.REFUSED):
        by = f" by {one.decided_by}" if one.decided_by else ""
        state = f"{state}{by}{f' on {day}' if day else ''}"
    return f"{state}: {one.reason}" if one.reason.strip() else state


def changed_sentence(parts: Sequence[str], day: str) -> str:
    """ "Changed since it was agreed on 9 November 2026: the goals and protected time."; empty for nothing."""
    return f"Changed since it was agreed on {day}: {joined([str(one) for one in parts])}." if parts else ""
