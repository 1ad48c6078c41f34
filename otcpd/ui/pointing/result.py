"""The last line of an entry: whether anything in it may point to a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.confidentiality import to_decide
from otcpd.domain.changes import Changes
from otcpd.domain.pointed_words import TextKey
from otcpd.ui.pages.base import Desk
from otcpd.ui.pointing import words
from otcpd.ui.pointing.looking import MATTERS, Looking, Seen
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.row_or_column import RowOrColumn


class FoldedText(NamedTuple):
    """A text of the entry that may not be on show. `key` is that of its `TextBinding`."""

    key: TextKey
    label: str
    text: str


class EntryResult(QWidget):
    """Sums up what is pointed out in fields on show and in texts that are folded away."""

    folded_wanted = Signal(object)
    """Show the first of the words in the text with this key."""

    def __init__(self, desk: Desk, shown: Sequence[PointedOut], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = tuple(shown)
        self._folded: tuple[FoldedText, ...] = ()
        self._seen: Seen = ()
        self._counts: dict[TextKey, int] = {}
        """How many wordings are to decide on in texts that are folded away."""
        self._looking = Looking(self)
        self._looking.done.connect(self._on_seen)
        self.line = IconLine(desk.theme, "shield", role=Role.META, wrap=True)
        self.show_first = LinkButton(desk.theme, "Show the first")
        self.show_first.setAccessibleDescription("Goes to the first words that may point to a person")
        self.show_first.clicked.connect(self._on_show)
        row = RowOrColumn(desk.theme, gap=8, below=0)
        row.add(self.line, takes_rest=True)
        row.add(self.show_first)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(row)
        self.show_first.hide()
        for one in self._shown:
            one.counted.connect(self._tell)
        desk.session.changed.connect(self._on_changed)

    def load(self, folded: Sequence[FoldedText]) -> None:
        """The entry is shown, or shown again after a change, with these texts folded away."""
        texts = tuple(one for one in folded if one.text.strip())
        if texts != self._folded or not texts:
            self._folded, self._seen, self._counts = texts, (), {}
            self._looking.start([one.text for one in texts])

    def _on_seen(self, seen: Seen) -> None:
        self._seen = seen
        self._settle()

    def _settle(self) -> None:
        record = self._desk.session.record
        left = {
            one.key: len(to_decide(record, one.key, seen).left)
            for one, seen in zip(self._folded, self._seen, strict=True)
            if seen
        }
        self._counts = {key: number for key, number in left.items() if number}
        self._tell()

    def _tell(self) -> None:
        labels = [one.label for one in self._shown if one.pointed]
        labels += [one.label for one in self._folded if one.key in self._counts]
        count = sum(len(one.pointed) for one in self._shown) + sum(self._counts.values())
        if count:
            self.line.show_line("warn", f"{words.in_texts(count, labels)}.", "ink", "warn")
        elif all(one.looked for one in self._shown):
            self.line.show_line("tick", f"{words.NOTHING}.", "ink2", "accent")
        else:
            self.line.show_line("shield", f"{words.LOOKING}.", "ink2")
        self.show_first.setVisible(bool(count))

    def _on_show(self) -> None:
        first = next((one for one in self._shown if one.pointed), None)
        if first is not None:
            first.show_first()
        elif self._counts:
            self.folded_wanted.emit(next(iter(self._counts)))

    def _on_changed(self, changes: Changes) -> None:
        if any(self._seen) and any(changes.of(kind) for kind in MATTERS):
            self._settle()
