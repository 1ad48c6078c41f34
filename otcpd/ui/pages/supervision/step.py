"""What the three steps of a session share: a form that scrolls, fitted to the pane."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.supervision.agenda import Agenda
from otcpd.domain.supervision import Session, SessionState
from otcpd.record.session_rows import SessionRow
from otcpd.ui.layout import FORM_MAX, WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.words import Names
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang

SCROLL_BAR = 12
"""Pixels that the scroll bar takes of the edge."""


class Shown(NamedTuple):
    """The open session, and what lies before it."""

    session: Session
    agenda: Agenda
    names: Names
    read_only: bool
    coming: SessionRow | None
    """The session planned after it, with the same people."""
    proposed: date | None
    """The day by which the next one is in time."""
    today: date

    @property
    def locked(self) -> bool:
        """Whether the record can be read only: somebody has agreed to it, or the file cannot be written to."""
        session = self.session
        return self.read_only or session.agreed_supervisee is not None or session.agreed_supervisor is not None

    @property
    def held(self) -> bool:
        """Whether it took place."""
        return self.session.state is SessionState.HELD

    @property
    def other(self) -> str:
        """The first name of the one it is with, or what stands for several."""
        if len(self.session.people) == 1:
            return self.names.first(self.session.people[0]) or "the other side"
        return "the group" if self.session.people else "the other side"


class Step(Ground):
    """Subclasses fill `column`, whose parts stand in from both sides by `RING_SPACE`."""

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

    def load(self, shown: Shown) -> None:
        """Show a session."""
        raise NotImplementedError

    def commit(self) -> None:
        """Read what still stands in fields."""

    def take_focus(self) -> None:
        """Into the first thing to do here."""
        raise NotImplementedError

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
        self.column.setContentsMargins(left, theme.gap(4), right, theme.gap(24))


def sides(desk: Desk, layout: Layout) -> tuple[int, int]:
    """Pixels left and right of what stands in the detail pane, less the room for rings."""
    gap = desk.theme.gap
    edge = gap(layout.edge)
    left = edge if layout.one_pane else gap(32 if layout.edge > 24 else 24)
    return left - RING_SPACE, max(RING_SPACE, edge - RING_SPACE - SCROLL_BAR)
