"""The drop-down: one choice of many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyledItemDelegate, QWidget

from otcpd.ui.painting import icon
from otcpd.ui.theme.dressing import put_on
from otcpd.ui.theme.stylesheet import Worn
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.field_frame import FieldFrame
from otcpd.ui.widgets.popup import let_float
from otcpd.ui.widgets.popup_place import place_below, room_beside


class PlainCombo(QComboBox):
    """A combo box that shows its text only and leaves the wheel to the page."""

    def __init__(self, theme: Theme, placeholder: str) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(placeholder)
        popup = QListView()
        self.setView(popup)
        let_float(popup.window())
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def showPopup(self) -> None:
        """Show the choices below the whole field, as wide as it or as their words."""
        put_on(self, self._theme, Worn.COMBO)  # nothing else of it is in the sheet
        super().showPopup()
        field = self.parentWidget() or self
        window = self.view().window()
        window.resize(max(field.width(), window.width()), min(window.height(), room_beside(field)))
        place_below(window, field)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        measure = self._theme.metrics(Role.BODY)
        texts = [self.itemText(place) for place in range(self.count())] or [self.placeholderText()]
        widest = max(measure.horizontalAdvance(text) for text in texts)
        return QSize(round(widest) + self._theme.px(40), self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        size = theme.px(18)
        area = QRectF(self.rect()).adjusted(0, 0, -size - theme.gap(16), 0)
        text = self.currentText()
        painter.setFont(theme.font(Role.BODY))
        painter.setPen(theme.colour("ink" if text else "ink3"))
        whole = text or self.placeholderText()
        shown = theme.metrics(Role.BODY).elidedText(whole, Qt.TextElideMode.ElideRight, area.width())
        tip = "" if shown == whole else whole
        if tip != self.toolTip():
            self.setToolTip(tip)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
        if not self.isEnabled():
            return  # nothing opens
        centre = QPointF(self.width() - theme.gap(12) - size / 2, self.height() / 2)
        icon(painter, theme, "chevron", "ink2", centre, size)


class ComboBox(FieldFrame):
    """A drop-down of keys and words; an empty key stands for no choice."""

    chosen = Signal(str)
    """The key of the new choice, when a person made it."""

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]] = (),
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.combo = PlainCombo(theme, placeholder)
        super().__init__(theme, self.combo, parent=parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.set_options(options)
        self.combo.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these pairs of key and words; the choice stays if its key is still there."""
        key = self.value()
        self.combo.clear()
        for code, text in options:
            self.combo.addItem(text, code)
        self.set_value(key)

    def value(self) -> str:
        """The key of the choice; empty for none."""
        data = self.combo.currentData()
        return data if isinstance(data, str) else ""

    def set_value(self, key: str) -> None:
        """Choose, without telling anyone; a key that is not offered means no choice."""
        self.combo.setCurrentIndex(self.combo.findData(key))

    def sizeHint(self) -> QSize:
        return QSize(self.combo.sizeHint().width() + self.theme.gap(12), self.theme.px(38))

    def restyle(self) -> None:
        self.combo.setFont(self.theme.font(Role.BODY))
        super().restyle()
        self._row.setContentsMargins(self.theme.gap(12), 1, 0, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_ground(QPainter(self))

    def _on_activated(self, place: int) -> None:
        data = self.combo.itemData(place)
        self.chosen.emit(data if isinstance(data, str) else "")
