"""`otcpd export` and `otcpd import`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from otcpd.actions.evidence import Look
from otcpd.actions.files import new_file, open_to_read
from otcpd.exchange.evidence_text import read_evidence
from tests.cli.conftest import CommandLine
from tests.exchange.carried import write_profile


@pytest.fixture
def filled(otcpd: CommandLine, tmp_path: Path) -> CommandLine:
    """Two activities, one with evidence."""
    otcpd.add("2h journal club on falls yesterday #falls with Sam Birch")
    notes = tmp_path / "notes.txt"
    notes.write_text("notes", encoding="utf-8")
    otcpd("attach", otcpd.record, otcpd.add("splints"), notes)
    return otcpd


def empty_file(otcpd: CommandLine, path: Path, name: str = "Asha Rowan", number: str = "OT012345") -> Path:
    new_file(path, name, number, otcpd.services.around).close()
    return path


def test_json_goes_round_without_a_loss(filled: CommandLine, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    said = filled("export", filled.record, first)
    assert (said.code, said.lines) == (0, [str(first)])
    other = empty_file(filled, tmp_path / "other.otcpd")
    assert filled("import", other, first).code == 0
    assert filled("verify", other).code == 0
    assert filled("export", other, second).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert _contents(tmp_path / "first.files") == _contents(tmp_path / "second.files")
    assert len(_contents(tmp_path / "first.files")) == 1


def test_another_persons_json_is_refused_and_changes_nothing(filled: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    filled("export", filled.record, out)
    other = empty_file(filled, tmp_path / "other.otcpd", "Ewan Larch", "OT054321")
    filled("add", other, "shadowing")
    before = filled("list", other, "--format", "json").out
    said = filled("import", other, out)
    assert (said.code, said.out) == (4, "")
    assert filled("list", other, "--format", "json").out == before
    assert filled("verify", other).code == 0


def test_a_trial_changes_nothing(filled: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    filled("export", filled.record, out)
    other = empty_file(filled, tmp_path / "other.otcpd")
    before = other.read_bytes()
    said = filled("import", other, out, "--dry-run")
    assert said.code == 0
    assert any("activities" in line for line in said.lines)
    assert "nothing was changed" in said.err
    assert other.read_bytes() == before


def test_a_profile_pdf_gives_the_portfolio_back(filled: CommandLine, tmp_path: Path) -> None:
    profile = _profile(filled, tmp_path)
    other = empty_file(filled, tmp_path / "other.otcpd")
    said = filled("import", other, profile, "--dry-run")
    assert (said.code, "nothing was changed" in said.err) == (0, True)
    said = filled("import", other, profile)
    assert (said.code, said.lines) == (
        0,
        ["taken: one person", "taken: two activities", "taken: one piece of evidence", "taken: one portfolio"],
    )
    (evidence,) = filled("list", other, "evidence", "--format", "json").json
    assert (evidence["name"], evidence["kind"], len(evidence["used_in"])) == ("E2.pdf", "pdf", 1)
    assert filled("verify", other).code == 0


def test_another_persons_profile_pdf_is_refused(filled: CommandLine, tmp_path: Path) -> None:
    other = empty_file(filled, tmp_path / "other.otcpd", "Ewan Larch", "OT054321")
    filled("add", other, "shadowing")
    said = filled("import", other, _profile(filled, tmp_path))
    assert (said.code, said.out) == (4, "")


def _profile(filled: CommandLine, folder: Path) -> Path:
    with open_to_read(filled.record, filled.services.around) as record:
        write_profile(record, folder / "profile.pdf")
    return folder / "profile.pdf"


def test_csv_out_and_back_in(filled: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert filled("export", filled.record, out).code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert [row["Title"] for row in rows] == ["Journal club on falls", "Splints"]
    other = empty_file(filled, tmp_path / "other.otcpd")
    assert filled("import", other, out).code == 0
    listed = filled("list", other, "--format", "json").json
    assert [(one["title"], one["minutes"]) for one in listed] == [("Journal club on falls", 120), ("Splints", None)]


def test_columns_of_another_program_are_mapped_and_what_is_left_is_told(otcpd: CommandLine, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("When,What\n1/3/2026,Falls\n40/3/2026,Splints\n", encoding="utf-8")
    said = otcpd("import", otcpd.record, table, "--map", "When=date", "--map", "What=title")
    assert said.code == 0
    assert said.lines[0].startswith("taken: ")
    assert said.lines[1].startswith("skipped: ")
    assert "March has 31 days" in said.lines[1]
    assert [one["title"] for one in otcpd("list", otcpd.record, "--format", "json").json] == ["Falls"]


@pytest.mark.parametrize("pair", ["Nowhere=title", "What=colour"])
def test_a_mapping_that_leads_nowhere(otcpd: CommandLine, tmp_path: Path, pair: str) -> None:
    table = tmp_path / "table.csv"
    table.write_text("When,What\n1/3/2026,Falls\n", encoding="utf-8")
    assert otcpd("import", otcpd.record, table, "--map", "When=date", "--map", pair).code == 4


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.7 a certificate", b'{"some": "json"}', b"[1, 2"])
def test_files_that_cannot_be_taken_in(otcpd: CommandLine, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    said = otcpd("import", otcpd.record, file)
    assert (said.code, said.out) == (4, "")
    assert said.err.count("\n") == 1


def test_a_file_that_is_not_there(otcpd: CommandLine, tmp_path: Path) -> None:
    assert otcpd("import", otcpd.record, tmp_path / "gone.json").code == 4


@pytest.mark.parametrize("name", ["out.xlsx", "out.pdf", "out"])
def test_formats_that_otcpd_does_not_write(otcpd: CommandLine, tmp_path: Path, name: str) -> None:
    assert otcpd("export", otcpd.record, tmp_path / name).code == 4
    assert not (tmp_path / name).exists()


def test_one_worker_looks_at_all_the_files_of_an_import(filled: CommandLine, tmp_path: Path) -> None:
    activity = filled.add("course on hoists")
    for number in range(3):
        note = tmp_path / f"{number}.txt"
        note.write_text(f"zebra {number}", encoding="utf-8")
        filled("attach", filled.record, activity, note)
    out = tmp_path / "out.json"
    filled("export", filled.record, out)
    opened: list[bool] = []

    @contextmanager
    def looking() -> Iterator[Look]:
        opened.append(True)
        yield read_evidence

    other = empty_file(filled, tmp_path / "other.otcpd")
    filled.services = replace(filled.services, looking=looking)
    assert filled("import", other, out).code == 0
    assert len(opened) == 1
    assert len(filled("list", other, "evidence", "--search", "zebra", "--format", "json").json) == 3


def backups(otcpd: CommandLine, record: Path) -> list[Path]:
    with open_to_read(record, otcpd.services.around) as opened:
        return sorted(otcpd.services.backup_folder(opened.id).glob("*.otcpd"))


def test_a_file_with_entries_is_backed_up_before_an_import(filled: CommandLine, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Date,Title\n1/3/2026,Falls\n", encoding="utf-8")
    assert filled("import", filled.record, table, "--dry-run").code == 0
    assert backups(filled, filled.record) == []
    assert filled("import", filled.record, table).code == 0
    (backup,) = backups(filled, filled.record)
    titles = [one["title"] for one in filled("list", backup, "--format", "json").json]
    assert titles == ["Journal club on falls", "Splints"], "as it was before"
    assert filled("verify", backup).code == 0


def test_an_import_that_changes_nothing_or_is_refused_needs_no_backup(filled: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    filled("export", filled.record, out)
    assert filled("import", filled.record, out).code == 0
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    assert filled("import", filled.record, tmp_path / "bad.json").code == 4
    assert backups(filled, filled.record) == []
    other = empty_file(filled, tmp_path / "other.otcpd")
    assert filled("import", other, out).code == 0
    assert backups(filled, other) == [], "there was nothing to lose"


def test_without_a_backup_nothing_is_imported(filled: CommandLine, tmp_path: Path) -> None:
    filled.services.data_folder.write_text("no folder", encoding="utf-8")
    other, out = empty_file(filled, tmp_path / "other.otcpd"), tmp_path / "out.json"
    filled("export", filled.record, out)
    filled("add", other, "2h webinar")
    said = filled("import", other, out)
    assert (said.code, said.out) == (3, "")
    assert len(filled("list", other, "--format", "json").json) == 1


def _contents(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def test_references_are_taken_into_the_reading_log(otcpd: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "library.nbib"
    path.write_text("PMID- 31234567\nTI  - Rails.\nFAU - Rowan, Eilidh\nDP  - 2024 Mar\nQQQ - what\n", encoding="utf-8")
    taken = ["taken: Rowan (2024), ‘Rails’", "skipped: ‘Rails’, line 1: The tag ‘QQQ’ is not known."]

    trial = otcpd("import", otcpd.record, path, "--dry-run")
    said = otcpd("import", otcpd.record, path)

    assert (trial.code, trial.lines) == (said.code, said.lines) == (0, taken)
    assert said.err.strip() == "Done. One thing skipped or put right."
    again = otcpd("import", otcpd.record, path)
    assert again.lines[0] == "skipped: Rowan (2024), ‘Rails’: You have it already."


def test_a_framework_goes_out_and_into_another_file(otcpd: CommandLine, tmp_path: Path) -> None:
    table = tmp_path / "ours.csv"
    table.write_text("Framework,Our OTs\nEdition,2\nCode,Title,Parent\nA,Leads,\nA1,Chairs,B\n", encoding="utf-8")
    said = otcpd("import", otcpd.record, table, "--dry-run")
    assert (said.code, said.lines[:2]) == (0, ["taken: framework ‘Our OTs’, edition 2", "taken: 2 new items"])
    assert said.lines[2].startswith("skipped: line 5: What it stands below, ‘B’, is not in the file.")
    assert otcpd("export", otcpd.record, tmp_path / "none.json", "--framework", "our_ots").code == 4
    assert otcpd("import", otcpd.record, table).code == 0
    for out in (tmp_path / "ours.json", tmp_path / "again.csv"):
        said = otcpd("export", otcpd.record, out, "--framework", "our_ots@2")
        assert (said.code, said.lines) == (0, [str(out)])
        other = empty_file(otcpd, tmp_path / f"{out.stem}.otcpd")
        assert otcpd("import", other, out).lines == ["taken: framework ‘Our OTs’, edition 2", "taken: 2 new items"]
        assert otcpd("import", other, out).lines == []
        assert otcpd("verify", other).code == 0
