"""What the page on coverage says."""

from __future__ import annotations

from otcpd.domain.coverage import Counted, Coverage, Grain, Line
from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration
from otcpd.domain.framework import FrameworkKind
from otcpd.domain.words import tally
from otcpd.ui import words as common

PAGE = "Coverage"
SAVE = "Save as a document"
FRAMEWORK, PERIOD, COLUMNS = "Framework", "Time", "Columns"
THIS_CYCLE, LAST_CYCLE, A_YEAR, OWN = "cycle", "last", "year", "own"
PERIODS = (
    (THIS_CYCLE, "This cycle"),
    (LAST_CYCLE, "The cycle before"),
    (A_YEAR, "The last 12 months"),
    (OWN, "Own days"),
)
GRAINS = {
    Grain.MONTHS: "Months",
    Grain.QUARTERS: "Quarters",
    Grain.YEARS: "Years",
    Grain.ACTIVITIES: "Each activity",
}
MATRIX, LIST = "matrix", "list"
VIEWS = ((MATRIX, "Matrix"), (LIST, "List"))
TOP, EVERY = "top", "all"
LEVELS = ((TOP, "At the top"), (EVERY, "All items"))
SEARCH, FIND = "Search", "Search the items"
ONLY_NOTHING = "Only what has nothing"
WHAT_COUNTS = (
    "Counted is what is linked to an item or to one below it, or works towards a goal on it. No standard asks for a "
    "number: this shows where something is."
)
NAME, COUNT, TIME, LAST, IN_ALL = "Item", "Activities", "Time", "The last one", "In all"
ANY = "Any of these"
TABLE = "Items and what counts for them"
BEHIND = "What counts here"
CHOOSE = "Choose a number, and press Enter, to see what is behind it."
NOTHING_BEHIND = "Nothing counts here in this time."
BACK = "Back to the table"
TOOLS = "Choose what is shown"
SHOW_TABLE = "Show the table"
TOOLS_BRIEF, TABLE_BRIEF = "Choose", "Table"
NO_ITEMS = ("No items here", "This framework has no items that something could count for.")
NOTHING_FOUND = "Nothing found"
ALL_COVERED = ("Nothing is without", "Every item has something in this time.")
OPEN_IN_LOG = "Open in the log"


def fact(found: Coverage, *, every: bool) -> str:
    """ "8 of 15 have something in this time. 40 activities in all."."""
    if not found.activities:
        return "No activities in this time."
    covered, shown = (found.covered, len(found.lines)) if every else (found.pillars_covered, len(found.pillars))
    number = tally(len(found.activities), "activity", "activities")
    return f"{covered:,} of {shown:,} have something in this time. {number} in all."


def nowhere(number: int) -> str:
    """The link to the activities that are linked to nothing in this framework."""
    return f"{tally(number, 'activity is', 'activities are')} linked to none of these"


def name_of(found: Coverage, line: Line) -> str:
    """ "4.1 Autonomous practice"; codes are known of standards only."""
    code = line.item.code if found.framework.kind is FrameworkKind.STANDARDS else ""
    return " ".join(filter(None, (code, line.item.label, "(retired)" if line.item.retired else "")))


def about(entry: Counted) -> str:
    """The second line of an activity."""
    time = format_duration(entry.minutes) if entry.minutes else ""
    return ", ".join(filter(None, (long_day(entry.day), time)))


def title_of(entry: Counted) -> str:
    """The title of an activity, or that it has none."""
    return entry.title.strip() or common.NO_TITLE


def behind(found: Coverage, mask: int) -> str:
    """ "3 activities, 4 h 30"."""
    if not mask:
        return NOTHING_BEHIND
    time = found.minutes(mask)
    number = tally(mask.bit_count(), "activity", "activities")
    return f"{number}, {format_duration(time)}" if time else number
