"""Making the Word copy of a profile from its content."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.docx.activities import write_activities
from otcpd.portfolio.docx.blank import blank_document
from otcpd.portfolio.docx.closing import write_closing
from otcpd.portfolio.docx.flow import Flow
from otcpd.portfolio.docx.foot import write_foot
from otcpd.portfolio.docx.front import write_front
from otcpd.portfolio.docx.package import describe, packed
from otcpd.portfolio.evidence.pieces import PreparedPiece
from otcpd.portfolio.wording import document_title, footer_period, footer_who


def profile_docx(content: ProfileContent, pieces: Sequence[PreparedPiece] = ()) -> bytes:
    """The texts, lists and tables of a profile as a Word document; the pages of evidence are not in it.

    `pieces` are the evidence as prepared for the PDF, for what is said of them at the end. The same
    content gives the same bytes.
    """
    cover = content.cover
    document = blank_document()
    describe(document, document_title(cover), cover.name, cover.prepared)
    flow = Flow(document)
    write_front(flow, content)
    write_activities(flow, content)
    write_closing(flow, content, pieces)
    write_foot(document, footer_who(cover), footer_period(cover))
    return packed(document)
