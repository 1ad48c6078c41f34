"""The order in which Tab goes through what comes and goes: as the eye reads it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget

from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.tab_order import tab_through


class TabWalk(QObject):
    """Puts the stops inside a widget in the order of its layouts; asked again whenever something came or went."""

    def __init__(self, whole: QWidget) -> None:
        super().__init__(whole)
        self._whole = whole
        self._known: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._order)

    def soon(self) -> None:
        """Something came or went: see to the order once all of it is there."""
        self._timer.start()

    def stop(self) -> None:
        """See to nothing more: the page goes."""
        self._timer.stop()

    def _order(self) -> None:
        stops = list(stops_of(self._whole))
        if stops and stops != self._known:
            self._known = stops
            tab_through(stops[0], stops[1:])


def stops_of(widget: QWidget) -> Iterator[QWidget]:
    """What takes the focus inside, in the order of the layouts; a field comes before what stands beside its label."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.isWindow():
        yield widget
    if isinstance(widget, FormField):
        first = list(stops_of(widget.field))
        yield from first
        yield from (one for one in _inside(widget) if one not in first)
    else:
        yield from _inside(widget)


def _inside(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if isinstance(widget, QSplitter):
        for place in range(widget.count()):
            if place:
                yield widget.handle(place)
            part = widget.widget(place)
            if part is not None:
                yield from stops_of(part)
    elif isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from stops_of(inner)
    elif layout is not None:
        yield from _of_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from stops_of(child)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _of_layout(inner)
        elif widget is not None:
            yield from stops_of(widget)
