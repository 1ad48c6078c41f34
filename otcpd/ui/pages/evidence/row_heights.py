"""How high the rows of the table of files are: a name that takes two lines makes its row higher."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView

from otcpd.ui.pages.evidence.contents import EvidenceLine
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

_LEAST = 60
_ROUND = 16
"""Pixels above and below the texts of a row, together."""
_MOST_LETTERS = 300
"""Of a name that are laid out: more never fit."""


def shown_title(title: str) -> str:
    """What can be seen of a name: one paragraph, and not without end."""
    return " ".join(title[:_MOST_LETTERS].split())


def row_height(theme: Theme, titles: int = 1) -> int:
    """Pixels of a row whose name takes one line, or two."""
    return max(theme.px(_LEAST), titles * theme.line(Role.BODY) + theme.line(Role.META) + theme.gap(_ROUND))


class RowHeights:
    """Measures every name once: thousands of rows are fitted to another width by comparing numbers."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._widths: dict[str, float] = {}

    def forget(self) -> None:
        """Texts have another size from now on."""
        self._widths = {}

    def fit(self, heads: QHeaderView, lines: Sequence[EvidenceLine], room: float) -> bool:
        """Give each row its height where names have `room` pixels; whether any row got another."""
        one, two = row_height(self._theme), row_height(self._theme, titles=2)
        changed = False
        heads.setUpdatesEnabled(False)  # else Qt looks at all rows again for each of them
        for row, line in enumerate(lines):
            height = two if self._width(line.title) > room else one
            if heads.sectionSize(row) != height:
                heads.resizeSection(row, height)
                changed = True
        heads.setUpdatesEnabled(True)
        return changed

    def _width(self, title: str) -> float:
        width = self._widths.get(title)
        if width is None:
            metrics = self._theme.metrics(Role.BODY_STRONG)
            width = self._widths[title] = metrics.horizontalAdvance(shown_title(title))
        return width
