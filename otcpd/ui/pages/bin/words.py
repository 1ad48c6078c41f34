"""The bin in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from otcpd.actions.bin import KINDS, BinEntry
from otcpd.domain.dates import long_day, months_between
from otcpd.domain.words import counted, quoted, tally
from otcpd.ui.models.rows import Row
from otcpd.ui.theme.type import Role
from otcpd.ui.thing_icons import THING_ICONS
from otcpd.ui.widgets.reading import Passage, heading, paragraph

EMPTY = ("The bin is empty", "What you delete comes here, and stays until you put it back or erase it for good.")
NOTHING_FOUND = "Nothing found"
STAYS = "Nothing is emptied by itself."


def fact(number: int) -> str:
    """The sentence below the title; an empty bin says it all in the middle of the page."""
    return f"{tally(number, 'thing')}. {STAYS}" if number else ""


def ago(day: date, today: date) -> str:
    """ "today", "yesterday", "six days ago", "three weeks ago", "two months ago", "two years ago"."""
    days = (today - day).days
    months = months_between(day, today)
    if days <= 1:
        return "today" if days <= 0 else "yesterday"
    if days < 14:
        return f"{counted(days, 'day')} ago"
    if months < 2:
        return f"{counted(days // 7, 'week')} ago"
    return f"{counted(months, 'month')} ago" if months < 24 else f"{counted(months // 12, 'year')} ago"


def deleted_words(entry: BinEntry, today: date) -> str:
    """ "Deleted on 16 January 2026, ten months ago"."""
    day = entry.deleted.astimezone().date()
    return f"Deleted on {long_day(day)}, {ago(day, today)}"


def row_of(entry: BinEntry) -> Row:
    """A thing in the list: "Activity, deleted 16 Jan 2026"."""
    day = entry.deleted.astimezone().date()
    about = f"{KINDS[entry.kind][0]}, deleted {long_day(day, brief=True)}"
    return Row(entry.id, entry.name, about, THING_ICONS[entry.kind], lines=2)


def back_words(entry: BinEntry) -> str:
    """What is said of one thing that was put back: "‘Balance class’ is back in your log"."""
    where = {"activity": " in your log", "evidence": " among your evidence"}.get(entry.kind, "")
    return f"{quoted(entry.name)} is back{where}"


def searched_in(entry: BinEntry) -> str:
    """What the search looks at: the name, and what kind of thing it is."""
    return f"{entry.name} {' '.join(KINDS[entry.kind])}".casefold()


def head_of(entry: BinEntry, facts: str, today: date) -> list[Passage]:
    """What a thing is and when it was deleted."""
    passages = [
        Passage(((entry.name, False),), Role.DETAIL_TITLE),
        paragraph(f"{KINDS[entry.kind][0]}. {deleted_words(entry, today)}.", token="ink2", role=Role.WHY, above=4),
    ]
    return [*passages, paragraph(facts, role=Role.WHY, token="ink2")] if facts else passages


def texts_to_read(texts: Sequence[tuple[str, str]]) -> list[Passage]:
    """The texts of a thing below their labels."""
    return [passage for label, text in texts for passage in (heading(label), paragraph(text))]


def kind_options(entries: Sequence[BinEntry]) -> list[tuple[str, str]]:
    """Kinds to filter by: those that are there, each with its number."""
    found = [(kind, sum(one.kind == kind for one in entries)) for kind in KINDS]
    return [("", "Everything"), *((kind, f"{KINDS[kind][1]}, {number:,}") for kind, number in found if number)]
