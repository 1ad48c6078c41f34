"""What the page of protected time says."""

from __future__ import annotations

from datetime import date

from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import WEEKDAYS, long_day, short_day, span
from otcpd.domain.durations import format_duration
from otcpd.domain.protected_balance import Balance
from otcpd.domain.protected_time import ProtectedSlot
from otcpd.domain.workload import Workload

PAGE = "Protected time"
IN_SIX_MONTHS = "in the last six months"
PLAN, MAKE_PAGE = "Plan time", "Make a page for my manager"
MONTHS = "Month by month"
AGREED, ADD_AGREED = "What is agreed", "Add what is agreed"
NOTHING_AGREED = (
    "Nothing yet. Your job plan or a supervision agreement may give you time, for example half a day a month."
)
SET_ASIDE = "Time set aside"
NONE_SET_ASIDE = "No time is set aside yet. Plan an afternoon, and say afterwards whether you had it."
TO_SAY, COMING, PAST = "What became of it?", "Coming up", "Past"
TOOK, PART, LOST = "I took it", "Part of it", "I lost it"
TAKE_BACK = "Take that back"
WHY_LOST, OWN_REASON = "Why it was lost", "In your own words"
USED_FOR, NONE_OF_LOG = "What it is in your log", "None of these"
USED_FOR_WHY = "Its protected time is then not counted twice."
HOW_MUCH = "How much of it you took"
DAY, LONG, USE, NOTE = "Day", "How long", "For", "Note"
PLAN_THIS, CLOSE = "Plan this time", "Close"
DELETE_SLOT = "Delete this time"
CHANGE_SLOT = "Change the day or the length"
USES, WHY = "Where the hours went", "Why time was lost"
NOTHING_YET = "Nothing is noted yet. Begin with what is agreed, or plan an afternoon."
NO_REASON = "No reason given"
WORKLOAD = "My workload"
WORKLOAD_WHY = (
    "Numbers only, so that the talk about protected time has facts. Duty is in half days a month."
    " Leave out what you do not count."
)
CASELOAD, WAITING, DUTY = "On my caseload", "Waiting", "Duty half days"
NOTE_FIGURES, KEEP_FIGURES, DELETE_NOTE = "Note these figures", "Change these figures", "Delete this note"
NOTES_WHY = "Choose one to change its figures."
NOTES = "Figures noted so far"
MINUTES, PER, SOURCE, SINCE, UNTIL = "How much", "How often", "Where it is agreed", "From", "Until"
ADD_THIS, DELETE_AGREED = "Add this", "Delete this"
CHANGE_FROM = "Change from a day on"
CHANGE_TITLE = "What is agreed instead"
LOOK_ONLY = "This file is open for reading only. You can look, not change."


def short_day_of_week(day: date) -> str:
    """ "Fri 13 Nov 2026", for the rows of a list."""
    return short_day(day, year=True, brief=True)


def day_of_week(day: date) -> str:
    """ "Friday 13 November 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {long_day(day)}"


def use_words(slot: ProtectedSlot) -> str:
    """ "CPD"."""
    return load_catalogue().supervision.uses[slot.use]


def for_use(slot: ProtectedSlot) -> str:
    """ "for CPD", "for reflection"."""
    use = use_words(slot)
    return f"for {use if use.isupper() else use.lower()}"


def slot_title(slot: ProtectedSlot) -> str:
    """ "Friday 13 November 2026, 3 h 30"."""
    return f"{day_of_week(slot.day)}, {format_duration(slot.planned)}"


def slot_meta(slot: ProtectedSlot, shown: int | None, today: date) -> str:
    """What it is for, and what became of it; `shown` are the minutes that an activity or a session shows."""
    became = outcome(slot, shown) if slot.day <= today else ""
    return ". ".join(part for part in (f"F{for_use(slot)[1:]}", became, slot.note) if part)


def outcome(slot: ProtectedSlot, shown: int | None = None) -> str:
    """ "Taken", "Lost: duty cover", "1 h taken, 2 h 30 lost: duty cover"; empty while nobody said."""
    if slot.taken is None:
        return f"{format_duration(shown)} taken, as your log shows" if shown else ""
    if not slot.lost:
        return "Taken" if slot.taken == slot.planned else f"{format_duration(slot.taken)} taken"
    reason = load_catalogue().supervision.lost_reason_label(slot.reason)
    why = f": {reason[0].lower()}{reason[1:]}" if reason else ""
    if not slot.taken:
        return f"Lost{why}"
    return f"{format_duration(slot.taken)} taken, {format_duration(slot.lost)} lost{why}"


def months_fact(found: Balance) -> str:
    """ "June to November 2026"."""
    return span(found.period.start, found.period.end, year=True)


def lost_total(found: Balance) -> str:
    """ "3 h 30 in all", beside the reasons."""
    return f"{format_duration(found.lost)} in all"


def figures(note: Workload) -> str:
    """ "34 on my caseload, 112 waiting, 6 half days of duty a month"."""
    parts = (
        (note.caseload, "on my caseload"),
        (note.waiting, "waiting"),
        (note.duty_half_days, "half day of duty a month" if note.duty_half_days == 1 else "half days of duty a month"),
    )
    return ", ".join(f"{figure:,} {what}" for figure, what in parts if figure is not None)
