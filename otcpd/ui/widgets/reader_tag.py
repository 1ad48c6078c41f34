"""Who can read a text: stands next to its label, and changes it on a click."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from otcpd.domain.layers import Layer
from otcpd.ui.painting import icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton
from otcpd.ui.widgets.popup import FloatingMenu

_ICONS = {Layer.PRIVATE: "lock", Layer.SUPERVISION: "bubbles", Layer.REGULATOR: "page"}


def reader_words(layer: Layer, supervisor: str = "") -> str:
    """What the tag says; `supervisor` is a first name, if there is one."""
    return {
        Layer.PRIVATE: "Only you, never exported",
        Layer.SUPERVISION: f"Shared with {supervisor}" if supervisor else "For supervision",
        Layer.REGULATOR: "In your profile",
    }[layer]


class ReaderTag(PaintedButton):
    """Icon and words; a press opens the three choices."""

    chosen = Signal(str)
    """The layer a person chose."""

    def __init__(self, theme: Theme, layer: Layer, supervisor: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, reader_words(layer, supervisor), parent)
        self._layer = layer
        self._supervisor = supervisor
        self._about = ""
        self.clicked.connect(self._open)

    def set_about(self, text: str) -> None:
        """Name the text whose readers these are: "What it was: in your profile"."""
        self._about = text
        self._name()

    def layer(self) -> Layer:
        """The layer on show."""
        return self._layer

    def set_layer(self, layer: Layer) -> None:
        """Show a layer, without telling anyone."""
        self._layer = layer
        self.setText(reader_words(layer, self._supervisor))
        self._name()
        self.updateGeometry()

    def _name(self) -> None:
        if self._about:
            self.setAccessibleName(f"{self._about}: {self.text()[:1].lower()}{self.text()[1:]}")

    def sizeHint(self) -> QSize:
        words = self.theme.metrics(Role.META).horizontalAdvance(self.text())
        width = self.theme.px(16) + self.theme.gap(6) + words + 2 * self.theme.gap(6)
        return QSize(round(width) + 1, self.theme.px(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def body(self) -> QRectF:
        return QRectF(self.rect())

    def draw(self, painter: QPainter, body: QRectF) -> None:
        if self.underMouse() or self.isDown():
            rounded(painter, body, 6, self.theme.colour("hover"))
        size = self.theme.px(16)
        left = self.theme.gap(6)
        icon(painter, self.theme, _ICONS[self._layer], "ink2", QPointF(left + size / 2, body.center().y()), size)
        painter.setFont(self.theme.font(Role.META))
        painter.setPen(self.theme.colour("ink2"))
        area = body.adjusted(left + size + self.theme.gap(6), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body(), 6, edge=self.theme.colour("focus"), width=2)

    def make_menu(self) -> QMenu:
        """The three choices as a menu, the present one ticked."""
        menu = FloatingMenu(self)
        for layer in Layer:
            # Without pictures: they would stand where the tick of the present choice stands.
            action = QAction(reader_words(layer, self._supervisor), menu)
            action.setCheckable(True)
            action.setChecked(layer is self._layer)
            action.setData(layer.value)
            menu.addAction(action)
        menu.triggered.connect(self._on_chosen)
        return menu

    def _open(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _on_chosen(self, action: QAction) -> None:
        layer = Layer(str(action.data()))
        if layer is not self._layer:
            self.set_layer(layer)
            self.chosen.emit(layer.value)
