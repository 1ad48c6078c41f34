"""Who does it and by when: words to press, and what opens from them."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.painting import RING_SPACE, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.check_content import Assigning, CheckLine
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.painted_button import PaintedButton
from otcpd.ui.widgets.popup import PopUpSheet
from otcpd.ui.widgets.popup_place import place_below

WHO, BY = "Who does it", "By when"
_INSIDE = 16


class AssignButton(PaintedButton):
    """ "You, by 26 Nov". Enter, Space or a click opens what changes it."""

    assigned = Signal(str, object)
    """The key of a person, empty for all of them, and a day or None."""

    def __init__(self, theme: Theme, assigning: Assigning, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._assigning = assigning
        self._line = CheckLine("", "")
        self._sheet: AssignSheet | None = None
        self.clicked.connect(self.open_sheet)

    @property
    def sheet(self) -> AssignSheet | None:
        """What opens; None before it was opened for the first time."""
        return self._sheet

    @property
    def names_people(self) -> bool:
        """Whether it says who, and not by when alone."""
        return bool(self._assigning.people)

    def show_line(self, line: CheckLine, about: str) -> None:
        """Show who and by when; `about` names the line: "Action 3"."""
        self._line = line
        self.setText(self._assigning.told(line))
        self.setAccessibleName(f"{about}: {self.text()}")
        self.updateGeometry()
        self.update()

    def open_sheet(self) -> None:
        """Open the choice of who and when, with the keyboard in it."""
        if self._sheet is None:
            self._sheet = AssignSheet(self.theme, self._assigning, self)
            self._sheet.assigned.connect(self.assigned)
        self._sheet.begin(self._line)
        self._sheet.adjustSize()
        place_below(self._sheet, self)
        self._sheet.show()
        self._sheet.due.setFocus(Qt.FocusReason.PopupFocusReason)

    def sizeHint(self) -> QSize:
        width = self.theme.width(Role.META, self.text()) + 2 * self._side() + self.theme.px(14) + self.theme.gap(4)
        height = self.theme.line(Role.BODY) + 2 * self.theme.gap(8)  # as high as the line beside it
        return QSize(round(width) + 1, max(32, height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def body(self) -> QRectF:
        height = self.theme.px(24)
        return QRectF(0, (self.height() - height) / 2, self.width(), height)

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        pointed = self.underMouse() or self.isDown()
        rounded(painter, body, body.height() / 2, theme.colour("line" if pointed else "sunken"))
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        area = body.adjusted(self._side(), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        size = theme.px(14)
        icon(
            painter, theme, "chevron", "ink2", QPointF(body.right() - self._side() - size / 2, body.center().y()), size
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            body = self.body()
            rounded(painter, body, body.height() / 2, edge=self.theme.colour("focus"), width=2)

    def _side(self) -> int:
        return RING_SPACE + self.theme.gap(6)


class AssignSheet(PopUpSheet):
    """Who, by when. Each choice is told at once; Enter and Esc close."""

    assigned = Signal(str, object)

    def __init__(self, theme: Theme, assigning: Assigning, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.who = ComboBox(theme, assigning.people)
        self.who.combo.setAccessibleName(WHO)
        self.due = DateField(theme, assigning.parse, assigning.show, assigning.today, placeholder="No date")
        self.due.line.setAccessibleName(BY)
        self.done = Button(theme, "Done", Kind.OUTLINED, compact=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSIDE, _INSIDE, _INSIDE, _INSIDE)
        column.setSpacing(theme.gap(12))
        who = FormField(theme, WHO, self.who)
        column.addWidget(who)
        who.setVisible(bool(assigning.people))
        column.addWidget(FormField(theme, BY, self.due, optional=True))
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(theme.px(280))
        self.who.chosen.connect(self._tell)
        self.due.committed.connect(self._on_day)
        self.due.entered.connect(self._close)
        self.done.clicked.connect(self._close)

    def begin(self, line: CheckLine) -> None:
        """Show what holds now."""
        self.who.set_value(line.who)
        self.due.set_value(line.due)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _on_day(self, _day: dt.date | None) -> None:
        self._tell()

    def _tell(self, _who: str = "") -> None:
        self.assigned.emit(self.who.value(), self.due.value())

    def _close(self) -> None:
        if self.due.commit():
            self.hide()
