"""Impact chains: made, edited, measured, linked, and put into the bin."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from otcpd.actions.activities import edit_activity, set_layer
from otcpd.actions.pathway.impacts import (
    add_measure,
    benefits,
    delete_impact,
    delete_measure,
    edit_impact,
    edit_measure,
    link_impact,
    move_measure,
    new_impact,
    take_benefit,
)
from otcpd.actions.undoing import redo, undo
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.impact import Better
from otcpd.domain.layers import Layer
from otcpd.record.record import Record

NOT_THERE = "01890000-0000-7000-8000-000000000000"


@pytest.fixture
def impact(record: Record, activity: str) -> str:
    """A chain from the journal club."""
    return new_impact(record, activity=activity).created[0]


def test_a_chain_begins_from_an_activity(record: Record, activity: str, impact: str) -> None:
    made, source = record.impacts.get(impact), record.activities.get(activity)
    assert (made.day, made.title, made.activities, made.told) == (source.date, source.title, (activity,), True)
    assert record.impacts.of_activity(activity) == [impact]
    undo(record)
    assert record.impacts.all() == []
    redo(record)
    assert [one.id for one in record.impacts.all()] == [impact]


def test_a_chain_begins_from_nothing(record: Record) -> None:
    made = record.impacts.get(new_impact(record, theme="Falls").created[0])
    assert (made.day, made.title, made.theme, made.activities) == (record.clock.today(), "", "Falls", ())


def test_typing_is_one_step(record: Record, impact: str) -> None:
    for text in ("W", "We", "We tried"):
        edit_impact(record, impact, "change_tried", text, typing=True)
    assert record.impacts.get(impact).change_tried == "We tried"
    undo(record)
    assert record.impacts.get(impact).change_tried == ""
    assert record.impacts.all() != []


def test_other_fields(record: Record, impact: str) -> None:
    for field, value in (("people", 12), ("told", False), ("theme", "Falls"), ("date", date(2026, 3, 1))):
        edit_impact(record, impact, field, value)
    found = record.impacts.get(impact)
    assert (found.people, found.told, found.theme, found.day) == (12, False, "Falls", date(2026, 3, 1))
    edit_impact(record, impact, "people", None)
    assert record.impacts.get(impact).people is None
    assert record.impacts.themes() == ["Falls"]


@pytest.mark.parametrize(
    ("field", "value"), [("people", -1), ("people", "many"), ("date", None), ("told", 3), ("owner", "x"), ("theme", 1)]
)
def test_what_cannot_be_is_refused(record: Record, impact: str, field: str, value: str | int | None) -> None:
    before = record.impacts.get(impact)
    with pytest.raises(NotAcceptable):
        edit_impact(record, impact, field, value)
    assert record.impacts.get(impact) == before


class TestMeasures:
    def test_are_kept_to_the_last_place(self, record: Record, impact: str) -> None:
        made = add_measure(record, impact, "COPM", unit="points").created[0]
        edit_measure(record, made, "before", Decimal("0.1"))
        edit_measure(record, made, "after", Decimal("4.300000"))
        edit_measure(record, made, "better", Better.LOWER)
        edit_measure(record, made, "before_on", date(2026, 1, 5))
        (one,) = record.impacts.get(impact).measures
        assert (one.name, one.unit, one.better) == ("COPM", "points", Better.LOWER)
        assert (one.before, one.after) == (Decimal("0.1"), Decimal("4.3"))
        assert (one.before_on, one.after_on) == (date(2026, 1, 5), None)
        edit_measure(record, made, "before", None)
        assert record.impacts.get(impact).measures[0].before is None

    def test_move_among_each_other_and_go(self, record: Record, impact: str) -> None:
        a, b, c = (add_measure(record, impact, name).created[0] for name in "ABC")

        def order() -> str:
            return "".join(one.name for one in record.impacts.get(impact).measures)

        for measure, by, expected in ((a, 1, "BAC"), (c, -2, "CBA"), (c, -1, "CBA"), (b, 9, "CAB"), (a, 0, "CAB")):
            move_measure(record, measure, by)
            assert order() == expected
        delete_measure(record, a)
        assert order() == "CB"
        undo(record)
        assert order() == "CAB"

    @pytest.mark.parametrize(
        ("field", "value"), [("before", "14"), ("after", Decimal("NaN")), ("name", Decimal(3)), ("better", "best")]
    )
    def test_refuse_what_is_none(self, record: Record, impact: str, field: str, value: str | Decimal) -> None:
        made = add_measure(record, impact, "COPM").created[0]
        before = record.impacts.get(impact)
        with pytest.raises(NotAcceptable):
            edit_measure(record, made, field, value)
        assert record.impacts.get(impact) == before


def test_ids_that_are_none_are_refused(record: Record, impact: str) -> None:
    for attempt in (
        partial(edit_impact, record, NOT_THERE, "title", "x"),
        partial(edit_measure, record, NOT_THERE, "name", "x"),
        partial(delete_measure, record, NOT_THERE),
        partial(link_impact, record, impact, NOT_THERE),
        partial(new_impact, record, activity=NOT_THERE),
        partial(delete_impact, record, NOT_THERE),
    ):
        with pytest.raises(NotAcceptable):
            attempt()


def test_links_go_and_come_back(record: Record, activity: str, impact: str) -> None:
    link_impact(record, impact, activity, on=False)
    assert record.impacts.get(impact).activities == ()
    link_impact(record, impact, activity)
    assert record.impacts.get(impact).activities == (activity,)


def test_a_deleted_chain_waits_in_the_bin(record: Record, impact: str) -> None:
    add_measure(record, impact, "COPM")
    delete_impact(record, impact)
    assert record.impacts.all() == []
    assert [(one.id, len(one.measures)) for one in record.impacts.all(binned=True)] == [(impact, 1)]


class TestBenefit:
    TEXT = "Mrs Larch can use her kitchen."

    def test_is_copied_on_request(self, record: Record, activity: str, impact: str) -> None:
        edit_activity(record, activity, "service_user_benefit", self.TEXT)
        assert [(one.activity, one.text) for one in benefits(record, impact)] == [(activity, self.TEXT)]
        take_benefit(record, impact, activity)
        edit_impact(record, impact, "meant_people", "I saw it.")
        take_benefit(record, impact, activity)
        assert record.impacts.get(impact).meant_people == f"I saw it.\n\n{self.TEXT}"
        assert record.activities.get(activity).service_user_benefit == self.TEXT

    def test_goes_to_no_more_readers_than_it_had(self, record: Record, activity: str, impact: str) -> None:
        edit_activity(record, activity, "service_user_benefit", self.TEXT)
        set_layer(record, "activity", activity, "service_user_benefit", Layer.PRIVATE)
        take_benefit(record, impact, activity)
        assert record.impacts.get(impact).layer_of("meant_people") is Layer.PRIVATE

    def test_of_nothing_there_is_none(self, record: Record, activity: str, impact: str) -> None:
        edit_activity(record, activity, "service_user_benefit", " ")
        assert benefits(record, impact) == []
        with pytest.raises(NotAcceptable):
            take_benefit(record, impact, activity)
