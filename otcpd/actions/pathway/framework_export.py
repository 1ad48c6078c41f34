"""Sharing a framework as a file."""

from __future__ import annotations

from pathlib import Path

from otcpd.actions.files import refuse_own_file
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework
from otcpd.domain.framework_ref import parse_ref
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.words import joined, quoted
from otcpd.exchange.framework_case_out import write_case
from otcpd.exchange.framework_csv_out import write_framework_csv
from otcpd.record.record import Record

ENDINGS = (".json", ".csv")


def export_framework(record: Record, out: Path, code: str, *, frameworks: Frameworks | None = None) -> Framework:
    """Writes a framework to `out`: CASE with its links for ".json", a table for ".csv". `code` is its code, for the
    edition in force, or "code@edition". `frameworks` are all there are, for whoever has them at hand.

    Raises NotAcceptable for one that is not there and for other endings; DiskFull, ReadOnly or MachineSaidNo.
    """
    known = frameworks or all_frameworks(record)
    framework = _named(known, code)
    if out.suffix.lower() not in ENDINGS:
        raise NotAcceptable(
            f"A framework cannot be written as ‘{out.name}’.",
            "Nothing was written.",
            f"End the name in {' or '.join(ENDINGS)}.",
        )
    refuse_own_file(record, out)
    if out.is_dir():
        raise NotAcceptable(f"‘{out.name}’ is a folder.", "Nothing was written.", "Name a file.")
    if out.suffix.lower() == ".csv":
        write_framework_csv(out, framework)
    else:
        own = str(framework.ref)
        links = [link for link in known.links if own in (_edition(link.source), _edition(link.target))]
        write_case(out, framework, links, record.clock.today())
    return framework


def _edition(ref: str) -> str:
    parsed = parse_ref(ref)
    return str(parsed.edition) if parsed is not None else ""


def _named(known: Frameworks, code: str) -> Framework:
    whole = known.edition(code)
    if whole is not None:
        return whole
    living = [one for one in known.all if one.code == code and one.deleted is None]
    found = max(living, key=lambda one: (one.in_force, one.own), default=None)
    if found is None:
        codes = joined(sorted({one.code for one in known.offered}))
        raise NotAcceptable(f"There is no framework {quoted(code)}.", "Nothing was written.", f"There are: {codes}.")
    return found
