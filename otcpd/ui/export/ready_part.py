"""What stands below the buttons of a profile that is ready: what to fix, what to do, what to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.profile_plan import ProfileMade
from otcpd.domain.readiness import Finding
from otcpd.ui.export import outcome, outcome_words
from otcpd.ui.export.fix_list import FixList
from otcpd.ui.export.fold_line import FoldLine
from otcpd.ui.export.section_view import SectionView
from otcpd.ui.export.steps import Steps
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme


class ReadyPart(QWidget):
    """Made anew for each export. What to fix and what to do next is open, all else folded into one line.

    The line names what came out in another way than it was wanted.
    """

    mend = Signal(object)
    """A Finding that is to be mended."""
    copy_wanted = Signal(str)
    """The key of a text that is to go onto the clipboard."""

    def __init__(self, theme: Theme, *, mendable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mendable = mendable
        self._content = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.gap(4), 0, 0)
        self._column.addWidget(self._content)

    def show_outcome(self, made: ProfileMade, place: Path, to_fix: Sequence[Finding]) -> None:
        """`place` is where the person wanted the PDF."""
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.gap(8))
        for widget in self._open_parts(made, to_fix):
            # In line with the words above, which leave room for the rings of buttons.
            line = QVBoxLayout()
            line.setContentsMargins(RING_SPACE, 0, 0, 0)
            line.addWidget(widget)
            column.addLayout(line)
        acts, known = outcome.to_act_on(made, place), outcome.to_know(made, place)
        if acts or known:
            for widget in self._fold(acts, known, len(made.pdfs)):
                column.addWidget(widget)
        self._column.addWidget(self._content)
        self._content.show()

    def _open_parts(self, made: ProfileMade, to_fix: Sequence[Finding]) -> Iterator[QWidget]:
        if to_fix:
            fixes = FixList(self._theme, to_fix, len(made.pdfs), mendable=self._mendable)
            fixes.mend.connect(self.mend)
            yield fixes
        steps = Steps(self._theme, outcome.next_steps(made))
        steps.copy_wanted.connect(self.copy_wanted)
        yield steps

    def _fold(
        self, acts: Sequence[outcome.Section], known: Sequence[outcome.Section], files: int
    ) -> tuple[FoldLine, QWidget]:
        """The line, and what it unfolds."""
        sections = [*acts, *known]
        number = sum(len(section.lines) for section in sections)
        head = FoldLine(self._theme, outcome_words.different(files) if acts else outcome_words.things_to_know(number))
        if acts:
            head.set_fact(f"{'. '.join(section.title for section in acts)}.")
        inside = QWidget()
        inside.hide()
        column = QVBoxLayout(inside)
        column.setContentsMargins(RING_SPACE, 0, 0, 0)
        column.setSpacing(self._theme.gap(6))
        for section in sections:
            column.addWidget(SectionView(self._theme, section))
        head.toggled.connect(inside.setVisible)
        return head, inside
