"""Evidence as pages of the profile: where each page comes out, what is said of it, and how it is found."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from otcpd.domain.errors import NotAcceptable
from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal, SourcePage
from otcpd.portfolio.pdf import fonts
from otcpd.portfolio.pdf.assemble import MOST_HELD
from tests.portfolio.reading import read_pdf
from tests.portfolio.samples import activity, evidence, portfolio, profile
from tests.portfolio.writing import write_profile_pdf

A4 = (595.0, 842.0)


def pdf_of(path: Path, *sizes: tuple[float, float], ballast: int = 0) -> tuple[SourcePage, ...]:
    """A PDF with a page of each size, on which stands which page it is; `ballast` random-looking bytes on each."""
    fonts.register()
    canvas = Canvas(str(path), initialFontName=fonts.REGULAR, invariant=1)  # type: ignore[arg-type] # stubs say int
    for number, size in enumerate(sizes, start=1):
        canvas.setPageSize(size)
        canvas.setFont(fonts.REGULAR, 20)
        canvas.drawString(50, 50, f"{path.stem} says {number}")
        canvas.showPage()
    canvas.save()
    if ballast:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            for number, page in enumerate(pdf.pages):
                noise = bytes((place * place * 31 + number * 17 + (place >> 7)) & 255 for place in range(ballast))
                picture = pikepdf.Stream(pdf, noise)
                picture.update(
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.XObject,
                        Subtype=pikepdf.Name.Image,
                        Width=ballast,
                        Height=1,
                        ColorSpace=pikepdf.Name.DeviceGray,
                        BitsPerComponent=8,
                    )
                )
                page.add_resource(picture, pikepdf.Name.XObject, pikepdf.Name.Im1)
                page.contents_add(b"q 100 0 0 100 300 300 cm /Im1 Do Q")
            pdf.save(path, compress_streams=False)
    return tuple(SourcePage(path, index, width, height, 9_000 + ballast) for index, (width, height) in enumerate(sizes))


def content(count: int = 3) -> ProfileContent:
    """A profile with evidence from E2 on, each piece used by one activity, and E2 named in the statement."""
    return profile(
        [
            activity(f"{n}", date(2026, 3, n + 1), f"Learning {n}", minutes=60, evidence=(f"e{n}",))
            for n in range(count)
        ],
        files=[evidence(f"e{n}", f"Certificate {n}") for n in range(count)],
        of=portfolio(statement="I learnt (E2), and showed it in activity 2. Not E77.", chosen=("0",)),
    )


def text_of(path: Path, page: int) -> str:
    """The words of one page, counted from 1."""
    document = pypdfium2.PdfDocument(path)
    try:
        words = document[page - 1].get_textpage().get_text_range()
    finally:
        document.close()
    return " ".join(words.split())


def check(path: Path) -> None:
    """No checker finds anything wrong."""
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
    seen = outloud.check(str(path))
    # A line under each heading that says what the piece supports is taken for a running header (PAG-001).
    warnings = [found for found in seen.findings if found.severity == "warning" and found.rule != "PAG-001"]
    assert (seen.error, seen.errors, warnings) == (None, 0, [])
    assert [found for found in pdfua.validate(str(path)).findings if found.severity is pdfua.Severity.ERROR] == []


def test_each_page_is_a_figure_under_its_number_and_stamped(tmp_path: Path) -> None:
    pages = pdf_of(tmp_path / "leaflet.pdf", A4, (842.0, 595.0), A4)
    out = tmp_path / "profile.pdf"
    write_profile_pdf(content(1), out, [PreparedPiece(2, pages)])
    check(out)
    reading = read_pdf(out)
    alts = [one.alt for one in reading.document.find("Figure")]
    assert alts == [f"E2, page {number} of 3. Certificate 0. PDF document." for number in (1, 2, 3)]
    shown = [number for number, page in enumerate(reading.pages, start=1) if "leaflet says" in page]
    for number, page in enumerate(shown, start=1):
        assert f"leaflet says {number}" in text_of(out, page)
        assert f"E2, page {number} of 3" in text_of(out, page)
        assert f"Page {page} of {len(reading.pages)}" in text_of(out, page)
    # Read out are the heading and what stands for the pictures, not stamps and footers.
    assert [one.text for one in reading.document.find("H2") if "Certificate" in one.text] == ["E2. Certificate 0"]
    assert "leaflet says" not in reading.document.whole_text
    assert "page 2 of 3" not in reading.document.whole_text


def test_a_sideways_page_stands_on_a_sideways_sheet(tmp_path: Path) -> None:
    pages = pdf_of(tmp_path / "wide.pdf", (842.0, 595.0))
    out = tmp_path / "profile.pdf"
    write_profile_pdf(content(1), out, [PreparedPiece(2, pages)])
    with pikepdf.open(out) as pdf:
        boxes = [[float(number) for number in page.mediabox] for page in pdf.pages]
    sideways = [box for box in boxes if box[2] > box[3]]
    assert len(sideways) == 1


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_upright(turn: int, tmp_path: Path) -> None:
    """Whatever is at the lower left when the page is read is at the lower left of the frame; and it is black, as
    it was, whatever colour we had in hand."""
    source = tmp_path / "turned.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(400, 600))
        # A black square where the reader of the turned page sees the lower left corner.
        corner = {0: (20, 20), 90: (340, 20), 180: (340, 540), 270: (20, 540)}[turn]
        page.contents_add(f"{corner[0]} {corner[1]} 40 40 re f".encode())
        page.Rotate = turn
        pdf.save(source)
    size = (600.0, 400.0) if turn in (90, 270) else (400.0, 600.0)
    out = tmp_path / "profile.pdf"
    write_profile_pdf(content(1), out, [PreparedPiece(2, (SourcePage(source, 0, *size, 1000),))])
    with pikepdf.open(out) as pdf:
        figure = next(one for one in read_all(pdf.Root.StructTreeRoot.K) if str(one.S) == "/Figure")
        left, lower, right, upper = (float(number) for number in figure.A.BBox)
        index = [page.obj.objgen for page in pdf.pages].index(figure.Pg.objgen)
        height = float(pdf.pages[index].mediabox[3])
    assert (right - left) / (upper - lower) == pytest.approx(size[0] / size[1], rel=0.01)
    document = pypdfium2.PdfDocument(out)
    picture = document[index].render(scale=1, may_draw_forms=False).to_pil().convert("L")
    document.close()
    scale = (right - left) / size[0]
    seen = picture.getpixel((int(left + 40 * scale), int(height - lower - 40 * scale)))
    assert isinstance(seen, int)
    assert seen < 40
    opposite = picture.getpixel((int(right - 40 * scale), int(height - upper + 40 * scale)))
    assert isinstance(opposite, int)
    assert opposite > 200


def read_all(element: pikepdf.Object) -> list[pikepdf.Object]:
    """All structure elements below one, itself included."""
    found = [element]
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += read_all(kid)
    return found


def test_words_are_set_as_text_and_read_out(tmp_path: Path) -> None:
    out = tmp_path / "profile.pdf"
    piece = PreparedPiece(2, paragraphs=("Programme", "10:00 <b>Welcome</b>"), note="The words alone are shown.")
    write_profile_pdf(content(1), out, [piece])
    check(out)
    spoken = read_pdf(out).document.whole_text
    assert (
        "E2. Certificate 0 Supports activity 1, Learning 0 The words alone are shown. Programme 10:00 <b>Welcome</b>"
        in spoken
    )


def test_what_is_not_shown_is_listed_with_its_reason(tmp_path: Path) -> None:
    out = tmp_path / "profile.pdf"
    pages = pdf_of(tmp_path / "a.pdf", A4)
    write_profile_pdf(content(2), out, [PreparedPiece(2, pages), PreparedPiece(3, refusal=Refusal.LOCKED)])
    check(out)
    spoken = read_pdf(out).document.whole_text
    assert "Certificate 1. Not shown as pages: locked with a password." in spoken
    assert "One piece of evidence: listed, but not shown as pages" in spoken


def test_the_index_names_the_pages_and_leads_to_them(tmp_path: Path) -> None:
    out = tmp_path / "profile.pdf"
    pieces = [PreparedPiece(2, pdf_of(tmp_path / "a.pdf", A4, A4)), PreparedPiece(3, pdf_of(tmp_path / "b.pdf", A4))]
    write_profile_pdf(content(2), out, pieces)
    reading = read_pdf(out)
    first = next(number for number, page in enumerate(reading.pages, start=1) if "a says 1" in page)
    rows = [row.whole_text for row in reading.document.find("TR")]
    assert any(row.startswith("E2 Certificate 0") and f"{first} to {first + 1}" in row for row in rows)
    assert any(row.startswith("E3 Certificate 1") and f" {first + 2} " in row for row in rows)
    links = links_of(out)
    assert ("E2", first) in links
    assert ("E3", first + 2) in links
    assert ("activity 2", 2) in links
    assert not any(words == "E77" for words, _ in links)


def links_of(path: Path) -> list[tuple[str, int]]:
    """What each link says, and the page from 1 that it leads to."""
    with pikepdf.open(path) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        return [
            (str(link.Contents), numbers[link.Dest[0].objgen])
            for page in pdf.pages
            for link in page.obj.get("/Annots", pikepdf.Array())
        ]


def test_bookmarks_lead_to_each_piece(tmp_path: Path) -> None:
    out = tmp_path / "profile.pdf"
    write_profile_pdf(content(1), out, [PreparedPiece(2, pdf_of(tmp_path / "a.pdf", A4))])
    found = [(one.title, one.level) for one in read_pdf(out).bookmarks][-3:]
    assert found == [("Evidence in full", 1), ("E2. Certificate 0", 2), ("What is not in this profile", 1)]


def test_evidence_comes_out_in_the_order_of_its_numbers_whatever_order_it_came_in(tmp_path: Path) -> None:
    one, two = tmp_path / "1.pdf", tmp_path / "2.pdf"
    pieces = [PreparedPiece(2, pdf_of(tmp_path / "a.pdf", A4)), PreparedPiece(3, pdf_of(tmp_path / "b.pdf", A4))]
    write_profile_pdf(content(2), one, pieces)
    write_profile_pdf(content(2), two, pieces[::-1])
    assert one.read_bytes() == two.read_bytes()


def test_a_split_profile_keeps_to_the_limit_and_numbers_its_pages_through(tmp_path: Path) -> None:
    pieces = [PreparedPiece(n + 2, pdf_of(tmp_path / f"s{n}.pdf", A4, A4, A4, ballast=60_000)) for n in range(4)]
    limit = 330_000
    written = write_profile_pdf(content(4), tmp_path / "profile.pdf", pieces, most_bytes=limit)
    assert len(written) > 2
    assert [one.path.name for one in written] == [
        f"profile, Eilidh Rowan, part {number} of {len(written)}.pdf" for number in range(1, len(written) + 1)
    ]
    number = 0
    readings = [read_pdf(one.path) for one in written]
    total = sum(len(reading.pages) for reading in readings)
    for part, (one, reading) in enumerate(zip(written, readings, strict=True), start=1):
        check(one.path)
        assert one.path.stat().st_size == one.size <= limit
        assert not one.too_large
        for page in reading.pages:
            number += 1
            assert f"Page {number} of {total}, file {part} of {len(written)}" in " ".join(page.split())
        with pikepdf.open(one.path) as pdf:
            assert int(pdf.Root.PageLabels.Nums[1].St) == number - len(reading.pages) + 1
    everything = " ".join(reading.everything for reading in readings)
    for n in range(4):
        for page_number in (1, 2, 3):
            assert everything.count(f"s{n} says {page_number}") == 1
    assert "What is not in this profile" in readings[-1].document.whole_text
    assert "What is not in this profile" not in "".join(one.text for one in readings[0].document.find("H2"))


def test_one_page_over_the_limit_stands_alone_and_is_told(tmp_path: Path) -> None:
    pieces = [
        PreparedPiece(2, pdf_of(tmp_path / "small.pdf", A4)),
        PreparedPiece(3, pdf_of(tmp_path / "big.pdf", A4, ballast=600_000)),
    ]
    written = write_profile_pdf(content(2), tmp_path / "profile.pdf", pieces, most_bytes=250_000)
    assert [one.too_large for one in written] == [False, True]


def test_nothing_of_a_strangers_document_but_its_pages_comes_along(tmp_path: Path) -> None:
    source = tmp_path / "stranger.pdf"
    (page,) = pdf_of(source, A4)
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('Wallaby')")
        pdf.docinfo["/Author"] = "Wallaby"
        pdf.pages[0].obj.Annots = pikepdf.Array(
            [pikepdf.Dictionary(Subtype=pikepdf.Name.Text, Contents="Wallaby", Rect=pikepdf.Array([0, 0, 9, 9]))]
        )
        pdf.pages[0].obj.PieceInfo = pikepdf.Dictionary(Wallaby=pikepdf.Dictionary(Private="Wallaby"))
        pdf.save(source)
    out = tmp_path / "profile.pdf"
    write_profile_pdf(content(1), out, [PreparedPiece(2, (page,))])
    with pikepdf.open(out) as pdf:
        pdf.save(tmp_path / "plain.pdf", stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
    assert b"Wallaby" not in (tmp_path / "plain.pdf").read_bytes()


def test_much_evidence_is_laid_down_on_the_way_and_comes_out_the_same(tmp_path: Path) -> None:
    """What weighs more than is held in memory goes to the disk in between."""
    pieces = [PreparedPiece(n + 2, pdf_of(tmp_path / f"m{n}.pdf", A4, A4)) for n in range(3)]
    heavy = [replace(one, pages=tuple(replace(page, weight=MOST_HELD) for page in one.pages)) for one in pieces]
    light, much = tmp_path / "light.pdf", tmp_path / "much.pdf"
    write_profile_pdf(content(3), light, pieces)
    write_profile_pdf(content(3), much, heavy)
    check(much)
    assert read_pdf(much) == read_pdf(light)
    again = tmp_path / "again.pdf"
    write_profile_pdf(content(3), again, heavy)
    assert again.read_bytes() == much.read_bytes()


def test_what_pages_share_may_be_too_large_and_still_every_file_is_there(tmp_path: Path) -> None:
    source = tmp_path / "shared.pdf"
    pages = pdf_of(source, *[A4] * 8, ballast=0)
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        ground = pikepdf.Stream(pdf, bytes((n * n * 31 + (n >> 7)) & 255 for n in range(400_000)))
        ground.update(
            pikepdf.Dictionary(
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=1000,
                Height=400,
                ColorSpace=pikepdf.Name.DeviceGray,
                BitsPerComponent=8,
            )
        )
        ground = pdf.make_indirect(ground)
        for page in pdf.pages:
            page.add_resource(ground, pikepdf.Name.XObject, pikepdf.Name.Ground)
            page.contents_add(b"q 100 0 0 100 300 300 cm /Ground Do Q")
        pdf.save(source, compress_streams=False)
    piece = PreparedPiece(2, tuple(replace(page, weight=400_000 if page.index == 0 else 200) for page in pages))
    written = write_profile_pdf(content(1), tmp_path / "profile.pdf", [piece], most_bytes=200_000)
    assert all(one.path.stat().st_size == one.size for one in written)
    assert [one.too_large for one in written] == [one.size > 200_000 for one in written]
    words = " ".join(read_pdf(one.path).everything for one in written)
    assert all(words.count(f"shared says {number}") == 1 for number in range(1, 9))


def test_more_data_than_the_limit_is_carried_all_the_same(tmp_path: Path) -> None:
    noise = "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(8_000)).encode()
    pieces = [PreparedPiece(2, pdf_of(tmp_path / "a.pdf", A4, A4))]
    written = write_profile_pdf(content(1), tmp_path / "profile.pdf", pieces, most_bytes=100_000, carried=noise)
    assert all(one.path.stat().st_size == one.size for one in written)
    assert any(one.too_large for one in written)


def test_a_part_never_takes_the_place_of_something_else(tmp_path: Path) -> None:
    pieces = [PreparedPiece(n + 2, pdf_of(tmp_path / f"s{n}.pdf", A4, ballast=60_000)) for n in range(4)]
    count = len(write_profile_pdf(content(4), tmp_path / "first.pdf", pieces, most_bytes=200_000))
    in_the_way = tmp_path / f"profile, Eilidh Rowan, part {count} of {count}.pdf"
    in_the_way.write_bytes(b"SQLite format 3\0 and all her years")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(NotAcceptable, match="is not a PDF"):
        write_profile_pdf(content(4), tmp_path / "profile.pdf", pieces, most_bytes=200_000)
    assert sorted(tmp_path.iterdir()) == before
    assert in_the_way.read_bytes().startswith(b"SQLite")
