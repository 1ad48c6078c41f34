"""Small painters that several widgets share: rounded grounds, even edges, focus rings, lines of text."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

from otcpd.ui.theme.theme import Theme

RADIUS = 8
RADIUS_ROW = 10
RADIUS_CARD = 12
RING = 2
"""Width of a focus ring, and of the gap between it and a filled control."""
RING_SPACE = 2 * RING
HANG = 5
"""The most that a control keeps round what is painted of it: room for the ring of a tick box."""


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1,
) -> None:
    """A rounded rectangle whose edge lies wholly inside `rect`, so that it is even at any scale."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(edge, width))
        half = width / 2
        rect = rect.adjusted(half, half, -half, -half)
        radius -= half
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def ring(painter: QPainter, control: QRectF, radius: float, colour: QColor) -> None:
    """A focus ring round `control`, with a gap, so that it never touches a fill."""
    outer = control.adjusted(-RING_SPACE, -RING_SPACE, RING_SPACE, RING_SPACE)
    rounded(painter, outer, radius + RING_SPACE, edge=colour, width=RING)


def field(painter: QPainter, rect: QRectF, theme: Theme, *, focused: bool, wrong: bool, off: bool = False) -> None:
    """The ground and edge of a field. Focus wins over a mistake, whose sentence stays below.

    One that is `off` is for reading only: it lies lower than those that take text.
    """
    if focused:
        edge, width = theme.colour("focus"), 2
    elif wrong:
        edge, width = theme.colour("error"), 2
    else:
        edge, width = theme.colour("line" if off else "line_strong"), 1
    rounded(painter, rect, RADIUS, theme.colour("sunken" if off else "surface"), edge, width)


def hairline(painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
    """A line of one device pixel, even at 125 and 150 %."""
    pen = QPen(colour, 1)
    pen.setCosmetic(True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    painter.drawLine(start, end)


def dots_to_a_pixel(painter: QPainter) -> float:
    """How fine a picture has to be that this painter draws: also where a widget is painted into a picture."""
    return painter.deviceTransform().m11()


def icon(painter: QPainter, theme: Theme, name: str, token: str, centre: QPointF, size: int) -> None:
    """Icon `name` in the colour of `token`, round a centre."""
    picture = theme.pixmap(name, token, size, dots_to_a_pixel(painter))
    painter.drawPixmap(QPointF(centre.x() - size / 2, centre.y() - size / 2), picture)


def text_lines(text: str, font: QFont, width: float, most: int = 0) -> list[str]:
    """`text` broken into lines of at most `width` pixels; with `most`, the last of these ends in "…"."""
    from PySide6.QtGui import QFontMetricsF

    measure = QFontMetricsF(font)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _broken(paragraph, font, width)
        if most and len(lines) > most:
            break
    if most and len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], measure.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return lines


def _broken(paragraph: str, font: QFont, width: float) -> tuple[str, ...]:
    key = font.key()
    _FONTS.setdefault(key, font)
    return _broken_before(paragraph, key, width)


_FONTS: dict[str, QFont] = {}


@lru_cache(maxsize=4096)
def _broken_before(paragraph: str, font_key: str, width: float) -> tuple[str, ...]:
    """Layouts ask for the same lines again and again, and breaking them is what takes longest of a new page."""
    layout = QTextLayout(paragraph, _FONTS[font_key])
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = paragraph.encode("utf-16-le", "surrogatepass")  # which is what Qt counts in
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass").rstrip())
    layout.endLayout()
    return tuple(lines) or ("",)


def draw_lines(
    painter: QPainter,
    lines: list[str],
    top_left: QPointF,
    font: QFont,
    line_height: float,
    colour: QColor,
) -> None:
    """Lines of text below each other, each in the middle of its line height."""
    painter.setFont(font)
    painter.setPen(colour)
    measure = painter.fontMetrics()
    base = (line_height - measure.height()) / 2 + measure.ascent()
    for place, line in enumerate(lines):
        painter.drawText(QPointF(top_left.x(), top_left.y() + place * line_height + base), line)
