"""Counter, save state, toast, dialog, empty state, header, sidebar, labels."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.ui.announce import Announcer
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.dialog import Dialog, Scrim
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.save_state import SaveState
from otcpd.ui.widgets.sidebar import Page, Sidebar
from otcpd.ui.widgets.toast import Toast, ToastAction
from otcpd.ui.widgets.word_counter import WordCounter
from tests.ui.seeing import Heard, Stage, Told, description_of, has_colour, name_of

PAGES = (Page("log", "log", "CPD log"), Page("team", "team", "Team", 1), Page("settings", "settings", "Settings", 2))


@pytest.mark.parametrize(
    ("count", "words", "token"),
    [
        (0, "0 of 1,500 words", "ink2"),
        (1349, "1,349 of 1,500 words", "accent"),
        (1350, "1,350 of 1,500 words, 150 left", "warn"),
        (1500, "1,500 of 1,500 words, 0 left", "warn"),
        (1538, "1,538 of 1,500 words, 38 too many", "error"),
    ],
)
def test_the_counter_says_and_shows_where_one_is(
    stage: Stage, theme: Theme, announcer: Announcer, count: int, words: str, token: str
) -> None:
    counter = WordCounter(theme, announcer, 1500)
    counter.set_count(count)
    stage.show(counter, width=400)
    assert name_of(counter) == words
    assert has_colour(counter, theme.colour(token)) or token == "ink2"


def test_the_counter_is_read_out_at_its_two_marks_only(theme: Theme, announcer: Announcer, heard: Heard) -> None:
    counter = WordCounter(theme, announcer, 100)
    for count in (10, 89, 90, 95, 100, 101, 120, 95, 96, 102):
        counter.set_count(count)
    assert heard.sentences == [
        "90 of 100 words, 10 left",
        "101 of 100 words, 1 too many",
        "102 of 100 words, 2 too many",
    ]


def test_saving_is_quiet_and_failing_is_not(
    qtbot: QtBot, stage: Stage, theme: Theme, announcer: Announcer, heard: Heard
) -> None:
    state = SaveState(theme, announcer)
    stage.show(state)
    state.show_saving()
    state.show_saved("09:12")
    assert (state.sentence(), heard.sentences) == ("Saved at 09:12", [])
    state.show_failed("Not saved. The disk is full. Your text is still here.")
    state.show_failed("Not saved. The disk is full. Your text is still here.")
    assert heard.sentences == ["Not saved. The disk is full. Your text is still here."]
    again = next(button for button in state.findChildren(Button) if button.text() == "Try again")
    assert again.isVisible()
    with qtbot.waitSignal(state.try_again):
        QTest.keyClick(again, Qt.Key.Key_Return)
    state.show_saved("09:13")
    assert heard.sentences[-1] == "Saved at 09:13"
    assert not again.isVisible()


@pytest.fixture
def toast(stage: Stage, theme: Theme, announcer: Announcer) -> Toast:
    page = QWidget()
    page.setFixedSize(600, 400)
    made = Toast(theme, announcer, page)
    stage.show(page)
    return made


def test_a_toast_is_read_out_and_undoes(qtbot: QtBot, toast: Toast, heard: Heard) -> None:
    toast.show_message("‘Peer supervision’ deleted", "Undo")
    assert heard.sentences == ["‘Peer supervision’ deleted"]
    toast.focus_action()
    action = toast.findChild(ToastAction)
    assert isinstance(action, ToastAction)
    assert action.hasFocus()
    assert (name_of(action), description_of(action)) == ("Undo", "‘Peer supervision’ deleted")
    with qtbot.waitSignal(toast.acted):
        QTest.keyClick(action, Qt.Key.Key_Return)
    assert not toast.isVisible()


def test_a_toast_is_as_wide_as_its_text_and_wraps_a_long_one(toast: Toast) -> None:
    toast.show_message("Deleted", "Undo")
    short = toast.width()
    toast.show_message("‘Peer supervision’ deleted", "Undo")
    one_line = toast.height()
    assert short < toast.width() < 400
    toast.show_message("‘Peer supervision’ deleted. " * 5, "Undo")
    assert toast.width() <= 600
    assert toast.height() > one_line


def test_a_toast_waits_while_pointed_at_or_focused(toast: Toast) -> None:
    toast.show_message("Kept. You will find it under To finish.", "Show it")
    assert toast.waiting()
    where = toast.rect().center().toPointF()
    QApplication.sendEvent(toast, QEnterEvent(where, where, where))
    assert not toast.waiting()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.waiting()
    toast.focus_action()
    assert not toast.waiting()
    toast.dismiss()
    assert not toast.isVisible()


def test_escape_closes_a_toast_and_returns_the_focus(stage: Stage, theme: Theme, announcer: Announcer) -> None:
    page = QWidget()
    page.setFixedSize(600, 400)
    button = Button(theme, "New activity", parent=page)
    toast = Toast(theme, announcer, page)
    stage.show(page)
    button.setFocus()
    toast.show_message("Deleted", "Undo")
    toast.focus_action()
    focused = QApplication.focusWidget()
    assert isinstance(focused, ToastAction)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert button.hasFocus()


def test_a_toast_without_a_button_takes_the_focus_all_the_same(
    stage: Stage, theme: Theme, announcer: Announcer
) -> None:
    page = QWidget()
    page.setFixedSize(600, 400)
    button = Button(theme, "New activity", parent=page)
    toast = Toast(theme, announcer, page)
    stage.show(page)
    button.setFocus()
    toast.show_message("This file is open for reading only.")
    toast.focus_action()
    assert toast.hasFocus()
    assert not toast.waiting()
    QTest.keyClick(toast, Qt.Key.Key_Escape)
    assert button.hasFocus()
    assert not toast.isVisible()


def test_a_toast_says_its_whole_sentence(toast: Toast, theme: Theme) -> None:
    toast.show_message("One line.")
    one = toast.height()
    sentence = (
        "The file could not be read. It may have been moved, or the stick it is on was taken out. Your CPD file is "
        "unchanged, and nothing was added to it. Put the stick back in, and try again, or choose another file."
    )
    toast.show_message(sentence, "Choose another file")
    lines = (toast.height() - one) // theme.line(Role.BODY) + 1
    assert lines > 4
    toast.dismiss()


def test_a_toast_stays_on_the_page(stage: Stage, toast: Toast) -> None:
    page = toast.parentWidget()
    assert page is not None
    toast.show_message("A message")
    assert page.rect().contains(toast.geometry().center())
    page.setFixedSize(500, 300)
    assert abs(toast.geometry().center().x() - 250) <= 1
    toast.dismiss()


@pytest.fixture
def dialog(stage: Stage, theme: Theme) -> Dialog:
    window = stage.show(QWidget())
    return Dialog(
        theme,
        "Delete this CPD file for good?",
        "21 activities go from this computer.",
        safe="Keep the file",
        act="Delete the file",
        parent=window,
    )


def test_a_dialog_puts_the_focus_on_the_safe_way(qtbot: QtBot, dialog: Dialog) -> None:
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.safe.hasFocus()
    assert dialog.windowTitle() == "Delete this CPD file for good?"
    parent = dialog.parentWidget()
    assert parent is not None
    assert parent.findChild(Scrim) is not None
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_dialog_acts_only_when_told_to(qtbot: QtBot, dialog: Dialog) -> None:
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.safe, Qt.Key.Key_Return)
    dialog.open()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.act, Qt.Key.Key_Space)


def whole(button: Button) -> bool:
    return button.width() >= button.sizeHint().width() and button.height() >= button.sizeHint().height()


def test_a_dialog_shows_all_words_of_all_its_ways(qtbot: QtBot, dialog: Dialog, theme: Theme) -> None:
    third = dialog.add_way("Save my text in another place first")
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    for factor in (1.0, 1.5, 1.0):
        theme.set_factor(factor)
        for button in (dialog.safe, third, dialog.act):
            qtbot.waitUntil(partial(whole, button))
            assert dialog.rect().contains(button.geometry())


def test_an_empty_state_offers_the_pages_button(stage: Stage, theme: Theme) -> None:
    button = Button(theme, "New session", Kind.FILLED)
    state = EmptyState(theme, "bubbles", "No sessions yet", "Record your first session.", button)
    stage.show(state)
    assert name_of(state) == "No sessions yet"
    assert button.isVisible()
    state.set_words("Nothing found", "Try another word.")
    assert name_of(state) == "Nothing found"


def test_the_sentence_of_an_empty_state_wraps(stage: Stage, theme: Theme) -> None:
    sentence = "Write down what you learnt, or type a line such as ‘2h journal club on falls yesterday’."
    state = EmptyState(theme, "log", "No activities yet", sentence)
    stage.show(state, width=700)
    label = next(label for label in state.findChildren(Label) if label.text() == sentence)
    assert label.height() == len(label.lines_at(label.width())) * theme.line(Role.WHY) > theme.line(Role.WHY)


def test_a_header_takes_the_focus_on_its_title(stage: Stage, theme: Theme) -> None:
    header = PageHeader(theme, "CPD log", "21 activities")
    header.add_button(Button(theme, "New activity", Kind.FILLED))
    stage.show(header)
    header.set_fact("22 activities since 1 November 2025")
    header.take_focus()
    assert header.title.hasFocus()
    assert name_of(header.title) == "CPD log"
    assert description_of(header.title) == "22 activities since 1 November 2025"
    tall = header.sizeHint().height()
    header.set_one_line(True)
    assert header.sizeHint().height() < tall


def test_the_fact_of_a_header_is_never_cut(stage: Stage, theme: Theme) -> None:
    header = PageHeader(theme, "CPD log", "21 activities since 1 November 2025, 120 in all")
    header.set_one_line(True)
    stage.show(header, width=240)
    header.window().resize(240, 200)
    shown = header.fact.lines_at(header.fact.width())
    assert len(shown) > 1
    assert header.fact.height() >= len(shown) * theme.line(Role.BODY)


@pytest.fixture
def sidebar(theme: Theme) -> Sidebar:
    made = Sidebar(theme, PAGES)
    made.set_person("Eilidh Rowan", "Senior OT")
    made.set_shape(228, rail=False)
    return made


def test_the_sidebar_opens_pages_by_key(stage: Stage, sidebar: Sidebar) -> None:
    told = Told()
    sidebar.opened.connect(told.note)
    stage.show(sidebar)
    sidebar.item("log").setFocus()
    QTest.keyClick(sidebar.item("log"), Qt.Key.Key_Down)
    assert sidebar.item("team").hasFocus()
    QTest.keyClick(sidebar.item("team"), Qt.Key.Key_Return)
    assert told.values == ["team"]


def test_the_sidebar_names_begin_with_the_page(stage: Stage, sidebar: Sidebar) -> None:
    stage.show(sidebar)
    sidebar.set_count("log", 2)
    sidebar.set_current("log")
    assert name_of(sidebar.item("log")) == "CPD log, 2 to do"
    assert description_of(sidebar.item("log")) == "This page"
    assert (name_of(sidebar.item("team")), description_of(sidebar.item("team"))) == ("Team", "")


def test_the_rail_has_tooltips(stage: Stage, sidebar: Sidebar) -> None:
    sidebar.set_shape(64, rail=True)
    stage.show(sidebar)
    assert sidebar.width() == 64
    assert sidebar.item("team").toolTip() == "Team"


def test_a_problem_turns_the_foot_line(qtbot: QtBot, stage: Stage, theme: Theme, sidebar: Sidebar) -> None:
    stage.show(sidebar)
    sidebar.saved.show_good("tick", "All changes saved")
    assert name_of(sidebar.saved) == "All changes saved"
    sidebar.saved.show_problem("Not saved yet", grave=True)
    assert name_of(sidebar.saved) == "Not saved yet"
    assert has_colour(sidebar.saved, theme.colour("error"))
    with qtbot.waitSignal(sidebar.saved.clicked):
        QTest.keyClick(sidebar.saved, Qt.Key.Key_Space)


def test_a_long_label_ends_in_dots_and_says_the_whole_in_its_tooltip(stage: Stage, theme: Theme) -> None:
    text = "Journal club: home hazard assessment and falls"
    label = Label(theme, text, Role.DETAIL_TITLE)
    stage.show(label)
    label.resize(120, label.height())
    assert label.toolTip() == text
    label.resize(900, label.height())
    assert label.toolTip() == ""


def test_a_wrapped_label_is_as_high_as_its_lines(stage: Stage, theme: Theme) -> None:
    label = Label(theme, "one two three four five six seven eight nine ten", wrap=True)
    assert label.heightForWidth(2000) == 22
    assert label.heightForWidth(120) == 22 * len(label.lines_at(120))
    assert len(label.lines_at(120)) > 2


def test_all_parts_follow_a_change_of_text_size(stage: Stage, theme: Theme, announcer: Announcer) -> None:
    parts = [
        Button(theme, "Go"),
        Label(theme, "Words"),
        WordCounter(theme, announcer, 500),
        SaveState(theme, announcer),
    ]
    stage.show(*parts)
    before = [part.sizeHint().height() for part in parts[:3]]
    theme.set_factor(2.0)
    after = [part.sizeHint().height() for part in parts[:3]]
    assert all(large > small for large, small in zip(after, before, strict=True))
