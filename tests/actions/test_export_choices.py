"""What a person wants of every export, kept in her file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from otcpd.actions import undoing
from otcpd.actions.export_choices import (
    MOST_MB,
    ORIGINALS,
    USUAL_MOST,
    WORD_COPY,
    ExportChoices,
    Originals,
    choose_most,
    choose_originals,
    choose_supervision,
    choose_word_copy,
    export_choices,
    limit_figure,
    read_limit,
)
from otcpd.actions.settings import change_setting
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import new_record


@pytest.fixture
def record(tmp_path: Path, clock: FixedClock) -> Iterator[Record]:
    with new_record(tmp_path / "my.otcpd", clock) as made:
        yield made


def test_the_usual_is_ten_megabytes_and_nothing_else(record: Record) -> None:
    assert export_choices(record) == ExportChoices(10_000_000, word_copy=False, originals=Originals.NO)


def test_each_choice_is_one_step_with_a_way_back(record: Record) -> None:
    choose_most(record, 2_500_000)
    choose_word_copy(record, True)
    choose_originals(record, Originals.ZIP)
    choose_supervision(record, True)
    assert export_choices(record) == ExportChoices(2_500_000, word_copy=True, originals=Originals.ZIP, supervision=True)
    labels = []
    while label := undoing.undo_state(record).undo:
        labels.append(label)
        undoing.undo(record)
    assert labels[:4] == [
        "Change the annex on supervision",
        "Change the evidence beside the PDF",
        "Change the Word copy",
        "Change the largest size of a PDF",
    ]
    assert export_choices(record) == ExportChoices()


def test_going_back_to_the_usual_leaves_no_setting(record: Record) -> None:
    choose_most(record, None)
    assert export_choices(record).most_bytes is None
    choose_word_copy(record, True)
    choose_originals(record, Originals.FOLDER)
    choose_most(record, USUAL_MOST)
    choose_word_copy(record, False)
    choose_originals(record, Originals.NO)
    assert record.settings.all() == {}


@pytest.mark.parametrize("stored", ["", "ten", "0", "99999", "-4", "1e3", "10.55", "none "])
def test_a_setting_that_is_none_counts_as_usual(record: Record, stored: str) -> None:
    for key in (MOST_MB, WORD_COPY, ORIGINALS):
        change_setting(record, key, stored)
    assert export_choices(record) == ExportChoices()


@pytest.mark.parametrize(
    ("typed", "size"),
    [
        ("10", 10_000_000),
        (" 10 MB ", 10_000_000),
        ("25mb", 25_000_000),
        ("2.5", 2_500_000),
        ("1.25 megabytes", 1_200_000),
        ("1,500", 1_500_000_000),
        ("No limit", None),
        ("none", None),
    ],
)
def test_sizes_are_read_as_people_write_them(typed: str, size: int | None) -> None:
    assert read_limit(typed) == size


@pytest.mark.parametrize("typed", ["lots", "0", "0.4", "-3", "5000", "10 GB", "ten", "1,0", "²", "1e1", "10 MB 5"])
def test_nonsense_is_told_with_what_holds_and_what_to_do(typed: str) -> None:
    with pytest.raises(NotAcceptable) as caught:
        read_limit(typed)
    assert caught.value.happened
    assert caught.value.safe == "The size you had still holds."
    assert "such as 10" in caught.value.next_step


@pytest.mark.parametrize(("size", "figure"), [(10_000_000, "10"), (2_500_000, "2.5"), (1_500_000_000, "1500")])
def test_a_size_is_written_as_it_is_read(size: int, figure: str) -> None:
    assert limit_figure(size) == figure
    assert read_limit(figure) == size
