"""What a chip of the quick note offers when it is pressed, and the draft that follows from the choice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions.own_types import type_called
from otcpd.actions.reading import day_lengths
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import long_day, parse_day, short_day
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.domain.quick_add import Understood
from otcpd.domain.quick_note import ActivityKind, Note, NoteDraft, kept_as_words, without
from otcpd.domain.words import quoted
from otcpd.record.record import Record
from otcpd.ui.pages.log.type_field import USED_FIRST, TypeField
from otcpd.ui.quick_note.parts import ChipSpec
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.ask_sheet import AskSheet
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.parsed_field import DurationField

LENGTHS = (15, 30, 45, 60, 90, 120, 210, 420)
"""Minutes offered at once; any other length can be typed."""
_READ_AS = {
    "date": "date",
    "duration": "duration",
    "kind": "type",
    "with": "with",
    "tag": "tag",
    "protected": "protected",
}
"""What a chip's part is called among the parts of a line."""


class Corrections:
    """Makes the menu of a chip. `done` takes the draft with the choice in it."""

    def __init__(self, theme: Theme, record: Record, done: Callable[[NoteDraft], None]) -> None:
        self._theme = theme
        self._record = record
        self._done = done

    def open(self, chip: QWidget, spec: ChipSpec, draft: NoteDraft, note: Note) -> ChoiceMenu | None:
        """Show what can be done about a part; a part with one choice takes it at once."""
        if spec.what == "protected":
            self._done(self.protected(draft, note))
            return None
        menu = ChoiceMenu(chip)
        makers = {"date": self._dates, "duration": self._durations, "kind": self._kinds}
        maker = makers.get(spec.what)
        if maker is not None:
            maker(menu, chip, draft, note)
        else:
            menu.offer(_leave_out_words(spec), partial(self._done, left_out(draft, spec)))
        self._offer_words(menu, spec, draft, note)
        menu.open_below(chip)
        return menu

    def protected(self, draft: NoteDraft, note: Note) -> NoteDraft:
        """The draft with protected time switched over."""
        return replace(draft, corrected=replace(draft.corrected, protected=not note.protected))

    def _dates(self, menu: ChoiceMenu, chip: QWidget, draft: NoteDraft, note: Note) -> None:
        today = self._record.clock.today()
        for back, name in ((0, "Today"), (1, "Yesterday"), (2, "")):
            day = today - dt.timedelta(days=back)
            text = f"{name}, {short_day(day)}" if name else short_day(day)
            menu.offer(text, partial(self._set_day, draft, day))
        menu.offer("Another day…", partial(self._ask_day, chip, draft, note))

    def _durations(self, menu: ChoiceMenu, chip: QWidget, draft: NoteDraft, note: Note) -> None:
        for minutes in LENGTHS:
            menu.offer(format_duration(minutes), partial(self._set_minutes, draft, minutes))
        menu.offer("Another length…", partial(self._ask_length, chip, draft, note))
        if note.minutes:
            menu.offer("No length", partial(self._set_minutes, draft, 0))

    def _kinds(self, menu: ChoiceMenu, chip: QWidget, draft: NoteDraft, note: Note) -> None:
        catalogue = load_catalogue()
        for entry in catalogue.categories.values():
            known = catalogue.type_of(note.type)
            type_ = note.type if known is None or known.category is entry.code else ""
            menu.offer(entry.short, partial(self._set_kind, draft, (entry.code, type_)))
        menu.offer("Choose a type…", partial(self._ask_type, chip, draft, note))
        if note.category or note.type:
            menu.offer("No category yet", partial(self._set_kind, draft, (None, "")))

    def _offer_words(self, menu: ChoiceMenu, spec: ChipSpec, draft: NoteDraft, note: Note) -> None:
        """The ways back: leave the words in the title, or take the line's own meaning again."""
        part = _part_of(spec, note)
        if part is not None:
            menu.addSeparator()
            words = f"Not meant so: leave {quoted(part.text)} in the title"
            menu.offer(words, partial(self._done, kept_as_words(draft, part)))
        back = _forgotten(draft, spec.what)
        if back != draft:
            menu.offer("As the line says", partial(self._done, back))

    def _ask_day(self, chip: QWidget, draft: NoteDraft, note: Note) -> None:
        clock = self._record.clock

        def parse(text: str) -> dt.date:
            return parse_day(text, clock.today(), latest=clock.today())

        field = DateField(self._theme, parse, long_day, clock.today)
        field.set_value(note.date)
        sheet = AskSheet(self._theme, "Date", field, "Set the date", chip)
        sheet.answered.connect(partial(self._set_day, draft))
        sheet.ask_below(chip)

    def _ask_length(self, chip: QWidget, draft: NoteDraft, note: Note) -> None:
        parse = partial(parse_duration, lengths=day_lengths(self._record))
        field = DurationField(self._theme, parse, format_duration, placeholder="1 h 30")
        field.set_value(note.minutes)
        sheet = AskSheet(self._theme, "Duration", field, "Set the duration", chip)
        sheet.answered.connect(partial(self._set_minutes, draft))
        sheet.ask_below(chip)

    def _ask_type(self, chip: QWidget, draft: NoteDraft, note: Note) -> None:
        field = TypeField(self._theme)
        used = partial(self._record.activities.used_types, USED_FIRST)
        field.offer(load_catalogue(), self._record.activities.own_types(), note.category, used)
        sheet = AskSheet(self._theme, "Type", field, "Set the type", chip)
        field.chosen.connect(sheet.answer)
        sheet.answered.connect(partial(self._set_type, draft, note))
        sheet.ask_below(chip)

    def _set_type(self, draft: NoteDraft, note: Note, type_: str) -> None:
        called = type_called(self._record, type_)
        self._set_kind(draft, (called.category or note.category, called.type))

    def _set_day(self, draft: NoteDraft, day: dt.date) -> None:
        self._done(replace(draft, corrected=replace(draft.corrected, days=(day, None))))

    def _set_minutes(self, draft: NoteDraft, minutes: int) -> None:
        self._done(replace(draft, corrected=replace(draft.corrected, minutes=minutes)))

    def _set_kind(self, draft: NoteDraft, kind: ActivityKind) -> None:
        self._done(replace(draft, corrected=replace(draft.corrected, kind=kind)))


def left_out(draft: NoteDraft, spec: ChipSpec) -> NoteDraft:
    """The draft without a part that can be left out; the others have none to leave out."""
    match spec.what:
        case "tag" | "with":
            draft = without(draft, spec.what, spec.thing)
        case "file" | "files":
            rest = tuple(name for name in draft.files if spec.what == "file" and name != spec.thing)
            draft = replace(draft, files=rest)
        case "pasted":
            draft = replace(draft, pasted="")
        case "duration":
            draft = replace(draft, corrected=replace(draft.corrected, minutes=0))
        case "kind":
            draft = replace(draft, corrected=replace(draft.corrected, kind=(None, "")))
    return draft


def _leave_out_words(spec: ChipSpec) -> str:
    words = {
        "tag": f"Take the tag {quoted(spec.thing)} away",
        "with": f"Not with {spec.thing}",
        "file": "Leave this file out",
        "files": "Leave these files out",
        "pasted": "Leave the pasted text out",
    }
    return words[spec.what]


def _part_of(spec: ChipSpec, note: Note) -> Understood | None:
    """The part of the line behind a chip, if the line says it."""
    for part in note.understood:
        same = spec.what != "tag" or part.meaning.casefold() == spec.thing.casefold()
        if part.what == _READ_AS.get(spec.what, spec.what) and same:
            return part
    return None


def _forgotten(draft: NoteDraft, what: str) -> NoteDraft:
    """The draft without the correction of a part."""
    said = draft.corrected
    if what == "date":
        said = replace(said, days=None)
    elif what == "duration":
        said = replace(said, minutes=None)
    elif what == "kind":
        said = replace(said, kind=None)
    return replace(draft, corrected=said)
