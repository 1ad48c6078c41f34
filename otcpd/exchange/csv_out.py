"""Writes activities as a table for spreadsheets: CSV in UTF-8 with a mark, so that Excel reads it right."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from otcpd.disk import whole_file
from otcpd.domain.activity import TEXT_FIELDS, Activity, Category
from otcpd.domain.layers import Layer, may_leave
from otcpd.exchange.csv_cells import guarded
from otcpd.exchange.table_fields import heading

_COLUMNS = (
    "date",
    "end_date",
    "title",
    "category",
    "type",
    "minutes",
    "protected_minutes",
    "mandatory",
    "expires",
    *TEXT_FIELDS,
    "with",
    "tags",
    "post",
    "standards",
)
_MORE = ("Pieces of evidence", "Status")
"""Columns that only tell: an import does not read them."""


@dataclass(frozen=True, slots=True)
class TableWords:
    """How codes read: categories, types by code, posts by id. What is missing stays as it is."""

    categories: Mapping[Category, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    posts: Mapping[str, str] = field(default_factory=dict)


def write_csv(out: Path, activities: Iterable[Activity], words: TableWords, level: Layer = Layer.PRIVATE) -> None:
    """Writes one line an activity to `out`; what stood there stays until all is written.

    Texts of a layer that may not leave at `level` stay behind; the default is the person's own table
    with everything. Raises DiskFull, ReadOnly or MachineSaidNo.
    """
    with whole_file(out) as file:
        file.write(codecs.BOM_UTF8)
        file.write(_line([*(heading(code) for code in _COLUMNS), *_MORE]))
        for activity in activities:
            file.write(_line(_cells(activity, words, level)))


def _line(cells: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerow([guarded(cell) for cell in cells])
    return text.getvalue().encode()


def _cells(activity: Activity, words: TableWords, level: Layer) -> list[str]:
    texts = {
        name: getattr(activity, name) if may_leave(activity.layer_of(name), level) else ""
        for name in ("title", *TEXT_FIELDS)
    }
    people = [] if level is Layer.REGULATOR else [companion.name for companion in activity.companions]
    category = activity.category
    known: dict[str, str] = {
        **texts,
        "date": activity.date.isoformat(),
        "end_date": activity.end_date.isoformat() if activity.end_date else "",
        "category": words.categories.get(category, category.value) if category else "",
        "type": words.types.get(activity.type, activity.type),
        "minutes": "" if activity.minutes is None else str(activity.minutes),
        "protected_minutes": str(activity.protected_minutes or ""),
        "mandatory": "yes" if activity.mandatory else "",
        "expires": activity.expires.isoformat() if activity.expires else "",
        "with": "; ".join(people),
        "tags": "; ".join(activity.tags),
        "post": words.posts.get(activity.post or "", ""),
        "standards": "; ".join(activity.standards),
    }
    return [
        *(known[code] for code in _COLUMNS),
        str(len(activity.evidence)),
        activity.status.value,
    ]
