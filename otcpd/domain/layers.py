"""Who may read a text: the three layers, and the one rule for what may leave the file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from otcpd.domain.pathway_texts import BIBLIOGRAPHY, GOAL_TEXTS, IMPACT_TEXTS


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
    **{("goal", name): Layer.SUPERVISION for name in (*GOAL_TEXTS, "framework_item")},
    ("goal_milestone", "text"): Layer.SUPERVISION,
    ("role_expectation", "text"): Layer.SUPERVISION,
    ("role_aim", "title"): Layer.SUPERVISION,
    ("role_aim", "why"): Layer.PRIVATE,  # a line manager may learn of plans to leave from nobody but herself
    ("opportunity", "title"): Layer.SUPERVISION,
    ("opportunity", "host"): Layer.SUPERVISION,
    ("opportunity", "note"): Layer.PRIVATE,
    ("post", "specialisms"): Layer.SUPERVISION,
    ("post", "note"): Layer.PRIVATE,
    ("assessment", "note"): Layer.PRIVATE,
    ("assessment_mark", "reason"): Layer.SUPERVISION,
    ("learning_plan", "title"): Layer.SUPERVISION,
    ("learning_plan", "protected"): Layer.SUPERVISION,
    ("learning_plan", "note"): Layer.PRIVATE,
    ("plan_goal", "carried_reason"): Layer.SUPERVISION,
    ("planned_learning", "text"): Layer.SUPERVISION,
    ("planned_learning", "reason"): Layer.SUPERVISION,
    ("plan_review", "text"): Layer.SUPERVISION,
    **{("impact", name): Layer.SUPERVISION for name in (*IMPACT_TEXTS, "theme")},
    ("impact_measure", "name"): Layer.SUPERVISION,
    ("impact_measure", "unit"): Layer.SUPERVISION,
    **{("reading", name): Layer.REGULATOR for name in BIBLIOGRAPHY if name != "abstract"},  # what stands in any library
    ("reading", "abstract"): Layer.SUPERVISION,  # somebody else's words: they are for her to read
    ("reading", "appraisal"): Layer.SUPERVISION,
    ("reading", "changed"): Layer.REGULATOR,
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
