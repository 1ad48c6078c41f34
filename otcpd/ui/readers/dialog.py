"""Who sees what: the texts of an activity as each reader sees them, and who can read each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otcpd.actions.readers import OwnText, sight, texts_of_activity
from otcpd.domain.changes import Changes
from otcpd.domain.layers import Layer
from otcpd.domain.reader_words import reader_words
from otcpd.ui import words as common
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.readers.tag_binding import ReaderChoosing
from otcpd.ui.readers.words import PRINTS, READERS, count_words
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.reader_tag import READER_ICONS
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.rule import Rule
from otcpd.ui.widgets.segmented import SegmentedControl

SIZE = (680, 640)
TITLE = "Who sees what"
HINT = "To choose who can read a text, press its reader, or Enter on it."
START = 300
"""Letters of a text that a row has of it."""


class WhoSeesWhat(PanelDialog):
    """Three views of one activity. Enter on a text lets one choose who can read it."""

    def __init__(self, desk: Desk, activity: str, parent: QWidget) -> None:
        desk.session.flush()
        title = desk.session.record.activities.get(activity).title.strip() or common.NO_TITLE
        super().__init__(desk.theme, TITLE, "", SIZE, parent)
        self.title.setAccessibleName(f"{TITLE}: {title}")
        self.about = Label(desk.theme, " ".join(title.split()), Role.BODY_STRONG, wrap=True)
        self.add_below_title(self.about)
        self._desk = desk
        self._activity = activity
        self._texts: dict[str, OwnText] = {}
        theme = desk.theme
        self.views = SegmentedControl(theme, "Show as", [(level.value, name) for level, name in READERS.items()])
        self.list = RowList(theme, "Texts")
        self.prints = Label(theme, PRINTS, Role.META, "ink2", wrap=True)
        self.hint = Label(theme, HINT, Role.META, "ink2", wrap=True)
        self.list.setAccessibleDescription(HINT)
        self.choosing = ReaderChoosing(desk, self.list)
        row = QHBoxLayout()
        row.addWidget(self.views)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.insertSpacing(0, theme.gap(4))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(Rule(theme))  # a row that is half in sight does not run into the words below
        self.body.addWidget(self.prints)
        self.body.addWidget(self.hint)
        self.views.chosen.connect(self._on_view)
        self.list.open_wanted.connect(self._ask)
        self.list.tag_pressed.connect(self._ask)
        desk.session.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.hint.setVisible(self.roomy())
        self.about.setVisible(self.roomy())
        self._show()
        self.place()
        self.views.segment(self.views.value()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        level = Layer(self.views.value())
        every = texts_of_activity(self._desk.session.record, self._activity)
        seen = sight(every, level)
        self._texts = {_key(one): one for one in every}
        if self.roomy():
            self.views.set_counts({one.value: len(sight(every, one).shown) for one in Layer})
        self.set_sentence(count_words(level, seen))
        self.prints.setVisible(level is Layer.REGULATOR and self.roomy())
        rows = [_row(one) for one in seen.shown]
        if seen.held_back:
            rows += [Row("", "Held back", head=True), *(_row(one) for one in seen.held_back)]
        self.list.show_rows(rows)

    def _on_view(self, _key: str) -> None:
        self._show()
        self._desk.announcer.say(self.views, self.sentence.text())

    def _on_changed(self, changes: Changes) -> None:
        if self._activity in changes.of("activity") or changes.of("layer"):
            self._show()

    def _ask(self, key: str) -> None:
        text = self._texts.get(key)
        if text is not None:
            self.choosing.ask(text.place, text.label)


def _key(text: OwnText) -> str:
    return f"{text.place.table} {text.place.row} {text.place.field}"


def _row(text: OwnText) -> Row:
    start = " ".join(text.text[:START].split())
    return Row(_key(text), text.label, start, aside=reader_words(text.layer), lines=2, tag=READER_ICONS[text.layer])
