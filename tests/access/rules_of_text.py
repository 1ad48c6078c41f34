"""No text is cut off, and each can be told from its ground: measured on what is painted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QLineEdit, QPushButton, QScrollArea, QWidget

from otcpd.ui.widgets.text_field import PlainLine
from tests.access.findings import Finding, called
from tests.access.painted import PaintedText
from tests.ui.colour_science import contrast

ENOUGH = 4.5
"""Contrast of text that is not large, WCAG 2.2 AA (success criterion 1.4.3)."""
ENOUGH_LARGE = 3.0
LARGE = 24.0
"""Pixels of height from which text is large: 18 points, or 14 points and bold at about 19; we take the higher."""
MARGIN = 1.5
"""Pixels that letters may stand over: what rounding takes."""
DOTS = 2
"""Dots to a pixel in the picture that is measured, so that a stem of a letter is wider than its blurred edge."""
FEW = 3
"""A colour of fewer dots than this is chance."""
ELLIPSIS = "…"


def cut_off(top: QWidget, texts: Sequence[PaintedText]) -> Iterator[Finding]:
    """Texts that leave their widget, widgets that leave what holds them, and shortened texts that nothing completes."""
    for one in texts:
        widget = one.widget
        if one.text.endswith(ELLIPSIS) and not _completed(one, top):
            yield Finding("shortened", called(widget), f"‘{one.text}’ and no tooltip says the rest")
        if _scrolls_by_itself(widget, one.text):
            continue
        origin = QRectF(QRect(widget.mapTo(top, QPoint()), widget.size()))
        over = _over(one.area, origin, upright=_scroller_of(widget) is None)
        if over > MARGIN:
            yield Finding("cut off", called(widget), f"‘{one.text}’ by {over:.0f} pixels")
    for widget in {one.widget for one in texts}:
        yield from _leaves_its_holder(widget)


def _completed(one: PaintedText, top: QWidget) -> bool:
    """Whether the whole text can be had: as a tooltip, or from what a row says of itself."""
    widget = one.widget
    view = widget.parentWidget()
    if isinstance(view, QAbstractItemView):
        index = view.indexAt(one.area.center().toPoint() - view.viewport().mapTo(top, QPoint()))
        return bool(index.data(Qt.ItemDataRole.ToolTipRole))
    if isinstance(widget, PlainLine):
        return widget.is_cut()  # it shows the whole by itself
    if isinstance(widget, QPushButton) and widget.text().endswith(ELLIPSIS):
        return True  # "Find it…": a question follows
    beginning = one.text.removesuffix(ELLIPSIS).rstrip()
    return beginning in widget.toolTip()


def _scrolls_by_itself(widget: QWidget, text: str) -> bool:
    """A line moves under what is typed; its placeholder does not."""
    return isinstance(widget, QLineEdit) and bool(widget.text())


def _scroller_of(widget: QWidget) -> QAbstractScrollArea | None:
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        return parent
    return None


def _over(inner: QRectF, outer: QRectF, *, upright: bool) -> float:
    """Pixels by which `inner` stands over; letters have room for what hangs, so half of a line above or below is
    needed before it counts."""
    beside = max(outer.left() - inner.left(), inner.right() - outer.right(), 0.0)
    above = max(outer.top() - inner.top(), inner.bottom() - outer.bottom(), 0.0) if upright else 0.0
    hanging = inner.height() / 4
    return max(beside, above - hanging if above > hanging else 0.0)


def _leaves_its_holder(widget: QWidget) -> Iterator[Finding]:
    """A widget that reaches over the edge of one that holds it is cut there."""
    inner = widget
    parent = widget.parentWidget()
    while parent is not None and not inner.isWindow():
        area = QRect(inner.mapTo(parent, QPoint()), inner.size())
        if _scroller_of(parent) is not None:
            return  # downwards a page may scroll, and another rule says that it must not sideways
        beside = max(-area.left(), area.right() - parent.width() + 1, 0)
        below = max(-area.top(), area.bottom() - parent.height() + 1, 0)
        if max(beside, below) > MARGIN + 2:
            words = f"reaches {beside} pixels over the side and {below} over the end of {type(parent).__name__}"
            yield Finding("cut off", called(widget), words)
            return
        inner, parent = parent, parent.parentWidget()


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of the window as painted, `DOTS` dots to a pixel; `corner` is where in the window it begins."""

    image: Image.Image
    corner: QPoint

    @classmethod
    def of(cls, top: QWidget, part: QRect) -> Picture:
        """Take it. What has no ground of its own gets that of its page."""
        part = part.intersected(top.rect())
        image = QImage(part.size() * DOTS, QImage.Format.Format_RGBX8888)
        image.setDevicePixelRatio(DOTS)
        image.fill(_ground_of(top))
        top.render(image, QPoint(), QRegion(part))
        size = (image.width(), image.height())
        dots = bytes(image.constBits())
        return cls(Image.frombuffer("RGBX", size, dots, "raw", "RGBX", image.bytesPerLine(), 1), part.topLeft())

    def colours(self, area: QRect) -> Counter[str]:
        """How many dots of each colour there are in an area of the window."""
        left, top = (area.left() - self.corner.x()) * DOTS, (area.top() - self.corner.y()) * DOTS
        part = self.image.crop((left, top, left + area.width() * DOTS, top + area.height() * DOTS))
        count: Counter[str] = Counter()
        for number, dot in part.getcolors(part.width * part.height) or []:
            assert isinstance(dot, tuple)
            count[_named(dot[:3])] = number
        return count


@cache
def _named(dot: tuple[int, ...]) -> str:
    red, green, blue = dot
    return f"#{red:02x}{green:02x}{blue:02x}"


def _ground_of(widget: QWidget) -> QColor:
    """The colour behind the first corner of what scrolls, as the window shows it."""
    if widget.isWindow():
        return QColor("white")
    parent = widget.parentWidget()
    assert parent is not None
    corner = QRect(parent.mapTo(widget.window(), QPoint()), QSize(1, 1))
    return widget.window().grab(corner).toImage().pixelColor(0, 0)


def sheets(top: QWidget) -> list[QWidget]:
    """The window, and the whole of each thing that scrolls in it, also where it is out of sight."""
    scrollers = [one for one in top.findChildren(QScrollArea) if one.isVisible() and one.window() is top]
    return [top, *(inside for one in scrollers if (inside := one.widget()) is not None)]


Measured = set[tuple[QWidget, str]]
"""Widgets with a pen that was told well from its ground."""


def faint(top: QWidget, texts: Sequence[PaintedText], measured: Measured) -> Iterator[Finding]:
    """Texts that cannot be told well enough from their ground, but for those with the same pen on the same widget as
    one that was `measured` before, here or in another sheet of the window."""
    left = [(one, area) for one in texts if (area := _seen_area(one, top, measured)) is not None]
    if not left:
        return
    whole = QRect()
    for _one, area in left:
        whole = whole.united(area)
    picture = Picture.of(top, whole)
    for one, area in left:
        key = (one.widget, one.colour)
        if key in measured:
            continue
        found = measured_contrast(picture.colours(area))
        wanted = ENOUGH_LARGE if one.area.height() / top.devicePixelRatioF() >= LARGE * 1.2 else ENOUGH
        if found < wanted:
            yield Finding("faint", called(one.widget), f"‘{one.text}’ {found:.2f}, wanted {wanted}")
        elif not isinstance(one.widget.parentWidget(), QAbstractItemView):
            measured.add(key)


def _seen_area(one: PaintedText, top: QWidget, measured: Measured) -> QRect | None:
    """Where a text is to be measured; None if it is not."""
    if (one.widget, one.colour) in measured:
        return None
    area = one.area.toAlignedRect().intersected(_in_sight(one.widget, top))
    if area.width() < one.area.width() / 2 or area.height() < one.area.height() / 2:
        return None  # scrolled away
    if top.isWindow() and top.childAt(area.center()) is not one.widget:
        return None  # under a message
    return area


def measured_contrast(colours: Counter[str]) -> float:
    """Contrast of ink and ground: the ground is what most dots are, the ink what stands out most from it.

    Edges of letters are blends of the two, so they are nearer to the ground than the ink is.
    """
    ground, _ = colours.most_common(1)[0]
    inks = [colour for colour, number in colours.items() if number >= FEW and colour != ground]
    return max((contrast(ground, ink) for ink in inks), default=1.0)


def _in_sight(widget: QWidget, top: QWidget) -> QRect:
    if not top.isWindow():
        return QRect(widget.mapTo(top, QPoint()), widget.size())
    region = widget.visibleRegion()
    return region.boundingRect().translated(widget.mapTo(top, QPoint()))
