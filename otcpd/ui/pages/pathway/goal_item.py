"""Which pillar a goal is about, at which level she is, and which she wants."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.goals import about_item, edit_goal
from otcpd.domain.framework import Framework
from otcpd.domain.goal import Goal
from otcpd.ui.letting_go import open_once
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.pathway import words
from otcpd.ui.painting import HANG, RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn

_NONE = "none"


class GoalItem(QWidget):
    """The item by name, buttons to choose another, and two drop-downs of its levels."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._goal: Goal | None = None
        theme = desk.theme
        self.name = Label(theme, "", Role.BODY, wrap=True)
        self._of = Label(theme, "", Role.META, "ink2", wrap=True)
        self.choose = Button(theme, words.CHOOSE_ITEM, compact=True)
        self.away = Button(theme, words.NO_ITEM, compact=True)
        self.now = ComboBox(theme, placeholder="Not said")
        self.target = ComboBox(theme, placeholder="Not said")
        self._levels = QWidget()
        row = RowOrColumn(theme, gap=14, below=12, at_top=True)
        row.add(FormField(theme, words.NOW, self.now), least=150)
        row.add(FormField(theme, words.TARGET, self.target), least=150)
        self._levels.setLayout(row)
        self._buttons = QWidget()
        buttons = FlowLayout(self._buttons, gap=theme.gap(10) - 2 * RING_SPACE)
        for button in (self.choose, self.away):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(HANG, 0, HANG, 0)
        column.setSpacing(theme.gap(6))
        for widget in (self.name, self._of):
            column.addWidget(widget)
        column.addLayout(Overhang(self._buttons, fills=True))
        column.addWidget(self._levels)
        self.choose.clicked.connect(self._on_choose)
        self.away.clicked.connect(self._on_away)
        self.now.chosen.connect(self._on_now)
        self.target.chosen.connect(self._on_target)

    def load(self, goal: Goal) -> None:
        """Show what a goal is about."""
        self._goal = goal
        frameworks = self._desk.session.frameworks.now()
        item, read_only = goal.framework_item, self._desk.session.read_only
        framework = frameworks.of_item(item)
        self.name.setText(frameworks.label(item) if item else "")
        self.name.setVisible(bool(item))
        self._of.setText(frameworks.framework_name(item) if framework is not None else "")
        self._of.setVisible(framework is not None)
        self.choose.setText(words.CHANGE_ITEM if item else words.CHOOSE_ITEM)
        self.choose.updateGeometry()
        self._buttons.setVisible(not read_only)
        self.away.setVisible(bool(item))
        options = _options(framework, goal)
        self._levels.setVisible(len(options) > 1)
        for combo, level in ((self.now, goal.level_now), (self.target, goal.level_target)):
            combo.set_options(options)
            combo.set_value(str(level) if level is not None else _NONE)
            combo.setEnabled(not read_only)

    def _on_choose(self) -> None:
        from otcpd.ui.pages.item_chooser import ItemChooser  # few choose

        chooser = ItemChooser(self._desk, self._desk.session.frameworks.now(), "What is it about?", self)
        chooser.picked.connect(self._on_picked)
        open_once(chooser)

    def _on_picked(self, item: str) -> None:
        goal = self._goal
        if goal is not None and item != goal.framework_item:
            same = self._desk.session.frameworks.now().of_item(item) is not None and _same_framework(item, goal)
            now, target = (goal.level_now, goal.level_target) if same else (None, None)
            self._desk.session.act(about_item, goal.id, item, now, target)

    def _on_away(self) -> None:
        if self._goal is not None:
            self._desk.session.act(about_item, self._goal.id, "")
            self.choose.setFocus()

    def _on_now(self, key: str) -> None:
        self._set("level_now", key)

    def _on_target(self, key: str) -> None:
        self._set("level_target", key)

    def _set(self, field: str, key: str) -> None:
        if self._goal is not None:
            self._desk.session.act(edit_goal, self._goal.id, field, None if key == _NONE else int(key))


def _same_framework(item: str, goal: Goal) -> bool:
    """Whether levels said for the item before mean the same for this one."""
    return item.partition(":")[0] == goal.framework_item.partition(":")[0]


def _options(framework: Framework | None, goal: Goal) -> list[tuple[str, str]]:
    """The levels of a framework, and those that the goal has from elsewhere."""
    levels = {one.number: one.title for one in framework.levels} if framework is not None else {}
    for level in (goal.level_now, goal.level_target):
        if level is not None:
            levels.setdefault(level, "")
    told = [(str(number), f"{number} {title}".strip()) for number, title in sorted(levels.items())]
    return [(_NONE, "Not said"), *told]
