"""The foot of each page, and the bar over the first one."""

from __future__ import annotations

from docx.document import Document
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from otcpd.portfolio.docx.characters import one_line
from otcpd.portfolio.docx.flow import Words, element, fill
from otcpd.portfolio.docx.styles import BAR, FOOTER_STYLE

_MOST_LETTERS = 42
"""Of name and number; a longer name stands whole on the cover, and would run into the period here."""


def write_foot(document: Document, who: str, about: str) -> None:
    """Whose the document is, what it is about and the page number on each page.

    The bar of the first page is in its header because nobody wants to hear it read out.
    """
    section = document.sections[0]
    section.different_first_page_header_footer = True
    fill(section.first_page_header.paragraphs[0], (), BAR)
    for footer in (section.footer, section.first_page_footer):
        _write(footer.paragraphs[0], one_line(who), one_line(about))


def _write(paragraph: Paragraph, who: str, about: str) -> None:
    if len(who) > _MOST_LETTERS:
        who = f"{who[: _MOST_LETTERS - 1].rstrip()}…"
    fill(paragraph, (Words(who),), FOOTER_STYLE)
    paragraph.add_run(f"\t{about}\tPage ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    """A figure that the word processor fills in itself; 1 until then."""
    field = element("fldSimple", instr=name)
    run: Run = paragraph.add_run("1")
    paragraph._p.append(field)
    field.append(run._r)
