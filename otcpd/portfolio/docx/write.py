"""Making the Word copy of a profile from its content."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO

from docx.document import Document

from otcpd.portfolio.content import Cover, ProfileContent
from otcpd.portfolio.docx.activities import write_activities
from otcpd.portfolio.docx.blank import blank_document
from otcpd.portfolio.docx.characters import one_line
from otcpd.portfolio.docx.closing import write_closing
from otcpd.portfolio.docx.flow import Flow
from otcpd.portfolio.docx.foot import write_foot
from otcpd.portfolio.docx.front import write_front
from otcpd.portfolio.docx.styles import LANGUAGE
from otcpd.portfolio.evidence.pieces import PreparedPiece
from otcpd.portfolio.wording import document_title

_LONGEST_PROPERTY = 255
"""Characters that a document's property may have (python-docx keeps to what Word takes)."""

_MS_DOS = 0
"""The system that entries of the package name, on whichever system they are made."""


def profile_docx(content: ProfileContent, pieces: Sequence[PreparedPiece] = ()) -> bytes:
    """The texts, lists and tables of a profile as a Word document; the pages of evidence are not in it.

    `pieces` are the evidence as prepared for the PDF, for what is said of them at the end. The same
    content gives the same bytes.
    """
    document = blank_document()
    _describe(document, content.cover)
    flow = Flow(document)
    write_front(flow, content)
    write_activities(flow, content)
    write_closing(flow, content, pieces)
    write_foot(document, content.cover)
    target = BytesIO()
    document.save(target)
    return _timeless(target)


def _describe(document: Document, cover: Cover) -> None:
    """Title, author, language and day, and no more: nothing of this computer or of who uses it."""
    properties = document.core_properties
    prepared = datetime.combine(cover.prepared, time(), UTC)
    properties.title = one_line(document_title(cover))[:_LONGEST_PROPERTY]
    properties.author = one_line(cover.name)[:_LONGEST_PROPERTY]
    properties.language = LANGUAGE
    properties.created = properties.modified = prepared


def _timeless(package: BytesIO) -> bytes:
    """The same package with the first day a ZIP knows instead of now, and no word on the system."""
    target = BytesIO()
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name)
            entry.create_system = _MS_DOS
            copy.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED, compresslevel=6)
    return target.getvalue()
