"""Sentences of the page "Pathway"."""

from __future__ import annotations

from datetime import date

from otcpd.domain.dates import day_and_month, long_day
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.goal import Goal, GoalState
from otcpd.domain.words import in_words, quoted

PAGE = "Pathway"
FACT = "Where you are, where you want to be, and what gets you there."
NEW = "New goal"
LEVELS, GOALS = "Your levels", "Goals"
NO_GOALS = (
    "No goals yet",
    "A goal says what you want to reach, by when, and in what steps. It gives your activities a direction, and you"
    " something to talk about in supervision.",
)
SHOW_CLOSED, HIDE_CLOSED = "Show closed goals", "Hide closed goals"

TITLE, WHY, SUPPORT, OUTCOME = "Title", "Why it matters to me", "Support I need", "What came of it"
BY, REVIEW, CLOSED_ON = "By when", "Next review", "Closed on"
STEPS, SHOWS, SESSIONS = "Steps", "What shows it", "Talked about in supervision"
ITEM, SMART_HEAD = "Pillar and level", "In SMART words"
NOW, TARGET = "Where I am now", "Where I want to be"
CHOOSE_ITEM, CHANGE_ITEM, NO_ITEM = "Choose a pillar…", "Choose another…", "Take it away"
LINK = "Link an activity"
LINK_QUESTION = "Which activity works towards it?"
REACHED, LET_GO, PAUSE, GO_ON = "Reached", "Let it go", "Pause", "Go on with it"
DELETE = "Delete goal"
NO_SESSIONS = "No session has spoken to it yet. Tick it in the record of one."

SMART_FIELDS = (
    ("specific", "Specific", "What exactly will be different?"),
    ("measurable", "Measurable", "How will you, and others, know that it is so?"),
    ("achievable", "Achievable or agreed", "What makes it possible, and who has agreed to it?"),
    ("relevant", "Relevant or realistic", "How does it fit your role, your team, the people you work with?"),
    ("time_bound", "Time-bound", "By when, and what comes before that?"),
)
"""Field, label and one line of help of each box."""


def item_told(item: str, level: int | None, frameworks: Frameworks) -> str:
    """ "Facilitation of learning, level 6"; empty for a goal about no item."""
    if not item:
        return ""
    at = f", level {level}" if level is not None else ""
    return f"{frameworks.label(item)}{at}"


def meta_of(goal: Goal, frameworks: Frameworks) -> str:
    """ "By 30 June 2027. Facilitation of learning, level 6": the line below a title in the list."""
    if goal.closed_on is not None and not goal.is_open:
        when = f"{'Reached' if goal.state is GoalState.REACHED else 'Let go'} on {long_day(goal.closed_on)}"
    elif goal.state is GoalState.PAUSED:
        when = "Paused"
    else:
        when = f"By {long_day(goal.target)}" if goal.target is not None else ""
    about = item_told(goal.framework_item, goal.level_target, frameworks)
    return ". ".join(part for part in (when, about) if part)


def linked_told(count: int) -> str:
    """ "Two linked"."""
    told = in_words(count) if count else "none"
    return f"{told[:1].upper()}{told[1:]} linked"


def closed_told(state: GoalState, goal: Goal) -> str:
    """What the message says once a goal was closed, paused or opened again."""
    name = quoted(goal.called)
    said = {
        GoalState.REACHED: f"{name} reached",
        GoalState.LET_GO: f"{name} let go",
        GoalState.PAUSED: f"{name} paused",
        GoalState.OPEN: f"{name} is open again",
    }
    return said[state]


def marked_by(day: date, today: date, person: str) -> str:
    """ "Marked by you on 17 September, with Fiona Alder"."""
    when = day_and_month(day) if day.year == today.year else long_day(day)
    return f"Marked by you on {when}{f', with {person}' if person else ''}"
