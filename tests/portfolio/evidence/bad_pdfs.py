"""PDFs as people attach them, sound, odd, damaged and hostile, made on the spot.

What must not leave is called SECRET wherever it is; what must be seen is called GIVEN.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Object, Pdf, String
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


# Files that cannot be opened or have no pages to show


def locked(path: Path) -> None:
    save(drafted(), path, encryption=Encryption(owner="larch", user="rowan"))


def owner_password_only(path: Path) -> None:
    save(drafted(), path, encryption=Encryption(owner="larch", user=""))


def truncated(path: Path) -> None:
    save(drafted(*(f"{GIVEN} {page}" for page in range(9))), path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])


def garbage(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)


def only_a_head(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4\n%%EOF")


def no_pages(path: Path) -> None:
    pikepdf.new().save(path)


def page_tree_loop(path: Path) -> None:
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
        b"2 0 obj <</Type /Pages /Kids [2 0 R 2 0 R] /Count 2>> endobj\n"
        b"trailer <</Root 1 0 R /Size 3>>\n%%EOF"
    )


def thousand_pages(path: Path) -> None:
    pdf = drafted()
    for _ in range(999):
        pdf.pages.append(pdf.pages[0])
    save(pdf, path)


def dynamic_form(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=Array())
    pdf.Root.NeedsRendering = True


def content_bomb(path: Path) -> None:
    packing = zlib.compressobj(1)
    data = b"".join(packing.compress(b" " * 1_000_000) for _ in range(300)) + packing.flush()
    pdf = drafted()
    pdf.pages[0].obj.Contents = pdf.make_stream(data, Filter=Name.FlateDecode)
    save(pdf, path, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def picture_bomb(path: Path) -> None:
    packing = zlib.compressobj(1)
    data = b"".join(packing.compress(bytes(1_000_000)) for _ in range(300)) + packing.flush()
    pdf = drafted()
    place(pdf, picture(pdf, data, "FlateDecode"))
    save(pdf, path, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def forms_without_end(pdf: Pdf) -> None:
    """Ten forms, each of which draws the one before ten times: ten thousand million squares."""
    inner = form(pdf, b"0 0 9 9 re f")
    for _ in range(9):
        inner = form(pdf, b"/F Do " * 10, Resources=Dictionary(XObject=Dictionary(F=inner)))
    place(pdf, inner)


# What hangs on a document beside its pages


def scripts(pdf: Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String(SECRET), script])))
    pdf.pages[0].obj.AA = Dictionary(O=script)


def attachments(pdf: Pdf) -> None:
    pdf.attachments["secret.txt"] = SECRET.encode()
    file = pdf.make_stream(SECRET.encode(), Type=Name.EmbeddedFile)
    annotate(pdf, Subtype=Name.FileAttachment, FS=Dictionary(F=String(SECRET), EF=Dictionary(F=file)))


def launch(pdf: Pdf) -> None:
    annotate(pdf, Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String(SECRET)))


def comments(pdf: Pdf) -> None:
    annotate(pdf, Subtype=Name.Text, Contents=String(SECRET), T=String(SECRET))
    annotate(pdf, Subtype=Name.Popup, Contents=String(SECRET))


def unseen_annotations(pdf: Pdf) -> None:
    look = appearance(pdf, f"BT /F1 12 Tf 5 5 Td ({SECRET}) Tj ET".encode())
    annotate(pdf, Subtype=Name.Stamp, F=2, AP=look)
    annotate(pdf, Subtype=Name.FreeText, F=32, AP=look, Contents=String(SECRET))


def private_data(pdf: Pdf) -> None:
    words = pdf.make_stream(SECRET.encode(), Type=Name.Metadata, Subtype=Name.XML)
    inside = form(
        pdf, b"0 0 5 5 re f", Metadata=words, PieceInfo=Dictionary(App=Dictionary(Private=words)), AF=Array([words])
    )
    place(pdf, inside, "Fm8")
    photograph = picture(pdf, photo(), "DCTDecode", Metadata=words, OPI=Dictionary(F=String(SECRET)))
    place(pdf, photograph)
    pdf.pages[0].obj.Thumb = picture(pdf, SECRET.encode(), "FlateDecode")
    pdf.pages[0].obj.Metadata = words
    pdf.pages[0].obj.PieceInfo = Dictionary(App=Dictionary(Private=words))
    pdf.pages[0].resources.Font[
        pdf.pages[0].resources.Font.keys().__iter__().__next__()
    ].FontDescriptor.Metadata = words
    pdf.docinfo[Name.Author] = String(SECRET)


def picture_of_another_page(pdf: Pdf) -> None:
    add_xobject(pdf, "Unused", picture(pdf, zlib.compress(SECRET.encode() * 900), "FlateDecode"))


def words_in_marks(pdf: Pdf) -> None:
    content = pdf.pages[0].obj.Contents.read_bytes()
    head = f"/Artifact <</Type /Pagination>> BDC /Span <</ActualText ({SECRET}) /MCID 0>> BDC % {SECRET}\n".encode()
    pdf.pages[0].obj.Contents = pdf.make_stream(head + content + b" EMC EMC")


# Forms and drawings


def filled_form(pdf: Pdf) -> None:
    look = b"/Tx BMC BT /Helv 12 Tf 5 5 Td (Filled in) Tj ET EMC"
    fonts_there = Dictionary(Font=Dictionary(Helv=helvetica(pdf)))
    annotate(
        pdf,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("a"),
        V=String("Filled in"),
        AP=appearance(pdf, look, Resources=fonts_there),
    )
    pdf.Root.AcroForm = Dictionary(Fields=Array(list(pdf.pages[0].obj.Annots)))


def form_in_embedded_font(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    name = next(iter(page.Resources.Font.keys()))
    shown = next(part for part in page.Contents.read_bytes().split(b"\n") if b" Tj" in part)
    string = shown.partition(b"Tf")[2].partition(b"Tj")[0].split(b"TL")[-1]
    look = b"BT " + name.encode() + b" 12 Tf 5 5 Td " + string + b" Tj ET"
    annotate(pdf, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), AP=appearance(pdf, look, Resources=page.Resources))
    pdf.Root.AcroForm = Dictionary(Fields=Array(list(page.Annots)))


def form_to_be_drawn(pdf: Pdf) -> None:
    annotate(
        pdf, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), V=String("Zoë Řezníček"), DA=String("/Helv 12 Tf 0 g")
    )
    pdf.Root.AcroForm = Dictionary(
        Fields=Array(list(pdf.pages[0].obj.Annots)),
        NeedAppearances=True,
        DA=String("/Helv 12 Tf 0 g"),
        DR=Dictionary(Font=Dictionary(Helv=helvetica(pdf))),
    )


def static_xfa(pdf: Pdf) -> None:
    filled_form(pdf)
    pdf.Root.AcroForm.XFA = pdf.make_stream(f"<xdp>{SECRET}</xdp>".encode())


def signed(pdf: Pdf) -> None:
    value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=String(SECRET), Reason=String(SECRET))
    look = appearance(pdf, b"0 0 1 rg 0 0 300 40 re f")
    annotate(pdf, Subtype=Name.Widget, FT=Name.Sig, T=String("s"), V=pdf.make_indirect(value), AP=look)
    annotate(pdf, Subtype=Name.Widget, FT=Name.Sig, T=String("t"), V=pdf.make_indirect(value), Rect=Array([0, 0, 0, 0]))
    pdf.Root.AcroForm = Dictionary(Fields=Array(list(pdf.pages[0].obj.Annots)), SigFlags=3)


def covered_name(pdf: Pdf) -> None:
    """The text of the page is the name, and a black square lies on it."""
    annotate(pdf, Subtype=Name.Square, IC=Array([0, 0, 0]), AP=appearance(pdf, b"0 g 0 0 300 40 re f"))


# Layers


def _layers(pdf: Pdf, *, hidden: bool) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(SECRET)))
    usual = Dictionary(OFF=Array([layer])) if hidden else Dictionary(ON=Array([layer]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=usual)
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(L=layer)
    page.Contents = pdf.make_stream(b"/OC /L BDC " + page.Contents.read_bytes() + b" EMC 0 0 9 9 re f")


def hidden_layer(pdf: Pdf) -> None:
    _layers(pdf, hidden=True)


def shown_layer(pdf: Pdf) -> None:
    _layers(pdf, hidden=False)


# Fonts


def standard_font(path: Path) -> None:
    save(drafted(font="Helvetica"), path)


def font_without_characters(pdf: Pdf) -> None:
    for _, font in pdf.pages[0].resources.Font.items():
        del font.ToUnicode


def missing_shapes(pdf: Pdf) -> None:
    """Shows codes for which the embedded font has nothing."""
    add_content(pdf, next(iter(pdf.pages[0].resources.Font.keys())).encode() + b" 12 Tf BT 9 9 Td (\xfe\xfd) Tj ET")


def missing_font(pdf: Pdf) -> None:
    add_content(pdf, b"BT /Nowhere 12 Tf 40 400 Td (Written in no font) Tj ET")


def type3_font(pdf: Pdf) -> None:
    square = pdf.make_stream(b"1000 0 0 0 800 800 d1 0 0 800 800 re f")
    pdf.pages[0].resources.Font.T3 = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 1000, 1000]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(B=square),
        Encoding=Dictionary(Differences=Array([66, Name.B])),
        FirstChar=66,
        LastChar=66,
        Widths=Array([1000]),
        Resources=Dictionary(),
    )
    add_content(pdf, b"BT /T3 12 Tf 40 400 Td (BBB) Tj ET")


def scan_with_words(pdf: Pdf) -> None:
    """A scanned page as copiers make it: a picture, and recognised words in a font that is not embedded."""
    page = pdf.pages[0].obj
    page.Resources = Dictionary(
        Font=Dictionary(F=helvetica(pdf)), XObject=Dictionary(Im=picture(pdf, photo(), "DCTDecode"))
    )
    page.Contents = pdf.make_stream(
        f"q 595 0 0 842 0 0 cm /Im Do Q BT 3 Tr /F 12 Tf 40 700 Td ({GIVEN}) Tj ET".encode("ascii")
    )


# Streams


def unbalanced(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(b"Q Q q q " + page.Contents.read_bytes() + b" Q q q")


def nonsense(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" ]] >> ) << ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] 9 9 (")


def no_content(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Contents


def inherited(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    pdf.Root.Pages.Resources, pdf.Root.Pages.MediaBox, pdf.Root.Pages.Rotate = page.Resources, page.MediaBox, 90
    del page.Resources, page.MediaBox
    if Name.Rotate in page:
        del page.Rotate


def long_content(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" * 33_000_000)


def wrong_length(path: Path) -> None:
    save(
        drafted(),
        path,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    data = path.read_bytes()
    path.write_bytes(re.sub(rb"/Length \d+", lambda found: b"/Length " + b"1" * (len(found[0]) - 8), data))


def unknown_packing(pdf: Pdf, index: int = 0) -> None:
    pdf.pages[index].obj.Contents = pdf.make_stream(b"whatever", Filter=Name.NobodysDecode)


def unknown_packing_of_picture(pdf: Pdf) -> None:
    place(pdf, picture(pdf, SECRET.encode(), "NobodysDecode"))


def damaged_picture(pdf: Pdf) -> None:
    place(pdf, picture(pdf, zlib.compress(bytes(64 * 48 * 3))[:-9] + b"SOMETHING", "FlateDecode"))


def picture_elsewhere(pdf: Pdf) -> None:
    place(pdf, picture(pdf, b"", "FlateDecode", F=Dictionary(F=String(SECRET), Type=Name.Filespec)))


def draws_itself(pdf: Pdf) -> None:
    own = form(pdf, b"0 0 9 9 re f /F Do")
    own.Resources = Dictionary(XObject=Dictionary(F=own))
    place(pdf, own)


def deep(pdf: Pdf) -> None:
    inner = form(pdf, b"0 0 9 9 re f")
    for _ in range(40):
        inner = form(pdf, b"/F Do", Resources=Dictionary(XObject=Dictionary(F=inner)))
    place(pdf, inner)


def form_of_the_page(pdf: Pdf) -> None:
    """A form without resources of its own, as early PDFs have them."""
    name = next(iter(pdf.pages[0].resources.Font.keys()))
    place(pdf, form(pdf, b"BT " + name.encode() + b" 12 Tf 9 9 Td (a) Tj ET"))


def postscript(pdf: Pdf) -> None:
    place(pdf, pdf.make_stream(f"% {SECRET}".encode(), Type=Name.XObject, Subtype=Name.PS))


def content_of_another_file(pdf: Pdf) -> None:
    place(pdf, form(pdf, b"0 0 9 9 re f", Ref=Dictionary(F=String(SECRET), Page=0)))


def inline_photo(pdf: Pdf) -> None:
    data = b"q 90 0 0 60 40 300 cm BI /W 64 /H 48 /BPC 8 /CS /RGB /F /DCT ID " + exif_photo() + b" EI Q"
    add_content(pdf, data)


# Pictures


def cmyk(pdf: Pdf) -> None:
    place(pdf, picture(pdf, photo(mode="CMYK"), "DCTDecode", Name.DeviceCMYK))


def photo_with_place(pdf: Pdf) -> None:
    place(pdf, picture(pdf, exif_photo(), "DCTDecode"))


def packed_photo_with_place(pdf: Pdf) -> None:
    drawn = picture(pdf, zlib.compress(exif_photo()), "FlateDecode")
    drawn.Filter = Array([Name.FlateDecode, Name.DCTDecode])
    place(pdf, drawn)


def jpeg_2000(pdf: Pdf) -> None:
    data = photo("JPEG2000")
    box = (8 + len(SECRET)).to_bytes(4, "big") + b"xml " + SECRET.encode()
    place(pdf, picture(pdf, data[:12] + data[12:32] + box + data[32:], "JPXDecode"))


def jbig2(pdf: Pdf) -> None:
    """A picture of 64 by 48 black dots: page information, then a generic region that says nothing."""
    page = bytes.fromhex("00000000300001000000130000004000000030000000000000000000000000")
    drawn = picture(pdf, page, "JBIG2Decode", Name.DeviceGray)
    drawn.BitsPerComponent = 1
    place(pdf, drawn)
