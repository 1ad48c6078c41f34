"""The right side of the page: the open session, the open agreement, or nothing. Panes are built when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.contents import SupervisionContents
from otcpd.ui.widgets.ground import Ground

if TYPE_CHECKING:
    from otcpd.ui.pages.supervision.agreement_pane import AgreementPane
    from otcpd.ui.pages.supervision.detail import SessionDetail


class Side(QStackedWidget):
    """Shows one thing at a time, by its id."""

    detail_built = Signal(object)
    agreement_built = Signal(object)
    """A pane that was just made, for the page to listen to."""
    back_wanted = Signal()
    filled = Signal()
    """Something came or went inside."""
    agreement_open = Signal(str)
    """The agreement that is open now; empty for none."""

    def __init__(self, desk: Desk, contents: SupervisionContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contents = contents
        self._layout = WIDE
        self._detail: SessionDetail | None = None
        self._agreement: AgreementPane | None = None
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
            self._detail.filled.connect(self.filled)
            self.detail_built.emit(self._detail)
        return self._detail

    @property
    def agreement_pane(self) -> AgreementPane:
        """The pane for agreements."""
        if self._agreement is None:
            from otcpd.ui.pages.supervision.agreement_pane import AgreementPane  # sessions are looked at more often

            self._agreement = AgreementPane(self._desk)
            self._agreement.apply_layout(self._layout)
            self._agreement.show_back(self._layout.one_pane)
            self.addWidget(self._agreement)
            self.agreement_built.emit(self._agreement)
        return self._agreement

    def show_session(self, session: str, *, fresh: bool = False) -> None:
        """Open a session."""
        self.leave()
        self.session, self.agreement = session, ""
        self.detail.open(session, fresh=fresh)
        self.setCurrentWidget(self.detail)
        self.agreement_open.emit("")

    def show_agreement(self, agreement: str) -> None:
        """Open an agreement."""
        self.leave()
        self.session, self.agreement = "", agreement
        self.agreement_pane.show_agreement(agreement)
        self.setCurrentWidget(self.agreement_pane)
        self.agreement_open.emit(agreement)
        self.filled.emit()

    def show_nothing(self) -> None:
        """Nothing is open."""
        if self._detail is not None:
            self._detail.close_session()
        self.session = self.agreement = ""
        self.setCurrentWidget(self._nothing)
        self.agreement_open.emit("")

    def follow(self) -> None:
        """Show again what is open."""
        if self.session:
            self.detail.follow()
        elif self.agreement:
            self.agreement_pane.load(self.agreement)
            self.filled.emit()

    def leave(self) -> None:
        """Read what still stands in fields, and save."""
        if self.session:
            self.detail.leave()
        elif self.agreement:
            self.agreement_pane.leave()

    def take_focus(self) -> None:
        """Into what is open."""
        if self.session:
            self.detail.take_focus()
        elif self.agreement:
            self.agreement_pane.take_focus()

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        for pane in (self._detail, self._agreement):
            if pane is not None:
                pane.apply_layout(layout)
        if self._agreement is not None:
            self._agreement.show_back(layout.one_pane)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)
