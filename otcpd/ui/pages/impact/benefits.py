"""What linked activities say of their benefit to service users, to begin from; copied on request alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.impacts import Benefit, benefits, take_benefit
from otcpd.domain.errors import OtcpdError
from otcpd.domain.impact import Impact
from otcpd.domain.words import quoted, shortened
from otcpd.ui import words as common
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang

_MOST = 3
_LETTERS = 34
_MOST_SHOWN = 600


class BenefitLine(QWidget):
    """One text to begin from; the whole of it is the link's tooltip."""

    wanted = Signal(str)
    """The activity."""

    def __init__(self, desk: Desk, benefit: Benefit) -> None:
        super().__init__()
        self._activity = benefit.activity
        name = quoted(shortened(benefit.title or common.NO_TITLE, _LETTERS))
        self.link = LinkButton(desk.theme, f"Copy the benefit noted in {name}", "plus", gives_way=True)
        self.link.setToolTip(f"{self.link.text()}:\n{shortened(benefit.text, _MOST_SHOWN)}")
        self.link.setAccessibleDescription(benefit.text)
        self.link.clicked.connect(self._on_clicked)
        row = QVBoxLayout(self)
        row.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        row.addLayout(Overhang(self.link))

    def _on_clicked(self) -> None:
        self.wanted.emit(self._activity)


class BenefitOffers(QWidget):
    """A link for each text that is not in the field already. Hidden while there is none. It stands out at both sides by
    `RING_SPACE`."""

    taken = Signal()
    filled = Signal()
    """Links came or went."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._impact = ""
        self._shown: list[Benefit] = []
        self.lines: list[BenefitLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def load(self, impact: Impact) -> None:
        """Offer what the activities of a chain say."""
        offered: list[Benefit] = []
        if not self._desk.session.read_only and impact.activities:
            try:
                offered = benefits(self._desk.session.record, impact.id)
            except OtcpdError as error:
                self._desk.session.problem.emit(error)
        offered = [one for one in offered if one.text.strip() not in impact.meant_people][:_MOST]
        if (impact.id, offered) == (self._impact, self._shown):
            return
        self._impact, self._shown = impact.id, offered
        for gone in self.lines:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.lines = [BenefitLine(self._desk, one) for one in offered]
        for line in self.lines:
            line.wanted.connect(self._take)
            self._column.addWidget(line)
        self.setVisible(bool(offered))
        self.filled.emit()

    def _take(self, activity: str) -> None:
        session = self._desk.session
        if not session.flush():
            return
        if session.act(take_benefit, self._impact, activity):
            self._desk.messages.offer_undo("Copied from your log", session.undo, passing=True)
            self.taken.emit()
