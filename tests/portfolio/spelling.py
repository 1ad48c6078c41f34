"""What a PDF says, letter by letter: its structure in order, each code as the font's own table spells it.

Nothing here guesses at spaces, hyphens or directions, as programs do that read a page by where things stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf

_ENTRY = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")

Marks = dict[tuple[int, int], str]
"""Text by page index and mark number."""


def spelled(path: Path) -> str:
    """All that the structure says, in its order; what an element stands for goes before what it shows."""
    with pikepdf.open(path) as pdf:
        marks: Marks = {}
        numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        for index, page in enumerate(pdf.pages):
            _read_page(page, index, marks)
        return "".join(_said(pdf.Root.StructTreeRoot.K, numbers, marks))


def codes_of(path: Path) -> set[str]:
    """Every text that a code of some font of the PDF stands for."""
    with pikepdf.open(path) as pdf:
        return {text for page in pdf.pages for table in _tables(page).values() for text in table.values()}


def _said(found: pikepdf.Object, numbers: dict[tuple[int, int], int], marks: Marks) -> Iterator[str]:
    if "/ActualText" in found:
        yield str(found.ActualText)
        return
    kids = found.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            yield marks[numbers[found.Pg.objgen], int(kid)]
        elif "/S" in kid:
            yield from _said(kid, numbers, marks)
        elif "/MCID" in kid:
            yield marks[numbers[kid.Pg.objgen], int(kid.MCID)]


def _read_page(page: pikepdf.Page, index: int, marks: Marks) -> None:
    tables = _tables(page)
    table: dict[int, str] = {}
    number = -1
    for step in pikepdf.parse_content_stream(page):
        operator, operands = str(step.operator), step.operands
        if operator == "BDC":
            number = int(operands[1].get("/MCID", -1))
            marks.setdefault((index, number), "")
        elif operator == "Tf":
            table = tables[str(operands[0])]
        elif operator == "Tj":
            marks[index, number] = marks.get((index, number), "") + "".join(table[code] for code in bytes(operands[0]))


def _tables(page: pikepdf.Page) -> dict[str, dict[int, str]]:
    """For each font of a page, the text of each code."""
    return {
        name: {
            int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for code, text in _ENTRY.findall(font.ToUnicode.read_bytes())
        }
        for name, font in dict(page.resources.get("/Font", pikepdf.Dictionary())).items()
    }
