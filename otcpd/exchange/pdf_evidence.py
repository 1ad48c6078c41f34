"""Pages of evidence, taken out of a profile PDF: each is a form under a name such as "/E3p2"."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from otcpd.disk import enduring, whole_file
from otcpd.domain.carried import marked_page, page_mark

_SHAPE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LONGEST = 14_400.0
"""Points of the longest page that programs show (ISO 32000-1, annex C)."""

_KEPT = {"/Type", "/Subtype", "/BBox", "/Matrix", "/Resources", "/Group", "/Length", "/Filter", "/DecodeParms"}
"""What a page looks like. The rest of a form ties it to the document it came from."""


def evidence_pages(pdf: Pdf) -> dict[int, dict[int, int]]:
    """Number of each piece to number of each of its pages, from 1, to the index of the page that shows it."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for index, page in enumerate(pdf.pages):
        for name in list(_forms(page).keys()):
            mark = marked_page(name)
            if mark is not None:
                found[mark[0]].setdefault(mark[1], index)
    return found


def form_at(pdf: Pdf, index: int, number: int, page: int) -> Object | None:
    """The form that draws a page of a piece on page `index` of the PDF; None if that is no form."""
    form = _forms(pdf.pages[index]).get(page_mark(number, page)) if index < len(pdf.pages) else None
    return form if isinstance(form, Stream) and form.get(Name.Subtype) == Name.Form else None


def _forms(page: Page) -> Dictionary:
    resources = page.obj.get(Name.Resources)
    forms = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
    return forms if isinstance(forms, Dictionary) else Dictionary()


def write_evidence(pdf: Pdf, forms: Sequence[Object | None], target: Path) -> bool:
    """Writes a PDF of these pages in their order; False, and no file, if one of them is no page.

    `pdf` is that of the forms, or of most of them, and is used up: what is left of it is what gets
    written. So its streams go from file to file as they are; those of other PDFs are held in memory. The
    same forms give the same bytes. Raises PdfError for damaged ones, DiskFull and its like.
    """
    pages: list[Page] = []
    for form in forms:
        box = None if form is None else _box(form)
        if form is None or box is None:
            return False
        pages.append(_page(pdf, form if form.is_owned_by(pdf) else pdf.copy_foreign(form), box))
    for key in set(pdf.Root.keys()) - {"/Type", "/Pages"}:
        del pdf.Root[key]
    for key in {"/Info", "/ID"} & set(pdf.trailer.keys()):
        del pdf.trailer[key]
    del pdf.pages[:]
    pdf.pages.extend(pages)
    with whole_file(target) as file, enduring(file) as patient:
        pdf.save(
            patient,
            min_version="1.7",
            deterministic_id=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return True


def _page(pdf: Pdf, form: Object, box: tuple[float, float, float, float]) -> Page:
    for key in set(form.keys()) - _KEPT:
        del form[key]
    left, bottom, width, height = box
    content = f"q 1 0 0 1 {-left:.4f} {-bottom:.4f} cm /P Do Q\n"
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(Decimal(width), 4), round(Decimal(height), 4)]),
        Resources=Dictionary(XObject=Dictionary(P=form)),
        Contents=pdf.make_stream(content.encode()),
    )
    return Page(pdf.make_indirect(page))


def _box(form: Object) -> tuple[float, float, float, float] | None:
    """Left, bottom, width and height in points of what the form draws; None for what is no page."""
    corners = _numbers(form.get(Name.BBox), 4)
    shape = _numbers(form.get(Name.Matrix), 6) if Name.Matrix in form else _SHAPE
    if corners is None or shape is None:
        return None
    a, b, c, d, e, f = shape
    points = [(a * x + c * y + e, b * x + d * y + f) for x in corners[::2] for y in corners[1::2]]
    across, up = [x for x, _ in points], [y for _, y in points]
    left, bottom, width, height = min(across), min(up), max(across) - min(across), max(up) - min(up)
    fits = all(1 <= one <= _LONGEST for one in (width, height)) and all(abs(one) < 1e6 for one in (left, bottom))
    return (left, bottom, width, height) if fits else None


def _numbers(value: object, count: int) -> tuple[float, ...] | None:
    if not isinstance(value, Array) or len(value) != count:
        return None
    listed: list[object] = [value[place] for place in range(count)]
    found = tuple(float(one) for one in listed if isinstance(one, (int, Decimal)))
    return found if len(found) == count and all(math.isfinite(one) for one in found) else None
