"""What the page of the learning plan says."""

from __future__ import annotations

from datetime import date

from otcpd.domain.dates import long_day, span
from otcpd.domain.goal import Goal, GoalState
from otcpd.domain.learning_plan import LearningPlan, LearningState, PlanAgreement, PlannedLearning
from otcpd.domain.plan_standing import NextThing, OtBackground, review_due, undecided_goals
from otcpd.domain.plan_words import STATES, figures, outcome
from otcpd.domain.words import counted, shortened, tally
from otcpd.ui import words as common

PAGE = "Learning plan"
MAKE, START, AGREE, REVIEW, TURN, ADD = (
    "Save as a document",
    "Start a plan",
    "Agree the plan",
    "Note a review",
    "Turn the year",
    "Plan learning",
)
NEXT = {
    NextThing.START: START,
    NextThing.FILL: ADD,
    NextThing.AGREE: AGREE,
    NextThing.AGREE_AGAIN: AGREE,
    NextThing.REVIEW: REVIEW,
    NextThing.TURN: TURN,
    NextThing.ADD: ADD,
}
"""What the page's filled button says."""
NO_PLAN = "No learning plan yet"
NO_PLAN_WHY = "A plan for a year: your goals, what you want to learn for them, and who agreed to it."
FACT_NO_PLAN = "Nothing is planned yet."
YEAR, WHICH, TITLE, FROM, UNTIL = "The year", "Which plan", "Title", "From", "Until"
DELETE_PLAN = "Delete this plan"
GOALS, NO_GOALS = "Goals", "No goal is in this plan yet. Put one in, or set a new one on the page Pathway."
OPEN_GOAL, UP, DOWN, TAKE_OUT = "Open the goal", "Move up", "Move down", "Take out of the plan"
PUT_IN, WHICH_GOAL, NEW_GOAL = "Put it in", "Put a goal in", "New goal"
LEARNING, NO_LEARNING = "Planned learning", "Nothing is planned yet: a course, a visit, time to read."
WHAT, PLAN_THIS = "Add something to learn", "Plan this"
WHAT_HINT = "Moving and handling train the trainer, three days"
FOR_GOAL, NO_GOAL = "For the goal", "None in particular"
TIME, COST, TIME_HINT, COST_HINT = "Time", "Cost", "3 days, 7 h", "£120"
HOW_FAR = "How far it has come"
ASKED_ON, DECIDED_BY, REASON, BECAME, NONE_OF_LOG = (
    "Asked on",
    "By whom",
    "Why",
    "What it is in your log",
    "None of these",
)
DECIDED_ON = {LearningState.AGREED: "Agreed on", LearningState.REFUSED: "Refused on"}
DELETE_LEARNING = "Delete this learning"
AGREED, NOT_AGREED = "Who agreed", "Nobody has agreed to this plan yet."
OT_COUNTS = "A plan counts for more when somebody who knows the work of an OT agrees to it too."
WHO, ROLE, ON, IS_OT = "Who", "As", "On", "Has an OT background"
ROLE_HINT, WHO_HINT = "Line manager", "A name"
NOTE_AGREED, CHANGE_AGREED, DELETE_AGREED = "Note that they agreed", "Change this", "Delete this"
CLOSE = "Close"
REVIEWS, REVIEW_ON, NO_REVIEW = "Mid-year review", "To be looked at again on", "Nobody has looked at it yet."
WITH_WHOM, WHAT_WAS_SAID = "With whom", "What we saw and decided"
NOTE_REVIEW, DELETE_REVIEW = "Note a review", "Delete this review"
PROTECTED, PROTECTED_TEXT = "Protected time", "Protected time it counts on"
NOTHING_PROMISED, SEE_PROTECTED = "Nothing is noted as agreed for this year.", "See protected time"
NOTES, NOTES_STAY = "Notes to myself", "Only you, never exported"
TURN_TITLE = "Turn the year"
TURN_WHY = "Each goal of this plan is reached, let go, or carried over to the next one. You can undo it all at once."
TURN_NONE = "Every goal of this plan is closed or carried over. The next plan begins without them."
NEXT_FROM, NEXT_UNTIL, NOT_YET = "The next plan begins on", "And ends on", "Not yet"
REACHED, LET_GO, CARRY = "Reached", "Let go", "Carry over"
CAME_OF_IT, WHY_CARRIED = "What came of it", "Why it is carried over"
SAY_WHY = "Say in a few words why it goes over to the next year."
OPTIONAL = common.OPTIONAL
LOOK_ONLY = "This file is open for reading only. You can look, not change."
GOAL_STATES = {
    GoalState.OPEN: "Open",
    GoalState.PAUSED: "Paused",
    GoalState.REACHED: "Reached",
    GoalState.LET_GO: "Let go",
}
BACKGROUND = {True: "OT background", False: "No OT background", None: "OT background not said"}
BACKGROUND_ICON = {
    OtBackground.YES: ("tick", "accent"),
    OtBackground.NO: ("info", "ink2"),
    OtBackground.NOT_SAID: ("info", "ink2"),
}


def plan_option(plan: LearningPlan) -> str:
    """ "Learning plan 2026 to 2027, 1 Oct 2026 to 30 Sep 2027"."""
    return f"{plan.title}, {span(plan.start, plan.end, year=True, brief=True)}"


def standing(plan: LearningPlan, goals: dict[str, Goal], today: date, *, changed: bool) -> str:
    """The page's sentence: from when to when, how many goals and pieces of learning, and whether it is agreed."""
    when = span(plan.start, plan.end, year=True)
    inside = " and ".join(
        part
        for part in (
            counted(len(plan.goals), "goal") if plan.goals else "",
            counted(len(plan.learning), "thing to learn", "things to learn") if plan.learning else "",
        )
        if part
    )
    what = f"{when}, with {inside}." if inside else f"{when}."
    return f"{what} {_stands(plan, goals, today, changed=changed)}"


def _stands(plan: LearningPlan, goals: dict[str, Goal], today: date, *, changed: bool) -> str:
    waiting = len(undecided_goals(plan, goals))
    if today > plan.end:
        ended = f"It ended on {long_day(plan.end)}"
        many = "wait" if waiting != 1 else "waits"
        return f"{ended}; {counted(waiting, 'goal')} {many} for a word." if waiting else f"{ended}."
    if not plan.agreed:
        return "Nobody has agreed to it yet."
    if changed:
        return "It has changed since it was agreed."
    if review_due(plan, today):
        return "It is time to look at it again."
    return f"Agreed on {long_day(plan.agreements[-1].day)}."


def goal_meta(goal: Goal, carried: str, came_from: LearningPlan | None = None) -> str:
    """ "Open. 2 of 3 steps done. By 30 June 2027. Carried over: duty cover took the spring"."""
    parts = (
        f"{goal.steps_done} of {tally(len(goal.milestones), 'step')} done" if goal.milestones else "",
        f"By {long_day(goal.target)}" if goal.target is not None else "",
        f"From ‘{came_from.title}’" if came_from is not None else "",
        f"Carried over: {carried}" if carried else "",
    )
    return ". ".join(part.rstrip(".") for part in (GOAL_STATES[goal.state], *parts) if part)


def learning_meta(one: PlannedLearning, goal: str, became: str = "") -> str:
    """ "Refused by Morag Larch on 9 October 2026: no budget. 14 h, £380.50. For ‘Lead a group’"."""
    day = "" if one.decided_on is None else long_day(one.decided_on)
    asked = f" on {long_day(one.asked_on)}" if one.state is LearningState.ASKED and one.asked_on is not None else ""
    parts = (
        f"{outcome(one, day)}{asked}{f': {became}' if became else ''}",
        figures(one.minutes, one.pence),
        f"For ‘{shortened(goal, 60)}’" if goal else "",
    )
    return ". ".join(part.rstrip(".") for part in parts if part)


def learning_said(one: PlannedLearning) -> str:
    """ "‘Conference’: Refused", for a message."""
    return f"‘{shortened(one.text, 60)}’: {STATES[one.state]}"


def agreement_meta(one: PlanAgreement, *, changed: bool) -> str:
    """ "Line manager, 9 October 2026. No OT background. The plan has changed since"."""
    who = ", ".join(filter(None, (one.role, long_day(one.day))))
    return ". ".join(filter(None, (who, BACKGROUND[one.is_ot], "The plan has changed since" if changed else "")))


def turned(start: date, carried: int) -> str:
    """ "The year is turned. The next plan begins on 1 October 2027, with one goal carried over"."""
    over = f", with {counted(carried, 'goal')} carried over" if carried else ""
    return f"The year is turned. The next plan begins on {long_day(start)}{over}"


def goes_into(title: str) -> str:
    """Where goals that are carried over go, when the next plan is there already."""
    return f"What is carried over goes into ‘{title}’, which is begun already."
