"""Who may read a text: the three layers, and the one rule for what may leave the file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Layer(StrEnum):
    """Whom a text is for. Declared from the innermost layer outwards."""

    PRIVATE = "private"
    SUPERVISION = "supervision"
    REGULATOR = "regulator"


_ORDER = {layer: place for place, layer in enumerate(Layer)}

DEFAULT_LAYERS: Mapping[tuple[str, str], Layer] = {
    ("activity", "title"): Layer.REGULATOR,
    ("activity", "description"): Layer.REGULATOR,
    ("activity", "learning"): Layer.REGULATOR,
    ("activity", "practice_impact"): Layer.REGULATOR,
    ("activity", "service_user_benefit"): Layer.REGULATOR,
    ("activity", "notes_to_myself"): Layer.PRIVATE,
    ("activity", "type"): Layer.PRIVATE,  # a type of her own; those of the catalogue name nobody
    ("reflection_answer", "text"): Layer.PRIVATE,
    ("evidence", "caption"): Layer.REGULATOR,
    ("evidence", "file"): Layer.REGULATOR,
    ("gap_reason", "note"): Layer.REGULATOR,
    ("gap_reason", "reason"): Layer.REGULATOR,
    **{
        ("supervision_session", name): Layer.SUPERVISION
        for name in ("normative", "formative", "restorative", "cases", "reason")
    },
    ("supervision_session", "wellbeing"): Layer.PRIVATE,
    ("supervision_session", "notes_to_myself"): Layer.PRIVATE,
    ("agreement", "name"): Layer.SUPERVISION,
    ("agreement", "end_reason"): Layer.SUPERVISION,
    ("entitlement", "note"): Layer.SUPERVISION,
    ("protected_slot", "reason"): Layer.SUPERVISION,
    ("protected_slot", "note"): Layer.PRIVATE,
    ("session_topic", "text"): Layer.SUPERVISION,
    ("session_decision", "text"): Layer.SUPERVISION,
    ("session_action", "text"): Layer.SUPERVISION,
    ("portfolio", "summary"): Layer.REGULATOR,
    ("portfolio", "statement"): Layer.REGULATOR,
}
"""Table and field to the layer a text has until the person changes it. Texts not named are private."""


def default_layer(table: str, field: str) -> Layer:
    """The layer of a text that the person has not changed; private when nothing else is known."""
    return DEFAULT_LAYERS.get((table, field), Layer.PRIVATE)


def may_leave(layer: Layer, level: Layer) -> bool:
    """Whether a text of `layer` may be in something written for readers at `level`.

    The only rule on this question: every writer of output asks it. What the regulator may read a
    supervisor may read too; what is private leaves only at private level (the person's own export).
    """
    return _ORDER[layer] >= _ORDER[level]
