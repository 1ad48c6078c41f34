"""Points out, below a long text, what may tell who a service user is, while one types."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.confidentiality import NOTHING_TO_DECIDE, say_fine, to_decide
from otcpd.domain.changes import Changes
from otcpd.domain.identifier_rules import FoundIdentifier
from otcpd.domain.pointed_words import PointedWords, TextKey
from otcpd.ui.focus import give_focus
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing import words
from otcpd.ui.pointing.lines import PointedLines
from otcpd.ui.pointing.looking import MATTERS, Looking, Seen
from otcpd.ui.pointing.marks import Marks
from otcpd.ui.widgets.field_note import FieldNote
from otcpd.ui.widgets.long_text import LongText

PAUSE = 600
"""Milliseconds without a key after which a text is looked through."""


class PointedOut(FieldNote):
    """Stands below a `LongText` that a `TextBinding` ties to the file. Two lines make any text field point out:

        self._binding = TextBinding(desk.session, self.text, label)
        FormField(desk.theme, label, self.text, note_below=PointedOut(desk, self._binding))

    Everything else it hears from the binding: which text the field stands for, and what is typed. What a person says is
    fine is kept in the CPD file under the binding's key (table, row, field), can be undone, and goes when that text is
    erased. It hides itself while there is nothing to say. Without a form field put it below the text yourself.
    """

    counted = Signal()
    """The text was looked through, or something in it was decided on."""

    def __init__(self, desk: Desk, binding: TextBinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        field = binding.field
        assert isinstance(field, LongText)
        self._desk, self._field = desk, field
        self.label = binding.label
        self.pointed: tuple[PointedWords, ...] = ()
        """What is to decide on, in the order of the text."""
        self.looked = True
        """Whether the text on show has been looked through."""
        self._key: TextKey = ()
        self._text = ""
        self._seen: tuple[FoundIdentifier, ...] = ()
        self._standing: frozenset[str] = frozenset()
        self._typed = False
        self.lines: PointedLines | None = None
        self._marks = Marks(field.editor)
        self._looking = Looking(self)
        self._looking.done.connect(self._on_seen)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._look)
        QVBoxLayout(self).setContentsMargins(0, 0, 0, 0)
        self.hide()
        field.edited.connect(self._on_edited)
        binding.bound.connect(self._on_bound)
        desk.session.changed.connect(self._on_changed)
        desk.theme.changed.connect(self._mark)

    def sentence(self) -> str:
        return words.pointing(len(self.pointed)) if self.pointed else ""

    def show_first(self) -> None:
        """Select the first of the words in the text."""
        if self.pointed:
            self._show(self.pointed[0])

    def _on_bound(self, key: TextKey) -> None:
        self._typed = self._typed and key == self._key
        text = self._field.text()
        if (key, text) != (self._key, self._text):
            if key != self._key:
                self._pause.stop()
                self._key = key
                self._looking.stop()
                self._seen = ()
                self.looked = not key
                self._tell(())
            if not self._pause.isActive():
                self._look()

    def _on_edited(self, _text: str) -> None:
        self._typed = True
        self._looking.stop()
        self._pause.start()

    def _look(self) -> None:
        self._text = self._field.text()
        if self._key:
            self._looking.start([self._text])

    def _on_seen(self, seen: Seen) -> None:
        self._seen = seen[0]
        self.looked = True
        self._settle()

    def _settle(self) -> None:
        found = to_decide(self._desk.session.record, self._key, self._seen) if self._seen else NOTHING_TO_DECIDE
        self._standing = found.standing
        self._tell(found.left)

    def _tell(self, pointed: tuple[PointedWords, ...]) -> None:
        before, self.pointed = self.pointed, pointed
        if pointed != before:
            self._mark()
            if pointed:
                self._made_lines().show_pointed(pointed)
            self.setVisible(bool(pointed))
            self.told.emit()
        self.counted.emit()
        if self._typed and {one.mark for one in pointed} - {one.mark for one in before}:
            self._desk.announcer.say(self._field.editor, f"{self.label}: {self.sentence()}")

    def _mark(self) -> None:
        self._marks.set_marks(self.pointed, self._text, self._desk.theme.colour("warn"))

    def _made_lines(self) -> PointedLines:
        if self.lines is None:
            self.lines = PointedLines(self._desk.theme, self._field.editor, can_decide=not self._desk.session.read_only)
            self.lines.show_wanted.connect(self._show)
            self.lines.fine_wanted.connect(self._on_fine)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self.lines)
        return self.lines

    def _show(self, pointed: PointedWords) -> None:
        place = self._marks.next_place(pointed.mark)
        if place is not None:
            self._field.editor.setTextCursor(place)
            give_focus(self._field.editor)

    def _on_fine(self, pointed: PointedWords) -> None:
        session, key = self._desk.session, self._key
        if session.act(say_fine, key, pointed.mark, self._standing) is None:
            return
        self._typed = False
        self._desk.messages.offer_undo(f"{words.named(pointed)} stays as it is", session.undo, passing=True)
        left = self.lines.shown() if self.lines is not None and self.pointed else []
        give_focus(left[0].fine if left else self._field.editor)

    def _on_changed(self, changes: Changes) -> None:
        if self._seen and any(changes.of(kind) for kind in MATTERS):
            self._settle()
