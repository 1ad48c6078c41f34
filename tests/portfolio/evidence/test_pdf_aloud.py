"""The words of each page for those who cannot see it: those that one sees, and no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from pikepdf import Dictionary, Pdf
from reportlab.pdfgen.canvas import Canvas

from otcpd.portfolio.evidence.pdf.aloud import LONGEST
from otcpd.portfolio.evidence.pieces import SourcePage
from otcpd.portfolio.pdf import fonts
from tests.portfolio.evidence import bad_pdfs as bad
from tests.portfolio.evidence import hiding_pdfs as hiding
from tests.portfolio.evidence.drafting_pdfs import GIVEN, SECRET, changed, form, place
from tests.portfolio.evidence.finished_pdf import prepared

Mode = Literal[0, 3, 7]
"""Rendering modes of text: painted, not painted, only cutting out (PDF 1.7, table 106)."""

SEEN: Mode = 0
UNSEEN: Mode = 3
CLIPPING: Mode = 7


def drawn(path: Path, *lines: tuple[str, float, float, Mode], font: str = fonts.REGULAR) -> Path:
    """A page with lines of text, each at a place and in a rendering mode."""
    fonts.register()
    first: dict[str, object] = {"initialFontName": fonts.REGULAR}
    canvas = Canvas(str(path), pagesize=(595, 842), **first)  # type: ignore[arg-type] # the stubs take it for a number
    for text, x, y, mode in lines:
        canvas.setFont(font, 12)
        canvas.drawString(x, y, text, mode=mode)
    canvas.save()
    return path


def page_of(path: Path) -> SourcePage:
    (page,) = prepared(path).pages
    return page


def words(path: Path) -> str:
    return page_of(path).words


@pytest.mark.parametrize(("font", "how"), [(fonts.REGULAR, "evidence"), ("Helvetica", "pictures")])
@pytest.mark.parametrize(
    "hidden",
    [(SECRET, 30, 700, UNSEEN), (SECRET, 700, 500, SEEN), (SECRET, 30, -50, SEEN), (SECRET, 30, 900, SEEN)],
    ids=["not painted", "to the right of the page", "below it", "above it"],
)
def test_what_cannot_be_seen_is_not_read_out(
    hidden: tuple[str, float, float, Mode], font: str, how: str, tmp_path: Path
) -> None:
    path = drawn(tmp_path / "evidence.pdf", (GIVEN, 30, 800, SEEN), hidden, ("and more", 30, 600, SEEN), font=font)
    page = page_of(path)
    assert how in page.file.name
    assert page.words == f"{GIVEN} and more"


def test_letters_that_only_cut_out_are_not_read_out_beside_others_that_are_not_painted(tmp_path: Path) -> None:
    lines = ((GIVEN, 30, 800, SEEN), (SECRET, 30, 700, CLIPPING), (SECRET, 30, 600, UNSEEN))
    assert words(drawn(tmp_path / "evidence.pdf", *lines)) == GIVEN


def test_what_recognition_put_behind_a_scan_is_read_out(tmp_path: Path) -> None:
    changed(bad.scan_with_words)(tmp_path / "evidence.pdf")
    assert words(tmp_path / "evidence.pdf") == GIVEN


def test_nor_what_a_form_does_not_paint(tmp_path: Path) -> None:
    def build(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        place(pdf, form(pdf, b"3 Tr " + page.Contents.read_bytes(), Resources=Dictionary(Font=page.Resources.Font)))

    changed(build)(tmp_path / "evidence.pdf")
    assert words(tmp_path / "evidence.pdf") == GIVEN


SAID_OTHERWISE: dict[str, Callable[[Pdf], object]] = {
    "codes without characters": bad.font_without_characters,
    "missing shapes": bad.missing_shapes,
    "PostScript": bad.postscript,
    "a drawing that takes too deep": bad.deep,
}


@pytest.mark.parametrize("case", SAID_OTHERWISE)
def test_words_that_are_only_said_to_be_there_are_not(case: str, tmp_path: Path) -> None:
    """A page that becomes a picture keeps its marks until it is drawn."""

    def build(pdf: Pdf) -> None:
        hiding.words_in_marks(pdf)
        SAID_OTHERWISE[case](pdf)

    changed(build)(tmp_path / "evidence.pdf")
    page = page_of(tmp_path / "evidence.pdf")
    assert "pictures" in page.file.name
    assert SECRET not in page.words


def test_a_page_is_read_out_in_one_line(tmp_path: Path) -> None:
    lines = (("Falls   in", 30, 800, SEEN), ("the home", 30, 780, SEEN), ("", 30, 760, SEEN), ("2026", 30, 600, SEEN))
    assert words(drawn(tmp_path / "evidence.pdf", *lines)) == "Falls in the home 2026"


@pytest.mark.parametrize("font", [fonts.REGULAR, "Helvetica"])
def test_a_long_page_is_cut_at_a_word(font: str, tmp_path: Path) -> None:
    lines = [(f"line {number} " + "occupational " * 6, 30, 830 - number * 11, SEEN) for number in range(70)]
    said = words(drawn(tmp_path / "evidence.pdf", *lines, font=font))
    assert LONGEST - 20 < len(said) <= LONGEST
    assert said.endswith("…")
    assert set(said[:-1].split()) <= {"line", "occupational", *map(str, range(70))}


def test_a_page_with_nothing_on_it_has_no_words(tmp_path: Path) -> None:
    changed(bad.no_content)(tmp_path / "evidence.pdf")
    assert words(tmp_path / "evidence.pdf") == ""


def test_a_page_with_too_much_on_it_is_not_read(tmp_path: Path) -> None:
    def build(pdf: Pdf) -> None:
        tile = form(pdf, b"0 0 1 1 re f")
        place(pdf, tile, "Fm1")
        pdf.pages[0].contents_add(pdf.make_stream(b"/Fm1 Do " * 20_001))

    changed(build)(tmp_path / "evidence.pdf")
    page = page_of(tmp_path / "evidence.pdf")
    assert (page.file.name, page.words) == ("evidence.pdf", "")


def test_the_order_of_letters_does_not_matter_for_what_is_said(tmp_path: Path) -> None:
    """Marks are looked at letter by letter, whichever object comes next."""

    def build(pdf: Pdf) -> None:
        content = pdf.pages[0].obj.Contents.read_bytes()
        said = f"/Span <</ActualText ({SECRET})>> BDC ".encode() + content + b" EMC "
        pdf.pages[0].obj.Contents = pdf.make_stream(content + said + content)
        bad.font_without_characters(pdf)

    changed(build)(tmp_path / "evidence.pdf")
    assert SECRET not in words(tmp_path / "evidence.pdf")
