"""Wrong usage: exit code 2, one plain paragraph, nothing on standard output."""

from __future__ import annotations

import pytest

from tests.cli.conftest import CommandLine


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["list"], "RECORD is missing."),
        (["new", "x.otcpd"], "--name is missing."),
        (["list", "x.otcpd", "--from"], "--from wants something after it."),
        (["list", "x.otcpd", "--form", "json"], "There is no option --form. Did you mean --format?"),
        (["list", "x.otcpd", "--format", "yaml"], "--format is table, json or csv."),
        (["list", "x.otcpd", "papers"], "What to list is activities, evidence, agreements, sessions, goals or people."),
        (["list", "x.otcpd", "people", "--from", "1 March 2026"], "People have no days"),
        (["demo", "x.otcpd", "--activities", "none"], "--activities is a whole number from 0"),
        (["add", "x.otcpd"], "LINE is missing."),
        (["attach", "x.otcpd", "id"], "FILE is missing."),
        (["erase", "x.otcpd", "id"], "--reason is missing."),
        (["profile", "x.otcpd", "out.docx"], "its name ends in ‘.pdf’"),
        (["profile", "x.otcpd", "out.pdf", "--docx", "out.doc"], "--docx cannot be that: its name ends in ‘.docx’"),
        (["profile", "x.otcpd", "out.pdf", "--text", "out"], "--text cannot be that: its name ends in ‘.txt’"),
        (["profile", "x.otcpd", "out.pdf", "--max-mb", "-1"], "--max-mb cannot be that: it is a number of megabytes"),
        (["profile", "x.otcpd", "out.pdf", "--max-mb", "nan"], "it is a number of megabytes"),
        (["profile", "x.otcpd", "out.pdf", "--max-mb", "inf"], "it is a number of megabytes"),
        (["profile", "x.otcpd", "out.pdf", "--max-mb", "ten"], "--max-mb cannot be that"),
        (["profile", "x.otcpd", "out.pdf", "--odt", "out.odt"], "There is no option --odt."),
        (["import", "x.otcpd", "in.csv", "--map", "Title"], "--map wants COLUMN=FIELD"),
        (["verify", "x.otcpd", "y.otcpd"], "unexpected extra argument"),
        (["--nonsense"], "There is no option --nonsense."),
    ],
)
def test_wrong_usage_is_told_plainly(otcpd: CommandLine, arguments: list[str], words: str) -> None:
    said = otcpd(*arguments)
    assert said.code == 2
    assert words in said.err
    assert said.err.count("\n") == 1
    assert "--help" in said.err
    assert said.out == ""


@pytest.mark.parametrize("command", ["merge", "encrypt", "decrypt", "packet", "review"])
def test_what_comes_later_is_not_there(otcpd: CommandLine, command: str) -> None:
    assert otcpd(command, otcpd.record).code == 2
