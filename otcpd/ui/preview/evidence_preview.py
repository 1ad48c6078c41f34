"""A piece of evidence as it looks: its pages, its picture or its words, or why there is nothing to see."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otcpd.actions.previewing import text_task, why_not_shown
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.evidence import Evidence, EvidenceKind
from otcpd.domain.sizes import size_in_words
from otcpd.ui.background import Job
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.opened_copies import OpenedCopies
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.preview.fetching import Fetching
from otcpd.ui.preview.image_view import ImageView
from otcpd.ui.preview.pages_view import PagesView
from otcpd.ui.preview.text_view import TextView
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label

_BRINGING = 5_000_000
"""Bytes from which on it says how far it is in reading the file."""


class EvidencePreview(QWidget):
    """`show_evidence` shows a piece by its id, with ways to open it elsewhere and to save a copy."""

    shown = Signal(str)
    """The id of the piece that can be seen now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, with_copies: bool = True) -> None:
        """Unless `with_copies`, whoever holds it offers elsewhere to save a copy."""
        super().__init__(parent)
        self._with_copies = with_copies
        self._desk = desk
        self._piece: Evidence | None = None
        self._job: Job | None = None
        theme = desk.theme
        self._fetching = Fetching(desk.session, self)
        self.copies = OpenedCopies.of(desk)
        self.pages = PagesView(desk)
        self.image = ImageView(desk)
        self.text = TextView(theme)
        self.sentence = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self.open_button = Button(theme, "Open with another program", compact=True, icon="file")
        self.save_button = Button(theme, "Save a copy…", compact=True, icon="download")
        self._stack = QStackedWidget()
        self._build()
        self.open_button.clicked.connect(self._on_open)
        self.save_button.clicked.connect(self._on_save)
        self._fetching.ready.connect(self._on_ready)
        self._fetching.failed.connect(self._on_fetch_failed)
        self._fetching.progressed.connect(self._on_progress)
        for view in (self.pages, self.image):
            view.failed.connect(self._on_failed)
            view.shown.connect(self._on_shown)
        desk.session.changed.connect(self._on_changed)

    @property
    def evidence(self) -> str:
        """The id of the piece on show; empty for none."""
        return self._piece.id if self._piece is not None else ""

    @property
    def why_not(self) -> str:
        """The sentence in the place of a preview; empty while there is one."""
        return self.sentence.text() if self._stack.currentWidget() is self._words else ""

    def show_evidence(self, evidence: str) -> None:
        """Show the piece with this id. Nothing happens if it is on show."""
        if evidence == self.evidence:
            return
        self.clear()
        try:
            piece = self._desk.session.record.evidence.get(evidence)
        except OtcpdError as error:
            self._say(error.text)
            return
        self._piece = piece
        self.open_button.setVisible(bool(piece.sha256))
        self.save_button.setVisible(bool(piece.sha256) and self._with_copies)
        if why := why_not_shown(piece):
            self._say(why)
            return
        self._say("Reading the file")
        self._fetching.fetch(piece.sha256)

    def clear(self) -> None:
        """Show nothing."""
        self._fetching.give_up()
        job, self._job = self._job, None
        if job is not None:
            job.disconnect(self)
            job.cancel()
        self._piece = None
        for view in (self.pages, self.image, self.text):
            view.clear()
        self.open_button.hide()
        self.save_button.hide()
        self._say("")

    def add_button(self, button: Button) -> None:
        """Put one more button beside those for opening and saving."""
        self._row.addWidget(button)
        self.setTabOrder(self.save_button, button)

    def add_below(self, widget: QWidget) -> None:
        """Put this below what is to be seen."""
        self._flush.addWidget(widget)

    def take_focus(self) -> None:
        """Into what is on show."""
        for view in (self.pages, self.image, self.text):
            if self._stack.currentWidget() is view:
                view.take_focus()
                return
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme = self._desk.theme
        self._words = QWidget()
        inner = QVBoxLayout(self._words)
        inner.setContentsMargins(0, theme.gap(8), 0, 0)
        inner.addWidget(self.sentence)
        inner.addStretch(1)
        for widget in (self._words, self.pages, self.image, self.text):
            self._stack.addWidget(widget)
        buttons = QWidget()
        self._row = FlowLayout(buttons, gap=2)
        self._row.addWidget(self.open_button)
        self._row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(12))
        column.addWidget(buttons)
        self._flush = QVBoxLayout()
        self._flush.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)  # in line with what is painted of the buttons
        self._flush.setSpacing(theme.gap(8))
        self._flush.addWidget(self._stack, 1)
        column.addLayout(self._flush, 1)
        self._stack.setMinimumHeight(theme.px(220))
        self.open_button.hide()
        self.save_button.hide()

    # On its way

    def _on_progress(self, done: int) -> None:
        piece = self._piece
        if piece is not None and piece.size > _BRINGING:
            total = size_in_words(piece.size)
            self._say(f"Reading the file, {size_in_words(done, like=piece.size)} of {total}")

    def _on_ready(self, sha256: str, path: Path) -> None:
        piece = self._piece
        if piece is None or piece.sha256 != sha256:
            return
        match piece.kind:
            case EvidenceKind.PDF:
                self.pages.show_file(path, piece.name)
                self._stack.setCurrentWidget(self.pages)
            case EvidenceKind.IMAGE:
                self.image.show_file(path, piece.name)
                self._stack.setCurrentWidget(self.image)
            case _:
                self._job = self._desk.session.background.call(text_task(path), self._on_text, self._on_failed)

    def _on_text(self, text: object) -> None:
        self._job = None
        assert isinstance(text, str)
        assert self._piece is not None
        if not text.strip():
            self._say("There are no words in this file that can be shown here.")
            return
        self.text.show_text(text, self._piece.name)
        self._stack.setCurrentWidget(self.text)
        self.shown.emit(self._piece.id)

    def _on_shown(self, _pages: int) -> None:
        self.shown.emit(self.evidence)

    def _on_failed(self, error: OtcpdError) -> None:
        self._job = None
        self._say(error.text)

    def _on_fetch_failed(self, _sha256: str, error: OtcpdError) -> None:
        self._say(error.text)

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.updateGeometry()
        self._stack.setCurrentWidget(self._words)

    # From elsewhere

    def _on_changed(self, changes: Changes) -> None:
        piece = self._piece
        if piece is None or piece.id not in changes.of("evidence"):
            return
        try:
            now = self._desk.session.record.evidence.get(piece.id)
        except OtcpdError:
            self.clear()
            return
        if now.sha256 != piece.sha256:
            self.clear()  # erased for good: nothing of it may stay in sight, nor on this computer
            self._fetching.forget(piece.sha256)
            self.show_evidence(piece.id)

    def _on_open(self) -> None:
        if self._piece is not None:
            self.copies.open(self._piece)

    def _on_save(self) -> None:
        if self._piece is not None:
            self.copies.save(self._piece)
