"""What a file to be imported is, told from its content."""

from __future__ import annotations

import re
from enum import Enum, auto
from pathlib import Path

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange.decoding import decode
from otcpd.exchange.references_in import reference_format
from otcpd.exchange.references_text import lines_of
from otcpd.exchange.xlsx_in import is_workbook

_HEAD = 4096
_CALENDAR = re.compile(r"^\s*BEGIN:V(?:CALENDAR|EVENT)\s*$", re.IGNORECASE | re.MULTILINE)
_FRAMEWORK = re.compile(
    r'(?<!\\)"CF(?:Package|Document|Items|Associations|Definitions|Rubrics)"\s*:\s*[\[{]|^\s*\{\s*"framework"\s*:\s*\{'
)
"""What JSON with a framework begins with: names of CASE among the first, or that of Mahara's."""
_CALENDAR_ENDINGS = (".ics", ".ical")


class ImportKind(Enum):
    """The formats that otcpd takes in."""

    JSON = auto()
    TABLE = auto()
    PROFILE = auto()
    """A PDF: only reading it tells whether it is a profile of ours."""
    CALENDAR = auto()
    """Invitations, or a whole calendar."""
    REFERENCES = auto()
    """References to what one read or wants to read."""
    FRAMEWORK = auto()
    """A framework in JSON of CASE or of Mahara; one in a table is a table until it is read."""


def import_kind(path: Path) -> ImportKind:
    """Whether the file at `path` is JSON, a table, a PDF, a calendar or a list of references.

    Raises NotAcceptable for anything else.
    """
    if not path.is_file():
        happened = f"‘{path.name}’ is a folder." if path.is_dir() else f"There is no file ‘{path}’."
        raise NotAcceptable(happened, "Nothing was changed.", "Check the name and try again.")
    with machine_errors(path), path.open("rb") as file:
        head = file.read(_HEAD)
    if head.lstrip().startswith(b"%PDF-"):
        return ImportKind.PROFILE
    if head.startswith(b"PK") and is_workbook(path):
        return ImportKind.TABLE
    text = decode(head, whole=len(head) < _HEAD)
    # Whatever else stands in a file of that name: that it is no calendar is what its owner wants to be told.
    if _CALENDAR.search(text or "") or path.suffix.lower() in _CALENDAR_ENDINGS:
        return ImportKind.CALENDAR
    if not head.lstrip().startswith((b"PK", b"{", b"[")) and reference_format("\n".join(lines_of(head)), path.name):
        return ImportKind.REFERENCES
    if text is None or text.startswith("{\\rtf"):
        raise NotAcceptable(
            f"‘{path.name}’ is neither JSON, nor a table (CSV or XLSX), nor a profile PDF, nor a calendar, nor a list"
            " of references.",
            "Nothing was changed.",
            "Export it from the other program as CSV and try again.",
        )
    if not text.strip():
        raise NotAcceptable(f"‘{path.name}’ is empty.", "Nothing was changed.", "Choose another file.")
    if not text.lstrip().startswith(("{", "[")):
        return ImportKind.TABLE
    framework = _FRAMEWORK.search(text) is not None or path.suffix.lower() == ".matrix"
    return ImportKind.FRAMEWORK if framework else ImportKind.JSON
