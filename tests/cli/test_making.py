"""`otcpd new` and `otcpd demo`."""

from __future__ import annotations

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
