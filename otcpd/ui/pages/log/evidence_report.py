"""Which files did not become evidence, and why: stays under the evidence until it is closed."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.errors import OtcpdError
from otcpd.domain.words import tally
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.intake import EvidenceIntake
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.label import Label


@dataclass(slots=True)
class Taken:
    """What became of the files of one activity. `refused` and `doubtful` hold sentences, one for each file."""

    asked: int = 0
    added: int = 0
    refused: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)

    @property
    def head(self) -> str:
        """ "2 of 5 files were not added"."""
        count = len(self.refused)
        if not count:
            return f"{tally(len(self.doubtful), 'file')} added, but look again"
        if self.asked == 1:
            return "The file was not added"
        return f"{count:,} of {self.asked:,} files {'was' if count == 1 else 'were'} not added"


class EvidenceReport(QWidget):
    """Hidden while every file of the activity on show was taken in well."""

    def __init__(self, desk: Desk, intake: EvidenceIntake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._activity = ""
        self._taken: dict[str, Taken] = {}
        self._busy: set[str] = set()
        self._head = Label(desk.theme, "", Role.LABEL)
        close = InsetButton(desk.theme, "close", "Close this list")
        close.clicked.connect(self._on_close)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.gap(4))
        self._column.addLayout(head)
        self._lines: list[IconLine] = []
        intake.asked.connect(self._on_asked)
        intake.refused.connect(self._on_refused)
        intake.idle.connect(self._on_idle)
        self.hide()

    def load(self, activity: str) -> None:
        """Show what there is to say about the files of an activity."""
        self._activity = activity
        taken = self._taken.get(activity, Taken())
        said = [("error", text) for text in taken.refused] + [("warn", text) for text in taken.doubtful]
        while len(self._lines) < len(said):
            self._lines.append(IconLine(self._desk.theme, role=Role.META, wrap=True))
            self._column.addWidget(self._lines[-1])
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(said))
            if place < len(said):
                line.show_line(said[place][0], said[place][1], "ink", said[place][0])
        self._head.setText(taken.head if said else "")
        self.setVisible(bool(said))

    def sentences(self) -> list[str]:
        """What is on show, the heading first."""
        shown = [line.text() for line in self._lines if not line.isHidden()]
        return [self._head.text(), *shown] if shown else []

    def note_added(self, activity: str, warning: str) -> int:
        """A file became evidence, perhaps with a warning. Gives how many were asked for together with it."""
        taken = self._taken.setdefault(activity, Taken(asked=1))
        taken.added += 1
        if warning:
            taken.doubtful.append(warning)
            self.load(self._activity)
        return taken.asked

    def _on_asked(self, activity: str, count: int) -> None:
        self._taken.setdefault(activity, Taken()).asked += count
        self._busy.add(activity)

    def _on_refused(self, activity: str, name: str, error: OtcpdError) -> None:
        sentence = error.text if name in error.text else f"“{name}”: {error.text}"
        self._taken.setdefault(activity, Taken(asked=1)).refused.append(sentence)
        self.load(self._activity)

    def _on_idle(self) -> None:
        for activity in self._busy:
            taken = self._taken[activity]
            unwell = taken.refused or taken.doubtful
            if unwell and activity == self._activity:
                self._desk.announcer.say(self, " ".join((f"{taken.head}.", *taken.refused, *taken.doubtful)))
            elif unwell:
                title = self._desk.session.record.activities.get(activity).title
                self._desk.messages.say(f"{taken.head}: {title}", icon="warn")
            elif taken.added > 1:
                self._desk.messages.say(f"{tally(taken.added, 'file')} added")
            if not unwell:
                del self._taken[activity]
        self._busy.clear()

    def _on_close(self) -> None:
        self._taken.pop(self._activity, None)
        self.load(self._activity)
