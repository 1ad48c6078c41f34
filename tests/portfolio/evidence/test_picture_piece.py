"""Pictures become pages: upright, in their colours, small enough, and nothing of them but the picture."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.portfolio.evidence.pictures.piece import prepare_picture
from otcpd.portfolio.evidence.pictures.size import SIDEWAYS, UPRIGHT, dpi, pixels, points
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal, Source
from tests.portfolio.evidence import bad_pictures as bad

Colour = tuple[int, int, int]


def prepared(path: Path, number: int = 3) -> PreparedPiece:
    piece = prepare_picture(Source(number, EvidenceKind.IMAGE, EvidenceState.UNKNOWN, path), path.parent)
    for page in piece.pages:
        with pikepdf.open(page.file) as pdf:
            assert pdf.check_pdf_syntax() == []
            assert "/Info" not in pdf.trailer
            assert "/Metadata" not in pdf.Root
            assert [float(side) for side in pdf.pages[page.index].mediabox] == [0, 0, page.width, page.height]
    return piece


def refusal(path: Path) -> Refusal | None:
    piece = prepared(path)
    assert piece.pages == ()
    assert not path.with_name("E3.pdf").exists()
    return piece.refusal


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def drawn(piece: PreparedPiece, index: int = 0, scale: float = 2.0) -> Image.Image:
    """A page as PDFium shows it."""
    page = piece.pages[index]
    with pypdfium2.PdfDocument(page.file) as pdf:
        picture = pdf[page.index].render(scale=scale).to_pil().convert("RGB")
        assert isinstance(picture, Image.Image)
        return picture


def corners(picture: Image.Image) -> list[Colour]:
    """The colours in the middle of the four quarters."""
    places = [(1, 1), (3, 1), (1, 3), (3, 3)]
    return [colour_at(picture, picture.width * x // 4, picture.height * y // 4) for x, y in places]


def colour_at(picture: Image.Image, x: int, y: int) -> Colour:
    found = picture.getpixel((x, y))
    assert isinstance(found, tuple)
    return found[0], found[1], found[2]


def alike(found: Colour, wanted: Colour, within: int) -> bool:
    return all(abs(a - b) <= within for a, b in zip(found, wanted, strict=True))


def assert_shows_the_sample(piece: PreparedPiece, within: int = 6) -> None:
    found = corners(drawn(piece))
    assert all(alike(*pair, within) for pair in zip(found, bad.QUARTERS, strict=True)), found


def entries(piece: PreparedPiece, index: int = 0) -> dict[str, str]:
    """How the picture of a page is packed."""
    page = piece.pages[index]
    with pikepdf.open(page.file) as pdf:
        image = pdf.pages[page.index].get_images()["/Im0"]
        return {key: str(value) for key, value in image.items() if key != "/DecodeParms"}


PLAIN = {
    "png": ("PNG", "RGB"),
    "png-with-palette": ("PNG", "P"),
    "jpeg": ("JPEG", "RGB"),
    "gif": ("GIF", "P"),
    "bmp": ("BMP", "RGB"),
    "webp": ("WEBP", "RGB"),
    "tiff": ("TIFF", "RGB"),
    "tiff-cmyk": ("TIFF", "CMYK"),
    "jpeg-cmyk": ("JPEG", "CMYK"),
    "tiff-ycc": ("TIFF", "YCbCr"),
}


@pytest.mark.parametrize("case", PLAIN)
def test_colours_are_those_of_the_file(tmp_path: Path, case: str) -> None:
    kind, mode = PLAIN[case]
    options: dict[str, object] = {"quality": 95} if kind in ("JPEG", "WEBP") else {}
    picture = bad.quarters().quantize(16) if mode == "P" else bad.quarters().convert(mode)
    piece = prepared(bad.saved(tmp_path / case, picture, kind, **options))
    assert (piece.number, piece.refusal, piece.note, len(piece.pages)) == (3, None, "", 1)
    assert piece.pages[0].file == tmp_path / "E3.pdf"
    assert_shows_the_sample(piece, 8)


@pytest.mark.parametrize("compression", ["raw", "packbits", "tiff_lzw", "tiff_adobe_deflate", "jpeg"])
def test_a_scan_is_read_however_it_is_packed(tmp_path: Path, compression: str) -> None:
    assert_shows_the_sample(prepared(bad.scan(tmp_path / "scan", 1, compression=compression)), 8)


def test_cmyk_without_adobes_mark_is_not_turned_over(tmp_path: Path) -> None:
    """Photoshop stores ink upside down and says so with a mark; without it 255 is full ink."""
    path = bad.saved(tmp_path / "ink", Image.new("CMYK", (40, 40), (255, 0, 0, 0)), "JPEG", quality=95)
    with_mark = colour_at(drawn(prepared(path)), 5, 5)
    data = path.read_bytes()
    at = data.index(b"\xff\xee")
    path.write_bytes(data[:at] + data[at + 16 :])
    without = colour_at(drawn(prepared(path)), 5, 5)
    assert alike(with_mark, (0, 255, 255), 6)
    assert alike(without, (0, 0, 0), 6)


def test_a_colour_profile_is_honoured(tmp_path: Path) -> None:
    """A profile that swaps nothing but the primaries of Lab makes plain numbers wrong."""
    lab = Image.new("LAB", (40, 40), (136, 208, 195))  # a strong red: L 53, a 80, b 67
    piece = prepared(bad.saved(tmp_path / "lab", lab, "TIFF"))
    assert alike(colour_at(drawn(piece), 5, 5), (255, 0, 0), 12)


def test_a_broken_colour_profile_costs_no_picture(tmp_path: Path) -> None:
    path = bad.saved(tmp_path / "odd", bad.quarters(), "PNG", icc_profile=b"not a profile at all")
    assert_shows_the_sample(prepared(path))


def test_srgb_profiles_change_nothing(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = bad.saved(tmp_path / "srgb", bad.quarters().quantize(16), "PNG", icc_profile=profile)
    assert_shows_the_sample(prepared(path))


def test_sixteen_bits_are_scaled_and_not_clipped(tmp_path: Path) -> None:
    greys = (0, 0x4000, 0x8000, 0xFFFF)
    wide = [grey for grey in greys for _ in range(40)]
    piece = prepared(written(tmp_path / "deep", bad.png_of(160, 1, b"")), 3)
    assert piece.refusal is Refusal.BROKEN
    piece = prepared(written(tmp_path / "deep", bad.deep_png(*wide)))
    row = drawn(piece, scale=4).convert("L")
    found = [row.getpixel((row.width * (2 * part + 1) // 8, row.height // 2)) for part in range(4)]
    assert found == [pytest.approx(grey >> 8, abs=4) for grey in greys]


@pytest.mark.parametrize(("mode", "value", "grey"), [("I;16", 0x8000, 128), ("I", 0x8000, 127), ("F", 0.5, 127)])
def test_deep_scans_too(tmp_path: Path, mode: str, value: float, grey: int) -> None:
    path = bad.saved(tmp_path / "deep", Image.new(mode, (40, 40), value), "TIFF")
    assert alike(colour_at(drawn(prepared(path)), 5, 5), (grey, grey, grey), 2)


def test_sixteen_bits_of_colour(tmp_path: Path) -> None:
    path = written(tmp_path / "deep", bad.deep_colour_png((0xFFFF, 0x8000, 0)))
    assert alike(colour_at(drawn(prepared(path)), 3, 3), (255, 128, 0), 2)


def see_through(mode: str) -> Image.Image:
    clear = Image.new("RGBA", (80, 60), (200, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (0, 0, 40, 60))
    return clear.convert(mode)


@pytest.mark.parametrize("mode", ["LA", "RGBA", "P"])
def test_what_is_transparent_is_white(tmp_path: Path, mode: str) -> None:
    picture = drawn(prepared(bad.saved(tmp_path / "clear", see_through(mode), "PNG")))
    assert alike(colour_at(picture, picture.width // 4, 9), (0, 0, 0), 3)
    assert alike(colour_at(picture, picture.width * 3 // 4, 9), (255, 255, 255), 3)


def test_a_colour_that_stands_for_nothing_is_white(tmp_path: Path) -> None:
    path = bad.saved(tmp_path / "key", bad.quarters(), "PNG", transparency=bad.RED)
    assert corners(drawn(prepared(path)))[0] == bad.WHITE


@pytest.mark.parametrize(("kind", "frames"), [("GIF", 4), ("WEBP", 3), ("PNG", 2)])
def test_of_moving_pictures_the_first_is_shown(tmp_path: Path, kind: str, frames: int) -> None:
    piece = prepared(bad.animated(tmp_path / "moving", kind, frames))
    assert piece.note == f"The first of {frames} pictures is shown."
    assert_shows_the_sample(piece)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright(tmp_path: Path, orientation: int, kind: str) -> None:
    piece = prepared(bad.held(tmp_path / "held", orientation, kind))
    assert piece.pages[0].width > piece.pages[0].height
    assert_shows_the_sample(piece, 10)
    assert b"Birch" not in piece.pages[0].file.read_bytes()


def test_huge_exif_is_no_matter(tmp_path: Path) -> None:
    piece = prepared(bad.held(tmp_path / "huge", 6, padding=60_000))
    assert_shows_the_sample(piece, 10)
    assert piece.pages[0].weight < 20_000


def test_comments_do_not_come_along(tmp_path: Path) -> None:
    path = bad.saved(tmp_path / "said", bad.quarters(), "JPEG", comment=b"Isla Birch was here")
    assert b"Birch" not in prepared(path).pages[0].file.read_bytes()


def test_a_scan_becomes_as_many_pages(tmp_path: Path) -> None:
    piece = prepared(bad.scan(tmp_path / "scan", 5))
    assert [page.index for page in piece.pages] == [0, 1, 2, 3, 4]
    assert_shows_the_sample(piece)
    assert alike(colour_at(drawn(piece, 4), 9, 9), (200, 4, 10), 4)


def test_a_scan_tells_how_far_it_is(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    source = Source(1, EvidenceKind.IMAGE, EvidenceState.READABLE, bad.scan(tmp_path / "scan", 3))
    prepare_picture(source, tmp_path, lambda done, total: seen.append((done, total)))
    assert seen == [(0, 3), (1, 3), (2, 3)]


def test_a_scan_of_too_many_pages_is_offered_as_a_file(tmp_path: Path) -> None:
    first, *rest = [Image.new("1", (4, 4))] * 201
    first.save(tmp_path / "long", "TIFF", save_all=True, append_images=rest)
    assert refusal(tmp_path / "long") is Refusal.TOO_LONG


def test_the_sound_pages_of_a_scan_are_shown(tmp_path: Path) -> None:
    path = bad.scan(tmp_path / "scan", 3, compression="raw")
    path.write_bytes(path.read_bytes()[:100_000])
    piece = prepared(path)
    assert piece.note == "The first page is shown; what follows is damaged."
    assert_shows_the_sample(piece)


def test_damaged_scans_say_nothing_to_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = bad.scan(tmp_path / "scan", 1)
    data = bytearray(path.read_bytes())
    data[100:400] = bytes(range(150)) * 2
    path.write_bytes(data)
    prepared(path)
    assert capfd.readouterr() == ("", "")


def test_black_and_white_stays_so(tmp_path: Path) -> None:
    letter = bad.quarters(2480, 3508).convert("1", dither=Image.Dither.NONE)
    piece = prepared(bad.saved(tmp_path / "fax", letter, "TIFF", compression="group4"))
    assert entries(piece)["/BitsPerComponent"] == "1"
    assert entries(piece)["/Width"] == "2480"
    assert piece.pages[0].weight < 60_000


def test_a_fax_is_not_squashed(tmp_path: Path) -> None:
    """Fax machines have half as many lines to the inch as dots."""
    piece = prepared(bad.saved(tmp_path / "fax", Image.new("1", (400, 200), 1), "TIFF", dpi=(204, 102)))
    assert piece.pages[0].width == pytest.approx(piece.pages[0].height, rel=0.01)


def test_drawings_keep_every_pixel(tmp_path: Path) -> None:
    piece = prepared(bad.saved(tmp_path / "screen", bad.quarters(900, 700), "PNG"))
    assert entries(piece)["/Filter"] == "/FlateDecode"
    assert corners(drawn(piece)) == list(bad.QUARTERS)


def test_photographs_are_packed_as_jpeg(tmp_path: Path) -> None:
    noise = Image.effect_noise((900, 700), 80)
    piece = prepared(bad.saved(tmp_path / "photo", Image.merge("RGB", (noise, noise, noise)), "PNG"))
    assert entries(piece)["/Filter"] == "/DCTDecode"
    assert piece.pages[0].weight > len(entries(piece))


def millimetres(*points: float) -> list[int]:
    return [round(each / 72 * 25.4) for each in points]


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_large_pictures_have_no_more_pixels_than_a_page_shows(tmp_path: Path, kind: str) -> None:
    piece = prepared(bad.saved(tmp_path / "large", bad.quarters(6000, 4000), kind))
    page = piece.pages[0]
    assert millimetres(page.width, page.height) == [225, 150]
    assert (entries(piece)["/Width"], entries(piece)["/Height"]) == ("1772", "1181")
    assert_shows_the_sample(piece, 8)


@pytest.mark.parametrize(
    ("size", "dpi", "wanted"),
    [
        ((1920, 1080), None, (263, 148)),
        ((1920, 1080), 96, (263, 148)),
        ((1280, 720), 72, (263, 148)),
        ((2880, 1800), 144, (240, 150)),
        ((4000, 3000), 72, (200, 150)),
        ((3000, 4000), 72, (176, 235)),
        ((2480, 3508), 300, (166, 235)),
        ((1080, 2340), None, (108, 235)),
        ((800, 600), None, (185, 139)),
        ((600, 600), None, (139, 139)),
        ((600, 600), 96, (159, 159)),
        ((120, 120), None, (28, 28)),
        ((120, 120), 72, (28, 28)),
        ((900, 600), 300, (76, 51)),
    ],
    ids=str,
)
def test_pictures_are_as_large_as_they_are_best_read(
    tmp_path: Path, size: tuple[int, int], dpi: int | None, wanted: tuple[int, int]
) -> None:
    options = {} if dpi is None else {"dpi": (dpi, dpi)}
    page = prepared(bad.saved(tmp_path / "read", bad.quarters(*size), "PNG", **options)).pages[0]
    assert millimetres(page.width, page.height) == pytest.approx(wanted, abs=1)


@given(st.tuples(st.integers(1, 20_000), st.integers(1, 20_000)), st.none() | st.floats(1, 2_000))
def test_no_picture_is_larger_than_its_page_or_coarser_than_a_screen(size: tuple[int, int], said: float | None) -> None:
    picture = Image.new("1", (1, 1))
    picture.info = {} if said is None else {"dpi": (said, said)}
    width, height = points(size, dpi(picture))
    assert width / height == pytest.approx(size[0] / size[1])
    assert size[0] / width * 72 >= 95.4
    assert any(width <= room[0] * 1.0001 and height <= room[1] * 1.0001 for room in (UPRIGHT, SIDEWAYS))
    assert all(side <= most for side, most in zip(pixels((width, height)), (2071, 1851), strict=True))


def test_a_screenshot_that_fits_keeps_every_pixel(tmp_path: Path) -> None:
    piece = prepared(bad.saved(tmp_path / "screen", bad.quarters(1920, 1080), "PNG"))
    assert (entries(piece)["/Width"], entries(piece)["/Filter"]) == ("1920", "/FlateDecode")


def test_a_tall_picture_fits_its_height(tmp_path: Path) -> None:
    page = prepared(bad.held(tmp_path / "tall", 1)).pages[0]
    assert page.width == pytest.approx(160 / 110 * 72)
    page = prepared(bad.saved(tmp_path / "tall", bad.quarters(1000, 2800), "PNG")).pages[0]
    assert [page.width, page.height] == pytest.approx([UPRIGHT[1] / 2.8, UPRIGHT[1]], abs=0.01)


@pytest.mark.parametrize(
    ("dpi", "points"), [(300, 72.0), (10, 196.4), (72, 196.4), (96, 225.0), (150, 144.0), (90_000, 196.4), (0, 196.4)]
)
def test_pictures_have_their_own_size(tmp_path: Path, dpi: int, points: float) -> None:
    page = prepared(bad.saved(tmp_path / "own", bad.quarters(300, 300), "PNG", dpi=(dpi, dpi))).pages[0]
    assert page.width == pytest.approx(points, rel=0.01)


@pytest.mark.parametrize("size", [(1, 1), (20_000, 10), (10, 20_000), (1, 30_000)])
def test_specks_and_strips(tmp_path: Path, size: tuple[int, int]) -> None:
    page = prepared(bad.saved(tmp_path / "strip", Image.new("RGB", size, bad.BLUE), "PNG")).pages[0]
    assert 3 <= page.width <= SIDEWAYS[0] + 0.01
    assert 3 <= page.height <= UPRIGHT[1] + 0.01


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_long_screenshot_is_divided_between_its_lines(tmp_path: Path, kind: str) -> None:
    screen = Image.new("RGB", (1080, 9000), "white")
    for line in range(0, 9000, 60):
        screen.paste((0, 0, 0), (100, line + 10, 900, line + 50))
    piece = prepared(bad.saved(tmp_path / "long", screen, kind))
    assert piece.note == "This long picture is shown on seven pages."
    assert len(piece.pages) == 7
    assert {page.width for page in piece.pages} == {round(UPRIGHT[0], 4)}
    assert sum(page.height for page in piece.pages) == pytest.approx(UPRIGHT[0] / 1080 * 9000, rel=0.001)
    assert max(page.height for page in piece.pages) <= UPRIGHT[1]
    for index in range(7):
        page = drawn(piece, index)
        edges = [colour_at(page, page.width // 2, y) for y in (1, page.height - 2)]
        assert all(alike(edge, bad.WHITE, 3) for edge in edges), edges


def test_a_long_photograph_is_divided_too(tmp_path: Path) -> None:
    piece = prepared(bad.large_jpeg(tmp_path / "long", 3000, 20_000))
    assert piece.note == "This long picture is shown on six pages."
    assert {page.width for page in piece.pages} == {round(UPRIGHT[0], 4)}
    assert entries(piece)["/Width"] == "1386"


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    path = bad.held(tmp_path / "same", 6)
    once = prepared(path).pages[0].file.read_bytes()
    assert prepared(path).pages[0].file.read_bytes() == once


def test_a_hundred_megapixels_as_jpeg(tmp_path: Path) -> None:
    piece = prepared(bad.large_jpeg(tmp_path / "vast", 11_600, 8_700))
    assert entries(piece)["/Width"] == "1575"
