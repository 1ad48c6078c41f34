"""The card with what a person wants of every export."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from otcpd.actions.export_choices import (
    USUAL_MOST,
    ExportChoices,
    Originals,
    choose_most,
    choose_originals,
    choose_reading,
    choose_supervision,
    choose_word_copy,
    export_choices,
    limit_figure,
    read_limit,
)
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.ui.export import choices_words as words
from otcpd.ui.export.folding_card import FoldingCard
from otcpd.ui.pages.base import Desk
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.check import CHECK_SPACE, RadioChoice, TickBox
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.form_field import ProblemLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.parsed_field import ParsedField

_UNLIMITED = 0
"""Stands for "no limit" in the field, where None is an empty text."""


class ChoicesCard(FoldingCard):
    """Each choice is saved as it is made. A file that is open for reading shows them and takes no other."""

    changed = Signal()
    """A choice was made here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        theme = desk.theme
        super().__init__(theme, words.TITLE, CHECK_SPACE, parent=parent)
        self._desk = desk
        self._usual = USUAL_MOST
        self.limit = ParsedField[int](theme, _read, _show)
        self.no_limit = TickBox(theme, words.NO_LIMIT)
        self.word_copy = TickBox(theme, words.WORD_COPY)
        self.supervision = TickBox(theme, words.SUPERVISION)
        self.reading = TickBox(theme, words.READING)
        self.originals = {one: RadioChoice(theme, words.ORIGINALS_WAYS[one]) for one in Originals}
        self._group = QButtonGroup(self)
        self._problem = ProblemLine(theme)
        self._build()
        self._connect()
        self.show_choices()

    def show_choices(self) -> None:
        """Show what the file holds; text in the field that stands for no size yet stays."""
        try:
            choices = export_choices(self._desk.session.record)
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return
        self.head.set_fact(words.in_one_line(choices))
        if self._problem.isHidden():
            self._show_size(choices)
        self.word_copy.setChecked(choices.word_copy)
        self.supervision.setChecked(choices.supervision)
        self.reading.setChecked(choices.reading)
        self.originals[choices.originals].setChecked(True)
        for way in self.originals.values():
            # Tab stops at the one that holds; arrows go through the others.
            policy = Qt.FocusPolicy.StrongFocus if way.isChecked() else Qt.FocusPolicy.ClickFocus
            way.setFocusPolicy(policy)

    def commit(self) -> bool:
        """Read what stands in the field. False, open and with the focus there, if it stands for no size."""
        if self._desk.session.read_only or self.limit.commit():
            return True
        self.open()
        self.limit.setFocus()
        return False

    def _show_size(self, choices: ExportChoices) -> None:
        self.limit.set_value(_UNLIMITED if choices.most_bytes is None else choices.most_bytes)
        self.no_limit.setChecked(choices.most_bytes is None)
        self._usual = choices.most_bytes or self._usual

    def _build(self) -> None:
        theme = self._desk.theme
        self.inside.setSpacing(theme.gap(14))
        introduction = Label(theme, words.INTRODUCTION, Role.WHY, "ink2", wrap=True)
        self.inside.addLayout(self._column(0, introduction))
        self.inside.addLayout(self._size_part())
        self.inside.addLayout(self._tick_part(self.supervision, words.SUPERVISION_HINT))
        self.inside.addLayout(self._tick_part(self.reading, words.READING_HINT))
        self.inside.addLayout(self._tick_part(self.word_copy, words.WORD_HINT))
        self.inside.addLayout(self._originals_part())
        if self._desk.session.read_only:
            self.limit.set_read_only(True)
            for control in (self.no_limit, self.supervision, self.reading, self.word_copy, *self.originals.values()):
                control.setEnabled(False)

    def _size_part(self) -> QVBoxLayout:
        theme = self._desk.theme
        label = Label(theme, words.SIZE, Role.LABEL, wrap=True)
        label.setBuddy(self.limit.control)
        self.limit.control.setAccessibleName(words.SIZE)
        self.limit.setMaximumWidth(theme.px(120))
        self.no_limit.setMinimumHeight(self.limit.sizeHint().height())  # its words stand in line with the field
        self.no_limit.setAccessibleDescription(words.SIZE_HINT)
        row = FlowLayout(gap=theme.gap(14) - CHECK_SPACE)
        row.addWidget(self.limit)
        row.addWidget(self.no_limit)
        column = self._column(5, label, row, self._problem, self._hint(words.SIZE_HINT))
        self._on_problem("")
        return column

    def _tick_part(self, box: TickBox, hint: str) -> QVBoxLayout:
        box.setAccessibleDescription(hint)
        return self._column(2, box, self._hint(hint))

    def _originals_part(self) -> QVBoxLayout:
        for one, way in self.originals.items():
            way.setAccessibleDescription(words.ORIGINALS)
            way.setProperty("originals", one.value)
            self._group.addButton(way)
        heading = Label(self._desk.theme, words.ORIGINALS, Role.LABEL, wrap=True)
        return self._column(2, heading, *self.originals.values(), self._hint(words.ORIGINALS_HINT))

    def _column(self, gap: int, *parts: QWidget | QLayout) -> QVBoxLayout:
        """Parts below each other, all but boxes pushed in as far as a box is by its ring."""
        column = QVBoxLayout()
        column.setSpacing(self._desk.theme.gap(gap))
        for part in parts:
            if isinstance(part, (TickBox, RadioChoice)):
                column.addWidget(part)
                continue
            line = QHBoxLayout()
            line.setContentsMargins(CHECK_SPACE, 0, 0, 0)
            if isinstance(part, QLayout):
                line.addLayout(part)
            else:
                line.addWidget(part)
            column.addLayout(line)
        return column

    def _hint(self, text: str) -> Label:
        return Label(self._desk.theme, text, Role.META, "ink2", wrap=True)

    def _connect(self) -> None:
        self.limit.committed.connect(self._on_size)
        self.limit.problem.connect(self._on_problem)
        self.no_limit.clicked.connect(self._on_no_limit)
        self.word_copy.clicked.connect(self._on_word_copy)
        self.supervision.clicked.connect(self._on_supervision)
        self.reading.clicked.connect(self._on_reading)
        self._group.buttonClicked.connect(self._on_originals)

    def _on_size(self, size: int | None) -> None:
        # An emptied field goes back to what is usual.
        self._choose(choose_most, USUAL_MOST if size is None else size or None)

    def _on_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.limit.control.setAccessibleDescription(" ".join(part for part in (sentence, words.SIZE_HINT) if part))

    def _on_no_limit(self, wanted: bool) -> None:
        self._on_problem("")
        self._choose(choose_most, None if wanted else self._usual)

    def _on_word_copy(self, wanted: bool) -> None:
        self._choose(choose_word_copy, wanted)

    def _on_supervision(self, wanted: bool) -> None:
        self._choose(choose_supervision, wanted)

    def _on_reading(self, wanted: bool) -> None:
        self._choose(choose_reading, wanted)

    def _on_originals(self, way: QWidget) -> None:
        self._choose(choose_originals, Originals(way.property("originals")))

    def _choose(self, action: Callable[..., Changes], value: object) -> None:
        if self._desk.session.act(action, value):
            self.changed.emit()
        self.show_choices()


def _read(text: str) -> int:
    return read_limit(text) or _UNLIMITED


def _show(size: int) -> str:
    return words.size(limit_figure(size)) if size else words.NO_LIMIT_SHOWN
