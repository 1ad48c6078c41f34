"""What an import of our JSON will change: worked out from plain values before anything is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from otcpd.actions.carried_ids import renamed
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import from_iso, long_day
from otcpd.domain.order import keys_after
from otcpd.domain.words import counted
from otcpd.exchange.json_layout import COLUMNS, PARTS, THINGS
from otcpd.exchange.json_pathway import PATHWAY
from otcpd.exchange.json_reading import ReadDocument
from otcpd.exchange.json_shape import (
    Row,
    Value,
)
from otcpd.exchange.json_values import shown
from otcpd.record.ids import instant_text, read_instant

_ENTRIES = (
    *("activity", "evidence", "gap_reason", "goal"),
    *("agreement", "supervision_session", "entitlement", "protected_slot", "workload"),
    *(thing.table for thing in PATHWAY),
)
_OTHER = "You have it already with other content, and yours stays as it is."
_PORTFOLIO_TEXTS = ("summary", "statement")

_NOT_COMPARED = frozenset({"owner", "modified", "created"})
_WORDS = {thing.table: thing.word for thing in THINGS}
_MANY = {
    "person": "people",
    "piece of evidence": "pieces of evidence",
    "activity": "activities",
    "reason for a gap": "reasons for gaps",
    "piece of protected time": "pieces of protected time",
    "note of workload": "notes of workload",
    "link between frameworks": "links between frameworks",
    "role aimed for": "roles aimed for",
    "opportunity": "opportunities",
}
_ADDED_TO = {
    **dict.fromkeys(
        ("activity_companion", "activity_tag", "evidence_use", "reflection", "reflection_answer"),
        ("activity", "activity"),
    ),
    **{ends.table: (thing.table, ends.column) for thing in THINGS for ends in thing.ends},
    **{part.table: (thing.table, part.column) for thing in THINGS for part in thing.parts},
}
"""What joins a thing that is there: by table, the kind of the thing and the column that names it."""

_IN_ORDER = {"evidence_use": ("activity", "activity")} | {
    table: _ADDED_TO[table] for table, part in PARTS.items() if not part.by
}
"""Those of them that have a place in the person's order."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the CPD file holds: its owner, every row by table and id, and which rows only an undo put away."""

    owner: str
    rows: Mapping[str, Mapping[str, Row]]
    undone: frozenset[tuple[str, str]]

    def get(self, table: str, row: object) -> Row | None:
        """A row that is there, in the bin or not; one that was undone is not."""
        found = self.rows[table].get(str(row))
        return None if found is None or (found["deleted"] and (table, str(row)) in self.undone) else found

    def all(self, table: str) -> list[Row]:
        """The rows of one table that are there."""
        return [row for key, row in self.rows[table].items() if self.get(table, key) is not None]

    def ids(self, tables: Iterable[str]) -> frozenset[str]:
        """The ids of the rows of some tables that are there."""
        return frozenset(str(row["id"]) for table in tables for row in self.all(table))

    @property
    def has_entries(self) -> bool:
        """Whether the owner has written anything into her log or her portfolio."""
        entries = any(row["owner"] == self.owner for table in _ENTRIES for row in self.all(table))
        return entries or any(_is_written(row) for row in self.all("portfolio") if row["owner"] == self.owner)


@dataclass(slots=True)
class Plan:
    """Rows to make or to bring back, in an order in which they can be made, and what the report says."""

    owner: str
    rows: dict[str, list[dict[str, Value]]] = field(default_factory=lambda: {table: [] for table in COLUMNS})
    put_away: list[tuple[str, str]] = field(default_factory=list)
    handed_over: list[tuple[str, str]] = field(default_factory=list)
    additions: Counter[str] = field(default_factory=Counter)
    left: list[tuple[str, str]] = field(default_factory=list)
    same: Counter[str] = field(default_factory=Counter)

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        return any(self.rows.values())

    @property
    def taken(self) -> tuple[str, ...]:
        """What comes in, by kind: "12 activities"."""
        lines = [_counted(table, len(rows)) for table, rows in self.rows.items() if rows and table in _WORDS]
        if self.rows["setting"]:
            lines.append(counted(len(self.rows["setting"]), "setting"))
        for table, number in self.additions.items():
            lines.append(f"{counted(number, 'addition')} to {_many(_WORDS[table])} that you had already")
        return tuple(lines)

    @property
    def skipped(self) -> tuple[tuple[str, str], ...]:
        """What stays out, and why."""
        known = [
            (_counted(table, number), "You have them already." if number > 1 else "You have it already.")
            for table, number in self.same.items()
        ]
        return (*self.left, *known)


def plan_takeover(held: Held, document: ReadDocument) -> Plan:
    """For a CPD file without entries: it becomes that person's, with all her ids.

    What the file held of its owner (her own row, an empty portfolio) goes to the bin as hers.
    """
    plan = Plan(document.owner)
    for table, rows in document.rows.items():
        plan.rows[table] = [dict(row) for row in rows]
    taken = {(table, str(row["id"])) for table, rows in plan.rows.items() for row in rows}
    portfolio_comes = any(row["deleted"] is None for row in document.rows["portfolio"])
    for table in COLUMNS:
        for row in held.all(table):
            key = (table, str(row["id"]))
            if key in taken or row["deleted"] or row["owner"] != held.owner:
                continue
            if table == "portfolio" and not portfolio_comes:
                plan.handed_over.append(key)
            else:
                plan.put_away.append(key)
    return plan


def plan_union(held: Held, document: ReadDocument, *, partial: bool = False) -> Plan:
    """For data of the same person: new rows come in, rows that are there stay as they are.

    With `partial`, that the file holds more of a thing than the document is no news.
    """
    plan = Plan(held.owner)
    new: dict[str, set[str]] = defaultdict(set)
    ours = {document.owner: held.owner} if document.owner != held.owner else {}
    for table, rows in document.rows.items():
        for found in rows:
            if table == "person" and found["id"] in ours:
                continue  # she is here under another id
            row = renamed(table, found, ours)
            there = held.get(table, row["id"])
            if there is not None:
                _note_known(plan, table, row, there, partial=partial)
            elif _may_come(held, document, table, row, new):
                plan.rows[table].append(row)
                new[table].add(str(row["id"]))
            elif table == "portfolio":
                plan.left.append((_called(table, row), "There is nothing in it."))
    _settle_order(held, plan, new)
    _settle_portfolios(held, plan)
    for table, (kind, column) in _ADDED_TO.items():
        added = sum(1 for row in plan.rows[table] if row[column] not in new[kind])
        if added:
            plan.additions[kind] += added
    return plan


def _may_come(held: Held, document: ReadDocument, table: str, row: Row, new: Mapping[str, set[str]]) -> bool:
    whole = _comes_with(table, row)
    if whole is not None:
        kind, key = whole
        return key in new[kind] or (table == "portfolio_evidence" and _number_may_come(held, row, new))
    if table == "activity_companion" and row["person"] == held.owner != document.owner:
        return False
    if table == "portfolio":
        hanging = [*document.rows["portfolio_activity"], *document.rows["portfolio_evidence"]]
        return (
            _is_written(row)
            or bool(row["start"] or row["end"])
            or any(link["portfolio"] == row["id"] for link in hanging)
        )
    return True


def _comes_with(table: str, row: Row) -> tuple[str, str] | None:
    """The thing without which a row does not come in, as (table, id).

    Who may read a text that is there already, and what a portfolio that is there already holds, stay as
    the person left them; but see `_number_may_come`.
    """
    if table in ("layer", "erasure"):
        return str(row["tbl"]), str(row["row"])
    if table in ("portfolio_activity", "portfolio_evidence"):
        return "portfolio", str(row["portfolio"])
    return None


def _number_may_come(held: Held, row: Row, new: Mapping[str, set[str]]) -> bool:
    """Whether a new piece brings its number into a portfolio that is there: if nothing else has it."""
    portfolio = held.get("portfolio", row["portfolio"])
    if portfolio is None or row["evidence"] not in new["evidence"]:
        return False
    fixed = (one for one in held.all("portfolio_evidence") if one["portfolio"] == row["portfolio"])
    return all(one["deleted"] or one["number"] != row["number"] for one in fixed)


def _note_known(plan: Plan, table: str, row: Row, there: Row, *, partial: bool) -> None:
    if table in PARTS:
        if not there["deleted"] and any(there[name] != row[name] for name in row.keys() - {"owner", "position"}):
            plan.left.append((_called(table, row), _OTHER))
        return
    if table not in _WORDS and table != "setting":
        return
    in_bin = bool(there["deleted"]) and not row["deleted"]
    compared = () if partial and not in_bin else row.keys() - _NOT_COMPARED
    alike = all(there[name] == row[name] for name in compared)
    if alike:
        if table in _WORDS:
            plan.same[table] += 1
    elif in_bin:
        plan.left.append((_called(table, row), "You have it in your bin, and it stays there."))
    else:
        plan.left.append((_called(table, row), _OTHER))


def _settle_order(held: Held, plan: Plan, new: Mapping[str, set[str]]) -> None:
    """Evidence added to an activity that was there comes after what it has; topics of a session and the like too."""
    for table, (kind, column) in _IN_ORDER.items():
        last: dict[str, str] = {}
        for row in held.all(table):
            last[str(row[column])] = max(last.get(str(row[column]), ""), str(row["position"]))
        for added in plan.rows[table]:
            thing = str(added[column])
            if thing not in new[kind]:
                last[thing] = keys_after(last.get(thing), 1)[0]
                added["position"] = last[thing]


def _settle_portfolios(held: Held, plan: Plan) -> None:
    """The portfolio that she works on, the oldest, stays that; unless it is empty."""
    ours = [row for row in held.all("portfolio") if row["deleted"] is None]
    oldest = min(ours, key=_age, default=None)
    if oldest is None or not _is_written(oldest):
        return
    for row in plan.rows["portfolio"]:
        if row["deleted"] is None and _age(row) < _age(oldest):
            row["created"] = instant_text(read_instant(str(oldest["created"])) + timedelta(milliseconds=1))


def _age(row: Row) -> tuple[str, str]:
    return str(row["created"]), str(row["id"])


def _is_written(portfolio: Row) -> bool:
    return any(str(portfolio[name]).strip() for name in _PORTFOLIO_TEXTS)


def _counted(table: str, number: int) -> str:
    word = _WORDS[table]
    return counted(number, word, _MANY.get(word, ""))


def _many(word: str) -> str:
    return _MANY.get(word, f"{word}s")


def _called(table: str, row: Row) -> str:
    """A thing in words: its kind and its title, name or days."""
    names: Iterable[Value] = (row.get(name) for name in ("title", "name", "label", "key", "text", "code"))
    title = next((f" ‘{shown(str(name))}’" for name in names if name), "")
    if not title and table in ("agreement", "supervision_session"):
        title = f" ‘{load_catalogue().supervision.kind_label(str(row['kind']))}’"
    day = row.get("date") or row.get("start")
    word = PARTS[table].word if table in PARTS else _WORDS.get(table, table)
    return f"{word}{title}{f' of {long_day(from_iso(str(day)))}' if day else ''}"
