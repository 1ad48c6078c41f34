"""All frameworks there are for a CPD file: those that ship with the app, and the person's own."""

from __future__ import annotations

from otcpd.catalogue.frameworks import shipped_frameworks
from otcpd.domain.frameworks import Frameworks
from otcpd.record.record import Record


def all_frameworks(record: Record) -> Frameworks:
    """Every edition, replaced ones and those in the bin too, so that whatever is linked can be read.

    What the person brought in comes after what ships with the app. Reading 5,000 items takes tens of milliseconds:
    keep the answer until a change of "framework" or "framework_link".
    """
    shipped = shipped_frameworks()
    own = record.frameworks
    return Frameworks(
        (*shipped.frameworks, *own.all(), *own.all(binned=True)),
        (*shipped.links, *own.links()),
    )
