"""Making and opening a CPD file."""

from __future__ import annotations

from pathlib import Path

import pytest

from otcpd.actions.files import new_file, open_as_possible, open_to_read, open_to_write, refuse_own_file
from otcpd.domain.errors import FileInUse, FileMissing, NotAcceptable, NotACpdFile, ReadOnly
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.actions.support import journal_club, written
from tests.record.support import sound


@pytest.mark.parametrize(
    ("name", "number", "kept_name", "kept_number"),
    [
        (" Eilidh  Rowan ", "ot 000123", "Eilidh Rowan", "OT000123"),
        ("Eilidh Rowan", "", "Eilidh Rowan", ""),
        ("Eilidh Rowan", "  ", "Eilidh Rowan", ""),
    ],
)
def test_a_new_file_belongs_to_its_person(
    tmp_path: Path, around: Surroundings, name: str, number: str, kept_name: str, kept_number: str
) -> None:
    with new_file(tmp_path / "new.otcpd", name, number, around) as made:
        owner = made.people.owner()
        assert (owner.name, owner.registration) == (kept_name, kept_number)
        assert made.activities.all() == []
        assert len(made.portfolios.all()) == 1
        assert not made.read_only
        assert sound(made)
    assert [one.name for one in tmp_path.iterdir()] == ["new.otcpd"]


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        (" ", "OT000123", "There is no name yet. Nothing was made. Give your name as HCPC has it."),
        ("Eilidh Rowan", "PH12345", "is a number of another profession"),
        ("Eilidh Rowan", "0T123456", "starts with a zero instead of the letter O"),
    ],
)
def test_a_bad_name_or_number_makes_no_file(
    tmp_path: Path, around: Surroundings, name: str, number: str, words: str
) -> None:
    with pytest.raises(NotAcceptable) as caught:
        new_file(tmp_path / "new.otcpd", name, number, around)
    assert words in caught.value.text
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_taken_stays_as_it_is(tmp_path: Path, around: Surroundings) -> None:
    taken = written(tmp_path / "letter.otcpd", "Dear Isla")
    with pytest.raises(NotAcceptable, match="There is already a file ‘letter"):
        new_file(taken, "Eilidh Rowan", "", around)
    assert taken.read_text(encoding="utf-8") == "Dear Isla"
    with pytest.raises(NotAcceptable, match="There is no folder"):
        new_file(tmp_path / "gone" / "new.otcpd", "Eilidh Rowan", "", around)
    assert list(tmp_path.iterdir()) == [taken]


def test_a_second_window_reads_what_the_first_one_writes(record: Record, around: Surroundings) -> None:
    activity = journal_club(record)
    with pytest.raises(FileInUse, match="is open in another window"):
        open_to_write(record.path, around)
    with open_as_possible(record.path, around) as second:
        assert second.read_only
        assert "is open in another window" in second.read_only_because
        assert second.activities.get(activity).title == "Journal club"
        with pytest.raises(ReadOnly, match="Nothing was changed"):
            journal_club(second)
    record.close()
    with open_as_possible(record.path, around) as again:
        assert not again.read_only


def test_reading_never_changes_the_file(record: Record, around: Surroundings) -> None:
    journal_club(record)
    record.close()
    before = record.path.read_bytes()
    with open_to_read(record.path, around) as opened:
        opened.search("journal")
    assert record.path.read_bytes() == before


def test_what_is_no_cpd_file_is_refused(tmp_path: Path, around: Surroundings) -> None:
    letter = written(tmp_path / "letter.otcpd", "Dear Isla")
    for opening in (open_to_write, open_to_read, open_as_possible):
        with pytest.raises(NotACpdFile, match="is not a CPD file"):
            opening(letter, around)
        with pytest.raises(FileMissing):
            opening(tmp_path / "gone.otcpd", around)
    assert list(tmp_path.iterdir()) == [letter]


def test_only_the_file_itself_is_refused_as_a_target(record: Record, tmp_path: Path) -> None:
    refuse_own_file(record, tmp_path / "not there yet.pdf")
    refuse_own_file(record, written(tmp_path / "another.pdf"))
    refuse_own_file(record, tmp_path / "no folder" / "x.pdf")
    (tmp_path / "hard link.otcpd").hardlink_to(record.path)
    for target in (record.path, tmp_path / "hard link.otcpd"):
        with pytest.raises(NotAcceptable, match="is your CPD file itself"):
            refuse_own_file(record, target)
