"""The documents of supervision: collecting what they say, writing them, and using one as evidence.

Content is collected where the file is open, in milliseconds; `paper_task` is the job that draws it in the worker
process, so that the window is never held.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from otcpd.actions.evidence import Attached, AttachedSeveral, CameIn, attach_several, begin_intake
from otcpd.actions.supervision.agreement_paper import agreement_content
from otcpd.actions.supervision.manager_paper import manager_content
from otcpd.actions.supervision.session_papers import agenda_content, anonymised_content, session_record_content
from otcpd.actions.supervision.sessions import make_activity
from otcpd.actions.supervision.year_paper import year_summary_content
from otcpd.background import ReportProgress, Task, task
from otcpd.disk import whole_file
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.file_names import safe_name
from otcpd.domain.supervision import SessionState
from otcpd.exchange.evidence_text import EvidenceText, read_evidence
from otcpd.portfolio.papers.anonymising import Keep
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
from otcpd.portfolio.papers.paper import Paper
from otcpd.portfolio.papers.plan_content import PlanPaper
from otcpd.portfolio.papers.reading_content import ReadingPaper
from otcpd.record.record import Record

__all__ = [
    "PAPER_KINDS",
    "agenda_content",
    "agreement_content",
    "anonymised_content",
    "attach_paper",
    "draw_paper",
    "evidence_name",
    "evidence_task",
    "manager_content",
    "paper_name",
    "paper_task",
    "session_record_content",
    "use_as_evidence",
    "write_paper",
    "year_summary_content",
]

PAPER_KINDS = (".pdf", ".docx")
"""The endings of files that a document can be written to."""


def paper_name(content: Paper, suffix: str = ".pdf") -> str:
    """What a file of a document is called unless the person says otherwise: "Supervision record 2026-11-05.pdf"."""
    match content:
        case SessionRecordPaper():
            name = f"Supervision record {content.meeting.day}{', anonymised' if content.anonymised else ''}"
        case AgendaPaper():
            name = f"Agenda for supervision {content.meeting.day}"
        case AgreementPaper():
            name = f"Supervision agreement, {content.title}, version {content.version}"
        case YearSummaryPaper():
            name = f"Supervision {content.start} to {content.end}"
        case ManagerPaper():
            name = f"Protected time {content.start} to {content.end}"
        case _:
            name = _name_of_pathway(content)
    return f"{safe_name(name)}{suffix}"


def _name_of_pathway(
    content: CoveragePaper | ImpactPaper | AssessmentPaper | PlanPaper | ReadingPaper | LadderPaper,
) -> str:
    match content:
        case CoveragePaper():
            return f"Coverage of {content.framework}, {content.period.start} to {content.period.end}"
        case ImpactPaper():
            return f"Value of OT {content.roll.period.start} to {content.roll.period.end}"
        case AssessmentPaper():
            return f"Self-assessment {content.day}"
        case PlanPaper():
            return content.title or f"Learning plan {content.start} to {content.end}"
        case ReadingPaper():
            return f"Reference list {content.prepared}"
        case LadderPaper():
            return f"{content.role or 'Next role'}, what it asks {content.prepared}"


def paper_task(content: Paper, out: Path) -> Task:
    """The job that writes a document to `out`; its value is that path. See `write_paper`."""
    return task(draw_paper, content, out)


def draw_paper(content: Paper, out: Path, progress: ReportProgress) -> Path:
    """What `paper_task` does in the worker process."""
    progress(0, 1, "Drawing the document")
    write_paper(content, out)
    progress(1, 1, "Drawing the document")
    return out


def write_paper(content: Paper, out: Path) -> None:
    """Writes a document as PDF or as Word document, by the ending of `out`.

    Raises NotAcceptable for another ending; DiskFull, ReadOnly or MachineSaidNo, and then whatever stood at `out` is as
    it was.
    """
    from otcpd.portfolio.papers.write import paper_as_docx, paper_as_pdf

    kind = out.suffix.lower()
    if kind not in PAPER_KINDS:
        raise NotAcceptable(
            f"‘{out.name}’ is neither a PDF nor a Word document.",
            "Nothing was written.",
            "End its name with .pdf or .docx.",
        )
    data = paper_as_pdf(content) if kind == ".pdf" else paper_as_docx(content)
    with whole_file(out) as file:
        file.write(data)


def evidence_name(content: SessionRecordPaper) -> str:
    """The caption of an anonymised record among the evidence."""
    return f"Supervision record, anonymised, {long_day(content.meeting.day)}"


def evidence_task(content: SessionRecordPaper, out: Path) -> Task:
    """The job that draws an anonymised record to a private place and reads it; its value is an `EvidenceText`."""
    return task(_draw_and_read, content, out)


def _draw_and_read(content: SessionRecordPaper, out: Path, progress: ReportProgress) -> EvidenceText:
    draw_paper(content, out, progress)
    return read_evidence(out)


def attach_paper(
    record: Record,
    session: str,
    content: SessionRecordPaper,
    path: Path,
    found: EvidenceText,
    activity: str | None = None,
) -> Attached:
    """Makes the drawn record at `path` evidence of `activity`, or of the one made of the session: that is made if there
    is none. One step to undo.

    Its layer is that of all evidence, for the regulator. Raises NotAcceptable for a record that is not anonymised, and
    for a session without an activity that was not held.
    """
    if not content.anonymised:
        raise NotAcceptable("This document names people.", "Nothing was added.", "Use its anonymised version.")
    there = _activity_there(record, session, activity)
    intake = begin_intake(record, path)
    try:
        while intake.step():
            pass
    except BaseException:
        intake.cancel()
        raise
    file = CameIn(path.name, intake.finish(), found, evidence_name(content))
    made: Changes | None = None if there else make_activity(record, session)
    target = there if made is None else made.created[0]
    done: AttachedSeveral = attach_several(record, target, [file], joins=made.step if made is not None else None)
    (added,) = done.each
    return added if made is None else replace(added, changes=made.and_then(added.changes))


def use_as_evidence(
    record: Record, session: str, folder: Path, activity: str | None = None, keep: Keep | None = None
) -> Attached:
    """Draws the anonymised record of a session into a private `folder` and makes it evidence, all in one go.

    For the command line and for tests; the window does the drawing by `evidence_task`. Raises what `attach_paper`
    raises.
    """
    content = anonymised_content(record, session, keep)
    path = folder / paper_name(content)
    write_paper(content, path)
    return attach_paper(record, session, content, path, read_evidence(path), activity)


def _activity_there(record: Record, session: str, activity: str | None) -> str:
    """The activity that is to have the evidence; empty if it is still to be made of the session.

    Raises NotAcceptable if it cannot be made.
    """
    if activity is not None:
        return record.activities.get(activity).id
    current = record.sessions.get(session)
    if current.made is not None and record.activities.get(current.made).deleted is None:
        return current.made
    if current.state is not SessionState.HELD:
        raise NotAcceptable("This session was not held.", "Nothing was added.", "Record it first.")
    return ""
