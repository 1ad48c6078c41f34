"""Ties a reader tag to one text of the CPD file."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otcpd.actions.readers import Place, choose_reader
from otcpd.domain.layers import Layer
from otcpd.domain.reader_words import reader_words
from otcpd.ui.pages.base import Desk
from otcpd.ui.readers.choice_sheet import ReaderSheet
from otcpd.ui.widgets.reader_tag import ReaderTag


class ReaderChoosing(QObject):
    """Opens the choice for a text at any widget, and keeps what was chosen."""

    def __init__(self, desk: Desk, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._desk = desk
        self._anchor = anchor
        self._place: Place | None = None
        self._label = ""
        self.sheet: ReaderSheet | None = None
        """What is open, or was last."""

    def ask(self, place: Place, label: str) -> None:
        """Let the person choose who can read the text at `place`, called `label`."""
        self._desk.session.flush()
        self._place, self._label = place, label
        self.sheet = ReaderSheet(self._desk, place, label, self._anchor)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.open()

    def _on_chosen(self, layer: str) -> None:
        if self._place is None:
            return
        if self._desk.session.act(choose_reader, self._place, Layer(layer)):
            words = reader_words(Layer(layer))
            self._desk.announcer.say(self._anchor, f"{self._label}: {words[:1].lower()}{words[1:]}")


class ReaderBinding(QObject):
    """`bind` says which text the tag stands for; a press then lets the person choose its readers."""

    def __init__(self, desk: Desk, tag: ReaderTag, label: str) -> None:
        """`label` names the text for people."""
        super().__init__(tag)
        self._tag = tag
        self._place: Place | None = None
        self.choosing = ReaderChoosing(desk, tag)
        tag.set_about(label)
        tag.clicked.connect(self._on_clicked)

    def bind(self, place: Place, layer: Layer) -> None:
        """From now on the tag stands for the text at `place`, whose layer this is."""
        self._place = place
        self._tag.set_layer(layer)

    def _on_clicked(self) -> None:
        if self._place is not None:
            self.choosing.ask(self._place, self._tag.about())
