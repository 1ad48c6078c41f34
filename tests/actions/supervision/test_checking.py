"""R11 over a file, and what Home tells of it."""

from __future__ import annotations

from datetime import date

from otcpd.actions.checking import check
from otcpd.actions.next_steps import overview
from otcpd.actions.supervision.checking import check_supervision_now, sessions_to_record
from otcpd.actions.supervision.sessions import hold_session, plan_session
from otcpd.domain.supervision_schedule import last_led_by_ot, schedule
from otcpd.record.record import Record


def messages(record: Record) -> list[str]:
    return [one.message for one in check(record).findings if one.rule == "R11"]


def test_late_is_told_and_cleared_by_a_session(record: Record, agreement: str) -> None:
    assert messages(record) == [
        "Professional supervision with Fiona Alder is 278 days late",
        "No session led by an OT for 45 weeks",
    ]
    assert "Plan a session" in [step.button for step in overview(record).steps]
    session = plan_session(record, date(2026, 11, 20), agreement=agreement).created[0]
    assert [one.session for one in sessions_to_record(record)] == [session]
    hold_session(record, session)
    assert messages(record) == []
    assert sessions_to_record(record) == ()
    assert not [step for step in overview(record).steps if step.page == "supervision"]


def test_at_a_glance_is_what_a_long_look_gives(record: Record, agreement: str) -> None:
    for day in (date(2026, 8, 3), date(2026, 9, 14), date(2026, 12, 1)):
        session = plan_session(record, day, agreement=agreement).created[0]
        if day < record.clock.today():
            hold_session(record, session)
    now, rows, today = check_supervision_now(record), record.sessions.rows(), record.clock.today()
    assert now.last_ot == last_led_by_ot(rows, today) == date(2026, 9, 14)
    (finding,) = now.findings
    assert f"{schedule(record.agreements.get(agreement), rows, today).days_late} days" in finding.message


def test_a_file_without_agreements_asks_for_nothing(record: Record) -> None:
    plan_session(record, date(2026, 11, 26))
    assert check_supervision_now(record).findings == ()
