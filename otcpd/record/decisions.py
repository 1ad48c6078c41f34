"""Where it is kept what a person decided about words that may point to somebody: a setting for each text.

Its value is a JSON list of marks, see `otcpd.domain.pointed_words`.
"""

from __future__ import annotations

import json

from otcpd.domain.pointed_words import TextKey
from otcpd.record.engine import Connection
from otcpd.record.gate import NEW_ROW

_PREFIX = "fine"


def decisions_key(key: TextKey) -> str:
    """The key of the setting for one text."""
    return " ".join((_PREFIX, *key))


def forget_decisions(connection: Connection, table: str, row: str, field: str | None) -> None:
    """Takes the decisions about one text, or about all of a row, out of the settings as they are and ever were."""
    if table == "reflection_answer":
        key = _key_of_answer(connection, row)
    else:
        key = (table, row) if field is None else (table, row, field)
    start = decisions_key(key)
    rows = connection.execute(
        "SELECT id FROM setting WHERE key = ? OR substr(key, 1, ?) = ?", (start, len(start) + 1, start + " ")
    ).fetchall()
    for (setting,) in rows:
        _empty(connection, setting)


def _key_of_answer(connection: Connection, row: str) -> TextKey:
    found = connection.execute(
        "SELECT reflection.activity, model, prompt FROM reflection_answer"
        " JOIN reflection ON reflection.id = reflection WHERE reflection_answer.id = ?",
        (row,),
    ).fetchone()
    return ("reflection", *map(str, found or ()))


def _empty(connection: Connection, setting: str) -> None:
    """Every value becomes the same, so that the journal still tells of the table."""
    connection.execute("UPDATE setting SET value = '[]' WHERE id = ?", (setting,))
    connection.execute(
        "UPDATE change SET before = CASE WHEN before IS NULL THEN NULL ELSE '[]' END, after = '[]'"
        " WHERE tbl = 'setting' AND row = ? AND field = 'value'",
        (setting,),
    )
    for seq, after in connection.execute(
        "SELECT seq, after FROM change WHERE tbl = 'setting' AND row = ? AND field = ?", (setting, NEW_ROW)
    ).fetchall():
        made = json.dumps({**json.loads(after), "value": "[]"}, ensure_ascii=False, sort_keys=True)
        connection.execute("UPDATE change SET after = ? WHERE seq = ?", (made, seq))
