"""Reads learning plans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.learning_plan import (
    LearningPlan,
    LearningState,
    PlanAgreement,
    PlanGoal,
    PlannedLearning,
    PlanReview,
)
from otcpd.record.engine import Reader, Row, Value
from otcpd.record.ids import read_instant

T = TypeVar("T")
_COLUMNS = 'id, owner, title, start, "end", created, modified, protected, note, review_on, deleted'
_LEARNING = "plan, id, text, goal, minutes, pence, state, asked_on, decided_on, decided_by, reason, activity"
_OURS = "owner = (SELECT owner FROM record)"


class Plans:
    """The learning plans of an open CPD file."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def get(self, plan: str) -> LearningPlan:
        """One plan, in the bin or not. Raises NotAcceptable if there is none with this id."""
        found = self._made("id = ?", (plan,))
        if not found:
            raise NotAcceptable(f"There is no learning plan with the id {plan}.", "Nothing was changed.")
        return found[0]

    def all(self, *, binned: bool = False) -> list[LearningPlan]:
        """The owner's plans, the oldest first; `binned` gives those in the bin instead."""
        return self._made(f"deleted IS {'NOT ' if binned else ''}NULL AND {_OURS}", ())

    def of_learning(self, learning: str) -> str:
        """The id of the plan that a piece of learning is in. Raises NotAcceptable if there is none with this id."""
        return self._plan_of("planned_learning", learning, "planned learning")

    def of_review(self, review: str) -> str:
        """The same of a review."""
        return self._plan_of("plan_review", review, "review")

    def of_agreement(self, agreement: str) -> str:
        """The same of an agreement."""
        return self._plan_of("plan_agreement", agreement, "agreement")

    def _plan_of(self, table: str, row: str, called: str) -> str:
        found = self._reader.row(f"SELECT plan FROM {table} WHERE id = ? AND deleted IS NULL", (row,))
        if found is None:
            raise NotAcceptable(f"There is no {called} with the id {row}.", "Nothing was changed.")
        return str(found[0])

    def _made(self, where: str, values: tuple[Value, ...]) -> list[LearningPlan]:
        rows = self._reader.rows(
            f'SELECT {_COLUMNS} FROM learning_plan WHERE {where} ORDER BY start, "end", id', values
        )
        which = f"plan IN (SELECT id FROM learning_plan WHERE {where}) AND deleted IS NULL"

        def parts(columns: str, table: str, order: str, make: Callable[[Row], T]) -> dict[str, list[T]]:
            query = f"SELECT {columns} FROM {table} WHERE {which} ORDER BY {order}, id"
            found: dict[str, list[T]] = defaultdict(list)
            for row in self._reader.rows(query, values):
                found[row[0]].append(make(row))
            return found

        with self._reader.legible():
            goals = parts("plan, id, goal, carried_reason", "plan_goal", "position", _goal)
            learning = parts(_LEARNING, "planned_learning", "position", _learning)
            agreements = parts("plan, id, person, date, role, is_ot", "plan_agreement", "date", _agreement)
            reviews = parts("plan, id, date, text, person", "plan_review", "date", _review)
            return [_plan(row, goals[row[0]], learning[row[0]], agreements[row[0]], reviews[row[0]]) for row in rows]


def _plan(
    row: Row,
    goals: list[PlanGoal],
    learning: list[PlannedLearning],
    agreements: list[PlanAgreement],
    reviews: list[PlanReview],
) -> LearningPlan:
    return LearningPlan(
        id=row[0],
        owner=row[1],
        title=row[2],
        start=date.fromisoformat(row[3]),
        end=date.fromisoformat(row[4]),
        created=read_instant(row[5]),
        modified=read_instant(row[6]),
        protected=row[7],
        note=row[8],
        review_on=_day(row[9]),
        goals=tuple(goals),
        learning=tuple(learning),
        agreements=tuple(agreements),
        reviews=tuple(reviews),
        deleted=read_instant(row[10]) if row[10] else None,
    )


def _goal(row: Row) -> PlanGoal:
    return PlanGoal(id=row[1], goal=row[2], carried_reason=row[3])


def _learning(row: Row) -> PlannedLearning:
    return PlannedLearning(
        id=row[1],
        text=row[2],
        goal=row[3],
        minutes=row[4],
        pence=row[5],
        state=LearningState(row[6]),
        asked_on=_day(row[7]),
        decided_on=_day(row[8]),
        decided_by=row[9],
        reason=row[10],
        activity=row[11],
    )


def _agreement(row: Row) -> PlanAgreement:
    is_ot = None if row[5] is None else bool(row[5])
    return PlanAgreement(id=row[1], person=row[2], day=date.fromisoformat(row[3]), role=row[4], is_ot=is_ot)


def _review(row: Row) -> PlanReview:
    return PlanReview(id=row[1], day=date.fromisoformat(row[2]), text=row[3], person=row[4])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
