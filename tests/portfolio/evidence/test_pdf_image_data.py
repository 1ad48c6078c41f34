"""Packed pictures without the words, places and previews that came with them."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from otcpd.portfolio.evidence.pdf.image_data import NotAPicture, stripped_jpeg, stripped_jpeg_2000
from tests.portfolio.evidence.drafting_pdfs import SECRET, exif_photo, photo


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body


def dots(data: bytes) -> bytes:
    return Image.open(BytesIO(data)).tobytes()


@pytest.mark.parametrize("progressive", [False, True])
def test_nothing_is_done_to_a_bare_jpeg(progressive: bool) -> None:
    assert stripped_jpeg(photo(progressive=progressive)) is None


def test_filling_behind_the_end_is_no_reason_to_write_anew() -> None:
    assert stripped_jpeg(photo() + b"\n\0\0") is None


def test_exif_comments_and_what_follows_the_end_are_gone() -> None:
    bare = stripped_jpeg(exif_photo())
    assert bare is not None
    assert SECRET.encode() not in bare
    assert b"Exif" not in bare
    assert dots(bare) == dots(photo())
    assert stripped_jpeg(bare) is None


@pytest.mark.parametrize(
    "extra",
    [
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET.encode()),
        segment(0xED, b"Photoshop 3.0\0" + SECRET.encode()),
        segment(0xE2, b"MPF\0" + SECRET.encode()),
        segment(0xE0, b"JFXX\0\x10" + SECRET.encode()),
        segment(0xE0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\x02\x02" + SECRET.encode()),
        segment(0xFE, SECRET.encode()),
        b"\xff\xff" + segment(0xEF, SECRET.encode()),
    ],
)
def test_each_kind_of_words_is_found(extra: bytes) -> None:
    data = photo()
    bare = stripped_jpeg(data[:2] + extra + data[2:])
    assert bare == data


def test_colours_stay_what_they_are() -> None:
    data = photo(mode="CMYK")
    assert b"Adobe" in data
    bare = stripped_jpeg(data[:2] + segment(0xFE, b"words") + data[2:])
    assert bare == data


def test_words_between_the_scans_of_a_progressive_jpeg_are_found() -> None:
    data = photo(progressive=True)
    second = data.index(b"\xff\xda", data.index(b"\xff\xda") + 2)
    bare = stripped_jpeg(data[:second] + segment(0xFE, SECRET.encode()) + data[second:])
    assert bare == data


@given(st.binary(max_size=60), st.integers(0, 500))
def test_anything_else_is_not_a_picture(noise: bytes, cut: int) -> None:
    for data in (noise, b"\xff\xd8" + noise, photo()[:cut]):
        try:
            stripped_jpeg(data)
        except NotAPicture:
            pass
        else:
            assert b"\xff\xd9" in data


def box(kind: bytes, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4, "big") + kind + body


@pytest.mark.parametrize("kind", [b"xml ", b"uuid", b"uinf"])
def test_boxes_of_words_are_gone_from_a_jpeg_2000(kind: bytes) -> None:
    data = photo("JPEG2000")
    bare = stripped_jpeg_2000(data[:12] + box(kind, SECRET.encode()) + data[12:])
    assert bare is not None
    assert SECRET.encode() not in bare
    assert dots(bare) == dots(data)


def test_comments_are_gone_from_a_bare_codestream() -> None:
    data = photo("JPEG2000", no_jp2=True)
    with_words = data[: data.index(b"\xff\x52")] + segment(0x64, b"\0\x01" + SECRET.encode())
    with_words += data[data.index(b"\xff\x52") :]
    bare = stripped_jpeg_2000(with_words)
    assert bare is not None
    assert SECRET.encode() not in bare
    assert stripped_jpeg_2000(bare) is None
    assert dots(bare) == dots(data)


@given(st.binary(max_size=60), st.integers(12, 120))
def test_a_damaged_jpeg_2000_is_not_a_picture(noise: bytes, cut: int) -> None:
    for data in (noise, photo("JPEG2000")[:cut]):
        with pytest.raises(NotAPicture):
            stripped_jpeg_2000(data)
