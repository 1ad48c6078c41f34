"""Fonts that can be read aloud stay fonts; pages in others become pictures. Checkers agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import pytest
import reportlab
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from otcpd.portfolio.evidence.pdf.fonts import FontBook, to_unicode
from tests.portfolio.evidence.drafting_pdfs import changed, drafted, save
from tests.portfolio.evidence.finished_pdf import finish, prepared

SHIPPED = Path(reportlab.__file__).parent / "fonts"


def compact_font(glyphs: Iterable[str]) -> bytes:
    """A CFF program in which each of `glyphs` is a square, encoded as the standard encoding has them."""
    names = [".notdef", *glyphs]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({})
    builder.setupCFF("Squares", {}, {name: _square() for name in names}, {})
    target = BytesIO()
    builder.font["CFF "].cff.compile(target, builder.font)
    return target.getvalue()


def _square() -> T2CharString:
    pen = T2CharStringPen(600, None)
    pen.moveTo((0, 0))
    for corner in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.getCharString()


def simple_font(pdf: Pdf, glyphs: Iterable[str], **entries: object) -> Dictionary:
    """A simple font with a compact program."""
    program = pdf.make_stream(compact_font(glyphs), Subtype=Name.Type1C)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name.Squares,
        Flags=32,
        FontBBox=Array([0, 0, 600, 600]),
        ItalicAngle=0,
        Ascent=600,
        Descent=0,
        CapHeight=500,
        StemV=80,
        FontFile3=program,
    )
    values = {
        "/Type": Name.Font,
        "/Subtype": Name.Type1,
        "/BaseFont": Name.Squares,
        "/FirstChar": 65,
        "/LastChar": 68,
        "/Widths": Array([600] * 4),
        "/FontDescriptor": pdf.make_indirect(descriptor),
        **{f"/{key}": value for key, value in entries.items()},
    }
    font = pdf.make_indirect(Dictionary(values))
    assert isinstance(font, Dictionary)
    return font


def composite_font(pdf: Pdf, glyphs: Iterable[str], table: bytes) -> Object:
    """The same as a composite font: its codes are the places of the glyphs."""
    simple = simple_font(pdf, glyphs)
    simple.FontDescriptor.FontFile3.Subtype = Name.CIDFontType0C
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0,
        BaseFont=Name.Squares,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=simple.FontDescriptor,
        DW=600,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.Squares,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(below)]),
            ToUnicode=pdf.make_stream(table),
        )
    )


def written_in(font: Object, pdf: Pdf, shown: bytes) -> None:
    pdf.pages[0].resources.Font.New = font
    pdf.pages[0].contents_add(pdf.make_stream(b"BT /New 12 Tf 40 400 Td " + shown + b" Tj ET"))


ANSI = Name.WinAnsiEncoding
TABLE = b"1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <0041> <0002> <D83DDE00> endbfchar"
NARROW = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <01> <02> <0041> endbfrange"

SIMPLE: dict[str, tuple[str, dict[str, object], bytes, str]] = {
    "every code has a shape": ("AB", {"Encoding": ANSI}, b"(AB)", "as it is"),
    "the font's own encoding": ("AB", {}, b"(AB)", "as it is"),
    "a code without a shape": ("AB", {"Encoding": ANSI}, b"(ABC)", "picture"),
    "a space without a shape": ("AB", {"Encoding": ANSI}, b"(A B)", "picture"),
    "a name that tells nothing": ("AB", {"Encoding": Dictionary(Differences=Array([65, Name.g1]))}, b"(A)", "picture"),
    "another name": ("AB", {"Encoding": Dictionary(Differences=Array([67, Name.B]))}, b"(C)", "as it is"),
}


@pytest.mark.parametrize("case", SIMPLE)
def test_simple_fonts(case: str, tmp_path: Path) -> None:
    glyphs, entries, shown, how = SIMPLE[case]
    assert outcome(lambda pdf: written_in(simple_font(pdf, glyphs, **entries), pdf, shown), tmp_path) == how


COMPOSITE = {
    "every code has a character": (TABLE, b"<00010002>", "as it is"),
    "a code without a character": (TABLE, b"<00010003>", "picture"),
    "a code without a shape": (TABLE + b" 1 beginbfchar <0009> <0042> endbfchar", b"<0009>", "picture"),
    "half a code": (TABLE, b"<000100>", "picture"),
    "no table": (b"", b"<0001>", "picture"),
    "codes of one byte": (NARROW, b"<0001>", "picture"),
    "a character that is none": (TABLE + b" 1 beginbfchar <0003> <0000> endbfchar", b"<0003>", "picture"),
}


@pytest.mark.parametrize("case", COMPOSITE)
def test_composite_fonts(case: str, tmp_path: Path) -> None:
    table, shown, how = COMPOSITE[case]
    assert outcome(lambda pdf: written_in(composite_font(pdf, "ABCD", table), pdf, shown), tmp_path) == how


def test_type_1(tmp_path: Path) -> None:
    face = pdfmetrics.EmbeddedType1Face(str(SHIPPED / "DarkGardenMK.afm"), str(SHIPPED / "DarkGardenMK.pfb"))
    pdfmetrics.registerTypeFace(face)
    pdfmetrics.registerFont(pdfmetrics.Font("Dark", face.name, "WinAnsiEncoding"))
    save(drafted("Certificate", font="Dark"), tmp_path / "evidence.pdf")
    assert judged(tmp_path) == "as it is"


def test_truetype(tmp_path: Path) -> None:
    pdfmetrics.registerFont(TTFont("Vera", str(SHIPPED / "Vera.ttf")))
    save(drafted("Certificate", font="Vera"), tmp_path / "evidence.pdf")
    assert judged(tmp_path) == "as it is"


def test_a_damaged_program_has_no_shapes() -> None:
    with drafted() as pdf:
        font = simple_font(pdf, "AB", Encoding=ANSI)
        for data in (b"", b"OTTO", compact_font("AB")[:40]):
            font.FontDescriptor.FontFile3.write(data)
            assert not FontBook().judge(font).shows_all([b"A"])


def test_tables_of_characters() -> None:
    table = (
        b"begincodespacerange <0000> <FFFF> endcodespacerange beginbfrange <0010> <0012> <0061>"
        b" <0020> <0021> [<0041> <0042>] <0030> <0031> <00660069> <0040> <003F> <0061> endbfrange"
        b" beginbfchar <0050> <20> endbfchar"
    )
    found = to_unicode(table)
    assert found.width == 2
    assert found.codes == {0x10: 0x61, 0x11: 0x62, 0x12: 0x63, 0x20: 0x41, 0x21: 0x42, 0x30: 0x66, 0x31: 0x66}


def outcome(change: Callable[[Pdf], object], folder: Path) -> str:
    """What becomes of a page that was changed so; the checkers must be content with it."""
    changed(change)(folder / "evidence.pdf")
    return judged(folder)


def judged(folder: Path) -> str:
    piece = prepared(folder / "evidence.pdf")
    assert finish(piece, folder / "profile.pdf").complaints() == []
    return "picture" if "pictures" in piece.pages[0].file.name else "as it is"
