"""The open chain, from what was done to what it meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.pathway.impacts import edit_impact
from otcpd.catalogue.impact import impact_words
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.field_labels import IMPACT_LABELS
from otcpd.domain.impact import Impact
from otcpd.domain.layers import Layer
from otcpd.domain.words import count_words
from otcpd.record.record import Record
from otcpd.ui.layout import Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.form_pane import OpenedPane
from otcpd.ui.pages.impact import words
from otcpd.ui.pages.impact.benefits import BenefitOffers
from otcpd.ui.pages.impact.chain_step import ChainStep
from otcpd.ui.pages.impact.chain_text import TABLE, ChainText, save_text
from otcpd.ui.pages.impact.linked import LinkedToImpact
from otcpd.ui.pages.impact.measures import Measures
from otcpd.ui.pages.impact.number_field import CountField, WordsField
from otcpd.ui.pages.saved_line import SavedLine
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.shell.keys import shown_keys
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.check import CHECK_SPACE, TickBox
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.reader_tag import TAG_SPACE
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.suggestions import suggest
from otcpd.ui.widgets.text_field import TextField
from otcpd.ui.widgets.word_counter import WordCounter

_LEAST_THEME, _LEAST_PEOPLE = 190, 190
_TEXTS = ("change_tried", "feedback", "meant_people", "meant_service", "story")


class ImpactForm(OpenedPane):
    """Shows one chain; `load` again after every change to it."""

    delete_wanted = Signal(str)
    activity_wanted = Signal(str)
    filled = Signal()
    """Something came or went inside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent=parent)
        self.impact: Impact | None = None
        theme, session = desk.theme, desk.session
        self.saved = SavedLine(desk, TABLE)
        self.more = Button(theme, icon="dots", kind=Kind.QUIET, compact=True, name="More for this impact")
        self.title = TextField(theme)
        self.date = DateField(theme, self._parse_day, long_day, session.record.clock.today)
        self.theme_field = WordsField(theme)
        self.people = CountField(theme)
        self.told = TickBox(theme, words.ON_PAGE)
        self.linked = LinkedToImpact(desk)
        self.measures = Measures(desk)
        self.benefits = BenefitOffers(desk, self)
        self._made: dict[str, ChainText] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self.counter = WordCounter(theme, desk.announcer, impact_words().story_words, self)
        self._private = IconLine(theme, "lock", words.STORY_PRIVATE, wrap=True, parent=self)
        for late in (self.benefits, self.counter, self._private):
            late.hide()  # until its step is there
        self._known = suggest(self.theme_field)
        self._title = TextBinding(session, self.title, IMPACT_LABELS["title"])
        self._date = FieldBinding(session, self.date, IMPACT_LABELS["date"])
        self._theme_binding = FieldBinding(session, self.theme_field, IMPACT_LABELS["theme"])
        self._people = FieldBinding(session, self.people, IMPACT_LABELS["people"])
        self.steps: list[ChainStep] = []
        self._build()
        self._connect()

    @property
    def texts(self) -> Mapping[str, ChainText]:
        """The long texts by name, all of them: those out of sight are made once the first picture is on the screen."""
        for name in _TEXTS:
            self._text(name)
        return self._made

    def load(self, impact: Impact, themes: list[str]) -> None:
        """Show a chain; `themes` are those in use, which come before ours."""
        fresh = self.impact is None or self.impact.id != impact.id
        self.impact = impact
        key = (TABLE, impact.id)
        self.saved.load(impact.id, impact.modified)
        self._title.bind((*key, "title"), impact.title, partial(save_text, impact=impact.id, field="title"))
        self._date.bind((*key, "date"), impact.day, partial(_set_day, impact.id))
        self._theme_binding.bind((*key, "theme"), impact.theme or None, partial(_set_theme, impact.id))
        self._people.bind((*key, "people"), impact.people, partial(_set_people, impact.id))
        known = {one.casefold() for one in themes}
        self._known.setStringList([*themes, *(one for one in impact_words().themes if one.casefold() not in known)])
        self.told.setChecked(impact.told)
        self.linked.load(impact)
        self.measures.load(impact)
        for name, text in self._made.items():
            text.load(impact)
            self._load_beside(name, impact, aloud=not fresh)
        if len(self._made) < len(_TEXTS):
            self._later.start()
        if fresh:
            self.scroller.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Read what still stands in fields, and save."""
        if self.impact is None or self.desk.session.read_only:
            return
        for field in (self.date, self.theme_field, self.people):
            if field.line.isModified():
                field.commit()
        self.measures.commit()
        self.desk.session.flush()

    def take_focus(self) -> None:
        """Into the title."""
        self.title.line.setFocus(Qt.FocusReason.TabFocusReason)

    def apply_layout(self, layout: Layout) -> None:
        super().apply_layout(layout)
        for step in self.steps:
            step.set_bare(layout.stacked)

    def make_menu(self) -> ChoiceMenu:
        """What else can be done with the chain."""
        menu = ChoiceMenu(self)
        menu.offer(words.DELETE, self._on_delete, key=shown_keys("delete"))
        return menu

    def _build(self) -> None:
        theme = self.desk.theme
        self.add_back()
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.saved, 1)
        row.addWidget(self.more)
        self.add(top, left=RING_SPACE, right=RING_SPACE)
        self.add(FormField(theme, IMPACT_LABELS["title"], self.title))
        facts = QWidget()
        fields = RowOrColumn(theme, gap=14, below=12, at_top=True)
        fields.add(FormField(theme, IMPACT_LABELS["theme"], self.theme_field, optional=True), least=_LEAST_THEME)
        fields.add(FormField(theme, IMPACT_LABELS["date"], self.date), least=LEAST_DAY)
        fields.add(FormField(theme, IMPACT_LABELS["people"], self.people, optional=True), least=_LEAST_PEOPLE)
        facts.setLayout(fields)
        self.add(facts)
        self.add(self.told, left=CHECK_SPACE, right=CHECK_SPACE)
        self.add(self._chain(), left=RING_SPACE, right=TAG_SPACE)
        self.show_form()

    def _chain(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        count = len(words.STEPS)
        self.steps = [ChainStep(self.desk.theme, number, last=number == count) for number in range(1, count + 1)]
        for step in self.steps:
            column.addWidget(step)
        self.steps[0].add(self.linked)
        self._text("change_tried")
        self.steps[2].add(self.measures)
        return whole

    def _text(self, name: str) -> ChainText:
        """One of the texts in its step, made when first wanted."""
        if name not in self._made:
            step, place = self.steps[_STEP_OF[name]], _STEP_OF[name]
            story = words.STORY_HELP if name == "story" else ""
            text = ChainText(self.desk, name, words.STEPS[place], hint=words.HINTS[name], help_text=story)
            self._made[name] = text
            step.add(text, right=TAG_SPACE)
            if name == "meant_people":
                step.add(self.benefits, left=RING_SPACE, right=RING_SPACE)
            if name == "story":
                step.add(self.counter)
                step.add(self._private)
                self.counter.show()
                text.text.edited.connect(self._on_story)
            if self.impact is not None:
                text.load(self.impact)
                self._load_beside(name, self.impact, aloud=False)
        return self._made[name]

    def _load_beside(self, name: str, impact: Impact, *, aloud: bool) -> None:
        """What stands below a text, once that is there."""
        if name == "meant_people":
            self.benefits.load(impact)
        if name == "story":
            self.counter.set_count(count_words(self._made[name].text.text()), aloud=aloud)
            private = impact.layer_of("story") is Layer.PRIVATE
            self._private.setVisible(private and bool(impact.story.strip()))

    def _make_next(self) -> None:
        missing = [name for name in _TEXTS if name not in self._made]
        if missing:
            self._text(missing[0])
            self.filled.emit()
        if len(missing) > 1:
            self._later.start()

    def _connect(self) -> None:
        read_only = self.desk.session.read_only
        self.told.setEnabled(not read_only)
        self.more.setVisible(not read_only)
        self.more.clicked.connect(self._open_menu)
        self.told.clicked.connect(self._on_told)
        self.linked.activity_wanted.connect(self.activity_wanted)
        self._later.timeout.connect(self._make_next)
        self.desk.session.closing.connect(self._later.stop)
        self.benefits.taken.connect(self._to_people)
        for part in (self.linked, self.measures, self.benefits):
            part.filled.connect(self.filled)

    def _parse_day(self, text: str) -> dt.date:
        return parse_day(text, self.desk.session.record.clock.today())

    def _on_told(self, on: bool) -> None:
        if self.impact is not None:
            self.desk.session.act(edit_impact, self.impact.id, "told", on)

    def _on_story(self, text: str) -> None:
        self.counter.set_count(count_words(text))

    def _to_people(self) -> None:
        self.texts["meant_people"].text.setFocus()

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)

    def _on_delete(self) -> None:
        if self.impact is not None:
            self.delete_wanted.emit(self.impact.id)


_STEP_OF = {"change_tried": 1, "feedback": 3, "meant_people": 4, "meant_service": 5, "story": 6}


def _set_day(impact: str, record: Record, value: dt.date | None) -> Changes:
    """A chain always has a day: where it was emptied, the one before stays."""
    return Changes() if value is None else edit_impact(record, impact, "date", value)


def _set_theme(impact: str, record: Record, value: str | None) -> Changes:
    return edit_impact(record, impact, "theme", value or "")


def _set_people(impact: str, record: Record, value: int | None) -> Changes:
    return edit_impact(record, impact, "people", value)
