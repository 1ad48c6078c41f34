"""Rows of the list: all at once, in slices, or a few of them; and what filters ask of links."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from otcpd.actions import activities
from otcpd.actions.companions import add_companion
from otcpd.actions.demo import demo
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import new_record, surroundings


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    clock = FixedClock()
    path = tmp_path_factory.mktemp("rows") / "sample.otcpd"
    record = demo(path, surroundings(clock), activities=90, today=clock.today())
    yield record
    record.close()


@pytest.mark.parametrize("size", [1, 7, 90, 500])
def test_slices_make_up_the_whole(sample: Record, size: int) -> None:
    found = sample.activities.page_of_rows(None, size)
    while page := sample.activities.page_of_rows(found[-1], size):
        found += page
    assert found == sample.activities.rows()
    assert [row.place for row in found] == sorted((row.place for row in found), reverse=True)


def test_some_rows_are_those_of_the_whole(sample: Record) -> None:
    rows = sample.activities.rows()
    some = [rows[40].id, rows[3].id, "nobody"]
    assert sample.activities.some_rows(some) == [rows[3], rows[40]]
    assert sample.activities.some_rows([]) == []


def test_links_by_their_ends(sample: Record) -> None:
    everything = sample.activities.all()
    assert sample.activities.by_standard() == {
        ref: {one.id for one in everything if ref in one.standards} for one in everything for ref in one.standards
    }
    people = sample.activities.by_person()
    assert {person: set(found) for person, found in people.items()} == {
        there.person: {one.id for one in everything if there in one.companions}
        for one in everything
        for there in one.companions
    }
    assert sample.activities.with_protected_time() == {one.id for one in everything if one.protected_minutes}
    assert sample.activities.evidence_counts() == {one.id: len(one.evidence) for one in everything if one.evidence}


def test_a_period_gives_what_touches_it_whole(sample: Record) -> None:
    everything = sample.activities.all()
    day = everything[20].date
    for start, end in ((None, day), (day, None), (day, everything[40].last_day), (date(1990, 1, 1), date(1990, 1, 2))):
        touching = [one for one in everything if (not start or one.last_day >= start) and (not end or one.date <= end)]
        assert sample.activities.all(start, end) == touching


def test_links_of_a_few_and_none_of_the_bin(tmp_path: Path, clock: FixedClock) -> None:
    record = new_record(tmp_path / "r.otcpd", clock)
    first, second = (activities.new_activity(record, date=date(2026, 5, day)).new_id for day in (1, 2))
    add_companion(record, first, "Fiona Alder")
    add_companion(record, second, "Fiona Alder")
    (fiona,) = (one.id for one in record.people.all())
    assert record.activities.by_person([second]) == {fiona: {second}}
    activities.edit_activity(record, second, "protected_minutes", 30)
    activities.delete_activity(record, second)
    assert record.activities.with_protected_time() == frozenset()
    assert [row.id for row in record.activities.some_rows([first, second])] == [first]
