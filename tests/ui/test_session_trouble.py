"""The session when the machine says no: a full disk, a stick pulled out, and what is tidied away in idle moments."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import activities, files
from otcpd.domain.errors import DiskFull, FileInUse
from otcpd.record.blobs import CHUNK
from otcpd.record.engine import connect
from otcpd.record.record import Record
from otcpd.ui.autosave import SaveKind, SaveStatus
from otcpd.ui.backup_watch import BackupWatch
from otcpd.ui.pages.log.intake import EvidenceIntake
from otcpd.ui.theme.fonts import offer_fonts_of
from tests.ports import FixedClock
from tests.record.mounts import small_disk
from tests.record.support import new_record, reopened, sound, surroundings, take_in
from tests.record.test_permissions import as_somebody_without_rights
from tests.ui.opened import SLOW
from tests.ui.test_session import Held, added, learning


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Iterator[Held]:
    folder = tmp_path / "stick"
    folder.mkdir()
    made = Held(new_record(folder / "eilidh.otcpd", clock), tmp_path / "data", clock)
    yield made
    made.end()


@pytest.mark.small_disk
def test_nothing_is_done_past_a_text_that_could_not_be_saved(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    with small_disk(tmp_path / "disk", size="2m") as disk:
        held = Held(new_record(disk.folder / "eilidh.otcpd", clock), tmp_path / "data", clock)
        activity = added(held)
        disk.fill(leave=60_000)
        held.write(activity, "What I learnt about hoists. " * 4_000)
        assert held.session.act(activities.edit_activity, activity, "minutes", 60) is None
        assert [type(problem) for problem in held.problems.values] == [DiskFull]
        assert held.session.record.activities.get(activity).minutes is None
        assert held.session.undo() is None
        assert held.session.record.activities.all() != []
        disk.empty()
        assert held.session.act(activities.edit_activity, activity, "minutes", 60) is not None
        assert learning(held, activity).startswith("What I learnt about hoists.")
        held.end()


def test_a_stick_that_is_pulled_out_loses_no_text(held: Held, qtbot: QtBot) -> None:
    activity = added(held)
    stick = held.session.record.path.parent
    stick.rename(stick.with_name("elsewhere"))
    held.write(activity, "Light matters more than rugs.")
    assert not held.session.flush()
    assert held.session.saving.kind is SaveKind.FAILED
    assert not held.session.close()
    assert held.problems.values == []
    stick.with_name("elsewhere").rename(stick)
    with qtbot.waitSignal(held.session.save_state, timeout=SLOW, check_params_cb=_saved):
        pass
    assert learning(held, activity) == "Light matters more than rugs."


def _saved(status: SaveStatus) -> bool:
    return status.kind is SaveKind.SAVED


def chunks(record: Record) -> int:
    return int(record.reader.value("SELECT count(*) FROM chunk"))


def has_no_chunks(record: Record) -> bool:
    return chunks(record) == 0


def is_indexed(record: Record) -> bool:
    return not record.reader.value("SELECT count(*) FROM search_stale")


def test_what_a_given_up_file_left_is_swept_when_idle(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    activity = added(held)
    record = held.session.record
    qtbot.waitUntil(partial(is_indexed, record), timeout=SLOW)
    film = tmp_path / "film.bin"
    film.write_bytes(bytes(20 * CHUNK))
    intake = EvidenceIntake(held.session)
    intake.add(activity, [film])
    qtbot.waitUntil(lambda: chunks(record) >= 15, timeout=SLOW)
    intake.cancel()
    assert chunks(record) > 0
    qtbot.waitUntil(partial(has_no_chunks, record), timeout=SLOW)


def test_what_a_crash_left_is_swept_after_opening(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    film = tmp_path / "film.bin"
    film.write_bytes(bytes(20 * CHUNK))
    record = new_record(tmp_path / "eilidh.otcpd", clock)
    take_in(record, film)
    held = Held(reopened(record, clock), tmp_path / "data", clock)
    assert chunks(held.session.record) > 0
    qtbot.waitUntil(partial(has_no_chunks, held.session.record), timeout=SLOW)
    held.end()


@pytest.mark.small_disk
def test_a_stick_that_comes_back_as_another_disk_is_written_to_again(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    folder, copy = tmp_path / "stick", tmp_path / "copy.otcpd"
    with small_disk(folder) as disk:
        held = Held(new_record(disk.folder / "eilidh.otcpd", clock), tmp_path / "data", clock)
        activity = added(held)
        held.write(activity, "Before")
        assert held.session.flush()
        copyfile(held.session.record.path, copy)
    # The stick is out: what was open leads to a disk that nobody sees any more.
    held.write(activity, "While it was out")
    assert not held.session.flush()
    assert held.session.saving.sentence.startswith("Not saved yet. Your CPD file is not where it was.")
    assert held.session.act(activities.edit_activity, activity, "minutes", 30) is None
    folder.rmdir()
    with small_disk(folder) as disk:
        copyfile(copy, disk.folder / "eilidh.otcpd")
        (disk.folder / "eilidh.otcpd.lock").touch()
        with qtbot.waitSignal(held.session.save_state, timeout=SLOW, check_params_cb=_saved):
            pass
        assert learning(held, activity) == "While it was out"
        assert held.session.act(activities.edit_activity, activity, "minutes", 45) is not None
        with pytest.raises(FileInUse):
            files.open_to_write(disk.folder / "eilidh.otcpd", surroundings(clock, 9))
        path = held.session.record.path
        held.end()
        with files.open_to_write(path, surroundings(clock, 9)) as again:
            found = again.activities.get(activity)
            assert (found.learning, found.minutes) == ("While it was out", 45)
            assert sound(again)
            assert again.undo() is not None
            assert again.undo() is not None
            assert again.activities.get(activity).learning == ""


@pytest.mark.small_disk
def test_an_older_copy_in_its_place_is_never_written_to(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    folder, copy = tmp_path / "stick", tmp_path / "copy.otcpd"
    with small_disk(folder) as disk:
        held = Held(new_record(disk.folder / "eilidh.otcpd", clock), tmp_path / "data", clock)
        copyfile(held.session.record.path, copy)
        activity = added(held)
    folder.rmdir()
    with small_disk(folder) as disk:
        other = disk.folder / "eilidh.otcpd"
        copyfile(copy, other)
        before = other.read_bytes()
        held.write(activity, "For the file that was here")
        assert not held.session.flush()
        assert "there is another file now, or an older copy of it" in held.session.saving.sentence
        assert held.session.autosave.at_risk
        assert not held.session.close()
        assert other.read_bytes() == before
        assert [path.name for path in disk.folder.iterdir()] == ["eilidh.otcpd"]
        held.end()


@pytest.mark.small_disk
def test_reading_goes_on_once_the_disk_is_back(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    with small_disk(tmp_path / "stick") as disk:
        held = Held(new_record(disk.folder / "eilidh.otcpd", clock), tmp_path / "data", clock)
        added(held)
        record = held.session.record
        copyfile(record.path, tmp_path / "copy.otcpd")
        assert not record.reconnect()
        record.path.unlink()
        assert not record.reconnect()
        copyfile(tmp_path / "copy.otcpd", record.path)
        record.reader.connection.close()
        record.reader.connection = connect(tmp_path / "copy.otcpd")
        assert record.reconnect()
        assert len(record.activities.all()) == 1
        held.end()


def test_what_is_the_matter_is_said_once_and_not_with_every_key(held: Held) -> None:
    activity = added(held)
    stick = held.session.record.path.parent
    stick.rename(stick.with_name("elsewhere"))
    held.states.values.clear()
    for length in range(1, 30):
        held.write(activity, "L" * length)
        assert not held.session.flush()
    failed = [one for one in held.states.values if isinstance(one, SaveStatus) and one.kind is SaveKind.FAILED]
    assert len(failed) == 1
    assert held.problems.values == []
    stick.with_name("elsewhere").rename(stick)
    assert held.session.flush()
    assert learning(held, activity) == "L" * 29


def test_a_folder_that_becomes_read_only_is_said_and_got_over(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    folder = Path(mkdtemp())
    held = Held(new_record(folder / "eilidh.otcpd", clock), tmp_path / "data", clock)
    try:
        activity = added(held)
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555)
        with as_somebody_without_rights():
            held.write(activity, "Light matters")
            assert not held.session.flush()
            assert held.session.saving.sentence.startswith("Not saved")
            assert learning(held, activity) == ""
        folder.chmod(0o755)
        for path in folder.iterdir():
            path.chmod(0o644)
        with qtbot.waitSignal(held.session.save_state, timeout=SLOW, check_params_cb=_saved):
            pass
        assert learning(held, activity) == "Light matters"
    finally:
        held.end()
        rmtree(folder)


def test_a_clock_that_jumps_loses_and_misorders_nothing(held: Held, clock: FixedClock, tmp_path: Path) -> None:
    activity = added(held)
    typed: list[str] = []
    for days in (0.0, 3, -5, 400, -400, 0.1, 0.001):
        clock.advance(days=days)
        typed.append(f"Written {len(typed)}")
        held.write(activity, typed[-1])
        assert held.session.flush()
        assert held.session.saving.at == f"{clock.now():%H:%M}"
    record = held.session.record
    clocks = [row[0] for row in record.reader.rows("SELECT hlc FROM step ORDER BY seq")]
    assert clocks == sorted(clocks), "the logical clock never goes back"
    ids = [row[0] for row in record.reader.rows("SELECT id FROM step ORDER BY seq")]
    assert ids == sorted(ids)
    while typed[:-1]:
        typed.pop()
        assert held.session.undo() is not None
        assert learning(held, activity) in typed, "undo goes back in the order in which it was written"
    assert sound(record)


def test_backups_come_whatever_the_clock_did(held: Held, clock: FixedClock, qtbot: QtBot) -> None:
    watch = BackupWatch(held.session)
    made = partial(_made, watch)
    for days, number in ((0.0, 1), (30, 2), (-30, 2), (1, 3), (-10, 4)):
        clock.advance(days=days)
        added(held, f"Learning {number}")
        watch.look()
        qtbot.waitUntil(partial(made, number), timeout=SLOW)
    assert watch.state.problem is None
    assert watch.state.said.startswith("at "), "the newest that is not of days to come"


def _made(watch: BackupWatch, number: int) -> bool:
    return len(watch.all()) == number and not watch.busy


def test_fonts_that_cannot_be_read_leave_those_of_the_system(qapp: QApplication, tmp_path: Path) -> None:
    offer_fonts_of(tmp_path / "gone")
    broken = tmp_path / "fonts"
    broken.mkdir()
    (broken / "Inter.ttf").write_bytes(b"no font")
    (broken / "Noto.ttf").mkdir()
    offer_fonts_of(broken)
