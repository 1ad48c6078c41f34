"""The page "Frameworks": by keyboard from a new framework to its copy in another file, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.pathway.framework_import import preview_framework, take_framework
from otcpd.domain.framework import FrameworkKind, Level, LinkKind
from otcpd.ui.pages.frameworks.about_dialog import AboutDialog
from otcpd.ui.pages.frameworks.import_dialog import ImportDialog
from otcpd.ui.pages.frameworks.item_dialog import ItemDialog
from otcpd.ui.pages.frameworks.page import FrameworksPage
from otcpd.ui.pages.item_chooser import ItemChooser
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.text_field import TextField
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, new_file, opened_program

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TAB, ENTER, SPACE, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(new_file(tmp_path / "eilidh.otcpd", clock))
        yield program


def frameworks_page(opened: Opened, thing: str = "") -> FrameworksPage:
    page = opened.window.go_to("frameworks", thing)
    assert isinstance(page, FrameworksPage)
    return page


def _tab_to(opened: Opened, words: str) -> None:
    """Press Tab until a button with these words has the focus."""
    for _turn in range(60):
        focused = QApplication.focusWidget()
        if isinstance(focused, Button) and focused.text() == words:
            return
        opened.press(TAB)
    raise AssertionError(f"Tab never comes to {words}")


def _enters_dialog(opened: Opened, page: FrameworksPage) -> None:
    def inside() -> bool:
        dialog, focused = page.dialog.dialog, QApplication.focusWidget()
        return dialog is not None and focused is not None and dialog.isAncestorOf(focused)

    opened.qtbot.waitUntil(inside, timeout=SLOW)


def _leaves_dialog(opened: Opened, page: FrameworksPage) -> None:
    opened.qtbot.waitUntil(lambda: page.dialog.dialog is None, timeout=SLOW)
    opened.window.activateWindow()
    opened.qtbot.waitUntil(opened.window.isActiveWindow, timeout=SLOW)


def test_by_keyboard_from_a_new_framework_to_another_file(opened: Opened, tmp_path: Path, clock: FixedClock) -> None:
    page = frameworks_page(opened)
    assert page.header.fact.text() == "Six frameworks in force, none of them yours."
    opened.press(Qt.Key.Key_N, CONTROL_SHIFT)
    _enters_dialog(opened, page)
    opened.type("Senior OT, our council")
    opened.press(ENTER)
    _leaves_dialog(opened, page)
    opened.qtbot.waitUntil(page.pane.add.hasFocus, timeout=SLOW)
    opened.press(SPACE)
    _enters_dialog(opened, page)
    for label in ("Leads a team", "Teaches", "Audits"):
        opened.type(label)
        opened.press(ENTER)
    opened.press(ESCAPE)
    _leaves_dialog(opened, page)
    (made,) = opened.record.frameworks.all()
    assert [(item.code, item.label) for item in made.items] == [
        ("1", "Leads a team"),
        ("2", "Teaches"),
        ("3", "Audits"),
    ]
    assert made.kind is FrameworkKind.ROLE
    assert page.header.fact.text() == "Seven frameworks in force, one of them yours."
    opened.desktop.place = shared = tmp_path / "senior.json"
    _tab_to(opened, "Share it")
    opened.press(SPACE)
    opened.qtbot.waitUntil(lambda: opened.toast == "Saved as ‘senior.json’", timeout=SLOW)
    opened.open(new_file(tmp_path / "other.otcpd", clock))
    page = frameworks_page(opened)
    opened.desktop.files = [shared]
    _tab_to(opened, "Import framework")
    opened.press(SPACE)
    _enters_dialog(opened, page)
    opened.press(SPACE)
    dialog = page.dialog.dialog
    assert isinstance(dialog, ImportDialog)
    opened.qtbot.waitUntil(lambda: dialog.plan is not None and dialog.take.hasFocus(), timeout=SLOW)
    assert dialog.takes.text() == "This will come in: framework ‘Senior OT, our council’, edition 2026, 3 new items."
    assert dialog.amiss.text() == "All of it was as it should be."
    opened.press(SPACE)
    _leaves_dialog(opened, page)
    (there,) = opened.record.frameworks.all()
    assert [(item.code, item.label) for item in there.items] == [(item.code, item.label) for item in made.items]
    assert page.pane.title.text() == "Senior OT, our council"
    assert opened.toast == "‘Senior OT, our council’ is in"
    opened.window.desk.session.undo()
    assert opened.record.frameworks.all() == []


def _imported(opened: Opened, tmp_path: Path, text: str) -> str:
    path = tmp_path / "given.csv"
    path.write_text(text, encoding="utf-8")
    session = opened.window.desk.session
    plan = preview_framework(session.record, path)
    session.act(take_framework, plan)
    return str(plan.framework.ref)


def test_an_item_is_edited_mapped_moved_retired_and_removed(opened: Opened, tmp_path: Path) -> None:
    ref = _imported(
        opened, tmp_path, "Framework,Ours\nEdition,1\nCode,Title,Parent,Level\nA,Leads,,5\nB,Teaches,,\nB1,One,B,\n"
    )
    page = frameworks_page(opened, f"{ref}:B")
    assert page.pane.list.chosen_code() == "B"
    page.pane.list.setFocus()
    QTest.keyClick(page.pane.list, ENTER)
    _enters_dialog(opened, page)
    dialog = page.dialog.dialog
    assert isinstance(dialog, ItemDialog)
    dialog.label.set_text("Teaches others")
    dialog.label.commit()
    dialog.code.set_text("A")
    dialog.code.commit()
    assert "stands for another item already" in dialog.code.doubt
    dialog.code.set_text("T")
    dialog.code.commit()
    dialog.level.set_text("6")
    dialog.level.commit()
    dialog.notes.set_text("In practice")
    dialog.notes.edited.emit("In practice")
    dialog.up.click()
    dialog.map.click()
    chooser = dialog.chooser.dialog
    assert isinstance(chooser, ItemChooser)
    chooser.picked.emit("rcot_career@2022:learning")
    chooser.reject()
    assert [row.title for row in dialog.links.rows.rows()] == ["Facilitation of learning"]
    assert dialog.unmap.isHidden()
    dialog.links.choose(dialog.links.rows.rows()[0].key)
    assert not dialog.unmap.isHidden()
    dialog.retire.click()
    assert dialog.retire.text() == "Bring it back"
    dialog.reject()
    (found,) = opened.record.frameworks.all()
    assert [(item.code, item.parent) for item in found.items] == [("T", ""), ("B1", "T"), ("A", "")]
    item = found.by_code["T"]
    assert (item.label, item.level, item.notes, item.retired) == ("Teaches others", 6, "In practice", True)
    assert opened.record.frameworks.links()[0].kind is LinkKind.SAME
    assert page.pane.list.rows.rows()[0].meta == "T · level 6 · 1 link to another framework · retired"
    page.pane.item_wanted.emit("A")
    dialog = page.dialog.dialog
    assert isinstance(dialog, ItemDialog)
    dialog.remove.click()
    assert opened.toast == "‘Leads’ removed"
    assert [row.item.code for row in page.pane.list.rows.rows()] == ["T", "B1"]


def test_facts_are_edited_and_what_ships_is_only_read(opened: Opened, tmp_path: Path) -> None:
    ref = _imported(opened, tmp_path, "Framework,Ours\nEdition,1\nCode,Title\nA,Leads\n")
    page = frameworks_page(opened, ref)
    page.pane.about.click()
    dialog = page.dialog.dialog
    assert isinstance(dialog, AboutDialog)
    dialog.fields["name"].set_text("Our OTs")
    dialog.fields["edition"].set_text("2")
    dialog.levels.set_text("5 to 7, 9")
    dialog.levels.commit()
    assert list(dialog.title_fields) == [5, 6, 7, 9]
    title = dialog.title_fields[6].field
    assert isinstance(title, TextField)
    title.set_text("Senior")
    title.edited.emit("Senior")
    dialog.levels.set_text("6")
    dialog.levels.commit()
    assert list(dialog.title_fields) == [6]
    dialog.reject()
    (found,) = opened.record.frameworks.all()
    assert (found.name, found.edition, found.levels) == ("Our OTs", "2", (Level(6, "Senior"),))
    assert page.open_ref == "ours@2"
    page.pane.delete_wanted.emit()
    assert opened.record.frameworks.all() == []
    assert opened.toast == "‘Our OTs’ deleted"
    page.show_thing("hcpc_sop@2023")
    assert page.pane.title.text() == "HCPC standards of proficiency"
    assert page.pane.standing.text() == (
        "Short headings of our own; 12 of 15 not compared with the publisher’s document yet."
    )
    assert page.pane.add.isHidden()
    page.pane.item_wanted.emit("1")
    dialog = page.dialog.dialog
    assert isinstance(dialog, ItemDialog)
    assert not dialog.own
    dialog.reject()


def test_thousands_of_items_are_shown_and_filtered(opened: Opened, tmp_path: Path) -> None:
    lines = "".join(f"C{n},Item number {n},{f'C{n // 10}' if n > 9 else ''}\n" for n in range(1, 5001))
    ref = _imported(opened, tmp_path, f"Framework,Large\nEdition,1\nCode,Title,Parent\n{lines}")
    page = frameworks_page(opened, ref)
    assert page.pane.list.rows.rowCount() == 5000
    page.search()
    opened.type("number 49")
    opened.qtbot.waitUntil(lambda: page.pane.list.rows.rowCount() < 5000, timeout=SLOW)
    assert page.pane.list.rows.rowCount() == sum("49" in str(number) for number in range(1, 5001))
    opened.type("99")
    opened.qtbot.waitUntil(lambda: page.pane.list.rows.rowCount() == 1, timeout=SLOW)
    assert page.pane.list.rows.rows()[0].item.code == "C4999"
    opened.press(ESCAPE)
    assert page.pane.list.rows.rowCount() == 5000
