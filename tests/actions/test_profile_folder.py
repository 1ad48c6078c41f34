"""The private folder of an export: nobody else's business, gone afterwards, and swept if a crash left it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from otcpd.actions.profile_folder import MARK, OLD, PREFIX, WorkingFolder, contents, forget, spool
from otcpd.domain.errors import DiskFull, FileDamaged, NotAcceptable
from otcpd.record.record import Record
from tests.actions.support import attached
from tests.record.mounts import small_disk

MEGABYTE = 1024**2


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the system keeps temporary files, for this test."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def gone_process() -> int:
    """The id of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as done:
        pass
    return done.pid


def left_by_a_crash(temporary: Path, *, process: int, age: float = OLD + 60) -> Path:
    """A folder as a crash leaves it, `age` seconds ago."""
    folder = temporary / f"{PREFIX}left"
    (folder / "inside").mkdir(parents=True)
    (folder / "E2").write_bytes(b"evidence")
    (folder / "inside" / "page").write_bytes(b"page")
    mark = folder / MARK
    mark.write_text(str(process), encoding="ascii")
    then = mark.stat().st_mtime - age
    os.utime(mark, (then, then))
    return folder


def test_it_can_be_read_by_its_owner_alone_and_goes(temporary: Path) -> None:
    with WorkingFolder() as folder:
        assert folder.path.parent == temporary
        assert stat.S_IMODE(folder.path.stat().st_mode) == stat.S_IRWXU
        folder.file(2).write_bytes(b"evidence")
        (folder.path / "E3").mkdir()
        assert folder.file(2).parent == folder.path
    assert list(temporary.iterdir()) == []
    folder.close()


def test_what_a_crash_left_is_swept_a_day_later(temporary: Path) -> None:
    left = left_by_a_crash(temporary, process=gone_process())
    with WorkingFolder() as folder:
        assert folder.abandoned() == [left]
        for path in contents(left):
            forget(path)
    assert list(temporary.iterdir()) == []


def test_the_mark_goes_last_so_that_a_sweep_can_be_finished_later(temporary: Path) -> None:
    left = left_by_a_crash(temporary, process=gone_process())
    *_, mark, folder = contents(left)
    assert (mark, folder) == (left / MARK, left)


def test_what_is_fresh_or_lives_stays(temporary: Path) -> None:
    left = left_by_a_crash(temporary, process=gone_process(), age=OLD - 600)
    with WorkingFolder() as folder:
        assert folder.abandoned() == []
    (left / MARK).unlink()
    left.rename(temporary / "other")
    left_by_a_crash(temporary, process=os.getpid())
    with WorkingFolder() as folder:
        assert folder.abandoned() == []


def test_what_is_not_ours_stays(temporary: Path, tmp_path: Path) -> None:
    left = left_by_a_crash(temporary, process=gone_process())
    elsewhere = left.rename(tmp_path / "documents")
    left.symlink_to(elsewhere, target_is_directory=True)
    other_name = temporary / "otcpd-sample-1"
    other_name.mkdir()
    (other_name / MARK).write_bytes((elsewhere / MARK).read_bytes())
    no_mark = temporary / f"{PREFIX}1"
    no_mark.mkdir()
    odd_mark = temporary / f"{PREFIX}2"
    odd_mark.mkdir()
    (odd_mark / MARK).symlink_to(elsewhere / MARK)
    (temporary / f"{PREFIX}3").write_bytes(b"a file")
    scrawl = temporary / f"{PREFIX}4"
    scrawl.mkdir()
    (scrawl / MARK).write_text("no number", encoding="ascii")
    os.utime(scrawl / MARK, (0, 0))
    with WorkingFolder() as folder:
        assert folder.abandoned() == []


def test_evidence_is_written_in_slices_as_it_came_in(
    record: Record, activity: str, temporary: Path, tmp_path: Path
) -> None:
    data = os.urandom(MEGABYTE) * 2 + b"the rest"
    (tmp_path / "scan.bin").write_bytes(data)
    evidence = attached(record, activity, tmp_path / "scan.bin").evidence
    with WorkingFolder() as folder:
        steps = list(spool(record, evidence, folder.file(2)))
        assert folder.file(2).read_bytes() == data
    assert steps[-1] == len(data)
    assert all(after - before <= MEGABYTE for before, after in zip([0, *steps], steps, strict=False))


def test_damaged_and_unknown_evidence_is_told(record: Record, activity: str, temporary: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Certificate of attendance")
    evidence = attached(record, activity, tmp_path / "note.txt").evidence
    with record.gate.unjournaled() as connection:
        connection.execute("UPDATE chunk SET data = ?", (b"something else",))
    with WorkingFolder() as folder:
        with pytest.raises(FileDamaged):
            list(spool(record, evidence, folder.file(2)))
        with pytest.raises(NotAcceptable):
            list(spool(record, "no such id", folder.file(3)))


@pytest.mark.small_disk
def test_a_full_disk_is_told_to_be_that_of_temporary_files(
    record: Record, activity: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scan.bin").write_bytes(os.urandom(4 * MEGABYTE))
    evidence = attached(record, activity, tmp_path / "scan.bin").evidence
    with small_disk(tmp_path / "disk") as disk:
        monkeypatch.setattr(tempfile, "tempdir", str(disk.folder))
        with WorkingFolder() as folder, pytest.raises(DiskFull) as caught:
            list(spool(record, evidence, folder.file(2)))
        assert "The disk that holds temporary files is full" in caught.value.text
        assert list(disk.folder.iterdir()) == []
