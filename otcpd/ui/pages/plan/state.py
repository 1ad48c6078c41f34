"""What the page shows, read from the file in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from otcpd.actions.pathway.plan_paper import plan_promises, taken_in_year
from otcpd.actions.pathway.plans import what_changed
from otcpd.actions.supervision.paper_people import PaperPeople
from otcpd.domain.goal import Goal
from otcpd.domain.learning_plan import LearningPlan, PlannedLearning
from otcpd.domain.plan_standing import NextThing, carried_from, current_plan, next_thing, undecided_goals
from otcpd.record import glance
from otcpd.record.plan_changes import Part, changed_since
from otcpd.record.record import Record


@dataclass(frozen=True, slots=True)
class PlanState:
    """One plan with what belongs to it. `changed` is what is no longer as it was agreed, `outdated` the agreements to
    what it was before; `free` are open goals that are not in it."""

    today: date
    plan: LearningPlan
    plans: tuple[LearningPlan, ...]
    goals: Mapping[str, Goal]
    free: tuple[Goal, ...]
    names: Mapping[str, str]
    known: tuple[str, ...]
    """Names of the people of the file, for suggestions."""
    changed: tuple[Part, ...]
    outdated: frozenset[str]
    promises: tuple[str, ...]
    taken: str
    next: NextThing
    came_from: Mapping[str, LearningPlan]
    """By the id of a goal the plan that carried it over into this one."""
    became: Mapping[str, str]
    """Titles of what learning became in the log, by the id of the activity."""

    def goal_title(self, goal: str | None) -> str:
        """The title of a goal; empty for none, or one that is gone for good."""
        found = self.goals.get(goal or "")
        return "" if found is None else found.called

    def learning(self, key: str) -> PlannedLearning | None:
        """The planned learning with this id."""
        return next((one for one in self.plan.learning if one.id == key), None)


def read_state(record: Record, wanted: str = "") -> PlanState | None:
    """The plan with the id `wanted`, else the one that counts now; None while there is none.

    Raises an OtcpdError when the file cannot be read at the moment.
    """
    today, plans = record.clock.today(), tuple(record.plans.all())
    plan = next((one for one in plans if one.id == wanted), None) or current_plan(plans, today)
    if plan is None:
        return None
    inside = {one.goal for one in plan.goals} | {one.goal for one in plan.learning if one.goal is not None}
    everybody, changed = PaperPeople(record), what_changed(record, plan)
    activities = [one.activity for one in plan.learning if one.activity is not None]
    goals = {goal.id: goal for goal in (*record.goals.some(inside), *record.goals.all())}
    people = {*(one.person for one in plan.agreements), *(one.person for one in plan.reviews if one.person is not None)}
    return PlanState(
        today=today,
        plan=plan,
        plans=plans,
        goals=goals,
        free=tuple(g for g in goals.values() if g.deleted is None and g.is_open and g.id not in _in_plan(plan)),
        names={person: everybody.name(person) for person in people},
        known=tuple(one.name for one in record.people.all()),
        changed=changed,
        outdated=frozenset(changed_since(record.reader, plan)),
        promises=plan_promises(record, plan),
        taken=taken_in_year(record, plan),
        next=next_thing(plan, plans, today, changed=bool(changed), waiting=bool(undecided_goals(plan, goals))),
        came_from=carried_from(plan, plans),
        became={row.id: row.title for row in glance.days_of(record.reader, activities)},
    )


def _in_plan(plan: LearningPlan) -> frozenset[str]:
    return frozenset(one.goal for one in plan.goals)
