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
    ids of files that listed activities use but that may not leave.
    """

    listed: tuple[Activity, ...]
    chosen: tuple[Activity, ...]
    evidence: Mapping[str, Evidence]
    evidence_in_use: tuple[str, ...]
    withheld_files: frozenset[str]


def select(
    activities: Iterable[Activity],
    evidence: Iterable[Evidence],
    portfolio: Portfolio,
    owner: str,
    period: Period,
    today: date,
) -> Selection:
    """Select the activities of `owner` that a profile of `period` lists, with the evidence they use.

    Those that do not touch the period have no say in it and need not be given. Nothing deleted is selected.
    """
    own = [one for one in activities if one.deleted is None and one.owner == owner]
    chronicle = listed(own, period, today)
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
    )


def _in_order_of_use(activities: Sequence[Activity], files: Mapping[str, Evidence]) -> list[str]:
    return list(dict.fromkeys(one for activity in activities for one in activity.evidence if one in files))
