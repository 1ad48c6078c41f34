"""Frameworks, roles, goals, plans, impact and reading for a CPD file, drawn by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from otcpd.domain.career import AimState, ExpectationKind, OpportunityKind, OpportunityState, Setting
from otcpd.domain.framework import FrameworkKind, LinkKind
from otcpd.domain.goal import GoalState
from otcpd.domain.impact import Better
from otcpd.domain.learning_plan import LearningState
from otcpd.domain.order import keys_after
from otcpd.domain.pathway_texts import BIBLIOGRAPHY, GOAL_TEXTS, IMPACT_TEXTS
from otcpd.domain.reading import ReadingKind, ReadingState
from otcpd.record.gate import Step
from otcpd.record.ids import text_id
from tests.exchange.drawing import DAYS, Drawing

_STAMPS = {"created": "2026-10-01T08:00:00.000Z", "modified": "2026-11-02T09:30:00.123Z"}
_POSITIONS = st.sampled_from(keys_after(None, 5))
_SWITCHES = st.integers(0, 1)
_LEVELS = st.none() | st.integers(0, 9)
_DECIMALS = st.none() | st.sampled_from(["0", "-3", "12.5", "0.000001", "999999999999"])
_REFS = st.sampled_from(["hcpc_sop_ot@2023:4.1", "senior@1:lead: and teach", "senior@1:b", "8C1", ""])


def fill_pathway(drawn: Drawing, step: Step) -> None:
    """A few rows in every table of the pathway; people, posts, goals and activities are there already."""
    _frameworks(drawn, step)
    _roles(drawn, step)
    _assessments(drawn, step)
    _goals(drawn, step)
    _plans(drawn, step)
    _impacts(drawn, step)
    _readings(drawn, step)


def _some_texts(drawn: Drawing, *names: str) -> dict[str, str]:
    """One or two of the texts, so that drawing stays quick."""
    return {name: drawn.text() for name in drawn.data.draw(st.sets(st.sampled_from(names), max_size=2))}


def _linked(drawn: Drawing, step: Step, kind: str, row: str) -> None:
    for activity in drawn.some("activity"):
        step.link(f"{kind}_activity", {kind: row, "activity": activity})


def _frameworks(drawn: Drawing, step: Step) -> None:
    """Numbers of levels, codes and links between items may be the same or lead nowhere."""
    draw = drawn.data.draw
    framework = drawn.make(
        step,
        "framework",
        code="senior",
        edition=draw(st.sampled_from(["1", "2026"])),
        kind=draw(st.sampled_from(FrameworkKind)),
        valid_from=drawn.maybe(draw(DAYS)),
        in_force=draw(_SWITCHES),
        confirmed=draw(_SWITCHES),
        **_some_texts(drawn, "name", "short", "publisher", "source", "licence", "note", "replaces", "identifier"),
        **_STAMPS,
    )
    for _ in range(2):
        values: dict[str, str | int] = {
            "number": draw(st.integers(0, 9)),
            "title": drawn.text(),
            "confirmed": draw(_SWITCHES),
        }
        drawn.make(step, "framework_level", framework=framework, **values)
        drawn.make(
            step,
            "framework_item",
            framework=framework,
            code=drawn.text(),
            level=draw(_LEVELS),
            retired=draw(_SWITCHES),
            confirmed=draw(_SWITCHES),
            position=draw(_POSITIONS),
            **_some_texts(drawn, "label", "parent", "type", "notes", "identifier"),
        )
    ends = {"source": draw(_REFS), "target": draw(_REFS), "kind": draw(st.sampled_from(LinkKind))}
    drawn.make(step, "framework_link", **ends)


def _roles(drawn: Drawing, step: Step) -> None:
    draw = drawn.data.draw
    aim = drawn.make(
        step,
        "role_aim",
        state=draw(st.sampled_from(AimState)),
        employer=drawn.maybe(drawn.one("employer")),
        setting=draw(st.sampled_from(["", *Setting])),
        framework=draw(st.sampled_from(["", "senior@1"])),
        by=drawn.maybe(draw(DAYS)),
        **_some_texts(drawn, "title", "grade", "why"),
        **_STAMPS,
    )
    for _ in range(2):
        drawn.make(
            step,
            "role_expectation",
            aim=aim,
            kind=draw(st.sampled_from(ExpectationKind)),
            text=drawn.text(),
            item=draw(_REFS),
            level=draw(_LEVELS),
            position=draw(_POSITIONS),
            done_on=drawn.maybe(draw(DAYS)),
            activity=drawn.maybe(drawn.one("activity")),
        )
    first, last = drawn.span()
    opportunity = drawn.make(
        step,
        "opportunity",
        kind=draw(st.sampled_from(OpportunityKind)),
        state=draw(st.sampled_from(OpportunityState)),
        start=drawn.maybe(first),
        end=drawn.maybe(last),
        aim=drawn.maybe(aim),
        **_some_texts(drawn, "title", "host", "note"),
        **_STAMPS,
    )
    _linked(drawn, step, "opportunity", opportunity)


def _assessments(drawn: Drawing, step: Step) -> None:
    draw = drawn.data.draw
    assessment = drawn.make(
        step,
        "assessment",
        date=draw(DAYS),
        framework=draw(st.sampled_from(["senior@1", "rcot_career@2022"])),
        person=drawn.maybe(drawn.one("person")),
        note=drawn.text(),
        **_STAMPS,
    )
    for item in draw(st.sets(_REFS, min_size=1, max_size=2)):
        values = {"now": draw(_LEVELS), "target": draw(_LEVELS), "reason": drawn.text()}
        row = text_id("assessment_mark", assessment, item)
        drawn.make(step, "assessment_mark", id=row, assessment=assessment, item=item, **values)
        for activity in drawn.some("activity"):
            step.link("assessment_activity", {"assessment": assessment, "item": item, "activity": activity})


def _goals(drawn: Drawing, step: Step) -> None:
    draw = drawn.data.draw
    goal = drawn.make(
        step,
        "goal",
        framework_item=draw(_REFS),
        level_now=draw(_LEVELS),
        level_target=draw(_LEVELS),
        target_date=drawn.maybe(draw(DAYS)),
        closed_on=drawn.maybe(draw(DAYS)),
        state=draw(st.sampled_from(GoalState)),
        aim=drawn.maybe(drawn.one("role_aim")),
        **_some_texts(drawn, *GOAL_TEXTS),
    )
    for _ in range(2):
        days = {"due": drawn.maybe(draw(DAYS)), "done_on": drawn.maybe(draw(DAYS))}
        drawn.make(step, "goal_milestone", goal=goal, text=drawn.text(), position=draw(_POSITIONS), **days)
    for day in draw(st.sets(DAYS, max_size=2)):
        step.link("goal_review", {"goal": goal, "date": day})
    for activity in drawn.some("activity"):
        step.link("activity_goal", {"activity": activity, "goal": goal})


def _plans(drawn: Drawing, step: Step) -> None:
    draw = drawn.data.draw
    first, last = drawn.span()
    review = drawn.maybe(draw(DAYS))
    texts = _some_texts(drawn, "title", "protected", "note")
    plan = drawn.make(step, "learning_plan", start=first, end=last, review_on=review, **texts, **_STAMPS)
    for goal in drawn.data.draw(st.sets(st.sampled_from(drawn.rows["goal"]), min_size=1)):
        row = text_id("plan_goal", plan, goal)
        drawn.make(step, "plan_goal", id=row, plan=plan, goal=goal, carried_reason=drawn.text(), position="m")
    for _ in range(2):
        drawn.make(
            step,
            "planned_learning",
            plan=plan,
            text=drawn.text(),
            position=draw(_POSITIONS),
            goal=drawn.maybe(drawn.one("goal")),
            minutes=draw(st.none() | st.integers(0, 900)),
            pence=draw(st.none() | st.integers(0, 99_999)),
            state=draw(st.sampled_from(LearningState)),
            asked_on=drawn.maybe(first),
            decided_on=drawn.maybe(last),
            activity=drawn.maybe(drawn.one("activity")),
            **_some_texts(drawn, "decided_by", "reason"),
        )
    agreed = {"person": drawn.one("person"), "date": draw(DAYS), "is_ot": draw(st.none() | _SWITCHES)}
    drawn.make(step, "plan_agreement", plan=plan, role=drawn.text(), **agreed)
    looked = {"person": drawn.maybe(drawn.one("person")), "date": draw(DAYS)}
    drawn.make(step, "plan_review", plan=plan, text=drawn.text(), **looked)


def _impacts(drawn: Drawing, step: Step) -> None:
    draw = drawn.data.draw
    impact = drawn.make(
        step,
        "impact",
        date=draw(DAYS),
        people=draw(st.none() | st.integers(0, 99)),
        told=draw(_SWITCHES),
        **_some_texts(drawn, *IMPACT_TEXTS, "theme"),
        **_STAMPS,
    )
    for _ in range(2):
        drawn.make(
            step,
            "impact_measure",
            impact=impact,
            name=drawn.text(),
            unit=drawn.text(),
            better=draw(st.sampled_from(Better)),
            before=draw(_DECIMALS),
            after=draw(_DECIMALS),
            before_on=drawn.maybe(draw(DAYS)),
            after_on=drawn.maybe(draw(DAYS)),
            position=draw(_POSITIONS),
        )
    _linked(drawn, step, "impact", impact)


def _readings(drawn: Drawing, step: Step) -> None:
    draw = drawn.data.draw
    reading = drawn.make(
        step,
        "reading",
        kind=draw(st.sampled_from(ReadingKind)),
        state=draw(st.sampled_from(ReadingState)),
        listed=draw(_SWITCHES),
        read_on=drawn.maybe(draw(DAYS)),
        accessed=drawn.maybe(draw(DAYS)),
        **_some_texts(drawn, *BIBLIOGRAPHY, "appraisal", "changed"),
        **_STAMPS,
    )
    _linked(drawn, step, "reading", reading)
