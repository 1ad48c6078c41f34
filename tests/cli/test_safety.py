"""`otcpd backup`, `restore`, `verify` and `erase`."""

from __future__ import annotations

from pathlib import Path

import pytest

from otcpd.actions import safety
from otcpd.actions.files import open_to_read
from otcpd.actions.files_coming_in import ComingIn, beside, note_coming
from otcpd.actions.quick_note_drafts import save_draft
from otcpd.domain.quick_note import NoteDraft
from tests.cli.conftest import CommandLine


def titles(otcpd: CommandLine, record: Path) -> list[str]:
    return [one["title"] for one in otcpd("list", record, "--format", "json").json]


def own_backup(otcpd: CommandLine) -> Path:
    """A backup in the program's own folder, as the window makes them."""
    services = otcpd.services
    with open_to_read(otcpd.record, services.around) as opened:
        folder = services.backup_folder(opened.id)
    return safety.back_up(otcpd.record, folder, services.clock.now()).path


def test_a_backup_can_be_opened_and_restored(otcpd: CommandLine, tmp_path: Path) -> None:
    otcpd.add("falls")
    said = otcpd("backup", otcpd.record, tmp_path / "stick")
    assert said.code == 0
    [path] = said.lines
    assert titles(otcpd, Path(path)) == ["Falls"]
    otcpd.add("splints")
    restored = otcpd("restore", path, otcpd.record)
    assert restored.code == 0
    assert titles(otcpd, otcpd.record) == ["Falls"]
    kept = [one for one in tmp_path.glob("*.otcpd") if one != otcpd.record]
    assert len(kept) == 1
    assert kept[0].name in restored.err
    assert titles(otcpd, kept[0]) == ["Falls", "Splints"]


def test_restoring_to_a_new_place(otcpd: CommandLine, tmp_path: Path) -> None:
    otcpd.add("falls")
    assert otcpd("restore", otcpd.record, tmp_path / "copy.otcpd").code == 0
    assert titles(otcpd, tmp_path / "copy.otcpd") == ["Falls"]


def test_a_damaged_backup_restores_nothing(otcpd: CommandLine, tmp_path: Path) -> None:
    otcpd.add("falls")
    bad = tmp_path / "bad.otcpd"
    data = otcpd.record.read_bytes()
    bad.write_bytes(data[: len(data) // 2])
    before = otcpd.record.read_bytes()
    said = otcpd("restore", bad, otcpd.record)
    assert said.code == 3
    assert otcpd.record.read_bytes() == before
    assert otcpd("restore", tmp_path / "gone.otcpd", otcpd.record).code == 3


@pytest.mark.usefixtures("other_window")
def test_nothing_is_restored_under_an_open_window(otcpd: CommandLine, tmp_path: Path) -> None:
    [path] = otcpd("backup", otcpd.record, tmp_path / "stick").lines
    assert otcpd("restore", path, otcpd.record).code == 3


def test_a_backup_into_a_file_is_refused(otcpd: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert otcpd("backup", otcpd.record, tmp_path / "file").code == 4


def test_a_sound_file_verifies(otcpd: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("notes", encoding="utf-8")
    otcpd("attach", otcpd.record, otcpd.add("falls"), file)
    said = otcpd("verify", otcpd.record)
    assert (said.code, said.out, said.err) == (0, "", "All is well.\n")


def test_a_change_past_the_journal_is_a_difference(otcpd: CommandLine) -> None:
    activity = otcpd.add("falls")
    _sql(otcpd.record, "UPDATE activity SET title = 'Slips'")
    said = otcpd("verify", otcpd.record)
    assert said.code == 1
    assert said.lines == [f"history: activity {activity} title"]


def test_evidence_that_rotted_is_a_difference(otcpd: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("notes", encoding="utf-8")
    otcpd("attach", otcpd.record, otcpd.add("falls"), file)
    _sql(otcpd.record, "UPDATE chunk SET data = x'00'")
    said = otcpd("verify", otcpd.record)
    assert said.code == 1
    assert said.lines[0].startswith("evidence: ")


def test_erasing_names_the_backups_that_may_still_hold_it(otcpd: CommandLine) -> None:
    activity = otcpd.add("visit to Mr Hawthorn")
    backup = own_backup(otcpd)
    said = otcpd("erase", otcpd.record, activity, "title", "--reason", "names a person")
    assert said.code == 0
    assert b"Hawthorn" not in otcpd.record.read_bytes()
    assert str(backup) in said.err
    assert "--renew-backups" in said.err
    assert titles(otcpd, otcpd.record) == [""]


def test_erasing_takes_a_draft_that_holds_the_title(otcpd: CommandLine) -> None:
    activity = otcpd.add("visit to Mr Hawthorn")
    with open_to_read(otcpd.record, otcpd.services.around) as opened:
        draft = otcpd.services.draft_file(opened.id)
    save_draft(draft, NoteDraft("Visit to Mr Hawthorn again"))
    note_coming(beside(draft), [ComingIn("", draft.with_name("Visit to Mr Hawthorn.pdf"))])
    said = otcpd("erase", otcpd.record, activity, "--reason", "names a person")
    assert "A draft of a quick note held it and was deleted." in said.err
    assert "A file still to be added was named by it" in said.err
    assert not any(draft.parent.iterdir())


def test_erasing_can_renew_the_backups(otcpd: CommandLine) -> None:
    activity = otcpd.add("visit to Mr Hawthorn")
    old = own_backup(otcpd)
    said = otcpd("erase", otcpd.record, activity, "--reason", "names a person", "--renew-backups")
    assert said.code == 0
    [kept] = old.parent.glob("*.otcpd")
    assert str(kept) in said.err
    assert b"Hawthorn" not in kept.read_bytes()
    assert titles(otcpd, otcpd.record) == []
    assert otcpd("verify", otcpd.record).code == 0


@pytest.mark.parametrize(("field", "reason"), [("colour", "a slip"), ("title", "  ")])
def test_what_cannot_be_erased(otcpd: CommandLine, field: str, reason: str) -> None:
    activity = otcpd.add("falls")
    assert otcpd("erase", otcpd.record, activity, field, "--reason", reason).code == 4
    assert titles(otcpd, otcpd.record) == ["Falls"]


def test_an_id_that_is_none(otcpd: CommandLine) -> None:
    assert otcpd("erase", otcpd.record, "nothing", "--reason", "a slip").code == 4


def _sql(path: Path, statement: str) -> None:
    """What a foreign tool would do to the file."""
    from contextlib import closing

    from otcpd.record.engine import connect

    with closing(connect(path)) as connection:
        connection.execute(statement)
