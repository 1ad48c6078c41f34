"""Saves a document: a place is chosen, a bar says how far it is, and then where it is and how to get at it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.supervision.papers import PAPER_KINDS, paper_name, paper_task
from otcpd.domain.errors import OtcpdError
from otcpd.domain.sizes import size_in_words
from otcpd.portfolio.papers.paper import Paper
from otcpd.ui import words as common
from otcpd.ui.export.words import NO_PROGRAM, OPEN_IT, OTHER_PLACE, SHOW_FOLDER
from otcpd.ui.file_names import with_ending
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.papers.place import remember_place, usual_place
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.work_bar import WorkBar

KINDS = "PDF files (*.pdf);;Word documents (*.docx)"
MAKING, STOP, NOT_MADE = "Making the document", "Stop", "The document was not made"


class PaperSaver(QWidget):
    """Hidden until there is something to tell. Its ring space hangs over: hold it with an `Overhang` that fills.

    The worker process writes the file; an older one at the place stays as it was unless all goes well.
    """

    saved = Signal(object)
    """The Path at which the document now stands."""

    def __init__(self, desk: Desk, title: str, home: QWidget, parent: QWidget | None = None) -> None:
        """`title` is that of the dialog in which a place is chosen ("Save the page"); `home` begins it, and gets the
        focus back."""
        super().__init__(parent)
        self._desk = desk
        self._title = title
        self._content: Paper | None = None
        self._place = Path()
        theme = desk.theme
        self.bar = WorkBar(theme, MAKING, STOP, back=home)
        self.outcome = IconLine(theme, "tick", "", role=Role.LABEL, token="ink", icon_token="accent", wrap=True)
        self._where = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.open_it = Button(theme, OPEN_IT, compact=True)
        self.show_folder = Button(theme, SHOW_FOLDER, compact=True, icon="folder")
        self.again = Button(theme, common.TRY_AGAIN, compact=True)
        self.other_place = Button(theme, OTHER_PLACE, compact=True)
        self._ways = QWidget()
        row = FlowLayout(self._ways, gap=theme.gap(10) - 2 * RING_SPACE)
        for button in (self.open_it, self.show_folder, self.again, self.other_place):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        column.setSpacing(theme.gap(6))
        for widget in (self.bar, self.outcome, self._where):
            column.addWidget(widget)
        column.addLayout(Overhang(self._ways, fills=True))
        self.open_it.clicked.connect(self._on_open)
        self.show_folder.clicked.connect(self._on_folder)
        self.again.clicked.connect(self._on_again)
        self.other_place.clicked.connect(self._ask)
        self._show_nothing()

    @property
    def place(self) -> Path:
        """Where the document went, or was to go."""
        return self._place

    def save(self, content: Paper) -> None:
        """Have a place chosen for this document, then write it there."""
        self._content = content
        self._ask()

    def put_away(self) -> None:
        """What was told is old: the document is another one now."""
        if self.bar.isHidden():
            self._show_nothing()

    def _ask(self) -> None:
        if self._content is None or self.bar.isVisible():
            return
        suggested = usual_place(self._desk, paper_name(self._content))
        self._desk.desktop.choose_place(self.window(), self._title, suggested, KINDS, self._on_chosen)

    def _on_chosen(self, chosen: list[Path]) -> None:
        self._place = with_ending(chosen[0], *PAPER_KINDS)
        self._on_again()

    def _on_again(self) -> None:
        if self._content is None:
            return
        remember_place(self._desk, self._place)
        self._show_nothing()
        self.show()
        job = self._desk.session.background.run(paper_task(self._content, self._place))
        job.done.connect(self._on_made)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._show_nothing)
        self.bar.follow(job)
        self._desk.announcer.say(self, MAKING)

    def _on_made(self, _place: object) -> None:
        try:
            size = f", {size_in_words(self._place.stat().st_size)}"
        except OSError:
            size = ""
        self._tell("tick", "Saved", f"‘{self._place.name}’{size}, in {self._place.parent}.", made=True)
        self.saved.emit(self._place)
        self.open_it.setFocus()

    def _on_failed(self, error: OtcpdError) -> None:
        self._tell("error", NOT_MADE, error.text, made=False)
        self.again.setFocus()

    def _tell(self, picture: str, said: str, sentence: str, *, made: bool) -> None:
        self.outcome.show_line(picture, said, "ink", "accent" if made else "error")
        self._where.setText(sentence)
        for label in (self.outcome, self._where, self._ways):
            label.show()
        for button in (self.open_it, self.show_folder):
            button.setVisible(made)
        for button in (self.again, self.other_place):
            button.setVisible(not made)
        self._desk.announcer.say(self, f"{said}. {sentence}")

    def _show_nothing(self) -> None:
        for widget in (self.outcome, self._where, self._ways):
            widget.hide()
        self.hide()

    def _on_open(self) -> None:
        self._open(self._place)

    def _on_folder(self) -> None:
        self._open(self._place.parent)

    def _open(self, path: Path) -> None:
        if not self._desk.desktop.open(path):
            self._where.setText(NO_PROGRAM)
