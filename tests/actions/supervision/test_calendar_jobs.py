"""Calendars in the worker process, beside the window that has the file open."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from otcpd.actions.in_worker import for_worker
from otcpd.actions.supervision.calendar_export import CalendarExport
from otcpd.actions.supervision.calendar_jobs import export_calendar_job, invitations_job
from otcpd.actions.supervision.invitations import InvitationPlan, News
from otcpd.actions.supervision.invitations_taking import take_invitations
from otcpd.actions.supervision.sessions import plan_session
from otcpd.background import Worker, task
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.exchange.calendars import calendar, event


def test_out_and_in_beside_the_window(record: Record, agreement: str, around: Surroundings, tmp_path: Path) -> None:
    session = plan_session(record, date(2026, 11, 26), agreement=agreement, start=time(10)).created[0]
    out, source, folder = tmp_path / "out.ics", tmp_path / "in.ics", tmp_path / "place"
    folder.mkdir()
    source.write_bytes(calendar(event("DTSTART:20261203T100000", "RRULE:FREQ=WEEKLY;COUNT=2")).encode())
    given = for_worker(around)
    with Worker() as worker:
        exported = worker.run(task(export_calendar_job, record.path, out, None, None, True, folder, given))
        plan = worker.run(task(invitations_job, record.path, source, given))
    assert exported == CalendarExport(out, 1, 0)
    assert isinstance(plan, InvitationPlan)
    assert f"UID:{session}@otcpd" in out.read_text(encoding="utf-8")
    assert [one.news for one in plan.proposals] == [News.NEW] * 2
    take_invitations(record, plan)
    assert len(record.sessions.all()) == 3
