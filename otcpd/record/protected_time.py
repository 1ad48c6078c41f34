"""Reads protected time and the figures of workload."""

from __future__ import annotations

from datetime import date, datetime

from otcpd.domain.protected_time import Entitlement, EntitlementSource, Per, ProtectedSlot, ProtectedUse
from otcpd.domain.workload import Workload
from otcpd.record.engine import Reader
from otcpd.record.ids import read_instant

_OURS = "owner = (SELECT owner FROM record)"


class ProtectedTime:
    """What an open CPD file tells of protected time and of workload."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def entitlements(self, *, binned: bool = False) -> list[Entitlement]:
        """Every entitlement, the oldest first."""
        rows = self._reader.rows(
            'SELECT id, owner, start, minutes, per, "end", source, agreement, post, note, deleted FROM entitlement'
            f" WHERE {_alive(binned)} ORDER BY start, id"
        )
        with self._reader.legible():
            return [
                Entitlement(
                    id=row[0],
                    owner=row[1],
                    start=date.fromisoformat(row[2]),
                    minutes=row[3],
                    per=Per(row[4]),
                    end=_day(row[5]),
                    source=EntitlementSource(row[6]),
                    agreement=row[7],
                    post=row[8],
                    note=row[9],
                    deleted=_instant(row[10]),
                )
                for row in rows
            ]

    def slots(self, *, binned: bool = False) -> list[ProtectedSlot]:
        """Every piece of time set aside, the oldest first."""
        rows = self._reader.rows(
            "SELECT id, owner, date, planned, purpose, taken, reason, note, activity, deleted FROM protected_slot"
            f" WHERE {_alive(binned)} ORDER BY date, id"
        )
        with self._reader.legible():
            return [
                ProtectedSlot(
                    id=row[0],
                    owner=row[1],
                    day=date.fromisoformat(row[2]),
                    planned=row[3],
                    use=ProtectedUse(row[4]),
                    taken=row[5],
                    reason=row[6],
                    note=row[7],
                    activity=row[8],
                    deleted=_instant(row[9]),
                )
                for row in rows
            ]

    def workload(self, *, binned: bool = False) -> list[Workload]:
        """Every note of her workload, the oldest first."""
        rows = self._reader.rows(
            "SELECT id, owner, date, caseload, waiting, duty_half_days, deleted FROM workload"
            f" WHERE {_alive(binned)} ORDER BY date, id"
        )
        with self._reader.legible():
            return [
                Workload(row[0], row[1], date.fromisoformat(row[2]), row[3], row[4], row[5], _instant(row[6]))
                for row in rows
            ]


def _alive(binned: bool) -> str:
    return f"deleted IS {'NOT ' if binned else ''}NULL AND {_OURS}"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _instant(text: str | None) -> datetime | None:
    return read_instant(text) if text else None
