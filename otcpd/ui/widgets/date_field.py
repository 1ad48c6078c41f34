"""A field for a day: typed the British way, or picked from a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui import words
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.calendar import Calendar
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.popup import PopUpSheet
from otcpd.ui.widgets.popup_place import place_below, room_beside

_INSIDE = 8
LEAST_DAY = 185
"""Logical pixels in which any day is read whole, with the way to the calendar."""


class DateField(ParsedField[dt.date]):
    """A day. F4 or Alt+Down opens the calendar, which is built when first opened."""

    def __init__(
        self,
        theme: Theme,
        parse: Callable[[str], dt.date],
        show: Callable[[dt.date], str],
        today: Callable[[], dt.date],
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parse, show, placeholder=placeholder, parent=parent)
        self._today = today
        self._popup: PopUpSheet | None = None
        self._whole = False
        self._opener = InsetButton(theme, "calendar", words.OPEN_CALENDAR, tab_stop=False)
        self._opener.clicked.connect(self.open_calendar)
        self.add_trailing(self._opener)

    def keep_whole(self) -> None:
        """Never grow so narrow that a day is cut."""
        self._whole = True
        self.updateGeometry()

    def whole_width(self) -> int:
        """Pixels in which every day can be read to its end."""
        return max(self.width_for(self._show(dt.date(2044, month, 24))) for month in range(1, 13))

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return least.expandedTo(QSize(self.whole_width(), 0)) if self._whole else least

    def open_calendar(self) -> None:
        """Show the calendar below the field, on the field's day or today."""
        if self._popup is None:
            self._popup = self._make_popup()
        calendar = self._calendar()
        day = self.value() or self._today()
        calendar.begin(day, self._today(), room_beside(self) - 2 * _INSIDE)
        self._popup.adjustSize()
        place_below(self._popup, self)
        self._popup.show()
        calendar.setFocus()

    def set_read_only(self, read_only: bool) -> None:
        """Without a way to the calendar: nothing could be picked there."""
        super().set_read_only(read_only)
        self._opener.setVisible(not read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if (event.key() == Qt.Key.Key_F4 or alt_down) and not self.line.isReadOnly():
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _make_popup(self) -> PopUpSheet:
        popup = PopUpSheet(self.theme, self)
        calendar = Calendar(self.theme, popup)
        column = QVBoxLayout(popup)
        column.setContentsMargins(_INSIDE, _INSIDE, _INSIDE, _INSIDE)
        column.addWidget(calendar)
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        return popup

    def _calendar(self) -> Calendar:
        if self._popup is None:
            raise RuntimeError("the calendar was asked for before it was made")
        calendar = self._popup.findChild(Calendar)
        if not isinstance(calendar, Calendar):
            raise RuntimeError("the pop-up holds no calendar")
        return calendar

    def _pick(self, day: QDate) -> None:
        if self._popup is not None:
            self._popup.hide()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.set_text(self._show(dt.date(day.year(), day.month(), day.day())))
        self.commit()
