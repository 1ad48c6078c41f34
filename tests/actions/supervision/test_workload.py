"""The person's own figures of her workload: numbers only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.actions.supervision.workload import MOST, edit_workload, note_workload, read_figure, remove_workload
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone

TODAY = date(2026, 11, 21)


def figures(record: Record) -> list[tuple[date, int | None, int | None, int | None]]:
    return [(one.day, one.caseload, one.waiting, one.duty_half_days) for one in record.protected_time.workload()]


def test_figures_are_noted_edited_and_deleted(record: Record) -> None:
    look = record.protected_time.workload
    undone_and_redone(record, lambda: note_workload(record, TODAY, 34, 112), look, "Note your workload")
    assert figures(record) == [(TODAY, 34, 112, None)]
    (note,) = look()
    undone_and_redone(
        record, lambda: edit_workload(record, note.id, {"waiting": None, "caseload": 31}), look, "Edit your workload"
    )
    undone_and_redone(record, lambda: remove_workload(record, note.id), look, "Delete a note of your workload")


def test_a_day_has_one_note(record: Record) -> None:
    note_workload(record, TODAY, 34, 112)
    note_workload(record, TODAY, waiting=113, duty_half_days=6)
    assert figures(record) == [(TODAY, 34, 113, 6)]


@pytest.mark.parametrize(
    ("text", "figure"), [("34", 34), (" 0 ", 0), ("1,112", 1112), ("1 112", 1112), ("", None), ("  ", None)]
)
def test_figures_are_read(text: str, figure: int | None) -> None:
    assert read_figure("waiting", text) == figure


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("about forty", "‘about forty’ is not a whole number."),
        ("34 people", "is not a whole number"),
        ("Mrs Rowan", "is not a whole number"),
        ("12.5", "is not a whole number"),
        ("٣٤", "is not a whole number"),
        ("-3", "‘-3’ is below nothing."),
        ("−3", "is below nothing"),
        ("1,11", "is not a whole number"),
        ("99999", "99,999 people on a caseload is out of reach."),
        ("9" * 400, "is not a whole number"),
    ],
)
def test_words_and_slips_are_refused(text: str, words: str) -> None:
    with pytest.raises(NotAcceptable) as caught:
        read_figure("caseload", text)
    assert words in caught.value.text


@given(st.sampled_from(sorted(MOST)), st.integers(min_value=0))
def test_whatever_is_in_reach_is_read_with_or_without_commas(name: str, number: int) -> None:
    figure = number % (MOST[name] + 1)
    assert read_figure(name, str(figure)) == read_figure(name, f" {figure:,}") == figure


@given(st.sampled_from(sorted(MOST)), st.text(st.characters(blacklist_categories=["Nd", "Z", "C"]), min_size=1))
def test_whatever_has_no_figure_is_refused(name: str, text: str) -> None:
    with pytest.raises(NotAcceptable):
        read_figure(name, text)


def test_a_note_has_a_figure_in_reach_and_a_day_that_has_been(record: Record) -> None:
    with refused(record, NotAcceptable, "There is no figure yet."):
        note_workload(record, TODAY)
    with refused(record, NotAcceptable, "is below nothing"):
        note_workload(record, TODAY, caseload=-1)
    with refused(record, NotAcceptable, "63 half days of duty in a month is out of reach."):
        note_workload(record, TODAY, duty_half_days=63)
    with refused(record, NotAcceptable, "is still to come"):
        note_workload(record, date(2026, 11, 22), caseload=1)


def test_the_last_figure_is_not_taken_out(record: Record) -> None:
    note = note_workload(record, TODAY, 34).new_id
    with refused(record, NotAcceptable, "out of reach"):
        edit_workload(record, note, {"waiting": 99_999})
    with refused(record, NotAcceptable, "Workload has no figure ‘staff’."):
        edit_workload(record, note, {"staff": 3})
    with refused(record, NotAcceptable, "No figure would be left."):
        edit_workload(record, note, {"caseload": None})
