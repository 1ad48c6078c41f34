"""The cards of the plan that are built once the page stands: review, protected time, the year, notes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.plan.review_card import ReviewCard
from otcpd.ui.pages.plan.state import PlanState
from otcpd.ui.pages.plan.text_cards import NotesCard, ProtectedCard
from otcpd.ui.pages.plan.year_card import YearCard
from otcpd.ui.widgets.tab_order import tab_stops


class Late(QObject):
    """One after the other is built, between events; hidden while there is no plan."""

    built = Signal()
    """There is one more."""

    def __init__(self, desk: Desk, place: Callable[[QWidget], object], parent: QObject) -> None:
        """`place` puts a card into its column."""
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._state: PlanState | None = None
        self.review = ReviewCard(desk)
        self.protected: ProtectedCard | None = None
        self.year: YearCard | None = None
        self.notes: NotesCard | None = None
        self._add(self.review)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._build_next)
        self._next.start(0)
        desk.session.closing.connect(self._next.stop)

    def show_state(self, state: PlanState | None) -> None:
        """Show what there is now."""
        self._state = state
        for card in (self.review, self.protected, self.year, self.notes):
            if card is not None:
                self._show(card)

    def leave(self) -> None:
        """Read what still stands in fields."""
        self.review.leave()
        if self.year is not None:
            self.year.leave()

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus here, in the order in which it is seen."""
        rest = [card for card in (self.protected, self.year, self.notes) if card is not None]
        return [*self.review.tab_stops(), *(one for card in rest for one in tab_stops(card))]

    def _build_next(self) -> None:
        if self.protected is None:
            self.protected = ProtectedCard(self._desk)
            self._add(self.protected)
        elif self.year is None:
            self.year = YearCard(self._desk)
            self._add(self.year)
        elif self.notes is None:
            self.notes = NotesCard(self._desk)
            self._add(self.notes)
        else:
            return
        self.built.emit()
        self._next.start(0)

    def _add(self, card: ReviewCard | ProtectedCard | YearCard | NotesCard) -> None:
        card.hide()
        self._place(card)
        self._show(card)

    def _show(self, card: ReviewCard | ProtectedCard | YearCard | NotesCard) -> None:
        if self._state is not None:
            card.show_state(self._state)
        card.setVisible(self._state is not None)
