"""A long text of a chain, with the tag that says who can read it and the look for names and numbers."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.impacts import edit_impact
from otcpd.actions.readers import Place
from otcpd.domain.changes import Changes
from otcpd.domain.impact import Impact
from otcpd.domain.layers import default_layer
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag

TABLE = "impact"


class ChainText(QWidget):
    """Its tag hangs over the field's right edge by `TAG_SPACE`."""

    def __init__(
        self, desk: Desk, field: str, label: str, *, hint: str = "", help_text: str = "", parent: QWidget | None = None
    ) -> None:
        """`hint` stands in the empty field, `help_text` below it."""
        super().__init__(parent)
        self._field = field
        self._read_only = desk.session.read_only
        self.text = LongText(desk.theme, placeholder=hint)
        self.tag = ReaderTag(desk.theme, default_layer(TABLE, field))
        self._readers = ReaderBinding(desk, self.tag, label)
        self._binding = TextBinding(desk.session, self.text, label)
        self.pointed_out = PointedOut(desk, self._binding)
        self.form = FormField(
            desk.theme,
            label,
            self.text,
            help_text=help_text,
            beside=self.tag,
            hang=TAG_SPACE,
            note_below=self.pointed_out,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.setTabOrder(self.text.editor, self.tag)

    def load(self, impact: Impact) -> None:
        """Show the text of a chain."""
        self._readers.bind(Place(TABLE, impact.id, self._field), impact.layer_of(self._field))
        save = partial(save_text, impact=impact.id, field=self._field)
        self._binding.bind((TABLE, impact.id, self._field), getattr(impact, self._field), save)
        self.text.set_read_only(self._read_only)


def save_text(record: Record, text: str, impact: str, field: str) -> Changes:
    """Writes one text of a chain as part of a spell of typing."""
    return edit_impact(record, impact, field, text, typing=True)
