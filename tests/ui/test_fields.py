"""Form fields: names, descriptions, checking on leaving, and text that is safe with undo and paste."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QDate, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.parsed_field import DurationField
from otcpd.ui.widgets.text_field import TextField
from tests.ui.seeing import Stage, Told, description_of, has_colour, name_of, role_of

TODAY = date(2026, 11, 21)


def read_day(text: str) -> date:
    return parse_day(text, TODAY, latest=TODAY)


def today() -> date:
    return TODAY


@pytest.fixture
def day(theme: Theme) -> DateField:
    return DateField(theme, read_day, long_day, today)


def test_a_field_is_named_by_its_label_and_described_by_its_help(stage: Stage, theme: Theme) -> None:
    field = TextField(theme)
    form = FormField(theme, "HCPC number", field, optional=True, help_text="You will find it in your HCPC account.")
    stage.show(form)
    assert form.label.buddy() is field.control
    assert name_of(field.line) == "HCPC number"
    assert role_of(field.line) == QAccessible.Role.EditableText
    assert description_of(field.line) == "You will find it in your HCPC account. Optional"


def test_a_problem_is_said_below_and_to_the_screen_reader(stage: Stage, theme: Theme) -> None:
    field = TextField(theme)
    form = FormField(theme, "Title", field)
    stage.show(form)
    height = form.sizeHint().height()
    field.line.clearFocus()
    form.set_problem("There is no title yet.")
    assert form.problem == description_of(field.line) == "There is no title yet."
    assert form.sizeHint().height() > height
    assert has_colour(field, theme.colour("error"))
    form.set_problem("")
    assert description_of(field.line) == ""
    assert not has_colour(field, theme.colour("error"))


def test_with_focus_the_edge_is_the_rings_and_the_sentence_stays(stage: Stage, theme: Theme) -> None:
    field = TextField(theme)
    form = FormField(theme, "Title", field)
    stage.show(form)
    form.set_problem("There is no title yet.")
    field.line.setFocus()
    assert has_colour(field, theme.colour("focus"))
    assert not has_colour(field, theme.colour("error"))
    assert form.problem


def test_a_field_keeps_its_size_in_every_state(stage: Stage, theme: Theme) -> None:
    field = TextField(theme)
    stage.show(field)
    before = (field.size(), field.line.geometry())
    field.line.setFocus()
    field.set_wrong(True)
    QGuiApplication.sendPostedEvents()
    assert (field.size(), field.line.geometry()) == before


def test_typing_is_told_and_setting_is_not(qtbot: QtBot, stage: Stage, theme: Theme) -> None:
    field = TextField(theme)
    told = Told()
    field.edited.connect(told.note)
    stage.show(field)
    field.set_text("Journal")
    field.line.end(False)
    QTest.keyClicks(field.line, " club")
    assert told.values[-1] == "Journal club"
    assert len(told.values) == len(" club")


def test_leaving_a_field_is_told_but_leaving_the_window_is_not(qtbot: QtBot, stage: Stage, theme: Theme) -> None:
    first, second = TextField(theme), TextField(theme)
    told = Told()
    first.left.connect(told.note_none)
    window = stage.show(first, second)
    first.line.setFocus()
    other = stage.show(QWidget())
    other.close()
    window.activateWindow()
    qtbot.waitUntil(first.line.hasFocus)
    assert told.values == []
    second.line.setFocus()
    assert told.values == [None]


def test_a_day_is_read_on_leaving_and_never_while_typing(stage: Stage, theme: Theme, day: DateField) -> None:
    form = FormField(theme, "Date", day)
    other = TextField(theme)
    stage.show(form, other)
    day.line.setFocus()
    QTest.keyClicks(day.line, "31/11/2026")
    assert form.problem == ""
    QTest.keyClick(day.line, Qt.Key.Key_Tab)
    assert form.problem == "November has 30 days. Pick a date up to 21 November 2026."
    assert day.text() == "31/11/2026"
    assert day.value() is None


@pytest.mark.parametrize("typed", ["19/11/2026", "19 nov", "thursday", "2026-11-19"])
def test_a_good_day_is_written_out(qtbot: QtBot, stage: Stage, day: DateField, typed: str) -> None:
    stage.show(day)
    day.line.setFocus()
    QTest.keyClicks(day.line, typed)
    with qtbot.waitSignal(day.committed) as caught:
        QTest.keyClick(day.line, Qt.Key.Key_Return)
    assert caught.args == [date(2026, 11, 19)]
    assert day.text() == "19 November 2026"


def test_the_same_value_is_not_told_twice(qtbot: QtBot, stage: Stage, day: DateField) -> None:
    stage.show(day)
    day.set_value(date(2026, 11, 19))
    with qtbot.assertNotEmitted(day.committed):
        assert day.commit()


def test_an_empty_field_is_no_value(qtbot: QtBot, stage: Stage, day: DateField) -> None:
    stage.show(day)
    day.set_value(date(2026, 11, 19))
    day.line.clear()
    with qtbot.waitSignal(day.committed) as caught:
        assert day.commit()
    assert caught.args == [None]


@pytest.mark.parametrize("key", [Qt.Key.Key_F4, Qt.Key.Key_Down])
def test_the_calendar_opens_by_key_on_the_fields_day(qtbot: QtBot, stage: Stage, day: DateField, key: Qt.Key) -> None:
    stage.show(day)
    day.set_value(date(2026, 11, 3))
    day.line.setFocus()
    alt = Qt.KeyboardModifier.AltModifier if key == Qt.Key.Key_Down else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(day.line, key, alt)
    calendar = day.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.isVisible()
    assert calendar.selectedDate() == QDate(2026, 11, 3)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    with qtbot.waitSignal(day.committed) as caught:
        calendar.clicked.emit(QDate(2026, 11, 5))
    assert caught.args == [date(2026, 11, 5)]
    assert not calendar.isVisible()


def test_a_duration_is_read_and_written(qtbot: QtBot, stage: Stage, theme: Theme) -> None:
    field = DurationField(theme, parse_duration, format_duration)
    form = FormField(theme, "Duration", field)
    stage.show(form)
    field.line.setFocus()
    QTest.keyClicks(field.line, "90 min")
    with qtbot.waitSignal(field.committed) as caught:
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert caught.args == [90]
    assert field.text() == "1 h 30"
    field.set_text("2")
    assert not field.commit()
    assert "hours or minutes" in form.problem


@pytest.fixture
def long_text(theme: Theme) -> LongText:
    return LongText(theme)


def test_what_is_asked_for_stands_where_the_answer_will_stand(stage: Stage, theme: Theme) -> None:
    field = LongText(theme, placeholder="Hill", role=Role.DETAIL_TITLE)
    stage.show(field, width=300)
    asked = inked(field)
    field.set_text("Hill")
    assert inked(field) == asked


def test_what_is_asked_for_makes_way_for_letters_being_composed(stage: Stage, theme: Theme) -> None:
    field = LongText(theme, placeholder="What did you learn?")
    stage.show(field, width=300)
    field.editor.clearFocus()
    QGuiApplication.sendEvent(field.editor, QInputMethodEvent("z", []))
    composed = field.editor.grab().toImage()
    field.editor.hint = ""
    assert composed == field.editor.grab().toImage()
    QGuiApplication.sendEvent(field.editor, QInputMethodEvent())
    assert composed != field.editor.grab().toImage(), "the letter is seen while it is composed"


def inked(field: LongText) -> tuple[int, int]:
    """The first and the last row of pixels with letters."""
    image = field.editor.grab().toImage()
    ground = image.pixel(image.width() - 1, 0)
    rows = [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in range(image.width()))]
    return rows[0], rows[-1]


def test_long_text_grows_from_two_to_twelve_lines(stage: Stage, theme: Theme, long_text: LongText) -> None:
    stage.show(long_text, width=500)
    two = long_text.height()
    long_text.set_text("\n".join(["line"] * 6))
    QGuiApplication.processEvents()
    six = long_text.height()
    long_text.set_text("\n".join(["line"] * 40))
    QGuiApplication.processEvents()
    assert six - two == 4 * theme.line(Role.BODY)
    assert long_text.height() - two == 10 * theme.line(Role.BODY)
    assert long_text.editor.verticalScrollBar().maximum() > 0


def test_tab_leaves_long_text(stage: Stage, theme: Theme, long_text: LongText) -> None:
    other = TextField(theme)
    stage.show(long_text, other)
    long_text.editor.setFocus()
    QTest.keyClick(long_text.editor, Qt.Key.Key_Tab)
    assert other.line.hasFocus()
    assert long_text.text() == ""


def test_what_is_pasted_is_plain_and_files_are_left_to_the_page(stage: Stage, long_text: LongText) -> None:
    stage.show(long_text)
    rich = QMimeData()
    rich.setHtml("<h1>Falls</h1>")
    rich.setText("Falls")
    long_text.editor.insertFromMimeData(rich)
    assert long_text.text() == "Falls"
    assert "<h1" not in long_text.editor.toHtml()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/certificate.pdf")])
    assert not long_text.editor.canInsertFromMimeData(files)


def test_many_short_pastes_count_together(stage: Stage, long_text: LongText) -> None:
    stage.show(long_text)
    long_text.editor.most_pasted = 100
    told = Told()
    long_text.editor.pasted_too_much.connect(told.note)
    some = QMimeData()
    some.setText("a " * 20)
    for _ in range(3):
        long_text.editor.insertFromMimeData(some)
    assert (long_text.text(), told.values) == ("a " * 40, ["a " * 20])
    long_text.editor.selectAll()
    long_text.editor.insertFromMimeData(some)
    assert (long_text.text(), len(told.values)) == ("a " * 20, 1)


def test_undo_goes_through_typing_first_and_then_to_the_window(stage: Stage, long_text: LongText) -> None:
    window = stage.show(long_text)
    undo = QAction("Undo", window)
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    window.addAction(undo)
    told = Told()
    undo.triggered.connect(told.note)
    long_text.set_text("Kept.")
    long_text.editor.setFocus()
    QTest.keyClicks(long_text.editor, "x")
    QTest.keySequence(long_text.editor, QKeySequence(QKeySequence.StandardKey.Undo))
    assert (long_text.text(), told.values) == ("Kept.", [])
    QTest.keySequence(long_text.editor, QKeySequence(QKeySequence.StandardKey.Undo))
    assert (long_text.text(), told.values) == ("Kept.", [False])


def test_undo_in_a_line_does_the_same(stage: Stage, theme: Theme) -> None:
    field = TextField(theme)
    window = stage.show(field)
    undo = QAction("Undo", window)
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    window.addAction(undo)
    told = Told()
    undo.triggered.connect(told.note)
    field.set_text("Kept")
    field.line.setFocus()
    QTest.keySequence(field.line, QKeySequence(QKeySequence.StandardKey.Undo))
    assert (field.text(), told.values) == ("Kept", [False])


def test_setting_long_text_is_not_told_and_typing_is(stage: Stage, long_text: LongText) -> None:
    told = Told()
    long_text.edited.connect(told.note)
    stage.show(long_text)
    long_text.set_text("One\ntwo")
    assert told.values == []
    QTest.keyClicks(long_text.editor, "a")
    assert told.values == ["aOne\ntwo"]


def test_a_drop_down_is_chosen_by_key(qtbot: QtBot, stage: Stage, theme: Theme) -> None:
    combo = ComboBox(theme, [("work_based", "Work-based"), ("formal", "Formal")], placeholder="Choose a category")
    form = FormField(theme, "Category", combo)
    stage.show(form)
    assert (combo.value(), name_of(combo.combo)) == ("", "Category")
    assert role_of(combo.combo) == QAccessible.Role.ComboBox
    combo.combo.setFocus()
    with qtbot.waitSignal(combo.chosen) as caught:
        QTest.keyClicks(combo.combo, "f")
    assert caught.args == ["formal"]
    assert combo.value() == "formal"
    with qtbot.assertNotEmitted(combo.chosen):
        combo.set_value("")
    assert combo.value() == ""


def test_the_choices_stand_below_the_whole_field(stage: Stage, theme: Theme, qtbot: QtBot) -> None:
    box = ComboBox(theme, [("a", "Alder"), ("b", "Birch")])
    stage.show(box, width=300)
    box.combo.showPopup()
    popup = box.combo.view().window()
    qtbot.waitUntil(popup.isVisible)
    assert popup.width() == box.width()
    assert popup.mapToGlobal(QPoint()).x() == box.mapToGlobal(QPoint()).x()
    assert popup.mapToGlobal(QPoint()).y() >= box.mapToGlobal(QPoint(0, box.height())).y()
    box.combo.hidePopup()


@pytest.mark.parametrize("width", [900, 420, 260, 700])
def test_help_that_wraps_is_never_cut(stage: Stage, theme: Theme, qtbot: QtBot, width: int) -> None:
    form = FormField(theme, "Number", TextField(theme), help_text="HCPC gives one to those it asks for a profile. " * 2)
    window = stage.show(form, QWidget(), width=500)
    window.resize(width, 400)
    help_line = next(line for line in form.findChildren(Label) if line.text().startswith("HCPC"))
    qtbot.waitUntil(partial(is_whole, help_line, form))


def is_whole(line: Label, form: FormField) -> bool:
    """Whether all lines of text are in sight, and nothing is left over below them."""
    return line.height() == line.heightForWidth(line.width()) and form.height() == line.geometry().bottom() + 1
