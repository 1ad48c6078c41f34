"""The chips under the line of a quick note, made from what the draft says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import short_day, span
from otcpd.domain.durations import format_duration
from otcpd.domain.quick_note import Note, NoteDraft
from otcpd.domain.words import tally
from otcpd.portfolio.charts.category_icons import CATEGORY_ICONS
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.quick_note.chip import NoteChip
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.tab_order import tab_through

MOST_FILES = 5
"""More files than this share one chip."""


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """What a chip shows. `thing` is the tag, the name or the path that the chip stands for."""

    what: str
    picture: str
    text: str
    meaning: str
    known: bool = True
    thing: str = ""


def chip_specs(draft: NoteDraft, note: Note, today: dt.date) -> list[ChipSpec]:
    """The chips of a draft, in their order."""
    return [
        _date(note, today),
        _duration(note),
        _kind(note),
        *([_protected(note)] if note.minutes else []),
        *(ChipSpec("with", "team", f"With {name}", "With", thing=name) for name in note.companions),
        *(ChipSpec("tag", "tag", tag, "Tag", thing=tag) for tag in note.tags),
        *_files(draft),
        *([_pasted(draft)] if draft.pasted else []),
    ]


def _date(note: Note, today: dt.date) -> ChipSpec:
    far = note.date.year != today.year
    if note.end_date is not None:
        return ChipSpec("date", "calendar", span(note.date, note.end_date, year=far), "Days")
    shown = "Today" if note.date == today else short_day(note.date, year=far)
    return ChipSpec("date", "calendar", shown, "Date", known=not note.date_assumed)


def _duration(note: Note) -> ChipSpec:
    text = format_duration(note.minutes) if note.minutes else "How long?"
    return ChipSpec("duration", "clock", text, "Duration", known=bool(note.minutes))


def _kind(note: Note) -> ChipSpec:
    catalogue = load_catalogue()
    text = catalogue.type_label(note.type) or catalogue.category_label(note.category) or "Which category?"
    under = catalogue.category_label(note.category)
    meaning = under if note.type and under else "Type" if note.type else "Category"
    picture = CATEGORY_ICONS[note.category] if note.category is not None else "dots"
    return ChipSpec("kind", picture, text, meaning, known=bool(note.type or note.category))


def _protected(note: Note) -> ChipSpec:
    text = "Protected time" if note.protected else "Protected time?"
    return ChipSpec("protected", "shield", text, "", known=note.protected)


def _files(draft: NoteDraft) -> list[ChipSpec]:
    if len(draft.files) > MOST_FILES:
        return [ChipSpec("files", "evidence", tally(len(draft.files), "file"), "Evidence")]
    return [ChipSpec("file", "evidence", Path(name).name, "Evidence", thing=name) for name in draft.files]


def _pasted(draft: NoteDraft) -> ChipSpec:
    return ChipSpec("pasted", "page", f"Pasted text, {tally(len(draft.pasted), 'character')}", "What it was")


class NoteParts(QWidget):
    """The chips, and sentences below on what was not understood."""

    pressed = Signal(object, object)
    """The chip and its ChipSpec."""
    left_out = Signal(object)
    """The ChipSpec of a part that is to go."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._specs: list[ChipSpec] = []
        self._before: QWidget | None = None
        self.chips: list[NoteChip] = []
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=0)
        self.title = Label(theme, "", Role.META, "ink2")
        self.title.hide()
        self.told = Label(theme, "", Role.META, "warn", wrap=True)
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(4))
        for widget, inset in ((self.title, RING_SPACE), (holder, 0), (self.told, RING_SPACE)):
            row = QHBoxLayout()
            row.setContentsMargins(inset, 0, inset, 0)  # words and pills stand in line, and not the rings of these
            row.addWidget(widget)
            column.addLayout(row)

    def tab_after(self, before: QWidget) -> None:
        """Tab comes here from `before`."""
        self._before = before

    def show_specs(self, specs: list[ChipSpec], title: str, sentences: list[str]) -> None:
        """Show these chips; those that stay the same keep their place and the focus.

        `title` is what the title will be, empty where it is what stands in the line.
        """
        self.title.setText(f"Title: {title}")
        self.title.setVisible(bool(title))
        if specs != self._specs:
            self._rebuild(specs)
        text = " ".join(sentences)
        if text != self.told.text():
            self.told.setText(text)
            self.told.setVisible(bool(text))

    def chip(self, what: str, thing: str = "") -> NoteChip | None:
        """The chip of a kind, or None."""
        for spec, chip in zip(self._specs, self.chips, strict=True):
            if spec.what == what and (not thing or spec.thing == thing):
                return chip
        return None

    def sentences(self) -> list[str]:
        """What is on show."""
        title = [] if self.title.isHidden() else [self.title.text()]
        return [*title, *(chip.accessibleName() for chip in self.chips)]

    def _rebuild(self, specs: list[ChipSpec]) -> None:
        focused = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        old = dict(zip(self._specs, self.chips, strict=True))
        kept = [old.pop(spec) if spec in old else self._make(spec) for spec in specs]
        gone = [chip for chip in self.chips if chip not in kept]
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in kept:
            self._flow.addWidget(chip)
            chip.show()
        self._specs, self.chips = specs, kept
        if self._before is not None:
            tab_through(self._before, kept)
        if focused is not None and kept and not any(chip.hasFocus() for chip in kept):
            kept[min(focused, len(kept) - 1)].setFocus()
        for chip in gone:
            chip.hide()
            chip.deleteLater()
        self._flow.invalidate()
        self.updateGeometry()

    def _make(self, spec: ChipSpec) -> NoteChip:
        chip = NoteChip(self._theme, spec.what, spec.picture, spec.text, spec.meaning, known=spec.known, parent=self)
        chip.clicked.connect(self._on_clicked)
        chip.left_out.connect(self._on_left_out)
        return chip

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, NoteChip) and chip in self.chips:
            self.pressed.emit(chip, self._specs[self.chips.index(chip)])

    def _on_left_out(self) -> None:
        chip = self.sender()
        if isinstance(chip, NoteChip) and chip in self.chips:
            self.left_out.emit(self._specs[self.chips.index(chip)])
