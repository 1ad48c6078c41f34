"""What lies on the pages of a PDF: forms that were filled in, drawings, and notes that nobody else is to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from otcpd.portfolio.evidence.pdf.values import is_true, whole

_NOTES = frozenset(
    {
        "/Text",
        "/Popup",
        "/Link",
        "/FileAttachment",
        "/Sound",
        "/Movie",
        "/Screen",
        "/RichMedia",
        "/3D",
        "/PrinterMark",
        "/TrapNet",
        "/Projection",
    }
)
"""Comments, and what is there to be clicked: they do not show on a page, or say nothing on paper."""

_UNSEEN = 2 | 32
"""The flags Hidden and NoView (PDF 1.7, table 165)."""

_HIGHEST_PARENT = 20


@dataclass(frozen=True, slots=True)
class OnPage:
    """What lies on a page and was not made part of it.

    `drawn`: drawings, which may cover words. `fields`: parts of forms that only a program which knows
    forms can show. Either way it is there for that program, and nothing else is.
    """

    drawn: bool = False
    fields: bool = False


def lay_down(pdf: Pdf) -> dict[int, OnPage]:
    """Make filled-in forms part of the pages, keep drawings as they are, take everything else off.

    Gives for each page (from 0) on which anything lay, what is still there.
    """
    asks = _asks_for_drawing(pdf)
    found: dict[int, OnPage] = {}
    kept: dict[int, list[Object]] = {}
    for index, page in enumerate(pdf.pages):
        if Name.Annots not in page.obj:
            continue
        widgets, drawings, needs_drawing = _sorted(page, asks)
        found[index] = OnPage(bool(drawings), needs_drawing)
        flat = [] if needs_drawing else widgets
        kept[index] = drawings + (widgets if needs_drawing else [])
        _put(page, flat)
    if found:
        form = pdf.Root.get(Name.AcroForm)
        pdf.flatten_annotations("screen")
        if form is not None and any(each.fields for each in found.values()):
            pdf.Root[Name.AcroForm] = form
    for index, still_there in kept.items():
        _put(pdf.pages[index], still_there)
    return found


def is_dynamic_form(pdf: Pdf) -> bool:
    """Whether the pages are made by a program that the file holds, and what is there says only so."""
    return is_true(pdf.Root.get(Name.NeedsRendering))


def _asks_for_drawing(pdf: Pdf) -> bool:
    """Whether the shapes of the fields that the file holds are not to be relied on."""
    form = pdf.Root.get(Name.AcroForm)
    return isinstance(form, Dictionary) and (is_true(form.get(Name.NeedAppearances)) or Name.XFA in form)


def _sorted(page: Page, asks: bool) -> tuple[list[Object], list[Object], bool]:
    """Parts of forms, drawings, and whether any part of a form has no shape of its own yet."""
    listed = page.obj.get(Name.Annots)
    widgets: list[Object] = []
    drawings: list[Object] = []
    needs_drawing = False
    for each in listed if isinstance(listed, Array) else ():
        if not isinstance(each, Dictionary) or not _is_seen(each):
            continue
        subtype = str(each.get(Name.Subtype))
        if subtype == "/Widget":
            shaped = _has_shape(each)
            if shaped or _says_something(each):
                widgets.append(each)
                needs_drawing |= asks or not shaped or Name.OC in each
        elif subtype not in _NOTES:
            if subtype == "/Redact" or (subtype == "/Polygon" and Name.IC in each and not _has_shape(each)):
                _blacken(each)
            drawings.append(each)
    return widgets, drawings, needs_drawing


def _is_seen(annotation: Dictionary) -> bool:
    return not (whole(annotation.get(Name.F)) or 0) & _UNSEEN


def _has_shape(widget: Dictionary) -> bool:
    appearance = widget.get(Name.AP)
    normal = appearance.get(Name.N) if isinstance(appearance, Dictionary) else None
    return isinstance(normal, Dictionary | Stream)


def _blacken(annotation: Dictionary) -> None:
    """What somebody marked to be taken out is covered; so is what lies under a filled polygon without a
    shape, which PDFium would not draw."""
    for key in (Name.AP, Name.BS, Name.Border, Name.CA):
        if key in annotation:
            del annotation[key]
    annotation[Name.Subtype] = Name.Square
    annotation[Name.C] = annotation[Name.IC] = Array([0, 0, 0])


def _says_something(widget: Dictionary) -> bool:
    """Whether a field without a shape has a value, its own or its parent's, or a frame or ground."""
    field: Object | None = widget
    for _ in range(_HIGHEST_PARENT):
        if not isinstance(field, Dictionary):
            return False
        if Name.V in field and field.get(Name.FT) != Name.Sig:
            return True
        if Name.MK in field:
            return True
        field = field.get(Name.Parent)
    return False


def _put(page: Page, annotations: Sequence[Object]) -> None:
    if annotations:
        page.obj[Name.Annots] = Array(annotations)
    elif Name.Annots in page.obj:
        del page.obj[Name.Annots]
