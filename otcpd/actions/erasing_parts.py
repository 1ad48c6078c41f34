"""The texts of a thing that can be erased one by one, when they stand in rows that hang on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from otcpd.actions.pathway.texts import lines_of
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import from_iso, long_day
from otcpd.domain.supervision import TERMS_TEXTS, AgreementKind
from otcpd.domain.words import quoted
from otcpd.record.record import Record

_LINES = (("session_topic", "Topic"), ("session_decision", "Decision"), ("session_action", "Action"))


@dataclass(frozen=True, slots=True)
class ErasablePart:
    """All of a thing (`field` None), one of its texts, or an answer that hangs on it (a row of its own).

    `filled`: there are words in it now; earlier versions may hold some in any case.
    """

    key: str
    label: str
    row: str
    field: str | None
    filled: bool = True


def hanging_parts(record: Record, table: str, row: str) -> Iterator[ErasablePart]:
    """Answers of an activity, texts of the terms of an agreement, topics, decisions and actions of a session; steps
    of a goal and the like."""
    if table == "activity":
        yield from _answers(record, row)
    elif table == "agreement":
        yield from _terms(record, row)
    elif table == "supervision_session":
        yield from _lines(record, row)
    else:
        yield from _of_pathway(record, table, row)


def _answers(record: Record, thing: str) -> Iterator[ErasablePart]:
    models = load_catalogue().models
    model_of = {row: str(model) for row, model in record.table("reflection", ("id", "model"))}
    for row, activity, reflection, prompt, text in record.table(
        "reflection_answer", ("id", "activity", "reflection", "prompt", "text")
    ):
        if activity == thing and str(text).strip():
            known = models.get(model_of.get(reflection, ""))
            prompt_of = known.prompt(str(prompt)) if known is not None else None
            asked = prompt_of.label if prompt_of is not None else str(prompt)
            yield ErasablePart(f"answer {row}", f"Answer to ‘{asked}’", str(row), "text")


def _terms(record: Record, agreement: str) -> Iterator[ErasablePart]:
    labels = load_catalogue().supervision.templates[AgreementKind.PROFESSIONAL].texts
    columns = ", ".join(TERMS_TEXTS)
    for row, start, *texts in record.reader.rows(
        f"SELECT id, start, {columns} FROM agreement_terms WHERE agreement = ? ORDER BY start, id", (agreement,)
    ):
        for field, text in zip(TERMS_TEXTS, texts, strict=True):
            if str(text).strip():
                label = f"{labels[field].label}, from {long_day(from_iso(str(start)))}"
                yield ErasablePart(f"terms {row} {field}", label, str(row), field)


def _lines(record: Record, session: str) -> Iterator[ErasablePart]:
    for table, word in _LINES:
        for row, text in record.reader.rows(
            f"SELECT id, text FROM {table} WHERE session = ? ORDER BY position, id", (session,)
        ):
            if str(text).strip():
                yield ErasablePart(f"line {row}", f"{word} {quoted(str(text))}", str(row), "text")


def _of_pathway(record: Record, table: str, thing: str) -> Iterator[ErasablePart]:
    for line in lines_of(record, table, thing):
        name = next((text.strip() for text in line.texts if text.strip()), "")
        for number, (field, label) in enumerate(line.of.fields.items()):
            if line.texts[number].strip():
                what = f"{line.of.word} {quoted(name)}" if number == 0 else f"{label} of {quoted(name)}"
                yield ErasablePart(f"line {line.id} {field}", what, line.id, field)
