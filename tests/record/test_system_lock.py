"""The lock of the system, on drives and at moments that are unusual."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from otcpd.domain.errors import FileInUse
from otcpd.record.lock import WriterLock
from otcpd.record.system_lock import by_existence, by_system

HERE = {"machine": "larch", "since": "2026-11-22T09:00:00Z"}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "eilidh.otcpd.lock"


def test_one_has_it_at_a_time(place: Path) -> None:
    first, second = by_system(place), by_system(place)
    assert first.take()
    assert first.take(), "what is ours stays ours"
    assert not second.take()
    first.release()
    assert second.take()
    second.release()
    assert (first.held, second.held) == (False, False)


def test_so_it_is_by_existence(place: Path) -> None:
    first, second = by_existence(place), by_existence(place)
    assert first.take()
    assert not second.take()
    assert not by_existence(place).held
    first.release()
    assert second.take()
    second.release()
    assert not place.exists()


class Flock:
    """The system's `flock`, on a drive where `before` happens first."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        self.calls = 0
        self.taken_away = 0
        """In so many calls the file is gone by the time that it is locked."""
        self.code = 0
        """The error that each call ends in."""
        import fcntl  # not on every system

        self._real = fcntl.flock
        monkeypatch.setattr(fcntl, "flock", self)

    def __call__(self, file: int, how: int) -> None:
        self.calls += 1
        if self.code:
            raise OSError(self.code, os.strerror(self.code))
        if self.calls <= self.taken_away:
            self.path.unlink()
        self._real(file, how)


@pytest.fixture
def flock(place: Path, monkeypatch: pytest.MonkeyPatch) -> Flock:
    return Flock(place, monkeypatch)


@pytest.mark.flock
def test_a_file_taken_away_before_it_is_locked_guards_nothing(place: Path, flock: Flock) -> None:
    flock.taken_away = 1
    first, second = by_system(place), by_system(place)
    assert first.take()
    assert place.exists()
    assert not second.take()
    first.release()


@pytest.mark.flock
def test_it_does_not_go_on_for_ever(place: Path, flock: Flock) -> None:
    flock.taken_away = sys.maxsize
    lock = by_system(place)
    assert not lock.take()
    assert not lock.held
    assert flock.calls < 100


@pytest.mark.flock
def test_a_drive_that_counts_no_names_knows_locks(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fstat

    def without_links(file: int) -> os.stat_result:
        seen = real(file)
        return os.stat_result((*seen[:3], 0, *seen[4:10]))

    monkeypatch.setattr(os, "fstat", without_links)
    lock = by_system(place)
    assert lock.take()
    lock.release()


@pytest.mark.parametrize("code", [errno.EAGAIN, errno.EACCES])
@pytest.mark.flock
def test_what_another_has_is_not_ours(place: Path, flock: Flock, code: int) -> None:
    flock.code = code
    assert not by_system(place).take()


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
@pytest.mark.flock
def test_where_a_drive_knows_no_locks_one_writer_goes_by_existence(path: Path, flock: Flock, code: int) -> None:
    flock.path, flock.code = path.with_name(path.name + ".lock"), code
    first, second = WriterLock(path), WriterLock(path)
    first.take(**HERE)
    assert flock.path.exists()
    with pytest.raises(FileInUse, match="larch"):
        second.take(**HERE)
    first.release()
    assert list(path.parent.iterdir()) == []
    second.take(**HERE)
    second.release()
