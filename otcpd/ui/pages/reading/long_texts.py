"""What it is worth and what she changed: long texts with the tag that says who can read them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.catalogue.pathway import load_appraisal_questions
from otcpd.domain.layers import Layer, default_layer
from otcpd.domain.reading import Reading
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.reading import words
from otcpd.ui.pages.reading.saving import TABLE, save_text
from otcpd.ui.pages.tagged_text import TaggedText
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang


class ReadingText(TaggedText):
    """A text of an entry."""

    def __init__(self, desk: Desk, field: str, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(desk, TABLE, field, label, hint=hint, least=3, optional=True, parent=parent)

    def load(self, reading: Reading, layers: dict[str, Layer]) -> None:
        """Show the text of an entry."""
        layer = layers.get(self.field, default_layer(TABLE, self.field))
        save = partial(save_text, reading=reading.id, field=self.field)
        self.show_text(reading.id, getattr(reading, self.field), layer, save)


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
