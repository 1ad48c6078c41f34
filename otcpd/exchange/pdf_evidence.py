"""Pages of evidence, taken out of a profile PDF: each is a form under a name such as "/E3p2"."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from otcpd.disk import whole_file
from otcpd.domain.carried import marked_page

Forms = dict[int, dict[int, Object]]
"""Number of a piece to number of a page, from 1, to the form that draws it."""

_SHAPE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LONGEST = 14_400.0
"""Points of the longest page that programs show (ISO 32000-1, annex C)."""

_KEPT = {"/Type", "/Subtype", "/BBox", "/Matrix", "/Resources", "/Group", "/Length", "/Filter", "/DecodeParms"}
"""What a page looks like. The rest of a form ties it to the document it came from."""


def evidence_forms(pdf: Pdf) -> Forms:
    """The forms of all pages of evidence in `pdf`; the first of those that have the same name."""
    found: Forms = defaultdict(dict)
    for page in pdf.pages:
        resources = page.obj.get(Name.Resources)
        forms = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
        if not isinstance(forms, Dictionary):
            continue
        for name in forms.keys():  # noqa: SIM118  a pikepdf dictionary iterates over its values
            mark = marked_page(name)
            form = forms.get(name) if mark is not None else None
            if mark is not None and isinstance(form, Stream) and form.get(Name.Subtype) == Name.Form:
                found[mark[0]].setdefault(mark[1], form)
    return found


def write_evidence(forms: Sequence[Object], target: Path) -> bool:
    """Writes a PDF of these pages in their order; False, and no file, if one of them has no size.

    Streams are copied as they are, piece by piece, and the PDFs of the forms must stay open until then. The
    same forms give the same bytes. Raises PdfError for damaged ones, DiskFull and its like.
    """
    boxes = [_box(form) for form in forms]
    with pikepdf.new() as pdf:
        for form, box in zip(forms, boxes, strict=True):
            if box is None:
                return False
            pdf.pages.append(_page(pdf, form, box))
        with whole_file(target) as file:
            pdf.save(
                file,
                min_version="1.7",
                deterministic_id=True,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
            )
    return True


def _page(pdf: Pdf, form: Object, box: tuple[float, float, float, float]) -> Page:
    copied = pdf.copy_foreign(form)
    for key in set(copied.keys()) - _KEPT:
        del copied[key]
    left, bottom, width, height = box
    content = f"q 1 0 0 1 {-left:.4f} {-bottom:.4f} cm /P Do Q\n"
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(Decimal(width), 4), round(Decimal(height), 4)]),
        Resources=Dictionary(XObject=Dictionary(P=copied)),
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
