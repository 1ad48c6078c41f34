"""Filters kept under a name, in the CPD file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from otcpd.actions.saved_filters import (
    MOST,
    delete_filter,
    entry_of,
    put_filter_back,
    rename_filter,
    save_filter,
    saved_filters,
)
from otcpd.actions.settings import change_setting
from otcpd.actions.undoing import undo
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.log_filter import LogFilter, SavedFilter
from otcpd.record.record import Record
from otcpd.record.settings import LOG_FILTERS
from tests.ports import FixedClock
from tests.record.support import new_record, reopened

FALLS = LogFilter(tags=frozenset({"falls"}))
COURSES = LogFilter(categories=frozenset({"formal"}), cycle=True)


@pytest.fixture
def record(tmp_path: Path, clock: FixedClock) -> Record:
    return new_record(tmp_path / "r.otcpd", clock)


def names(record: Record) -> list[str]:
    return [one.name for one in saved_filters(record)]


def test_kept_filters_survive_closing_and_stay_in_order(record: Record, clock: FixedClock) -> None:
    save_filter(record, " My   falls ", FALLS)
    save_filter(record, "Courses", COURSES)
    again = reopened(record, clock)
    assert saved_filters(again) == (SavedFilter("My falls", FALLS), SavedFilter("Courses", COURSES))


def test_the_same_name_replaces_in_any_case_of_letters(record: Record) -> None:
    save_filter(record, "Falls", FALLS)
    save_filter(record, "Courses", COURSES)
    save_filter(record, "falls", COURSES)
    assert saved_filters(record) == (SavedFilter("falls", COURSES), SavedFilter("Courses", COURSES))


def test_rename_delete_and_put_back(record: Record) -> None:
    for name in ("One", "Two", "Three"):
        save_filter(record, name, FALLS)
    rename_filter(record, "Two", "two")
    rename_filter(record, "two", "Second")
    place, entry = entry_of(record, "Second")
    delete_filter(record, "Second")
    assert names(record) == ["One", "Three"]
    put_filter_back(record, entry, place)
    assert names(record) == ["One", "Second", "Three"]
    for name in names(record):
        delete_filter(record, name)
    assert record.settings.get(LOG_FILTERS) is None
    undo(record)
    assert names(record) == ["Three"]


def test_names_that_cannot_be_are_refused_in_words(record: Record) -> None:
    save_filter(record, "Falls", FALLS)
    save_filter(record, "Courses", COURSES)
    for name in ("", "  ", "x" * 61):
        with pytest.raises(NotAcceptable):
            save_filter(record, name, FALLS)
    with pytest.raises(NotAcceptable, match="already"):
        rename_filter(record, "Falls", "COURSES")
    for number in range(MOST - 2):
        save_filter(record, f"Filter {number}", FALLS)
    with pytest.raises(NotAcceptable, match="Delete one"):
        save_filter(record, "One more", FALLS)


@pytest.mark.parametrize("garbled", ["", "{", "[" * 100_000, "[]", '"x"', '[{"name": ""}, {"filter": {}}, 3]'])
def test_what_is_garbled_counts_as_not_kept(record: Record, garbled: str) -> None:
    change_setting(record, LOG_FILTERS, garbled)
    assert saved_filters(record) == ()
    save_filter(record, "Falls", FALLS)
    assert names(record) == ["Falls"]


def test_a_filter_of_a_newer_version_is_kept_as_it_came_and_not_used(record: Record) -> None:
    newer = [
        {"name": "Deep", "filter": {"tags": ["falls"], "mood": ["glad"]}, "colour": "red"},
        {"name": "Odd", "filter": {"evidence": "some"}},
        {"shape": "round"},
        7,
    ]
    change_setting(record, LOG_FILTERS, json.dumps(newer))
    assert saved_filters(record) == (SavedFilter("Deep", None), SavedFilter("Odd", None))
    save_filter(record, "Falls", FALLS)
    rename_filter(record, "Odd", "Odder")
    place, entry = entry_of(record, "Deep")
    delete_filter(record, "Deep")
    put_filter_back(record, entry, place)
    delete_filter(record, "Falls")
    newer[1] = {"name": "Odder", "filter": {"evidence": "some"}}
    assert json.loads(record.settings.get(LOG_FILTERS) or "") == newer
