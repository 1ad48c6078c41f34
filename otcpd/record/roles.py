"""Reads the roles that somebody aims for, and the opportunities on the way. Posts are among the people."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from otcpd.domain.career import (
    AimState,
    Expectation,
    ExpectationKind,
    Opportunity,
    OpportunityKind,
    OpportunityState,
    RoleAim,
    Setting,
)
from otcpd.domain.errors import NotAcceptable
from otcpd.record.engine import Reader, Row, Value
from otcpd.record.ids import read_instant

_AIM = "id, owner, title, created, modified, state, employer, setting, grade, framework, by, why, deleted"
_OPPORTUNITY = 'id, owner, kind, title, created, modified, host, state, start, "end", aim, note, deleted'
_OURS = "owner = (SELECT owner FROM record)"


class Roles:
    """What an open CPD file tells of roles to come."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def aim(self, aim: str) -> RoleAim:
        """One role aimed for, in the bin or not. Raises NotAcceptable if there is none with this id."""
        found = self._aims("id = ?", (aim,))
        if not found:
            raise NotAcceptable(f"There is no role aimed for with the id {aim}.", "Nothing was changed.")
        return found[0]

    def aims(self, *, binned: bool = False) -> list[RoleAim]:
        """The owner's: those still aimed for first, the newest first among each."""
        found = self._aims(f"deleted IS {'NOT ' if binned else ''}NULL AND {_OURS}", ())
        states = list(AimState)
        found.sort(key=_made, reverse=True)
        return sorted(found, key=lambda one: states.index(one.state))

    def opportunity(self, opportunity: str) -> Opportunity:
        """One opportunity, in the bin or not. Raises NotAcceptable if there is none with this id."""
        found = self._opportunities("id = ?", (opportunity,))
        if not found:
            raise NotAcceptable(f"There is no opportunity with the id {opportunity}.", "Nothing was changed.")
        return found[0]

    def opportunities(self, *, binned: bool = False) -> list[Opportunity]:
        """The owner's, in the order in which they were noted."""
        return sorted(self._opportunities(f"deleted IS {'NOT ' if binned else ''}NULL AND {_OURS}", ()), key=_made)

    def _aims(self, where: str, values: tuple[Value, ...]) -> list[RoleAim]:
        rows = self._reader.rows(f"SELECT {_AIM} FROM role_aim WHERE {where}", values)
        expectations: dict[str, list[Expectation]] = defaultdict(list)
        with self._reader.legible():
            for row in self._reader.rows(
                "SELECT aim, id, kind, text, item, level, done_on, activity FROM role_expectation"
                f" WHERE aim IN (SELECT id FROM role_aim WHERE {where}) AND deleted IS NULL ORDER BY position, id",
                values,
            ):
                expectations[row[0]].append(_expectation(row))
            return [_aim(row, tuple(expectations[row[0]])) for row in rows]

    def _opportunities(self, where: str, values: tuple[Value, ...]) -> list[Opportunity]:
        rows = self._reader.rows(f"SELECT {_OPPORTUNITY} FROM opportunity WHERE {where}", values)
        activities: dict[str, list[str]] = defaultdict(list)
        for opportunity, activity in self._reader.rows(
            "SELECT opportunity, activity FROM opportunity_activity JOIN activity ON activity.id = activity"
            f" WHERE opportunity IN (SELECT id FROM opportunity WHERE {where})"
            " AND opportunity_activity.deleted IS NULL AND activity.deleted IS NULL ORDER BY date, activity",
            values,
        ):
            activities[opportunity].append(activity)
        with self._reader.legible():
            return [_opportunity(row, tuple(activities[row[0]])) for row in rows]


def _made(one: RoleAim | Opportunity) -> tuple[datetime, str]:
    return one.created, one.id


def _expectation(row: Row) -> Expectation:
    return Expectation(
        id=row[1],
        kind=ExpectationKind(row[2]),
        text=row[3],
        item=row[4],
        level=row[5],
        done_on=_day(row[6]),
        activity=row[7],
    )


def _aim(row: Row, expectations: tuple[Expectation, ...]) -> RoleAim:
    return RoleAim(
        id=row[0],
        owner=row[1],
        title=row[2],
        created=read_instant(row[3]),
        modified=read_instant(row[4]),
        state=AimState(row[5]),
        employer=row[6],
        setting=Setting(row[7]) if row[7] else None,
        grade=row[8],
        framework=row[9],
        by=_day(row[10]),
        why=row[11],
        expectations=expectations,
        deleted=read_instant(row[12]) if row[12] else None,
    )


def _opportunity(row: Row, activities: tuple[str, ...]) -> Opportunity:
    return Opportunity(
        id=row[0],
        owner=row[1],
        kind=OpportunityKind(row[2]),
        title=row[3],
        created=read_instant(row[4]),
        modified=read_instant(row[5]),
        host=row[6],
        state=OpportunityState(row[7]),
        start=_day(row[8]),
        end=_day(row[9]),
        aim=row[10],
        note=row[11],
        activities=activities,
        deleted=read_instant(row[12]) if row[12] else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
