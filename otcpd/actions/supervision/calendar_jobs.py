"""The jobs for the worker process that have to do with calendars: long ones freeze no window there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from otcpd.actions.in_worker import WorkerSurroundings, reading, reading_a_copy, told_as
from otcpd.actions.supervision.calendar_export import CalendarExport, export_calendar
from otcpd.actions.supervision.invitations import InvitationPlan, plan_invitations
from otcpd.background import Limits, ReportProgress

INVITATION_LIMITS = Limits(seconds=120.0, memory=2_000_000_000)
"""What looking at a calendar may take: it may be a stranger's, made to deceive."""


def export_calendar_job(
    path: Path,
    out: Path,
    start: date | None,
    end: date | None,
    names: bool,
    folder: Path,
    around: WorkerSurroundings,
    progress: ReportProgress,
) -> CalendarExport:
    """`export_calendar` from the file at `path`, which the window may have open; a copy is made in `folder`."""
    with reading_a_copy(path, folder, around, told_as(progress, "Reading the file")) as record:
        progress(0, 0, "Writing your sessions")
        return export_calendar(record, out, start=start, end=end, names=names)


def invitations_job(path: Path, source: Path, around: WorkerSurroundings, progress: ReportProgress) -> InvitationPlan:
    """`plan_invitations` for the file at `path`, which the window may have open, from the calendar file `source`.

    What is chosen of it is then taken with `take_invitations`, which is quick.
    """
    progress(0, 0, "Reading the calendar")
    with reading(path, around) as record:
        return plan_invitations(record, source)
