"""A small square with an icon: a category, or what a page is about."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.domain.activity import Category
from otcpd.portfolio.charts.category_icons import CATEGORY_ICONS
from otcpd.ui.painting import dots_to_a_pixel, icon, rounded
from otcpd.ui.theme.theme import Theme


def paint_category(painter: QPainter, rect: QRectF, theme: Theme, category: Category | None) -> None:
    """The tile of a category inside `rect`."""
    colours = theme.tokens.categories[category]
    rounded(painter, rect, 8, QColor(colours.tile))
    size = round(rect.width() * 0.55)
    ratio = dots_to_a_pixel(painter)
    picture = theme.pixmap_in(CATEGORY_ICONS[category or ""], colours.mark, size, ratio)
    painter.drawPixmap(QPointF(rect.center().x() - size / 2, rect.center().y() - size / 2), picture)


class CategoryTile(QWidget):
    """The tile of a category; decoration, since its name always stands beside it."""

    def __init__(self, theme: Theme, category: Category | None, side: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._category = category
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_category(self, category: Category | None) -> None:
        """Show another category."""
        self._category = category
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_category(QPainter(self), QRectF(self.rect()), self._theme, self._category)


class IconTile(QWidget):
    """An icon on the soft ground of the accent."""

    def __init__(self, theme: Theme, picture: str, side: int = 52, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        rounded(painter, area, 12, self._theme.colour("accent_soft"))
        icon(painter, self._theme, self._picture, "accent", area.center(), round(area.width() * 0.5))
