"""Spells in which the owner was not at work, as she told them for gaps."""

from __future__ import annotations

from collections.abc import Iterable

from otcpd.catalogue import load_catalogue
from otcpd.domain.gaps import GapReason
from otcpd.domain.period import Period
from otcpd.record.record import Record


def spells_away(record: Record) -> tuple[Period, ...]:
    """Spells away from work, by date; they may overlap. Their days do not count for what is due."""
    return leave_among(record.gap_reasons.all())


def leave_among(reasons: Iterable[GapReason]) -> tuple[Period, ...]:
    """Those of the spells that were leave of some kind. Somebody who worked but found no time for CPD was not away,
    and neither do her own words say so."""
    away = load_catalogue().gap_reasons_away
    return tuple(Period(one.start, one.end) for one in reasons if one.reason in away and one.deleted is None)
