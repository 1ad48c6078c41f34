"""Erase for good: blanks a field, a whole entry, a file or a person everywhere in the CPD file.

The only place that alters the journal. A mark with time and reason stays.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from otcpd.domain.changes import Changes
from otcpd.domain.errors import MachineSaidNo, NotAcceptable
from otcpd.domain.mentions import holds_words
from otcpd.record import blobs, search
from otcpd.record.decisions import forget_decisions
from otcpd.record.engine import Connection, our_errors
from otcpd.record.gate import NEW_ROW, Gate, Step, StepKind
from otcpd.record.named_settings import forget_names, names_of
from otcpd.record.schema import JOURNALED

_HANGS_ON = {
    "activity": ("reflection_answer",),
    "agreement": ("agreement_terms",),
    "supervision_session": ("session_topic", "session_decision", "session_action"),
    "framework": ("framework_level", "framework_item"),
    "role_aim": ("role_expectation",),
    "assessment": ("assessment_mark",),
    "goal": ("goal_milestone",),
    "learning_plan": ("plan_goal", "planned_learning", "plan_agreement", "plan_review"),
    "impact": ("impact_measure",),
}
"""Tables whose texts belong to an entry and go with it."""

_SCRUB = "scrub"
_IN_MEMORY_LIMIT = 256 * 1024 * 1024


class _Target(NamedTuple):
    table: str
    row: str
    fields: tuple[str, ...]
    whole: bool


def erase(gate: Gate, row: str, field: str | None, reason: str) -> Changes:
    """Erases one text (`field` given) or everything a person wrote in the thing with id `row`.

    Raises NotAcceptable for an id or a field that is none.
    """
    targets = _targets(gate.connection, row, field)
    targets += _uses_of_own_type(gate.connection, targets[0])
    targets += _under_other_codes(gate.connection, targets[0])
    names = names_of(gate.connection, targets[0].table, row, targets[0].fields)
    _refuse_repeating(gate.connection, targets, reason)
    contents = _contents(gate.connection, targets)
    with gate.step("Erase for good", StepKind.ERASE) as step:
        for target in targets:
            _blank(gate.connection, step, target)
        forget_names(gate.connection, targets[0].table, names)
        step.insert(
            "erasure",
            {"tbl": targets[0].table, "row": row, "field": field or "", "reason": reason, "at": step.at},
        )
        gate.connection.execute("INSERT OR IGNORE INTO owed (task) VALUES (?)", (_SCRUB,))
    try:
        blobs.drop_unused(gate, contents)
        _scrub(gate)
    except MachineSaidNo as error:
        raise type(error)(
            "Erased, but traces may still be in the file: this computer did not let it be written anew.",
            "Everything else is as it was.",
            "Free some space and open the file again; otcpd then finishes by itself.",
        ) from error
    return step.changes


def names_to_go(connection: Connection, row: str, field: str | None) -> tuple[str, ...]:
    """The names and titles, of now and of before, that erasing would take. Raises NotAcceptable as `erase` does."""
    target = _targets(connection, row, field)[0]
    return tuple(sorted(names_of(connection, target.table, row, target.fields)))


def finish(gate: Gate) -> bool:
    """Does what an erasing still owes because the disk was full or the program was ended; says if it did.

    Raises MachineSaidNo while the computer still does not let it.
    """
    if gate.connection.execute("SELECT 1 FROM owed WHERE task = ?", (_SCRUB,)).fetchone() is None:
        return False
    _scrub(gate)
    return True


def _uses_of_own_type(connection: Connection, target: _Target) -> list[_Target]:
    """The activities that carry, or ever carried, the words of an own type that goes."""
    if target.table != "own_type":
        return []
    found = connection.execute("SELECT name FROM own_type WHERE id = ?", (target.row,)).fetchone()
    name = found[0] if found else ""
    rows = connection.execute(
        "SELECT DISTINCT row FROM change WHERE tbl = 'activity' AND ((field = 'type' AND ? IN (before, after))"
        " OR (field = '' AND json_extract(after, '$.type') = ?)) ORDER BY row",
        (name, name),
    ).fetchall()
    return [_Target("activity", row, ("type",), whole=False) for (row,) in rows if name]


def _under_other_codes(connection: Connection, target: _Target) -> list[_Target]:
    """The rows that a mark was before its item got another code: they lie in the bin with the words it then had."""
    if target.table != "assessment_mark":
        return []
    rows = connection.execute(
        "SELECT id FROM assessment_mark WHERE deleted IS NOT NULL AND id <> ?1"
        " AND assessment = (SELECT assessment FROM assessment_mark WHERE id = ?1)",
        (target.row,),
    ).fetchall()
    waiting = {str(row): _words_of_mark(connection, str(row)) for (row,) in rows}
    words, found = _words_of_mark(connection, target.row), []
    while shared := [row for row, others in waiting.items() if words & others]:
        for row in shared:
            words |= waiting.pop(row)
            found.append(_Target(target.table, row, target.fields, whole=False))
    return found


def _words_of_mark(connection: Connection, row: str) -> set[str]:
    """Every reason that a mark ever had."""
    rows = connection.execute(
        "SELECT before, after FROM change WHERE row = ?1 AND tbl = 'assessment_mark' AND field = 'reason'"
        " UNION SELECT NULL, json_extract(after, '$.reason') FROM change"
        " WHERE row = ?1 AND tbl = 'assessment_mark' AND field = ''",
        (row,),
    ).fetchall()
    return {str(text) for pair in rows for text in pair if text}


def _refuse_repeating(connection: Connection, targets: list[_Target], reason: str) -> None:
    """The mark stays for good, so its reason must not say again what is to go."""
    for target in targets:
        columns = ", ".join(f'"{field}"' for field in target.fields)
        texts = connection.execute(f'SELECT {columns} FROM "{target.table}" WHERE id = ?', (target.row,)).fetchone()
        if any(holds_words(reason, text.strip()) for text in texts or ()):
            raise NotAcceptable(
                "The reason repeats what is to be erased, and the reason is kept.",
                "Nothing was erased.",
                "Say why in other words.",
            )


def _targets(connection: Connection, row: str, field: str | None) -> list[_Target]:
    table = next(
        (
            name
            for name, spec in JOURNALED.items()
            if spec.text and connection.execute(f'SELECT 1 FROM "{name}" WHERE id = ?', (row,)).fetchone()
        ),
        None,
    )
    if table is None:
        raise NotAcceptable(
            f"There is nothing with the id {row}.",
            "Nothing was erased.",
            "Copy the id from a list and try again.",
        )
    texts = JOURNALED[table].text
    if field is None:
        targets = [_Target(table, row, texts, whole=True)]
        for child in _HANGS_ON.get(table, ()):
            column = next(name for kind, name in JOURNALED[child].parents if kind == table)
            rows = connection.execute(f'SELECT id FROM "{child}" WHERE "{column}" = ?', (row,)).fetchall()
            targets += [_Target(child, found, JOURNALED[child].text, whole=True) for (found,) in rows]
        return targets
    if field not in texts:
        raise NotAcceptable(
            f"‘{field}’ is not a text of this entry.", "Nothing was erased.", f"It has: {', '.join(texts)}."
        )
    return [_Target(table, row, (field,), whole=False)]


def _contents(connection: Connection, targets: list[_Target]) -> list[str]:
    """The bytes that may have no evidence left afterwards."""
    found = [
        connection.execute("SELECT sha256 FROM evidence WHERE id = ?", (target.row,)).fetchone()
        for target in targets
        if target.table == "evidence" and target.whole
    ]
    return [str(row[0]) for row in found if row is not None]


def _blank(connection: Connection, step: Step, target: _Target) -> None:
    table, row = target.table, target.row
    for field in (None,) if target.whole else target.fields:
        forget_decisions(connection, table, row, field)
    if table == "evidence" and target.whole:
        _blank_file(connection, row)
    for field in target.fields:
        connection.execute(f'UPDATE "{table}" SET "{field}" = \'\' WHERE id = ?', (row,))
        connection.execute(
            "UPDATE change SET before = NULL, after = '', erased = 1 WHERE row = ? AND tbl = ? AND field = ?",
            (row, table, field),
        )
    _blank_new_row(connection, target)
    if target.whole:
        if not _must_stay(connection, target):
            step.remove(table, row)
        connection.execute("UPDATE change SET erased = 1 WHERE row = ? AND tbl = ?", (row, table))


def _must_stay(connection: Connection, target: _Target) -> bool:
    """Whether no file, or no agreement, is without this row: it is blanked like others, but never goes to the bin."""
    if target.table == "person":
        return connection.execute("SELECT 1 FROM record WHERE owner = ?", (target.row,)).fetchone() is not None
    return target.table in ("portfolio", "agreement_terms")


def _blank_new_row(connection: Connection, target: _Target) -> None:
    """Takes the texts out of the change that made the row."""
    for seq, after in connection.execute(
        "SELECT seq, after FROM change WHERE row = ? AND tbl = ? AND field = ?",
        (target.row, target.table, NEW_ROW),
    ).fetchall():
        values = {name: value for name, value in json.loads(after).items() if name not in target.fields}
        text = json.dumps(values, ensure_ascii=False, sort_keys=True)
        connection.execute("UPDATE change SET after = ? WHERE seq = ?", (text, seq))


def _blank_file(connection: Connection, row: str) -> None:
    """Forgets the bytes; they are dropped afterwards unless another piece of evidence has the same ones."""
    connection.execute("UPDATE evidence SET sha256 = '', size = 0 WHERE id = ?", (row,))
    for seq, after in connection.execute(
        "SELECT seq, after FROM change WHERE row = ? AND tbl = 'evidence' AND field = ?", (row, NEW_ROW)
    ).fetchall():
        values = {name: value for name, value in json.loads(after).items() if name not in ("sha256", "size")}
        text = json.dumps(values, ensure_ascii=False, sort_keys=True)
        connection.execute("UPDATE change SET after = ? WHERE seq = ?", (text, seq))


def _scrub(gate: Gate) -> None:
    """Writes the file anew, so that no freed page and no old index entry keeps a letter.

    Deleted terms stay inside the full-text index until it is optimised; freed space is overwritten
    by `secure_delete`, yet rebalanced pages may keep remnants: only VACUUM is sure.
    """
    connection = gate.connection
    while search.refresh(gate):  # a person's words are in the activities that her own entry marks
        pass
    with gate.unjournaled():
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
    pages = connection.execute("PRAGMA page_count").fetchone()
    size = connection.execute("PRAGMA page_size").fetchone()
    assert pages is not None
    assert size is not None
    large = pages[0] * size[0] > _IN_MEMORY_LIMIT
    connection.execute(f"PRAGMA temp_store = {'FILE' if large else 'MEMORY'}")
    connection.execute("PRAGMA query_only = OFF")
    try:
        with our_errors(gate.path):
            connection.execute("VACUUM")
    finally:
        connection.execute("PRAGMA query_only = ON")
    with gate.unjournaled():
        connection.execute("DELETE FROM owed WHERE task = ?", (_SCRUB,))
