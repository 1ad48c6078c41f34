"""The right side of the page: the open session, the open agreement, or nothing. Panes are built when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.contents import SupervisionContents
from otcpd.ui.widgets.ground import Ground

if TYPE_CHECKING:
    from otcpd.ui.pages.supervision.detail import SessionDetail


class Side(QStackedWidget):
    """Shows one thing at a time, by its id."""

    built = Signal(object)
    """A pane that was just made, for the page to listen to."""

    def __init__(self, desk: Desk, contents: SupervisionContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contents = contents
        self._layout = WIDE
        self._detail: SessionDetail | None = None
        self.session = ""
        """The session that is open; empty for none."""
        self.agreement = ""
        """The agreement that is open; empty for none."""
        self._nothing = Ground(desk.theme, "surface")
        self.addWidget(self._nothing)

    @property
    def detail(self) -> SessionDetail:
        """The pane for sessions."""
        if self._detail is None:
            from otcpd.ui.pages.supervision.detail import SessionDetail  # the list comes up first

            self._detail = SessionDetail(self._desk, self._contents)
            self._detail.apply_layout(self._layout)
            self.addWidget(self._detail)
            self.built.emit(self._detail)
        return self._detail

    def show_session(self, session: str, *, fresh: bool = False) -> None:
        """Open a session."""
        self.leave()
        self.session, self.agreement = session, ""
        self.detail.open(session, fresh=fresh)
        self.setCurrentWidget(self.detail)

    def show_nothing(self) -> None:
        """Nothing is open."""
        if self._detail is not None:
            self._detail.close_session()
        self.session = self.agreement = ""
        self.setCurrentWidget(self._nothing)

    def follow(self) -> None:
        """Show again what is open."""
        if self.session and self._detail is not None:
            self._detail.follow()

    def leave(self) -> None:
        """Read what still stands in fields, and save."""
        if self.session and self._detail is not None:
            self._detail.leave()

    def take_focus(self) -> None:
        """Into what is open."""
        if self.session:
            self.detail.take_focus()

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        if self._detail is not None:
            self._detail.apply_layout(layout)
