"""Any document that leaves on paper. Whoever makes one of them alone imports its own content, and not all of them."""

from __future__ import annotations

from otcpd.portfolio.papers.assessment_content import AssessmentPaper
from otcpd.portfolio.papers.content import (
    AgendaPaper,
    AgreementPaper,
    ManagerPaper,
    SessionRecordPaper,
    YearSummaryPaper,
)
from otcpd.portfolio.papers.coverage_content import CoveragePaper
from otcpd.portfolio.papers.impact_content import ImpactPaper
from otcpd.portfolio.papers.ladder_content import LadderPaper
from otcpd.portfolio.papers.plan_content import PlanPaper
from otcpd.portfolio.papers.reading_content import ReadingPaper

Paper = (
    SessionRecordPaper
    | AgendaPaper
    | AgreementPaper
    | YearSummaryPaper
    | ManagerPaper
    | ImpactPaper
    | PlanPaper
    | CoveragePaper
    | AssessmentPaper
    | ReadingPaper
    | LadderPaper
)
