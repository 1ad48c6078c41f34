"""Reads the answers to reflective models, each with who may read it."""

from __future__ import annotations

from dataclasses import dataclass

from otcpd.domain.layers import Layer, default_layer
from otcpd.record.engine import Reader


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one prompt of one model, by the codes of the catalogue. `text` may be empty."""

    id: str
    model: str
    prompt: str
    text: str
    layer: Layer


def answers_of(reader: Reader, activity: str) -> list[Answer]:
    """Every answer of an activity, the empty ones too, by model and prompt."""
    usual = default_layer("reflection_answer", "text")
    rows = reader.rows(
        "SELECT reflection_answer.id, model, prompt, text, layer FROM reflection_answer"
        " JOIN reflection ON reflection.id = reflection"
        " LEFT JOIN layer ON layer.row = reflection_answer.id AND tbl = 'reflection_answer' AND layer.deleted IS NULL"
        " WHERE reflection_answer.activity = ? AND reflection_answer.deleted IS NULL AND reflection.deleted IS NULL"
        " ORDER BY model, prompt",
        (activity,),
    )
    with reader.legible():
        return [Answer(row[0], row[1], row[2], row[3], Layer(row[4]) if row[4] else usual) for row in rows]


def model_answered_last(reader: Reader) -> str | None:
    """The model to which an answer was written most recently, whatever activity it belongs to."""
    if reader.value("SELECT 1 FROM reflection WHERE deleted IS NULL LIMIT 1") is None:
        return None
    found = reader.value(
        "SELECT model FROM change JOIN reflection_answer ON reflection_answer.id = row"
        " JOIN reflection ON reflection.id = reflection WHERE tbl = 'reflection_answer' AND text <> ''"
        " AND reflection_answer.deleted IS NULL ORDER BY seq DESC LIMIT 1"
    )
    return None if found is None else str(found)
