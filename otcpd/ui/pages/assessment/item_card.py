"""One item of a self-assessment: its levels, why, and what shows it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.assessments import mark_level, show_by, write_reason
from otcpd.actions.readers import Place
from otcpd.domain.assessment import Assessment, MarkSide
from otcpd.domain.changes import Changes
from otcpd.domain.framework import Framework
from otcpd.domain.layers import default_layer
from otcpd.domain.words import tally
from otcpd.record.record import Record
from otcpd.ui.models.level_rows import level_said
from otcpd.ui.pages.assessment import words
from otcpd.ui.pages.assessment.shown_by import ShownBy
from otcpd.ui.pages.assessment.state import AssessmentState
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.linked_rows import tell_unlinked
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag
from otcpd.ui.widgets.row_or_column import RowOrColumn

_NONE, _TABLE = "none", "assessment_mark"


class ItemCard(Card):
    """Each answer is one step, made at once; the reason saves itself."""

    activity_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self._desk = desk
        theme = desk.theme
        self._assessment: Assessment | None = None
        self._item = ""
        self._framework: Framework | None = None
        self.title = Label(theme, "", Role.CARD_TITLE, wrap=True).head()
        self.counted = Label(theme, "", Role.META, "ink2", wrap=True)
        self.change = IconLine(theme, "clock", "", role=Role.WHY, wrap=True)
        self.now, self.target = ComboBox(theme), ComboBox(theme)
        self.reason = LongText(theme, placeholder=words.REASON_HINT)
        self._binding = TextBinding(desk.session, self.reason, words.REASON)
        self.shown_by = ShownBy(desk)
        self._levels = QWidget()
        row = RowOrColumn(theme, gap=14, below=10, at_top=True)
        for label, combo in ((words.NOW, self.now), (words.TARGET, self.target)):
            row.add(FormField(theme, label, combo), least=190)
        self._levels.setLayout(row)
        self.tag = ReaderTag(theme, default_layer(_TABLE, "reason"))
        self._readers = ReaderBinding(desk, self.tag, words.REASON)
        reason = FormField(
            theme,
            words.REASON,
            self.reason,
            beside=self.tag,
            hang=TAG_SPACE,
            note_below=PointedOut(desk, self._binding),
        )
        for widget in (self.title, self.counted, self.change, self._levels):
            self.body.addWidget(widget)
        self.body.addLayout(Overhang(reason, fills=True, left=0, right=TAG_SPACE))
        self.body.addLayout(Overhang(self.shown_by, fills=True, left=RING_SPACE, right=0))
        self.now.chosen.connect(partial(self._on_level, MarkSide.NOW))
        self.target.chosen.connect(partial(self._on_level, MarkSide.TARGET))
        self.shown_by.linked.connect(partial(self._on_activity, on=True))
        self.shown_by.dropped.connect(partial(self._on_activity, on=False))
        self.shown_by.activity_wanted.connect(self.activity_wanted)
        for combo in (self.now, self.target):
            combo.setEnabled(not desk.session.read_only)

    def show_item(self, state: AssessmentState, key: str) -> None:
        """Show an item of the self-assessment that is open."""
        item = state.items.get(key)
        self.setVisible(item is not None and state.current is not None)
        if item is None or state.current is None or state.framework is None:
            return
        mark = state.mark(key)
        self._assessment, self._item, self._framework = state.current, key, state.framework
        self.title.setText(item.label)
        self.setAccessibleName(item.label)
        counting = state.counts.get(key, ())
        self.counted.setText(f"{tally(len(counting), 'activity', 'activities')} in your log")
        change = next((one.said for one in state.changes() if one.item == key), "")
        self.change.setText(change)
        self.change.setVisible(bool(change))
        levels = state.framework.levels
        self._levels.setVisible(bool(levels))
        options = [(_NONE, words.NOT_MARKED), *((str(one.number), level_said(levels, one.number)) for one in levels)]
        for combo, level in ((self.now, mark.now), (self.target, mark.target)):
            combo.set_options(options)
            combo.set_value(_NONE if level is None else str(level))
        save = partial(_save_reason, assessment=state.current.id, item=key)
        self._binding.bind(("assessment", state.current.id, f"reason {key}"), mark.reason, save)
        self.tag.setVisible(bool(mark.id))  # before the first letter there is nothing to read
        if mark.id:
            self._readers.bind(Place(_TABLE, mark.id, "reason"), mark.layer)
        self.shown_by.show_activities(mark.activities, counting)

    def take_focus(self) -> None:
        """Into the first field."""
        first = self.now if self._levels.isVisibleTo(self) and self.now.isEnabled() else self.reason
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_level(self, side: MarkSide, key: str) -> None:
        if self._assessment is not None:
            level = int(key) if key.isdecimal() else None
            known = self._desk.session.frameworks.now()
            self._desk.session.act(mark_level, self._assessment.id, self._item, side, level, frameworks=known)

    def _on_activity(self, activity: str, *, on: bool) -> None:
        if self._assessment is not None:
            done = self._desk.session.act(show_by, self._assessment.id, self._item, activity, on=on)
            tell_unlinked(self._desk, done and not on)


def _save_reason(record: Record, text: str, assessment: str, item: str) -> Changes:
    """Writes the reason as part of a spell of typing."""
    return write_reason(record, assessment, item, text, typing=True)
