"""The content of a learning plan on paper: what a supervisor may read of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.actions.pathway.plans import what_changed
from otcpd.actions.supervision.paper_people import PaperPeople
from otcpd.actions.supervision.protected import protected_balance
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import add_months, long_day
from otcpd.domain.durations import format_duration
from otcpd.domain.field_labels import GOAL_LABELS
from otcpd.domain.goal import Goal, GoalState
from otcpd.domain.layers import Layer, may_leave
from otcpd.domain.learning_plan import LearningPlan, PlannedLearning
from otcpd.domain.pathway_texts import SMART
from otcpd.domain.period import Period
from otcpd.domain.person import main_post
from otcpd.domain.plan_standing import carried_from, learning_sums, ot_sentence
from otcpd.domain.plan_words import STATES, changed_sentence, sums_sentence
from otcpd.portfolio.papers.plan_content import (
    PlanPaper,
    PlanPaperAgreement,
    PlanPaperGoal,
    PlanPaperLearning,
    PlanPaperReview,
    PlanStep,
)
from otcpd.record.leaving import Leaving
from otcpd.record.plan_changes import changed_since
from otcpd.record.record import Record

GOAL_STATES = {
    GoalState.OPEN: "Open",
    GoalState.PAUSED: "Paused",
    GoalState.REACHED: "Reached",
    GoalState.LET_GO: "Let go",
}
_TEXTS = ("why", *SMART, "support")
_TABLES = ("learning_plan", "plan_goal", "planned_learning", "plan_review", "goal_milestone")


def learning_plan_content(record: Record, plan: str) -> PlanPaper:
    """A learning plan as a supervisor or a manager may read it: without what is only for the person herself.

    Raises NotAcceptable for an id that is none.
    """
    found = record.plans.get(plan)
    people = PaperPeople(record)
    me, post = people.somebody(record.owner), main_post(record.people.posts())
    goals = _goals(record, found)
    leaving = Leaving(record.reader, Layer.SUPERVISION, *_TABLES)
    parts = what_changed(record, found)
    return PlanPaper(
        title=leaving.text("learning_plan", plan, "title", found.title),
        name=me.name,
        start=found.start,
        end=found.end,
        prepared=record.clock.today(),
        registration=me.registration,
        post="" if post is None else post.title,
        employer=me.employer,
        goals=tuple(_goal(record, found, goal, leaving) for goal in goals.values()),
        learning=tuple(
            _learning(record, one, goals, leaving)
            for one in found.learning
            if leaving.may("planned_learning", one.id, "text")
        ),
        sums=sums_sentence(learning_sums(found.learning)),
        protected=leaving.text("learning_plan", plan, "protected", found.protected.strip()),
        promises=plan_promises(record, found),
        taken=taken_in_year(record, found),
        agreements=tuple(_agreements(record, found, people)),
        background=ot_sentence(found.agreements),
        changed=changed_sentence(parts, long_day(found.agreements[-1].day)) if parts else "",
        reviews=tuple(_reviews(found, people, leaving)),
        review_on=_review_to_come(record, found),
    )


def _goals(record: Record, plan: LearningPlan) -> Mapping[str, Goal]:
    """The goals of the plan that others may know of, in its order."""
    found = {goal.id: goal for goal in record.goals.some([one.goal for one in plan.goals])}
    return {
        one.goal: found[one.goal]
        for one in plan.goals
        if found[one.goal].deleted is None and may_leave(found[one.goal].layer_of("title"), Layer.SUPERVISION)
    }


def _goal(record: Record, plan: LearningPlan, goal: Goal, leaving: Leaving) -> PlanPaperGoal:
    link = next(one for one in plan.goals if one.goal == goal.id)
    before = carried_from(plan, record.plans.all()).get(goal.id)
    title = leaving.text("learning_plan", before.id, "title", before.title) if before is not None else ""
    steps = [one for one in goal.milestones if leaving.may("goal_milestone", one.id, "text")]
    return PlanPaperGoal(
        title=goal.title,
        state=f"{GOAL_STATES[goal.state]}, from ‘{title}’" if title else GOAL_STATES[goal.state],
        texts=tuple((GOAL_LABELS[name], _text(goal, name)) for name in _TEXTS if _text(goal, name)),
        about=_about(record, goal),
        target=goal.target,
        steps=tuple(PlanStep(one.text, one.due, one.done_on) for one in steps),
        outcome=_text(goal, "outcome"),
        carried=leaving.text("plan_goal", link.id, "carried_reason", link.carried_reason),
    )


def _text(goal: Goal, name: str) -> str:
    text: str = getattr(goal, name)
    return text.strip() if may_leave(goal.layer_of(name), Layer.SUPERVISION) else ""


def _about(record: Record, goal: Goal) -> str:
    """ "Leadership, level 4 now, level 5 wanted", as far as it is said."""
    item = _text(goal, "framework_item")
    if not item:
        return ""
    levels = ((goal.level_now, "now"), (goal.level_target, "wanted"))
    told = [f"level {level} {word}" for level, word in levels if level is not None]
    return ", ".join((all_frameworks(record).label(item), *told))


def _learning(record: Record, one: PlannedLearning, goals: Mapping[str, Goal], leaving: Leaving) -> PlanPaperLearning:
    return PlanPaperLearning(
        text=one.text,
        state=STATES[one.state],
        goal=next((number for number, goal in enumerate(goals, start=1) if goal == one.goal), None),
        minutes=one.minutes,
        pence=one.pence,
        asked_on=one.asked_on,
        decided_on=one.decided_on,
        decided_by=one.decided_by,
        reason=leaving.text("planned_learning", one.id, "reason", one.reason),
        became=_became(record, one),
    )


def _became(record: Record, one: PlannedLearning) -> str:
    if one.activity is None:
        return ""
    activity = record.activities.get(one.activity)
    told = activity.deleted is None and may_leave(activity.layer_of("title"), Layer.SUPERVISION)
    return activity.title if told else ""


def plan_promises(record: Record, plan: LearningPlan) -> tuple[str, ...]:
    """ "3 h 30 a month, job plan": what is promised for a part of the year at least."""
    return tuple(_promises(record, plan))


def _promises(record: Record, plan: LearningPlan) -> Iterator[str]:
    words = load_catalogue().supervision
    year = Period(plan.start, plan.end)
    for one in record.protected_time.entitlements():
        if year.touches(one.start, max(one.end, one.start) if one.end is not None else plan.end):
            source = words.entitlement_sources[one.source]
            yield f"{format_duration(one.minutes)} {words.per[one.per]}, {source[0].lower()}{source[1:]}"


def taken_in_year(record: Record, plan: LearningPlan) -> str:
    """How much protected time was had in the plan's year so far, in a sentence; empty where there is nothing to say."""
    today = record.clock.today()
    if plan.start > today:
        return ""
    # Whole months, as on the page for a manager: what is agreed by the day comes to odd minutes.
    until = min(add_months(today.replace(day=1), 1) - timedelta(days=1), plan.end)
    found = protected_balance(record, Period(plan.start, until))
    if not found.entitled and not found.taken:
        return ""
    told = format_duration(found.taken) if found.taken else "none"
    of = f" Agreed up to {long_day(until)}: {format_duration(found.entitled)}." if found.entitled else ""
    return f"Taken since {long_day(plan.start)}: {told}.{of}"


def _agreements(record: Record, plan: LearningPlan, people: PaperPeople) -> Iterator[PlanPaperAgreement]:
    changed = changed_since(record.reader, plan)
    for one in plan.agreements:
        yield PlanPaperAgreement(people.name(one.person), one.day, one.role, one.is_ot, one.id in changed)


def _reviews(plan: LearningPlan, people: PaperPeople, leaving: Leaving) -> Iterator[PlanPaperReview]:
    for one in plan.reviews:
        whom = "" if one.person is None else people.name(one.person)
        yield PlanPaperReview(one.day, leaving.text("plan_review", one.id, "text", one.text), whom)


def _review_to_come(record: Record, plan: LearningPlan) -> date | None:
    coming = plan.review_on is not None and plan.review_on >= record.clock.today()
    return plan.review_on if coming else None
