"""The profile checks: how near the profile is, what to fix, what is worth a look, what is in good order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.readiness import Finding, Level
from otcpd.ui.pages.portfolio import words
from otcpd.ui.pages.portfolio.finding_row import FindingRow
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.ring import Ring
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.sources import Sources

_STAYING = 3
"""Cards that are there whatever was found: the ring, how to begin, whose rules these are."""
_LEAST_TALLY = 130
"""Logical pixels beside the ring in which its words read well."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """`in_order` are lines of what found nothing; `checked_on` is the day we last read the rules, in words, and
    `sources` says where. `figures` are sentences without a verdict: the ring does not count them."""

    findings: tuple[Finding, ...]
    in_order: tuple[str, ...]
    checked_on: str
    sources: tuple[str, ...]
    figures: tuple[str, ...] = ()

    def of(self, level: Level) -> list[Finding]:
        """The findings of one level."""
        return [finding for finding in self.findings if finding.level is level]


class Checks(QWidget):
    """Cards below each other, made anew when what they say has changed."""

    mend = Signal(object)
    """The Finding whose button was pressed."""
    new_wanted = Signal()
    """The first activity is wanted."""

    def __init__(self, theme: Theme, *, mendable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mendable = mendable
        self._result: CheckResult | None = None
        self._roomy = False
        self._rows: list[FindingRow] = []
        self.setAccessibleName(words.CHECKS)
        self.head = _Head(theme)
        self.start = Card(theme, words.CHECKS)
        self.new = Button(theme, words.NEW_ACTIVITY, icon="plus")
        self.new.clicked.connect(self.new_wanted)
        self._build_start()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(20))
        self._column.addWidget(self.head)
        self._column.addWidget(self.start)
        self.start.hide()
        self.why = _Why(theme)
        self._column.addWidget(self.why)
        self.why.hide()

    def buttons(self) -> list[Button]:
        """The buttons of the findings, in order."""
        if not self._mendable:
            return []
        return [row.button for row in self._rows] if self.start.isHidden() else [self.new]

    def show_start(self) -> None:
        """There is nothing to check yet."""
        self._result = None
        self._clear()
        self.head.hide()
        self.why.hide()
        self.start.show()

    def show_result(self, result: CheckResult) -> bool:
        """Show this; False if it is on show already. The focus stays with its finding, or goes to the next."""
        if result == self._result:
            return False
        focused = next((place for place, row in enumerate(self._rows) if row.button.hasFocus()), None)
        kept = self._rows[focused].finding if focused is not None else None
        self._result = result
        self._clear()
        self.start.hide()
        self.head.show()
        self.head.show_result(result)
        for level, title in words.GROUPS.items():
            if findings := result.of(level):
                self._add(self._group(title, findings))
        if result.in_order:
            self._add(_good_card(self._theme, result.in_order))
        if result.figures:
            self._add(_figures_card(self._theme, result.figures))
        self.why.show_result(result)
        self.why.show()
        if focused is not None:
            self._focus_again(kept, focused)
        return True

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus here, in the order in which it is seen."""
        return [*self.buttons(), self.why.sources.head]

    def set_roomy(self, roomy: bool) -> None:
        """With room, buttons stand beside the words."""
        self._roomy = roomy
        for row in self._rows:
            row.set_roomy(roomy)

    def _add(self, card: Card) -> None:
        self._column.insertWidget(self._column.count() - 1, card)

    def _group(self, title: str, findings: Sequence[Finding]) -> Card:
        card = _group_card(self._theme, title, len(findings))
        for finding in findings:
            row = FindingRow(self._theme, finding, mendable=self._mendable)
            row.set_roomy(self._roomy)
            row.mend.connect(self.mend)
            self._rows.append(row)
            card.body.addWidget(row)
        return card

    def _build_start(self) -> None:
        self.start.body.setSpacing(self._theme.gap(8))
        self.start.body.addWidget(Label(self._theme, words.CHECKS_BEGIN, Role.BODY, "ink2", wrap=True))
        self.start.body.addLayout(Overhang(self.new))
        self.new.setVisible(self._mendable)

    def _clear(self) -> None:
        self._rows = []
        while self._column.count() > _STAYING:
            item = self._column.takeAt(_STAYING - 1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _focus_again(self, finding: Finding | None, place: int) -> None:
        same = [row for row in self._rows if finding is not None and row.finding.items == finding.items]
        left = same or self._rows[place : place + 1] or self._rows[-1:]
        target = left[0].button if left else self.head
        target.setFocus(Qt.FocusReason.OtherFocusReason)


class _Head(Card):
    """The ring and its verdict. Takes the focus when the last finding that had it is gone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.ring = Ring(theme)
        self._title = Label(theme, words.CHECKS, Role.CARD_TITLE, wrap=True)
        self._tally = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(2))
        for label in (self._title, self._tally):
            column.addWidget(label)
        row = RowOrColumn(theme, gap=20, below=8)
        row.add(self.ring)
        row.add(said, least=_LEAST_TALLY, takes_rest=True)
        self.body.addLayout(row)

    def show_result(self, result: CheckResult) -> None:
        good = len(result.in_order)
        self.ring.set_count(good, good + len(result.findings))
        self._tally.setText(words.tally(good, *(len(result.of(level)) for level in Level)))
        self.setAccessibleName(f"{words.CHECKS}. {self._tally.text()}")


def _group_card(theme: Theme, title: str, number: int) -> Card:
    """A card whose rows reach from edge to edge, so that the lines between them do."""
    card = Card(theme)
    card.setAccessibleName(title)
    card.body.setContentsMargins(0, theme.gap(20), 0, theme.gap(4))
    card.body.setSpacing(0)
    head = CardHead(theme, title, Label(theme, words.group_count(number), Role.WHY, "ink2"))
    head.setContentsMargins(theme.gap(24), 0, theme.gap(24), theme.gap(14))
    card.body.addWidget(head)
    return card


def _good_card(theme: Theme, lines: Sequence[str]) -> Card:
    card = Card(theme, words.IN_ORDER, words.group_count(len(lines)))
    card.body.setSpacing(theme.gap(8))
    for line in lines:
        card.body.addWidget(IconLine(theme, "tick", line, token="ink", icon_token="accent", wrap=True))
    return card


def _figures_card(theme: Theme, figures: Sequence[str]) -> Card:
    """Facts and no more: neither a tick nor a warning stands before them."""
    card = Card(theme, words.FIGURES)
    for figure in figures:
        card.body.addWidget(IconLine(theme, "clock", figure, token="ink", icon_token="ink2", wrap=True))
    return card


class _Why(Card):
    """Whose rules these are. It stays while the cards above it are made anew, so that its fold stays as it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, words.WHY)
        self._said = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.sources = Sources(theme, about=words.CHECKS)
        self.body.setSpacing(theme.gap(4))
        self.body.addWidget(self._said)
        self.body.addSpacing(theme.gap(8))
        self.body.addWidget(self.sources)

    def show_result(self, result: CheckResult) -> None:
        self._said.setText(words.why_these_checks(result.checked_on))
        self.sources.set_text("\n".join(result.sources))
