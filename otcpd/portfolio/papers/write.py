"""From the content of a document to its file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from otcpd.portfolio.papers.agenda import agenda_layout
from otcpd.portfolio.papers.agreement import agreement_layout
from otcpd.portfolio.papers.assessment import assessment_layout
from otcpd.portfolio.papers.assessment_content import AssessmentPaper
from otcpd.portfolio.papers.content import (
    AgendaPaper,
    AgreementPaper,
    ManagerPaper,
    SessionRecordPaper,
    YearSummaryPaper,
)
from otcpd.portfolio.papers.coverage import coverage_layout
from otcpd.portfolio.papers.coverage_content import CoveragePaper
from otcpd.portfolio.papers.impact import impact_layouts
from otcpd.portfolio.papers.impact_content import ImpactPaper
from otcpd.portfolio.papers.ladder import ladder_layout
from otcpd.portfolio.papers.ladder_content import LadderPaper
from otcpd.portfolio.papers.layout import PaperLayout
from otcpd.portfolio.papers.learning_plan import learning_plan_layout
from otcpd.portfolio.papers.manager import manager_layouts
from otcpd.portfolio.papers.paper import Paper
from otcpd.portfolio.papers.plan_content import PlanPaper
from otcpd.portfolio.papers.reading_content import ReadingPaper
from otcpd.portfolio.papers.reading_list import reading_layout
from otcpd.portfolio.papers.session_record import session_record_layout
from otcpd.portfolio.papers.year_summary import year_summary_layout

_HIGHER_IN_WORD = 115.0
"""Points."""


def layouts_of(content: Paper) -> Sequence[PaperLayout]:
    """The ways to lay a document out, the fullest first; one only, but for what has to fit on one page."""
    match content:
        case ManagerPaper():
            return manager_layouts(content)
        case ImpactPaper():
            return impact_layouts(content)
        case AssessmentPaper():
            return (assessment_layout(content),)
        case ReadingPaper():
            return (reading_layout(content),)
        case LadderPaper():
            return (ladder_layout(content),)
    return (_layout_of(content),)


def _layout_of(
    content: SessionRecordPaper | AgendaPaper | AgreementPaper | YearSummaryPaper | PlanPaper | CoveragePaper,
) -> PaperLayout:
    match content:
        case SessionRecordPaper():
            return session_record_layout(content)
        case AgendaPaper():
            return agenda_layout(content)
        case AgreementPaper():
            return agreement_layout(content)
        case YearSummaryPaper():
            return year_summary_layout(content)
        case PlanPaper():
            return learning_plan_layout(content)
        case CoveragePaper():
            return coverage_layout(content)
    assert_never(content)


def paper_as_pdf(content: Paper) -> bytes:
    """The document as a tagged PDF. The same content gives the same bytes."""
    from otcpd.portfolio.papers.pdf.write import paper_pdf

    return paper_pdf(layouts_of(content))


def paper_as_docx(content: Paper) -> bytes:
    """The document as a Word document, with its charts as tables. The same content gives the same bytes."""
    from otcpd.portfolio.papers.docx.write import paper_docx

    layouts = layouts_of(content)
    return paper_docx(_for_word(layouts) if isinstance(content, ImpactPaper) else layouts[0])


def _for_word(layouts: Sequence[PaperLayout]) -> PaperLayout:
    """What fits on a page in Word too, where a table and what stands in a list are higher."""
    from otcpd.portfolio.papers.pdf.write import fitting

    return fitting(layouts, _HIGHER_IN_WORD)
