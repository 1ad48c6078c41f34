"""Choosing what to erase for good: everything that holds words, and what goes and stays with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from otcpd.actions.erasing_parts import ErasablePart, hanging_parts
from otcpd.actions.in_worker import WorkerSurroundings, reading
from otcpd.actions.pathway.texts import LINES, text_labels
from otcpd.actions.thing_names import NAMED, name_in_words
from otcpd.background import ReportProgress
from otcpd.domain.dates import from_iso, long_day
from otcpd.domain.field_labels import PORTFOLIO_LABELS, SESSION_LABELS, TEXT_LABELS
from otcpd.domain.sizes import size_in_words
from otcpd.record.binned import called
from otcpd.record.named_settings import LEFT, names_among
from otcpd.record.record import Record
from otcpd.record.schema import JOURNALED

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A table whose rows people know as things. `texts` are (field, label); the first that is filled names it."""

    table: str
    word: str
    texts: tuple[tuple[str, str], ...]
    columns: tuple[str, ...] = ()
    """Columns besides that tell one thing from another."""


def _texts(table: str) -> tuple[tuple[str, str], ...]:
    return tuple(text_labels(table).items())


_KINDS = (
    _Kind("activity", "Activity", tuple(TEXT_LABELS.items()), ("date",)),
    _Kind("evidence", "File", (("name", "File name"), ("caption", "Caption")), ("size",)),
    _Kind(
        "person",
        "Person",
        (
            ("name", "Name"),
            ("profession", "Profession"),
            ("registration", "Registration number"),
            ("audit_number", "Audit number"),
            ("contact", "E-mail or telephone"),
        ),
    ),
    _Kind("agreement", "Agreement", (("name", "Name of the group"), ("end_reason", "Why it ended"))),
    _Kind(
        "supervision_session",
        "Session",
        (("place", "Place"), ("reason", "Why it was missed or moved"), *SESSION_LABELS.items()),
        ("date",),
    ),
    _Kind("entitlement", "Time agreed", (("note", "Note"),), ("start",)),
    _Kind("protected_slot", "Protected time", (("reason", "Why it was lost"), ("note", "Note")), ("date",)),
    _Kind("employer", "Employer", (("name", "Name"),)),
    _Kind("post", "Post", _texts("post")),
    _Kind("framework", "Framework", _texts("framework")),
    _Kind("role_aim", "Role aimed for", _texts("role_aim")),
    _Kind("opportunity", "Opportunity", _texts("opportunity"), ("start",)),
    _Kind("assessment", "Self-assessment", _texts("assessment"), ("date",)),
    _Kind("goal", "Goal", _texts("goal")),
    _Kind("learning_plan", "Learning plan", _texts("learning_plan"), ("start",)),
    _Kind("impact", "Impact", _texts("impact"), ("date",)),
    _Kind("reading", "Reading", _texts("reading")),
    _Kind("tag", "Tag", (("name", "Name"),)),
    _Kind("own_type", "Own type", (("name", "Name"),)),
    _Kind("gap_reason", "Reason for a gap", (("note", "Note"), ("reason", "Reason")), ("start",)),
    _Kind("portfolio", "Portfolio", (("name", "Name"), *PORTFOLIO_LABELS.items())),
)
_LISTED_ANYHOW = ("activity", "agreement", "supervision_session", *LINES)
"""Tables whose rows may have had words, or have some in what hangs on them, when there are none now."""
_BY_TABLE = {kind.table: kind for kind in _KINDS}


_GOES_WITH_IT: Mapping[str, str] = {
    "framework": "The titles of its levels, and its items with their codes, titles and notes.",
    "role_aim": "What the role asks, in words.",
    "assessment": "Your reason for each mark.",
    "goal": "Its steps.",
    "learning_plan": "Its planned learning with who decided and why, why goals were carried over, and its reviews.",
    "impact": "Its measures by name.",
}
"""Texts that hang on a thing and go with it, by its table."""
_STAYS_OF_IT: Mapping[str, str] = {
    "framework": "The codes by which activities, goals and marks are linked to its items.",
    "role_aim": "Its dates, in the bin. Goals and opportunities that lead to it, as they are.",
    "opportunity": "Its dates, in the bin. The activities that came of it.",
    "assessment": "Its date and the levels that you marked, in the bin. The activities that show them.",
    "goal": "Its dates and levels, in the bin. The activities that worked towards it, and the plans it was in.",
    "learning_plan": "Its dates, times and costs, in the bin. Its goals, as they are.",
    "impact": "Its date and figures, in the bin. The activities it began with.",
    "reading": "Its dates, in the bin. The activities it is linked to.",
}
"""What stays of a thing that goes, by its table."""


class Erasable(NamedTuple):
    """Something that holds words: `word` says what it is, `meta` more about it. `binned`: it is in the bin.

    A tuple, because tens of thousands come from the worker at once: as plain ones they take a tenth of the time.
    """

    id: str
    table: str
    word: str
    title: str
    meta: str = ""
    binned: bool = False


ALL = "all"
"""The key of the part that is everything."""


def erasables(record: Record) -> list[Erasable]:
    """Everything that can be erased and has not been, in the bin or not; the newest activities first."""
    return [one for kind in _KINDS for one in _of_kind(record, kind)]


def erasables_job(path: Path, around: WorkerSurroundings, progress: ReportProgress) -> list[tuple[object, ...]]:
    """The job for the worker process that gives the `erasables` of the file at `path`, as plain tuples."""
    progress(0, 0)
    with reading(path, around) as record:
        return [tuple(one) for one in erasables(record)]


def matching(things: Sequence[Erasable], query: str) -> list[Erasable]:
    """Those whose words hold every word of the query."""
    words = query.casefold().split()
    return [one for one in things if all(word in f"{one.title} {one.meta} {one.word}".casefold() for word in words)]


def parts(record: Record, thing: Erasable) -> tuple[ErasablePart, ...]:
    """All of it first, then each text of it."""
    kind = _BY_TABLE[thing.table]
    row = next(one for one in _rows(record, kind) if one["id"] == thing.id)
    whole = ErasablePart(ALL, _whole(thing), thing.id, None)
    single = [
        ErasablePart(field, label, thing.id, field, bool(str(row[field] or "").strip())) for field, label in kind.texts
    ]
    return (whole, *single, *hanging_parts(record, thing.table, thing.id))


def what_goes(thing: Erasable, part: ErasablePart) -> tuple[str, ...]:
    """What goes for good, in sentences."""
    fields = JOURNALED[thing.table].text if part.field is None else (part.field,)
    beside = _goes_beside(thing, part) if part.row == thing.id and names_among(fields) else ()
    if part.field is not None:
        return (f"What stands under ‘{part.label}’ now, and every earlier version of it.", *beside)
    goes = ["Every word you wrote in it, and every earlier version."]
    if thing.table == "activity":
        goes.append("Your answers to the questions of reflective models.")
    if thing.table == "agreement":
        goes.append("What its terms say, in every version.")
    if thing.table == "supervision_session":
        goes.append("Its topics, decisions and actions.")
    if thing.table in _GOES_WITH_IT:
        goes.append(_GOES_WITH_IT[thing.table])
    if thing.table == "evidence":
        goes.append("The file itself, unless another piece of evidence is the same file, and its words in the search.")
    if thing.table == "person":
        goes.append("The name wherever it stands as ‘With’. Names that you typed into a text stay: erase that text.")
    return (*goes, *beside)


def _goes_beside(thing: Erasable, part: ErasablePart) -> Iterator[str]:
    """Where names and titles that go are looked for outside the thing itself, as `safety.erase` does."""
    if thing.table in LEFT:
        yield "The name in your templates and saved filters."
    what = "title or name" if part.field is None else part.label.lower()
    yield f"A draft of a quick note that says this {what}."
    yield "A file named so, from the list of those still to be added. The file itself stays where it is."
    if thing.table == "own_type":
        yield "The name of the type in every activity that had it."


def what_stays(thing: Erasable, part: ErasablePart) -> tuple[str, ...]:
    """What stays all the same, in sentences."""
    stays = ["A mark that something was erased here, with the time and your reason."]
    if part.field is None and thing.table == "activity":
        stays.append("Its date, duration and category, in the bin. Its evidence: each file is erased by itself.")
    if part.field is None and thing.table == "evidence":
        stays.append("The activities that it proved.")
    if part.field is None and thing.table == "agreement":
        stays.append("Who it is between, and when and how often you meet, in the bin. Its sessions, as they are.")
    if part.field is None and thing.table == "supervision_session":
        stays.append("Its date, kind and people, in the bin. An activity of your log that was made of it.")
    if part.field is None and thing.table in ("entitlement", "protected_slot"):
        stays.append("Its date and minutes, in the bin.")
    if part.field is None and thing.table in _STAYS_OF_IT:
        stays.append(_STAYS_OF_IT[thing.table])
    if part.field is None and thing.table == "person":
        stays.append("The activities, agreements and sessions with that person, without the name.")
    if part.field is not None:
        stays.append("Everything else in it.")
    stays.append("Copies that left otcpd: exported files, profiles and copies that you made yourself.")
    return tuple(stays)


def _of_kind(record: Record, kind: _Kind) -> Iterator[Erasable]:
    rows = _rows(record, kind)
    gone = {str(row) for _id, row, field in record.table("erasure", ("id", "row", "field")) if not field}
    if kind.table in _LISTED_ANYHOW:
        rows = sorted((row for row in rows if row["id"] not in gone), key=_newest_first, reverse=True)
    else:
        rows = [row for row in rows if any(str(row[field] or "").strip() for field, _ in kind.texts)]
    names = called(record.reader, kind.table) if kind.table in NAMED else {}
    for row in rows:
        title = next((text for field, _ in kind.texts if (text := str(row[field] or "").strip())), "")
        if row["id"] in names:
            title = name_in_words(kind.table, names[str(row["id"])])
        meta = "" if names else _meta(row)
        yield Erasable(str(row["id"]), kind.table, kind.word, title, meta, row["deleted"] is not None)


def _rows(record: Record, kind: _Kind) -> list[Row]:
    columns = ("id", *(field for field, _ in kind.texts), *kind.columns, "deleted")
    return [dict(zip(columns, values, strict=True)) for values in record.table(kind.table, columns)]


def _newest_first(row: Row) -> tuple[str, str]:
    return str(row.get("date", "")), str(row["id"])


def _meta(row: Row) -> str:
    day, size = row.get("date") or row.get("start"), row.get("size")
    if day:
        return long_day(from_iso(str(day)))
    return size_in_words(size) if isinstance(size, int) and size else ""


def _whole(thing: Erasable) -> str:
    return {"evidence": "The whole file", "person": "Everything about this person"}.get(thing.table, "Everything in it")
