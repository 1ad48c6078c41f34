"""The pages themselves: a column of white sheets that scrolls, drawn as they come into view."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from otcpd.domain.evidence import EvidenceKind
from otcpd.domain.picture import PageSizes
from otcpd.ui.background import Background
from otcpd.ui.painting import RADIUS, draw_lines, rounded, text_lines
from otcpd.ui.preview.page_drawing import PageDrawing
from otcpd.ui.preview.page_places import PagePlaces, Part
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.faces import FACE

LEAST_ZOOM, MOST_ZOOM = 0.25, 4.0
_SETTLE = 120
"""Milliseconds after the last change of size until pages are drawn at the new one."""
_READABLE = 400
"""A page of a profile that is less wide than this cannot be read."""
_LINES = 3
"""Lines of text that one press of an arrow key goes."""


class PageScroll(QAbstractScrollArea):
    """Page Up, Page Down, Home, End and arrows move; Ctrl and the wheel, or + and - change the size."""

    turned = Signal(int)
    """Another page (from 0) is the one on show."""
    zoomed = Signal(float)
    """The size has changed, by keys or by the wheel."""

    def __init__(self, theme: Theme, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._grow = True
        self._zoom = 1.0
        self._page = 0
        self._message = ""
        self._places = PagePlaces((), 1)
        self.drawing = PageDrawing(background, self)
        self.drawing.drawn.connect(self._on_drawn)
        self.drawing.failed.connect(self._on_drawn)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._want)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(FACE, "document")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(theme.px(44))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        slim_bars(self, theme)
        theme.changed.connect(self._place)

    @property
    def page(self) -> int:
        """The page on show, from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """1 where a page is as wide as the view."""
        return self._zoom

    def show_pages(self, path: Path, kind: EvidenceKind, sizes: PageSizes) -> None:
        """Show the pages of a file, from the first one on."""
        self.drawing.begin(path, kind)
        self._grow = kind is EvidenceKind.PDF
        self._sizes, self._message = sizes.sizes, ""
        self._zoom, self._page = 1.0, 0
        self._place()
        self.verticalScrollBar().setValue(0)
        self._want()

    def whole_page(self) -> float:
        """The zoom at which the first page is in sight whole; 1 at most."""
        if not self._places.heights:
            return 1.0
        high = self._places.heights[0] / self._zoom
        return min(1.0, max(LEAST_ZOOM, (self.viewport().height() - 2 * self._gap()) / high))

    def begin_whole(self) -> None:
        """Begin with the first page whole, if it can be read so; nothing is said of it."""
        zoom = self.whole_page()
        if self._sizes and self._places.widths[0] / self._zoom * zoom >= self._theme.px(_READABLE):
            self._zoom = zoom
            self._place()
            self.verticalScrollBar().setValue(0)

    def show_message(self, sentence: str) -> None:
        """Show no pages but a sentence."""
        self.drawing.stop()
        self._sizes, self._message = (), sentence
        self._place()

    def go_to(self, page: int) -> None:
        """Bring the head of a page into view."""
        if 0 <= page < len(self._sizes):
            self.verticalScrollBar().setValue(round(self._places.tops[page]) - self._gap())

    def set_zoom(self, zoom: float) -> None:
        """Show pages larger or smaller, and the same place of them."""
        zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        if zoom != self._zoom and self._sizes:
            self._zoom = zoom
            self._place()
            self.zoomed.emit(zoom)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(160))

    # What is where

    def _gap(self) -> int:
        return self._theme.gap(12)

    def _place(self) -> None:
        """Place the pages anew; what was at the top of the view stays there."""
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        page = self._places.at(bar.value())
        before = self._places
        part = (bar.value() - before.tops[page]) / before.heights[page] if page < len(before.tops) else 0.0
        middle = (across.value() + self.viewport().width() / 2) / max(1.0, before.width + 2 * self._gap())
        # As if the bar were there, whether it is or not: pages that it comes and goes with would never settle.
        room = max(1, self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self._gap())
        self._places = PagePlaces(self._sizes, room, zoom=self._zoom, gap=self._gap(), grow=self._grow)
        self._fit_bars()
        if page < len(self._places.tops) and before.sizes == self._sizes:
            bar.setValue(round(self._places.tops[page] + part * self._places.heights[page]))
            wide = self._places.width + 2 * self._gap()
            across.setValue(round(middle * wide - self.viewport().width() / 2))
        self._settle.start()
        self._note_page()
        self.viewport().update()

    def _fit_bars(self) -> None:
        high, wide = self.viewport().height(), self.viewport().width()
        beyond = self._places.width + 2 * self._gap() - wide if self._zoom > 1 else 0
        self.verticalScrollBar().setPageStep(high)
        self.verticalScrollBar().setRange(0, max(0, round(self._places.height) - high))
        self.horizontalScrollBar().setPageStep(wide)
        self.horizontalScrollBar().setRange(0, max(0, round(beyond)))

    def _centre(self) -> float:
        """The middle of the column of pages in the viewport."""
        wide = max(float(self.viewport().width()), self._places.width + 2 * self._gap())
        return wide / 2 - self.horizontalScrollBar().value()

    def _want(self) -> None:
        """Ask for what is in view, then for what comes next when one scrolls on, or back."""
        if not (self.isVisible() and self._sizes):
            return
        top, high = self.verticalScrollBar().value(), self.viewport().height()
        wanted: list[Part] = []
        for start, end in ((top, top + high), (top + high, top + 2 * high), (top - high, top)):
            for page in self._places.between(start, end):
                parts = self._places.parts(page, self.devicePixelRatioF(), start, end)
                wanted += [part for part in parts if part not in wanted]
        self.drawing.want(wanted)

    def _note_page(self) -> None:
        page = self._places.at(self.verticalScrollBar().value() + self.viewport().height() / 3)
        if page != self._page and page < len(self._sizes):
            self._page = page
            self.turned.emit(page)

    def _on_scrolled(self) -> None:
        self._note_page()
        if not self._settle.isActive():
            self._want()
        self.viewport().update()

    def _on_drawn(self, page: int) -> None:
        rect = self._places.rect(page, self._centre()).translated(0, -self.verticalScrollBar().value())
        self.viewport().update(rect.toAlignedRect())

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme = self._theme
        painter.fillRect(event.rect(), theme.colour("sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = self.verticalScrollBar().value()
        for page in self._places.between(top + event.rect().top(), top + event.rect().bottom()):
            self._paint_page(painter, page, self._places.rect(page, self._centre()).translated(0, -top))
        if self._message:
            self._write(painter, self._message, QRectF(self.viewport().rect()), "ink2")
        if self.hasFocus():
            rounded(painter, QRectF(self.viewport().rect()), RADIUS, edge=theme.colour("focus"), width=2)

    def _paint_page(self, painter: QPainter, page: int, rect: QRectF) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.colour("paper"))
        across = self._places.pixels_across(page, self.devicePixelRatioF())
        for drawn in self.drawing.parts(page, across):
            band = QRectF(rect.left(), rect.top() + drawn.top * rect.height(), rect.width(), 0)
            band.setBottom(rect.top() + drawn.bottom * rect.height())
            painter.drawPixmap(band, drawn.picture, QRectF(drawn.picture.rect()))
        if trouble := self.drawing.trouble(page):
            self._write(painter, trouble, rect, "paper_ink")
        rounded(painter, rect, 1, edge=theme.colour("line"))

    def _write(self, painter: QPainter, sentence: str, rect: QRectF, token: str) -> None:
        theme, role = self._theme, Role.BODY
        room = max(40.0, rect.width() - 2 * theme.gap(24))
        lines = text_lines(sentence, theme.font(role), room)
        wide = max(theme.width(role, line) for line in lines)
        down = min(rect.height() / 2 - len(lines) * theme.line(role) / 2, theme.px(160))
        corner = QPointF(rect.center().x() - wide / 2, rect.top() + max(0.0, down))
        draw_lines(painter, lines, corner, theme.font(role), theme.line(role), theme.colour(token))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.drawing.want([])

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * 1.0015 ** event.angleDelta().y())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        if held or not self._move(
            Qt.Key(event.key()), back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ):
            super().keyPressEvent(event)

    def _move(self, key: Qt.Key, *, back: bool) -> bool:
        """Do what a key says; False if it says nothing here."""
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        leap = max(1, bar.pageStep() - self._theme.px(44))
        step = self._theme.line(Role.BODY) * _LINES
        match key:
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + (-leap if key == Qt.Key.Key_Space and back else leap))
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - leap)
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                bar.setValue(bar.value() + (step if key == Qt.Key.Key_Down else -step))
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                across.setValue(across.value() + (step if key == Qt.Key.Key_Right else -step))
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.set_zoom(self._zoom * 1.25)
            case Qt.Key.Key_Minus:
                self.set_zoom(self._zoom / 1.25)
            case Qt.Key.Key_0:
                self.set_zoom(1.0)
            case _:
                return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle.start()
