"""Which command lines open the window, and on what."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import CommandLine


def test_alone_opens_the_window_on_the_last_file(otcpd: CommandLine) -> None:
    assert otcpd().code == 0
    assert otcpd.opened == [None]


def test_a_path_opens_the_window_on_it(otcpd: CommandLine) -> None:
    assert otcpd(otcpd.record).code == 0
    assert otcpd.opened == [otcpd.record]


def test_the_code_of_the_window_is_handed_on(otcpd: CommandLine) -> None:
    otcpd.window_code = 3
    assert otcpd(otcpd.record).code == 3


def test_a_path_where_nothing_is_cannot_be_opened(otcpd: CommandLine, tmp_path: Path) -> None:
    said = otcpd(tmp_path / "gone.otcpd")
    assert said.code == 3
    assert "gone.otcpd" in said.err
    assert otcpd.opened == []


def test_a_mistyped_command_names_the_nearest(otcpd: CommandLine) -> None:
    said = otcpd("chek", otcpd.record)
    assert said.code == 2
    assert "no command ‘chek’. Did you mean ‘check’?" in said.err
    assert otcpd.opened == []


def test_help_lists_every_command_of_the_design(otcpd: CommandLine) -> None:
    said = otcpd("--help")
    assert said.code == 0
    listed = {line.split()[0] for line in said.lines if line.startswith("  ") and line.split()}
    assert {
        *("new", "demo", "add", "list", "attach", "check", "profile", "export", "import"),
        *("backup", "restore", "verify", "erase"),
    } <= listed


def test_every_command_explains_itself(otcpd: CommandLine) -> None:
    for command in ("new", "demo", "add", "list", "attach", "check", "profile", "export", "import"):
        said = otcpd(command, "--help")
        assert said.code == 0
        assert f"Usage: otcpd {command}" in said.out
    for command in ("backup", "restore", "verify", "erase"):
        assert otcpd(command, "--help").code == 0


def test_the_version(otcpd: CommandLine) -> None:
    from otcpd import __version__

    assert otcpd("--version").out == f"otcpd {__version__}\n"
