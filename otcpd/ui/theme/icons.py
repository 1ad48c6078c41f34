"""Line icons from resources, painted in a token's colour."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPainter, QPixmap


class Icons:
    """Paints icons and keeps them, by name, colour, size and device pixel ratio."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """The icon `name` of resources/icons as a square of `size` logical pixels.

        `colour` is "#RRGGBB". Raises FileNotFoundError for a name that is no icon.
        """
        key = (name, colour, size, ratio)
        known = self._pixmaps.get(key)
        if known is None:
            known = self._pixmaps[key] = self._paint(name, colour, size, ratio)
        return known

    def _paint(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        # Loaded here because a window can be on the screen before its first icon is needed.
        from PySide6.QtSvg import QSvgRenderer

        # QSvgRenderer paints currentColor black, so the colour goes into the text.
        svg = self._source(name).replace("currentColor", colour)
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(svg.encode())).render(painter)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _source(self, name: str) -> str:
        source = self._sources.get(name)
        if source is None:
            path = files("otcpd") / "resources" / "icons" / f"{name}.svg"
            source = self._sources[name] = path.read_text(encoding="utf-8")
        return source
