"""Files that cannot be opened: exit code 3, one paragraph, the file untouched. And who may still read."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

READING = (("list",), ("check",), ("verify",))
WRITING = (("add", "falls"), ("erase", "x", "--reason", "r"))


def _not_a_record(path: Path) -> None:
    path.write_text("A letter to a friend", encoding="utf-8")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _other_database(path: Path) -> None:
    import sqlite3
    from contextlib import closing

    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE shopping (item TEXT)")
        connection.commit()


def _newer_major(path: Path) -> None:
    _patch(path, 60, struct.pack(">I", 99_000))


def _cut_short(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _overwritten(path: Path) -> None:
    """All but the first page is rubbish."""
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))


def _patch(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


SPOILT: dict[Callable[[Path], None], str] = {
    _not_a_record: "is not a CPD file",
    _empty: "is not a CPD file",
    _other_database: "is not a CPD file",
    _newer_major: "newer otcpd",
    _cut_short: "otcpd restore BACKUP RECORD",
    _overwritten: "otcpd restore BACKUP RECORD",
}


@pytest.mark.parametrize(("spoil", "words"), SPOILT.items(), ids=lambda value: getattr(value, "__name__", ""))
@pytest.mark.parametrize("command", [*READING, *WRITING], ids=lambda command: command[0])
def test_a_spoilt_file_is_code_3_and_left_alone(
    otcpd: CommandLine, spoil: Callable[[Path], None], words: str, command: tuple[str, ...]
) -> None:
    spoil(otcpd.record)
    before = otcpd.record.read_bytes()
    said = otcpd(command[0], otcpd.record, *command[1:])
    assert said.code == 3
    assert words in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert otcpd.record.read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        *READING,
        *WRITING,
        ("attach", "x", "y"),
        ("profile", "out.pdf"),
        ("backup", "folder"),
        ("export", "out.json"),
        ("import", "in.json"),
    ],
    ids=lambda command: command[0],
)
def test_a_missing_file_is_code_3(otcpd: CommandLine, tmp_path: Path, command: tuple[str, ...]) -> None:
    said = otcpd(command[0], tmp_path / "gone.otcpd", *command[1:])
    assert said.code == 3
    assert "gone.otcpd" in said.err
    assert [one.name for one in tmp_path.iterdir()] == ["my cpd.otcpd"]


@pytest.mark.usefixtures("other_window")
@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_nothing_is_written_beside_an_open_window(otcpd: CommandLine, command: tuple[str, ...]) -> None:
    said = otcpd(command[0], otcpd.record, *command[1:])
    assert said.code == 3
    assert "open in another window on the computer ‘Test computer’" in said.err


@pytest.mark.usefixtures("other_window")
def test_reading_works_beside_an_open_window(otcpd: CommandLine, tmp_path: Path) -> None:
    assert otcpd("list", otcpd.record).code == 0
    assert otcpd("check", otcpd.record).code == 1
    assert otcpd("verify", otcpd.record).code == 0
    assert otcpd("profile", otcpd.record, tmp_path / "profile.pdf").code == 0
    assert otcpd("backup", otcpd.record, tmp_path / "stick").code == 0


def test_a_newer_minor_can_be_read_but_not_written(otcpd: CommandLine) -> None:
    otcpd.add("falls")
    (version,) = struct.unpack(">I", otcpd.record.read_bytes()[60:64])
    _patch(otcpd.record, 60, struct.pack(">I", version + 1))
    assert [one["title"] for one in otcpd("list", otcpd.record, "--format", "json").json] == ["Falls"]
    said = otcpd("add", otcpd.record, "splints")
    assert said.code == 3
    assert "newer" in said.err
