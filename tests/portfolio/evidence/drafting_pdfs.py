"""Making small PDFs for tests, thing by thing.

What must not leave is called SECRET wherever it is; what must be seen is called GIVEN.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from otcpd.portfolio.pdf import fonts

SECRET = "SECRETNAME"
GIVEN = "Certificate of attendance"
A4 = (595.0, 842.0)
SMALL = (200.0, 100.0)

Build = Callable[[Path], None]


def drafted(*texts: str, size: tuple[float, float] = A4, font: str = fonts.REGULAR) -> Pdf:
    """A PDF with a page for each text, in an embedded font unless another is named."""
    fonts.register()
    data = io.BytesIO()
    first: dict[str, object] = {"initialFontName": fonts.REGULAR}
    canvas = Canvas(data, pagesize=size, **first)  # type: ignore[arg-type] # the stubs take the name for a number
    for text in texts or (GIVEN,):
        canvas.setFont(font, 12)
        canvas.drawString(30, size[1] - 40, text)
        canvas.showPage()
    canvas.save()
    data.seek(0)
    return pikepdf.open(data)


def save(pdf: Pdf, path: Path, **options: object) -> None:
    """Write a draft."""
    pdf.save(path, **options)  # type: ignore[arg-type] # whatever pikepdf takes


def add_content(pdf: Pdf, content: bytes, index: int = 0) -> None:
    """Draw more on a page."""
    pdf.pages[index].contents_add(pdf.make_stream(content))


def add_xobject(pdf: Pdf, name: str, drawn: Object, index: int = 0) -> None:
    """Name a form or picture in the resources of a page."""
    resources = pdf.pages[index].resources
    if Name.XObject not in resources:
        resources.XObject = Dictionary()
    resources.XObject[f"/{name}"] = drawn


def form(pdf: Pdf, content: bytes, **entries: object) -> Object:
    """A form XObject."""
    return pdf.make_stream(
        content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1000, 1000]), **entries
    )  # fmt: skip


def photo(kind: str = "JPEG", mode: str = "RGB", **options: object) -> bytes:
    """The bytes of a small picture."""
    data = io.BytesIO()
    shades = Image.frombytes("L", (64, 48), bytes(place % 64 * 2 + place // 64 for place in range(64 * 48)))
    shades.convert(mode).save(data, kind, **options)
    return data.getvalue()


def exif_photo() -> bytes:
    """A JPEG that says who took it and where, with a comment and something behind its end."""
    exif = Image.Exif()
    exif[0x013B] = SECRET  # Artist
    exif.get_ifd(0x8825).update({1: "N", 2: (53.0, 57.0, 0.0)})
    return photo(exif=exif, comment=SECRET.encode()) + SECRET.encode()


def picture(pdf: Pdf, data: bytes, packing: str, colours: Name = Name.DeviceRGB, **entries: object) -> Object:
    """An image XObject of 64 by 48 pixels."""
    return pdf.make_stream(
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=64,
        Height=48,
        ColorSpace=colours,
        BitsPerComponent=8,
        Filter=Name(f"/{packing}"),
        **entries,
    )


def place(pdf: Pdf, drawn: Object, name: str = "Im9", index: int = 0) -> None:
    """Draw a picture on a page, and lay its name in the resources."""
    add_xobject(pdf, name, drawn, index)
    add_content(pdf, f"q 128 0 0 96 40 300 cm /{name} Do Q".encode("ascii"), index)


def annotate(pdf: Pdf, index: int = 0, **entries: object) -> None:
    """Lay something on a page."""
    page = pdf.pages[index].obj
    if Name.Annots not in page:
        page.Annots = Array()
    values = {f"/{key}": value for key, value in entries.items()}
    annotation = Dictionary({"/Type": Name.Annot, "/Rect": Array([30, 780, 330, 820]), "/F": 4, **values})
    page.Annots.append(pdf.make_indirect(annotation))


def appearance(pdf: Pdf, content: bytes, **entries: object) -> Dictionary:
    """What an annotation looks like, in a box of 300 by 40."""
    look = pdf.make_stream(
        content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 40]), **entries
    )  # fmt: skip
    return Dictionary(N=look)


def changed(change: Callable[[Pdf], object], *texts: str, size: tuple[float, float] = A4) -> Build:
    """A builder of a sound PDF with one thing changed."""

    def build(path: Path) -> None:
        pdf = drafted(*texts, size=size)
        change(pdf)
        save(pdf, path)

    return build


def entries_of_page(*texts: str, size: tuple[float, float] = A4, **entries: object) -> Build:
    """A builder of a PDF whose first page has these entries."""

    def change(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = value

    return changed(change, *texts, size=size)


def helvetica(pdf: Pdf) -> Object:
    """A font that every reader is thought to have, and that is not in the file."""
    return pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )


def as_it_is(_pdf: Pdf) -> None:
    """Nothing is changed."""
