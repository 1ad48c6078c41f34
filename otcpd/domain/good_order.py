"""The other side of profile checks: what is in good order, and by which numbers."""

from __future__ import annotations

from dataclasses import dataclass

from otcpd.domain.readiness import Level, Readiness
from otcpd.domain.readiness_rules import ReadinessRules
from otcpd.domain.words import counted, in_words


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a profile: activities listed, categories among them, gaps, activities of the statement, and the
    words of its two texts as far as they may leave."""

    listed: int
    categories: int
    gaps: int
    chosen: int
    summary_words: int
    statement_words: int


def in_good_order(figures: Figures, readiness: Readiness, rules: ReadinessRules) -> tuple[str, ...]:
    """One line for each rule that found nothing. A text that is empty is neither a finding nor in order."""
    found = {
        finding.rule for finding in readiness.findings if finding.level is not Level.NOTICE or finding.rule != "R1"
    }
    lines = [
        _length(figures, rules) if "R3" not in found else "",
        _mixture(figures, rules) if "R2" not in found else "",
        _gaps(figures, rules) if "R1" not in found else "",
        _chosen(figures) if "R8" not in found else "",
        _words("Summary", figures.summary_words, rules.summary_words, rules),
        _words("Statement", figures.statement_words, rules.statement_words, rules),
    ]
    return tuple(line for line in lines if line)


def _length(figures: Figures, rules: ReadinessRules) -> str:
    return f"{figures.listed:,} activities, within {rules.list_min} to {rules.list_max}"


def _mixture(figures: Figures, rules: ReadinessRules) -> str:
    found = counted(figures.categories, "category", "categories").capitalize()
    return f"{found}, at least {in_words(rules.min_categories)} needed"


def _gaps(figures: Figures, rules: ReadinessRules) -> str:
    if not figures.listed:
        return ""
    if figures.gaps:
        return (
            "The gap has its reason" if figures.gaps == 1 else f"All {in_words(figures.gaps)} gaps have their reasons"
        )
    return f"No gap of {counted(rules.gap_months, 'month')}"


def _chosen(figures: Figures) -> str:
    number = figures.chosen
    return f"{counted(number, 'activity', 'activities').capitalize()} in your statement" if number else ""


def _words(name: str, words: int, limit: int, rules: ReadinessRules) -> str:
    if not words or words * 100 >= limit * rules.warn_percent:
        return ""
    return f"{name}, {words:,} of {limit:,} words"
