"""Words shown to people that belong to no single page."""

from __future__ import annotations

from otcpd.domain.words import joined

OPTIONAL = "Optional"
SAVING = "Saving"
TRY_AGAIN = "Try again"
SAVE_ELSEWHERE = "Save elsewhere"
UNDO = "Undo"
CLEAR_SEARCH = "Clear the search"
OPEN_CALENDAR = "Open the calendar"
ADD_TAG = "Add a tag"
MAIN_MENU = "Pages"
THIS_PAGE = "This page"
IN_THIS_PAGE = "You are in a part of this page"
NO_TITLE = "No title yet"
BEFORE_ALL = "Before your first entry"
EXAMPLE = "2h journal club on falls yesterday #falls"
LONG_LINE = "The first line is long for a title, so all of it also goes to ‘What it was’."
MORE_LINES = "What follows the first line goes to ‘What it was’."
REMOVE_TAG_HINT = "Press Delete to take it away"

ALL_SAVED = "All changes saved"
READING_ONLY = "Reading only"


def saved_at(time: str) -> str:
    """`time` is "09:12"."""
    return f"Saved at {time}"


def not_saved(labels: list[str]) -> str:
    """The names of fields that cannot be read: "Date and duration not saved yet"."""
    names = [labels[0], *(label[:1].lower() + label[1:] for label in labels[1:])]
    return f"{joined(names)} not saved yet"


def saved_on(day: str) -> str:
    """`day` is "20 Nov 2026"."""
    return f"Saved on {day}"


def shown_of(shown: int, total: int) -> str:
    """How many of a list a search leaves."""
    return f"{shown:,} of {total:,}"


def word_count(count: int, limit: int) -> str:
    """The words of a counter, with what is left from 90 % on."""
    base = f"{count:,} of {limit:,} words"
    if count > limit:
        return f"{base}, {count - limit:,} too many"
    if count * 10 >= limit * 9:
        return f"{base}, {limit - count:,} left"
    return base


def to_do(page: str, count: int) -> str:
    """What a screen reader says for a page with things to do."""
    return f"{page}, {count:,} to do" if count else page


def in_the_bin(what: str, number: int) -> str:
    """What is said of `number` things, called `what`, that were deleted."""
    return f"{what} deleted. {'It is' if number == 1 else 'They are'} in the bin."


def remove_tag(tag: str) -> str:
    """The tooltip of a chip's cross."""
    return f"Take ‘{tag}’ away"
