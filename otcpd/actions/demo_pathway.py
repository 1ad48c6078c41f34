"""The career pathway in the sample: roles, self-assessment, goals, plans, impact, reading, when they were written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

from otcpd.actions.demo_content import read_once
from otcpd.actions.demo_days import Move
from otcpd.actions.demo_making import Making
from otcpd.actions.people import make_employer
from otcpd.domain.order import keys_after
from otcpd.domain.pathway_texts import BIBLIOGRAPHY, GOAL_TEXTS, IMPACT_TEXTS
from otcpd.record.gate import Step

Event = tuple[datetime, Callable[[], object]]
Told = Mapping[str, Any]

_POST = ("setting", "grade", "wte", "locality", "specialisms", "note")
_WEEK = timedelta(days=7)


def pathway_events(making: Making, move: Move) -> Iterator[Event]:
    """All that happens on the pathway. People and posts are there once `making` has begun."""
    return _Pathway(making, move).events()


class _Pathway:
    """What the sample tells of the pathway, row by row: it is made often, and a step for each text would cost."""

    def __init__(self, making: Making, move: Move) -> None:
        self._making = making
        self._record = making.record
        self._move = move
        self._content: Told = move.told(read_once("pathway"))
        self._goals: dict[str, str] = {}
        self._aim: list[str] = []
        self._plans: dict[str, str] = {}
        self._in_plan: dict[tuple[str, str], str] = {}

    def events(self) -> Iterator[Event]:
        """All that happens, each thing by itself."""
        content = self._content
        first = min(one["added"] for one in content["goals"])
        yield self._at(first - _WEEK, 18), self._tell_of_posts
        yield self._at(content["joint"]["start"], 18), self._begin_joint_post
        yield self._at(content["framework"]["added"], 19), self._add_framework
        yield self._at(content["aim"]["added"], 19), self._aim_for
        for one in content["opportunities"]:
            yield self._at(one["added"], 20), partial(self._add_opportunity, one)
        for one in content["assessments"]:
            yield self._at(one["date"], 18), partial(self._assess, one)
        for one in content["goals"]:
            yield self._at(one["added"], 18), partial(self._begin_goal, one)
            yield self._at(self._last_day(one), 19), partial(self._go_on_with, one)
        for one in content["plans"]:
            yield self._at(one["added"], 19), partial(self._begin_plan, one)
            yield self._at(self._plan_day(one), 20), partial(self._agree_to_plan, one)
        yield self._at(max(one["added"] for one in content["plans"]), 20), self._carry_over
        for one in content["impacts"]:
            yield self._at(one["date"], 20), partial(self._tell_impact, one)
        for one in content["readings"]:
            yield self._at(one["added"], 18), partial(self._add_reading, one)
        yield self._at(max(one["added"] for one in content["readings"]), 19), self._show

    # Roles

    def _tell_of_posts(self) -> None:
        made = {post.title: post.id for post in self._record.people.posts()}
        with self._record.step("Edit posts") as step:
            for one in self._content["posts"]:
                for field in _POST:
                    if field in one:
                        step.set("post", made[one["title"]], field, one[field])

    def _begin_joint_post(self) -> None:
        one = self._content["joint"]
        with self._record.step("New post") as step:
            days = {name: self._day(one[name]) for name in ("start", "fixed_until")}
            told = {field: one[field] for field in ("title", *_POST)}
            step.insert("post", {**told, **days, "employer": make_employer(step, one["employer"])})

    def _add_framework(self) -> None:
        one = self._content["framework"]
        with self._record.step("New framework") as step:
            texts = {name: one[name] for name in ("code", "edition", "name", "short", "kind", "publisher", "source")}
            days = {"valid_from": one["valid_from"].isoformat(), **_stamps(step)}
            made = step.insert("framework", {**texts, **days, "note": one["note"], "in_force": 1, "confirmed": 1})
            for number, title in enumerate(one["levels"], 1):
                step.insert("framework_level", {"framework": made, "number": number, "title": title, "confirmed": 1})
            for item, position in _in_order(one["items"]):
                step.insert("framework_item", {**item, "framework": made, "position": position, "confirmed": 1})
            for link in one["links"]:
                source = f"{one['code']}@{one['edition']}:{link['from']}"
                step.link("framework_link", {"source": source, "target": link["to"]}, {"kind": "same"})

    def _aim_for(self) -> None:
        one = self._content["aim"]
        with self._record.step("New role to aim for") as step:
            texts = {name: one[name] for name in ("title", "setting", "grade", "framework", "why")}
            who = {"employer": make_employer(step, one["employer"]), "by": self._day(one["by"]), "state": "aiming"}
            made = step.insert("role_aim", {**texts, **who, **_stamps(step)})
            for expectation, position in _in_order(one["expectations"]):
                activity = self._making.activities.get(expectation.get("activity", ""))
                row = {**expectation, "activity": activity, "aim": made, "position": position}
                step.insert("role_expectation", row)
        self._aim.append(made)

    def _add_opportunity(self, one: Told) -> None:
        with self._record.step("New opportunity") as step:
            texts = {name: one[name] for name in ("kind", "title", "host", "state")}
            days = {name: self._day(one[name]) for name in ("start", "end") if name in one}
            row = {**texts, **days, "note": one.get("note", ""), **_stamps(step)}
            self._link(step, "opportunity", step.insert("opportunity", row), one)

    # Self-assessment, goals and plans

    def _assess(self, one: Told) -> None:
        with self._record.step("New self-assessment") as step:
            row = {"date": self._day(one["date"]), "framework": one["framework"], "note": one.get("note", "")}
            row["person"] = self._making.people[one["with"]]
            made = step.insert("assessment", {**row, **_stamps(step)})
            for mark in one["marks"]:
                item = f"{one['framework']}:{mark['item']}"
                said = {name: mark[name] for name in ("now", "target", "reason")}
                step.link("assessment_mark", {"assessment": made, "item": item}, said)
                for activity in self._known(mark.get("by", ())):
                    step.link("assessment_activity", {"assessment": made, "item": item, "activity": activity})

    def _begin_goal(self, one: Told) -> None:
        with self._record.step("New goal") as step:
            told = {name: one[name] for name in GOAL_TEXTS if name in one and name != "outcome"}
            told |= {name: one[name] for name in ("framework_item", "level_now", "level_target")}
            days = {"target_date": self._day(one["target_date"])}
            made = step.insert("goal", {**told, **days, "state": "open"})
            for milestone, position in _in_order(one["milestones"]):
                row = {"goal": made, "text": milestone["text"], "position": position}
                step.insert("goal_milestone", {**row, "due": self._maybe_day(milestone.get("due"))})
            for day in one.get("reviews", ()):
                step.link("goal_review", {"goal": made, "date": self._day(day)})
        self._goals[one["key"]] = made

    def _last_day(self, one: Told) -> date:
        """The day on which the newest of it was written."""
        days: list[date] = [milestone["done"] for milestone in one["milestones"] if "done" in milestone]
        last: date = max([one.get("closed_on", one["added"]), *days])
        return last

    def _go_on_with(self, one: Told) -> None:
        made = self._goals[one["key"]]
        steps = {milestone.text: milestone.id for milestone in self._record.goals.get(made).milestones}
        with self._record.step("Edit goal") as step:
            for milestone in one["milestones"]:
                if "done" in milestone:
                    step.set("goal_milestone", steps[milestone["text"]], "done_on", self._day(milestone["done"]))
            for activity in self._known(one["activities"]):
                step.link("activity_goal", {"activity": activity, "goal": made})
            if one.get("aimed") and self._aim:
                step.set("goal", made, "aim", self._aim[0])
            if "state" in one:
                step.set("goal", made, "state", one["state"])
                step.set("goal", made, "outcome", one["outcome"])
                step.set("goal", made, "closed_on", self._day(one["closed_on"]))

    def _begin_plan(self, one: Told) -> None:
        with self._record.step("New learning plan") as step:
            days = {name: self._day(one[name]) for name in ("start", "end", "review_on")}
            texts = {"title": one["title"], "protected": one["protected"], "note": one.get("note", "")}
            made = step.insert("learning_plan", {**texts, **days, **_stamps(step)})
            for key, position in _in_order(one["goals"]):
                ends = {"plan": made, "goal": self._goals[key]}
                self._in_plan[one["key"], key] = step.link("plan_goal", ends, {"position": position})
        self._plans[one["key"]] = made

    def _plan_day(self, one: Told) -> date:
        """The day on which the last of its agreements, decisions and reviews was noted."""
        days: list[date] = [agreed["date"] for agreed in (*one["agreed"], *one.get("reviews", ()))]
        days += [learning["decided"] for learning in one["learning"] if "decided" in learning]
        return max(days)

    def _agree_to_plan(self, one: Told) -> None:
        made, people = self._plans[one["key"]], self._making.people
        ots = {person.id: person.is_ot for person in self._record.people.all()}
        with self._record.step("Agree to the plan") as step:
            for learning, position in _in_order(one["learning"]):
                step.insert("planned_learning", {**self._learning(learning), "plan": made, "position": position})
            for agreed in one["agreed"]:
                person = people[agreed["who"]]
                row = {"plan": made, "person": person, "date": self._day(agreed["date"]), "role": agreed["role"]}
                step.insert("plan_agreement", {**row, "is_ot": int(bool(ots[person]))})
            for review in one.get("reviews", ()):
                row = {"plan": made, "person": people[review["who"]], "date": self._day(review["date"])}
                step.insert("plan_review", {**row, "text": review["text"]})

    def _learning(self, told: Told) -> dict[str, Any]:
        return {
            "text": told["text"],
            "goal": self._goals.get(told.get("goal", "")),
            "minutes": told.get("minutes"),
            "pence": told.get("pence"),
            "state": told["state"],
            "asked_on": self._maybe_day(told.get("asked")),
            "decided_on": self._maybe_day(told.get("decided")),
            "decided_by": told.get("by", ""),
            "reason": told.get("reason", ""),
            "activity": self._making.activities.get(told.get("activity", "")),
        }

    def _carry_over(self) -> None:
        with self._record.step("Carry a goal over") as step:
            for plan in self._content["plans"]:
                for key, reason in plan.get("carried", {}).items():
                    step.set("plan_goal", self._in_plan[plan["key"], key], "carried_reason", reason)

    # Impact and reading

    def _tell_impact(self, one: Told) -> None:
        with self._record.step("New impact") as step:
            texts = {name: one[name] for name in (*IMPACT_TEXTS, "theme")}
            rest = {"date": self._day(one["date"]), "people": one["people"], "told": int(one.get("told", True))}
            made = step.insert("impact", {**texts, **rest, **_stamps(step)})
            for measure, position in _in_order(one["measures"]):
                days = {name: self._day(measure[name]) for name in ("before_on", "after_on")}
                step.insert("impact_measure", {**measure, **days, "impact": made, "position": position})
            self._link(step, "impact", made, one)

    def _add_reading(self, one: Told) -> None:
        with self._record.step("New reading") as step:
            told = {name: one[name] for name in ("kind", *BIBLIOGRAPHY, "state", "appraisal", "changed") if name in one}
            days = {name: self._day(one[name]) for name in ("read_on", "accessed") if name in one}
            made = step.insert("reading", {**told, **days, "listed": 1, **_stamps(step)})
            self._link(step, "reading", made, one)

    def _show(self) -> None:
        """Which activities speak to which items, gone through one evening."""
        with self._record.step("Link activities to the framework") as step:
            for one in self._content["shown"]:
                for activity in self._known(one["by"]):
                    step.link("activity_standard", {"activity": activity, "standard": one["item"]})

    def _link(self, step: Step, table: str, row: str, one: Told) -> None:
        for activity in self._known(one.get("activities", ())):
            step.link(f"{table}_activity", {table: row, "activity": activity})

    def _known(self, keys: Sequence[str]) -> list[str]:
        """Ids of those activities that this sample has."""
        return [self._making.activities[key] for key in keys if key in self._making.activities]

    def _day(self, day: date) -> str:
        return self._move.plain(day).isoformat()

    def _maybe_day(self, day: date | None) -> str | None:
        return None if day is None else self._day(day)

    def _at(self, day: date, hour: int) -> datetime:
        return datetime.combine(self._move.plain(day), time(hour, 50), UTC)


def _stamps(step: Step) -> dict[str, str]:
    return {"created": step.at, "modified": step.at}


def _in_order(things: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    return zip(things, keys_after(None, len(things)), strict=True)
