"""Which files did not become evidence, and why: stays under the evidence until it is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.evidence import Attached
from otcpd.domain.errors import OtcpdError
from otcpd.domain.words import in_words, quoted, tally
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.intake import EvidenceIntake
from otcpd.ui.pages.log.intake_undo import DropUndo
from otcpd.ui.painting import RADIUS_CARD, rounded
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton

FEW_LINES, MOST_LINES = 5, 12
"""Sentences on show at first, and when all are asked for; what is beyond is counted."""


@dataclass(slots=True)
class Taken:
    """What became of the files of one activity. `refused` and `doubtful` hold sentences, one for each file."""

    asked: int = 0
    added: int = 0
    already: int = 0
    """Of those added, how many the CPD file had before."""
    refused: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    """The steps that brought them, oldest first."""
    newest: str = ""
    """The id of the evidence that came last."""

    @property
    def head(self) -> str:
        """ "2 of 5 files were not added"."""
        count = len(self.refused)
        if not count:
            return f"{tally(self.added, 'file')} added, but look again"
        if self.asked == 1:
            return "The file was not added"
        return f"{count:,} of {self.asked:,} files {'was' if count == 1 else 'were'} not added"

    @property
    def again(self) -> str:
        """ "3 were already there, and are kept once."."""
        if not self.already:
            return ""
        if self.added == 1:
            return "It was already there, and is kept once."
        return f"{self.already:,} {'was' if self.already == 1 else 'were'} already there, and kept once."

    @property
    def number(self) -> int:
        """How many files one should know of."""
        return len(self.refused) + len(self.doubtful)

    def said(self, most: int = MOST_LINES) -> list[tuple[str, str]]:
        """An icon and a sentence for each file that one should know of; the first `most` of them."""
        lines = [("error", text) for text in self.refused] + [("warn", text) for text in self.doubtful]
        if len(lines) > most:
            lines = [*lines[:most], ("info", f"And {len(lines) - most:,} more.")]
        if self.added and self.refused:
            lines.append(("tick", f"{tally(self.added, 'file')} added. {self.again}".strip()))
        elif self.again and lines:
            lines.append(("info", self.again))
        return lines


class EvidenceReport(QWidget):
    """Hidden while every file of the activity on show was taken in well."""

    filled = Signal(bool)
    """Whether there is something to say now."""

    def __init__(self, desk: Desk, intake: EvidenceIntake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._activity = ""
        self._taken: dict[str, Taken] = {}
        self._busy: set[str] = set()
        self._undo = DropUndo(desk.session)
        self._whole = False
        """Whether all was asked for."""
        self._head = Label(desk.theme, "", Role.LABEL)
        self._close = InsetButton(desk.theme, "close", "Close this list")
        self._close.clicked.connect(self._on_close)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self._close)
        self._column = QVBoxLayout(self)
        gap = desk.theme.gap
        self._column.setContentsMargins(gap(16), gap(10), gap(10), gap(16))
        self._column.setSpacing(gap(6))
        self._column.addLayout(head)
        self._lines: list[IconLine] = []
        self.all_button = LinkButton(desk.theme, "Show all")
        self.all_button.clicked.connect(self._on_all)
        self._column.addWidget(self.all_button)
        intake.asked.connect(self._on_asked)
        intake.attached.connect(self._on_attached)
        intake.refused.connect(self._on_refused)
        intake.idle.connect(self._on_idle)
        self.hide()

    def load(self, activity: str) -> None:
        """Show what there is to say about the files of an activity."""
        self._whole = self._whole and activity == self._activity
        self._activity = activity
        taken = self._taken.get(activity, Taken())
        said = taken.said(MOST_LINES if self._whole else FEW_LINES)
        self.all_button.setText("Show all" if taken.number <= MOST_LINES else f"Show the first {in_words(MOST_LINES)}")
        self.all_button.updateGeometry()
        self.all_button.setVisible(taken.number > FEW_LINES and not self._whole)
        while len(self._lines) < len(said):
            self._lines.append(IconLine(self._desk.theme, role=Role.META, wrap=True))
            self._column.insertWidget(len(self._lines), self._lines[-1])
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(said))
            if place < len(said):
                line.show_line(said[place][0], said[place][1], "ink", _TOKENS[said[place][0]])
        self._head.setText(taken.head if said else "")
        self.setVisible(bool(said))
        self.filled.emit(bool(said))

    def sentences(self) -> list[str]:
        """What is on show, the heading first."""
        shown = [line.text() for line in self._lines if not line.isHidden()]
        return [self._head.text(), *shown] if shown else []

    def newest(self, activity: str) -> str:
        """The id of the evidence that came last; empty if nothing came, or that was told already."""
        return self._taken[activity].newest if activity in self._taken else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._desk.theme
        taken = self._taken.get(self._activity, Taken())
        token = "error" if taken.refused else "warn"
        ground, edge = theme.colour(f"{token}_soft"), theme.colour(f"{token}_line")
        rounded(painter, QRectF(self.rect()), RADIUS_CARD, ground, edge)

    def _on_all(self) -> None:
        self._whole = True
        self.load(self._activity)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.announcer.say(self, " ".join(self.sentences()[FEW_LINES + 1 :]))

    def _on_asked(self, activity: str, count: int) -> None:
        self._taken.setdefault(activity, Taken()).asked += count
        self._busy.add(activity)
        self._whole = False

    def _on_attached(self, activity: str, done: Attached) -> None:
        taken = self._taken.setdefault(activity, Taken(asked=1))
        taken.added += 1
        taken.already += done.already
        taken.newest = done.evidence
        step = done.changes.step
        if step and step not in taken.steps:
            taken.steps.append(step)
        if done.warning and not done.already:
            taken.doubtful.append(done.warning)

    def _on_refused(self, activity: str, name: str, error: OtcpdError) -> None:
        sentence = error.text if name in error.text else f"‘{name}’: {error.text}"
        self._taken.setdefault(activity, Taken(asked=1)).refused.append(sentence)

    def _on_idle(self) -> None:
        for activity in self._busy:
            taken = self._taken.get(activity)
            if taken is None:
                continue  # its list was closed meanwhile
            unwell = taken.refused or taken.doubtful
            if unwell and activity == self._activity:
                self._desk.announcer.say(self, " ".join((f"{taken.head}.", *(text for _, text in taken.said()))))
            elif unwell and activity:
                title = self._desk.session.record.activities.get(activity).title
                self._desk.messages.say(f"{taken.head}: {title}", icon="warn")
            elif taken.added:
                self._tell(taken)
            if not unwell:
                del self._taken[activity]
        self._busy.clear()
        self.load(self._activity)

    def _tell(self, taken: Taken) -> None:
        name = self._desk.session.record.evidence.get(taken.newest).name
        first = f"{quoted(name)} added" if taken.added == 1 else f"{tally(taken.added, 'file')} added"
        if taken.added == taken.already:
            first = f"{quoted(name)} was already there" if taken.added == 1 else "All of them were already there"
            again = ", and is kept once." if taken.added == 1 else ", and are kept once."
            text = first + again
        else:
            text = f"{first}. {taken.again}" if taken.again else first
        undo: Callable[[], object] | None = self._undo.of(taken.steps)
        if undo is None:
            self._desk.messages.say(text, icon="info")
        else:
            self._desk.messages.offer_undo(text, undo, passing=True)

    def _on_close(self) -> None:
        self._taken.pop(self._activity, None)
        self.load(self._activity)


_TOKENS = {"error": "error", "warn": "warn", "tick": "accent", "info": "info"}
