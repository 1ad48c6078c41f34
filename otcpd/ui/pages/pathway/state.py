"""What the page shows, read from the file in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from otcpd.actions.pathway.counts import activities_by_item
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.goal import Goal
from otcpd.domain.goal_progress import in_order
from otcpd.ui.session import Session


@dataclass(frozen=True, slots=True)
class PathwayState:
    """`goals` are in the order of the list; `linked` are the activities of each item."""

    today: date
    goals: tuple[Goal, ...]
    frameworks: Frameworks
    linked: Mapping[str, frozenset[str]]

    def goal(self, key: str) -> Goal | None:
        """The goal with this id; None for one that is in the bin, or none."""
        return next((one for one in self.goals if one.id == key), None)


def read_state(session: Session) -> PathwayState:
    """Read it all. Raises an OtcpdError when the file cannot be read at the moment."""
    record = session.record
    return PathwayState(
        today=record.clock.today(),
        goals=tuple(in_order(record.goals.all())),
        frameworks=session.frameworks.now(),
        linked=activities_by_item(record),
    )
