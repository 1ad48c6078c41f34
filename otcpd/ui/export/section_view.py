"""A few lines under a title; the rest of a long list unfolds."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.export.outcome import FEW, Section
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton

SHOW_FEWER = "Show fewer"
MOST = 100
"""Lines that are shown at all: nobody reads more, and each takes the window time to lay out."""


def show_all(number: int) -> str:
    """ "Show all 12"."""
    return f"Show all {number:,}" if number <= MOST else f"Show {MOST} of {number:,}"


def beyond(number: int) -> str:
    """The last line of a very long list."""
    return f"{number:,} more are not shown here."


class SectionView(QWidget):
    """Builds the lines beyond the first ones when they are first asked for."""

    def __init__(self, theme: Theme, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._section = section
        self._rest: QWidget | None = None
        self.setAccessibleName(section.title)
        # One line more than a few takes no more room than the button would.
        self._few = FEW if len(section.lines) > FEW + 1 else len(section.lines)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.gap(6))
        self._column.setSpacing(theme.gap(4))
        self._column.addWidget(Label(theme, section.title, Role.LABEL, wrap=True))
        if section.lead:
            self._column.addWidget(Label(theme, section.lead, Role.WHY, "ink2", wrap=True))
        for line in section.lines[: self._few]:
            self._column.addWidget(self._line(line))
        self.more = LinkButton(theme, show_all(len(section.lines)))
        self.more.setAccessibleDescription(section.title)
        self.more.clicked.connect(self._on_more)
        self._column.addWidget(self.more)  # before it shows, or it would be a window of its own for a moment
        self.more.setVisible(self._few < len(section.lines))

    def _line(self, text: str) -> IconLine:
        section = self._section
        return IconLine(self._theme, section.picture, text, token="ink", icon_token=section.token, wrap=True)

    def _on_more(self) -> None:
        rest = self._rest or self._make_rest()
        shown = rest.isHidden()
        rest.setVisible(shown)
        self.more.setText(SHOW_FEWER if shown else show_all(len(self._section.lines)))
        self.more.updateGeometry()

    def _make_rest(self) -> QWidget:
        rest = QWidget()
        rest.hide()
        column = QVBoxLayout(rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.gap(4))
        for line in self._section.lines[self._few : MOST]:
            column.addWidget(self._line(line))
        if (left := len(self._section.lines) - MOST) > 0:
            column.addWidget(Label(self._theme, beyond(left), Role.WHY, "ink2", wrap=True))
        self._column.insertWidget(self._column.count() - 1, rest)
        self._rest = rest
        return rest
