"""Pages of a PDF as pictures: bounded, whole when put together, and plain words for what cannot be drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from otcpd.domain.errors import FileMissing, NotAcceptable
from otcpd.domain.picture import MOST_BYTES, MOST_WIDTH, Picture
from otcpd.exchange.page_pictures import page_picture, page_sizes
from tests.exchange import samples


def image(picture: Picture) -> Image.Image:
    size = (picture.width, picture.height)
    return Image.frombytes("RGB", size, picture.pixels, "raw", "BGR", picture.stride)


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    return samples.pdf(tmp_path / "leaflet.pdf", "First page", "Second page", "Third page")


def test_pages_have_their_sizes(leaflet: Path) -> None:
    found = page_sizes(leaflet)
    assert found.pages == 3
    assert len(found.sizes) == 3
    assert all(across > 100 and down > 100 for across, down in found.sizes)


def test_a_page_is_drawn_in_black_on_white(leaflet: Path) -> None:
    drawn = page_picture(leaflet, 1, 400)
    assert (drawn.width, drawn.pages, drawn.top) == (400, 3, 0)
    assert drawn.height == drawn.whole
    shades = image(drawn).convert("L").tobytes()
    assert min(shades) < 100
    assert max(shades) == 255


def test_parts_put_together_are_the_page(leaflet: Path) -> None:
    whole = image(page_picture(leaflet, 0, 300))
    put = Image.new("RGB", whole.size)
    for top in range(0, whole.height, 50):
        part = page_picture(leaflet, 0, 300, top=top, rows=50)
        put.paste(image(part), (0, part.top))
    assert put.tobytes() == whole.tobytes()


@pytest.mark.parametrize("width", [3_000, 1_000_000])
def test_no_picture_is_larger_than_is_handed_over_at_once(leaflet: Path, width: int) -> None:
    drawn = page_picture(leaflet, 0, width)
    assert len(drawn.pixels) <= MOST_BYTES
    assert drawn.width == min(width, MOST_WIDTH)
    assert drawn.height < drawn.whole
    rest = page_picture(leaflet, 0, width, top=drawn.whole - 1)
    assert (rest.top, rest.height) == (drawn.whole - 1, 1)


def test_a_locked_pdf_says_so(tmp_path: Path) -> None:
    locked = samples.locked_pdf(tmp_path / "locked.pdf")
    with pytest.raises(NotAcceptable, match="This PDF has a password"):
        page_sizes(locked)


@pytest.mark.parametrize("content", [b"%PDF-1.7\nand nothing more", b"", b"GIF89a"])
def test_a_broken_pdf_says_so(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(content)
    for act in (page_sizes, lambda path: page_picture(path, 0, 100)):
        with pytest.raises(NotAcceptable, match="This PDF cannot be read"):
            act(broken)


@pytest.mark.parametrize("page", [3, 500, -1])
def test_a_page_that_is_not_there_says_so(leaflet: Path, page: int) -> None:
    with pytest.raises(NotAcceptable, match="cannot be drawn"):
        page_picture(leaflet, page, 100)


def test_a_file_that_has_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        page_sizes(tmp_path / "gone.pdf")
