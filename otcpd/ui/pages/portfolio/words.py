"""What the portfolio page says."""

from __future__ import annotations

from otcpd.domain.cycle import RegistrationCycle
from otcpd.domain.readiness import Level
from otcpd.domain.words import counted, in_words
from otcpd.portfolio.content import ProfileContent

PAGE = "Portfolio"
EXPORT = "Export profile"
UNDER_WAY = "Your PDF is being made"
PERIOD = "Period"
FROM, TO = "From", "To"
USE_CYCLE = "Use the cycle’s dates"
MIXTURE = "Your mixture of learning"
SUMMARY = "Summary"
STATEMENT = "Personal statement"
SUMMARY_HINT = (
    "Your recent practice in your own words: your role and the kind of work, your main duties, what you know best, "
    "and whom you work with most. It lets assessors see that your learning fits your work."
)
STATEMENT_HINT = (
    "For each activity you chose: what it was, what you learnt, how your practice changed, and how service users "
    "gained from it. Write ‘I’, and name nobody."
)
CHOSEN = "In your statement"
NONE_CHOSEN = "No activity is chosen yet. HCPC suggests four to six."
CHOOSE = "Choose activities"
CHOOSE_FROM = "Activities of the period"
FIND_ACTIVITY = "Find an activity"
NO_CATEGORY, NO_FILE = "no category", "no evidence"
NOW_IN = "in your statement"
OPENS_IN_LOG = "Opens it in the CPD log"
CHECKS = "Profile checks"
CHECKS_BEGIN = "Checks start with your first activity."
NEW_ACTIVITY = "New activity"
LEAVES = "What will leave"
WHY = "Why these checks?"
GROUPS = {Level.ERROR: "Fix before you send it", Level.WARNING: "Worth a look", Level.NOTICE: "Good to know"}
FIGURES = "For your information"
IN_ORDER = "In good order"
TAKEN_OUT = "Taken out of your statement"


def fact(content: ProfileContent, period: str, *, short: bool = False) -> str:
    """The sentence under the page's title; `period` is "1 November 2025 to 21 November 2026".

    The `short` one leaves the days to the card below it, and takes one line.
    """
    listed, chosen = len(content.activities), len(content.statement_activities)
    noun = "activity" if listed == 1 else "activities"
    count = f"{listed:,} {noun} listed, {chosen:,} in your statement" if listed else "Nothing listed yet"
    return f"{count}." if short else f"HCPC profile, {period}. {count}."


def follows(cycle: RegistrationCycle) -> str:
    """What stands under the period while it follows the cycle."""
    sure = "" if cycle.confirmed else " HCPC has not confirmed these dates yet."
    return f"Follows your registration cycle, {cycle.period.text}, up to today.{sure}"


def own_dates(cycle: RegistrationCycle) -> str:
    """What stands under the period while the person has chosen days."""
    return f"Your own dates. The registration cycle is {cycle.period.text}."


def tally(good: int, to_fix: int, to_look: int, to_know: int) -> str:
    """ "Nine met, two to fix, two worth a look." """
    parts = (
        (good, "met"),
        (to_fix, "to fix"),
        (to_look, "worth a look"),
        (to_know, "good to know"),
    )
    return f"{', '.join(f'{in_words(number)} {what}' for number, what in parts if number).capitalize()}."


def chosen_of(chosen: int, listed: int) -> str:
    """What stands above the list of activities."""
    if not listed:
        return "There is no activity in this period yet."
    return f"{in_words(chosen).capitalize()} chosen of {counted(listed, 'activity', 'activities')} in your period."


def group_count(number: int) -> str:
    """ "1 thing", "2 things"."""
    return f"{number:,} {'thing' if number == 1 else 'things'}"


def why_these_checks(checked_on: str) -> str:
    """Where the rules come from; `checked_on` is a day in words."""
    return (
        f"They follow HCPC’s published guidance, last read by us on {checked_on}. "
        "HCPC makes the decision, not this app."
    )


def and_more(count: int) -> str:
    """Leads to those of the chosen activities that are not listed."""
    return f"and {count:,} more, in the log"
