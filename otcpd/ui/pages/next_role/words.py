"""Sentences of the page "Next role"."""

from __future__ import annotations

from datetime import date

from otcpd.domain.career import Expectation, ExpectationKind
from otcpd.domain.dates import long_day, plain_day
from otcpd.domain.framework import Framework
from otcpd.domain.ladder import Ladder, LadderRule
from otcpd.domain.marked_level import MarkedLevel
from otcpd.domain.words import counted, in_words

PAGE = "Next role"
OTHERWISE = "Mark it as met where you see it otherwise."
ADD = "Add what it asks"
SAVE_PAPER = "Save as a document"
TRAINING, ELSE = "Training", "Also asked"
FACT_NO_AIM = "What the role you want next asks of you, and what you have."
NO_AIM = ("No role to aim for yet", "Choose one, and you see here what it asks and what your log already shows.")
NOTHING_ASKED = ("Nothing is asked yet", "Take what a framework or a role profile asks, or add it in your own words.")
NONE_OF_IT = ("Nothing found", "Nothing that the role asks fits. Try another word, or show all again.")
READING = "Looking through your log…"
NO_SUGGESTIONS = "Nothing else in your log speaks of it."
NOTHING_SHOWS = "No activity yet."
NOT_MARKED = "You have not marked a level for it."
RAISE, PLAN_SESSION = "Raise it in supervision", "Plan a session"
MAKE_GOAL = "Make a goal of it"
MET, NOT_MET = "Mark as met", "Not met after all"


def fact(title: str, ladder: Ladder) -> str:
    """ "Team lead: 3 of 9 held, 2 thin, 4 missing."."""
    return f"{title}: {ladder.sentence}." if ladder.sentence else f"{title}."


def level_short(level: int | None) -> str:
    """ "Level 6"; empty for none."""
    return f"Level {level}" if level is not None else ""


def asked(expectation: Expectation, framework: Framework | None) -> str:
    """Where it is from, and at what level: "RCOT Career Development Framework. Asked at level 6, senior."."""
    if expectation.kind is ExpectationKind.TRAINING:
        return "Training that the role asks for."
    if expectation.kind is ExpectationKind.OTHER:
        return "Asked in your own words."
    parts = [f"{framework.name}." if framework is not None else ""]
    if expectation.level is not None:
        title = framework.level_title(expectation.level) if framework is not None else ""
        parts.append(f"Asked at level {expectation.level}{f', {title}' if title else ''}.")
    return " ".join(part for part in parts if part)


def where_now(marked: MarkedLevel | None, level: int | None, above: str, framework: str) -> str:
    """ "You marked level 5 on 17 September 2026; the role asks 6."

    `above` names the item if it is another one, `framework` the framework if it is another, whose levels are others.
    """
    if marked is None:
        return NOT_MARKED
    of = f" of {framework}" if framework else ""
    for_it = f" for ‘{above}’" if above else ""
    asks = f"; the role asks {level}" if level not in (None, marked.level) and not framework else ""
    return f"You marked level {marked.level}{of}{for_it} on {long_day(marked.day)}{asks}."


def rule_told(rule: LadderRule) -> str:
    """How held, thin and missing are told apart."""
    return (
        f"Held means at least {counted(rule.activities, 'activity', 'activities')} written up, at least"
        f" {in_words(rule.with_evidence)} with evidence, the newest within {counted(rule.years, 'year')}. Less is thin,"
        " as is a level that you marked lower than the role asks; nothing linked is missing. Nobody lays these numbers"
        " down, they are otcpd’s own."
    )


def raise_on(day: date | None, today: date, *, brief: bool) -> str:
    """ "Raise it on 26 November"."""
    return f"Raise it on {plain_day(day, today, brief=brief)}" if day is not None else PLAN_SESSION


def topic(title: str, role: str) -> str:
    """What stands on the agenda."""
    return f"For the role ‘{role}’: {title}"
