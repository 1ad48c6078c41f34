"""Where she is and wants to be in a framework, pillar by pillar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.assessments import mark_today
from otcpd.actions.pathway.counts import counts_for
from otcpd.domain.assessment import MarkSide
from otcpd.domain.framework import Framework, FrameworkKind
from otcpd.domain.frameworks import Frameworks
from otcpd.ui.layout import Layout
from otcpd.ui.models.level_rows import LevelContent, LevelRow
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.pathway import words
from otcpd.ui.pages.pathway.state import PathwayState
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.level_board import LevelBoard
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.segmented import SegmentedControl

_MOST_SEGMENTS, _MOST_LETTERS = 5, 36
"""More frameworks, or longer names, and a drop-down takes the place of the segments."""
REMEMBERED = "pathway_framework"
"""Under this name this computer keeps which framework is on show."""


class LevelsCard(Card):
    """The ladder, with a switch between the frameworks."""

    opened = Signal(str)
    """The reference of an item: its reasons and what shows it are wanted."""
    turned = Signal()
    """Something came or went inside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self._desk = desk
        self._state: PathwayState | None = None
        self._stacked = False
        self._options: list[tuple[str, str]] = []
        self._chosen = desk.machine.text(REMEMBERED)
        self.setAccessibleName(words.LEVELS)
        self.switch: SegmentedControl | ComboBox | None = None
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self.board = LevelBoard(desk.theme, desk.announcer, words.LEVELS)
        place = QWidget()
        place.setLayout(self._place)
        head = QWidget()
        line = RowOrColumn(desk.theme, gap=16, below=4)
        line.add(Label(desk.theme, words.LEVELS, Role.CARD_TITLE).head(), takes_rest=True)
        line.add(place)
        head.setLayout(line)
        self.body.addWidget(head)
        self.body.addWidget(self.board)
        self.board.marked.connect(self._on_marked)
        self.board.opened.connect(self.opened)
        self.board.turned.connect(self.turned)

    def show_state(self, state: PathwayState) -> None:
        """Show what there is now."""
        self._state = state
        offered = offered_for_levels(state.frameworks)
        self.setVisible(bool(offered))
        if not offered:
            return
        keys = [str(one.ref) for one in offered]
        if self._chosen not in keys:
            self._chosen = keys[0]
        self._offer([(str(one.ref), one.short or one.name) for one in offered])
        framework = offered[keys.index(self._chosen)]
        self.board.show_content(self._content(framework, state))

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window: where rows stack there is no room for segments."""
        if layout.stacked != self._stacked:
            self._stacked = layout.stacked
            options, self._options = self._options, []
            self._offer(options)

    def _content(self, framework: Framework, state: PathwayState) -> LevelContent:
        record = self._desk.session.record
        latest = record.assessments.latest(self._chosen)
        refs = {framework.ref.item(item.code): item for item in framework.pillars}
        counts = counts_for(state.linked, state.frameworks, refs)
        rows = []
        for ref, item in refs.items():
            mark = latest.mark(ref) if latest is not None else None
            now, target = (mark.now, mark.target) if mark is not None else (None, None)
            rows.append(LevelRow(ref, item.label, now, target, counts[ref]))
        marked = ""
        if latest is not None:
            marked = words.marked_by(latest.day, state.today, self._name(latest.person))
        kinds = {item.type for item in framework.pillars}
        head = kinds.pop() if len(kinds) == 1 else ""
        return LevelContent(
            framework.name, head or "Pillar", framework.levels, tuple(rows), marked, self._desk.session.read_only
        )

    def _name(self, person: str | None) -> str:
        people = self._desk.session.record.people.all() if person is not None else []
        return next((one.name for one in people if one.id == person), "")

    def _offer(self, options: list[tuple[str, str]]) -> None:
        if options == self._options:
            return
        self._options = options
        if self.switch is not None:
            self._place.removeWidget(self.switch)
            self.switch.hide()
            self.switch.deleteLater()
            self.switch = None
        if len(options) < 2:
            return
        theme = self._desk.theme
        letters = sum(len(text) for _, text in options)
        made: SegmentedControl | ComboBox
        if len(options) <= _MOST_SEGMENTS and letters <= _MOST_LETTERS and not self._stacked:
            made = SegmentedControl(theme, "Framework", options)
        else:
            made = ComboBox(theme, options)
            made.combo.setAccessibleName("Framework")
        made.set_value(self._chosen)
        made.chosen.connect(self._on_chosen)
        self.switch = made
        self._place.addWidget(made)
        self.turned.emit()

    def _on_chosen(self, key: str) -> None:
        self._chosen = key
        self._desk.machine.put(REMEMBERED, key)
        if self._state is not None:
            self.show_state(self._state)

    def _on_marked(self, item: str, side: str, level: object) -> None:
        if self._state is not None:
            self._desk.session.act(
                mark_today,
                self._chosen,
                item,
                MarkSide(side),
                level if isinstance(level, int) else None,
                frameworks=self._state.frameworks,
            )


def offered_for_levels(frameworks: Frameworks) -> Sequence[Framework]:
    """Frameworks of a career or a role: those in which one marks oneself."""
    return [one for one in frameworks.offered if one.kind in (FrameworkKind.CAREER, FrameworkKind.ROLE) and one.items]
