"""A file is there whole, or what was there before."""

from __future__ import annotations

import errno
import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import pikepdf
import pytest

from otcpd.disk import enduring, whole_file, whole_files
from otcpd.domain.errors import DiskFull, MachineSaidNo, ReadOnly
from tests.small_files import small_files


def write_whole(path: Path, data: bytes) -> None:
    """All of `data` at once."""
    with whole_file(path) as file:
        file.write(data)


def stumble(file: BinaryIO) -> None:
    """A library that fails when it has written a half."""
    file.write(b"half")
    raise ZeroDivisionError


def write_together(places: Sequence[Path]) -> None:
    """New files at all places, or none."""
    with whole_files() as files:
        for place in places:
            files.begin(place).write(b"new")


def test_it_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    path.write_bytes(b"old and longer")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_of_several_files_all_are_new_or_none_is(tmp_path: Path) -> None:
    """The second of three cannot take its place, since a folder comes to stand there in the last moment."""
    places = [tmp_path / name for name in ("a.pdf", "b.docx", "c.txt")]
    places[0].write_bytes(b"old a")
    places[2].write_bytes(b"old c")

    class Late(type(places[1])):  # type: ignore[misc] # the class of paths differs with the system
        """A place that says nothing stands there, and then refuses."""

        def is_dir(self, *, follow_symlinks: bool = True) -> bool:
            return False

    places[1].mkdir()
    with pytest.raises(MachineSaidNo):
        write_together([places[0], Late(places[1]), places[2]])
    assert (places[0].read_bytes(), places[2].read_bytes()) == (b"old a", b"old c")
    assert sorted(tmp_path.iterdir()) == places


def test_several_files_take_their_places_together(tmp_path: Path) -> None:
    places = [tmp_path / "a.pdf", tmp_path / "b.txt"]
    places[0].write_bytes(b"old")
    write_together(places)
    assert [place.read_bytes() for place in places] == [b"new", b"new"]
    assert sorted(tmp_path.iterdir()) == places


def test_no_room_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    path.write_bytes(b"old")
    with small_files(10_000), pytest.raises(DiskFull) as caught:
        write_whole(path, bytes(20_000))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    assert "The disk is full." in caught.value.text


def test_a_library_that_cannot_bear_errors_hears_of_none(tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    path.write_bytes(b"old")
    written: list[int] = []
    with pytest.raises(DiskFull), small_files(10_000), whole_file(path) as file, enduring(file) as patient:
        written += [patient.write(bytes(9_000)) for _ in range(3)]
    assert written == [9_000] * 3
    assert path.read_bytes() == b"old"
    with whole_file(path) as file, enduring(file) as patient:
        patient.write(b"new")
    assert path.read_bytes() == b"new"


def test_what_is_given_up_midway_is_not_written_later(tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), whole_file(path) as file, enduring(file) as patient:
        stumble(patient)
    gc.collect()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_qpdf_finds_a_full_disk_and_lives(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.pages[0].Contents = pdf.make_stream(os.urandom(100_000))
    with (
        pytest.raises(DiskFull),
        small_files(10_000),
        whole_file(tmp_path / "a.pdf") as file,
        enduring(file) as patient,
    ):
        pdf.save(patient, deterministic_id=True)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(MachineSaidNo, match="Its folder is not there"):
        write_whole(tmp_path / "gone" / "profile.pdf", b"new")


def test_a_folder_of_that_name_stays(tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    path.mkdir()
    with pytest.raises(MachineSaidNo):
        write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, ReadOnly),
        (errno.EACCES, ReadOnly),
        (errno.EPERM, ReadOnly),
        (errno.EIO, MachineSaidNo),
    ],
)
def test_each_refusal_has_its_words(tmp_path: Path, number: int, kind: type[MachineSaidNo]) -> None:
    with pytest.raises(MachineSaidNo) as caught, whole_file(tmp_path / "profile.pdf"):
        raise OSError(number, os.strerror(number))
    said = caught.value
    assert type(said) is kind
    assert list(tmp_path.iterdir()) == []
    assert said.happened.startswith("‘profile.pdf’ was not saved.")
    assert "unchanged" in said.safe
    assert said.next_step
