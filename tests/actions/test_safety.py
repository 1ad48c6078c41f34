"""Backups, restoring, verifying, erasing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from otcpd.actions.activities import answer_prompt, edit_activity, set_tags
from otcpd.actions.files import open_to_read, open_to_write
from otcpd.actions.safety import (
    back_up,
    backup_is_due,
    backups,
    copy_to,
    erase,
    renew_backups,
    restore,
    verify,
)
from otcpd.actions.settings import change_setting
from otcpd.domain.errors import FileDamaged, FileInUse, FileMissing, NotAcceptable, OtcpdError
from otcpd.record.engine import connect
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.actions.support import attached, journal_club, refused, written
from tests.ports import FixedClock
from tests.record.support import sound

HOUR = 3600


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def titles(path: Path, around: Surroundings) -> list[str]:
    with open_to_read(path, around) as opened:
        return [one.title for one in opened.activities.all()]


# When


def test_the_first_backup_is_due_at_once(record: Record, folder: Path) -> None:
    assert backup_is_due(record, folder)


def test_a_backup_is_due_after_a_day_with_changes(record: Record, clock: FixedClock, folder: Path) -> None:
    back_up(record.path, folder, clock.now())
    assert not backup_is_due(record, folder)
    clock.advance(23 * HOUR)
    journal_club(record)
    assert not backup_is_due(record, folder), "a day has not passed"
    clock.advance(HOUR)
    assert backup_is_due(record, folder)
    back_up(record.path, folder, clock.now())
    assert not backup_is_due(record, folder)


def test_a_day_without_changes_needs_no_backup(record: Record, clock: FixedClock, folder: Path) -> None:
    journal_club(record)
    clock.advance(1)
    back_up(record.path, folder, clock.now())
    clock.advance(days=30)
    assert not backup_is_due(record, folder)
    change_setting(record, "theme", "dark")
    assert backup_is_due(record, folder)


def test_a_change_in_the_second_of_the_backup_is_not_lost_to_it(
    record: Record, clock: FixedClock, folder: Path
) -> None:
    clock.advance(0.4)
    back_up(record.path, folder, clock.now())
    clock.advance(0.2)
    journal_club(record)
    clock.advance(days=2)
    assert backup_is_due(record, folder)


def test_a_backup_of_a_day_to_come_does_not_put_off_the_next(record: Record, clock: FixedClock, folder: Path) -> None:
    back_up(record.path, folder, clock.now() + timedelta(days=3650))
    assert backup_is_due(record, folder)
    back_up(record.path, folder, clock.now())
    assert not backup_is_due(record, folder)
    clock.advance(days=1)
    journal_club(record)
    assert backup_is_due(record, folder)


# Making and thinning


def test_a_backup_is_a_whole_file_made_beside_the_open_window(
    record: Record, clock: FixedClock, folder: Path, around: Surroundings, tmp_path: Path
) -> None:
    activity = journal_club(record)
    evidence = attached(record, activity, written(tmp_path / "a.txt")).evidence
    told: list[tuple[int, int]] = []
    made = back_up(record.path, folder, clock.now(), progress=lambda done, total: told.append((done, total)))
    assert backups(folder) == [made]
    assert told
    assert told[-1][0] == told[-1][1]
    with open_to_write(made.path, around) as copy:
        assert copy.activities.get(activity).evidence == (evidence,)
        assert b"".join(copy.evidence.chunks(evidence)) == b"Certificate of attendance"
        assert verify(copy).clean
    assert sound(record)


def test_a_year_of_daily_backups_is_thinned_to_a_dozen(record: Record, clock: FixedClock, folder: Path) -> None:
    first = back_up(record.path, folder, clock.now())
    for days in range(1, 200):
        shutil.copyfile(first.path, folder / f"{first.made - timedelta(days=days):%Y-%m-%dT%H%M%SZ}.otcpd")
    mine = written(folder / "my own copy.otcpd")
    clock.advance(days=1)
    newest = back_up(record.path, folder, clock.now())
    kept = backups(folder)
    assert 6 <= len(kept) <= 12
    assert kept[-1] == newest
    ages = [(newest.made - one.made).days for one in reversed(kept)]
    assert ages[:4] == [0, 1, 2, 3], "of the last days one each is kept"
    assert ages[-1] > 60, "and some of the months before"
    assert mine.exists(), "what otcpd did not make stays"


def test_a_copy_of_ones_own_thins_nothing(record: Record, clock: FixedClock, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    for _time in range(15):
        copy_to(record.path, stick, clock.now())
    assert len(backups(stick)) == 15
    file = written(tmp_path / "file.txt")
    with pytest.raises(NotAcceptable, match="is not a folder") as caught:
        copy_to(record.path, file, clock.now())
    assert caught.value.safe == "No backup was made."


def test_backing_up_what_is_not_there_is_refused(folder: Path, tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(FileMissing):
        back_up(tmp_path / "gone.otcpd", folder, clock.now())
    assert backups(folder) == []


# Restoring


def test_a_restore_puts_the_backup_in_place_and_keeps_what_was_there(
    record: Record, clock: FixedClock, folder: Path, around: Surroundings
) -> None:
    journal_club(record, title="Before")
    made = back_up(record.path, folder, clock.now())
    journal_club(record, title="After")
    record.close()
    kept = restore(made.path, record.path, around)
    assert titles(record.path, around) == ["Before"]
    assert kept is not None
    assert kept.parent == record.path.parent
    assert titles(kept, around) == ["Before", "After"]
    assert backups(folder) == [made], "the backup itself stays"
    with open_to_write(record.path, around) as again:
        assert verify(again).clean


def test_a_restore_to_a_new_place_needs_its_folder(
    record: Record, clock: FixedClock, folder: Path, around: Surroundings, tmp_path: Path
) -> None:
    made = back_up(record.path, folder, clock.now())
    assert restore(made.path, tmp_path / "new.otcpd", around) is None
    assert titles(tmp_path / "new.otcpd", around) == []
    with pytest.raises(NotAcceptable, match="There is no folder"):
        restore(made.path, tmp_path / "gone" / "new.otcpd", around)
    assert not (tmp_path / "gone").exists()


def test_a_file_open_elsewhere_is_not_restored_over(
    record: Record, clock: FixedClock, folder: Path, around: Surroundings
) -> None:
    made = back_up(record.path, folder, clock.now())
    journal_club(record, title="After")
    with pytest.raises(FileInUse, match="is open in another window on the computer ‘study-laptop’"):
        restore(made.path, record.path, around)
    assert [one.title for one in record.activities.all()] == ["After"]
    journal_club(record, title="Still writing")
    record.close()
    assert titles(record.path, around) == ["After", "Still writing"]


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:9000]), FileDamaged),
        (lambda path: path.write_bytes(b"not ours at all"), OtcpdError),
        (lambda path: path.unlink(), FileMissing),
    ],
    ids=["cut short", "not ours", "gone"],
)
def test_a_bad_backup_leaves_the_file_as_it_was(
    record: Record,
    clock: FixedClock,
    folder: Path,
    around: Surroundings,
    spoil: Callable[[Path], object],
    kind: type[OtcpdError],
) -> None:
    journal_club(record)
    made = back_up(record.path, folder, clock.now())
    record.close()
    spoil(made.path)
    before = record.path.read_bytes()
    with pytest.raises(kind):
        restore(made.path, record.path, around)
    assert record.path.read_bytes() == before
    assert sorted(one.name for one in record.path.parent.glob("*.otcpd")) == [record.path.name]


# Verifying


def test_a_whole_file_is_clean(record: Record, activity: str, tmp_path: Path) -> None:
    attached(record, activity, written(tmp_path / "a.txt"))
    found = verify(record)
    assert found.clean
    assert (found.structure, found.journal, found.evidence) == ((), (), ())


@pytest.mark.parametrize(
    ("tampering", "part", "shows"),
    [
        ("UPDATE activity SET title = 'Forged'", "journal", "title"),
        ("DELETE FROM activity_tag", "journal", "activity_tag"),
        ("UPDATE change SET after = '2026-01-01' WHERE field = 'date'", "journal", "date"),
        ("UPDATE chunk SET data = x'00'", "evidence", ""),
        ("DELETE FROM chunk", "evidence", ""),
    ],
)
def test_what_another_program_did_to_the_file_is_found(
    record: Record, activity: str, around: Surroundings, tmp_path: Path, tampering: str, part: str, shows: str
) -> None:
    set_tags(record, activity, ["falls"])
    edit_activity(record, activity, "date", record.clock.today())
    attached(record, activity, written(tmp_path / "a.txt"))
    record.close()
    raw = connect(record.path)
    raw.execute(tampering)
    raw.close()
    with open_to_write(record.path, around) as again:
        found = verify(again)
    assert not found.clean
    parts = {"structure": found.structure, "journal": found.journal, "evidence": found.evidence}
    assert [name for name, entries in parts.items() if entries] == [part]
    assert any(shows in entry for entry in parts[part])


def test_a_file_open_for_reading_can_be_verified(record: Record, activity: str, around: Surroundings) -> None:
    with open_to_read(record.path, around) as reading:
        assert verify(reading).clean


# Erasing


def test_erasing_says_which_backups_hold_it_still(
    record: Record, clock: FixedClock, folder: Path, around: Surroundings
) -> None:
    before = back_up(record.path, folder, clock.now())
    clock.advance(days=1)
    activity = journal_club(record, title="Visit to Quillfeather")
    holding = back_up(record.path, folder, clock.now())
    clock.advance(1)
    erased = erase(record, activity, "title", "A name typed by mistake", folder)
    assert erased.changes.of("activity") == {activity}
    assert erased.backups == (holding,)
    assert record.activities.get(activity).title == ""
    assert record.search("quillfeather") == {}
    assert b"Quillfeather" in holding.path.read_bytes()
    made = renew_backups(record.path, folder, clock.now(), erased.backups)
    assert [one.path for one in backups(folder)] == [before.path, made.path], "the older one never held it"
    assert not holding.path.exists()
    record.close()
    for path in (record.path, before.path, made.path):
        assert b"uillfeather" not in path.read_bytes()
        with open_to_read(path, around) as opened:
            assert verify(opened).clean


def test_erasing_a_whole_entry_takes_its_reflections_along(record: Record, activity: str, folder: Path) -> None:
    edit_activity(record, activity, "learning", "Quillfeather fell.")
    answer_prompt(record, activity, "gibbs", "feelings", "Sorry for Quillfeather.")
    erased = erase(record, activity, None, "Named somebody", folder)
    assert erased.backups == ()
    assert record.activities.all() == []
    record.close()
    assert b"uillfeather" not in record.path.read_bytes()


def test_erasing_evidence_takes_the_bytes_and_their_words(
    record: Record, activity: str, folder: Path, tmp_path: Path
) -> None:
    evidence = attached(record, activity, written(tmp_path / "Quillfeather.txt", "Quillfeather")).evidence
    assert record.search("quillfeather") == {"evidence": {evidence}}
    erase(record, evidence, None, "Named somebody", folder)
    assert record.activities.get(activity).evidence == ()
    record.close()
    assert b"uillfeather" not in record.path.read_bytes()


def test_erasing_cannot_be_undone_but_what_came_before_can(record: Record, activity: str, folder: Path) -> None:
    edit_activity(record, activity, "learning", "Quillfeather fell.")
    edit_activity(record, activity, "minutes", 60)
    erase(record, activity, "learning", "Named somebody", folder)
    record.undo()
    assert record.activities.get(activity).minutes is None
    record.undo()
    assert record.activities.get(activity).learning == ""
    assert verify(record).clean


@pytest.mark.parametrize(
    ("row", "field", "reason", "words"),
    [
        ("", "title", "  ", "There is no reason yet. Nothing was erased. Say why, without repeating what is to go."),
        ("", "minutes", "why", "‘minutes’ is not a text of this entry. Nothing was erased."),
        ("nobody", None, "why", "There is nothing with the id nobody. Nothing was erased."),
    ],
)
def test_erasing_without_reason_or_aim_is_refused(
    record: Record, activity: str, folder: Path, row: str, field: str | None, reason: str, words: str
) -> None:
    with refused(record, NotAcceptable, words):
        erase(record, row or activity, field, reason, folder)
