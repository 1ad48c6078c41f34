"""Which activities and which files a profile is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from otcpd.domain.activity import Activity
from otcpd.domain.evidence import Evidence
from otcpd.domain.layers import Layer, may_leave
from otcpd.domain.listing import listed
from otcpd.domain.period import Period
from otcpd.domain.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Selection:
    """What is in a profile, and how much is not.

    `listed`: the activities by date; `chosen`: those of the statement in the person's order, all of
    them listed; `evidence`: the files that may leave, by id; `evidence_in_use`: their ids in order of
    first use, the statement's activities first because its reader meets them there; `withheld_files`:
    ids of files that listed activities use but that may not leave. `before`, `after`: how many activities
    begin before the period, or after it, and do not touch it; `chosen_outside`: how many of these the
    person chose for the statement. `future`: how many are dated after the day of preparing, which are not
    among the others.
    """

    listed: tuple[Activity, ...]
    chosen: tuple[Activity, ...]
    evidence: Mapping[str, Evidence]
    evidence_in_use: tuple[str, ...]
    withheld_files: frozenset[str]
    before: int
    after: int
    future: int
    chosen_outside: int


def select(
    activities: Iterable[Activity],
    evidence: Iterable[Evidence],
    portfolio: Portfolio,
    owner: str,
    period: Period,
    today: date,
) -> Selection:
    """Select the activities of `owner` that a profile of `period` lists, with the evidence they use.
    Nothing deleted is selected."""
    own = [one for one in activities if one.deleted is None and one.owner == owner]
    chronicle = listed(own, period, today)
    outside = [one for one in own if one.date <= today and not period.touches(one.date, one.last_day)]
    before = sum(one.date < period.start for one in outside)
    by_id = {one.id: one for one in chronicle}
    wanted = tuple(dict.fromkeys(portfolio.chosen))
    chosen = tuple(by_id[one] for one in wanted if one in by_id)
    files = {one.id: one for one in evidence if one.deleted is None}
    used = _in_order_of_use([*chosen, *chronicle], files)
    return Selection(
        listed=tuple(chronicle),
        chosen=chosen,
        evidence={one: files[one] for one in used if may_leave(files[one].layer, Layer.REGULATOR)},
        evidence_in_use=tuple(one for one in used if may_leave(files[one].layer, Layer.REGULATOR)),
        withheld_files=frozenset(one for one in used if not may_leave(files[one].layer, Layer.REGULATOR)),
        before=before,
        after=len(outside) - before,
        future=len(own) - len(chronicle) - len(outside),
        chosen_outside=len({one.id for one in outside} & set(wanted)),
    )


def _in_order_of_use(activities: Sequence[Activity], files: Mapping[str, Evidence]) -> list[str]:
    return list(dict.fromkeys(one for activity in activities for one in activity.evidence if one in files))
