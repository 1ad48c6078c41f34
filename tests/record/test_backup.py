"""Backups: proved, thinned, and restored without loss."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.errors import FileDamaged, FileMissing, FileTooNew, NotAcceptable, NotACpdFile, ReadOnly
from otcpd.record import opening
from otcpd.record.backup import MOST_BYTES, MOST_COPIES, Backup, back_up, backups_in, holding, let_go, restore, thin
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import START, FixedClock
from tests.record.processes import kill_in_mid_save
from tests.record.support import add_activity, attach, edit, sound

DAY = dt.timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def titles(path: Path, around: Surroundings) -> list[str]:
    with opening.open_for_reading(path, around) as record:
        assert sound(record)
        return [one.title for one in record.activities.all()]


def test_a_backup_is_a_whole_sound_copy(
    record: Record, folder: Path, around: Surroundings, tmp_path: Path, clock: FixedClock
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"scan" * 400_000)
    evidence = attach(record, add_activity(record, "Journal club"), scan)
    made = back_up(record.path, folder, clock.now())
    assert made.path == folder / "2026-11-21T091200Z.otcpd"
    assert (made.made, made.size) == (clock.now(), made.path.stat().st_size)
    assert [path.name for path in folder.iterdir()] == [made.path.name]
    with opening.open_for_writing(made.path, around) as copy:
        assert copy.id == record.id
        assert [one.title for one in copy.activities.all()] == ["Journal club"]
        assert b"".join(copy.evidence.chunks(evidence)) == scan.read_bytes()
        assert copy.damaged_content() == []
        assert sound(copy)


def test_a_backup_is_made_while_the_file_is_open_and_written_to(
    record: Record, folder: Path, around: Surroundings, clock: FixedClock
) -> None:
    activity = add_activity(record, "first")
    first = back_up(record.path, folder, clock.now())
    edit(record, activity, "title", "second")
    second = back_up(record.path, folder, clock.now())
    edit(record, activity, "title", "third")
    assert first.path != second.path
    assert [titles(made.path, around) for made in backups_in(folder)] == [["first"], ["second"]]
    assert record.activities.get(activity).title == "third"
    assert sound(record)


def test_a_backup_tells_how_far_it_is(record: Record, folder: Path, clock: FixedClock) -> None:
    scan = folder.with_name("scan.pdf")
    scan.write_bytes(b"scan" * 6_000_000)
    attach(record, add_activity(record), scan)
    told: list[tuple[int, int]] = []
    back_up(record.path, folder, clock.now(), progress=lambda done, total: told.append((done, total)))
    assert len(told) > 2
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_a_backup_after_a_crash_holds_what_was_saved(
    record: Record, folder: Path, around: Surroundings, clock: FixedClock
) -> None:
    add_activity(record, "Saved")
    record.close()
    kill_in_mid_save(record.path)
    made = back_up(record.path, folder, clock.now())
    assert titles(made.path, around) == ["Saved"]


def test_a_damaged_file_makes_no_backup_and_pushes_out_none(record: Record, folder: Path, clock: FixedClock) -> None:
    for number in range(40):
        add_activity(record, f"Reading {number}", learning="What falls teach us. " * 40)
    good = back_up(record.path, folder, clock.now())
    record.close()
    spoil(record.path)
    with pytest.raises(FileDamaged, match=record.path.name):
        back_up(record.path, folder, clock.now() + DAY)
    assert [path.name for path in folder.iterdir()] == [good.path.name]


def test_a_missing_file_makes_no_backup(folder: Path, tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(FileMissing):
        back_up(tmp_path / "gone.otcpd", folder, clock.now())
    assert not folder.exists()


def test_only_backups_are_listed(record: Record, folder: Path, clock: FixedClock) -> None:
    assert backups_in(folder) == []
    made = back_up(record.path, folder, clock.now())
    for name in ("notes.txt", "eilidh.otcpd", ".2026-11-22T090000Z.partial", "2026-13-45.otcpd"):
        (folder / name).write_bytes(b"x")
    assert backups_in(folder) == [made]


def test_backups_that_know_a_thing_are_named(record: Record, folder: Path, clock: FixedClock) -> None:
    before = back_up(record.path, folder, clock.now())
    activity = add_activity(record, "Journal club")
    after = back_up(record.path, folder, clock.now() + DAY)
    assert holding([before, after], activity, None) == [after]
    after.path.write_bytes(b"unreadable")
    assert holding([before, after], activity, None) == [after], "who knows what is in it"


def test_restoring_keeps_what_stood_there(
    record: Record, folder: Path, around: Surroundings, clock: FixedClock
) -> None:
    activity = add_activity(record, "old")
    made = back_up(record.path, folder, clock.now())
    edit(record, activity, "title", "new")
    record.close()
    kept = restore(made.path, record.path, clock.now())
    assert titles(record.path, around) == ["old"]
    assert kept is not None
    assert kept.parent == record.path.parent
    assert titles(kept, around) == ["new"]
    assert titles(made.path, around) == ["old"], "the backup stays"
    again = restore(made.path, record.path, clock.now())
    assert again is not None
    assert again not in (kept, record.path)
    assert len([path for path in record.path.parent.iterdir() if path.is_file()]) == 3


def test_restoring_where_nothing_stands(record: Record, folder: Path, around: Surroundings, clock: FixedClock) -> None:
    add_activity(record, "old")
    made = back_up(record.path, folder, clock.now())
    target = record.path.with_name("elsewhere.otcpd")
    assert restore(made.path, target, clock.now()) is None
    assert titles(target, around) == ["old"]


def test_restoring_over_a_damaged_file_and_over_anything_else(
    record: Record, folder: Path, around: Surroundings, clock: FixedClock
) -> None:
    add_activity(record, "old")
    made = back_up(record.path, folder, clock.now())
    record.close()
    for content in (b"", b"no CPD file", record.path.read_bytes()[:9000]):
        record.path.write_bytes(content)
        kept = restore(made.path, record.path, clock.now())
        assert kept is not None
        assert kept.read_bytes() == content
        assert titles(record.path, around) == ["old"]


def test_restoring_after_a_crash_sets_the_unfinished_save_aside_too(
    record: Record, folder: Path, around: Surroundings, clock: FixedClock
) -> None:
    add_activity(record, "old")
    made = back_up(record.path, folder, clock.now())
    add_activity(record, "saved since")
    record.close()
    kill_in_mid_save(record.path)
    kept = restore(made.path, record.path, clock.now())
    assert titles(record.path, around) == ["old"]
    assert kept is not None
    assert titles(kept, around) == ["old", "saved since"], "what was put aside is rolled back from its own journal"


def test_a_lost_journal_does_not_spoil_what_is_restored(
    record: Record, folder: Path, around: Surroundings, clock: FixedClock
) -> None:
    add_activity(record, "old")
    made = back_up(record.path, folder, clock.now())
    record.close()
    kill_in_mid_save(record.path)
    record.path.unlink()
    assert restore(made.path, record.path, clock.now()) is None
    assert titles(record.path, around) == ["old"]


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", NotACpdFile), (b"Dear Eilidh", NotACpdFile), (None, FileDamaged)],
    ids=["empty", "a letter", "damaged"],
)
def test_a_backup_that_is_none_is_refused(
    record: Record, folder: Path, clock: FixedClock, content: bytes | None, error: type[Exception]
) -> None:
    for number in range(40):
        add_activity(record, f"Reading {number}", learning="What falls teach us. " * 40)
    made = back_up(record.path, folder, clock.now())
    record.close()
    if content is None:
        spoil(made.path)
    else:
        made.path.write_bytes(content)
    before = record.path.read_bytes()
    with pytest.raises(error):
        restore(made.path, record.path, clock.now())
    assert record.path.read_bytes() == before
    assert [path.name for path in record.path.parent.iterdir() if path.is_file()] == [record.path.name]


def test_a_backup_of_a_newer_otcpd_is_refused(record: Record, folder: Path, clock: FixedClock) -> None:
    made = back_up(record.path, folder, clock.now())
    content = bytearray(made.path.read_bytes())
    content[60:64] = (2000).to_bytes(4, "big")
    made.path.write_bytes(content)
    with pytest.raises(FileTooNew):
        restore(made.path, record.path, clock.now())


def test_a_file_is_not_restored_from_itself_or_from_nothing(record: Record, clock: FixedClock, folder: Path) -> None:
    record.close()
    with pytest.raises(NotAcceptable):
        restore(record.path, record.path, clock.now())
    with pytest.raises(FileMissing):
        restore(folder / "gone.otcpd", record.path, clock.now())


def test_letting_go_deletes_and_passes_over_what_is_gone(record: Record, folder: Path, clock: FixedClock) -> None:
    made = back_up(record.path, folder, clock.now())
    twin = Backup(made.path.with_name("2026-11-20T090000Z.otcpd"), clock.now() - DAY, 1)
    shutil.copyfile(made.path, folder / "keep me.otcpd")
    let_go([twin, made])
    assert [path.name for path in folder.iterdir()] == ["keep me.otcpd"]


def spoil(path: Path) -> None:
    """Writes over the middle of a file."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 8192 * 4096
    content[middle : middle + 5 * 4096] = b"\xa5" * 5 * 4096
    path.write_bytes(content)


def made_on(*days: float) -> list[Backup]:
    """Backups of so many days before the start, of one byte each."""
    return [Backup(Path(f"{day}.otcpd"), START - dt.timedelta(days=day), 1) for day in days]


def kept_of(backups: list[Backup]) -> list[Backup]:
    gone = thin(backups)
    return [backup for backup in backups if backup not in gone]


def test_one_a_day_is_kept_for_five_days() -> None:
    backups = made_on(*(quarter / 4 for quarter in range(18)))
    assert [backup.made.date() for backup in kept_of(backups)] == [START.date() - DAY * day for day in range(5)]


def test_a_year_of_daily_backups_becomes_days_weeks_and_months() -> None:
    kept: list[Backup] = []
    for day in range(400):
        kept = kept_of([*kept, Backup(Path(f"{day}.otcpd"), START + DAY * day, 1)])
        ages = [day - (backup.made - START).days for backup in kept]
        assert set(range(min(day + 1, 5))) <= set(ages), "the last days"
        if day > 100:
            assert {age // 7 for age in ages if age < 28} == {0, 1, 2, 3}, "each of the last weeks"
            assert max(ages) > 60, "and months"
            assert sum(age >= 28 for age in ages) >= 2


_BACKUPS = st.lists(
    st.builds(
        Backup,
        path=st.uuids().map(lambda name: Path(f"{name}.otcpd")),
        made=st.integers(0, 800 * 24).map(lambda hours: START - dt.timedelta(hours=hours)),
        size=st.sampled_from((1, 10**6, 300 * 10**6, 10**9, 3 * 10**9)),
    ),
    max_size=60,
)


@given(backups=_BACKUPS)
def test_thinning_keeps_the_newest_and_stays_within_bounds(backups: list[Backup]) -> None:
    kept = kept_of(backups)
    assert len(kept) <= MOST_COPIES
    assert sum(backup.size for backup in kept) <= MOST_BYTES or len(kept) == 1
    if backups:
        assert max(backup.made for backup in backups) in {backup.made for backup in kept}
    else:
        assert kept == []


@given(backups=_BACKUPS)
def test_thinning_twice_is_thinning_once(backups: list[Backup]) -> None:
    kept = kept_of(backups)
    assert kept_of(kept) == kept


@given(backups=_BACKUPS)
def test_thinning_does_not_ask_for_an_order(backups: list[Backup]) -> None:
    assert {backup.path for backup in thin(backups)} == {backup.path for backup in thin(backups[::-1])}


def test_what_a_killed_backup_left_is_cleared_away_by_the_next(record: Record, folder: Path, clock: FixedClock) -> None:
    folder.mkdir()
    (folder / ".2026-11-20T080000Z.partial").write_bytes(b"half")
    (folder / ".2026-11-20T080000Z.partial-journal").write_bytes(b"half")
    made = back_up(record.path, folder, clock.now())
    assert list(folder.iterdir()) == [made.path]


def test_a_backup_comes_to_its_end_while_somebody_saves_all_the_time(
    record: Record, folder: Path, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = add_activity(record)
    scan = tmp_path / "scan.bin"
    scan.write_bytes(bytes(3 * 1024 * 1024))
    attach(record, activity, scan)
    monkeypatch.setattr("otcpd.record.backup._STEP_PAGES", 16)
    told: list[tuple[int, int]] = []

    def save_meanwhile(done: int, pages: int) -> None:
        told.append((done, pages))
        edit(record, activity, "title", f"Journal club {len(told)}")

    back_up(record.path, folder, clock.now(), progress=save_meanwhile)
    assert len(told) < 40, "each save made it begin anew, and it would never end"
    assert len(backups_in(folder)) == 1


def test_a_restore_that_fails_at_the_last_moment_leaves_the_file_where_it_was(
    record: Record, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(record.path, folder, clock.now())
    add_activity(record, "Since the backup")
    record.close()
    before = record.path.read_bytes()

    def refuse(_part: Path, _path: Path) -> None:
        raise PermissionError(13, "held by a virus scanner")

    monkeypatch.setattr("otcpd.record.backup.put_in_place", refuse)
    with pytest.raises(ReadOnly):
        restore(made.path, record.path, clock.now())
    assert record.path.read_bytes() == before
    assert sorted(path.name for path in record.path.parent.glob("*.otcpd")) == [record.path.name]


def test_a_backup_made_after_an_erasing_does_not_hold_what_was_erased(
    record: Record, folder: Path, clock: FixedClock
) -> None:
    activity = add_activity(record, "Visit to Quillfeather")
    before = back_up(record.path, folder, clock.now())
    record.erase(activity, "title", "typed by mistake")
    after = back_up(record.path, folder, clock.now() + DAY)
    assert holding([before, after], activity, "title") == [before]
