"""Reading a file of references: RIS, NBIB or BibTeX, told by what is in it."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.sizes import MB
from otcpd.domain.words import quoted
from otcpd.exchange.references import MOST_REFERENCES, NotUnderstood, ReadReferences
from otcpd.exchange.references_text import lines_of

MOST_BYTES = 100 * MB
"""A file larger than that is no list of what anybody read."""

ENDINGS = (".ris", ".nbib", ".bib")
_RIS = re.compile(r"^\s*TY {0,3}- ?[A-Z]|^\s*[A-Z][A-Z0-9]  - .*\n(?:.*\n)?\s*[A-Z][A-Z0-9]  - ", re.MULTILINE)
_NBIB = re.compile(r"^\ufeff?PMID ?- ?[0-9]|^(?:OWN|STAT|FAU|DCOM) ?- ", re.MULTILINE)
_BIB = re.compile(r"^[ \t\ufeff]*@[ \t]*[A-Za-z]{3,20}[ \t]*[{(][^\n=]*(?:,|$)", re.MULTILINE)
_NOTHING = "Nothing was changed."


class ReferenceFormat(Enum):
    """Formats of references; the values are what people call them."""

    RIS = "RIS"
    NBIB = "NBIB"
    BIB = "BibTeX"


def reference_format(text: str, name: str = "") -> ReferenceFormat | None:
    """The format of a text, told by its beginning, or else by the ending of the file's name; None if it is none."""
    if _NBIB.search(text):
        return ReferenceFormat.NBIB
    if _RIS.search(text):
        return ReferenceFormat.RIS
    if _BIB.search(text):
        return ReferenceFormat.BIB
    by_name = zip(ENDINGS, (ReferenceFormat.RIS, ReferenceFormat.NBIB, ReferenceFormat.BIB), strict=True)
    return next((one for ending, one in by_name if name.lower().endswith(ending)), None)


def read_references(path: Path) -> ReadReferences:
    """The references in the file at `path`, as far as sense can be made of them.

    Raises NotAcceptable for a file with none in it, MachineSaidNo if it cannot be read.
    """
    with machine_errors(path):
        if path.stat().st_size > MOST_BYTES:
            raise NotAcceptable(
                f"{quoted(path.name)} is too large to be a list of references.", _NOTHING, "Choose another file."
            )
        data = path.read_bytes()
    return references_in(data, path.name)


def references_in(data: bytes, name: str) -> ReadReferences:
    """The references in the bytes of a file with this name. Raises NotAcceptable where there are none."""
    lines = lines_of(data)
    if not any(lines):
        raise NotAcceptable(f"{quoted(name)} is empty.", _NOTHING, "Choose another file.")
    form = reference_format("\n".join(lines[:400]), name)
    if form is None:
        raise NotAcceptable(
            f"{quoted(name)} has no references in it that otcpd knows.",
            _NOTHING,
            "Export them from the other program as RIS and try again.",
        )
    found = _read(form, lines)
    if not found.references:
        why = f" {found.not_understood[0].what}" if found.not_understood else ""
        raise NotAcceptable(f"There are no references in {quoted(name)}.{why}", _NOTHING, "Choose another file.")
    return _no_more_than(MOST_REFERENCES, found)


def _read(form: ReferenceFormat, lines: list[str]) -> ReadReferences:
    if form is ReferenceFormat.RIS:
        from otcpd.exchange.references_ris import read_ris  # each only where it is needed

        return read_ris(lines)
    if form is ReferenceFormat.NBIB:
        from otcpd.exchange.references_nbib import read_nbib

        return read_nbib(lines)
    from otcpd.exchange.references_bib import read_bib

    return read_bib(lines)


def _no_more_than(most: int, found: ReadReferences) -> ReadReferences:
    if len(found.references) <= most:
        return found
    left = NotUnderstood("", found.lines[most], f"What follows was left: {most:,} references are taken at most.")
    return ReadReferences(found.references[:most], found.lines[:most], (*found.not_understood, left))
