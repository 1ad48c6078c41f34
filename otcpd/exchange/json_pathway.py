"""How the career pathway lies in our JSON: frameworks, roles, goals, plans, impact and reading."""

from __future__ import annotations

from otcpd.domain.assessment import MOST_LEVEL
from otcpd.domain.career import AimState, ExpectationKind, OpportunityKind, OpportunityState, Setting
from otcpd.domain.framework import FrameworkKind, LinkKind
from otcpd.domain.goal import GoalState
from otcpd.domain.impact import Better
from otcpd.domain.learning_plan import MOST_PENCE, LearningState
from otcpd.domain.pathway_texts import BIBLIOGRAPHY, GOAL_TEXTS, IMPACT_TEXTS
from otcpd.domain.reading import ReadingKind, ReadingState
from otcpd.exchange.json_shape import (
    ACTIVITY,
    EMPLOYER,
    MOST,
    STAMPS,
    Ends,
    Kind,
    Part,
    Thing,
    days,
    level,
    maybe_word,
    plain,
    to,
    whole,
    word,
)

_MILESTONE = Part("goal_milestone", "milestones", "milestone", "goal", plain("text") + days("due", "done_on"))
_FRAMEWORK_PARTS = (
    Part(
        "framework_level",
        "levels",
        "level",
        "framework",
        whole("number", most=MOST_LEVEL) + plain("title") + plain("confirmed", kind=Kind.SWITCH),
        by="number",
    ),
    Part(
        "framework_item",
        "items",
        "item",
        "framework",
        plain("code", "label", "parent", "type", "notes", "identifier")
        + level("level")
        + plain("retired", "confirmed", kind=Kind.SWITCH),
    ),
)
_EXPECTATION = Part(
    "role_expectation",
    "expectations",
    "expectation",
    "aim",
    word("kind", ExpectationKind) + plain("text", "item") + level("level") + days("done_on") + ACTIVITY,
)
_MARK = Part(
    "assessment_mark",
    "marks",
    "mark",
    "assessment",
    plain("item", "reason") + level("now") + level("target"),
    by="item",
    made_of=("assessment", "item"),
)
_SHOWN_BY = Part(
    "assessment_activity",
    "shown_by",
    "activity that shows it",
    "assessment",
    plain("item") + to("activity", "activity", maybe=False),
    by="item",
    made_of=("assessment", "item", "activity"),
)
_PLAN_PARTS = (
    Part(
        "plan_goal",
        "goals",
        "goal",
        "plan",
        to("goal", "goal", maybe=False) + plain("carried_reason"),
        made_of=("plan", "goal"),
    ),
    Part(
        "planned_learning",
        "learning",
        "planned learning",
        "plan",
        plain("text")
        + to("goal", "goal")
        + whole("minutes", maybe=True)
        + whole("pence", most=MOST_PENCE, maybe=True)
        + word("state", LearningState)
        + days("asked_on", "decided_on")
        + plain("decided_by", "reason")
        + ACTIVITY,
    ),
    Part(
        "plan_agreement",
        "agreements",
        "agreement",
        "plan",
        plain("date", kind=Kind.DAY)
        + to("person", "person", maybe=False)
        + plain("role")
        + plain("is_ot", kind=Kind.SWITCH, maybe=True),
        by="date",
    ),
    Part(
        "plan_review",
        "reviews",
        "review",
        "plan",
        plain("date", kind=Kind.DAY) + to("person", "person") + plain("text"),
        by="date",
    ),
)
_MEASURE = Part(
    "impact_measure",
    "measures",
    "measure",
    "impact",
    plain("name", "unit")
    + word("better", Better)
    + plain("before", "after", kind=Kind.DECIMAL, maybe=True)
    + days("before_on", "after_on"),
)


GOAL = Thing(
    "goal",
    "goals",
    "goal",
    plain(*GOAL_TEXTS, "framework_item")
    + level("level_now")
    + level("level_target")
    + days("target_date", "closed_on")
    + word("state", GoalState, usual=GoalState.OPEN)
    + to("aim", "role_aim"),
    parts=(_MILESTONE,),
    ends=(Ends("goal_review", "review_dates", "goal", "date", days=True),),
)

PATHWAY = (
    Thing(
        "framework",
        "frameworks",
        "framework",
        plain("code", "edition", kind=Kind.CODE)
        + plain("name", "short", "publisher", "source", "licence", "note", "replaces", "identifier")
        + word("kind", FrameworkKind)
        + days("valid_from")
        + plain("in_force", "confirmed", kind=Kind.SWITCH)
        + STAMPS,
        parts=_FRAMEWORK_PARTS,
    ),
    Thing(
        "framework_link",
        "framework_links",
        "link between frameworks",
        plain("source", "target") + word("kind", LinkKind),
    ),
    Thing(
        "role_aim",
        "role_aims",
        "role aimed for",
        plain("title", "grade", "framework", "why")
        + word("state", AimState)
        + EMPLOYER
        + maybe_word("setting", Setting)
        + days("by")
        + STAMPS,
        parts=(_EXPECTATION,),
    ),
    Thing(
        "opportunity",
        "opportunities",
        "opportunity",
        word("kind", OpportunityKind)
        + plain("title", "host", "note")
        + word("state", OpportunityState)
        + days("start", "end")
        + to("aim", "role_aim")
        + STAMPS,
        ends=(Ends("opportunity_activity", "activities", "opportunity", "activity", "activity"),),
    ),
    Thing(
        "assessment",
        "assessments",
        "self-assessment",
        plain("date", kind=Kind.DAY) + plain("framework", "note") + to("person", "person") + STAMPS,
        parts=(_MARK, _SHOWN_BY),
    ),
    Thing(
        "learning_plan",
        "learning_plans",
        "learning plan",
        plain("title", "protected", "note") + plain("start", "end", kind=Kind.DAY) + days("review_on") + STAMPS,
        parts=_PLAN_PARTS,
    ),
    Thing(
        "impact",
        "impacts",
        "impact",
        plain("date", kind=Kind.DAY)
        + plain(*IMPACT_TEXTS, "theme")
        + whole("people", most=MOST, maybe=True)
        + plain("told", kind=Kind.SWITCH)
        + STAMPS,
        parts=(_MEASURE,),
        ends=(Ends("impact_activity", "activities", "impact", "activity", "activity"),),
    ),
    Thing(
        "reading",
        "readings",
        "reading",
        word("kind", ReadingKind)
        + plain(*BIBLIOGRAPHY, "appraisal", "changed")
        + word("state", ReadingState)
        + days("read_on", "accessed")
        + plain("listed", kind=Kind.SWITCH)
        + STAMPS,
        ends=(Ends("reading_activity", "activities", "reading", "activity", "activity"),),
    ),
)
"""Every table of things of the pathway but `GOAL`, to which sessions and activities point."""
