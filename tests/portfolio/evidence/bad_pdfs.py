"""PDFs as people attach them, odd, damaged and hostile, made on the spot."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String

from tests.portfolio.evidence.drafting_pdfs import (
    GIVEN,
    SECRET,
    add_content,
    drafted,
    exif_photo,
    form,
    helvetica,
    photo,
    picture,
    place,
    save,
)

# Files that cannot be opened or have no pages to show


def locked(path: Path) -> None:
    save(drafted(), path, encryption=Encryption(owner="larch", user="rowan"))


def owner_password_only(path: Path) -> None:
    save(drafted(), path, encryption=Encryption(owner="larch", user=""))


def truncated(path: Path) -> None:
    """Without its end, which says where the table of its objects is."""
    save(drafted(GIVEN, "b"), path, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"startxref")])


def cut_in_half(path: Path) -> None:
    save(drafted(GIVEN, "b"), path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


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


def letters_without_end(pdf: Pdf) -> None:
    """The same with fonts, whose letters are drawn with the letters of another."""
    font: pikepdf.Object = Dictionary()
    for level in range(9):
        draw = b"1000 0 d0 0 0 9 9 re f" if not level else b"1000 0 d0 BT /F 1 Tf " + b"(AAAAA) Tj " * 2 + b"ET"
        font = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                FontBBox=Array([0, 0, 1000, 1000]),
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                CharProcs=Dictionary(A=pdf.make_stream(draw)),
                Encoding=Dictionary(Differences=Array([65, Name.A])),
                FirstChar=65,
                LastChar=65,
                Widths=Array([1000]),
                Resources=Dictionary(Font=Dictionary(F=font)) if level else Dictionary(),
            )
        )
    pdf.pages[0].resources.Font.F = font
    add_content(pdf, b"BT /F 12 Tf 40 400 Td (A) Tj ET")


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


def photo_with_a_hole(pdf: Pdf) -> None:
    """A sound head, and a scan whose middle is lost."""
    data = bytearray(photo())
    middle = (data.rindex(b"\xff\xda") + len(data)) // 2
    data[middle : middle + 40] = bytes(40)
    place(pdf, picture(pdf, bytes(data), "DCTDecode"))


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
