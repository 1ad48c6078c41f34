"""Reads the frameworks that a person added, and the links between items."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from otcpd.domain.framework import Framework, FrameworkItem, FrameworkKind, FrameworkLink, Level, LinkKind
from otcpd.record.engine import Reader, Row
from otcpd.record.ids import read_instant

_COLUMNS = (
    "id, code, edition, name, kind, short, publisher, source, licence, note, valid_from, in_force, confirmed, replaces,"
    " identifier, deleted"
)
_OURS = "owner = (SELECT owner FROM record)"


class OwnFrameworks:
    """The frameworks of an open CPD file."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def all(self, *, binned: bool = False) -> list[Framework]:
        """Every framework with its levels and items, in the order in which they were added; or those in the bin."""
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM framework WHERE deleted IS {'NOT ' if binned else ''}NULL AND {_OURS} ORDER BY id"
        )
        with self._reader.legible():
            levels, items = self._levels(), self._items()
            return [_framework(row, levels.get(row[0], ()), items.get(row[0], ())) for row in rows]

    def links(self) -> list[FrameworkLink]:
        """The person's own links between items of frameworks."""
        rows = self._reader.rows(
            f"SELECT source, target, kind, id FROM framework_link WHERE deleted IS NULL AND {_OURS} ORDER BY id"
        )
        with self._reader.legible():
            return [FrameworkLink(source, target, LinkKind(kind), row) for source, target, kind, row in rows]

    def _levels(self) -> dict[str, list[Level]]:
        found: dict[str, list[Level]] = {}
        for framework, number, title, confirmed in self._reader.rows(
            "SELECT framework, number, title, confirmed FROM framework_level WHERE deleted IS NULL ORDER BY number, id"
        ):
            found.setdefault(framework, []).append(Level(number, title, bool(confirmed)))
        return found

    def _items(self) -> dict[str, list[FrameworkItem]]:
        found: dict[str, list[FrameworkItem]] = {}
        for framework, *values in self._reader.rows(
            "SELECT framework, code, label, parent, level, type, notes, retired, confirmed, identifier, id"
            " FROM framework_item WHERE deleted IS NULL ORDER BY position, id"
        ):
            found.setdefault(framework, []).append(_item(values))
        return found


def _item(row: list[str | int | None]) -> FrameworkItem:
    code, label, parent, level, type_, notes, retired, confirmed, identifier, key = row
    return FrameworkItem(
        code=str(code),
        label=str(label),
        parent=str(parent),
        level=level if isinstance(level, int) else None,
        type=str(type_),
        notes=str(notes),
        retired=bool(retired),
        confirmed=bool(confirmed),
        identifier=str(identifier),
        id=str(key),
    )


def _framework(row: Row, levels: Iterable[Level], items: Iterable[FrameworkItem]) -> Framework:
    return Framework(
        id=row[0],
        code=row[1],
        edition=row[2],
        name=row[3],
        kind=FrameworkKind(row[4]),
        short=row[5],
        publisher=row[6],
        source=row[7],
        licence=row[8],
        note=row[9],
        valid_from=date.fromisoformat(row[10]) if row[10] else None,
        in_force=bool(row[11]),
        confirmed=bool(row[12]),
        replaces=row[13],
        identifier=row[14],
        deleted=read_instant(row[15]) if row[15] else None,
        levels=tuple(levels),
        items=tuple(items),
    )
