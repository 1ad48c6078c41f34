"""Choosing from a list that may be long: letters narrow it down, Space or Enter takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from otcpd.ui.models.index import Index
from otcpd.ui.models.options import HEAD_ROLE, Option, OptionModel
from otcpd.ui.painting import RADIUS, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.plain_list import PlainList
from otcpd.ui.widgets.text_field import TextField

FEW = 8
"""So many things are seen at a glance: no field to narrow them down."""
ROWS = 8
"""So many rows are in sight."""
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class OptionDelegate(QStyledItemDelegate):
    """A tick box where there is something to tick, and words."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(32, self._theme.px(34))
        return QSize(self._theme.px(120), height + (self._head() if index.data(HEAD_ROLE) else 0))

    def _head(self) -> int:
        return self._theme.line(Role.META_STRONG) + self._theme.gap(10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._theme, QRectF(option.rect)
        painter.save()
        head = str(index.data(HEAD_ROLE) or "")
        if head:
            painter.setFont(theme.font(Role.META_STRONG))
            painter.setPen(theme.colour("ink2"))
            place = QRectF(area.left() + theme.gap(10), area.top(), area.width(), self._head())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, head)
            area.setTop(area.top() + self._head())
        if option.state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, area, RADIUS, theme.colour("hover"))
        left = area.left() + theme.gap(10)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            size = theme.px(18)
            box = QRectF(left, area.center().y() - size / 2, size, size)
            self._paint_box(painter, box, on=Qt.CheckState(ticked) is Qt.CheckState.Checked)
            left = box.right() + theme.gap(10)
        room = QRectF(left, area.top(), area.right() - theme.gap(8) - left, area.height())
        shown = theme.metrics(Role.BODY).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(theme.font(Role.BODY))
        painter.setPen(theme.colour("ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            rounded(painter, area, RADIUS, edge=theme.colour("focus"), width=2)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRectF, *, on: bool) -> None:
        theme = self._theme
        if on:
            rounded(painter, box, 4, theme.colour("accent"))
            icon(painter, theme, "tick", "on_accent", box.center(), theme.px(14))
        else:
            rounded(painter, box, 4, theme.colour("surface"), theme.colour("line_strong"), 1.25)


class OptionList(PlainList):
    """Space, Enter or a click takes the row."""

    taken = Signal(QModelIndex)

    def __init__(self, theme: Theme, model: OptionModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setModel(model)
        self.setItemDelegate(OptionDelegate(theme, self))
        self._wanted = 0
        self.clicked.connect(self.taken)

    def set_height(self, wanted: int) -> None:
        """So many pixels, and fewer where there is no room for them: it scrolls."""
        self._wanted = wanted
        self.setMaximumHeight(wanted)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.taken.emit(self.currentIndex())
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class OptionPicker(QWidget):
    """A field to narrow the list down, where it is long, and the list."""

    taken = Signal(str)
    """The key of what was taken; where it can be ticked, it is ticked or not any more by now."""
    typed = Signal(str)
    """Enter in the field, where new words are taken: those that stand there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = OptionModel(self)
        self.field = TextField(theme, lead="search")
        self.list = OptionList(theme, self.model)
        self._none = Label(theme, "Nothing found.", Role.META, "ink2")
        self._single = self._takes_new = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(6))
        for widget in (self.field, self._none, self.list):
            column.addWidget(widget)
        self.field.edited.connect(self._on_edited)
        self.field.entered.connect(self._on_entered)
        self.field.line.installEventFilter(self)
        self.list.taken.connect(self._on_taken)

    def offer(
        self,
        name: str,
        options: Sequence[Option],
        ticked: Iterable[str] = (),
        *,
        tickable: bool = True,
        single: bool = False,
        takes_new: bool = False,
    ) -> None:
        """Offer these under a name. With `single`, one of them holds and no more.

        With `takes_new`, Enter in the field means the very words that stand there, not the one option that has them.
        """
        self._single, self._takes_new = single, takes_new
        self.model.set_options(options, ticked, tickable=tickable)
        self.field.set_text("")
        self.field.setVisible(takes_new or len(options) > FEW)
        self.field.line.setAccessibleName(f"Find: {name}")
        self.field.line.setPlaceholderText("Type to find" if not takes_new else name)
        self.list.setAccessibleName(name)
        self._fit()
        if options:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def take_focus(self) -> None:
        """Into the field, or into the list where there is none."""
        target: QWidget = self.list if self.field.isHidden() else self.field.line
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.field.line and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _DOWN and self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentIndex(self.model.index(0, 0))
            return True
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        rows = min(max(self.model.rowCount(), 1), ROWS)
        self.list.set_height(rows * max(32, self._theme.px(34)) + 4)
        self._none.setVisible(not self.model.rowCount())
        self.list.setVisible(self.model.rowCount() > 0)

    def _on_edited(self, text: str) -> None:
        self.model.narrow(text)
        self._none.setVisible(not self.model.rowCount())
        self.list.setVisible(self.model.rowCount() > 0)

    def _on_entered(self) -> None:
        said = " ".join(self.field.text().casefold().split())
        same = [row for row, one in enumerate(self.model.shown()) if said in (one.text.casefold(), one.key.casefold())]
        if same or (not self._takes_new and self.model.rowCount() == 1):
            self._on_taken(self.model.index(same[0] if same else 0, 0))
        elif self._takes_new:
            self.typed.emit(self.field.text())

    def _on_taken(self, index: QModelIndex) -> None:
        option = self.model.option(index)
        if option is None:
            return
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            on = option.key not in self.model.ticked
            if self._single:
                on = True
                for row in range(self.model.rowCount()):
                    self.model.setData(self.model.index(row, 0), Qt.CheckState.Unchecked, _TICK)
            self.model.setData(index, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked, _TICK)
        self.taken.emit(option.key)


_TICK = Qt.ItemDataRole.CheckStateRole
