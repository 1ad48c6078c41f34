"""PDFs of every kind become pages of a finished profile, or are refused; nothing hidden comes along."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from operator import attrgetter
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array
from PIL import Image, ImageChops, ImageFilter, ImageStat

from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.portfolio.evidence.pdf.frame import PageFrame, framing_of
from otcpd.portfolio.evidence.pdf.piece import prepare_pdf
from otcpd.portfolio.evidence.pdf.words import words_of
from otcpd.portfolio.evidence.pieces import PreparedPiece, Source, SourcePage
from tests.portfolio.evidence import bad_pdfs as bad
from tests.portfolio.evidence import hiding_pdfs as hiding
from tests.portfolio.evidence.drafting_pdfs import (
    GIVEN,
    SECRET,
    SMALL,
    Build,
    as_it_is,
    changed,
    drafted,
    entries_of_page,
    photo,
    picture,
    place,
    save,
)
from tests.portfolio.evidence.finished_pdf import Finished, finish, prepared, rendered


@dataclass(frozen=True, slots=True)
class Case:
    """A PDF that can be shown. `how`: "as it is" (no new file), "clean" or "picture"; `words`: what can
    be found in it, which for a picture is not always what can be seen."""

    build: Build
    how: str
    words: str = GIVEN
    note: str = ""


SHOWN: dict[str, Case] = {
    "sound": Case(changed(as_it_is), "as it is"),
    "owner's password only": Case(bad.owner_password_only, "as it is"),
    "cut off": Case(bad.truncated, "clean"),
    "scripts": Case(changed(hiding.scripts), "as it is"),
    "attachments": Case(changed(hiding.attachments), "clean"),
    "launches a program": Case(changed(hiding.launch), "clean"),
    "comments": Case(changed(hiding.comments), "clean"),
    "annotations out of sight": Case(changed(hiding.unseen_annotations), "clean"),
    "private data": Case(changed(hiding.private_data), "clean"),
    "picture of another page": Case(changed(hiding.picture_of_another_page), "clean"),
    "words in marks": Case(changed(hiding.words_in_marks), "clean"),
    "filled-in form": Case(changed(hiding.filled_form), "picture", "Filled in"),
    "filled-in form in an embedded font": Case(changed(hiding.form_in_embedded_font), "clean"),
    "form that readers are to draw": Case(changed(hiding.form_to_be_drawn), "picture", "Zoë Řezníček"),
    "form with XFA": Case(changed(hiding.static_xfa), "picture", "Filled in"),
    "signed": Case(changed(hiding.signed), "clean"),
    "black square over a name": Case(changed(hiding.covered_name, SECRET), "picture", ""),
    "marked for redaction": Case(changed(hiding.marked_for_redaction, SECRET), "picture", ""),
    "covered by a polygon": Case(changed(hiding.covered_by_polygon, SECRET), "picture", ""),
    "words in marks of a page that is drawn": Case(changed(hiding.words_in_marks_without_characters), "picture", ""),
    "hidden layer": Case(changed(hiding.hidden_layer, SECRET), "picture", ""),
    "layer that is shown": Case(changed(hiding.shown_layer), "picture"),
    "standard font": Case(bad.standard_font, "picture"),
    "font without characters": Case(changed(bad.font_without_characters), "picture"),
    "missing shapes": Case(changed(bad.missing_shapes), "picture"),
    "missing font": Case(changed(bad.missing_font), "picture", "Written in no font"),
    "Type 3 font": Case(changed(bad.type3_font), "as it is", "BBB"),
    "scan with words": Case(changed(bad.scan_with_words), "clean"),
    "unbalanced states": Case(changed(bad.unbalanced), "clean"),
    "nonsense in content": Case(changed(bad.nonsense), "picture"),
    "no content": Case(changed(bad.no_content), "as it is", ""),
    "inherited entries": Case(changed(bad.inherited), "as it is"),
    "content of 33 MB": Case(changed(bad.long_content), "picture"),
    "wrong length": Case(bad.wrong_length, "clean"),
    "one page nobody can unpack": Case(
        changed(lambda pdf: bad.unknown_packing(pdf, 1), GIVEN, "b", "c"),
        "as it is",
        note="Page 2 could not be shown.",
    ),
    "picture nobody can unpack": Case(changed(bad.unknown_packing_of_picture), "picture"),
    "damaged picture": Case(changed(bad.damaged_picture), "picture"),
    "picture in another file": Case(changed(bad.picture_elsewhere), "picture"),
    "form that draws itself": Case(changed(bad.draws_itself), "picture"),
    "forms forty deep": Case(changed(bad.deep), "picture"),
    "form with the resources of its page": Case(changed(bad.form_of_the_page), "picture"),
    "PostScript": Case(changed(bad.postscript), "picture"),
    "content of another file": Case(changed(bad.content_of_another_file), "clean"),
    "inline photo with a place": Case(changed(bad.inline_photo), "picture"),
    "CMYK": Case(changed(bad.cmyk), "as it is"),
    "photo with a place": Case(changed(bad.photo_with_place), "clean"),
    "packed photo with a place": Case(changed(bad.packed_photo_with_place), "clean"),
    "JPEG 2000": Case(changed(bad.jpeg_2000), "clean"),
    "JBIG2": Case(changed(bad.jbig2), "as it is"),
    "turned": Case(entries_of_page(Rotate=90), "as it is"),
    "upside down": Case(entries_of_page(Rotate=180), "as it is"),
    "turned to the left": Case(entries_of_page(Rotate=-90), "as it is"),
    "turned more than once": Case(entries_of_page(Rotate=450), "as it is"),
    "begins elsewhere": Case(entries_of_page(MediaBox=Array([-50, -30, 595, 842])), "as it is"),
    "begins elsewhere, turned and cropped": Case(
        entries_of_page(MediaBox=Array([-50, -30, 595, 842]), CropBox=Array([10, 500, 300, 830]), Rotate=270),
        "as it is",
    ),
    "turned by an odd angle": Case(entries_of_page(Rotate=45), "clean"),
    "landscape": Case(changed(as_it_is, size=(842, 595)), "as it is"),
    "cropped with a name outside": Case(
        entries_of_page(f"{SECRET} {SECRET}", CropBox=Array([0, 0, 595, 700])), "picture", ""
    ),
    "cropped with nothing outside": Case(entries_of_page(CropBox=Array([20, 500, 595, 842])), "as it is"),
    "trimmed": Case(entries_of_page(TrimBox=Array([100, 100, 200, 200])), "clean"),
    "large unit": Case(entries_of_page(UserUnit=2.5), "as it is"),
    "box the wrong way round": Case(entries_of_page(MediaBox=Array([595, 842, 0, 0])), "clean"),
    "box of nothing": Case(entries_of_page(size=SMALL, MediaBox=Array([0, 0, 0, 0])), "clean"),
    "box of words": Case(entries_of_page(size=SMALL, MediaBox=Array([pikepdf.String("a")] * 4)), "clean"),
}


HANGING = {
    *("/JS", "/JavaScript", "/AA", "/A", "/OpenAction", "/Names", "/EmbeddedFiles", "/EF", "/Annots", "/AcroForm"),
    *("/XFA", "/V", "/PieceInfo", "/AF", "/Thumb", "/Properties", "/OC", "/OCProperties", "/OPI", "/Ref", "/Author"),
    "/Dest",
}
"""Entries that do not belong to the content of a page."""


def how(page: SourcePage) -> str:
    """What became of a page, by the name of its file."""
    name = page.file.name
    return "picture" if "pictures" in name else "clean" if "clean" in name else "as it is"


class Made:
    """Every case, prepared and finished once, when it is first asked for."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        self._factory = factory
        self._there: dict[str, tuple[PreparedPiece, Finished]] = {}

    def __getitem__(self, case: str) -> tuple[PreparedPiece, Finished]:
        if case not in self._there:
            folder = self._factory.mktemp("case")
            SHOWN[case].build(folder / "evidence.pdf")
            piece = prepared(folder / "evidence.pdf")
            self._there[case] = (piece, finish(piece, folder / "profile.pdf"))
        return self._there[case]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory)


@pytest.mark.parametrize("case", SHOWN)
def test_each_page_is_shown_in_the_best_way(case: str, made: Made) -> None:
    piece, _ = made[case]
    assert (piece.refusal, piece.note) == (None, SHOWN[case].note)
    assert piece.pages
    assert SHOWN[case].how == how(piece.pages[0])


@pytest.mark.parametrize("case", SHOWN)
def test_checkers_find_nothing_wrong_with_the_profile(case: str, made: Made) -> None:
    assert made[case][1].complaints() == []


@pytest.mark.parametrize("case", SHOWN)
def test_nothing_hidden_comes_along(case: str, made: Made) -> None:
    everything = made[case][1].everything()
    for spelling in (SECRET.encode(), SECRET.encode("utf-16-be"), SECRET.encode("utf-16-be").hex().encode()):
        assert spelling not in everything
    assert SECRET not in made[case][1].text()
    assert made[case][1].keys().isdisjoint(HANGING)


@pytest.mark.parametrize("case", SHOWN)
def test_words_can_be_found_where_they_were_seen(case: str, made: Made) -> None:
    text = made[case][1].text().split()
    assert [word for word in SHOWN[case].words.split() if word not in text] == []
    if not SHOWN[case].words:
        assert text == []


@pytest.mark.parametrize("case", SHOWN)
def test_words_that_can_be_found_can_be_read_out(case: str, made: Made) -> None:
    piece, finished = made[case]
    said = " ".join(page.words for page in piece.pages)
    assert SECRET not in said
    assert said.split() == finished.text().split()


@pytest.mark.parametrize("case", SHOWN)
def test_what_was_given_is_seen(case: str, made: Made) -> None:
    low, high = made[case][1].image().convert("L").getextrema()
    assert (low == high) == (case in ("no content", "cropped with a name outside"))


UNLIKE_PDFIUM = ("comments", "cut off", "marked for redaction", "covered by a polygon")
"""What PDFium alone shows in another way, or not at all."""

COVERED = ("black square over a name", "marked for redaction", "covered by a polygon")


@pytest.mark.parametrize("case", COVERED)
def test_a_covered_name_is_covered(case: str, made: Made) -> None:
    piece, finished = made[case]
    shown = finished.shown(piece.pages[0]).convert("L")
    scale = shown.width / 595
    name = shown.crop((34 * scale, 26 * scale, 326 * scale, 58 * scale))
    assert max(name.tobytes()) < 40


@pytest.mark.parametrize("case", [case for case in SHOWN if case not in UNLIKE_PDFIUM])
def test_it_looks_as_it_did(case: str, made: Made) -> None:
    piece, finished = made[case]
    seen = finished.shown(piece.pages[0])
    source = rendered(finished.path.with_name("evidence.pdf"), 0, 2.0).resize(seen.size)
    difference = ImageStat.Stat(ImageChops.difference(blurred(seen), blurred(source)))
    assert max(difference.mean) < 2.0
    assert max(high for _, high in difference.extrema) < 60


def blurred(image: Image.Image) -> Image.Image:
    """Without what differs by a fraction of a dot."""
    return image.filter(ImageFilter.BoxBlur(4))


TURNS = (0, 90, 180, 270)


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("unit", [1, 2])
@pytest.mark.parametrize("kind", ["picture", "scan"])
def test_words_stand_where_they_were_seen(turn: int, unit: int, kind: str, tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        (bad.scan_with_words if kind == "scan" else bad.missing_font)(pdf)
        page = pdf.pages[0].obj
        page.Rotate, page.UserUnit, page.MediaBox = turn, unit, Array([-20, -10, 595, 842])

    path = tmp_path / "evidence.pdf"
    changed(change)(path)
    piece = prepared(path)
    (page,) = piece.pages
    with pypdfium2.PdfDocument(page.file) as pdf:
        found = words_of(pdf[page.index], frame_of(page))
    with pypdfium2.PdfDocument(path) as pdf:
        given = words_of(pdf[0], PageFrame((-20, -10, 595, 842), turn // 90, unit))
    assert {word.text for word in found} == {word.text for word in given} >= set(GIVEN.split())
    for word, was in zip(sorted(found, key=attrgetter("text")), sorted(given, key=attrgetter("text")), strict=True):
        assert word.turns == was.turns == (-turn // 90) % 4
        for name in ("left", "lower", "right", "upper"):
            assert abs(getattr(word, name) - getattr(was, name)) < 2.0 * unit


def frame_of(page: SourcePage) -> PageFrame:
    with pikepdf.open(page.file) as pdf:
        return framing_of(pdf.pages[page.index]).frame


def test_a_scan_keeps_its_picture_as_it_was(made: Made) -> None:
    piece, finished = made["scan with words"]
    with pikepdf.open(finished.path.with_name("evidence.pdf")) as before, pikepdf.open(piece.pages[0].file) as after:
        one, other = (pdf.pages[0].resources.XObject["/Im"].read_raw_bytes() for pdf in (before, after))
        assert one == other
        assert list(after.pages[0].resources.Font.keys()) == ["/OtcpdBlank"]


@pytest.mark.parametrize("case", ["photo with a place", "packed photo with a place"])
def test_a_photo_keeps_every_dot(case: str, made: Made) -> None:
    with pikepdf.open(made[case][1].path) as pdf:
        (image,) = [
            each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
        assert image.Filter == "/DCTDecode"
        data = image.read_raw_bytes()
    assert not Image.open(BytesIO(data)).getexif()
    assert Image.open(BytesIO(data)).tobytes() == Image.open(BytesIO(photo())).tobytes()


def test_a_form_looks_filled_in_and_keeps_its_words(made: Made) -> None:
    assert "Zoë Řezníček" in " ".join(made["form that readers are to draw"][1].text().split())


def test_what_pages_share_weighs_once(tmp_path: Path) -> None:
    path = tmp_path / "evidence.pdf"
    shared = photo(quality=95)

    def change(pdf: pikepdf.Pdf) -> None:
        image = pdf.make_indirect(picture(pdf, shared, "DCTDecode"))
        for index in range(3):
            place(pdf, image, index=index)

    changed(change, "a", "b", "c")(path)
    weights = [page.weight for page in prepared(path).pages]
    assert weights[0] > len(shared) > max(weights[1:])
    assert abs(sum(weights) - path.stat().st_size) < 3000


def test_progress_tells_of_each_page(tmp_path: Path) -> None:
    path = tmp_path / "evidence.pdf"
    save(drafted(*"abcdefgh"), path)
    told: list[tuple[int, int]] = []
    prepare_pdf(Source(3, EvidenceKind.PDF, EvidenceState.READABLE, path), tmp_path, lambda *step: told.append(step))
    assert told == sorted(told)
    assert {total for _, total in told} == {8}
    assert {done for done, _ in told} == set(range(9))


def test_the_same_file_gives_the_same_pages(tmp_path: Path) -> None:
    for case in ("standard font", "scan with words", "photo with a place"):
        results = []
        for folder in (tmp_path / f"{case} 1", tmp_path / f"{case} 2"):
            folder.mkdir()
            SHOWN[case].build(folder / "evidence.pdf")
            results.append(finish(prepared(folder / "evidence.pdf"), folder / "profile.pdf").everything())
        assert len(results[0]) == len(results[1])
