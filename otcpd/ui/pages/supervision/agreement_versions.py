"""What an agreement was before: its earlier terms, and the agreement that it renews."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration
from otcpd.domain.often import often_in_words
from otcpd.domain.supervision import Agreement, Terms
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import HANG
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang


class AgreementVersions(QWidget):
    """A few lines each, the newest first. They stand out by `HANG`, as all that is in a fold."""

    agreement_wanted = Signal(str)
    """Open this agreement."""
    remove_wanted = Signal(str)
    """Take these terms away."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(HANG, 0, HANG, 0)
        self._column.setSpacing(desk.theme.gap(4))
        self._lines: list[QWidget] = []

    def load(self, agreement: Agreement, before: Agreement | None) -> None:
        """Show the versions of an agreement, and the one `before` it."""
        shown = (agreement.terms, before)
        if shown == self._shown:
            return
        self._shown = shown
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        numbered = list(enumerate(agreement.terms, 1))
        for number, terms in reversed(numbered):
            self._add(version_words(number, terms))
            if (
                terms is agreement.newest
                and number > 1
                and terms.agreed_on is None
                and not self._desk.session.read_only
            ):
                self._add_link("Take these new terms away", self.remove_wanted, terms.id)
        if before is not None:
            self._add(f"It took the place of the agreement that began on {long_day(before.starts)}.")
            self._add_link("Open that agreement", self.agreement_wanted, before.id)

    def _add(self, words: str) -> None:
        label = Label(self._desk.theme, words, Role.WHY, "ink2", wrap=True)
        self._lines.append(label)
        self._column.addWidget(label)

    def _add_link(self, words: str, wanted: SignalInstance, key: str) -> None:
        holder = QWidget()
        link = LinkButton(self._desk.theme, words)
        row = QVBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(Overhang(link))
        link.clicked.connect(partial(_want, wanted, key))
        self._lines.append(holder)
        self._column.addWidget(holder)


def _want(wanted: SignalInstance, key: str) -> None:
    wanted.emit(key)


def version_words(number: int, terms: Terms) -> str:
    """ "Version 2, from 5 June 2026: every 4 weeks, 1 h, video call. Agreed on 12 June 2026."."""
    mode = load_catalogue().supervision.modes[terms.mode]
    often = often_in_words(terms.often)
    facts = ", ".join(part.lower() for part in (often, format_duration(terms.minutes), mode))
    agreed = f"Agreed on {long_day(terms.agreed_on)}." if terms.agreed_on else "Not agreed yet."
    return f"Version {number}, from {long_day(terms.start)}: {facts}. {agreed}"
