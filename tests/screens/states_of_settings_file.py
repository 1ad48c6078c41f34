"""What the settings about the file as a whole can look like: backups, its place, erasing, importing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from otcpd.actions.import_report import ImportReport
from otcpd.actions.safety import Erased
from otcpd.domain.changes import Changes
from otcpd.domain.errors import DiskFull
from otcpd.ui.backup_watch import BackupState
from otcpd.ui.pages.settings.backups import BackupsSection
from otcpd.ui.pages.settings.data import DataSection
from otcpd.ui.pages.settings.erase import EraseSection
from otcpd.ui.pages.settings.erase_words import LOOKING
from otcpd.ui.pages.settings.importing import ImportSection
from otcpd.ui.pages.settings.importing_card import ImportCard
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.shell.working import WorkingDialog
from tests.screens.arranging import State
from tests.screens.stage import Content, Scene

TABLE = "Day done,Activity,Hours,What we talked about\n2026-11-10,Splinting course,3,wrists\nnever,Broken line,1,\n"


def _section(scene: Scene) -> SettingsSection:
    page = scene.window.page
    assert isinstance(page, SettingsPage)
    return page.section


def _backups(scene: Scene, *, made: bool) -> BackupsSection:
    section = _section(scene)
    assert isinstance(section, BackupsSection)
    if made:
        scene.desk.backups.back_up()
        scene.until(partial(_has_backup, section))
    return section


def _has_backup(section: BackupsSection) -> bool:
    return bool(section.list.rows.rowCount()) and not section.making.isVisible()


def _backup_made(scene: Scene) -> None:
    _backups(scene, made=True)


def _backup_under_way(scene: Scene) -> None:
    section = _backups(scene, made=False)
    section.making.begin()
    section.making.show_progress(300, 1000)


def _backup_refused(scene: Scene) -> None:
    _backups(scene, made=False)
    problem = DiskFull("Not saved. The disk is full.", "Nothing that was saved before is lost.", "Free some space.")
    scene.desk.backups.told.emit(BackupState(problem=problem))


def _restore_question(scene: Scene) -> QWidget:
    section = _backups(scene, made=True)
    section.ask_to_restore()
    assert section.dialog is not None
    scene.others.append(section.dialog)
    return section.dialog


def _checked(scene: Scene) -> None:
    section = _section(scene)
    assert isinstance(section, DataSection)
    section.begin_check()
    scene.until(section.verdict.isVisible)
    scene.until(partial(_is_counted, section))


def _is_counted(section: DataSection) -> bool:
    return "activit" in section.contents.text()


def _erase(scene: Scene) -> EraseSection:
    section = _section(scene)
    assert isinstance(section, EraseSection)
    scene.until(section.list.isVisible)
    section.list.choose(section.list.rows.rows()[0].key)
    scene.until(partial(_looked_into_backups, section))
    return section


def _looked_into_backups(section: EraseSection) -> bool:
    return section.backups.text() not in ("", LOOKING)


def _erase_chosen(scene: Scene) -> None:
    _erase(scene).ask()


def _erase_question(scene: Scene) -> QWidget:
    section = _erase(scene)
    section.reason.line.setText("A name was typed by mistake")
    section.ask()
    assert section.dialog is not None
    scene.others.append(section.dialog)
    return section.dialog


def _bring(scene: Scene, what: str) -> None:
    """Make the section anew, with what an errand has brought."""
    scene.desk.backups.back_up()
    scene.until(partial(_backup_is_there, scene))
    erased = Erased(Changes(), tuple(scene.desk.backups.all()))
    report = ImportReport(Changes(), ("line 2: Splinting course",), (("line 3", "‘never’ is not a date."),))
    scene.desk.session.brought = erased if what == "erase" else report
    scene.window.go_to("settings", what)
    section = _section(scene)
    if isinstance(section, EraseSection):
        scene.until(section.list.isVisible)


def _backup_is_there(scene: Scene) -> bool:
    return bool(scene.desk.backups.all()) and not scene.desk.backups.busy


def _import(scene: Scene, text: str, *, take: bool) -> ImportCard:
    section = _section(scene)
    assert isinstance(section, ImportSection)
    card = section.bring_in
    assert card is not None
    path = Path(scene.folder) / "My old CPD log.csv"
    path.write_text(text, encoding="utf-8")
    card.look_at(path)
    scene.until(card.problem.isVisible)
    if take:
        card.columns.combos["Day done"].set_value("date")
        card.columns.changed.emit()
        scene.until(card.act.isVisible)
    return card


def _import_columns(scene: Scene) -> None:
    _import(scene, TABLE, take=False)


def _import_preview(scene: Scene) -> None:
    _import(scene, TABLE, take=True)


def _import_refused(scene: Scene) -> None:
    _import(scene, "{", take=False)


def _working(scene: Scene) -> QWidget:
    dialog = WorkingDialog(
        scene.theme, "Importing ‘My old CPD log.csv’", "A backup is made first.", scene.window, cancel="Stop the import"
    )
    dialog.show_progress(30, 100, "Taking it in")
    dialog.open()
    scene.others.append(dialog)
    return dialog


STATES = (
    State("settings-backups", "settings", Content.READ_ONLY, thing="backups", spoils=False),
    State("settings-backups", "settings", Content.EMPTY, thing="backups", spoils=False),
    State("settings-backups-made", "settings", thing="backups", arrange=_backup_made),
    State("settings-backups-under-way", "settings", thing="backups", arrange=_backup_under_way),
    State("settings-backups-refused", "settings", thing="backups", arrange=_backup_refused),
    State("settings-backups-restore", "settings", thing="backups", arrange=_restore_question),
    State("settings-data", "settings", Content.READ_ONLY, thing="data", spoils=False),
    State("settings-data-checked", "settings", thing="data", arrange=_checked, spoils=False),
    State("settings-erase", "settings", Content.READ_ONLY, thing="erase", spoils=False),
    State("settings-erase-chosen", "settings", thing="erase", arrange=_erase_chosen),
    State("settings-erase-question", "settings", thing="erase", arrange=_erase_question),
    State("settings-erase-after", "settings", arrange=partial(_bring, what="erase")),
    State("settings-import", "settings", Content.READ_ONLY, thing="import", spoils=False),
    State("settings-import-columns", "settings", thing="import", arrange=_import_columns),
    State("settings-import-preview", "settings", thing="import", arrange=_import_preview),
    State("settings-import-refused", "settings", thing="import", arrange=_import_refused),
    State("settings-import-after", "settings", arrange=partial(_bring, what="import")),
    State("working", "settings", thing="import", arrange=_working, spoils=False),
)
