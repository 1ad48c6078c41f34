"""What is worth doing next, and why: the rules behind "Next steps" on Home.

Each rule is a function from `StepFacts` to steps. Profile checks come in as findings, so that no rule of
HCPC's stands here a second time. When to speak up is the app's own choice and stands in this file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import NamedTuple

from otcpd.domain.countdown import days_left, from_day, until
from otcpd.domain.cycle import RegistrationCycle
from otcpd.domain.dates import add_months, from_iso, long_day, span
from otcpd.domain.gaps import gap_key
from otcpd.domain.readiness import Cause, Finding, Level
from otcpd.domain.trainings import Training, current_trainings
from otcpd.domain.words import counted, in_words, quoted

TRAINING_DAYS = 60
"""So many days before mandatory training runs out there is time to book the next."""
TRAINING_OVER = 365
"""Training that ran out longer ago than this belongs to the past: to another post, or to another name."""
RENEWAL_DAYS = 60
"""So many days before the renewal window opens it is worth knowing of."""
LAST_DAYS = 30
"""In so many days before the deadline nothing is more urgent than renewing."""
TEXT_MONTHS = 3
"""So many months before the window opens, summary and statement should be begun."""
MIXTURE_MONTHS = 6
"""Before that, there is time enough for another type of activity."""
BACKUP_DAYS = 7
"""No checked backup for so many days puts the file at risk."""


AGAIN = "Add it again"
"""What the button of training that ran out says."""


class Tone(StrEnum):
    """How a step is painted: nothing is red that is merely not done yet."""

    PLAIN = "plain"
    ACCENT = "accent"
    WARN = "warn"
    ERROR = "error"


class Deed(StrEnum):
    """What the button of a step does: `GO` leads to the step's page and thing, the others act."""

    GO = "go"
    EXPLAIN = "explain"
    """Opens the form for the gap that `thing` names by its first day."""
    NEW = "new"
    """Begins a new activity."""
    AGAIN = "again"
    """Begins an activity of today like the one that `thing` names."""
    BACK_UP = "back_up"
    RENEWED = "renewed"
    """Notes that she has renewed."""


class Urgency(IntEnum):
    """Which kind of step comes first."""

    BACKUP = 0
    LAST_DAYS = 1
    TRAINING_OVER = 2
    RENEW = 3
    GAP = 4
    TO_FIX = 5
    SUPERVISION = 6
    TEXTS = 7
    GROWING = 8
    TO_RECORD = 9
    TO_FINISH = 10
    TRAINING = 11
    REVIEW = 12
    GOAL = 13
    TERM = 14
    EVIDENCE = 15
    RENEWAL = 16
    NO_OT = 17
    BEFORE_ALL = 18


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing worth doing.

    `title` is a heading without a full stop, `why` one sentence or two, `button` a verb. `due` orders steps of one
    urgency. `icon` and `tone` are how it looks.
    """

    title: str
    why: str
    button: str
    urgency: Urgency
    deed: Deed = Deed.GO
    page: str = ""
    thing: str = ""
    icon: str = "note"
    tone: Tone = Tone.PLAIN
    due: date = date.max


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Activities under "To finish": how many, how many of them are bare notes (nothing reflected at all), and the
    newest."""

    count: int
    bare: int
    newest: str
    title: str
    day: date


class Unproved(NamedTuple):
    """An activity of the statement that has no evidence."""

    activity: str
    title: str


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """`newest` is the newest checked backup, `changed` the newest change of the file. `problem` says in a sentence
    why none could be made; `tried` that the app had its chance since it was started."""

    newest: datetime | None = None
    changed: datetime | None = None
    problem: str = ""
    tried: bool = False


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What the rules look at. `first_day` is the day of the first activity in the file, `renewed` whether the person
    said that she has renewed in this cycle's window."""

    now: datetime
    today: date
    cycle: RegistrationCycle
    findings: Sequence[Finding] = ()
    first_day: date | None = None
    unfinished: Unfinished | None = None
    trainings: Sequence[Training] = ()
    unproved: Sequence[Unproved] = ()
    summary_begun: bool = True
    statement_begun: bool = True
    backup: BackupFacts = BackupFacts()
    renewed: bool = False


def next_steps(facts: StepFacts, beside: Sequence[NextStep] = ()) -> tuple[NextStep, ...]:
    """Everything worth doing, the most urgent first; `beside` are steps that were found elsewhere."""
    rules = (
        _backup,
        _renewal,
        _gaps,
        _to_fix,
        _texts,
        _to_finish,
        _trainings,
        _evidence,
    )
    found = [step for rule in rules for step in rule(facts)]
    return tuple(sorted([*found, *beside], key=_order))


def _order(step: NextStep) -> tuple[int, date, str]:
    return step.urgency, step.due, step.title


def _backup(facts: StepFacts) -> list[NextStep]:
    backup = facts.backup
    if backup.problem:
        title, why = "No backup could be made", backup.problem
    elif backup.tried and backup.newest is not None and _is_old(backup, facts.now):
        days = (facts.now - backup.newest).days
        title, why = f"No checked backup for {counted(days, 'day')}", "Your CPD file has changed since the last one."
    else:
        return []
    button = "Make a backup"
    return [NextStep(title, why, button, Urgency.BACKUP, Deed.BACK_UP, icon="shield", tone=Tone.ERROR)]


def _is_old(backup: BackupFacts, now: datetime) -> bool:
    assert backup.newest is not None
    unsaved = backup.changed is not None and backup.changed >= backup.newest
    return unsaved and now - backup.newest >= timedelta(days=BACKUP_DAYS)


def _renewal(facts: StepFacts) -> list[NextStep]:
    """The window ahead, the window open, and the last days of it; nothing once she has renewed."""
    cycle, today = facts.cycle, facts.today
    if facts.renewed or today > cycle.end:
        return []
    end = long_day(cycle.end)
    sure = "" if cycle.window_confirmed else " HCPC has not confirmed these dates yet."
    if today in cycle.window:
        last = (cycle.end - today).days <= LAST_DAYS
        why = f"You renew in your HCPC account, with a declaration and a fee: {days_left(today, cycle.end)}.{sure}"
        urgency, tone = (Urgency.LAST_DAYS, Tone.WARN) if last else (Urgency.RENEW, Tone.ACCENT)
        title, button = f"Renew your registration by {end}", "I have renewed"
        return [NextStep(title, why, button, urgency, Deed.RENEWED, icon="calendar", tone=tone, due=cycle.end)]
    if (cycle.window_start - today).days > RENEWAL_DAYS:
        return []
    return [
        NextStep(
            f"Renewal opens on {long_day(cycle.window_start)}",
            f"That is {until(today, cycle.window_start)}. You then have until {end}.{sure}",
            "Look at your profile",
            Urgency.RENEWAL,
            page="portfolio",
            icon="calendar",
            tone=Tone.ACCENT,
            due=cycle.window_start,
        )
    ]


def _gaps(facts: StepFacts) -> list[NextStep]:
    """R1: a gap wants its reason; one that grows wants an activity; before the first entry nothing is missed yet."""
    found = [finding for finding in facts.findings if finding.rule == "R1"]
    steps = []
    for finding in found:
        start, end = (from_iso(day) for day in finding.items[0].split("/"))
        if finding.level is not Level.ERROR:
            steps.append(_growing(finding, start))
        elif facts.first_day is None or end < facts.first_day:
            steps.append(_before_all(start, end))
        else:
            steps.append(_gap(finding, start, end, facts.today))
    return steps


def _gap(finding: Finding, start: date, end: date, today: date) -> NextStep:
    when = span(start, end, year=end.year != today.year)
    title = f"Give a reason for the gap, {when}" if finding.cause is Cause.NO_REASON else finding.message
    key = gap_key(start)
    return NextStep(
        title, finding.why, "Explain", Urgency.GAP, Deed.EXPLAIN, thing=key, icon="gap", tone=Tone.WARN, due=start
    )


def _growing(finding: Finding, start: date) -> NextStep:
    return NextStep(
        finding.message,
        finding.why,
        "Add an activity",
        Urgency.GROWING,
        Deed.NEW,
        icon="clock",
        tone=Tone.WARN,
        due=start,
    )


def _before_all(start: date, end: date) -> NextStep:
    return NextStep(
        f"Nothing is recorded for {span(start, end, year=True)}",
        "Add what you did before your first entry, or give a reason for that time.",
        "Explain",
        Urgency.BEFORE_ALL,
        Deed.EXPLAIN,
        thing=gap_key(start),
        icon="gap",
        due=start,
    )


def _to_fix(facts: StepFacts) -> list[NextStep]:
    """What else the profile checks would have fixed. A mixture is asked for only when renewal comes near."""
    near = facts.today >= add_months(facts.cycle.window_start, -MIXTURE_MONTHS)
    return [
        _fix(finding)
        for finding in facts.findings
        if finding.level is Level.ERROR and finding.rule != "R1" and (finding.rule != "R2" or near or finding.items)
    ]


_ON_THE_PORTFOLIO = {Cause.SUMMARY_WORDS: "summary", Cause.STATEMENT_WORDS: "statement", Cause.OUTSIDE_PERIOD: ""}
"""What is mended on the portfolio's page, with the thing on it."""


def _fix(finding: Finding) -> NextStep:
    deed, page, thing = Deed.GO, "log", finding.items[0] if finding.items else ""
    if finding.cause in _ON_THE_PORTFOLIO:
        page, thing = "portfolio", _ON_THE_PORTFOLIO[finding.cause]
    elif not finding.items:
        deed, page = Deed.NEW, ""
    return NextStep(
        finding.message,
        finding.why,
        finding.fix if page != "portfolio" or thing else "See the checks",
        Urgency.TO_FIX,
        deed,
        page,
        thing,
        icon="portfolio" if finding.rule != "R2" else "log",
        tone=Tone.WARN,
    )


def _texts(facts: StepFacts) -> list[NextStep]:
    """Summary and statement, once the window is near: an audit leaves three months for all of it."""
    cycle, today = facts.cycle, facts.today
    if facts.renewed or not add_months(cycle.window_start, -TEXT_MONTHS) <= today <= cycle.end:
        return []
    opens = f"opens {until(today, cycle.window_start)}" if today < cycle.window_start else "is open"
    why = f"HCPC asks some of those who renew for a profile, and the window {opens}."
    missing = (("summary", facts.summary_begun), ("statement", facts.statement_begun))
    return [
        NextStep(f"Begin your {text}", why, "Begin", Urgency.TEXTS, page="portfolio", thing=text, icon="portfolio")
        for text, begun in missing
        if not begun
    ]


def _to_finish(facts: StepFacts) -> list[NextStep]:
    unfinished = facts.unfinished
    if unfinished is None or not unfinished.count:
        return []
    count, bare = unfinished.count, unfinished.bare == unfinished.count
    what = counted(count, "quick note") if bare else counted(count, "activity", "activities")
    title = quoted(unfinished.title) if unfinished.title.strip() else "An entry without a title"
    rest = f", and {in_words(count - 1)} more" if count > 1 else ""
    return [
        NextStep(
            f"Finish {what}",
            f"{title} {from_day(facts.today, unfinished.day)}{rest}.",
            "Finish",
            Urgency.TO_FINISH,
            page="log",
            thing="to_finish" if count > 1 else unfinished.newest,
            icon="note",
        )
    ]


def _trainings(facts: StepFacts) -> list[NextStep]:
    soon = facts.today + timedelta(days=TRAINING_DAYS)
    past = facts.today - timedelta(days=TRAINING_OVER)
    return [_training(one, facts.today) for one in current_trainings(facts.trainings) if past <= one.expires <= soon]


def _training(training: Training, today: date) -> NextStep:
    over = training.expires < today
    day = long_day(training.expires)
    return NextStep(
        f"{quoted(training.title)} {'ran out' if over else 'runs out'} on {day}",
        "It is mandatory training. Once you have done it again, add it with its new date."
        if over
        else f"It is mandatory training, and that is {until(today, training.expires)}.",
        AGAIN if over else "Open the activity",
        Urgency.TRAINING_OVER if over else Urgency.TRAINING,
        Deed.AGAIN if over else Deed.GO,
        page="log",
        thing=training.activity,
        icon="calendar",
        tone=Tone.WARN if over else Tone.ACCENT,
        due=training.expires,
    )


def _evidence(facts: StepFacts) -> list[NextStep]:
    if not facts.unproved:
        return []
    first, count = facts.unproved[0], len(facts.unproved)
    rest = f" and {in_words(count - 1)} more" if count > 1 else ""
    return [
        NextStep(
            f"Add evidence for {counted(count, 'activity', 'activities')} of your statement",
            f"{quoted(first.title)}{rest} {'has' if count == 1 else 'have'} none yet.",
            "Add evidence",
            Urgency.EVIDENCE,
            page="log",
            thing=first.activity,
            icon="evidence",
        )
    ]
