"""What a worker that was ended leaves beside its files is cleared away, and nothing else is."""

from __future__ import annotations

import os
from pathlib import Path

from otcpd.actions.leftovers import Leftovers
from otcpd.disk import half_written, whole_file
from tests.actions.test_profile_folder import gone_process


def test_only_what_came_since_and_nobody_writes_goes(tmp_path: Path) -> None:
    gone = gone_process()
    older = tmp_path / f".otcpd-{gone}-00aa.part"
    older.touch()
    leftovers = Leftovers([tmp_path, tmp_path / "gone"])
    of_the_worker = tmp_path / f".otcpd-{gone}-11bb.part"
    of_no_process = tmp_path / ".otcpd-22cc.part"
    of_another_window = tmp_path / f".otcpd-{os.getpid()}-33dd.part"
    others = [tmp_path / name for name in ("profile.pdf", ".otcpd-44ee.txt", "otcpd-1-55ff.part")]
    for path in (of_the_worker, of_no_process, of_another_window, *others):
        path.touch()
    leftovers.clear_away()
    assert set(tmp_path.iterdir()) == {older, of_another_window, *others}


def test_a_file_that_is_being_written_tells_by_whom(tmp_path: Path) -> None:
    with whole_file(tmp_path / "profile.pdf") as file:
        file.write(b"half")
        assert list(half_written(tmp_path).values()) == [os.getpid()]
    assert half_written(tmp_path) == {}


def test_a_new_folder_goes_with_what_is_half_written_in_it(tmp_path: Path) -> None:
    gone = gone_process()
    new, kept, older = (tmp_path / name for name in ("new", "kept", "older"))
    older.mkdir()
    leftovers = Leftovers([new, kept, older])
    for folder in (new, kept):
        folder.mkdir()
    for folder in (new, kept, older):
        (folder / f".otcpd-{gone}-11bb.part").touch()
    (kept / "E2.pdf").touch()
    leftovers.clear_away()
    assert {path.relative_to(tmp_path) for path in tmp_path.rglob("*")} == {
        Path("kept"),
        Path("kept/E2.pdf"),
        Path("older"),
    }
