"""What a change in the journal says to a person: the name of what changed, and its value in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from otcpd.actions.readers import answer_label
from otcpd.actions.thing_names import NAMED, name_in_words
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import TEXT_FIELDS, Category
from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration
from otcpd.domain.field_labels import ACTIVITY_LABELS
from otcpd.domain.layers import Layer, default_layer
from otcpd.domain.reader_words import reader_words
from otcpd.domain.supervision import LinkRole
from otcpd.domain.words import quoted
from otcpd.record.binned import called
from otcpd.record.gate import DELETED
from otcpd.record.record import Record

Values = Mapping[str, Any]
"""A row as the journal has it; empty before it was made."""

FIELD_LABELS = ACTIVITY_LABELS | {DELETED: "This activity"}
"""The fields of an activity in the window's words."""
LONG = frozenset((*TEXT_FIELDS, "title"))
ON, OFF = "On this activity", "Not on this activity"
IN_LOG, IN_BIN = "In your log", "In the bin"
_OF_PATHWAY = {
    "activity_goal": ("goal", "Goal"),
    "opportunity_activity": ("opportunity", "Came of the opportunity"),
    "assessment_activity": ("assessment", "Shown in the self-assessment"),
    "impact_activity": ("impact", "Impact"),
    "reading_activity": ("reading", "Reading"),
}
"""Links to what is on the pathway: its kind, and what the link says of it."""
_MARKS = {**dict.fromkeys(("mandatory", "finished", "bring"), ("No", "Yes")), DELETED: (IN_LOG, IN_BIN)}
"""Fields that are off or on, in words."""


def _day(value: str) -> str:
    return long_day(date.fromisoformat(value))


def _category(value: str) -> str:
    return load_catalogue().category_label(Category(value))


def _type(value: str) -> str:
    return load_catalogue().type_label(value)


_READINGS: Mapping[str, Callable[[Any], str]] = {
    **dict.fromkeys(("date", "end_date", "expires"), _day),
    **dict.fromkeys(("minutes", "protected_minutes"), format_duration),
    "category": _category,
    "type": _type,
}
"""How the value of a field reads; others are texts and stand as they are."""


@dataclass(frozen=True, slots=True)
class HistoryWords:
    """Names things for one reading of a history."""

    record: Record
    names: Names

    def label(self, table: str, field: str, values: Values) -> str:
        """What changed: "What I learnt", "Tag ‘falls’"."""
        if table == "activity":
            return FIELD_LABELS.get(field, field)
        if table == "reflection_answer":
            return self.names.answer(values)
        if table == "layer":
            return f"Who can read {quoted(self._text_label(values))}"
        if table == "erasure":
            what = self._text_label(values) if values["field"] else "Everything you wrote"
            return f"{what}, erased for good"
        return self._link_label(table, values)

    def words(self, table: str, field: str, values: Values) -> str:
        """The value in words; empty for nothing."""
        if table == "activity":
            return self._field_words(field, values)
        there = bool(values) and values.get("deleted") is None
        if table == "reflection_answer":
            return str(values.get("text", "")) if there else ""
        if table == "layer":
            return reader_words(Layer(values["layer"])) if there else ""
        if table == "erasure":
            return f"Reason: {values['reason']}" if values.get("reason") else ""
        if table == "portfolio_activity":
            return "Yes" if there else "No"
        return ON if there else OFF

    def usual_reader(self, values: Values) -> str:
        """Who could read a text before anybody chose, for the layer row that chooses."""
        return reader_words(default_layer(values["tbl"], values["field"]))

    def _field_words(self, field: str, values: Values) -> str:
        value: Any = values.get(field)
        if not values or (not value and field not in _MARKS):
            return ""
        if field in _MARKS:
            return _MARKS[field][bool(value)]
        reading = _READINGS.get(field, str)
        return self.names.posts.get(value, "A post you took away") if field == "post" else reading(value)

    def _text_label(self, values: Values) -> str:
        if values["tbl"] == "activity":
            return FIELD_LABELS.get(str(values["field"]), "")
        return self.names.answers.get(values["row"], "an answer")

    def _link_label(self, table: str, values: Values) -> str:
        if table == "activity_tag":
            return f"Tag {quoted(self.names.tags.get(values['tag'], ''))}"
        if table == "activity_companion":
            return f"With {self.names.people.get(values['person'], 'somebody')}"
        if table == "activity_standard":
            known = load_catalogue().standard(values["standard"])
            return f"Standard {known.code}, {known.label}" if known else f"Standard {values['standard']}"
        if table == "evidence_use":
            return f"Evidence {quoted(self.names.evidence.get(values['evidence'], ''))}"
        if table == "session_activity":
            session = self.names.sessions.get(values["session"], "a session")
            return f"Made of {session}" if values["role"] == LinkRole.MADE else f"Talked about in {session}"
        return self._on_pathway(*_OF_PATHWAY[table], values) if table in _OF_PATHWAY else "Use in my statement"

    def _on_pathway(self, column: str, word: str, values: Values) -> str:
        return f"{word} {self.names.of_pathway(column, values[column])}".strip()


class Names:
    """Names by id, each kind read when first asked for. `answers` are the labels of answers by their row, `models`
    the names of the models that ask."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.answers: dict[str, str] = {}
        self.models: dict[str, str] = {}
        self._pathway: dict[str, dict[str, str]] = {}

    @cached_property
    def tags(self) -> Mapping[str, str]:
        return dict(self._record.reader.rows("SELECT id, name FROM tag"))

    @cached_property
    def people(self) -> Mapping[str, str]:
        return dict(self._record.reader.rows("SELECT id, name FROM person WHERE name <> ''"))

    @cached_property
    def evidence(self) -> Mapping[str, str]:
        found = (*self._record.evidence.all(), *self._record.evidence.all(binned=True))
        return {one.id: one.caption.strip() or one.name for one in found}

    @cached_property
    def posts(self) -> Mapping[str, str]:
        found = (*self._record.people.posts(), *self._record.people.posts(binned=True))
        return {one.id: one.title for one in found}

    @cached_property
    def sessions(self) -> Mapping[str, str]:
        found = called(self._record.reader, "supervision_session")
        return {row: quoted(name_in_words("supervision_session", name)) for row, name in found.items()}

    def of_pathway(self, kind: str, row: str) -> str:
        """What something on the pathway is called, quoted: "‘Lead the huddle’"; empty for what has no name."""
        if kind not in self._pathway:
            names = called(self._record.reader, kind)
            self._pathway[kind] = {
                key: name_in_words(kind, name) if kind in NAMED else name for key, name in names.items()
            }
        name = self._pathway[kind].get(row, "").strip()
        return quoted(name) if name else ""

    def answer(self, values: Values) -> str:
        """ "Gibbs: Feelings"."""
        known = self.answers.get(values["id"])
        if known is None:
            reflection = self._record.reader.value("SELECT model FROM reflection WHERE id = ?", (values["reflection"],))
            model = load_catalogue().model(str(reflection))
            prompt = model.prompt(values["prompt"]) if model else None
            known = answer_label(model, prompt) if model and prompt else "Answer"
            self.models[values["id"]] = known.removesuffix(f": {prompt.label}") if prompt else ""
            self.answers[values["id"]] = known
        return known


def history_words(record: Record) -> HistoryWords:
    """Words for the history of entries of this file."""
    return HistoryWords(record, Names(record))
