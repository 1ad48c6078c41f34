"""What there is to read of the pathway that lies in the bin: frameworks, roles, goals, plans, impact and reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.actions.pathway.texts import LABELS, LINES, lines_of, text_labels, texts_of
from otcpd.domain.dates import from_iso, long_day, span
from otcpd.domain.words import counted, tally
from otcpd.record.engine import Row
from otcpd.record.record import Record

Text = tuple[str, str]
"""A label and the words under it."""

MOST_LINES = 20
"""So many lines of one kind are shown; the others are counted."""
_NAMING = {"title", "name"}
_ITEM = "framework_item"


def texts_of_pathway(record: Record, kind: str, row: str) -> tuple[Text, ...]:
    """The texts of a deleted row of these tables that say something, each with its label."""
    if kind not in LABELS:
        return ()
    own = ((label, field) for field, label in text_labels(kind).items() if field not in _NAMING)
    said = texts_of(record, kind, row)
    if said.get(_ITEM):
        said[_ITEM] = all_frameworks(record).label(said[_ITEM])
    texts = [(label, said[field]) for label, field in own if said.get(field, "").strip()]
    return (*texts, *_lines(record, kind, row))


def _lines(record: Record, kind: str, row: str) -> Iterator[Text]:
    found: dict[str, list[str]] = {lines.many: [] for lines in LINES.get(kind, ())}
    for line in lines_of(record, kind, row):
        if text := line.texts[0].strip():
            found[line.of.many].append(text)
    for label, texts in found.items():
        if texts:
            more = len(texts) - MOST_LINES
            rest = [f"and {counted(more, 'more', 'more')}"] if more > 0 else []
            yield label, "\n".join([*texts[:MOST_LINES], *rest])


def pathway_facts(record: Record, kind: str, row: str) -> str:
    """What there is to know of it besides its texts, in a line; empty for what is not of the pathway."""
    if kind not in _FACTS:
        return ""
    query, told = _FACTS[kind]
    found = record.reader.row(query, (row,))
    if found is None:
        return ""
    with record.reader.legible():
        return ", ".join(part for part in told(found) if part)


def _day(text: str | None, before: str = "") -> str:
    return f"{before}{long_day(from_iso(text))}" if text else ""


def _post(row: Row) -> Iterator[str]:
    yield _between(row[0], row[1])


def _between(start: str | None, end: str | None) -> str:
    if start and end and start <= end:
        return span(from_iso(start), from_iso(end), year=True)
    return _day(start, "from ") or _day(end, "until ")


def _framework(row: Row) -> Iterator[str]:
    publisher, items, levels = row
    yield publisher
    yield counted(items, "item")
    yield counted(levels, "level") if levels else ""
    yield "what is linked to it stays readable"


def _role(row: Row) -> Iterator[str]:
    employer, by, asked = row
    yield employer or ""
    yield _day(by, "by ")
    yield f"asks {counted(asked, 'thing')}" if asked else ""


def _opportunity(row: Row) -> Iterator[str]:
    yield _between(row[0], row[1])


def _assessment(row: Row) -> Iterator[str]:
    yield counted(row[0], "mark")
    yield f"with {row[1]}" if row[1] else ""


def _goal(row: Row) -> Iterator[str]:
    target, done, steps, activities = row
    yield _day(target, "by ")
    yield f"{done} of {tally(steps, 'step')} done" if steps else ""
    yield counted(activities, "activity", "activities") if activities else ""


def _plan(row: Row) -> Iterator[str]:
    start, end, goals, learning = row
    yield _between(start, end)
    yield counted(goals, "goal")
    yield counted(learning, "piece of planned learning", "pieces of planned learning")


def _impact(row: Row) -> Iterator[str]:
    yield _day(row[0])
    yield f"{counted(row[1], 'person', 'people')} reached" if row[1] is not None else ""


def _reading(row: Row) -> Iterator[str]:
    authors, year, container, read_on = row
    yield authors.splitlines()[0] if authors else ""
    yield year
    yield container
    yield _day(read_on, "read on ")


def _number(table: str, column: str, more: str = "") -> str:
    return f"(SELECT count(*) FROM {table} AS part WHERE part.{column} = thing.id AND part.deleted IS NULL{more})"


_FACTS: Mapping[str, tuple[str, Callable[[Row], Iterator[str]]]] = {
    "post": ('SELECT start, "end" FROM post WHERE id = ?', _post),
    "framework": (
        f"SELECT publisher, {_number('framework_item', 'framework')}, {_number('framework_level', 'framework')}"
        " FROM framework AS thing WHERE id = ?",
        _framework,
    ),
    "role_aim": (
        "SELECT (SELECT name FROM employer WHERE id = employer), by,"
        f" {_number('role_expectation', 'aim')} FROM role_aim AS thing WHERE id = ?",
        _role,
    ),
    "opportunity": ('SELECT start, "end" FROM opportunity WHERE id = ?', _opportunity),
    "assessment": (
        f"SELECT {_number('assessment_mark', 'assessment')}, (SELECT name FROM person WHERE id = thing.person)"
        " FROM assessment AS thing WHERE id = ?",
        _assessment,
    ),
    "goal": (
        f"SELECT target_date, {_number('goal_milestone', 'goal', ' AND done_on IS NOT NULL')},"
        f" {_number('goal_milestone', 'goal')}, {_number('activity_goal', 'goal')} FROM goal AS thing WHERE id = ?",
        _goal,
    ),
    "learning_plan": (
        f'SELECT start, "end", {_number("plan_goal", "plan")}, {_number("planned_learning", "plan")}'
        " FROM learning_plan AS thing WHERE id = ?",
        _plan,
    ),
    "impact": ("SELECT date, people FROM impact WHERE id = ?", _impact),
    "reading": ("SELECT authors, year, container, read_on FROM reading WHERE id = ?", _reading),
}
