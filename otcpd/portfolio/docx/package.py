"""What a Word document says of itself, and its package: the same content gives the same bytes."""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime, time
from io import BytesIO

from docx.document import Document

from otcpd.portfolio.docx.characters import one_line
from otcpd.portfolio.docx.styles import LANGUAGE

_LONGEST_PROPERTY = 255
"""Characters that a document's property may have (python-docx keeps to what Word takes)."""

_MS_DOS = 0
"""The system that entries of the package name, on whichever system they are made."""


def describe(document: Document, title: str, author: str, prepared: date) -> None:
    """Title, author, language and day, and no more: nothing of this computer or of who uses it."""
    properties = document.core_properties
    properties.title = one_line(title)[:_LONGEST_PROPERTY]
    properties.author = one_line(author)[:_LONGEST_PROPERTY]
    properties.language = LANGUAGE
    properties.created = properties.modified = datetime.combine(prepared, time(), UTC)


def packed(document: Document) -> bytes:
    """The document as a file, with the first day a ZIP knows instead of now, and no word on the system."""
    package, target = BytesIO(), BytesIO()
    document.save(package)
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name)
            entry.create_system = _MS_DOS
            copy.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED, compresslevel=6)
    return target.getvalue()
