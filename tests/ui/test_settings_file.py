"""The second half of the settings, through the real window: backups, the place of the file, erasing, importing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import activities, files, safety
from otcpd.actions.exporting import export
from otcpd.actions.importing import import_file
from otcpd.domain.changes import Changes
from otcpd.record.backup import Backup
from otcpd.record.record import Record
from otcpd.ui.pages.settings.backups import BackupsSection
from otcpd.ui.pages.settings.data import DataSection
from otcpd.ui.pages.settings.erase import EraseSection
from otcpd.ui.pages.settings.importing import ImportSection
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.widgets.icon_line import IconLine
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import SLOW, Opened, log_file, new_file, opened_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path, clock: FixedClock) -> Path:
    return log_file(tmp_path, clock)


def settings(program: Opened, thing: str) -> SettingsSection:
    page = program.window.go_to("settings", thing)
    assert isinstance(page, SettingsPage)
    return page.section


def open_settings(program: Opened, path: Path, thing: str) -> SettingsSection:
    program.program.start(path)
    program.window.resize(1280, 860)
    return settings(program, thing)


def add(record: Record, title: str) -> Changes:
    return activities.new_activity(record, title=title)


def reads_only(program: Opened) -> bool:
    return program.record.read_only


def another_window(program: Opened, before: MainWindow) -> bool:
    return (
        program.program.window is not None and program.program.window is not before and program.program.errand is None
    )


def wait_for_another(program: Opened, before: MainWindow) -> SettingsSection:
    """The window that opens after work on the whole file, at the section it went from."""
    program.qtbot.waitUntil(partial(another_window, program, before), timeout=SLOW)
    page = program.window.page
    assert isinstance(page, SettingsPage)
    return page.section


def backups(program: Opened) -> list[Backup]:
    return safety.backups(*program.services.backup_folders(program.record.id))


def has_backups(program: Opened, number: int) -> bool:
    return len(backups(program)) == number and not program.window.desk.backups.busy


# Backups


def test_a_backup_is_made_looked_into_and_restored(program: Opened, path: Path, clock: FixedClock) -> None:
    section = open_settings(program, path, "backups make")
    assert isinstance(section, BackupsSection)
    program.qtbot.waitUntil(partial(has_backups, program, 1), timeout=SLOW)
    assert section.newest.text() == "Newest backup: today at 09:12, checked."
    assert [row.title for row in section.list.rows.rows()] == ["Today at 09:12"]
    assert section.list.chosen_key() == str(backups(program)[0].path)
    program.window.desk.session.act(add, "After the backup")

    section.look.click()
    window = program.window
    assert reads_only(program)
    assert "After the backup" not in program.titles()
    assert "It is the backup made at 09:12." in program.record.read_only_because
    assert program.record.path not in program.machine.recent()
    window._bars[0].button.click()
    program.qtbot.waitUntil(lambda: program.record.path == path, timeout=SLOW)
    assert not reads_only(program)
    assert "After the backup" in program.titles()

    section = settings(program, "backups restore")
    assert isinstance(section, BackupsSection)
    program.qtbot.waitUntil(section.list.hasFocus, timeout=SLOW)
    before = program.window
    section.restore.click()
    assert section.dialog is not None
    assert section.dialog.windowTitle() == "Restore the backup made at 09:12?"
    assert "eilidh before restore 21 November 2026" in section.dialog.accessibleDescription()
    program.qtbot.waitUntil(section.dialog.safe.hasFocus, timeout=SLOW)
    section.dialog.act.click()
    back = wait_for_another(program, before)
    assert isinstance(back, BackupsSection)
    assert "After the backup" not in program.titles()
    assert program.toast.startswith("This is the backup made at 09:12. What you had before is kept as ‘eilidh before")
    kept = path.with_name("eilidh before restore 21 November 2026.otcpd")
    with files.open_to_read(kept, surroundings(clock, 31)) as opened:
        assert "After the backup" in [one.title for one in opened.activities.all()]


def test_the_newest_copy_found_decides_what_is_said(program: Opened, path: Path, clock: FixedClock) -> None:
    program.program.start(path)
    folder = program.services.backup_folder(program.record.id)
    folder.mkdir(parents=True)
    safety.copy_to(path, folder, clock.now())
    section = settings(program, "backups")
    assert isinstance(section, BackupsSection)
    assert section.newest.text() == "Newest backup: today at 09:12, checked."
    assert program.window.sidebar.backup.text() == "Backup checked 09:12"


def test_another_folder_for_backups_can_be_chosen_and_undone(program: Opened, path: Path, tmp_path: Path) -> None:
    section = open_settings(program, path, "backups make")
    assert isinstance(section, BackupsSection)
    program.qtbot.waitUntil(partial(has_backups, program, 1), timeout=SLOW)
    stick = tmp_path / "stick"
    stick.mkdir()
    program.desktop.place = stick
    section.other_folder.click()
    made = stick / f"otcpd backups {program.record.id[:8]}"
    assert section.folder.text() == str(made)
    program.qtbot.waitUntil(partial(has_backups, program, 2), timeout=SLOW)
    assert len(safety.backups(made)) == 1
    assert len(section.list.rows.rows()) == 2
    program.window.toast.acted.emit()
    assert program.services.backup_folder(program.record.id) == program.services.data_folder / "backups" / (
        program.record.id
    )
    assert len(backups(program)) == 2, "the copy in the other folder is still known"
    program.desktop.place = tmp_path / "nowhere"
    section.other_folder.click()
    assert "is not a folder" in program.toast


def test_a_copy_elsewhere_is_proved(program: Opened, path: Path, tmp_path: Path, clock: FixedClock) -> None:
    section = open_settings(program, path, "backups")
    assert isinstance(section, BackupsSection)
    target = tmp_path / "copy.otcpd"
    program.desktop.place = target
    section.save_copy.click()
    program.qtbot.waitUntil(lambda: program.toast.startswith("Copied to ‘copy.otcpd’."), timeout=SLOW)
    with files.open_to_read(target, surroundings(clock, 31)) as opened:
        assert len(opened.activities.all()) == 3
    program.desktop.place = path
    section.save_copy.click()
    program.qtbot.waitUntil(lambda: "is your CPD file itself" in program.toast, timeout=SLOW)


# Your CPD file


def test_the_file_is_moved_and_moved_back(program: Opened, path: Path, tmp_path: Path) -> None:
    section = open_settings(program, path, "data")
    assert isinstance(section, DataSection)
    assert section.file.text().startswith("eilidh.otcpd, ")
    counted = "3 activities with 11 words, 0 files of evidence, 0 people."
    program.qtbot.waitUntil(lambda: section.contents.text() == counted, timeout=SLOW)
    section.show_folder.click()
    assert program.desktop.opened == [tmp_path]
    target = tmp_path / "new" / "log.otcpd"
    target.parent.mkdir()
    program.desktop.place = target
    before = program.window
    section.move_it.click()
    wait_for_another(program, before)
    assert program.record.path == target
    assert not path.exists()
    assert program.machine.recent() == [target]
    assert program.toast == "Moved. Your CPD file is now ‘log.otcpd’ in ‘new’."
    before = program.window
    program.window.toast.acted.emit()
    wait_for_another(program, before)
    assert program.record.path == path
    assert not target.exists()
    assert program.toast == "Moved back. Your CPD file is ‘eilidh.otcpd’ again."


def test_a_move_that_is_refused_leaves_all_as_it_was(program: Opened, path: Path, tmp_path: Path) -> None:
    section = open_settings(program, path, "data")
    assert isinstance(section, DataSection)
    taken = tmp_path / "taken.otcpd"
    taken.write_text("something else")
    program.desktop.place = taken
    before = program.window
    section.move_it.click()
    wait_for_another(program, before)
    assert program.record.path == path
    assert "already a file ‘taken.otcpd’" in program.toast
    assert taken.read_text() == "something else"


def test_the_file_is_checked_while_one_goes_on(program: Opened, path: Path) -> None:
    section = open_settings(program, path, "data check")
    assert isinstance(section, DataSection)
    assert section.checking.isVisible()
    program.window.desk.session.act(add, "Meanwhile")
    program.qtbot.waitUntil(section.verdict.isVisible, timeout=SLOW)
    assert section.verdict.text().startswith("All is well. 4 activities are complete.")
    assert not section.checking.isVisible()


# Erasing


def test_an_activity_is_erased_and_the_backups_are_renewed(program: Opened, path: Path) -> None:
    open_settings(program, path, "backups make")
    program.qtbot.waitUntil(partial(has_backups, program, 1), timeout=SLOW)
    activity = program.newest()
    section = settings(program, f"erase {activity}")
    assert isinstance(section, EraseSection)
    program.qtbot.waitUntil(section.details.isVisible, timeout=SLOW)
    assert section.list.chosen_key() == activity
    program.qtbot.waitUntil(lambda: section.backups.text().startswith("One backup may still hold it"), timeout=SLOW)
    section.erase.click()
    assert section.reason_form.problem == "Give a reason, without repeating what is to go."
    section.reason.line.setText("A name was in it")
    section.erase.click()
    assert section.dialog is not None
    assert section.dialog.windowTitle() == "Erase ‘Journal club on falls’ for good?"
    assert (section.dialog.safe.text(), section.dialog.act.text()) == ("Keep it", "Erase it for good")
    said = section.dialog.accessibleDescription()
    assert said.startswith("This cannot be undone, not even from the history. What goes: ")
    assert " What stays: A mark that something was erased here" in said
    shown = [line.text() for line in section.dialog.findChildren(IconLine)]
    assert "A mark that something was erased here, with the time and your reason." in shown
    program.qtbot.waitUntil(section.dialog.safe.hasFocus, timeout=SLOW)
    section.dialog.safe.click()
    assert len(program.titles()) == 3
    section.erase.click()
    before = program.window
    section.dialog.act.click()
    back = wait_for_another(program, before)
    assert isinstance(back, EraseSection)
    assert program.titles() == ["Two papers on stair lifts", "Equipment pathway"]
    assert back.after.isVisible()
    assert back.after.held.text() == "One backup made before may still hold it: made at 09:12."
    back.after.renew.click()
    program.qtbot.waitUntil(lambda: back.after.held.text().startswith("A new backup was made"), timeout=SLOW)
    assert len(backups(program)) == 1
    whole = b"".join(one.path.read_bytes() for one in backups(program)) + path.read_bytes()
    assert b"Journal club on falls" not in whole


def test_what_is_to_go_is_found_by_its_words_and_one_text_goes_alone(program: Opened, path: Path) -> None:
    section = open_settings(program, path, "erase")
    assert isinstance(section, EraseSection)
    program.qtbot.waitUntil(section.list.isVisible, timeout=SLOW)
    QTest.keyClicks(section.search.line, "stair lifts")
    program.qtbot.waitUntil(lambda: section.list.rows.rowCount() == 1, timeout=SLOW)
    activity = section.list.rows.rows()[0].key
    assert section.list.choose(activity)
    QTest.keyClick(section.part.combo, Qt.Key.Key_Down)
    assert section.part.value() == "title"
    assert section.goes.text().split("\n")[0] == "What stands under ‘Title’ now, and every earlier version of it."
    section.reason.line.setText("a slip")
    section.erase.click()
    assert section.dialog is not None
    assert section.dialog.windowTitle() == "Erase ‘Title’ of ‘Two papers on stair lifts’ for good?"
    before = program.window
    section.dialog.act.click()
    wait_for_another(program, before)
    assert program.record.activities.get(activity).title == ""
    assert program.record.activities.get(activity).minutes == 60


def test_a_reason_that_repeats_what_is_to_go_comes_back(program: Opened, path: Path) -> None:
    section = open_settings(program, path, "erase")
    assert isinstance(section, EraseSection)
    program.qtbot.waitUntil(section.list.isVisible, timeout=SLOW)
    assert section.list.choose(program.newest())
    section.reason.line.setText("because of Journal club on falls")
    section.erase.click()
    assert section.dialog is not None
    before = program.window
    section.dialog.act.click()
    back = wait_for_another(program, before)
    assert isinstance(back, EraseSection)
    assert program.toast.startswith("The reason repeats what is to be erased")
    assert not back.after.isVisible()
    assert len(program.titles()) == 3


# Importing and taking along

TABLE = "Day done,What,Hours\n2026-11-10,Splinting course,3\n2026-11-12,Ward round,1\nnever,Broken line,1\n"


def test_a_table_is_imported_after_its_columns_are_named(program: Opened, path: Path, tmp_path: Path) -> None:
    table = tmp_path / "old log.csv"
    table.write_text(TABLE)
    program.desktop.files = [table]
    section = open_settings(program, path, "import file")
    assert isinstance(section, ImportSection)
    card = section.bring_in
    assert card is not None
    program.qtbot.waitUntil(card.problem.isVisible, timeout=SLOW)
    assert card.problem.text().startswith("No column is known to hold the date.")
    assert not card.act.isVisible()
    combo = card.columns.combos["Day done"].combo
    assert combo.accessibleName() == "Day done"
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert card.columns.mapping() == {"Day done": "date", "What": "title", "Hours": "hours"}
    program.qtbot.waitUntil(card.act.isVisible, timeout=SLOW)
    assert card.act.text() == "Import 2 activities"
    assert [row.title for row in card.taken.rows.rows()] == ["Splinting course", "Ward round"]
    assert [row.title for row in card.left.rows.rows()] == ["Line 4"]
    before = program.window
    card.act.click()
    back = wait_for_another(program, before)
    assert isinstance(back, ImportSection)
    assert program.toast == "Imported: 2 activities."
    assert {"Splinting course", "Ward round"} <= set(program.titles())
    assert len(backups(program)) == 1
    program.window.toast.acted.emit()
    assert len(program.titles()) == 3


def test_data_of_another_person_are_refused_and_change_nothing(
    program: Opened, path: Path, tmp_path: Path, clock: FixedClock
) -> None:
    other = files.new_file(tmp_path / "other.otcpd", "Fiona Alder", "OT000456", surroundings(clock, 40))
    with other:
        activities.new_activity(other, title="Hers")
        export(other, tmp_path / "hers.json")
    program.desktop.files = [tmp_path / "hers.json"]
    section = open_settings(program, path, "import file")
    assert isinstance(section, ImportSection)
    card = section.bring_in
    assert card is not None
    program.qtbot.waitUntil(card.problem.isVisible, timeout=SLOW)
    assert "This is the data of Fiona Alder" in card.problem.text()
    assert not card.act.isVisible()
    assert card.choose.isVisible()
    assert len(program.titles()) == 3


def test_everything_is_taken_along(program: Opened, path: Path, tmp_path: Path, clock: FixedClock) -> None:
    section = open_settings(program, path, "import take")
    assert isinstance(section, ImportSection)
    program.desktop.place = tmp_path / "mine.json"
    section.take.everything.click()
    program.qtbot.waitUntil(section.take.outcome.isVisible, timeout=SLOW)
    assert section.take.outcome.text() == "Saved 3 activities in ‘mine.json’."
    program.desktop.place = tmp_path / "mine"
    section.take.table.click()
    program.qtbot.waitUntil(lambda: "mine.csv" in section.take.outcome.text(), timeout=SLOW)
    assert (tmp_path / "mine.csv").exists()
    with files.open_to_write(new_file(tmp_path / "empty.otcpd", clock), surroundings(clock, 41)) as opened:
        import_file(opened, tmp_path / "mine.json")
        assert len(opened.activities.all()) == 3
