"""All frameworks there are for a CPD file: those that ship with the app, and the person's own."""

from __future__ import annotations

from dataclasses import replace

from otcpd.catalogue.frameworks import shipped_frameworks
from otcpd.domain.frameworks import Frameworks
from otcpd.record.record import Record


def all_frameworks(record: Record) -> Frameworks:
    """Every edition, replaced ones and those in the bin too, so that whatever is linked can be read.

    One that ships with the app is not in force where a newer edition of the person's own replaces it. What the person
    brought in comes after what ships with the app. Reading 5,000 items takes tens of milliseconds:
    keep the answer until a change of "framework" or "framework_link".
    """
    shipped = shipped_frameworks()
    own = record.frameworks.all()
    replaced = {one.replaces for one in own if one.in_force}
    ours = (replace(one, in_force=False) if str(one.ref) in replaced else one for one in shipped.frameworks)
    return Frameworks(
        (*ours, *own, *record.frameworks.all(binned=True)),
        (*shipped.links, *record.frameworks.links()),
    )
