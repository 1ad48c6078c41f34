"""What it is: the kind decides which fields there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.readings import edit_reading, tidy_number
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.field_labels import READING_LABELS
from otcpd.domain.reading import Reading, ReadingKind
from otcpd.domain.reference_ids import doi_note, isbn_note, pmid_note
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.reading import words
from otcpd.ui.pages.reading.saving import TABLE, save_text, save_value
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.field_frame import FieldFrame
from otcpd.ui.widgets.field_note import FieldNote
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.text_field import TextField

_K = ReadingKind
_SHOWN: Mapping[str, Sequence[ReadingKind]] = {
    "container": (_K.ARTICLE, _K.CHAPTER, _K.WEB, _K.CONFERENCE),
    "volume": (_K.ARTICLE,),
    "issue": (_K.ARTICLE,),
    "pages": (_K.ARTICLE, _K.CHAPTER, _K.CONFERENCE),
    "edition": (_K.BOOK, _K.CHAPTER, _K.REPORT),
    "publisher": (_K.BOOK, _K.CHAPTER, _K.REPORT, _K.THESIS, _K.OTHER),
    "place": (_K.BOOK, _K.CHAPTER, _K.REPORT, _K.CONFERENCE),
    "doi": (_K.ARTICLE, _K.BOOK, _K.CHAPTER, _K.REPORT, _K.CONFERENCE, _K.OTHER),
    "pmid": (_K.ARTICLE,),
    "isbn": (_K.BOOK, _K.CHAPTER),
    "url": (_K.ARTICLE, _K.BOOK, _K.REPORT, _K.WEB, _K.THESIS, _K.CONFERENCE, _K.OTHER),
    "accessed": (_K.REPORT, _K.WEB, _K.OTHER),
}
"""Fields that not every kind has."""
_LABELS: Mapping[tuple[str, ReadingKind], str] = {
    ("container", _K.ARTICLE): "Journal",
    ("container", _K.CHAPTER): "Book",
    ("container", _K.WEB): "Site",
    ("container", _K.CONFERENCE): "Conference",
    ("publisher", _K.THESIS): "University",
    ("title", _K.CHAPTER): "Title of the chapter",
}
_ROWS: Sequence[Sequence[tuple[str, int]]] = (
    (("container", 240),),
    (("year", 90), ("volume", 90), ("issue", 90), ("pages", 110)),
    (("edition", 110), ("publisher", 190), ("place", 140)),
    (("doi", 220), ("pmid", 130), ("isbn", 180)),
    (("url", 260), ("accessed", 190)),
)
_NOTES: Mapping[str, Callable[[str], str]] = {"doi": doi_note, "pmid": pmid_note, "isbn": isbn_note}
AUTHORS_HELP = "One name a line, such as Rowan, Eilidh. Names of organisations have no comma."


class FormNote(FieldNote):
    """What is said of a number that does not look like one. It asks, and never stops anybody."""

    def __init__(self, desk: Desk, look: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._label = Label(desk.theme, "", Role.META, "warn", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        self.hide()

    def sentence(self) -> str:
        return self._label.text() if not self.isHidden() else ""

    def look_at(self, text: str) -> None:
        """Say what there is to say of a number."""
        said = self._look(text)
        self._label.setText(said)
        self.setVisible(bool(said))
        self.told.emit()


class WhatItIs(QWidget):
    """The fields of the reference, each kept as it is typed; numbers when they are left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = ""
        theme = desk.theme
        self.kind = ComboBox(theme, [(kind.value, told) for kind, told in words.KINDS.items()])
        self.title = LongText(theme, least=1, most=4)
        self.authors = LongText(theme, least=2, most=8)
        self.abstract = LongText(theme, least=2, most=8)
        self.fields: dict[str, TextField] = {}
        self.forms: dict[str, FormField] = {}
        self._texts: dict[str, TextBinding] = {}
        self._numbers: dict[str, FieldBinding[str]] = {}
        self._notes: dict[str, FormNote] = {}
        self.accessed = DateField(theme, self._parse_day, long_day, desk.session.record.clock.today)
        self._accessed = FieldBinding(desk.session, self.accessed, READING_LABELS["accessed"])
        self._build()
        self.kind.chosen.connect(self._on_kind)
        if desk.session.read_only:
            self.kind.setEnabled(False)

    def load(self, reading: Reading) -> None:
        """Show what an entry is of."""
        self._reading = reading.id
        reference = reading.reference
        self.kind.set_value(reference.kind)
        for name, binding in self._texts.items():
            save = partial(save_text, reading=reading.id, field=name)
            binding.bind((TABLE, reading.id, name), getattr(reference, name), save)
        for name, number in self._numbers.items():
            value: str = getattr(reference, name)
            number.bind((TABLE, reading.id, name), value or None, partial(_save_number, reading=reading.id, field=name))
            self._notes[name].look_at(value)
        accessed = partial(save_value, reading=reading.id, field="accessed")
        self._accessed.bind((TABLE, reading.id, "accessed"), reading.accessed, accessed)
        self._fit(reference.kind)

    def commit(self) -> None:
        """Read what still stands in fields."""
        for field in (*self.fields.values(), self.accessed):
            if isinstance(field, ParsedField) and field.line.isModified():
                field.commit()

    def take_focus(self) -> None:
        """Into the title."""
        self.title.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._desk.theme.gap(12))
        column.addWidget(FormField(self._desk.theme, "Kind", self.kind))
        column.addWidget(self._form("title", self.title))
        column.addWidget(self._form("authors", self.authors, help_text=AUTHORS_HELP))
        for row in _ROWS:
            place = QWidget()
            beside = RowOrColumn(self._desk.theme, gap=12, below=12, at_top=True)
            for name, least in row:
                beside.add(self._row_field(name), least=least)
            place.setLayout(beside)
            column.addWidget(place)
        column.addWidget(self._form("abstract", self.abstract, optional=True))
        for name, field in (("title", self.title), ("authors", self.authors), ("abstract", self.abstract)):
            self._texts[name] = TextBinding(self._desk.session, field, READING_LABELS[name])

    def _row_field(self, name: str) -> FormField:
        desk = self._desk
        if name == "accessed":
            return self._form(name, self.accessed, optional=True)
        if name in _NOTES:
            number = ParsedField[str](desk.theme, partial(tidy_number, name), str)
            self.fields[name] = number
            self._numbers[name] = FieldBinding(desk.session, number, READING_LABELS[name])
            note = self._notes[name] = FormNote(desk, _NOTES[name])
            number.left.connect(partial(self._look, name))
            return self._form(name, number, note_below=note)
        field = self.fields[name] = TextField(desk.theme)
        self._texts[name] = TextBinding(desk.session, field, READING_LABELS[name])
        return self._form(name, field)

    def _form(
        self,
        name: str,
        field: FieldFrame,
        *,
        help_text: str = "",
        optional: bool = False,
        note_below: FieldNote | None = None,
    ) -> FormField:
        theme = self._desk.theme
        made = FormField(
            theme, READING_LABELS[name], field, help_text=help_text, optional=optional, note_below=note_below
        )
        self.forms[name] = made
        return made

    def _fit(self, kind: ReadingKind) -> None:
        for name, form in self.forms.items():
            form.setVisible(kind in _SHOWN.get(name, (kind,)))
            label = _LABELS.get((name, kind), READING_LABELS[name])
            form.label.setText(label)
            form.field.control.setAccessibleName(label)
        for row in _ROWS:
            place = self.forms[row[0][0]].parentWidget()
            if place is not None:
                place.setVisible(any(not self.forms[name].isHidden() for name, _ in row))

    def _look(self, name: str) -> None:
        self._notes[name].look_at(self.fields[name].text())

    def _on_kind(self, kind: str) -> None:
        if self._reading:
            self._desk.session.act(edit_reading, self._reading, "kind", kind)

    def _parse_day(self, text: str) -> dt.date:
        return parse_day(text, self._desk.session.record.clock.today())


def _save_number(record: Record, value: str | None, reading: str, field: str) -> Changes:
    return edit_reading(record, reading, field, value or "")
