"""What stands behind the pages of the career pathway, in one sentence each, read in milliseconds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from otcpd.domain.career import AimState, OpportunityState
from otcpd.domain.dates import long_day
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.words import counted, in_words, quoted
from otcpd.record.engine import Row, Value
from otcpd.record.record import Record

_LIVING = "deleted IS NULL AND owner = (SELECT owner FROM record)"


def door_facts(record: Record, frameworks: Frameworks) -> dict[str, str]:
    """A sentence for each page, by the key of the page."""
    facts = {page: told(record) for page, told in _FACTS.items()}
    own = sum(1 for one in frameworks.offered if one.own)
    of_hers = f", {counted(own, 'of them your own', 'of them your own')}" if own else ""
    facts["frameworks"] = _sentence(f"{counted(len(frameworks.offered), 'framework')} to choose from{of_hers}")
    return facts


def _plan(record: Record) -> str:
    found = _row(
        record,
        "SELECT id, title, (SELECT count(*) FROM plan_goal WHERE plan = learning_plan.id AND deleted IS NULL),"
        " (SELECT max(date) FROM plan_agreement WHERE plan = learning_plan.id AND deleted IS NULL)"
        f" FROM learning_plan WHERE {_LIVING} ORDER BY start DESC, id DESC LIMIT 1",
    )
    if found is None:
        return "What you will learn this year, and who agrees to it."
    agreed = f"agreed on {_day(found[3])}" if found[3] else "not agreed yet"
    called = f"{quoted(found[1])}: " if found[1].strip() else ""
    return _sentence(f"{called}{counted(found[2], 'goal')}, {agreed}")


def _next_role(record: Record) -> str:
    found = _row(
        record,
        "SELECT title, (SELECT count(*) FROM role_expectation WHERE aim = role_aim.id AND deleted IS NULL),"
        " (SELECT count(*) FROM role_aim WHERE state = ? AND deleted IS NULL)"
        f" FROM role_aim WHERE state = ? AND {_LIVING} ORDER BY created DESC, id DESC LIMIT 1",
        (AimState.AIMING, AimState.AIMING),
    )
    if found is None:
        return "What the role you want next asks of you, and what you have."
    called = quoted(found[0]) if found[0].strip() else "Your next role"
    if not found[1]:
        return _sentence(f"{called}: say what it asks of you")
    return _sentence(f"{called} asks {counted(found[1], 'thing')} of you")


def _roles(record: Record) -> str:
    posts = _count(record, f"SELECT count(*) FROM post WHERE {_LIVING}")
    going = (OpportunityState.DONE, OpportunityState.NOT_POSSIBLE)
    open_ones = _count(record, f"SELECT count(*) FROM opportunity WHERE {_LIVING} AND state NOT IN (?, ?)", going)
    if not posts and not open_ones:
        return "Your posts so far, and ways to learn in other places."
    also = f", {counted(open_ones, 'opportunity', 'opportunities')} going on" if open_ones else ""
    return _sentence(f"{counted(posts, 'post')}{also}")


def _assessment(record: Record) -> str:
    found = _row(record, f"SELECT max(date), count(*) FROM assessment WHERE {_LIVING}")
    if found is None or not found[1]:
        return "Mark where you are now, and look again in a year."
    times = {1: "Marked once", 2: "Marked twice, last"}.get(found[1], f"Marked {in_words(found[1])} times, last")
    return f"{times} on {_day(found[0])}."


def _coverage(record: Record) -> str:
    every = _count(record, f"SELECT count(*) FROM activity WHERE {_LIVING}")
    linked = _count(
        record,
        "SELECT count(DISTINCT activity) FROM activity_standard JOIN activity ON activity.id = activity"
        " WHERE activity_standard.deleted IS NULL AND activity.deleted IS NULL",
    )
    if not every:
        return "Which standards and pillars your entries speak to."
    return f"{linked:,} of {every:,} activities speak to a standard or a pillar."


def _impact(record: Record) -> str:
    found = _row(
        record,
        "SELECT count(*), sum(id IN (SELECT impact FROM impact_measure WHERE deleted IS NULL AND before IS NOT NULL"
        f" AND after IS NOT NULL)) FROM impact WHERE {_LIVING}",
    )
    if found is None or not found[0]:
        return "What changed for people and services because of what you learnt."
    measured = f", {counted(found[1], 'with a measure', 'with a measure')}" if found[1] else ""
    return _sentence(f"{counted(found[0], 'change')} written down{measured}")


def _reading(record: Record) -> str:
    found = _row(record, f"SELECT count(*), sum(appraisal <> '') FROM reading WHERE {_LIVING}")
    if found is None or not found[0]:
        return "What you have read, and what you changed because of it."
    appraised = f", {counted(found[1], 'with your notes', 'with your notes')}" if found[1] else ""
    return _sentence(f"{counted(found[0], 'reading')}{appraised}")


_FACTS: Mapping[str, Callable[[Record], str]] = {
    "plan": _plan,
    "next_role": _next_role,
    "roles": _roles,
    "assessment": _assessment,
    "coverage": _coverage,
    "impact": _impact,
    "reading": _reading,
}


def _row(record: Record, query: str, values: tuple[Value, ...] = ()) -> Row | None:
    return record.reader.row(query, values)


def _count(record: Record, query: str, values: tuple[Value, ...] = ()) -> int:
    found = record.reader.value(query, values)
    return found if isinstance(found, int) else 0


def _day(text: str) -> str:
    return long_day(date.fromisoformat(text))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
