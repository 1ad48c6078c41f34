"""The same activity once more, today."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from otcpd.actions import activities, portfolio
from otcpd.actions.companions import add_companion
from otcpd.actions.duplicating import add_training_again, duplicate_activity
from otcpd.actions.people import add_post
from otcpd.actions.undoing import undo
from otcpd.domain.activity import Category
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import new_record, sound


@pytest.fixture
def record(tmp_path: Path, clock: FixedClock) -> Record:
    return new_record(tmp_path / "r.otcpd", clock)


def test_what_was_planned_is_copied_and_what_came_of_it_is_not(record: Record) -> None:
    first = activities.new_activity(
        record,
        date=date(2026, 6, 1),
        end_date=date(2026, 6, 2),
        title="Peer supervision",
        category=Category.WORK_BASED,
        type="peer_supervision",
        minutes=60,
        protected_minutes=30,
        description="Seating",
        learning="Much",
        finished=True,
        expires=date(2027, 6, 1),
    ).new_id
    add_companion(record, first, "Fiona Alder")
    activities.set_tags(record, first, ["seating", "peers"])
    activities.set_standards(record, first, ["hcpc_sop@2023:10"])
    activities.answer_prompt(record, first, "gibbs", "description", "It went well")
    portfolio.use_in_statement(record, first, True)
    changes = duplicate_activity(record, first)
    (made,) = [one for one in changes.created if one in changes.of("activity")]
    copy = record.activities.get(made)
    assert (copy.date, copy.end_date) == (record.clock.today(), None)
    assert (copy.title, copy.category, copy.type) == ("Peer supervision", Category.WORK_BASED, "peer_supervision")
    assert (copy.minutes, copy.protected_minutes) == (60, 30)
    assert [one.name for one in copy.companions] == ["Fiona Alder"]
    assert copy.tags == ("peers", "seating")
    assert (copy.description, copy.learning, copy.finished, copy.expires) == ("", "", False, None)
    assert not any((copy.standards, copy.reflections, copy.evidence))
    assert record.portfolios.current().chosen == (first,)
    undo(record)
    assert [row.id for row in record.activities.rows()] == [first]


def test_the_copy_has_the_readers_of_the_other(record: Record) -> None:
    first = activities.new_activity(record, title="About Iain Birch", type="Ward round of Iain").new_id
    activities.set_layer(record, "activity", first, "title", Layer.PRIVATE)
    activities.set_layer(record, "activity", first, "type", Layer.SUPERVISION)
    changes = duplicate_activity(record, first)
    (made,) = [one for one in changes.created if one in changes.of("activity")]
    copy = record.activities.get(made)
    assert (copy.layer_of("title"), copy.layer_of("type")) == (Layer.PRIVATE, Layer.SUPERVISION)
    undo(record)
    assert [row.id for row in record.activities.rows()] == [first], "title and readers are one step"
    assert sound(record)


@pytest.mark.parametrize(("days", "kept"), [(1, True), (0, True), (-1, False)])
def test_a_post_is_kept_until_its_last_day_is_over(record: Record, days: int, kept: bool) -> None:
    today = record.clock.today()
    post = add_post(record, "Rotation", "Hill Trust", date(2026, 1, 1), today + timedelta(days=days)).created[-1]
    first = activities.new_activity(record, title="Audit", post=post).new_id
    changes = duplicate_activity(record, first)
    (made,) = [one for one in changes.created if one in changes.of("activity")]
    assert record.activities.get(made).post == (post if kept else None)


def test_there_must_be_one_to_copy(record: Record) -> None:
    with pytest.raises(NotAcceptable):
        duplicate_activity(record, "nobody")


@pytest.mark.parametrize(
    ("done", "ran_out", "expires"),
    [
        (date(2025, 11, 10), date(2026, 11, 10), date(2027, 11, 21)),
        (date(2025, 11, 10), date(2026, 11, 9), date(2027, 11, 21)),
        (date(2023, 11, 10), date(2026, 11, 10), date(2029, 11, 21)),
        (date(2026, 11, 10), date(2026, 11, 10), None),
    ],
)
def test_training_done_again_is_good_for_as_long(
    record: Record, done: date, ran_out: date, expires: date | None
) -> None:
    first = activities.new_activity(record, title="Fire safety", date=done, mandatory=True, expires=ran_out).new_id
    again = record.activities.get(add_training_again(record, first).new_id)
    assert (again.title, again.date, again.mandatory) == ("Fire safety", record.clock.today(), True)
    assert again.expires == expires
    undo(record)
    assert [row.id for row in record.activities.rows()] == [first]
