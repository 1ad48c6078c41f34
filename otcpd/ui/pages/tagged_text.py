"""A long text with the tag that says who can read it, and the look for names and numbers: of a goal, a session …"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.readers import Place
from otcpd.domain.layers import Layer, default_layer
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import SaveText, TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LEAST_LINES, LongText
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag


class TaggedText(QWidget):
    """Its tag hangs over the field's right edge by `TAG_SPACE`. Subclasses say what the text is of."""

    def __init__(
        self,
        desk: Desk,
        table: str,
        field: str,
        label: str,
        *,
        hint: str = "",
        help_text: str = "",
        note: str = "",
        least: int = LEAST_LINES,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """The text `field` of rows of `table`. `hint` stands in the empty field, `help_text` below it, `note` beside
        its label; it is `least` lines high."""
        super().__init__(parent)
        self.table, self.field = table, field
        self.text = LongText(desk.theme, least=least, placeholder=hint)
        self.tag = ReaderTag(desk.theme, default_layer(table, field))
        self.readers = ReaderBinding(desk, self.tag, label)
        self._binding = TextBinding(desk.session, self.text, label)
        self.pointed_out = PointedOut(desk, self._binding)
        self.form = FormField(
            desk.theme,
            label,
            self.text,
            help_text=help_text,
            note=note,
            optional=optional,
            beside=self.tag,
            hang=TAG_SPACE,
            note_below=self.pointed_out,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.setTabOrder(self.text.editor, self.tag)

    def show_text(self, row: str, text: str, layer: Layer, save: SaveText) -> None:
        """Show the text of a row, which `save` writes as part of a spell of typing."""
        self.readers.bind(Place(self.table, row, self.field), layer)
        self._binding.bind((self.table, row, self.field), text, save)
