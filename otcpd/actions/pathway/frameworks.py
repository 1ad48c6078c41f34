"""All frameworks there are for a CPD file: those that ship with the app, and the person's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from otcpd.catalogue.frameworks import shipped_frameworks
from otcpd.domain.framework import Framework
from otcpd.domain.frameworks import Frameworks
from otcpd.record.record import Record


def all_frameworks(record: Record) -> Frameworks:
    """Every edition, replaced ones and those in the bin too, so that whatever is linked can be read.

    No edition is in force that one of the person's own replaces, at once or by way of others. What the person
    brought in comes after what ships with the app. Reading 5,000 items takes tens of milliseconds:
    keep the answer until a change of "framework" or "framework_link".
    """
    shipped = shipped_frameworks()
    own, binned = record.frameworks.all(), record.frameworks.all(binned=True)
    replaced = _replaced(own, binned)
    living = (replace(one, in_force=False) if str(one.ref) in replaced else one for one in (*shipped.frameworks, *own))
    return Frameworks((*living, *binned), (*shipped.links, *record.frameworks.links()))


def _replaced(own: Sequence[Framework], binned: Sequence[Framework]) -> frozenset[str]:
    """What the editions in force replace. An edition in the bin replaces nothing, but leads on to what it replaced.

    Of two that say that each replaces the other, the one that was added last stays.
    """
    before = {str(one.ref): one.replaces for one in (*binned, *own)}
    found: set[str] = set()
    for one in reversed(own):
        if one.in_force and str(one.ref) not in found:
            older = one.replaces
            while older and older not in found and older != str(one.ref):
                found.add(older)
                older = before.get(older, "")
    return frozenset(found)
