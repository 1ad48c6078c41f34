"""A form in the pane beside a list: it scrolls, and fits itself to the pane."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.ui.layout import FORM_MAX, WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang

SCROLL_BAR = 12
"""Pixels that the scroll bar takes of the edge."""


class FormPane(Ground):
    """Subclasses fill `column` through `add`, whose parts stand in from both sides by `RING_SPACE`."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self.desk = desk
        self._layout = WIDE
        self.setAccessibleName(name)
        self.scroller = DownScroll(desk.theme, steady=True)
        form = QWidget()
        outer = QHBoxLayout(form)
        outer.setContentsMargins(0, 0, 0, 0)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        outer.addWidget(self._inner, 1)
        outer.addStretch(0)
        self._form = form
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.scroller)
        desk.theme.changed.connect(self._fit)

    def show_form(self) -> None:
        """All parts are in: show them."""
        self.column.addStretch(1)
        self.scroller.hold(self._form)
        self._fit()

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        self._fit()

    def add(self, widget: QWidget, *, left: int = 0, right: int = 0) -> None:
        """Add what stands out at its sides by so many pixels, for rings."""
        row = QHBoxLayout()
        row.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        row.addLayout(Overhang(widget, fills=True, left=left, right=right))
        self.column.addLayout(row)

    def head(self, text: str) -> Label:
        """A heading inside the form."""
        return Label(self.desk.theme, text, Role.LABEL).head()

    def _fit(self) -> None:
        theme, layout = self.desk.theme, self._layout
        self._inner.setMaximumWidth(theme.px(FORM_MAX))
        self.column.setSpacing(theme.gap(14))
        left, right = sides(self.desk, layout)
        self.column.setContentsMargins(left, theme.gap(16), right, theme.gap(24))


class OpenedPane(FormPane):
    """The form of what is open in a list. Esc leads back to the list, and a link where list and form take turns.

    Subclasses put `back` above all else, with `add_back`.
    """

    back_wanted = Signal()

    def __init__(self, desk: Desk, name: str, back: str = "Back to the list", parent: QWidget | None = None) -> None:
        super().__init__(desk, name, parent)
        self.back = LinkButton(desk.theme, back, "chevron-left", parent=self)
        self.back.hide()
        self.back.clicked.connect(self.back_wanted)

    def add_back(self) -> None:
        """Put the link above what comes next."""
        self.add(self.back, left=RING_SPACE)

    def apply_layout(self, layout: Layout) -> None:
        super().apply_layout(layout)
        self.back.setVisible(layout.one_pane)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)


def sides(desk: Desk, layout: Layout) -> tuple[int, int]:
    """Pixels left and right of what stands in the pane, less the room for rings."""
    gap = desk.theme.gap
    edge = gap(layout.edge)
    left = edge if layout.one_pane else gap(32 if layout.edge > 24 else 24)
    return left - RING_SPACE, max(RING_SPACE, edge - RING_SPACE - SCROLL_BAR)
