"""A long text of a chain, with the tag that says who can read it and the look for names and numbers."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.impacts import edit_impact
from otcpd.domain.changes import Changes
from otcpd.domain.impact import Impact
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.tagged_text import TaggedText

TABLE = "impact"


class ChainText(TaggedText):
    """A text of a chain."""

    def __init__(
        self, desk: Desk, field: str, label: str, *, hint: str = "", help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, TABLE, field, label, hint=hint, help_text=help_text, parent=parent)

    def load(self, impact: Impact) -> None:
        """Show the text of a chain."""
        save = partial(save_text, impact=impact.id, field=self.field)
        self.show_text(impact.id, getattr(impact, self.field), impact.layer_of(self.field), save)


def save_text(record: Record, text: str, impact: str, field: str) -> Changes:
    """Writes one text of a chain as part of a spell of typing."""
    return edit_impact(record, impact, field, text, typing=True)
