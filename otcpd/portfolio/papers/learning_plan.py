"""A learning plan as a document to read, to agree and to sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from otcpd.domain.dates import long_day, span
from otcpd.domain.durations import format_duration
from otcpd.domain.field_labels import CARRIED_LABEL, GOAL_LABELS
from otcpd.domain.money import pounds
from otcpd.portfolio.papers.layout import (
    Block,
    Bullets,
    Facts,
    Grid,
    GridColumn,
    Heading,
    Lead,
    PaperLayout,
    Quiet,
    SignHere,
    Signing,
    Written,
)
from otcpd.portfolio.papers.plan_content import (
    PlanPaper,
    PlanPaperAgreement,
    PlanPaperGoal,
    PlanPaperLearning,
    PlanStep,
)
from otcpd.portfolio.papers.wording import NAMELESS, NOT_AGREED, PREPARED, day_words
from otcpd.portfolio.wording import NOTHING

KIND = "Learning plan"
GOALS_HEADING = "Goals"
STEPS_HEADING = "Steps"
LEARNING_HEADING = "Planned learning"
PROTECTED_HEADING = "Protected time"
AGREED_HEADING = "Who agreed"
REVIEW_HEADING = "Review"
SIGNING_HEADING = "Signed"
SIGNING_LEAD = "By signing we agree to this plan."
NO_GOALS = "No goal is in this plan yet."
NO_LEARNING = "No learning is planned yet."
BACKGROUND = {True: "OT background", False: "No OT background", None: "Not said"}


def learning_plan_layout(content: PlanPaper) -> PaperLayout:
    """The plan as blocks; parts with nothing in them are left out, but for goals and learning."""
    days = span(content.start, content.end, year=True)
    who = content.name.strip()
    return PaperLayout(
        title=content.title.strip() or KIND,
        subtitle=days,
        name=", ".join(filter(None, (content.title.strip() or KIND, who))),
        who=who,
        number=content.registration.strip(),
        about=f"{KIND}, {days}",
        prepared=content.prepared,
        blocks=tuple(_blocks(content)),
    )


def _blocks(content: PlanPaper) -> Iterator[Block]:
    yield Facts(_who(content), _when(content))
    yield Heading(GOALS_HEADING)
    if not content.goals:
        yield Quiet(NO_GOALS)
    for number, goal in enumerate(content.goals, start=1):
        yield from _goal(number, goal)
    yield Heading(LEARNING_HEADING)
    yield from _learning(content)
    if content.protected.strip() or content.promises or content.taken:
        yield Heading(PROTECTED_HEADING)
        if content.promises:
            yield Bullets(content.promises)
        if content.taken:
            yield Quiet(content.taken)
        if content.protected.strip():
            yield Written(content.protected)
    yield Heading(AGREED_HEADING)
    yield from _agreed(content)
    yield from _reviews(content)
    yield Heading(SIGNING_HEADING)
    yield Lead(SIGNING_LEAD)
    yield Signing(tuple(_signers(content)))


def _who(content: PlanPaper) -> tuple[tuple[str, str], ...]:
    facts = (
        ("Name", content.name.strip() or NAMELESS),
        ("HCPC number", content.registration.strip()),
        ("Post", ", ".join(filter(None, (content.post.strip(), content.employer.strip())))),
    )
    return tuple((label, value) for label, value in facts if value)


def _when(content: PlanPaper) -> tuple[tuple[str, str], ...]:
    agreed = long_day(content.agreements[-1].day) if content.agreements else NOT_AGREED
    return (
        ("From", long_day(content.start)),
        ("To", long_day(content.end)),
        ("Agreed", agreed),
        (PREPARED, long_day(content.prepared)),
    )


def _goal(number: int, goal: PlanPaperGoal) -> Iterator[Block]:
    yield Heading(f"{number}. {goal.title.strip() or NAMELESS}", small=True)
    facts = [
        ("About", goal.about),
        *goal.texts,
        (GOAL_LABELS["target_date"], "" if goal.target is None else long_day(goal.target)),
        (GOAL_LABELS["state"], goal.state),
        (GOAL_LABELS["outcome"], goal.outcome),
        (CARRIED_LABEL, goal.carried),
    ]
    rows = tuple((label, text.strip()) for label, text in facts if text.strip())
    yield Grid((GridColumn("What", 126.0, names=True), GridColumn("In words")), rows, f"Goal {number}")
    if goal.steps:
        columns = (GridColumn(STEPS_HEADING, names=True), GridColumn("By", 76.0), GridColumn("Done", 76.0))
        yield Grid(columns, tuple(map(_step, goal.steps)), f"Steps of goal {number}")


def _step(step: PlanStep) -> tuple[str, ...]:
    return step.text.strip() or NOTHING, day_words(step.due), day_words(step.done_on)


def _learning(content: PlanPaper) -> Iterator[Block]:
    if not content.learning:
        yield Quiet(NO_LEARNING)
        return
    if content.sums:
        yield Lead(content.sums)
    columns = (
        GridColumn("What", names=True),
        GridColumn("Time", 56.0, right=True),
        GridColumn("Cost", 56.0, right=True),
        GridColumn("Asked for", 70.0),
        GridColumn("Outcome", 158.0),
    )
    yield Grid(columns, tuple(map(_learning_row, content.learning)), LEARNING_HEADING)


def _learning_row(one: PlanPaperLearning) -> tuple[str, ...]:
    what = f"{one.text.strip()} (goal {one.goal})" if one.goal is not None else one.text.strip()
    time = NOTHING if one.minutes is None else format_duration(one.minutes)
    cost = NOTHING if one.pence is None else pounds(one.pence)
    return what or NOTHING, time, cost, day_words(one.asked_on), outcome_words(one)


def outcome_words(one: PlanPaperLearning) -> str:
    """ "Refused by Morag Larch on 9 Nov 2026. No budget this year", "Done: Housing law, one day", "Wanted"."""
    by = f" by {one.decided_by.strip()}" if one.decided_by.strip() else ""
    on = "" if one.decided_on is None else f" on {day_words(one.decided_on)}"
    state = f"{one.state}: {one.became.strip()}" if one.became.strip() else f"{one.state}{by}{on}"
    return ". ".join(filter(None, (state, one.reason.strip())))


def _agreed(content: PlanPaper) -> Iterator[Block]:
    if not content.agreements:
        yield Quiet(f"{NOT_AGREED}.")
        return
    lead = " ".join(filter(None, (content.background, content.changed)))
    if lead:
        yield Lead(lead)
    columns = (
        GridColumn("Name", names=True),
        GridColumn("As", 112.0),
        GridColumn("Background", 104.0),
        GridColumn("Agreed on", 118.0),
    )
    yield Grid(columns, tuple(map(_agreement_row, content.agreements)), AGREED_HEADING)


def _agreement_row(one: PlanPaperAgreement) -> tuple[str, ...]:
    day = f"{day_words(one.day)}, before the changes" if one.changed else day_words(one.day)
    return one.name.strip() or NAMELESS, one.role.strip() or NOTHING, BACKGROUND[one.is_ot], day


def _reviews(content: PlanPaper) -> Iterator[Block]:
    if not content.reviews and content.review_on is None:
        return
    yield Heading(REVIEW_HEADING)
    if content.review_on is not None:
        yield Quiet(f"To be looked at again on {long_day(content.review_on)}.")
    for one in content.reviews:
        whom = f", with {one.person.strip()}" if one.person.strip() else ""
        yield Heading(f"{long_day(one.day)}{whom}", small=True)
        yield Written(one.text) if one.text.strip() else Quiet(NOTHING)


def _signers(content: PlanPaper) -> Iterator[SignHere]:
    yield SignHere(content.name.strip() or NAMELESS)
    agreed = _latest(content.agreements)
    for one in agreed:
        yield SignHere(", ".join(filter(None, (one.name.strip() or NAMELESS, one.role.strip()))), long_day(one.day))
    if not agreed:
        yield SignHere("Agreed with")


def _latest(agreements: Sequence[PlanPaperAgreement]) -> list[PlanPaperAgreement]:
    """Everybody once, as they agreed last; who agreed to something else has yet to sign for this."""
    return list({one.name: one for one in agreements if not one.changed}.values())
