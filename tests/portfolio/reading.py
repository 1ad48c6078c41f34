"""Reading a profile PDF back, with other libraries than those that drew it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

INLINE = {"Link", "Span"}
"""Elements whose text is part of the text they stand in."""


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element: its type, its own text with what is inline in it (`spelled` with all its spaces), what
    is read instead of it, its attributes, those below it."""

    kind: str
    text: str
    scope: str
    columns: int
    alt: str
    spelled: str
    children: tuple[Element, ...]

    @property
    def whole_text(self) -> str:
        """Its text and that of all below it, in reading order."""
        below = (child.whole_text for child in self.children if child.kind not in INLINE)
        return " ".join(filter(None, (self.text, *below)))

    def find(self, kind: str) -> list[Element]:
        """All elements of a type, in reading order, itself included."""
        return [one for one in self._walk() if one.kind == kind]

    def _walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child._walk()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An outline entry with the page it leads to, from 1."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class PdfReading:
    """What a reader finds in a profile PDF. `pages` holds all text of each page, artifacts too."""

    document: Element
    pages: tuple[str, ...]
    bookmarks: tuple[Bookmark, ...]
    embedded: dict[str, bool]
    metadata: str
    unmarked: int

    @property
    def everything(self) -> str:
        """All the words of the file, wherever they stand."""
        outline = " ".join(one.title for one in self.bookmarks)
        return "\n".join((*self.pages, self.document.whole_text, outline, self.metadata))


def read_pdf(path: Path) -> PdfReading:
    """Read the PDF at `path`."""
    marked, pages, unmarked = _marked_text(path)
    with pikepdf.open(path) as pdf:
        numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        return PdfReading(
            document=_element(pdf.Root.StructTreeRoot.K, numbers, marked),
            pages=pages,
            bookmarks=tuple(_bookmarks(pdf, numbers)),
            embedded=_fonts(pdf),
            metadata=pdf.Root.Metadata.read_bytes().decode() + str(dict(pdf.docinfo)),
            unmarked=unmarked,
        )


def _marked_text(path: Path) -> tuple[dict[tuple[int, int], str], tuple[str, ...], int]:
    """Text by page and mark number; the text of each page; how many text objects are in no mark."""
    marked: dict[tuple[int, int], str] = {}
    pages: list[str] = []
    unmarked = 0
    document = pypdfium2.PdfDocument(path)
    for index, page in enumerate(document):
        textpage = page.get_textpage()
        pages.append(textpage.get_text_range())
        for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            number = pdfium.FPDFPageObj_GetMarkedContentID(found.raw)
            if pdfium.FPDFPageObj_CountMarks(found.raw) == 0:
                unmarked += 1
            if number >= 0:
                marked[index, number] = marked.get((index, number), "") + _object_text(found.raw, textpage.raw)
        textpage.close()
        page.close()
    document.close()
    return marked, tuple(pages), unmarked


def _object_text(found: object, textpage: object) -> str:
    size = pdfium.FPDFTextObj_GetText(found, textpage, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(found, textpage, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    # What runs from right to left beyond U+FFFF comes out of PDFium in halves.
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _element(found: pikepdf.Object, numbers: dict[tuple[int, int], int], marked: dict[tuple[int, int], str]) -> Element:
    # What a figure shows is no text of its own: its words are the alternative ones.
    kids = pikepdf.Array() if found.S == "/Figure" else found.get("/K", pikepdf.Array())
    text: list[str] = []
    children: list[Element] = []
    for kid in [*kids] if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            child = _element(kid, numbers, marked)
            children.append(child)
            if child.kind in INLINE:
                text.append(child.spelled)
        elif isinstance(kid, pikepdf.Dictionary) and kid.Type == "/OBJR":
            continue
        elif isinstance(kid, pikepdf.Dictionary):
            text.append(marked[numbers[kid.Pg.objgen], int(kid.MCID)])
        else:
            text.append(marked[numbers[found.Pg.objgen], int(kid)])
    if "/ActualText" in found:
        text = [str(found.ActualText)]
    attributes = found.get("/A", pikepdf.Dictionary())
    return Element(
        kind=str(found.S)[1:],
        text=" ".join("".join(text).split()),
        scope=str(attributes.get("/Scope", "/"))[1:],
        columns=int(attributes.get("/ColSpan", 1)),
        alt=str(found.get("/Alt", "")),
        spelled="".join(text),
        children=tuple(children),
    )


def _bookmarks(pdf: pikepdf.Pdf, numbers: dict[tuple[int, int], int]) -> Iterator[Bookmark]:
    with pdf.open_outline() as outline:
        stack = [(item, 0) for item in reversed(outline.root)]
    while stack:
        item, level = stack.pop()
        target = item.destination
        assert isinstance(target, pikepdf.Array)
        yield Bookmark(item.title, level, numbers[target[0].objgen] + 1)
        stack += [(child, level + 1) for child in reversed(item.children)]


def _fonts(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """Whether each font that any page names is embedded with TrueType outlines."""
    found: dict[str, bool] = {}
    for page in pdf.pages:
        for font in dict(page.resources.get("/Font", pikepdf.Dictionary())).values():
            descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
            found[str(font.BaseFont)] = "/FontFile2" in descriptor
    return found
