"""The same drawing and merging done straight with ReportLab and pikepdf: no tags, no checks, no cleaning.

`python -m tests.benchmarks.export_raw TEXTS OUT EVIDENCE…`. TEXTS is a JSON file: a list of paragraphs, and rows
of a table. Each page of evidence is placed on a page with a stamp.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
from reportlab.platypus.flowables import Flowable

FONT = "Inter"


def main(texts: Path, out: Path, evidence: list[Path]) -> None:
    """Draw the words, draw a stamped page for each page of evidence, and put the evidence on them."""
    with as_file(files("otcpd") / "resources" / "fonts" / "Inter-Regular.ttf") as font:
        pdfmetrics.registerFont(TTFont(FONT, str(font)))
    said = json.loads(texts.read_text(encoding="utf-8"))
    words = _words(said["paragraphs"], said["rows"])
    opened = [_opened(path) for path in evidence]
    stamped = _stamped([len(pdf.pages) for pdf in opened])
    with Pdf.open(words) as made, Pdf.open(stamped) as stamps:
        made.pages.extend(stamps.pages)
        places = iter(made.pages[-len(stamps.pages) :])
        for source in opened:
            for page in source.pages:
                _put(made, next(places), page)
        made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _words(paragraphs: list[str], rows: list[list[str]]) -> BytesIO:
    style = ParagraphStyle("words", fontName=FONT, fontSize=10, leading=14)
    story: list[Flowable] = [Paragraph(one, style) for one in paragraphs]
    table = [[Paragraph(cell, style) for cell in row] for row in rows]
    story.append(Table(table, colWidths=[70, 200, 120, 100], repeatRows=1, splitInRow=1))
    target = BytesIO()
    SimpleDocTemplate(target).build(story)
    return target


def _stamped(counts: list[int]) -> BytesIO:
    target = BytesIO()
    canvas = Canvas(target)
    for number, count in enumerate(counts, start=2):
        for page in range(1, count + 1):
            canvas.setFont(FONT, 9)
            canvas.drawRightString(545, 800, f"E{number}, page {page} of {count}")
            canvas.drawString(50, 30, "Eilidh Rowan, OT000123")
            canvas.showPage()
    canvas.save()
    return target


def _opened(path: Path) -> Pdf:
    if path.suffix == ".pdf":
        return Pdf.open(path)
    data = path.read_bytes()
    with Image.open(BytesIO(data)) as image:
        width, height = image.size
    pdf = Pdf.new()
    picture = pdf.make_stream(data)
    entries = Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, BitsPerComponent=8)
    picture.update(entries)
    picture.ColorSpace, picture.Filter = Name.DeviceRGB, Name.DCTDecode
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, 595, 842]),
        Resources=Dictionary(XObject=Dictionary(Im0=picture)),
        Contents=pdf.make_stream(b"q 595 0 0 595 0 0 cm /Im0 Do Q"),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf


def _put(made: Pdf, place: pikepdf.Page, page: pikepdf.Page) -> None:
    form = made.copy_foreign(page.as_form_xobject())
    name = place.add_resource(form, Name.XObject)
    place.contents_add(f"q 0.85 0 0 0.85 45 60 cm {name} Do Q".encode())


def paragraphs_of(content: object) -> Iterator[str]:
    """Every text in a content, one after the other."""
    if isinstance(content, str):
        if content:
            yield content
    elif isinstance(content, dict):
        for value in content.values():
            yield from paragraphs_of(value)
    elif isinstance(content, (list, tuple)):
        for value in content:
            yield from paragraphs_of(value)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(one) for one in sys.argv[3:]])
