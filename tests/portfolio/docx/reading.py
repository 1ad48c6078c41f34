"""Reading a Word document back, with nothing but a ZIP reader and an XML parser."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the id of its style, its text, whether it runs from the right, its runs marked so."""

    style: str
    text: str
    from_right: bool
    right_runs: tuple[str, ...]
    strong: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, over one column or more."""

    text: str
    columns: int
    strong: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `head` rows are repeated on each page, `whole` ones are not divided."""

    cells: tuple[Cell, ...]
    head: bool
    whole: bool

    @property
    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the widths of its columns in twips."""

    caption: str
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


class WordReading:
    """What is in a Word document."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as package:
            self.entries = package.infolist()
            self.files = {name: package.read(name) for name in package.namelist()}
        self.parts = {name: ElementTree.fromstring(data) for name, data in self.files.items()}
        body = self.parts["word/document.xml"][0]
        self.blocks = tuple(_block(one) for one in body if one.tag in (f"{WORDS}p", f"{WORDS}tbl"))

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs outside tables."""
        return [one for one in self.blocks if isinstance(one, Paragraph)]

    @property
    def tables(self) -> list[Table]:
        return [one for one in self.blocks if isinstance(one, Table)]

    def table(self, *heads: str) -> Table:
        """The one table that has all `heads` over columns."""
        (found,) = [one for one in self.tables if set(heads) <= set(one.rows[0].texts)]
        return found

    def styled(self, style: str) -> list[str]:
        """The texts of the paragraphs in a style."""
        return [one.text for one in self.paragraphs if one.style == style]

    @property
    def texts(self) -> Iterator[str]:
        """The texts of all paragraphs and cells, in reading order."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            else:
                yield from (cell.text for row in block.rows for cell in row.cells)

    @property
    def properties(self) -> dict[str, str]:
        """The document's properties by their local names."""
        return {one.tag.partition("}")[2]: one.text or "" for one in self.parts["docProps/core.xml"]}

    def footers(self) -> list[Element]:
        return [part for name, part in self.parts.items() if name.startswith("word/footer")]


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of WordprocessingML; empty if it or the element is not there."""
    return "" if element is None else element.get(f"{WORDS}{name}", "")


def text_of(element: Element) -> str:
    """The text in an element, with tabs as they were."""
    return "".join(
        "\t" if one.tag == f"{WORDS}tab" else one.text or ""
        for run in element.iter(f"{WORDS}r")
        for one in run
        if one.tag in (f"{WORDS}t", f"{WORDS}tab")
    )


def _block(element: Element) -> Paragraph | Table:
    return _paragraph(element) if element.tag == f"{WORDS}p" else _table(element)


def _paragraph(element: Element) -> Paragraph:
    return Paragraph(
        style=value(element.find(f"{WORDS}pPr/{WORDS}pStyle")),
        text=text_of(element),
        from_right=element.find(f"{WORDS}pPr/{WORDS}bidi") is not None,
        right_runs=tuple(_run_texts(element, f"{WORDS}rPr/{WORDS}rtl")),
        strong=_strong(element),
    )


def _run_texts(element: Element, mark: str) -> Iterator[str]:
    for run in element.iter(f"{WORDS}r"):
        if run.find(mark) is not None:
            yield "".join(one.text or "" for one in run.findall(f"{WORDS}t"))


def _strong(element: Element) -> str:
    return "".join(_run_texts(element, f"{WORDS}rPr/{WORDS}rStyle"))


def _table(element: Element) -> Table:
    return Table(
        caption=value(element.find(f"{WORDS}tblPr/{WORDS}tblCaption")),
        widths=tuple(int(value(one, "w")) for one in element.iter(f"{WORDS}gridCol")),
        rows=tuple(_row(row) for row in element.findall(f"{WORDS}tr")),
    )


def _row(element: Element) -> Row:
    return Row(
        cells=tuple(
            Cell(text_of(cell), int(value(cell.find(f"{WORDS}tcPr/{WORDS}gridSpan")) or 1), _strong(cell))
            for cell in element.findall(f"{WORDS}tc")
        ),
        head=element.find(f"{WORDS}trPr/{WORDS}tblHeader") is not None,
        whole=element.find(f"{WORDS}trPr/{WORDS}cantSplit") is not None,
    )
