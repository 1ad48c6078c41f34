"""PDFs that hold more than their pages show, and pages with something lying on them."""

from __future__ import annotations

import zlib

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.portfolio.evidence.bad_pdfs import font_without_characters
from tests.portfolio.evidence.drafting_pdfs import (
    SECRET,
    add_xobject,
    annotate,
    appearance,
    form,
    helvetica,
    photo,
    picture,
    place,
)

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


def words_in_marks_without_characters(pdf: Pdf) -> None:
    """In a font that cannot be copied: what the marks say is all the text there is."""
    words_in_marks(pdf)
    font_without_characters(pdf)


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


def marked_for_redaction(pdf: Pdf) -> None:
    """A mark that asks for words to be taken out, which nobody did yet."""
    annotate(pdf, Subtype=Name.Redact, C=Array([1, 0, 0]), AP=appearance(pdf, b"1 0 0 RG 0 0 300 40 re S"))


def covered_by_polygon(pdf: Pdf) -> None:
    """A filled shape that says where it is, and leaves it to readers to draw it."""
    corners = Array([30, 780, 330, 780, 330, 820, 30, 820])
    annotate(pdf, Subtype=Name.Polygon, Vertices=corners, IC=Array([0, 0, 0]))


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
