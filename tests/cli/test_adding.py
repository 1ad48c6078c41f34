"""`otcpd add` and `otcpd attach`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from tests.exchange import samples


def test_add_prints_the_id_and_says_how_the_line_was_read(otcpd: CommandLine) -> None:
    said = otcpd("add", otcpd.record, "2h journal club on falls yesterday #falls with Sam Birch")
    assert said.code == 0
    assert len(said.lines) == 1
    [activity] = otcpd("list", otcpd.record, "--format", "json").json
    assert activity["id"] == said.out.strip()
    assert (activity["date"], activity["minutes"], activity["tags"]) == ("2026-11-20", 120, ["falls"])
    assert said.err == (
        "Kept: ‘Journal club on falls’; 20 November 2026; 2 h; Journal club; Work-based learning; #falls;"
        " with Sam Birch.\n"
    )


def test_what_looks_like_a_day_but_is_none_is_told_on_standard_error(otcpd: CommandLine) -> None:
    said = otcpd("add", otcpd.record, "31 November talk")
    assert (said.code, len(said.lines)) == (0, 1)
    assert ", because no date was read;" in said.err
    assert "‘31 November’ was not read as a date. November has 30 days." in said.err


def test_a_line_may_come_without_quotes(otcpd: CommandLine) -> None:
    assert otcpd("add", otcpd.record, "Read", "about", "splints").code == 0
    assert otcpd("list", otcpd.record, "--format", "json").json[0]["title"] == "Read about splints"


@pytest.mark.parametrize("line", ["", "   "])
def test_a_line_that_cannot_be_taken_in(otcpd: CommandLine, line: str) -> None:
    said = otcpd("add", otcpd.record, line)
    assert (said.code, said.out) == (4, "")
    assert said.err.count("\n") == 1
    assert otcpd("list", otcpd.record, "--format", "json").json == []


def test_attach_prints_one_id_a_line(otcpd: CommandLine, tmp_path: Path) -> None:
    activity = otcpd.add("falls course")
    files = [samples.pdf(tmp_path / "certificate.pdf", "Falls"), samples.docx(tmp_path / "notes.docx", "Notes")]
    said = otcpd("attach", otcpd.record, activity, *files, "--caption", "From the course")
    assert said.code == 0
    listed = otcpd("list", otcpd.record, "evidence", "--format", "json").json
    assert [one["id"] for one in listed] == said.lines
    assert [(one["kind"], one["caption"], one["used_in"]) for one in listed] == [
        ("pdf", "From the course", [activity]),
        ("word", "From the course", [activity]),
    ]
    assert said.err == ""


def test_broken_locked_and_unknown_files_are_kept_with_a_warning(otcpd: CommandLine, tmp_path: Path) -> None:
    activity = otcpd.add("falls course")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nand then nothing of a PDF")
    unknown = tmp_path / "unknown.xyz"
    unknown.write_bytes(bytes(range(256)) * 4)
    locked = samples.locked_pdf(tmp_path / "locked.pdf")
    said = otcpd("attach", otcpd.record, activity, broken, unknown, locked)
    assert (said.code, len(said.lines)) == (0, 3)
    assert "‘broken.pdf’ seems to be broken" in said.err
    assert "‘unknown.xyz’ is of a kind" in said.err
    assert "‘locked.pdf’ has a password" in said.err


def test_files_that_are_refused_do_not_hold_up_the_others(otcpd: CommandLine, tmp_path: Path) -> None:
    activity = otcpd.add("falls course")
    empty = tmp_path / "empty.txt"
    empty.touch()
    good = tmp_path / "good.txt"
    good.write_text("What I took from it", encoding="utf-8")
    said = otcpd("attach", otcpd.record, activity, empty, tmp_path / "gone.pdf", tmp_path, good)
    assert said.code == 4
    [kept] = otcpd("list", otcpd.record, "evidence", "--format", "json").json
    assert said.lines == [kept["id"]]
    assert "‘empty.txt’ is empty." in said.err
    assert "‘gone.pdf’ is not there" in said.err
    assert "is a folder." in said.err


def test_an_unknown_activity_takes_nothing(otcpd: CommandLine, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("What I took from it", encoding="utf-8")
    said = otcpd("attach", otcpd.record, "0192-none", good)
    assert (said.code, said.out) == (4, "")
    assert otcpd("list", otcpd.record, "evidence", "--format", "json").json == []


def test_the_same_file_is_kept_once(otcpd: CommandLine, tmp_path: Path) -> None:
    first, second = otcpd.add("falls course"), otcpd.add("falls course again")
    good = tmp_path / "good.txt"
    good.write_text("What I took from it", encoding="utf-8")
    once = otcpd("attach", otcpd.record, first, good)
    again = otcpd("attach", otcpd.record, second, good)
    assert once.out == again.out
    assert "already" in again.err
