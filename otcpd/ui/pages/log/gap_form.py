"""The form that explains a gap: why there was no CPD, and how that prints."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions import gaps
from otcpd.actions.readers import Place
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.dates import span
from otcpd.domain.gaps import Gap, GapReason
from otcpd.domain.layers import Layer
from otcpd.domain.words import count_words, in_words
from otcpd.record.record import Record
from otcpd.ui import words
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.check import CHECK_SPACE, RadioChoice
from otcpd.ui.widgets.form_field import FormField, ProblemLine
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.rule import Rule

LOOK_ONLY = "This file is open for reading only. You can look, not change."
NOTE_WORDS = 60
"""A note this long still fits its row of the dated list; a longer one is printed all the same."""


class GapForm(Ground):
    """Shows one gap. A reason that stands is edited in place; a new one is given with the button."""

    activity_wanted = Signal(object)
    """A day in the gap for which the person wants to add an activity."""
    explained = Signal()
    """A reason was given."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self.desk = desk
        self.gap: Gap | None = None
        self._begun: dict[date, str] = {}
        self.setAccessibleName("Gap")
        theme = desk.theme
        self._title = Label(theme, "", Role.DETAIL_TITLE, wrap=True)
        self.choices: dict[str, RadioChoice] = {}
        self._group = QButtonGroup(self)
        self.note = LongText(theme)
        self._binding = TextBinding(desk.session, self.note, "Note for the assessor")
        self._problem = ProblemLine(theme)
        self.explain = Button(theme, "Mark as explained", Kind.FILLED)
        self.add = Button(theme, "Add an activity in this gap")
        self.take_away = Button(theme, "Take the reason away", Kind.DELETE)
        self._prints = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.reason_tag, self.note_tag = (ReaderTag(theme, Layer.REGULATOR) for _ in range(2))
        self._reason_readers = ReaderBinding(desk, self.reason_tag, "Reason")
        self._note_readers = ReaderBinding(desk, self.note_tag, "Note for the assessor")
        self._build()
        self.explain.clicked.connect(self._on_explain)
        self.add.clicked.connect(self._on_add)
        self.take_away.clicked.connect(self._on_take_away)
        self.note.edited.connect(self._on_note)

    def load(self, gap: Gap) -> None:
        """Show a gap, or show it again after a change."""
        self.gap = gap
        head = "Gap" if self.desk.session.read_only else "Explain the gap"
        self._title.setText(f"{head}, {span(gap.start, gap.end, year=True)}")
        standing = gap.reason or (gap.reasons[0] if gap.reasons else None)
        code = standing.reason if standing else self._begun.get(gap.start, "")
        self._group.setExclusive(False)
        for name, choice in self.choices.items():
            choice.setChecked(name == code)
        self._group.setExclusive(True)
        if standing is not None:
            key: tuple[str, ...] = ("gap_reason", standing.id, "note")
            self._binding.bind(key, standing.note, partial(_save_note, reason=standing.id))
        else:
            # Without a reason there is nothing yet for the note to belong to; it must not be lost all the same.
            key = ("gap_note", gap.start.isoformat())
            note = gaps.note_begun(self.desk.session.record, gap.start)
            self._binding.bind(key, note, partial(_begin_note, start=gap.start))
        read_only = self.desk.session.read_only
        self._show_readers(standing)
        self.explain.setVisible(standing is None and not read_only)
        self.take_away.setVisible(standing is not None and not read_only)
        self.add.setVisible(not read_only)
        self._problem.hide()
        self._on_note(self.note.text())

    def _show_readers(self, standing: GapReason | None) -> None:
        """Who can read reason and note; there is nothing to choose for until a reason is given."""
        self.reason_tag.setVisible(standing is not None)
        self.note_tag.setVisible(standing is not None)
        if standing is not None:
            self._reason_readers.bind(Place("gap_reason", standing.id, "reason"), standing.reason_layer)
            self._note_readers.bind(Place("gap_reason", standing.id, "note"), standing.note_layer)

    def leave(self) -> None:
        """Save what was typed."""
        self.desk.session.flush()

    def take_focus(self) -> None:
        """Into the reasons."""
        checked = next((choice for choice in self.choices.values() if choice.isChecked()), None)
        target = checked if checked is not None else next(iter(self.choices.values()))
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        theme, catalogue = self.desk.theme, load_catalogue()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(8))
        months = in_words(catalogue.rules.gap_months)
        why = (
            f"HCPC expects a reason whenever {months} months or more pass without CPD. Your reason prints in the dated"
        )
        self._add(self._title)
        sentence = f"{why} list, between the activities on either side."
        if self.desk.session.read_only:
            sentence = LOOK_ONLY
        self._add(Label(theme, sentence, token="ink2", wrap=True))
        column.addSpacing(theme.gap(12))
        self._add_reasons()
        self._add(self._problem)
        column.addSpacing(theme.gap(8))
        self.note_form = FormField(
            theme,
            "Note for the assessor",
            self.note,
            optional=True,
            help_text=catalogue.gap_reason_hint,
            beside=self.note_tag,
            hang=TAG_SPACE,
            note_below=PointedOut(self.desk, self._binding),
        )
        self._add(self.note_form, right=TAG_SPACE)
        column.addSpacing(theme.gap(8))
        buttons = RowOrColumn(theme, gap=2, below=0)
        for button in (self.explain, self.add, self.take_away):
            buttons.add(button)
        buttons.add(QWidget(), takes_rest=True)
        row = QHBoxLayout()
        # Buttons and choices have room for their ring inside; what is painted begins where the fields begin.
        row.setContentsMargins(CHECK_SPACE - RING_SPACE, 0, 0, 0)
        row.addLayout(buttons)
        column.addLayout(row)
        column.addSpacing(theme.gap(8))
        self._add(Rule(theme))
        column.addSpacing(theme.gap(8))
        self._add(Label(theme, "How it will print", Role.LABEL))
        self._add(self._prints)
        column.addStretch(1)

    def _add_reasons(self) -> None:
        theme = self.desk.theme
        asked = RowOrColumn(theme, gap=8, below=0)
        asked.add(Label(theme, "Why was there no CPD?", Role.LABEL), takes_rest=True)
        asked.add(self.reason_tag)
        holder = QWidget()
        holder.setLayout(asked)
        self._add(holder, right=TAG_SPACE)
        reasons = QVBoxLayout()
        reasons.setSpacing(2)
        self._column.addLayout(reasons)
        for code, entry in load_catalogue().gap_reasons.items():
            choice = RadioChoice(theme, entry.label)
            choice.setProperty("code", code)
            choice.setEnabled(not self.desk.session.read_only)
            choice.clicked.connect(self._on_choice)
            self._group.addButton(choice)
            self.choices[code] = choice
            reasons.addWidget(choice)

    def _add(self, widget: QWidget, *, right: int = 0) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(CHECK_SPACE, 0, CHECK_SPACE, 0)
        row.addLayout(Overhang(widget, fills=True, left=0, right=right))
        self._column.addLayout(row)

    def _standing(self) -> GapReason | None:
        if self.gap is None:
            return None
        return self.gap.reason or (self.gap.reasons[0] if self.gap.reasons else None)

    def _chosen(self) -> str:
        return next((code for code, choice in self.choices.items() if choice.isChecked()), "")

    def _on_choice(self) -> None:
        standing = self._standing()
        if standing is not None:
            self.desk.session.act(gaps.edit_reason, standing.id, "reason", self._chosen())
        elif self.gap is not None:
            self._begun[self.gap.start] = self._chosen()
        self._problem.hide()
        self._show_print()

    def _on_note(self, text: str) -> None:
        self.note_form.set_aside(f"{words.OPTIONAL}, {words.word_count(count_words(text), NOTE_WORDS)}")
        self._show_print()

    def _on_explain(self) -> None:
        if self.gap is None:
            return
        if not self._chosen():
            self._problem.setText("Choose a reason first.")
            self._problem.show()
            self.take_focus()
            return
        start, end = self.gap.start, self.gap.end
        if self.desk.session.act(gaps.give_reason, start, end, self._chosen(), self.note.text()):
            self._begun.pop(start, None)
            self.desk.messages.offer_undo(
                f"The gap, {span(start, end)}, is explained", self.desk.session.undo, passing=True
            )
            self.explained.emit()

    def _on_add(self) -> None:
        if self.gap is not None:
            self.activity_wanted.emit(self.gap.end)

    def _on_take_away(self) -> None:
        standing = self._standing()
        if standing is None:
            return
        if self.desk.session.act(gaps.remove_reason, standing.id) is not None:
            self.desk.messages.offer_undo("The reason is taken away", self.desk.session.undo, passing=True)

    def _show_print(self) -> None:
        if self.gap is None:
            return
        reason = load_catalogue().gap_reason_label(self._chosen())
        parts = [f"{span(self.gap.start, self.gap.end, year=True)}: no CPD.", f"{reason}." if reason else ""]
        self._prints.setText(" ".join(part for part in (*parts, self.note.text().strip()) if part))


def _begin_note(record: Record, text: str, start: date) -> Changes:
    return gaps.begin_note(record, start, text, typing=True)


def _save_note(record: Record, text: str, reason: str) -> Changes:
    return gaps.edit_reason(record, reason, "note", text, typing=True)
