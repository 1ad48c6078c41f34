"""What will leave with the profile, and what never does: in counts."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.words import tally
from otcpd.portfolio.content import ProfileContent
from otcpd.ui.pages.portfolio import words
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.rule import Rule


class LeaveCard(Card):
    """One line for each kind of thing, with a rule between; hidden while nothing is listed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.LEAVES, parent=parent)
        self._theme = theme
        self._shown: tuple[tuple[str, str, bool], ...] = ()
        self._inside = QWidget()
        self.body.setSpacing(0)
        self.body.addWidget(self._inside)

    def lines(self) -> tuple[str, ...]:
        """What it says: "Private notes: none"."""
        return tuple(f"{name}: {value.lower()}" for name, value, _ in self._shown)

    def show_content(self, content: ProfileContent) -> None:
        """Show what is in the profile now."""
        self.setVisible(bool(content.activities))
        told = _told(content)
        if told == self._shown:
            return
        self._shown = told
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, (name, value, stays) in enumerate(told):
            if place:
                column.addWidget(Rule(self._theme))
            column.addWidget(_line(self._theme, name, value, stays=stays))
        self.body.addWidget(self._inside)


def _told(content: ProfileContent) -> tuple[tuple[str, str, bool], ...]:
    """Name, value, and whether it stays here."""
    files = sum(row.size is not None for row in content.evidence)
    held, kept = content.left_out.texts, content.left_out.files
    parts = (tally(held, "text") if held else "", tally(kept, "file") if kept else "")
    held_back = ", ".join(part for part in parts if part)
    always = (
        ("Activities listed", f"{len(content.activities):,}", False),
        ("Evidence", tally(files, "file") if files else "None", False),
        ("Private notes", "None", True),
        ("Supervision notes", "None", True),
    )
    return (*always, ("Held back by you", held_back, True)) if held_back else always


def _line(theme: Theme, name: str, value: str, *, stays: bool) -> QWidget:
    line = QWidget()
    line.setAccessibleName(f"{name}: {value.lower()}")
    row = QHBoxLayout(line)
    row.setContentsMargins(0, theme.gap(7), 0, theme.gap(7))
    row.setSpacing(theme.gap(12))
    row.addWidget(Label(theme, name, Role.WHY, "ink2", wrap=True), 1)
    said = IconLine(theme, "lock", value, token="ink", icon_token="accent") if stays else Label(theme, value, Role.WHY)
    row.addWidget(said)
    return line
