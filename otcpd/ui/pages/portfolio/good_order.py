"""What of the profile on show is in good order."""

from __future__ import annotations

from otcpd.domain import good_order
from otcpd.domain.readiness import Readiness
from otcpd.domain.readiness_rules import ReadinessRules
from otcpd.portfolio.content import ProfileContent


def in_good_order(content: ProfileContent, readiness: Readiness, rules: ReadinessRules) -> tuple[str, ...]:
    """One line for each rule that found nothing."""
    figures = good_order.Figures(
        listed=len(content.activities),
        categories=len({row.mark for row in content.activities if row.mark}),
        gaps=len(content.gaps),
        chosen=len(content.statement_activities),
        summary_words=content.summary.words,
        statement_words=content.statement.words,
    )
    return good_order.in_good_order(figures, readiness, rules)
