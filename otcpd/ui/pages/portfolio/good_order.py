"""The other side of profile checks: what is in good order, and by which numbers."""

from __future__ import annotations

from otcpd.domain.readiness import Level, Readiness
from otcpd.domain.readiness_rules import ReadinessRules
from otcpd.domain.words import counted, in_words
from otcpd.portfolio.content import ProfileContent, WrittenPart


def in_good_order(content: ProfileContent, readiness: Readiness, rules: ReadinessRules) -> tuple[str, ...]:
    """One line for each rule that found nothing. A text that is empty is neither a finding nor in order."""
    found = {
        finding.rule for finding in readiness.findings if finding.level is not Level.NOTICE or finding.rule != "R1"
    }
    lines = [
        _length(content, rules) if "R3" not in found else "",
        _mixture(content, rules) if "R2" not in found else "",
        _gaps(content, rules) if "R1" not in found else "",
        _chosen(content) if "R8" not in found else "",
        _words("Summary", content.summary, rules),
        _words("Statement", content.statement, rules),
    ]
    return tuple(line for line in lines if line)


def _length(content: ProfileContent, rules: ReadinessRules) -> str:
    return f"{len(content.activities):,} activities, within {rules.list_min} to {rules.list_max}"


def _mixture(content: ProfileContent, rules: ReadinessRules) -> str:
    kinds = {row.mark for row in content.activities if row.mark}
    return f"{counted(len(kinds), 'type').capitalize()}, at least {in_words(rules.min_categories)} needed"


def _gaps(content: ProfileContent, rules: ReadinessRules) -> str:
    if not content.activities:
        return ""
    if content.gaps:
        number = len(content.gaps)
        return "The gap has its reason" if number == 1 else f"All {in_words(number)} gaps have their reasons"
    return f"No gap of {counted(rules.gap_months, 'month')}"


def _chosen(content: ProfileContent) -> str:
    number = len(content.statement_activities)
    return f"{counted(number, 'activity', 'activities').capitalize()} in your statement" if number else ""


def _words(name: str, part: WrittenPart, rules: ReadinessRules) -> str:
    if not part.words or part.words * 100 >= part.limit * rules.warn_percent:
        return ""
    return f"{name}, {part.words:,} of {part.limit:,} words"
