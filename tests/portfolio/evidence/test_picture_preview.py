"""Pictures of evidence for the window: upright, bounded, and plain words for what cannot be shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from otcpd.domain.errors import FileMissing, NotAcceptable
from otcpd.domain.picture import MOST_BYTES, MOST_PIXELS, Picture
from otcpd.portfolio.evidence.pictures.preview import picture_rows, picture_sizes
from tests.portfolio.evidence import bad_pictures


def image(picture: Picture) -> Image.Image:
    return Image.frombytes("RGB", (picture.width, picture.height), picture.pixels, "raw", "BGR", picture.stride)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright_however_the_camera_was_held(tmp_path: Path, orientation: int) -> None:
    path = bad_pictures.held(tmp_path / "photo.jpg", orientation)
    upright = bad_pictures.quarters()
    assert picture_sizes(path).sizes == ((float(upright.width), float(upright.height)),)
    shown = image(picture_rows(path, 0, upright.width))
    assert shown.size == upright.size
    for x in (20, upright.width - 20):
        for y in (20, upright.height - 20):
            wanted, found = upright.getpixel((x, y)), shown.getpixel((x, y))
            assert isinstance(wanted, tuple)
            assert isinstance(found, tuple)
            assert all(abs(one - other) < 40 for one, other in zip(wanted, found, strict=True))


def test_a_picture_is_never_shown_larger_than_it_is(tmp_path: Path) -> None:
    path = bad_pictures.held(tmp_path / "small.jpg", 1)
    assert picture_rows(path, 0, 5_000).width == bad_pictures.quarters().width


def test_a_hundred_megapixels_are_shown_in_parts_of_a_smaller_picture(tmp_path: Path) -> None:
    path = bad_pictures.large_jpeg(tmp_path / "large.jpg", 12_000, 9_000)
    assert picture_sizes(path).sizes == ((12_000.0, 9_000.0),)
    small = picture_rows(path, 0, 800)
    assert (small.width, small.height, small.whole) == (800, 600, 600)
    large = picture_rows(path, 0, 12_000, top=1_000)
    assert large.width * large.whole <= MOST_PIXELS
    assert len(large.pixels) <= MOST_BYTES
    assert large.top == 1_000


def test_the_pages_of_a_scan_are_shown_one_by_one(tmp_path: Path) -> None:
    path = bad_pictures.scan(tmp_path / "scan.tif", 3)
    assert picture_sizes(path).pages == 3
    assert picture_rows(path, 2, 100).pages == 3
    with pytest.raises(NotAcceptable, match="broken"):
        picture_rows(path, 3, 100)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"no picture at all", "cannot be shown here"),
        (b"\x89PNG\r\n\x1a\n but no more", "broken"),
        (bad_pictures.jpeg_that_claims(60_000, 60_000), "broken"),
        (bad_pictures.png_of(50_000, 50_000, b""), "broken"),
        (bad_pictures.gif_of(30_000, 30_000), "too large"),
    ],
)
def test_what_cannot_be_shown_says_why(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content)
    with pytest.raises(NotAcceptable, match=words) as caught:
        picture_rows(path, 0, 400)
    assert caught.value.next_step == "Open it with another program to see it."


def test_a_picture_that_has_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        picture_rows(tmp_path / "gone.png", 0, 100)
