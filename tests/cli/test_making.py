"""`otcpd new` and `otcpd demo`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine


def test_new_makes_a_file_that_the_other_commands_open(otcpd: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "new.otcpd"
    said = otcpd("new", path, "--name", "Ewan Larch", "--registration", "ot 012345")
    assert said.code == 0
    assert said.out == ""
    assert "new.otcpd" in said.err
    assert otcpd("verify", path).code == 0
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("new")] == ["new.otcpd"]


def test_a_new_graduate_has_no_number_yet(otcpd: CommandLine, tmp_path: Path) -> None:
    assert otcpd("new", tmp_path / "new.otcpd", "--name", "Ewan Larch", "--registration", "").code == 0


@pytest.mark.parametrize("number", ["0T012345", "012345", "PH123456", "OT12", "OT1234567", "none"])
def test_a_registration_number_that_is_none_is_refused(otcpd: CommandLine, tmp_path: Path, number: str) -> None:
    path = tmp_path / "new.otcpd"
    said = otcpd("new", path, "--name", "Ewan Larch", "--registration", number)
    assert said.code == 4
    assert said.err.count("\n") == 1
    assert not path.exists()


def test_a_name_is_needed(otcpd: CommandLine, tmp_path: Path) -> None:
    assert otcpd("new", tmp_path / "new.otcpd", "--name", "  ", "--registration", "OT012345").code == 4


def test_what_is_there_already_stays(otcpd: CommandLine) -> None:
    before = otcpd.record.read_bytes()
    said = otcpd("new", otcpd.record, "--name", "Ewan Larch", "--registration", "OT012345")
    assert said.code == 4
    assert otcpd.record.read_bytes() == before


def test_a_folder_that_is_not_there(otcpd: CommandLine, tmp_path: Path) -> None:
    said = otcpd("new", tmp_path / "nowhere" / "new.otcpd", "--name", "Ewan Larch", "--registration", "OT012345")
    assert said.code == 4
    assert "nowhere" in said.err


def test_a_sample_is_the_same_every_time_for_the_same_day(otcpd: CommandLine, tmp_path: Path) -> None:
    exports = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.otcpd"
        assert otcpd("demo", path, "--activities", "12", "--today", "19 November 2026").code == 0
        assert otcpd("verify", path).code == 0
        exports.append(otcpd("list", path, "--format", "json").out)
    assert exports[0] == exports[1]
    assert len(json.loads(exports[0])) == 12


def test_a_sample_never_takes_the_place_of_a_file(otcpd: CommandLine) -> None:
    before = otcpd.record.read_bytes()
    assert otcpd("demo", otcpd.record).code == 4
    assert otcpd.record.read_bytes() == before
