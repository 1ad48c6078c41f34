"""The quick note, by keyboard and by dropping: nothing typed is ever lost. "Today" is Saturday 21 November 2026."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.people import add_person
from otcpd.actions.quick_note_drafts import waiting_draft
from otcpd.domain.activity import Category
from otcpd.domain.quick_note import NoteDraft
from otcpd.ui.announce import Announcer
from otcpd.ui.autosave import SaveKind
from otcpd.ui.quick_note.keeping import KEPT
from otcpd.ui.quick_note.panel import QuickNote
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.shadow import REACH
from tests.ports import FixedClock
from tests.record.support import undo_labels
from tests.ui.seeing import name_of
from tests.ui.windowed import SLOW, Windowed, windowed

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock) -> Iterator[Windowed]:
    with windowed(qtbot, theme, announcer, tmp_path, clock) as made:
        yield made


def note_of(shown: Windowed) -> QuickNote:
    """The quick note, opened by its key."""
    shown.press(Qt.Key.Key_Space, CTRL | SHIFT)
    note = shown.window.aids.note
    assert note is not None
    shown.active(note)
    return note


def waiting(shown: Windowed) -> NoteDraft:
    """The draft that waits on this computer."""
    session = shown.window.desk.session
    return waiting_draft(session.services.draft_file(session.record.id))


def read(shown: Windowed, note: QuickNote, *names: str) -> None:
    """Wait until these chips stand there."""
    shown.qtbot.waitUntil(_Says(note, names).now, timeout=SLOW)


class _Says:
    def __init__(self, note: QuickNote, names: tuple[str, ...]) -> None:
        self._note = note
        self._names = set(names)

    def now(self) -> bool:
        return self._names <= set(self._note.parts.sentences())


def choose(text: str) -> None:
    """Choose from the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ChoiceMenu)
    action = next(one for one in menu.actions() if one.text() == text)
    menu.setActiveAction(action)
    menu.hide()
    action.trigger()


def test_a_line_is_read_corrected_and_kept_by_keyboard(shown: Windowed) -> None:
    note = note_of(shown)
    assert note.line.editor.hasFocus()
    shown.type("2h journal club on falls yesterday #falls")
    read(shown, note, "Date: Fri 20 November", "Duration: 2 h", "Work-based: Journal club", "Tag: falls")
    assert "Title: Journal club on falls" in note.parts.sentences()
    shown.press(Qt.Key.Key_Tab)
    assert note.parts.chips[0].hasFocus()
    shown.press(Qt.Key.Key_Return)
    choose("Another day…")
    shown.type("19 Nov")
    shown.press(Qt.Key.Key_Return)
    read(shown, note, "Date: Thu 19 November")
    shown.press(Qt.Key.Key_Return, CTRL)
    assert not note.isVisible()
    assert shown.window.toast.sentence == KEPT
    newest = shown.record.activities.rows()[0]
    assert (newest.title, newest.date, newest.minutes, newest.tags) == (
        "Journal club on falls",
        date(2026, 11, 19),
        120,
        ("falls",),
    )


def test_enter_keeps_one_line_and_goes_on_in_several(shown: Windowed) -> None:
    note = note_of(shown)
    shown.type("Sling sizes")
    shown.press(Qt.Key.Key_Return, SHIFT)
    shown.type("From the rep")
    shown.press(Qt.Key.Key_Return)
    shown.type("at the depot")
    assert note.isVisible()
    shown.press(Qt.Key.Key_Return, CTRL)
    activity = shown.record.activities.get(shown.record.activities.rows()[0].id)
    assert (activity.title, activity.description) == ("Sling sizes", "From the rep\nat the depot")
    note_of(shown)
    shown.type("One line")
    shown.press(Qt.Key.Key_Return)
    assert "One line" in shown.titles()


def test_an_empty_note_is_not_kept_and_says_so(shown: Windowed) -> None:
    note = note_of(shown)
    shown.press(Qt.Key.Key_Return)
    assert note.isVisible()
    assert shown.heard.sentences[-1] == "Write what you did first, in a few words."
    assert len(shown.titles()) == 2


def test_escape_keeps_the_draft_and_gives_the_focus_back(shown: Windowed) -> None:
    shown.window.sidebar.take_focus()
    steps = undo_labels(shown.record)
    before = QApplication.focusWidget()
    note = note_of(shown)
    shown.type("Half a thought 2h")
    read(shown, note, "Duration: 2 h")
    chip = note.parts.chip("duration")
    assert chip is not None
    chip.click()
    choose("45 min")
    shown.press(Qt.Key.Key_Escape)
    assert not note.isVisible()
    shown.active(shown.window)
    assert QApplication.focusWidget() is before
    assert waiting(shown).text == "Half a thought 2h"
    assert undo_labels(shown.record) == steps, "a draft is no step"
    assert b"Half a thought" not in shown.record.path.read_bytes()
    assert len(shown.titles()) == 2
    again = note_of(shown)
    assert again.line.text() == "Half a thought 2h"
    read(shown, again, "Duration: 45 min")


def test_a_draft_that_cannot_be_saved_stays_in_the_note_and_the_note_can_still_be_kept(shown: Windowed) -> None:
    session = shown.window.desk.session
    folder = session.services.draft_file(session.record.id).parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")
    note = note_of(shown)
    shown.type("Half a thought")
    shown.press(Qt.Key.Key_Escape)
    shown.active(shown.window)
    assert session.saving.sentence.startswith("Not saved. This computer could not keep the draft")
    note = note_of(shown)
    assert note.line.text() == "Half a thought"
    note.keep()
    assert "Half a thought" in shown.titles()
    assert session.saving.kind is SaveKind.SAVED
    assert note.draft.empty
    assert waiting(shown).empty


def test_undo_brings_the_text_back_and_open_shows_the_activity(shown: Windowed) -> None:
    note_of(shown)
    shown.type("Sling sizes")
    shown.press(Qt.Key.Key_Return)
    shown.active(shown.window)
    shown.press(Qt.Key.Key_F8)
    shown.press(Qt.Key.Key_Return)
    assert "Sling sizes" not in shown.titles()
    note = note_of(shown)
    assert note.line.text() == "Sling sizes"
    shown.press(Qt.Key.Key_Return)
    shown.active(shown.window)
    shown.press(Qt.Key.Key_F8)
    shown.press(Qt.Key.Key_Tab)
    shown.press(Qt.Key.Key_Return)
    assert shown.window.page.accessibleName() == "CPD log"


@pytest.mark.parametrize(
    ("what", "choice", "expected"),
    [
        ("date", "Today, Sat 21 November", "Date: Today"),
        ("date", "Not meant so: leave ‘yesterday’ in the title", "Title: Talk yesterday"),
        ("duration", "No length", "Duration: How long?"),
        ("duration", "Not meant so: leave ‘2h’ in the title", "Title: 2h talk"),
        ("kind", "Formal", "Category: Formal"),
        ("with", "Not with Fiona Larch", "Title: Talk"),
        ("tag", "Not meant so: leave ‘#falls’ in the title", "Title: Talk #falls"),
    ],
)
def test_each_part_can_be_put_right(shown: Windowed, what: str, choice: str, expected: str) -> None:
    note = note_of(shown)
    shown.type("2h talk yesterday #falls with Fiona Larch")
    read(shown, note, "Duration: 2 h", "With: With Fiona Larch")
    chip = note.parts.chip(what)
    assert chip is not None
    chip.click()
    choose(choice)
    read(shown, note, expected)


def test_a_type_of_ones_own_is_made_with_the_note(shown: Windowed) -> None:
    note = note_of(shown)
    shown.type("Lunch talk")
    chip = note.parts.chip("kind")
    assert chip is not None
    chip.click()
    choose("Choose a type…")
    shown.type("Ten-minute teaching")
    shown.press(Qt.Key.Key_Return)
    read(shown, note, "Type: Ten-minute teaching")
    note.keep()
    assert shown.record.activities.own_types() == [("Ten-minute teaching", None)]


def test_protected_time_is_switched_and_a_chip_deleted_by_key(shown: Windowed) -> None:
    note = note_of(shown)
    shown.type("1h reading #falls")
    read(shown, note, "Protected time?", "Tag: falls")
    for chip in list(note.parts.chips):
        if chip.what == "protected":
            chip.click()
    tag = note.parts.chip("tag")
    assert tag is not None
    tag.setFocus()
    shown.press(Qt.Key.Key_Delete)
    read(shown, note, "Protected time")
    note.keep()
    activity = shown.record.activities.get(shown.record.activities.rows()[0].id)
    assert (activity.protected_minutes, activity.tags) == (60, ())


def test_a_very_long_text_is_kept_whole_and_typing_stays_quick(shown: Windowed) -> None:
    note = note_of(shown)
    data = QMimeData()
    data.setText("x" * 200_000)
    note.line.editor.insertFromMimeData(data)
    assert note.line.text() == ""
    shown.type("Minutes of the away day")
    read(shown, note, "What it was: Pasted text, 200,000 characters")
    note.keep()
    activity = shown.record.activities.get(shown.record.activities.rows()[0].id)
    assert activity.title == "Minutes of the away day"
    assert len(activity.description) == 200_000


def drop(note: QuickNote, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    note.dropEvent(
        QDropEvent(
            QPointF(QPoint(50, 50)),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def evidence_came(shown: Windowed, count: int) -> Callable[[], bool]:
    def came() -> bool:
        return len(shown.record.evidence.all()) == count

    return came


def test_an_email_dropped_on_it_gives_the_words_and_becomes_evidence(shown: Windowed, tmp_path: Path) -> None:
    add_person(shown.record, "Fiona Larch")
    mail = tmp_path / "tips.eml"
    mail.write_bytes(
        b'From: "Larch, Fiona" <f@example.org>\nSubject: Re: Sling sizes\nDate: Thu, 19 Nov 2026 10:00:00 +0000\n\nHi'
    )
    note = note_of(shown)
    drop(note, mail)
    read(shown, note, "Date: Thu 19 November", "With: With Fiona Larch", "Evidence: tips.eml")
    assert note.line.text() == "Sling sizes"
    note.keep()
    shown.qtbot.waitUntil(evidence_came(shown, 1), timeout=SLOW)
    (piece,) = shown.record.evidence.all()
    assert piece.used_in == (next(row.id for row in shown.record.activities.rows() if row.title == "Sling sizes"),)


def test_a_broken_email_and_a_file_that_vanished_are_told(shown: Windowed, tmp_path: Path) -> None:
    mail, gone = tmp_path / "broken.eml", tmp_path / "gone.pdf"
    mail.write_bytes(b"\xff\xfe\x00nothing of a mail\n\n" * 50)
    gone.write_bytes(b"x")
    note = note_of(shown)
    drop(note, mail, gone)
    shown.qtbot.waitUntil(note.parts.told.isVisible, timeout=SLOW)
    assert note.parts.told.text().startswith("No subject could be read")
    shown.type("A talk")
    gone.unlink()
    note.keep()
    shown.qtbot.waitUntil(evidence_came(shown, 1), timeout=SLOW)
    assert "A talk" in shown.titles()
    shown.qtbot.waitUntil(_Toast(shown, "gone.pdf").now, timeout=SLOW)


class _Toast:
    def __init__(self, shown: Windowed, words: str) -> None:
        self._shown = shown
        self._words = words

    def now(self) -> bool:
        return self._words in self._shown.window.toast.sentence


def test_thousands_of_files_share_one_chip(shown: Windowed) -> None:
    note = note_of(shown)
    note.add_files([f"/nowhere/{place}.pdf" for place in range(5_000)])
    read(shown, note, "Evidence: 5,000 files")
    chip = note.parts.chip("files")
    assert chip is not None
    chip.setFocus()
    shown.press(Qt.Key.Key_Delete)
    assert note.draft.files == ()


def test_a_note_that_grows_stays_on_the_screen(shown: Windowed) -> None:
    shown.window.desk.theme.set_factor(2.0)
    note = note_of(shown)
    note.add_files([f"/nowhere/{place} with a rather long name.pdf" for place in range(5)])
    shown.type("2h journal club yesterday " + " ".join(f"#tag{place}" for place in range(12)))
    read(shown, note, "Duration: 2 h", "Tag: tag11")
    area = note.screen().availableGeometry()
    shown.qtbot.waitUntil(_Within(note, area.bottom() + REACH).now, timeout=SLOW)
    assert note.keep_button.mapToGlobal(note.keep_button.rect().bottomLeft()).y() <= area.bottom()


class _Within:
    def __init__(self, note: QuickNote, lowest: int) -> None:
        self._note = note
        self._lowest = lowest

    def now(self) -> bool:
        return self._note.geometry().bottom() <= self._lowest


def test_something_done_before_is_done_again_today(shown: Windowed) -> None:
    note = note_of(shown)
    shown.type("Good on stairs")
    note.beginnings.again.click()
    choose("Journal club on falls")
    read(shown, note, "Duration: 1 h", "Work-based: Journal club", "Date: Today")
    note.keep()
    newest = shown.record.activities.rows()[0]
    assert (newest.title, newest.date, newest.category) == (
        "Journal club on falls",
        date(2026, 11, 21),
        Category.WORK_BASED,
    )
    assert shown.record.activities.get(newest.id).description == "Good on stairs"


def test_templates_by_keyboard(shown: Windowed) -> None:
    note = note_of(shown)
    shown.type("1h journal club #falls")
    note.beginnings.templates.click()
    choose("Save this note as a template…")
    shown.type("Club")
    shown.press(Qt.Key.Key_Return)
    assert note.parts.told.text() == "Template ‘Club’ saved."
    note.line.editor.clear()
    note.beginnings.templates.click()
    choose("Club")
    read(shown, note, "Duration: 1 h", "Tag: falls")
    assert note.line.text() == "Journal club"


def test_names_and_roles(shown: Windowed) -> None:
    note = note_of(shown)
    assert name_of(note) == "Quick note"
    assert name_of(note.line.editor) == "What you did"
    assert [name_of(button) for button in (*note.beginnings.buttons, note.keep_button)] == [
        "Repeat an earlier one",
        "Templates",
        "Keep note",
    ]
    for chip in note.parts.chips:
        assert min(chip.width(), chip.height()) >= 32
