"""The first pages of the Word copy: who and when, the summary, what is in the profile."""

from __future__ import annotations

from otcpd.portfolio.content import ProfileContent, WrittenPart
from otcpd.portfolio.docx.flow import Flow
from otcpd.portfolio.docx.styles import CONTENTS_STYLE, LEAD_STYLE, NOTE_STYLE, SUBTITLE_STYLE, TITLE_STYLE
from otcpd.portfolio.docx.table import facts_table
from otcpd.portfolio.wording import (
    CONTENTS_HEADING,
    NOTHING_WRITTEN,
    SUBTITLE,
    SUMMARY_HEADING,
    TITLE,
    contents_entries,
    cover_facts,
    word_count,
)

PLACES = ("part_1", "part_2", "part_3", "part_4", "standards", "declaration", "left_out")
"""The bookmarks of the headings that every profile has, in the order of the contents."""


def bookmark(place: str) -> str:
    """The name of a place as Word takes one for a bookmark."""
    return place.replace("-", "_")


def write_front(flow: Flow, content: ProfileContent) -> None:
    """The title, the block of facts, part 1 and the contents.

    The contents have links and no page numbers: those change with each reader's fonts and printer, and
    what a field says is only right where somebody had it reckoned anew.
    """
    flow.paragraph(TITLE, TITLE_STYLE)
    flow.paragraph(SUBTITLE, SUBTITLE_STYLE)
    facts_table(flow, cover_facts(content.cover), SUBTITLE)
    write_part(flow, SUMMARY_HEADING, PLACES[0], content.summary)
    flow.heading(CONTENTS_HEADING, "contents")
    entries = contents_entries(content)
    for label, title, place in entries:
        entry = flow.entry(label, title, bookmark(place), CONTENTS_STYLE)
        entry.paragraph_format.keep_with_next = place != entries[-1][-1]


def write_part(flow: Flow, title: str, place: str, part: WrittenPart, *, new_page: bool = False) -> None:
    """A part that is one text of the person's own, with how long it is."""
    flow.heading(title, place, new_page=new_page)
    flow.paragraph(word_count(part.words, part.limit), NOTE_STYLE, keep=True)
    if part.text.strip():
        flow.written(part.text)
    else:
        flow.paragraph(NOTHING_WRITTEN, LEAD_STYLE)
