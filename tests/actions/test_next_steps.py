"""What Home reads of a file: the same figures as the log and the portfolio have, for far less."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from otcpd.actions.activities import delete_activity, edit_activity, new_activity
from otcpd.actions.checking import check
from otcpd.actions.cycle_dates import CycleDate, set_cycle_date
from otcpd.actions.gaps import give_reason
from otcpd.actions.next_steps import note_renewed, overview
from otcpd.actions.portfolio import edit_portfolio, set_period, use_in_statement
from otcpd.actions.profile import profile_content
from otcpd.actions.undoing import undo
from otcpd.domain.activity import REFLECTED_FIELDS, Category, Status
from otcpd.domain.next_steps import BackupFacts
from otcpd.record import glance
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import attach, new_record


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def record(tmp_path: Path, clock: FixedClock) -> Iterator[Record]:
    made = new_record(tmp_path / "my.otcpd", clock)
    yield made
    made.close()


def fill(record: Record) -> list[str]:
    """Twelve activities of every category, with a gap in the spring of 2026."""
    days = [date(2025, 11, 6) + timedelta(days=20 * place) for place in range(6)]
    days += [date(2026, 6, 22) + timedelta(days=25 * place) for place in range(6)]
    kinds = [*Category, None]
    return [
        new_activity(record, date=day, title=f"Learning {place}", category=kinds[place % 6], minutes=30 * place).new_id
        for place, day in enumerate(days)
    ]


def titles(record: Record) -> list[str]:
    return [step.title for step in overview(record).steps]


def test_a_new_file_has_no_activity_and_no_gap(record: Record) -> None:
    found = overview(record)
    assert (found.first_day, found.days, found.gaps, found.unfinished) == (None, (), (), None)
    assert found.cycle.start == date(2025, 11, 1)
    assert (found.protected.taken, found.protected.entitled) == (0, 0)


def test_the_figures_are_those_of_the_portfolio(record: Record) -> None:
    ids = fill(record)
    new_activity(record, date=date(2024, 1, 5), title="Long ago", category=Category.OTHER)
    for one in ids[:3]:
        use_in_statement(record, one, True)
    found, content = overview(record), profile_content(record)
    assert found.readiness == check(record)
    assert [(one.category or "", one.activities, one.minutes) for one in found.mixture] == [
        (total.mark, total.activities, total.minutes) for total in content.totals
    ]
    assert [gap.start for gap in found.gaps] == [row.start for row in content.gaps]
    assert len(found.days) == 12
    assert any("in your statement" in line for line in found.in_order)


def test_what_is_chosen_outside_the_period_is_found(record: Record) -> None:
    ids = fill(record)
    old = new_activity(record, date=date(2023, 1, 5), title="Long ago", category=Category.OTHER).new_id
    for one in (old, ids[0]):
        use_in_statement(record, one, True)
    assert overview(record).readiness == check(record)
    assert "‘Long ago’ is outside your period" in titles(record)
    set_period(record, record.portfolios.current().id, date(2022, 12, 1), date(2023, 2, 1))
    assert overview(record).readiness == check(record)


def test_a_reason_takes_the_step_away(record: Record) -> None:
    fill(record)
    (gap,) = overview(record).gaps
    assert titles(record)[0].startswith("Give a reason for the gap")
    give_reason(record, gap.start, gap.end, "illness")
    assert not any("gap" in title for title in titles(record))
    assert overview(record).gaps[0].explained


def test_evidence_texts_and_renewal_are_asked_for_in_their_time(
    record: Record, clock: FixedClock, tmp_path: Path
) -> None:
    ids = fill(record)
    use_in_statement(record, ids[0], True)
    assert "Add evidence for one activity of your statement" in titles(record)
    paper = tmp_path / "notes.txt"
    paper.write_text("Notes", encoding="utf-8")
    attach(record, ids[0], paper)
    assert not any("evidence" in title for title in titles(record))
    clock.advance(days=(date(2027, 8, 2) - clock.today()).days)
    portfolio = record.portfolios.current().id
    assert {"Begin your summary", "Begin your statement"} <= set(titles(record))
    edit_portfolio(record, portfolio, "summary", "I work with adults at home.")
    assert "Begin your summary" not in titles(record)
    assert any(title.startswith("Renew your registration") for title in titles(record))
    note_renewed(record, overview(record).today)
    assert overview(record).renewed
    assert not any(title.startswith(("Renew", "Begin")) for title in titles(record))
    undo(record)
    assert not overview(record).renewed


def test_who_has_renewed_has_done_so_when_the_dates_of_the_cycle_change(record: Record, clock: FixedClock) -> None:
    clock.advance(days=(date(2027, 8, 2) - clock.today()).days)
    note_renewed(record, overview(record).today)
    set_cycle_date(record, date(2025, 11, 1), CycleDate.END, date(2027, 11, 30))
    assert overview(record).renewed
    clock.advance(days=(date(2027, 11, 15) - clock.today()).days)
    assert overview(record).renewed, "HCPC's next cycle has begun, but not hers"
    clock.advance(days=30)
    assert not overview(record).renewed, "the next cycle has a window of its own"


def test_protected_time_is_that_of_six_months(record: Record) -> None:
    for day, minutes in ((date(2026, 5, 31), 600), (date(2026, 6, 1), 30), (date(2026, 11, 2), 60)):
        new_activity(record, date=day, title="Learning", protected_minutes=minutes)
    gone = new_activity(record, date=date(2026, 11, 3), title="Gone", protected_minutes=60).new_id
    delete_activity(record, gone)
    months = overview(record).protected.months
    found = [(one.period.start.month, one.taken) for one in months]
    assert found == [
        (6, 30),
        (7, 0),
        (8, 0),
        (9, 0),
        (10, 0),
        (11, 60),
    ]


def test_mandatory_training_is_listed_until_it_is_renewed(record: Record) -> None:
    old = new_activity(
        record, date=date(2025, 12, 1), title="Fire safety", mandatory=True, expires=date(2026, 12, 1)
    ).new_id
    assert [one.activity for one in overview(record).trainings] == [old]
    new = new_activity(
        record, date=date(2026, 11, 20), title="Fire safety update", mandatory=True, expires=date(2027, 11, 20)
    ).new_id
    assert [one.activity for one in overview(record).trainings] == [new]


def test_a_backup_that_cannot_be_made_stands_first(record: Record) -> None:
    fill(record)
    found = overview(record, BackupFacts(datetime(2026, 11, 1, tzinfo=UTC), problem="The disk is full."))
    assert found.steps[0].title == "No backup could be made"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(*(st.sampled_from(("", " \t\n", " " * 50, " " * 50 + "x", "learnt")),) * 3), max_size=3))
def test_what_is_to_finish_is_what_the_log_says(record: Record, texts: list[tuple[str, str, str]]) -> None:
    for row in record.activities.rows():
        delete_activity(record, row.id)
    for three in texts:
        made = new_activity(record, date=date(2026, 11, 2), title="Note").new_id
        for name, text in zip(REFLECTED_FIELDS, three, strict=True):
            edit_activity(record, made, name, text)
    waiting = [row for row in record.activities.rows() if row.status is Status.CAPTURED]
    found = glance.unfinished(record.reader)
    assert glance.to_finish_count(record.reader) == len(waiting)
    assert (found.count if found else 0) == len(waiting)
    assert found is None or found.newest == waiting[0].id
    assert found is None or found.bare == sum(all(not text.strip() for text in three) for three in texts)


def test_thousands_of_activities_cost_no_more_questions(record: Record) -> None:
    """Not the clock but the questions are counted: one pass over many rows instead of a question for each."""
    few = _questions(record)
    with record.step("Many") as step:
        for place in range(600):
            day = (date(2025, 11, 1) + timedelta(days=place % 380)).isoformat()
            step.insert(
                "activity", {"date": day, "title": f"Learning {place}", "created": step.at, "modified": step.at}
            )
    assert _questions(record) == few


def _questions(record: Record) -> int:
    """How many statements the engine runs for one overview."""
    asked: list[str] = []
    connection: Any = record.gate.connection
    connection.set_trace_callback(asked.append)
    overview(record)
    connection.set_trace_callback(None)
    return len(asked)


def test_chosen_activities_outside_the_period_are_read_at_a_glance(record: Record) -> None:
    far = [new_activity(record, title=f"Old clinic {n}", date=date(2019, 5, 1 + n)).new_id for n in range(20)]
    for one in far:
        use_in_statement(record, one, True)

    def asked() -> int:
        heard: list[str] = []
        engine: Any = record.gate.connection
        engine.set_trace_callback(heard.append)
        found = overview(record)
        engine.set_trace_callback(None)
        assert sum(one.rule == "R8" for one in found.readiness.findings) == len(record.portfolios.current().chosen)
        return len(heard)

    with_twenty = asked()
    for one in far[1:]:
        use_in_statement(record, one, False)
    assert with_twenty == asked()
