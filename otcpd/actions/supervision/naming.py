"""What agreements, sessions and protected time are called where they stand among other things, as in the bin."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import from_iso, long_day
from otcpd.domain.durations import format_duration


def session_name(kind: str, day: str) -> str:
    """ "Professional, 29 October 2026"."""
    return f"{_kind(kind)}, {_day(day)}"


def agreement_name(kind: str, group: str, other: str, start: str) -> str:
    """ "Professional with Fiona Alder, from 5 January 2026"; `group` is what a group is called.

    `other` is the name of the one on the other side. What is empty is not known.
    """
    among = f"{_kind(kind)}, {group}" if group.strip() else f"{_kind(kind)}{f' with {other}' if other.strip() else ''}"
    return f"{among}, from {_day(start)}" if start else among


def entitlement_name(minutes: str, per: str, start: str) -> str:
    """ "3 h 30 a month, from 1 January 2026"."""
    return f"{format_duration(int(minutes))} {load_catalogue().supervision.per[per]}, from {_day(start)}"


def slot_name(purpose: str, day: str) -> str:
    """ "CPD, 12 March 2026"."""
    return f"{load_catalogue().supervision.uses[purpose]}, {_day(day)}"


def workload_name(day: str) -> str:
    """ "12 March 2026"."""
    return _day(day)


NAMES: Mapping[str, Callable[..., str]] = {
    "agreement": agreement_name,
    "supervision_session": session_name,
    "entitlement": entitlement_name,
    "protected_slot": slot_name,
    "workload": workload_name,
}
"""By table, how a row is named from what `otcpd.record.binned` tells of it."""


def _kind(kind: str) -> str:
    return load_catalogue().supervision.kind_label(kind)


def _day(day: str) -> str:
    return long_day(from_iso(day))
