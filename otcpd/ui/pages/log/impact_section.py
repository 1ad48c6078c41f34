"""What an activity changed: the impact chains that it began, and a way to begin one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.activity import Activity
from otcpd.domain.dates import long_day
from otcpd.domain.words import counted
from otcpd.record.record import Record
from otcpd.ui import words
from otcpd.ui.pages.base import Desk, lead_to
from otcpd.ui.pages.impact.offers import FROM
from otcpd.ui.pages.log.section import Section
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang

SHOW_IMPACT, ANOTHER = "Show its impact", "Show another impact"
HINT = "What did people gain from it? A number before and after, or a sentence of feedback, is enough."


class ChainLink(QWidget):
    """Leads to a chain."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, chain: str, title: str) -> None:
        super().__init__()
        self._chain = chain
        self.link = LinkButton(desk.theme, title, "heart", gives_way=True)
        self.link.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link)
        row.addStretch(1)

    def _on_clicked(self) -> None:
        self.wanted.emit(self._chain)


class ImpactSection(Section):
    """Links to chains, and one that begins another."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.links: list[ChainLink] = []
        self._shown: list[tuple[str, str]] = []
        chains = QWidget()
        self._places = QVBoxLayout(chains)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(0)
        self._hint = Label(desk.theme, HINT, Role.META, "ink2", wrap=True)
        self.begin = LinkButton(desk.theme, SHOW_IMPACT, "plus")
        self.begin.clicked.connect(self._on_begin)
        self.column.setSpacing(desk.theme.gap(4))
        self.column.addWidget(self._hint)
        self.column.addLayout(Overhang(chains, fills=True))
        self.column.addLayout(Overhang(self.begin))
        self.begin.setVisible(not desk.session.read_only)

    def refresh(self, activity: Activity, *, other: bool) -> None:
        impacts = self.desk.session.record.impacts
        told = [
            (one.id, f"{one.title.strip() or words.NO_TITLE}, {long_day(one.day)}")
            for one in impacts.some(impacts.of_activity(activity.id))
        ]
        self._hint.setVisible(not told)
        self.begin.setText(ANOTHER if told else SHOW_IMPACT)
        self.begin.updateGeometry()
        if told == self._shown:
            return
        self._shown = told
        for gone in self.links:
            self._places.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.links = [ChainLink(self.desk, *one) for one in told]
        for link in self.links:
            link.wanted.connect(self._go)
            self._places.addWidget(link)

    def _on_begin(self) -> None:
        if self.activity is not None:
            self._go(f"{FROM}{self.activity.id}")

    def _go(self, thing: str) -> None:
        lead_to(self, "impact", thing)


def impact_fact(record: Record, activity: str) -> str:
    """What the section holds, in a few words."""
    number = len(record.impacts.of_activity(activity))
    return counted(number, "impact").capitalize() if number else ""
