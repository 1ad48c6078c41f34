"""What is to fix in a profile that was made, each with the button that mends it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from otcpd.domain.readiness import Finding, Level
from otcpd.ui.export import outcome_words as words
from otcpd.ui.export.fixes import must_be_fixed
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.tab_order import tab_stops, tab_through

FIRST = 3
"""Things that are named before the rest is asked for."""
_HEADS = {Level.ERROR: words.FIX_FIRST, Level.WARNING: words.WORTH_A_LOOK}
_MOST_WIDTH = 560
_LEAST_WORDS = 220


class FixRow(QWidget):
    """What is the matter, and its button beside or below."""

    mend = Signal(object)
    """The Finding whose button was pressed."""

    def __init__(self, theme: Theme, finding: Finding, *, mendable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self.setAccessibleName(finding.message)
        self.setMaximumWidth(theme.px(_MOST_WIDTH))
        name = "error" if finding.level is Level.ERROR else "warn"
        row = RowOrColumn(theme, gap=12, below=2)
        line = IconLine(theme, name, finding.message, role=Role.BODY, token="ink", icon_token=name, wrap=True)
        row.add(line, least=_LEAST_WORDS, takes_rest=True)
        self.setLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if mendable:
            self.button = Button(theme, finding.fix, compact=True)
            self.button.setAccessibleDescription(finding.message)
            self.button.clicked.connect(self._on_clicked)
            row.add(self.button)

    def _on_clicked(self) -> None:
        self.mend.emit(self._finding)


class FixList(QWidget):
    """The first few, under the heads that the checks have; the rest unfolds."""

    mend = Signal(object)
    """The Finding whose button was pressed."""

    def __init__(
        self, theme: Theme, findings: Sequence[Finding], parts: int, *, mendable: bool, parent: QWidget | None = None
    ) -> None:
        """`parts`: how many PDFs were made. In a file that is open for reading nothing is `mendable`."""
        super().__init__(parent)
        self._theme = theme
        self._findings = findings
        self._mendable = mendable
        self._level: Level | None = None
        self.setAccessibleName(_HEADS[Level.ERROR if must_be_fixed(findings) else Level.WARNING])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.gap(6))
        self._column.setSpacing(theme.gap(2))
        # One more takes no more room than the button would.
        self._few = FIRST if len(findings) > FIRST + 1 else len(findings)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.gap(2))
        self._column.addLayout(self._rows)
        self._add(findings[: self._few])
        if self._few < len(findings):
            self.more = LinkButton(theme, words.and_more(len(findings) - self._few))
            self.more.clicked.connect(self._on_more)
            self._column.addWidget(self.more)
        if mendable:
            again = Label(theme, words.export_again(parts), Role.WHY, "ink2", wrap=True)
            again.setContentsMargins(0, 0, RING_SPACE, 0)
            self._column.addWidget(again)

    def _add(self, findings: Sequence[Finding]) -> list[FixRow]:
        made = []
        for finding in findings:
            if finding.level is not self._level:
                self._level = finding.level
                self._rows.addWidget(Label(self._theme, _HEADS[finding.level], Role.LABEL, wrap=True))
            row = FixRow(self._theme, finding, mendable=self._mendable)
            row.mend.connect(self.mend)
            self._rows.addWidget(row)
            row.show()  # at once, so that it can take the focus
            made.append(row)
        return made

    def _on_more(self) -> None:
        made = self._add(self._findings[self._few :])
        stops = [stop for row in made for stop in tab_stops(row)]
        tab_through(self.more, stops)
        if stops:
            stops[0].setFocus()
        self.more.hide()
