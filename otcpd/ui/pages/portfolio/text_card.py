"""A long text of the profile: a hint, the field, the words so far, and whether they are saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.portfolio import edit_portfolio
from otcpd.actions.readers import Place
from otcpd.domain.changes import Changes
from otcpd.domain.layers import default_layer
from otcpd.domain.portfolio import Portfolio
from otcpd.domain.words import count_words
from otcpd.record.record import Record
from otcpd.ui.autosave import SaveKind, SaveStatus
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag
from otcpd.ui.widgets.save_state import SaveState
from otcpd.ui.widgets.word_counter import WordCounter


class TextCard(Card):
    """Edits one text of the portfolio, saved while one types."""

    save_elsewhere = Signal()

    def __init__(
        self,
        desk: Desk,
        field: str,
        title: str,
        hint: str,
        limit: int,
        lines: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        """`field` is "summary" or "statement"; `limit` a number of words; `lines` the least and most to show."""
        super().__init__(desk.theme, parent=parent)
        self.setAccessibleName(title)
        self._desk = desk
        self._field = field
        self._portfolio = ""
        self._loaded = False
        self._typed = False
        least, most = lines
        self.text = LongText(desk.theme, least=least, most=most)
        self.text.editor.setAccessibleName(title)
        self.counter = WordCounter(desk.theme, desk.announcer, limit)
        self.saving = SaveState(desk.theme, desk.announcer)
        self.tag = ReaderTag(desk.theme, default_layer("portfolio", field))
        self.readers = ReaderBinding(desk, self.tag, title)
        # Before the binding hears of it, which begins the saving.
        self.text.edited.connect(self._on_edited)
        self._binding = TextBinding(desk.session, self.text, title)
        self.pointed_out = PointedOut(desk, self._binding)
        self._hint = hint
        self._build(title, hint)
        self.pointed_out.told.connect(self._describe)
        self._describe()
        self.saving.try_again.connect(desk.session.flush)
        self.saving.save_elsewhere.connect(self.save_elsewhere)
        desk.session.save_state.connect(self._on_saving)

    def show_portfolio(self, portfolio: Portfolio) -> None:
        """Show the text as it is in the file; a text that waits to be saved stays."""
        self._portfolio = portfolio.id
        layer = portfolio.layers.get(self._field, default_layer("portfolio", self._field))
        self.readers.bind(Place("portfolio", portfolio.id, self._field), layer)
        text: str = getattr(portfolio, self._field)
        self._binding.bind(self._key(), text, self._save)
        self.counter.set_count(count_words(self.text.text()), aloud=self._loaded)
        self._loaded = True

    def _build(self, title: str, hint: str) -> None:
        theme = self._desk.theme
        head = CardHead(theme, title, self.tag)
        head.title.setBuddy(self.text.editor)
        self.body.addLayout(Overhang(head, fills=True, left=0, right=TAG_SPACE))
        self.body.addWidget(Label(theme, hint, Role.WHY, "ink2", wrap=True))
        for widget in (self.text, self.pointed_out, self.counter, self.saving):
            self.body.addWidget(widget)
        self.saving.hide()

    def _describe(self) -> None:
        self.text.editor.setAccessibleDescription(" ".join(filter(None, (self.pointed_out.sentence(), self._hint))))

    def _key(self) -> tuple[str, str, str]:
        return ("portfolio", self._portfolio, self._field)

    def _on_edited(self, text: str) -> None:
        self._typed = True
        self.counter.set_count(count_words(text))

    def _save(self, record: Record, text: str) -> Changes:
        return edit_portfolio(record, self._portfolio, self._field, text, typing=True)

    def _on_saving(self, status: SaveStatus) -> None:
        if not self._typed:
            return
        self.saving.setVisible(True)
        if status.kind is SaveKind.FAILED:
            if self._desk.session.autosave.holds(*self._key()):
                self.saving.show_failed(status.sentence)
        elif status.kind is SaveKind.SAVING:
            self.saving.show_saving()
        elif status.kind is SaveKind.SAVED:
            self.saving.show_saved(status.at)
            self._typed = False
        else:
            self.saving.show_nothing()
