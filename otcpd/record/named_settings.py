"""Names that stand in settings: templates of quick notes and filters of the log are kept there as JSON.

A person who is erased, or a tag or a type that gets another name, stands in them too.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Set

from otcpd.domain.mentions import CODES, KIND, NAMING, mentions, without_names
from otcpd.domain.plain_values import read_json, write_json
from otcpd.record.engine import Connection
from otcpd.record.gate import NEW_ROW
from otcpd.record.settings import LOG_FILTERS, OLD_DRAFT, TEMPLATES, setting_id

LEFT: Mapping[str, Set[str]] = {
    "person": CODES,
    "tag": CODES | {"types", KIND, "companions"},
    "own_type": CODES | {"tags", "companions"},
}
"""Tables whose names stand there, and the keys under which such a name means something else."""
_NAMELESS = "No name"
"""What a filter or template is called whose own name had to go."""


def names_among(fields: Collection[str]) -> frozenset[str]:
    """Those of the fields in which a name or title stands that is looked for beside the row when they are erased."""
    return frozenset(NAMING) & frozenset(fields)


def names_of(connection: Connection, table: str, row: str, fields: Collection[str]) -> frozenset[str]:
    """What a row is called in these fields, and ever was."""
    found: set[str] = set()
    for field in names_among(fields):
        found.update(
            text
            for (text,) in connection.execute(
                f'SELECT "{field}" FROM "{table}" WHERE id = ?1'
                " UNION SELECT before FROM change WHERE row = ?1 AND tbl = ?2 AND field = ?3"
                " UNION SELECT after FROM change WHERE row = ?1 AND tbl = ?2 AND field = ?3"
                f" UNION SELECT json_extract(after, '$.{field}') FROM change"
                " WHERE row = ?1 AND tbl = ?2 AND field = ?4",
                (row, table, field, NEW_ROW),
            ).fetchall()
            if text
        )
    return frozenset(found)


def forget_names(connection: Connection, table: str, names: Collection[str]) -> None:
    """Takes names out of the settings, as they are and as they ever were. Every value changes in the same way, so
    that the journal still tells of the table."""
    leave = LEFT.get(table)
    for key in (OLD_DRAFT,) if leave is None else (TEMPLATES, LOG_FILTERS, OLD_DRAFT):
        _forget_in(connection, setting_id(key), names, leave or CODES)


def _forget_in(connection: Connection, row: str, names: Collection[str], leave: Set[str]) -> None:
    for (value,) in connection.execute("SELECT value FROM setting WHERE id = ?", (row,)).fetchall():
        connection.execute("UPDATE setting SET value = ? WHERE id = ?", (_without(value, names, leave), row))
    for seq, field, before, after in connection.execute(
        "SELECT seq, field, before, after FROM change WHERE row = ? AND tbl = 'setting' AND field IN ('value', ?)",
        (row, NEW_ROW),
    ).fetchall():
        was = _without(before, names, leave)
        now = _made_without(after, names, leave) if field == NEW_ROW else _without(after, names, leave)
        connection.execute("UPDATE change SET before = ?, after = ? WHERE seq = ?", (was, now, seq))


def _made_without(row: str, names: Collection[str], leave: Set[str]) -> str:
    """The change that made a setting."""
    made = json.loads(row)
    cleared = {**made, "value": _without(made.get("value", ""), names, leave)}
    return json.dumps(cleared, ensure_ascii=False, sort_keys=True)


def _without(text: str | None, names: Collection[str], leave: Set[str]) -> str | None:
    """The value of a setting without the names; what nobody can read, and holds one, goes whole."""
    if not text:
        return text
    found = read_json(text)
    if found is None or not isinstance(found, list):
        return "" if mentions(found if found is not None else text, names) else text
    if not mentions(found, names):
        return text
    return write_json([one for entry in found if (one := _entry(entry, names, leave)) is not None])


def _entry(entry: object, names: Collection[str], leave: Set[str]) -> object:
    """One template or filter; None for a filter that would ask for less without the name, and show more."""
    cleared = without_names(entry, names, leave)
    if not isinstance(entry, dict) or not isinstance(cleared, dict):
        return cleared
    if entry.get("name") and not cleared.get("name"):
        cleared["name"] = _NAMELESS
    before, after = entry.get("filter"), cleared.get("filter")
    if isinstance(before, dict) and isinstance(after, dict) and any(before[key] and not after[key] for key in before):
        return None
    return cleared
