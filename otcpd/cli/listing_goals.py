"""Lists goals for `otcpd list`."""

from __future__ import annotations

from otcpd.cli.goal_shapes import GOAL_FIELDS, goal_object
from otcpd.cli.listed import Listing, Wanted, search
from otcpd.domain.dates import long_day
from otcpd.domain.goal import Goal
from otcpd.domain.goal_progress import STANDING_WORDS, in_order, standing, steps_told
from otcpd.record.record import Record


def goals(record: Record, wanted: Wanted) -> Listing:
    """The owner's goals: open ones by their day, then those that are closed. Days choose by the day wanted."""
    today, holding = record.clock.today(), search(record, wanted, "goal")
    found = [
        one
        for one in in_order(record.goals.all())
        if (holding is None or one.id in holding)
        and (not wanted.has_days or (one.target is not None and wanted.touches(one.target, one.target)))
    ]

    def row(one: Goal) -> tuple[str, ...]:
        by = long_day(one.target) if one.target is not None else ""
        return one.id, by, STANDING_WORDS[standing(one, today)], steps_told(one), one.title

    return Listing(
        GOAL_FIELDS,
        [goal_object(one) for one in found],
        ("Id", "By", "State", "Steps", "Title"),
        [row(one) for one in found],
    )
