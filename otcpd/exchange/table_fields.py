"""The columns of activities in a table: how we name them, and what other people call them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import quoted


@dataclass(frozen=True, slots=True)
class TableField:
    """A field that a column of a table can hold.

    `code` is what `--map COLUMN=code` says, `heading` what our own tables write, `names` what other
    tables call it (small letters, single spaces).
    """

    code: str
    heading: str
    names: tuple[str, ...] = ()


OPEN_NOTES = ("notes", "note", "comments", "comment", "remarks")
"""Names of columns that do not say who is to read them."""

FIELDS = (
    TableField("date", "Date", ("start date", "start", "from", "day", "date of activity", "date completed", "when")),
    TableField("end_date", "End date", ("end", "to", "until", "finish date", "date to", "last day")),
    TableField(
        "title",
        "Title",
        (
            "activity",
            "activity title",
            "name",
            "event",
            "course",
            "subject",
            "topic",
            "what",
            "cpd activity",
            "name of activity",
        ),
    ),
    TableField("category", "Category", ("hcpc category", "cpd category", "category of activity", "heading")),
    TableField("type", "Type", ("type of activity", "activity type", "cpd type", "kind", "format", "method")),
    TableField("duration", "Duration", ("length", "time", "time spent", "how long")),
    TableField("minutes", "Minutes", ("mins", "min", "time in minutes", "duration in minutes", "length in minutes")),
    TableField(
        "hours", "Hours", ("hrs", "cpd hours", "time in hours", "duration in hours", "no of hours", "number of hours")
    ),
    TableField("protected_minutes", "Protected minutes", ("protected time",)),
    TableField("mandatory", "Mandatory", ("mandatory training", "statutory", "required")),
    TableField("expires", "Expires", ("expiry", "expiry date", "valid until", "renewal date", "due again")),
    TableField(
        "description",
        "What it was",
        ("description", "details", "summary", "what i did", "what did you do"),
    ),
    TableField(
        "learning",
        "What I learnt",
        (
            "learning",
            "what i learned",
            "learning outcomes",
            "learning outcome",
            "reflection",
            "reflections",
            "key learning",
        ),
    ),
    TableField(
        "practice_impact",
        "Effect on my practice",
        (
            "impact",
            "impact on practice",
            "effect on practice",
            "practice impact",
            "how it changed my practice",
            "application",
        ),
    ),
    TableField(
        "service_user_benefit",
        "Benefit to service users",
        ("benefit", "benefits", "service user benefit", "benefit to service user", "benefit to patients"),
    ),
    # HCPC may come to read what an activity was, so remarks that nobody was meant to read do not go there.
    TableField("notes_to_myself", "Notes to myself", ("private notes", "own notes", *OPEN_NOTES)),
    TableField("with", "With", ("with whom", "people", "colleagues", "attendees", "who with")),
    TableField("tags", "Tags", ("tag", "keywords", "labels")),
    TableField("post", "Post", ("job title", "post title")),
    TableField("standards", "Standards", ("hcpc standards",)),
)
"""Every field that an import takes from a table."""

IGNORED = "ignore"
"""`--map COLUMN=ignore` leaves a column out."""

NEEDED = ("date", "title")

_CODES = {field.code: field for field in FIELDS}
_OUR_NAMES = {name: field.code for field in FIELDS for name in (field.code.replace("_", " "), field.heading.casefold())}
"""These go before what others call the same field: a ‘Day’ beside a ‘Date’ is the day of the week."""
_NAMES = {name: field.code for field in FIELDS for name in field.names} | _OUR_NAMES


def heading(code: str) -> str:
    """What our own tables write above the column of a field."""
    return _CODES[code].heading


def columns_of_fields(headings: Sequence[str], wanted: Mapping[str, str]) -> dict[str, int]:
    """Which column (from 0) holds which field: as `wanted` says (column to field), else by its name.

    Raises NotAcceptable for columns or fields that do not exist, two columns for one field, or when no
    column holds the date or the title.
    """
    found: dict[str, int] = {}
    settled: set[int] = set()
    for column, asked in wanted.items():
        place = _place(headings, column)
        settled.add(place)
        code = _known(asked)
        if code == IGNORED:
            continue
        if code in found:
            raise NotAcceptable(
                f"Two columns are to be ‘{code}’.", "Nothing was changed.", "Name one column for each field."
            )
        found[code] = place
    _guess(headings, found, settled)
    for code in NEEDED:
        if code not in found:
            raise NotAcceptable(
                f"No column of the table is known to hold the {code}. Its columns are: {_named(headings)}.",
                "Nothing was changed.",
                f"Say which one it is with --map COLUMN={code}.",
            )
    return found


def guessed_fields(headings: Sequence[str]) -> dict[str, int]:
    """Which column (from 0) seems by its name to hold which field."""
    found: dict[str, int] = {}
    _guess(headings, found, set())
    return found


def _guess(headings: Sequence[str], found: dict[str, int], settled: set[int]) -> None:
    for names in (_OUR_NAMES, _NAMES):
        for place, text in enumerate(headings):
            guess = names.get(plain_name(text))
            if guess is not None and guess not in found and place not in settled:
                found[guess] = place
                settled.add(place)


def doubled_columns(
    headings: Sequence[str], found: Mapping[str, int], wanted: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Columns left out because another one holds their field: each with the heading of that other one."""
    settled = {_place(headings, column) for column in wanted} | set(found.values())
    guesses = [(text, _NAMES.get(plain_name(text))) for place, text in enumerate(headings) if place not in settled]
    return [(text, headings[found[code]]) for text, code in guesses if code is not None and code in found]


def plain_name(text: str) -> str:
    """A heading as it is compared: small letters, no brackets, signs or doubled spaces."""
    bare = re.sub(r"\([^)]*\)|\[[^]]*\]", " ", text.casefold())
    return " ".join(re.sub(r"[^\w]+", " ", bare.replace("_", " ").replace("’", "").replace("'", "")).split())


def _place(headings: Sequence[str], column: str) -> int:
    wanted = plain_name(column)
    for same in (lambda text: text.strip() == column.strip(), lambda text: bool(wanted) and plain_name(text) == wanted):
        for place, text in enumerate(headings):
            if same(text):
                return place
    raise NotAcceptable(
        f"The table has no column {quoted(column)}. Its columns are: {_named(headings)}.",
        "Nothing was changed.",
        "Write the column as it stands in the table.",
    )


def _known(code: str) -> str:
    name = _NAMES.get(plain_name(code), code.strip())
    if name not in _CODES and name != IGNORED:
        raise NotAcceptable(
            f"An activity has no field {quoted(code)}.",
            "Nothing was changed.",
            f"Choose one of: {', '.join([*_CODES, IGNORED])}.",
        )
    return name


def _named(headings: Sequence[str]) -> str:
    return ", ".join(quoted(text) if text.strip() else "(no name)" for text in headings)
