"""What text a window paints, and where: found by painting it onto something that keeps texts instead of pixels.

So labels, buttons, rows of lists and charts are seen alike, whoever paints them and however.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPaintEngineState, QPainterPath, QTextItem
from PySide6.QtWidgets import QApplication, QWidget

_INCH = 96
"""Dots to an inch: what Qt takes where no screen says otherwise."""


@dataclass(frozen=True, slots=True)
class PaintedText:
    """A run of text as painted by `widget`; `area` is where it stands in the window, `colour` is its pen."""

    text: str
    widget: QWidget
    area: QRectF
    colour: str


class _Engine(QPaintEngine):
    """Notes texts, and lets everything else go."""

    def __init__(self, painting: _Painting) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[PaintedText] = []
        self._painting = painting

    def begin(self, pdev: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        pass

    def drawTextItem(self, p: Any, textItem: QTextItem) -> None:
        painter, widget = self.painter(), self._painting.widget
        text = textItem.text()
        if widget is None or not text.strip():
            return
        height = textItem.ascent() + textItem.descent()
        area = QRectF(p.x(), p.y() - textItem.ascent(), textItem.width(), height)
        colour = painter.pen().color()
        self.texts.append(PaintedText(text, widget, painter.deviceTransform().mapRect(area), colour.name()))

    def drawPixmap(self, r: Any, pm: Any, sr: Any) -> None:
        pass

    def drawImage(self, r: Any, pm: Any, sr: Any, flags: Any = None) -> None:
        pass

    def drawTiledPixmap(self, r: Any, pixmap: Any, s: Any) -> None:
        pass

    def drawPath(self, path: QPainterPath) -> None:
        pass

    def drawPolygon(self, *_: Any) -> None:
        pass

    def drawRects(self, *_: Any) -> None:
        pass

    def drawLines(self, *_: Any) -> None:
        pass

    def drawEllipse(self, r: Any) -> None:
        pass

    def drawPoints(self, *_: Any) -> None:
        pass


class _Device(QPaintDevice):
    """As large as the window."""

    def __init__(self, size: QSize, engine: _Engine) -> None:
        super().__init__()
        metrics = QPaintDevice.PaintDeviceMetric
        self._engine = engine
        self._answers = {metrics.PdmWidth: size.width(), metrics.PdmHeight: size.height(), metrics.PdmDepth: 32}
        for dots in (metrics.PdmDpiX, metrics.PdmDpiY, metrics.PdmPhysicalDpiX, metrics.PdmPhysicalDpiY):
            self._answers[dots] = _INCH
        self._answers[metrics.PdmDevicePixelRatio] = 1
        self._answers[metrics.PdmDevicePixelRatioScaled] = round(QPaintDevice.devicePixelRatioFScale())

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._answers.get(metric, 0)


class _Painting(QObject):
    """Knows which widget is being painted."""

    def __init__(self) -> None:
        super().__init__()
        self.widget: QWidget | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.widget = watched
        return False


def painted_texts(window: QWidget) -> list[PaintedText]:
    """Every text the window paints as it stands, in the order it is painted."""
    app = QApplication.instance()
    assert app is not None
    painting = _Painting()
    engine = _Engine(painting)
    device = _Device(window.size(), engine)
    app.installEventFilter(painting)
    window.render(device, QPoint())
    app.removeEventFilter(painting)
    return engine.texts
