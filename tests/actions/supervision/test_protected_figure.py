"""R12: protected time that was had of what was agreed is a figure, and never a finding."""

from __future__ import annotations

from datetime import date

from otcpd.actions.checking import check
from otcpd.actions.next_steps import overview
from otcpd.actions.supervision.protected import Agreed, add_entitlement, lost_it, plan_time, took_it
from otcpd.domain.protected_time import Per
from otcpd.record.record import Record


def test_less_than_agreed_is_told_and_changes_no_verdict(record: Record) -> None:
    before = check(record)
    assert before.figures == ()
    steps = overview(record).steps
    add_entitlement(record, Agreed(210, Per.MONTH, date(2026, 4, 1)))
    lost_it(record, plan_time(record, date(2026, 10, 9), 210).new_id, "duty_cover")
    found = check(record)
    assert found.figures == ("Protected time: none taken of 21 h agreed in six months.",)
    assert (found.findings, found.ready) == (before.findings, before.ready)
    assert overview(record).steps == steps, "nobody is told to do something about it"


def test_it_is_that_of_home_whatever_the_profile_covers(record: Record) -> None:
    add_entitlement(record, Agreed(210, Per.MONTH, date(2026, 4, 1)))
    took_it(record, plan_time(record, date(2026, 11, 6), 210).new_id)
    said = ("Protected time: 3 h 30 taken of 21 h agreed in six months.",)
    assert check(record).figures == check(record, date(2025, 1, 1), date(2025, 2, 1)).figures == said
    assert overview(record).protected.taken == 210
