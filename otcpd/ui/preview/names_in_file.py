"""Names and numbers among the words that were found inside a file."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.confidentiality import ToDecide, say_fine, to_decide
from otcpd.domain.changes import Changes
from otcpd.domain.evidence import Evidence
from otcpd.domain.identifier_rules import FoundIdentifier
from otcpd.domain.pointed_words import PointedWords, TextKey
from otcpd.ui.focus import give_focus
from otcpd.ui.pages.base import Desk
from otcpd.ui.pointing import words
from otcpd.ui.pointing.lines import PointedLines
from otcpd.ui.pointing.looking import MATTERS, Looking, Seen
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.icon_line import IconLine

FIND = "Find names and numbers"
MOST_LETTERS = 1_000_000
"""Of longer words only the beginning is looked through."""
NO_WORDS = "No words could be read in this file. Look through it yourself."
NOTHING = "Nothing in the words of this file points to a person. What is in its pictures you have to look at yourself."
BLACK_OUT = "otcpd changes no file. Black out what must not be read, and add the file again."


class NamesInFile(QWidget):
    """`button` asks for it; the answer stands here until another file is shown."""

    def __init__(self, desk: Desk, after: QWidget, parent: QWidget | None = None) -> None:
        """Tab leads to the answer from `after`, the last of what stands above it."""
        super().__init__(parent)
        self._desk = desk
        self._piece: Evidence | None = None
        self._seen: tuple[FoundIdentifier, ...] | None = None
        self._found: ToDecide | None = None
        self._looking = Looking(self)
        self._looking.done.connect(self._on_seen)
        self.button = Button(desk.theme, FIND, compact=True, icon="search")
        self.button.clicked.connect(self._on_find)
        self.line = IconLine(desk.theme, role=Role.META, wrap=True)
        self.lines = PointedLines(desk.theme, after, can_decide=not desk.session.read_only, can_show=False)
        self.lines.fine_wanted.connect(self._on_fine)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)
        column.addWidget(self.line)
        self.hide()
        desk.session.changed.connect(self._on_changed)

    def load(self, piece: Evidence | None) -> None:
        """Another file is on show, or the same again."""
        if piece is None or self._piece is None or (piece.id, piece.sha256) != (self._piece.id, self._piece.sha256):
            self._looking.stop()
            self._seen = None
            self.hide()
        self._piece = piece
        self.button.setVisible(piece is not None and bool(piece.sha256))

    def _on_find(self) -> None:
        if self._piece is None:
            return
        text = self._desk.session.record.evidence.text(self._piece.sha256, MOST_LETTERS) or ""
        if text.strip():
            self._say((), "shield", f"{words.LOOKING}.")
            self._looking.start([text])
        else:
            self._say((), "info", NO_WORDS)

    def _on_seen(self, seen: Seen) -> None:
        self._seen = seen[0]
        self._found = None
        self._settle()

    def _settle(self) -> None:
        if self._seen is None or self._piece is None:
            return
        before, self._found = self._found, to_decide(self._desk.session.record, _key(self._piece), self._seen)
        if self._found == before:
            return
        if self._found.left:
            self._say(self._found.left, "info", BLACK_OUT)
        else:
            self._say((), "tick", NOTHING)

    def _say(self, pointed: tuple[PointedWords, ...], icon: str, sentence: str) -> None:
        self.lines.show_pointed(pointed)
        self.lines.setVisible(bool(pointed))
        self.line.show_line(icon, sentence, "ink2")
        self.show()
        said = f"{words.pointing(len(pointed))} {sentence}" if pointed else sentence
        self._desk.announcer.say(self.button, said)

    def _on_fine(self, pointed: PointedWords) -> None:
        session, piece, found = self._desk.session, self._piece, self._found
        if piece is None or found is None:
            return
        if session.act(say_fine, _key(piece), pointed.mark, found.standing) is None:
            return
        self._desk.messages.offer_undo(f"{words.named(pointed)} stays as it is", session.undo, passing=True)
        left = self.lines.shown()
        give_focus(left[0].fine if left and self.lines.isVisible() else self.button)

    def _on_changed(self, changes: Changes) -> None:
        if self._seen and any(changes.of(kind) for kind in MATTERS):
            self._settle()


def _key(piece: Evidence) -> TextKey:
    return ("evidence", piece.id, "file")
