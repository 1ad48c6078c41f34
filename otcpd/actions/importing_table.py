"""Taking activities in from a table: one line, one activity."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from otcpd.actions.activities import MOST_MINUTES, FieldValue, add_activity, link_tags
from otcpd.actions.import_report import ImportReport
from otcpd.actions.people import make_person
from otcpd.actions.reading import day_lengths, known_types
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Category
from otcpd.domain.changes import Changes
from otcpd.domain.dates import check_order, long_day
from otcpd.domain.durations import DayLengths
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.known_type import KnownType
from otcpd.domain.words import quoted
from otcpd.exchange import table_values
from otcpd.exchange.csv_in import Table, TableLine
from otcpd.exchange.table_fields import OPEN_NOTES, columns_of_fields, doubled_columns, heading, plain_name
from otcpd.exchange.table_headings import with_headings
from otcpd.record.gate import StepKind
from otcpd.record.record import Record

LABEL = "Import"

_ROW_INSIDE = re.compile(r"""[\r\n]["']?[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{2,4}["']?[ ]?[,;\t|]""")
"""A line of a cell that begins as lines of tables do: two stray quotation marks may have joined two lines."""

_TEXTS = ("title", "description", "learning", "practice_impact", "service_user_benefit", "notes_to_myself")


@dataclass(frozen=True, slots=True)
class _Words:
    """What the cells of this table may say, and the person's day."""

    columns: Mapping[str, int]
    categories: Mapping[str, Category]
    types: Mapping[str, KnownType]
    posts: Mapping[str, str]
    lengths: DayLengths
    today: date


@dataclass(slots=True)
class _Found:
    """An activity read from a line; `doubts` are cells that were left out, and why."""

    fields: dict[str, FieldValue] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    standards: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def import_table(
    record: Record,
    table: Table,
    mapping: Mapping[str, str],
    *,
    before_writing: Callable[[], None],
    dry_run: bool = False,
) -> ImportReport:
    """Takes every line in that reads as an activity, in one step, and reports on the others by their line.

    A line of a day and a title that the log has already is left out. `before_writing` is called when all
    lines are read and some will be taken. Raises NotAcceptable when the
    columns cannot be told apart.
    """
    table, above = with_headings(table, mapping)
    columns = columns_of_fields(table.headings, mapping)
    words = _words(record, columns)
    have = {(one.date, _same_title(one.title)) for one in record.activities.all()}
    found: list[_Found] = []
    taken: list[str] = []
    skipped = [*table.left, *((f"line {line.number}", "It stands above the headings.") for line in above)]
    skipped += [
        (f"column {quoted(text)}", f"The column {quoted(other)} holds the same field already.")
        for text, other in doubled_columns(table.headings, columns, mapping)
    ]
    for line in table.lines:
        where = f"line {line.number}"
        try:
            one = _read(line, words)
            _refuse_twin(one, have)
        except NotAcceptable as error:
            skipped.append((where, f"{error.happened} {error.next_step}".strip()))
            continue
        found.append(one)
        taken.append(f"{where}: {one.fields['title']}")
        skipped += [(f"{where}, one cell", doubt) for doubt in one.doubts]
    changes = Changes()
    if found and not dry_run:
        before_writing()
        changes = _add(record, found)
    return ImportReport(changes, tuple(taken), tuple(skipped), dry_run, _where_notes_go(table, columns, mapping))


def _where_notes_go(table: Table, columns: Mapping[str, int], mapping: Mapping[str, str]) -> tuple[str, ...]:
    """Says so where a column of notes became private without being asked for."""
    place = columns.get("notes_to_myself")
    text = "" if place is None else table.headings[place]
    if plain_name(text) not in OPEN_NOTES or plain_name(text) in {plain_name(column) for column in mapping}:
        return ()
    return (
        f"The column {quoted(text)} goes to ‘{heading('notes_to_myself')}’, which only you read. If HCPC may read it, "
        f"import it with --map {quoted(f'{text}=description')} instead.",
    )


def _words(record: Record, columns: Mapping[str, int]) -> _Words:
    catalogue = load_catalogue()
    categories: dict[str, Category] = {}
    for entry in catalogue.categories.values():
        for name in (entry.code.value, entry.letters, entry.short, entry.long):
            categories[plain_name(name)] = entry.code
    types: dict[str, KnownType] = {}
    for known in reversed(known_types(record)):
        for name in (*known.words, known.label, known.code):
            types[plain_name(name)] = known
    posts = {_same_title(post.title): post.id for post in reversed(record.people.posts())}
    return _Words(columns, categories, types, posts, day_lengths(record), record.clock.today())


def _same_title(title: str) -> str:
    return " ".join(title.casefold().split())


def _refuse_twin(one: _Found, have: set[tuple[date, str]]) -> None:
    day = one.fields["date"]
    assert isinstance(day, date)
    key = (day, _same_title(str(one.fields["title"])))
    if key in have:
        raise NotAcceptable(f"There is an activity of this title on {long_day(day)} already.")
    have.add(key)


def _read(line: TableLine, words: _Words) -> _Found:
    """One line as an activity. Raises NotAcceptable for a line that cannot be taken in."""
    found = _Found()
    cells = {code: line.cell(column) for code, column in words.columns.items()}
    for code in _TEXTS:
        if cells.get(code):
            found.fields[code] = cells[code]
    if "title" not in found.fields:
        raise NotAcceptable("There is no title.")
    found.fields["title"] = " ".join(cells["title"].split())
    found.fields["date"] = start = table_values.day_in(cells["date"], words.today)
    end = table_values.day_in(cells["end_date"], words.today) if cells.get("end_date") else start
    check_order(start, end)
    found.fields["end_date"] = None if end == start else end
    _read_times(cells, words, found)
    _read_kind(cells, words, found)
    _read_rest(cells, words, found)
    _read_ties(cells, words, found)
    if any(_ROW_INSIDE.search(cell) for cell in line.cells):
        found.doubts.append("It holds what looks like the next line of the table. Look for stray quotation marks.")
    found.tags = table_values.items(cells.get("tags", ""))
    found.people = table_values.items(cells.get("with", ""))
    return found


def _read_times(cells: Mapping[str, str], words: _Words, found: _Found) -> None:
    for code, read in _TIMES.items():
        if cells.get(code) and found.fields.get("minutes") is None:
            found.fields["minutes"] = read(cells[code], words) or None
    if cells.get("protected_minutes"):
        found.fields["protected_minutes"] = table_values.minutes_in_minutes(cells["protected_minutes"])
    for code in ("minutes", "protected_minutes"):
        minutes = found.fields.get(code)
        if isinstance(minutes, int) and minutes > MOST_MINUTES:
            raise NotAcceptable("It is longer than 10,000 hours.")


def _in_words(cell: str, words: _Words) -> int:
    return table_values.minutes_in_words(cell, words.lengths)


def _in_minutes(cell: str, _words: _Words) -> int:
    return table_values.minutes_in_minutes(cell)


def _in_hours(cell: str, _words: _Words) -> int:
    return table_values.minutes_in_hours(cell)


_TIMES: Mapping[str, Callable[[str, _Words], int]] = {
    "minutes": _in_minutes,
    "hours": _in_hours,
    "duration": _in_words,
}


def _read_kind(cells: Mapping[str, str], words: _Words, found: _Found) -> None:
    """Type and category. A known type brings its category, as in quick add; one that is not known stays as words."""
    kind, heading = cells.get("type", ""), cells.get("category", "")
    known = words.types.get(plain_name(kind)) if kind else None
    found.fields["type"] = known.code if known else kind
    category = words.categories.get(plain_name(heading)) if heading else None
    if heading and category is None:
        found.doubts.append(f"‘{heading}’ is none of HCPC’s five categories. Choose one in the activity.")
    found.fields["category"] = category if heading else (known.category if known else None)


def _read_rest(cells: Mapping[str, str], words: _Words, found: _Found) -> None:
    """What an activity can do without: what cannot be read is left out and reported."""
    try:
        found.fields["mandatory"] = table_values.yes_or_no(cells.get("mandatory", ""))
    except NotAcceptable as error:
        found.doubts.append(error.happened)
    if cells.get("expires"):
        try:
            found.fields["expires"] = table_values.any_day_in(cells["expires"], words.today)
        except NotAcceptable as error:
            found.doubts.append(error.happened)


def _read_ties(cells: Mapping[str, str], words: _Words, found: _Found) -> None:
    """The post, by its title, and the standards, as our own tables write them."""
    title = cells.get("post", "")
    if title and _same_title(title) in words.posts:
        found.fields["post"] = words.posts[_same_title(title)]
    elif title:
        found.doubts.append(f"You have no post {quoted(title)}. Add the post, and choose it in the activity.")
    catalogue = load_catalogue()
    for reference in dict.fromkeys(table_values.items(cells.get("standards", ""))):
        if catalogue.standard(reference) is None:
            found.doubts.append(f"{quoted(reference)} is no standard that otcpd knows.")
        else:
            found.standards.append(reference)


def _add(record: Record, found: list[_Found]) -> Changes:
    people = {person.name.casefold(): person.id for person in record.people.all()}
    with record.step(LABEL, StepKind.IMPORT) as step:
        for one in found:
            activity = add_activity(record, step, one.fields)
            link_tags(step, activity, one.tags)
            for reference in one.standards:
                step.link("activity_standard", {"activity": activity, "standard": reference})
            for name in one.people:
                if name.casefold() not in people:
                    people[name.casefold()] = make_person(step, name)
                step.link("activity_companion", {"activity": activity, "person": people[name.casefold()]})
    return step.changes
