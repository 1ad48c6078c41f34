"""Sharing a framework as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from otcpd.actions.files import refuse_own_file
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.background import ReportProgress
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkLink
from otcpd.domain.framework_ref import parse_ref
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.words import joined, quoted
from otcpd.exchange.framework_case_out import write_case
from otcpd.exchange.framework_csv_out import write_framework_csv
from otcpd.record.record import Record

ENDINGS = (".json", ".csv")


@dataclass(frozen=True, slots=True)
class FrameworkFile:
    """A framework to be written: where, and with which links; `day` is that of writing."""

    out: Path
    framework: Framework
    links: tuple[FrameworkLink, ...]
    day: date


def export_framework(record: Record, out: Path, code: str) -> Framework:
    """Writes a framework to `out`: CASE with its links for ".json", a table for ".csv". `code` is its code, for the
    edition in force, or "code@edition".

    Raises what `prepare_export` and `write_framework` raise.
    """
    return write_framework(prepare_export(record, out, code, all_frameworks(record)))


def prepare_export(record: Record, out: Path, code: str, known: Frameworks) -> FrameworkFile:
    """What `write_framework` needs. Raises NotAcceptable for a framework that is not there, other endings and the CPD
    file itself."""
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
    own = str(framework.ref)
    links = tuple(link for link in known.links if own in (_edition(link.source), _edition(link.target)))
    return FrameworkFile(out, framework, links, record.clock.today())


def write_framework(file: FrameworkFile) -> Framework:
    """Writes it; what stood there stays until all is written. Raises DiskFull, ReadOnly or MachineSaidNo."""
    if file.out.suffix.lower() == ".csv":
        write_framework_csv(file.out, file.framework)
    else:
        write_case(file.out, file.framework, file.links, file.day)
    return file.framework


def write_job(file: FrameworkFile, progress: ReportProgress) -> Path:
    """The job for the worker process that writes a framework; gives where it is."""
    progress(0, 0, "Writing the framework")
    write_framework(file)
    return file.out


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
