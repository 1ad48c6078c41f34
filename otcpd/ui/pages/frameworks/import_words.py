"""What the dialog that takes a framework in says."""

from __future__ import annotations

from otcpd.actions.pathway.framework_import import taken_words, way_words
from otcpd.domain.framework_plan import FrameworkPlan
from otcpd.domain.words import tally

ALL_WELL = "All of it was as it should be."


def file_says(plan: FrameworkPlan) -> str:
    """What the file is and what it would do."""
    return f"Read as {plan.format}. {way_words(plan)}"


def would_take(plan: FrameworkPlan) -> str:
    """What would come in, as a sentence."""
    taken = taken_words(plan)
    return f"This will come in: {', '.join(taken)}." if taken else ""


def faults_in_words(plan: FrameworkPlan) -> str:
    """How much was not as it should be."""
    if not plan.faults:
        return ALL_WELL
    return f"Not as it should be in {tally(len(plan.faults), 'place')}:"
