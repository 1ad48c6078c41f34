"""Tab reaches everything, in the order of the eye, and what has the focus can be seen to have it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenuBar, QScrollArea, QWidget

from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.reader_tag import ReaderTag
from otcpd.ui.widgets.toast import Toast
from tests.access.findings import Finding, called, name_of
from tests.access.rules_of_names import focusable
from tests.screens.stage import settle

MOST_STOPS = 250
ROUND = 20
"""Pixels round a control in which its focus may show: with large text a field keeps far from its edge."""
SLACK = 6
"""Pixels by which things in one row may differ in height."""


@dataclass
class Walk:
    """The stops in the order of Tab, those whose focus cannot be seen, and where Tab went after the last one."""

    stops: list[QWidget] = field(default_factory=list)
    unseen: list[QWidget] = field(default_factory=list)
    then: QWidget | None = None


Known = set[tuple[type[QWidget], str, int, int]]
"""Stops whose focus was seen: what they are, their name, and their size."""


def walk(top: QWidget, known: Known) -> Walk:
    """Press Tab from the first stop on until it comes round. The focus of `known` stops is not looked at again."""
    QTest.keyClick(_focused(top), Qt.Key.Key_Tab)
    found = Walk()
    while len(found.stops) < MOST_STOPS:
        here = _focused(top)
        if here in found.stops:
            found.then = here
            break
        found.stops.append(here)
        kind = type(here), name_of(here), here.width(), here.height()
        if kind not in known:
            if _shows_focus(here, top):
                known.add(kind)
            else:
                found.unseen.append(here)
        QTest.keyClick(_focused(top), Qt.Key.Key_Tab)
    return found


class Tabbing:
    """The way of Tab in all states of one look: what many of them share shows its focus in the first."""

    def __init__(self) -> None:
        self._known: Known = set()

    def __call__(self, top: QWidget) -> Iterator[Finding]:
        return tabbing(top, self._known)


def tabbing(top: QWidget, shown: Known | None = None) -> Iterator[Finding]:
    """Stops that are missing, in a wrong order, or not to be seen."""
    if isinstance(_focused(top), QMenuBar):
        return  # a menu has keys of its own
    for scroller in top.findChildren(QScrollArea):
        scroller.verticalScrollBar().setValue(0)
    places = {widget: QRect(widget.mapTo(top, QPoint()), widget.size()) for widget in focusable(top)}
    found = walk(top, set() if shown is None else shown)
    trapped = found.then is not None and found.then is not found.stops[0]
    if trapped and found.then is not None:
        yield Finding("trap", called(found.stops[-1]), f"Tab goes back to {called(found.then)}")
    for widget in () if trapped else places:
        if widget not in found.stops and widget.isVisible() and not _stands_for_group(widget, found.stops):
            yield Finding("not reached", called(widget), f"Tab goes round {len(found.stops)} other stops")
    # A message lies over everything, and F8 leads to it.
    known = [stop for stop in found.stops if stop in places and _message_round(stop) is None]
    around = [*known, *known[:1]]
    backwards = [
        pair for pair in pairwise(around) if _goes_back(*(places[one] for one in pair)) and not _belongs(*pair)
    ]
    if len(backwards) > 1:  # once it comes round
        begin = _first(known, top)
        for before, after in backwards:
            if after is not known[begin]:
                yield Finding("order", called(before), f"Tab goes back to {called(after)}")
    for stop in found.unseen:
        yield Finding("focus unseen", called(stop), "nothing changes when it has the focus")


def _belongs(before: QWidget, after: QWidget) -> bool:
    """Whether something beside the label of a field follows after the field itself: who reads it, above all."""
    return isinstance(after, ReaderTag) or (
        _form_field(after) is not None and _form_field(after) is _form_field(before)
    )


def _form_field(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, FormField):
        parent = parent.parentWidget()
    return parent


def _first(stops: list[QWidget], top: QWidget) -> int:
    """Where Tab begins in this window."""
    here = top.nextInFocusChain()
    while here is not None and here is not top and here not in stops:
        here = here.nextInFocusChain()
    return stops.index(here) if here in stops else 0


def _goes_back(before: QRect, after: QRect) -> bool:
    """Whether the eye would have met `after` earlier: above in the same column, or to the left in the same row."""
    if after.bottom() <= before.top() + SLACK:
        return after.left() < before.right()
    same_row = min(before.bottom(), after.bottom()) - max(before.top(), after.top())
    return same_row > min(before.height(), after.height()) / 2 and after.right() <= before.left()


def _stands_for_group(widget: QWidget, stops: list[QWidget]) -> bool:
    """One choice of a group is the stop for all; arrows go on from there."""
    if not isinstance(widget, QAbstractButton) or not (widget.autoExclusive() or widget.group() is not None):
        return False
    return any(
        isinstance(stop, QAbstractButton)
        and (stop.group() is widget.group() if widget.group() is not None else stop.parent() is widget.parent())
        for stop in stops
    )


def _shows_focus(stop: QWidget, top: QWidget) -> bool:
    if isinstance(stop, QAbstractItemView) and not _rows(stop):
        return True  # nothing to be seen in it
    if stop is top:
        return True  # a dialog that only waits
    settle()
    if _under_a_message(stop, top):
        return True  # for some seconds
    with_focus = _picture(stop, top)
    stop.clearFocus()
    settle()
    without = _picture(stop, top)
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    return without != with_focus


def _under_a_message(stop: QWidget, top: QWidget) -> bool:
    message = _message_round(top.childAt(stop.mapTo(top, stop.rect().center())))
    return message is not None and not message.isAncestorOf(stop)


def _message_round(widget: QWidget | None) -> Toast | None:
    while widget is not None and not isinstance(widget, Toast):
        widget = widget.parentWidget()
    return widget


def _rows(view: QAbstractItemView) -> int:
    return view.model().rowCount() if view.model() is not None else 0


def _picture(stop: QWidget, top: QWidget) -> QImage:
    area = QRect(stop.mapTo(top, QPoint()), stop.size()).adjusted(-ROUND, -ROUND, ROUND, ROUND)
    return top.grab(area).toImage()


def _focused(top: QWidget) -> QWidget:
    return QApplication.focusWidget() or top
