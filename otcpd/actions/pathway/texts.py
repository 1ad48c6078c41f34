"""The texts of the things of the pathway: what each is called, who may read it, and the lines that hang on a thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from otcpd.domain.field_labels import (
    ASSESSMENT_LABELS,
    CARRIED_LABEL,
    FRAMEWORK_ITEM_LABELS,
    FRAMEWORK_LABELS,
    GOAL_LABELS,
    IMPACT_LABELS,
    LEARNING_LABELS,
    MARK_LABELS,
    MEASURE_LABELS,
    OPPORTUNITY_LABELS,
    PLAN_LABELS,
    POST_LABELS,
    READING_LABELS,
    ROLE_LABELS,
)
from otcpd.record.record import Record
from otcpd.record.schema import JOURNALED

LABELS: Mapping[str, Mapping[str, str]] = {
    "post": POST_LABELS,
    "framework": FRAMEWORK_LABELS,
    "role_aim": ROLE_LABELS,
    "opportunity": OPPORTUNITY_LABELS,
    "assessment": ASSESSMENT_LABELS,
    "goal": GOAL_LABELS,
    "learning_plan": PLAN_LABELS,
    "impact": IMPACT_LABELS,
    "reading": READING_LABELS,
}
"""What the fields of each of these tables are called."""

WITH_READERS: Mapping[str, Mapping[str, str]] = {**LABELS, "assessment_mark": MARK_LABELS}
"""The same, and of rows that hang on a thing and whose readers are chosen by themselves."""


class Lines(NamedTuple):
    """Rows of `table` that hang on a thing by `column`; `fields` are their texts and what each of them is called, the
    first of which names the row."""

    table: str
    column: str
    word: str
    many: str
    fields: Mapping[str, str]
    order: str = "position, id"


LINES: Mapping[str, tuple[Lines, ...]] = {
    "goal": (Lines("goal_milestone", "goal", "Step", "Steps", {"text": "Step"}),),
    "role_aim": (Lines("role_expectation", "aim", "What it asks", "What it asks", {"text": "What it asks"}),),
    "assessment": (
        Lines("assessment_mark", "assessment", "Reason", "Reasons", {"reason": MARK_LABELS["reason"]}, "item, id"),
    ),
    "learning_plan": (
        Lines(
            "planned_learning",
            "plan",
            "Planned learning",
            "Planned learning",
            {name: LEARNING_LABELS[name] for name in ("text", "decided_by", "reason")},
        ),
        Lines("plan_goal", "plan", CARRIED_LABEL, CARRIED_LABEL, {"carried_reason": CARRIED_LABEL}),
        Lines("plan_agreement", "plan", "Role", "Agreed as", {"role": "Role of who agreed"}, "date, id"),
        Lines("plan_review", "plan", "Review", "Reviews", {"text": "Review"}, "date, id"),
    ),
    "impact": (
        Lines(
            "impact_measure",
            "impact",
            "Measure",
            "Measures",
            {name: MEASURE_LABELS[name] for name in ("name", "unit")},
        ),
    ),
    "framework": (
        Lines("framework_level", "framework", "Level", "Levels", {"title": "Level"}, "number, id"),
        Lines(
            "framework_item",
            "framework",
            "Item",
            "Items",
            {name: FRAMEWORK_ITEM_LABELS[name] for name in ("label", "notes", "code", "type", "identifier")},
        ),
    ),
}
"""What hangs on a thing and holds words, by its table."""


class Line(NamedTuple):
    """A row that hangs on a thing: its words, in the order of `Lines.fields`."""

    of: Lines
    id: str
    texts: tuple[str, ...]


def text_labels(table: str) -> dict[str, str]:
    """The texts of a table of `WITH_READERS`, and what each is called, in the order of its form."""
    texts = JOURNALED[table].text
    return {field: label for field, label in WITH_READERS[table].items() if field in texts}


def texts_of(record: Record, table: str, row: str) -> dict[str, str]:
    """What stands in the texts of one row of a table of `WITH_READERS`, in the bin or not; empty if there is none."""
    fields = text_labels(table)
    columns = ", ".join(f'"{field}"' for field in fields)
    found = record.reader.row(f'SELECT {columns} FROM "{table}" WHERE id = ?', (row,))
    return dict(zip(fields, map(str, found), strict=True)) if found is not None else {}


def lines_of(record: Record, table: str, row: str) -> Iterator[Line]:
    """The rows with words that hang on a thing, those that were taken away left out, in their order."""
    for lines in LINES.get(table, ()):
        columns = ", ".join(f'"{field}"' for field in lines.fields)
        for key, *texts in record.reader.rows(
            f'SELECT id, {columns} FROM "{lines.table}" WHERE "{lines.column}" = ? AND deleted IS NULL'
            f" ORDER BY {lines.order}",
            (row,),
        ):
            yield Line(lines, str(key), tuple(map(str, texts)))
