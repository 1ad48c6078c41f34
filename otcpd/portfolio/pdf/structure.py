"""Tagging a drawn PDF: the structure tree over its marked content, language, title, page numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from otcpd.portfolio.pdf.tags import Mark, Node

LANGUAGE = "en-GB"
PRODUCER = "otcpd"


def tag(pdf: Pdf, root: Node, title: str, prepared: date) -> None:
    """Give `pdf` its structure tree and everything a screen reader asks for."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    owners: dict[int, dict[int, Object]] = defaultdict(dict)
    tree.K = _element(pdf, root, tree, owners)
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=_parents(pdf, owners)))
    tree.ParentTreeNextKey = len(pdf.pages)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String(LANGUAGE)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    for index, page in enumerate(pdf.pages):
        page.obj.StructParents = index
        page.obj.Tabs = Name.S
    _describe(pdf, title, prepared)


def save(pdf: Pdf, target: BinaryIO) -> None:
    """Write `pdf` so that the same content gives the same bytes."""
    pdf.remove_unreferenced_resources()
    pdf.save(
        target,
        min_version="1.7",
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )


def _element(pdf: Pdf, node: Node, parent: Object, owners: dict[int, dict[int, Object]]) -> Object:
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.kind}"), P=parent))
    attributes = _attributes(node)
    if attributes is not None:
        element.A = attributes
    kids: list[Object | int] = [_element(pdf, child, element, owners) for child in node.children]
    kids += _marks(pdf, node.marks, element, owners)
    if kids:
        element.K = kids[0] if len(kids) == 1 else Array(kids)
    return element


def _marks(
    pdf: Pdf, marks: Sequence[Mark], element: Object, owners: dict[int, dict[int, Object]]
) -> list[Object | int]:
    if not marks:
        return []
    first = marks[0].page
    element.Pg = pdf.pages[first].obj
    kids: list[Object | int] = []
    for mark in marks:
        owners[mark.page][mark.number] = element
        if mark.page == first:
            kids.append(mark.number)
        else:
            kids.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[mark.page].obj, MCID=mark.number))
    return kids


def _attributes(node: Node) -> Dictionary | None:
    if node.kind == "TH":
        return Dictionary(O=Name.Table, Scope=Name(f"/{node.scope}"))
    if node.columns > 1:
        return Dictionary(O=Name.Table, ColSpan=node.columns)
    if node.kind == "L":
        return Dictionary(O=Name.List, ListNumbering=Name("/None"))
    return None


def _parents(pdf: Pdf, owners: dict[int, dict[int, Object]]) -> Array:
    """For each page the elements of its marks, in the order of their numbers."""
    numbers = Array()
    for index in range(len(pdf.pages)):
        marks = owners[index]
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array([marks[number] for number in sorted(marks)])))
    return numbers


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
