"""The reference list as a document of its own."""

from __future__ import annotations

from otcpd.domain.citing import STYLE_NAME
from otcpd.domain.dates import long_day
from otcpd.domain.words import tally
from otcpd.portfolio.papers.layout import Cited, Lead, PaperLayout, Quiet
from otcpd.portfolio.papers.reading_content import ReadingPaper

TITLE = "Reference list"
EMPTY = "Nothing is in the list."


def reading_layout(content: ReadingPaper) -> PaperLayout:
    """The list, a paragraph for each work."""
    number = tally(len(content.works), "work")
    return PaperLayout(
        title=TITLE,
        subtitle=long_day(content.prepared),
        name=", ".join(filter(None, (TITLE, content.name))),
        who=content.name,
        number=content.registration,
        about=TITLE,
        prepared=content.prepared,
        blocks=(Lead(f"{number}, in the style {STYLE_NAME}."), Cited(content.works))
        if content.works
        else (Quiet(EMPTY),),
    )
