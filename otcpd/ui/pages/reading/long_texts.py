"""What it is worth and what she changed: long texts with the tag that says who can read them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.readers import Place
from otcpd.catalogue.pathway import load_appraisal_questions
from otcpd.domain.layers import Layer, default_layer
from otcpd.domain.reading import Reading
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.reading import words
from otcpd.ui.pages.reading.saving import TABLE, save_text
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag


class ReadingText(QWidget):
    """Its tag hangs over the field's right edge by `TAG_SPACE`."""

    def __init__(self, desk: Desk, field: str, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._read_only = desk.session.read_only
        self.text = LongText(desk.theme, least=3, placeholder=hint)
        self.tag = ReaderTag(desk.theme, default_layer(TABLE, field))
        self._readers = ReaderBinding(desk, self.tag, label)
        self._binding = TextBinding(desk.session, self.text, label)
        self.pointed_out = PointedOut(desk, self._binding)
        form = FormField(
            desk.theme, label, self.text, beside=self.tag, hang=TAG_SPACE, note_below=self.pointed_out, optional=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        self.setTabOrder(self.text.editor, self.tag)

    def load(self, reading: Reading, layers: dict[str, Layer]) -> None:
        """Show the text of an entry."""
        layer = layers.get(self._field, default_layer(TABLE, self._field))
        self._readers.bind(Place(TABLE, reading.id, self._field), layer)
        save = partial(save_text, reading=reading.id, field=self._field)
        self._binding.bind((TABLE, reading.id, self._field), getattr(reading, self._field), save)
        self.text.set_read_only(self._read_only)


class Questions(QWidget):
    """What to ask of something one has read, and a way to answer it there."""

    wanted = Signal(str)
    """Put this text into the field."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._questions = load_appraisal_questions()
        self.use = LinkButton(theme, words.USE_PROMPTS, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        asked = Label(theme, " ".join(self._questions), Role.META, "ink2", wrap=True)
        asked.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        column.addWidget(asked)
        column.addLayout(Overhang(self.use))
        if desk.session.read_only:
            self.use.hide()
        self.use.clicked.connect(self._on_use)

    def _on_use(self) -> None:
        self.wanted.emit("\n\n".join(self._questions) + "\n")
