"""The activities that show where somebody is in an item, and those in the log that may."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from otcpd.domain.dates import long_day
from otcpd.domain.ladder import Shown
from otcpd.ui import words as common
from otcpd.ui.letting_go import open_once
from otcpd.ui.pages.assessment import words
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton

MOST_SUGGESTED = 5


class ActivityLink(LinkButton):
    """A title that ends in "…" where it has no room, and says the whole in a tooltip."""

    def __init__(self, desk: Desk, title: str, day: str, picture: str) -> None:
        super().__init__(desk.theme, title, picture)
        self.setToolTip(f"{title}, {day}")
        self.setAccessibleName(f"{title}, {day}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(90), self.sizeHint().height())

    def draw(self, painter: QPainter, body: QRectF) -> None:
        whole = self.text()
        room = body.width() - self.sizeHint().width() + self.theme.width(Role.META_STRONG, whole)
        shown = self.theme.metrics(Role.META_STRONG).elidedText(whole, Qt.TextElideMode.ElideRight, room + 1)
        self.paint_words(painter, body, shown)


class ShownRow(QWidget):
    """An activity that shows it: its title opens it, the cross takes the link away."""

    opened = Signal(str)
    dropped = Signal(str)

    def __init__(self, desk: Desk, activity: str, title: str, day: str, *, fixed: bool) -> None:
        super().__init__()
        self._activity = activity
        self.open = ActivityLink(desk, title, day, "log")
        self.drop = InsetButton(desk.theme, "close", f"Take the link to ‘{title}’ away")
        if fixed:
            self.drop.hide()
        self.open.clicked.connect(self._on_open)
        self.drop.clicked.connect(self._on_drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.open)
        row.addWidget(self.drop)
        row.addStretch(1)

    def _on_open(self) -> None:
        self.opened.emit(self._activity)

    def _on_drop(self) -> None:
        self.dropped.emit(self._activity)


class ShownBy(QWidget):
    """What is linked, what may be, and a way to any activity. It stands out at the left by `RING_SPACE`, for rings."""

    linked = Signal(str)
    """An activity shows it."""
    dropped = Signal(str)
    """An activity shows it no longer."""
    activity_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[object, ...] = ()
        theme = desk.theme
        self.rows: list[ShownRow] = []
        self.suggested: list[ActivityLink] = []
        self.add = LinkButton(theme, words.LINK, "plus")
        self._none = Label(theme, words.NOTHING_SHOWS, Role.WHY, "ink2", wrap=True)
        self._head = Label(theme, words.FROM_LOG, Role.META_STRONG, "ink2")
        self._column, self._may = QVBoxLayout(), QVBoxLayout()
        for box in (self._column, self._may):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(_stood_in(Label(theme, words.SHOWN_BY, Role.LABEL).head()))
        whole.addLayout(_stood_in(self._none))
        whole.addLayout(self._column)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addSpacing(theme.gap(6))
        whole.addLayout(_stood_in(self._head))
        whole.addLayout(self._may)
        self.add.clicked.connect(self._on_add)

    def show_activities(self, linked: Sequence[str], counting: Sequence[Shown]) -> None:
        """Show those that are linked, and of those that count for the item the newest that are not."""
        fixed = self._desk.session.read_only
        rows = self._desk.session.record.activities.some_rows(list(linked)) if linked else []
        known = tuple((row.id, row.title or common.NO_TITLE, long_day(row.date)) for row in rows)
        may = tuple(
            (one.id, one.title or common.NO_TITLE, long_day(one.day))
            for one in [one for one in counting if one.id not in linked][:MOST_SUGGESTED]
        )
        self.add.setVisible(not fixed)
        self._none.setVisible(not known)
        self._head.setVisible(bool(may) and not fixed)
        if (known, may, fixed) == self._shown:
            return
        self._shown = (known, may, fixed)
        self._clear()
        for key, title, day in known:
            row = ShownRow(self._desk, key, title, day, fixed=fixed)
            row.opened.connect(self.activity_wanted)
            row.dropped.connect(self.dropped)
            self._column.addWidget(row)
            self.rows.append(row)
        for key, title, day in () if fixed else may:
            button = ActivityLink(self._desk, title, day, "plus")
            button.setAccessibleName(f"Link ‘{title}’, {day}")
            button.clicked.connect(partial(self._on_suggested, key))
            self._may.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.suggested.append(button)

    def _clear(self) -> None:
        focused = any(one.hasFocus() for one in (*self.suggested, *(row.drop for row in self.rows)))
        if focused:
            self.add.setFocus()
        for box, gone in ((self._column, self.rows), (self._may, self.suggested)):
            for widget in gone:
                box.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.rows, self.suggested = [], []

    def _on_suggested(self, key: str) -> None:
        self.linked.emit(key)

    def _on_add(self) -> None:
        from otcpd.ui.pages.evidence.activity_picker import ActivityPicker  # few link one

        picker = ActivityPicker(self._desk, words.WHICH_ACTIVITY, self)
        picker.use_button.setText(words.USE_IT)
        picker.picked.connect(self.linked)
        open_once(picker)


def _stood_in(label: Label) -> QHBoxLayout:
    """In line with the words of the buttons."""
    row = QHBoxLayout()
    row.setContentsMargins(RING_SPACE, 0, 0, 0)
    row.addWidget(label)
    return row
