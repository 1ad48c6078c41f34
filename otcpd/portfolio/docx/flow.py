"""Writing into a Word document from top to bottom: headings, paragraphs, lists and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from otcpd.domain.citing import Citation
from otcpd.portfolio.docx.characters import lines, one_line, runs_right_to_left, stretches, whole_letters
from otcpd.portfolio.docx.styles import BULLET, HEADING, NORMAL, SECTION_HEADING, STRONG, style_id
from otcpd.portfolio.references import is_heading

_BEHIND_DIRECTION = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")
"""What the schema wants behind `w:bidi`, of all that may stand in a paragraph's properties here."""


@dataclass(frozen=True, slots=True)
class Words:
    """Some text of a line; what is strong is bold."""

    text: str
    strong: bool = False


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """A new element of WordprocessingML: `element("shd", val="clear")`."""
    made: BaseOxmlElement = OxmlElement(f"w:{tag}", {qn(f"w:{name}"): value for name, value in attributes.items()})
    return made


def fill(paragraph: Paragraph, words: Sequence[Words], style: str) -> Paragraph:
    """Put `words` into an empty paragraph, as one line and literally, marked for the way its letters run."""
    # By its id: looking a style up by name, thousands of times, takes longer than all the rest.
    paragraph._p.style = style_id(style)
    texts = [Words(one_line(one.text), one.strong) for one in words]
    from_right = runs_right_to_left("".join(one.text for one in texts))
    if from_right:
        paragraph._p.get_or_add_pPr().insert_element_before(element("bidi"), *_BEHIND_DIRECTION)
    for place, one in enumerate(texts):
        text = f" {one.text}" if place and one.text else one.text
        for stretch in stretches(text, from_right):
            run = paragraph.add_run(stretch.text)
            if one.strong:
                run._r.style = style_id(STRONG)
            if stretch.rtl:
                run.font.rtl = True
    return paragraph


class Flow:
    """A Word document under the pen."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._marks = 0

    def heading(self, text: str, place: str = "", *, style: str = HEADING, new_page: bool = False) -> None:
        """A heading, with a bookmark called `place` around it."""
        paragraph = self.paragraph(text, style)
        if new_page:
            paragraph.paragraph_format.page_break_before = True
            paragraph.paragraph_format.space_before = Pt(0)
        if place:
            self._bookmark(paragraph, place)

    def paragraph(self, text: str, style: str = NORMAL, *, keep: bool = False) -> Paragraph:
        """One paragraph; `keep` holds it to what follows."""
        paragraph = fill(self.document.add_paragraph(), (Words(text),), style)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def cited(self, work: Citation, style: str = NORMAL) -> Paragraph:
        """A work of a reference list, with its italics."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = style_id(style)
        for one in work:
            for stretch in stretches(whole_letters(one.text), False):
                run = paragraph.add_run(stretch.text)
                run.italic = one.italic or None
                if stretch.rtl:
                    run.font.rtl = True
        return paragraph

    def written(self, text: str) -> None:
        """What the person wrote: each of her lines is a paragraph, or a heading over the next one."""
        for line, following in pairwise((*lines(text), "")):
            if is_heading(line, following):
                self.heading(line, style=SECTION_HEADING)
            else:
                self.paragraph(line)

    def bullets(self, items: Sequence[str], *, keep: bool = False) -> None:
        """A list with dots; `keep` holds it together and to what follows."""
        for item in items:
            self.paragraph(item, BULLET, keep=keep)

    def entry(self, label: str, title: str, place: str, style: str) -> Paragraph:
        """A line of the contents, which leads to the bookmark `place`."""
        paragraph = self.document.add_paragraph(style=style)
        link = element("hyperlink", anchor=place, history="1")
        paragraph._p.append(link)
        link.append(paragraph.add_run(f"{label}\t{title}")._r)
        return paragraph

    def _bookmark(self, paragraph: Paragraph, place: str) -> None:
        number = str(self._marks)
        self._marks += 1
        paragraph.runs[0]._r.addprevious(element("bookmarkStart", id=number, name=place))
        paragraph._p.append(element("bookmarkEnd", id=number))
