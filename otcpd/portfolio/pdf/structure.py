"""Tagging a drawn PDF: the structure tree over its marked content, language, title, page numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import BinaryIO, Protocol

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from otcpd.disk import enduring
from otcpd.portfolio.pdf.tags import Mark, Node, Spot

LANGUAGE = "en-GB"
PRODUCER = "otcpd"


class Anchored(Protocol):
    """Where the places of a document are: page index from 0 and height in points from the lower edge."""

    def __call__(self, place: str, /) -> tuple[int, float] | None: ...


def tag(pdf: Pdf, root: Node, title: str, prepared: date, *, anchored: Anchored, first: int = 1) -> None:
    """Give `pdf` its structure tree and everything a screen reader asks for; `first` is the number that
    its first page bears."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    builder = _Builder(pdf, anchored)
    tree.K = builder.element(root, tree)
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=builder.parents()))
    tree.ParentTreeNextKey = builder.next_key
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String(LANGUAGE)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=first)]))
    for index, page in enumerate(pdf.pages):
        page.obj.StructParents = index
        page.obj.Tabs = Name.S
    _describe(pdf, title, prepared)


def save(pdf: Pdf, target: BinaryIO, saved: Callable[[int], None]) -> None:
    """Write `pdf` so that the same content gives the same bytes; `saved` is told the per cent done. Raises OSError."""
    with enduring(target) as file:
        pdf.save(
            file,
            progress=saved,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )


class _Builder:
    """Makes the elements, and keeps which one owns each mark and each link."""

    def __init__(self, pdf: Pdf, anchored: Anchored) -> None:
        self._pdf = pdf
        self._anchored = anchored
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]
        self._links: list[Object] = []

    @property
    def next_key(self) -> int:
        """The first key of the parent tree that is free."""
        return len(self._pages) + len(self._links)

    def element(self, node: Node, parent: Object) -> Object:
        """The element of a node, with all below it."""
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.kind}"), P=parent))
        attributes = _attributes(node)
        if attributes is not None:
            element.A = attributes
        if node.alt:
            element.Alt = String(node.alt)
        if node.actual:
            element.ActualText = String(node.actual)
        first = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
        if first is not None:
            element.Pg = self._pages[first]
        kids: list[Object | int] = []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self.element(kid, element))
            elif isinstance(kid, Mark):
                kids.append(self._mark(kid, element, first))
            elif (target := self._anchored(kid.place)) is not None:
                kids.append(self._link(kid, target, element))
        if kids:
            element.K = kids[0] if len(kids) == 1 else Array(kids)
        return element

    def parents(self) -> Array:
        """For each page the elements of its marks, in the order of their numbers; then that of each link."""
        numbers = Array()
        for index, marks in enumerate(self._owners):
            numbers.append(index)
            numbers.append(self._pdf.make_indirect(Array([marks[number] for number in sorted(marks)])))
        for place, element in enumerate(self._links, start=len(self._pages)):
            numbers.append(place)
            numbers.append(element)
        return numbers

    def _mark(self, mark: Mark, element: Object, first: int | None) -> Object | int:
        self._owners[mark.page][mark.number] = element
        if mark.page == first:
            return mark.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[mark.page], MCID=mark.number)

    def _link(self, spot: Spot, target: tuple[int, float], element: Object) -> Object:
        page = self._pages[spot.page]
        index, height = target
        link = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(Decimal(number), 2) for number in spot.box]),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String(spot.words),
                Dest=Array([self._pages[index], Name.XYZ, 0, round(Decimal(height), 2), 0]),
                StructParent=self.next_key,
            )
        )
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(link)
        self._links.append(element)
        return Dictionary(Type=Name.OBJR, Obj=link, Pg=page)


def _attributes(node: Node) -> Dictionary | None:
    if node.kind == "TH":
        return Dictionary(O=Name.Table, Scope=Name(f"/{node.scope}"))
    if node.columns > 1:
        return Dictionary(O=Name.Table, ColSpan=node.columns)
    if node.box is not None:
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(Decimal(n), 2) for n in node.box]))
    if node.kind == "L":
        return Dictionary(O=Name.List, ListNumbering=Name("/None"))
    return None


def _describe(pdf: Pdf, title: str, prepared: date) -> None:
    """Title, producer and day, the same in both places that a PDF keeps them."""
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo[Name.Title] = String(title)
    pdf.docinfo[Name.Producer] = String(PRODUCER)
    pdf.docinfo[Name.CreationDate] = String(f"D:{prepared:%Y%m%d}000000Z")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = [LANGUAGE]
        metadata["pdf:Producer"] = PRODUCER
        metadata["xmp:CreateDate"] = f"{prepared.isoformat()}T00:00:00Z"
        # Readers and checkers look for this to know that the structure is meant to be relied on.
        metadata["pdfuaid:part"] = "1"
