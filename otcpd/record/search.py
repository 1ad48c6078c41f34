"""Search over everything a person typed and over the text inside evidence.

The index follows behind: a step only marks what it touched (`search_stale`), and the marked things
are indexed before the next search, when the window is idle, and on closing. So a spell of typing
costs one entry in the index and not hundreds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from otcpd.domain.field_labels import TEXT_LABELS
from otcpd.domain.pathway_texts import BIBLIOGRAPHY, GOAL_TEXTS, IMPACT_TEXTS
from otcpd.domain.supervision import NOTES, PRIVATE_NOTES
from otcpd.record.engine import Connection, Reader
from otcpd.record.gate import Gate

SHORTEST = 2
"""Letters from which on a search answers."""

_WORD = re.compile(r"[^\W_]+")

_ACTIVITY_TEXT = f"""
    SELECT {" || char(10) || ".join(TEXT_LABELS)} FROM activity WHERE id = :row
    UNION ALL SELECT text FROM reflection_answer JOIN reflection ON reflection.id = reflection
        WHERE reflection_answer.activity = :row AND reflection_answer.deleted IS NULL AND reflection.deleted IS NULL
    UNION ALL SELECT name FROM tag JOIN activity_tag ON tag.id = tag
        WHERE activity = :row AND activity_tag.deleted IS NULL
    UNION ALL SELECT person.name || ' ' || person.profession || ' ' || coalesce(employer.name, '')
        FROM activity_companion JOIN person ON person.id = person
        LEFT JOIN employer ON employer.id = person.employer
        WHERE activity = :row AND activity_companion.deleted IS NULL
    UNION ALL SELECT goal.title FROM goal JOIN activity_goal ON goal.id = goal
        WHERE activity = :row AND activity_goal.deleted IS NULL
    UNION ALL SELECT post.title || ' ' || coalesce(employer.name, '')
        FROM activity JOIN post ON post.id = activity.post LEFT JOIN employer ON employer.id = post.employer
        WHERE activity.id = :row
"""

_SESSION_TEXT = f"""
    SELECT {" || char(10) || ".join(("place", "reason", *NOTES, *PRIVATE_NOTES))} FROM supervision_session
        WHERE id = :row AND deleted IS NULL
    UNION ALL SELECT text FROM session_topic WHERE session = :row AND deleted IS NULL
    UNION ALL SELECT text FROM session_decision WHERE session = :row AND deleted IS NULL
    UNION ALL SELECT text FROM session_action WHERE session = :row AND deleted IS NULL
    UNION ALL SELECT person.name || ' ' || person.profession FROM session_person JOIN person ON person.id = person
        WHERE session = :row AND session_person.deleted IS NULL
"""

_GOAL_TEXT = f"""
    SELECT {" || char(10) || ".join(GOAL_TEXTS)} FROM goal WHERE id = :row AND deleted IS NULL
    UNION ALL SELECT text FROM goal_milestone WHERE goal = :row AND deleted IS NULL
"""

_PLAN_TEXT = """
    SELECT title || char(10) || protected || char(10) || note FROM learning_plan WHERE id = :row AND deleted IS NULL
    UNION ALL SELECT text || ' ' || reason FROM planned_learning WHERE plan = :row AND deleted IS NULL
    UNION ALL SELECT text FROM plan_review WHERE plan = :row AND deleted IS NULL
"""

_AIM_TEXT = """
    SELECT title || char(10) || grade || char(10) || why FROM role_aim WHERE id = :row AND deleted IS NULL
    UNION ALL SELECT text FROM role_expectation WHERE aim = :row AND deleted IS NULL
"""

_IMPACT_TEXT = f"""
    SELECT {" || char(10) || ".join((*IMPACT_TEXTS, "theme"))} FROM impact WHERE id = :row AND deleted IS NULL
    UNION ALL SELECT name FROM impact_measure WHERE impact = :row AND deleted IS NULL
"""

_READING_TEXT = f"""
    SELECT {" || char(10) || ".join((*BIBLIOGRAPHY, "appraisal", "changed"))} FROM reading
        WHERE id = :row AND deleted IS NULL
"""

_LENDING = {
    "employer": "SELECT activity FROM activity_companion JOIN person ON person.id = person WHERE employer = ?1"
    " UNION SELECT activity.id FROM activity JOIN post ON post.id = activity.post WHERE employer = ?1",
    "goal": "SELECT activity FROM activity_goal WHERE goal = ?",
    "person": "SELECT activity FROM activity_companion WHERE person = ?",
    "post": "SELECT id FROM activity WHERE post = ?",
    "tag": "SELECT activity FROM activity_tag WHERE tag = ?",
}
"""Kinds of things whose words count for these activities. But for goals they have no entry of their own."""

_LENDING_TO_SESSIONS = {"person": "SELECT session FROM session_person WHERE person = ?"}
"""Those whose words count for these sessions as well."""

_BINNED = {
    kind: f"SELECT 1 FROM {kind} WHERE id = ? AND deleted IS NOT NULL"
    for kind in ("activity", "goal", "impact", "learning_plan", "role_aim", "supervision_session")
}

_TEXTS = {
    "activity": _ACTIVITY_TEXT,
    "evidence": "SELECT caption || char(10) || name || char(10) || coalesce(blob.text, '') FROM evidence"
    " LEFT JOIN blob ON blob.sha256 = evidence.sha256 WHERE evidence.id = :row AND deleted IS NULL",
    "gap_reason": "SELECT reason || char(10) || note FROM gap_reason WHERE id = :row AND deleted IS NULL",
    "goal": _GOAL_TEXT,
    "impact": _IMPACT_TEXT,
    "learning_plan": _PLAN_TEXT,
    "opportunity": "SELECT title || char(10) || host || char(10) || note FROM opportunity"
    " WHERE id = :row AND deleted IS NULL",
    "reading": _READING_TEXT,
    "role_aim": _AIM_TEXT,
    "supervision_session": _SESSION_TEXT,
    "portfolio": "SELECT name || char(10) || summary || char(10) || statement FROM portfolio"
    " WHERE id = :row AND deleted IS NULL",
}


def words_of(text: str) -> list[str]:
    """The words of a text as the index knows them."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def long_enough(query: str) -> bool:
    """Whether a query has the letters from which on a search answers."""
    return sum(map(len, words_of(query))) >= SHORTEST


def refresh(gate: Gate, most: int = 5000) -> int:
    """Indexes up to `most` marked things; returns how many were done."""
    marked = gate.connection.execute("SELECT kind, row FROM search_stale LIMIT ?", (most,)).fetchall()
    if not marked:
        return 0
    with gate.unjournaled() as connection:
        for kind, row in marked:
            if kind in _LENDING:
                for borrower, lent in _lent_to(kind):
                    connection.execute(
                        f"INSERT OR IGNORE INTO search_stale SELECT '{borrower}', * FROM ({lent})", (row,)
                    )
            if kind in _TEXTS:
                _index(connection, kind, row)
            connection.execute("DELETE FROM search_stale WHERE kind = ? AND row = ?", (kind, row))
    return len(marked)


def _lent_to(kind: str) -> Iterator[tuple[str, str]]:
    """The kinds of things that the words of `kind` count for, and the query for which of them."""
    yield "activity", _LENDING[kind]
    if kind in _LENDING_TO_SESSIONS:
        yield "supervision_session", _LENDING_TO_SESSIONS[kind]


def _index(connection: Connection, kind: str, row: str) -> None:
    text = text_of(connection, kind, row)
    old = connection.execute("SELECT docid, text FROM search_doc WHERE kind = ? AND row = ?", (kind, row)).fetchone()
    if old is None:
        if text:
            docid = connection.execute(
                "INSERT INTO search_doc (kind, row, text) VALUES (?, ?, ?)", (kind, row, text)
            ).lastrowid
            connection.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (docid, text))
        return
    docid, before = old
    if before == text:
        return
    connection.execute("INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)", (docid, before))
    if text:
        connection.execute("UPDATE search_doc SET text = ? WHERE docid = ?", (text, docid))
        connection.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (docid, text))
    else:
        connection.execute("DELETE FROM search_doc WHERE docid = ?", (docid,))


def text_of(connection: Connection, kind: str, row: str) -> str:
    """All the words of one thing as the index should hold them; empty for what is in the bin."""
    if kind in _BINNED and connection.execute(_BINNED[kind], (row,)).fetchone():
        return ""
    query = _TEXTS.get(kind)
    if query is None:
        return ""
    found = connection.execute(query.replace(":row", "?"), (row,) * query.count(":row"))
    return "\n".join(text for (text,) in found if text and text.strip())


class Index:
    """The full-text index of an open CPD file.

    Remembers which thing each entry of the index stands for, so that a keystroke that finds thousands
    of things reads only their numbers.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._things: dict[str, dict[int, str]] = {}
        self._version: int | None = None

    def forget(self) -> None:
        """What the index holds has changed through this connection."""
        self._version = None

    def matching(self, query: str) -> dict[str, frozenset[str]]:
        """Ids of what holds every word of `query` (each may go on beyond its last letter), by kind.

        An empty dict for fewer than two letters or digits.
        """
        if not long_enough(query):
            return {}
        expression = " ".join(f'"{word}"*' for word in words_of(query))
        rows = self._reader.rows("SELECT rowid FROM search WHERE search MATCH ?", (expression,))
        numbers = {row[0] for row in rows}
        found = {
            kind: frozenset([things[number] for number in numbers & things.keys()])
            for kind, things in self._known().items()
        }
        return {kind: ids for kind, ids in found.items() if ids}

    def _known(self) -> dict[str, dict[int, str]]:
        version = self._reader.value("PRAGMA data_version")  # another window beside this one may have written
        if version != self._version:
            self._things = {}
            for docid, kind, row in self._reader.rows("SELECT docid, kind, row FROM search_doc"):
                self._things.setdefault(kind, {})[docid] = row
            self._version = version
        return self._things


def with_stale(connection: Connection, query: str, found: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """`found` corrected for things that are marked but not yet indexed (a file opened for reading)."""
    if not long_enough(query):
        return found
    wanted = _plain(query)
    corrected = {kind: set(rows) for kind, rows in found.items()}
    for kind, row in _stale(connection):
        rows = corrected.setdefault(kind, set())
        rows.discard(row)
        if _holds(text_of(connection, kind, row), wanted):
            rows.add(row)
    return {kind: frozenset(rows) for kind, rows in corrected.items() if rows}


def _stale(connection: Connection) -> set[tuple[str, str]]:
    marked: set[tuple[str, str]] = set()
    for kind, row in connection.execute("SELECT kind, row FROM search_stale").fetchall():
        if kind in _LENDING:
            for borrower, lent in _lent_to(kind):
                marked.update((borrower, thing) for (thing,) in connection.execute(lent, (row,)))
        if kind in _TEXTS:
            marked.add((kind, row))
    return marked


def _holds(text: str, wanted: Iterable[str]) -> bool:
    words = _plain(text)
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _plain(text: str) -> list[str]:
    """The words of a text without capitals and accents, as the index compares them."""
    apart = (unicodedata.normalize("NFD", word) for word in words_of(text))
    return ["".join(sign for sign in word if not unicodedata.combining(sign)).casefold() for word in apart]
