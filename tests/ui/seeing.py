"""How a test sees a widget: as a screen reader does, and as an eye does."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otcpd.ui.announce import Announcer


class Stage:
    """Shows widgets in a window that has the focus, and keeps them for the length of a test."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.windows: list[QWidget] = []

    def show(self, *widgets: QWidget, width: int = 0) -> QWidget:
        """The widgets below each other in a new window, at least `width` wide."""
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        self._qtbot.addWidget(window)
        self.windows.append(window)
        if width:
            window.resize(width, window.sizeHint().height())
        window.show()
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow)
        return window


class Heard(QObject):
    """Keeps what an announcer says."""

    def __init__(self, announcer: Announcer) -> None:
        super().__init__()
        self.sentences: list[str] = []
        announcer.said.connect(self._note)

    def _note(self, sentence: str) -> None:
        self.sentences.append(sentence)


class Told(QObject):
    """Keeps what a signal with one value carried."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []

    def note(self, value: object) -> None:
        """To be connected."""
        self.values.append(value)

    def note_none(self) -> None:
        """To be connected to a signal without a value."""
        self.values.append(None)


def name_of(widget: QObject) -> str:
    """The accessible name."""
    return _accessible(widget).text(QAccessible.Text.Name)


def description_of(widget: QObject) -> str:
    """The accessible description."""
    return _accessible(widget).text(QAccessible.Text.Description)


def role_of(widget: QObject) -> QAccessible.Role:
    """The accessible role."""
    return _accessible(widget).role()


def picture_of(widget: QWidget) -> QImage:
    """The widget as painted."""
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    widget.render(image, QPoint())
    return image


def has_colour(widget: QWidget, colour: QColor) -> bool:
    """Whether a pixel of the widget has exactly this colour."""
    image = picture_of(widget)
    wanted = colour.rgb()
    return any(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width()))


def _accessible(widget: QObject) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found
