"""What Home says."""

from __future__ import annotations

from datetime import date, datetime

from otcpd.actions.next_steps import Overview
from otcpd.domain.countdown import until
from otcpd.domain.dates import WEEKDAYS, long_day
from otcpd.domain.trainings import Training
from otcpd.domain.words import counted, in_words, tally

PAGE = "Home"
QUICK_NOTE = "Quick note"
NEW_ACTIVITY = "New activity"
CYCLE = "Your registration cycle"
AS_LIST, AS_TIMELINE = "Show as a list", "Show as a timeline"
STEPS = "Next steps"
SHOW_ALL, SHOW_LESS = "Show all", "Show fewer"
NOTHING_TO_DO = "Nothing needs doing now"
CHECKS = "Profile checks"
SEE_CHECKS = "See the checks"
MIXTURE = "Your mixture of learning"
PROTECTED = "Protected time"
SIX_MONTHS = "The last six months"
OPEN_PROTECTED = "See protected time"
TRAINING = "Mandatory training"
RENEWAL = "Renewal"
UNTIL_OPENS, UNTIL_CLOSES = "until the window opens", "until the window closes"
GAP = "Explain a gap"
CLOSE = "Close"
SET_UP = "Three steps to begin with"
DETAILS, DETAILS_BUTTON = "Your details", "Your details"
CYCLE_BUTTON = "Change the dates"
FIRST, FIRST_BUTTON = "Your first activity", "New activity"
DETAILS_WHY = "Your name and your HCPC number stand on the profile."
FIRST_WHY = "A line is enough: what it was and what you learnt. You can add the rest later."
DONE = "Done"
TO_DO = "To do"
RENEWED = "Noted that you have renewed"
AGAIN = "Added again, with today’s date"


def greeting(hour: int, name: str) -> str:
    """ "Good morning, Eilidh"; `hour` is that of the person's day."""
    time = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
    first = name.split()[0] if name.split() else ""
    return f"Good {time}, {first}" if first else f"Good {time}"


def day(today: date) -> str:
    """ "Saturday 21 November 2026"."""
    return f"{WEEKDAYS[today.weekday()]} {long_day(today)}"


def cycle_fact(overview: Overview, *, short: bool = False) -> tuple[str, str]:
    """ "21 activities", and "of five categories. Renewal opens on 1 August 2027, in eight months.", or "in this
    cycle. Renewal opens in eight months." for a `short` line."""
    count = len(overview.days)
    if short:
        begin = tally(count, "activity", "activities") if count else "No activity"
        return begin, f"in this cycle{'' if count else ' yet'}. {renewal(overview, short=True)}"
    categories = len({one.category for one in overview.days if one.category is not None})
    if not count:
        return "No activity", f"in this cycle yet. {renewal(overview)}"
    sorted_in = f"of {counted(categories, 'category', 'categories')}" if categories else "not sorted yet"
    return tally(count, "activity", "activities"), f"{sorted_in}. {renewal(overview)}"


def renewal(overview: Overview, *, short: bool = False) -> str:
    """How far off renewal is, in a sentence."""
    cycle, today = overview.cycle, overview.today
    if overview.renewed:
        return f"You have renewed. The cycle runs until {long_day(cycle.end)}."
    if today < cycle.window_start and short:
        return f"Renewal opens {until(today, cycle.window_start)}."
    if today < cycle.window_start:
        return f"Renewal opens on {long_day(cycle.window_start)}, {until(today, cycle.window_start)}."
    return f"Renewal is open until {long_day(cycle.end)}."


def checks_tally(good: int, to_fix: int, to_look: int, to_know: int) -> str:
    """ "Nine met, two to fix, two worth a look." """
    parts = ((good, "met"), (to_fix, "to fix"), (to_look, "worth a look"), (to_know, "good to know"))
    said = ", ".join(f"{in_words(number)} {what}" for number, what in parts if number)
    return f"{said.capitalize()}." if said else "Nothing to check yet."


def nothing_to_do(last: date | None) -> str:
    """What stands in place of steps."""
    return f"Your last activity is of {long_day(last)}." if last else ""


def show_all(number: int) -> str:
    """ "Show all seven"."""
    return f"{SHOW_ALL} {in_words(number)}"


def cycle_why(overview: Overview) -> str:
    """The dates of the cycle, for somebody who begins."""
    whose = "your own dates" if overview.cycle.own else "as HCPC sets it for occupational therapists"
    return f"{overview.cycle.period.text}, {whose}."


def good_until(training: Training, today: date) -> str:
    """ "Until 3 March 2027, in three months"."""
    day = long_day(training.expires)
    return f"Ran out on {day}" if training.expires < today else f"Until {day}, {until(today, training.expires)}"


def window(overview: Overview) -> str:
    """The days in which one renews."""
    sure = "" if overview.cycle.window_confirmed else " HCPC has not confirmed them yet."
    return f"You can renew from {overview.cycle.window.text}.{sure}"


def backed_up(at: str) -> str:
    """`at` is "at 09:12" or "on 20 November 2026 at 09:12"."""
    return f"The last backup was made and checked {at}. It is on this computer."


def local_hour(instant: datetime) -> int:
    """The hour of the day where the computer is."""
    return instant.astimezone().hour
