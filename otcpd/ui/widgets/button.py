"""The button: filled, outlined, quiet, delete; each at rest, pointed at, pressed, focused and off."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from otcpd.ui.painting import RADIUS, RING_SPACE, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton


class Kind(Enum):
    """How much a button stands out. One filled button per header, one per open pane."""

    FILLED = "filled"
    OUTLINED = "outlined"
    QUIET = "quiet"
    CHOSEN = "chosen"
    """Outlined, and something behind it is in force."""
    DELETE = "delete"
    DELETE_FILLED = "delete_filled"


class _Paint(NamedTuple):
    """Names of tokens; None paints nothing."""

    text: str
    ground: str | None
    pointed: str | None
    pressed: str | None
    edge: str | None


_PAINTS = {
    Kind.FILLED: _Paint("on_accent", "accent", "accent_hover", "accent_pressed", None),
    Kind.OUTLINED: _Paint("ink", "surface", "hover", "line", "line_btn"),
    Kind.QUIET: _Paint("accent", None, "accent_soft", "accent_line", None),
    Kind.CHOSEN: _Paint("accent", "accent_soft", "accent_line", "accent_line", "accent_line"),
    Kind.DELETE: _Paint("error", "surface", "error_soft", "error_soft", "error_line"),
    Kind.DELETE_FILLED: _Paint("on_error", "error", "error_hover", "error_pressed", None),
}
_OFF = _Paint("ink3", "sunken", "sunken", "sunken", "line")


class Button(PaintedButton):
    """A push button. Its text is its accessible name; without text, `name` is, and the tooltip too."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: Kind = Kind.OUTLINED,
        *,
        icon: str = "",
        trailing: str = "",
        compact: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`icon` and `trailing` name icons before and after the text."""
        super().__init__(theme, text, parent)
        self._kind = kind
        self._icon = icon
        self._trailing = trailing
        self._compact = compact
        self.setProperty("kind", kind.value)
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)

    def set_kind(self, kind: Kind) -> None:
        """Stand out more or less."""
        self._kind = kind
        self.setProperty("kind", kind.value)
        self.update()

    def set_icon(self, icon: str) -> None:
        """Another picture before the words; none with an empty name, where there is little room."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_off(self, reason: str) -> None:
        """Switch the button off and say why; an empty reason switches it on."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def sizeHint(self) -> QSize:
        height = self.theme.px(32 if self._compact else 38)
        width = 2.0 * self._padding() + self._content_width()
        if not self.text():
            width = height
        return QSize(round(max(width, height)) + 2 * RING_SPACE, height + 2 * RING_SPACE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter, body: QRectF) -> None:
        paint = _PAINTS[self._kind] if self.isEnabled() else _OFF
        ground = self._ground(paint)
        rounded(
            painter,
            body,
            RADIUS,
            self.theme.colour(ground) if ground else None,
            self.theme.colour(paint.edge) if paint.edge else None,
        )
        self._draw_content(painter, body, paint.text)

    def _draw_content(self, painter: QPainter, body: QRectF, token: str) -> None:
        size, gap = self._icon_size(), self._icon_gap()
        x = body.center().x() - self._content_width() / 2
        middle = body.center().y()
        if self._icon:
            icon(painter, self.theme, self._icon, token, QPointF(x + size / 2, middle), size)
            x += size + gap
        if self.text():
            width = self._text_width()
            painter.setFont(self.theme.font(self._role()))
            painter.setPen(self.theme.colour(token))
            painter.drawText(
                QRectF(x, body.top(), width + 2, body.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
            )
            x += width + gap
        if self._trailing:
            icon(painter, self.theme, self._trailing, token, QPointF(x + size / 2, middle), size)

    def _ground(self, paint: _Paint) -> str | None:
        if self.isDown():
            return paint.pressed
        return paint.pointed if self.underMouse() else paint.ground

    def _role(self) -> Role:
        return Role.LABEL if self._compact else Role.BODY_STRONG

    def _padding(self) -> int:
        return self.theme.gap(12 if self._compact else 15)

    def _icon_size(self) -> int:
        return self.theme.px(18 if self._compact else 20)

    def _icon_gap(self) -> int:
        return self.theme.gap(8)

    def _text_width(self) -> float:
        return self.theme.width(self._role(), self.text())

    def _content_width(self) -> float:
        icons = [name for name in (self._icon, self._trailing) if name]
        width = len(icons) * self._icon_size() + (self._text_width() if self.text() else 0)
        pieces = len(icons) + bool(self.text())
        return width + self._icon_gap() * max(0, pieces - 1)
