"""Folders and files of other people: what the rights of a file system forbid."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from otcpd.domain.errors import MachineSaidNo, ReadOnly
from otcpd.record import opening
from otcpd.record.backup import back_up
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import NAME, NUMBER, add_activity

NOBODY = 65534


@pytest.fixture
def theirs(record: Record) -> Iterator[Path]:
    """A folder with a CPD file that may be read but not written to."""
    add_activity(record, "Saved")
    record.close()
    folder = Path(tempfile.mkdtemp())
    shutil.copyfile(record.path, folder / "eilidh.otcpd")
    (folder / "eilidh.otcpd").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def as_somebody_without_rights() -> Iterator[None]:
    """Rights do not bind root: for the while of the block root is nobody."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_nothing_can_be_made_in_a_folder_of_others(theirs: Path, around: Surroundings, clock: FixedClock) -> None:
    with as_somebody_without_rights():
        with pytest.raises(ReadOnly):
            opening.create(theirs / "new.otcpd", NAME, NUMBER, around)
        with pytest.raises(ReadOnly):
            back_up(theirs / "eilidh.otcpd", theirs / "backups", clock.now())
    assert [path.name for path in theirs.iterdir()] == ["eilidh.otcpd"]


def test_a_file_of_others_can_be_read(theirs: Path, around: Surroundings) -> None:
    with as_somebody_without_rights():
        with pytest.raises(ReadOnly):
            opening.open_for_writing(theirs / "eilidh.otcpd", around)
        with opening.open_as_possible(theirs / "eilidh.otcpd", around) as reader:
            assert reader.read_only
            assert [one.title for one in reader.activities.all()] == ["Saved"]
    assert [path.name for path in theirs.iterdir()] == ["eilidh.otcpd"]


def test_a_file_without_the_right_to_write_in_a_folder_with_it(theirs: Path, around: Surroundings) -> None:
    theirs.chmod(0o777)
    with as_somebody_without_rights():
        with pytest.raises(ReadOnly):
            opening.open_for_writing(theirs / "eilidh.otcpd", around)
        with opening.open_as_possible(theirs / "eilidh.otcpd", around) as reader:
            assert [one.title for one in reader.activities.all()] == ["Saved"]
    assert [path.name for path in theirs.iterdir()] == ["eilidh.otcpd"], "no lock stays"


def test_a_file_that_may_not_even_be_read(theirs: Path, around: Surroundings) -> None:
    (theirs / "eilidh.otcpd").chmod(0o000)
    with as_somebody_without_rights(), pytest.raises(MachineSaidNo):
        opening.open_as_possible(theirs / "eilidh.otcpd", around)


def test_a_folder_that_may_not_be_entered(theirs: Path, around: Surroundings) -> None:
    theirs.chmod(0o000)
    with as_somebody_without_rights(), pytest.raises(MachineSaidNo):
        opening.open_as_possible(theirs / "eilidh.otcpd", around)
