"""Pictures that cannot be shown are refused, each for its reason, and nothing else goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from otcpd.domain.errors import FileMissing
from otcpd.portfolio.evidence.pieces import Refusal
from tests.portfolio.evidence import bad_pictures as bad
from tests.portfolio.evidence.test_picture_piece import assert_shows_the_sample, prepared, refusal, written

BAD: dict[str, tuple[Callable[[Path], object], Refusal]] = {
    "nothing": (lambda path: path.write_bytes(b""), Refusal.EMPTY),
    "text": (lambda path: path.write_text("Dear Isla,\nthank you."), Refusal.UNKNOWN),
    "heic": (lambda path: path.write_bytes(bad.heic()), Refusal.UNKNOWN),
    "noise": (lambda path: path.write_bytes(bytes(range(256)) * 40), Refusal.UNKNOWN),
    "png-begins": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n"), Refusal.BROKEN),
    "jpeg-begins": (lambda path: path.write_bytes(b"\xff\xd8\xff\xe0"), Refusal.BROKEN),
    "tiff-begins": (lambda path: path.write_bytes(b"II*\x00\x08\0\0\0"), Refusal.BROKEN),
    "gif-begins": (lambda path: path.write_bytes(b"GIF89a\x01\0\x01\0"), Refusal.BROKEN),
    "webp-begins": (lambda path: path.write_bytes(b"RIFF\x10\0\0\0WEBPVP8 "), Refusal.BROKEN),
    "png-lies": (lambda path: path.write_bytes(bad.png_of(50_000, 50_000, b"x" * 900)), Refusal.BROKEN),
    "png-without-size": (lambda path: path.write_bytes(bad.png_of(0, 10, b"")), Refusal.BROKEN),
    "jpeg-lies": (lambda path: path.write_bytes(bad.jpeg_that_claims(60_000, 60_000)), Refusal.BROKEN),
    "jpeg-lies-a-little": (lambda path: path.write_bytes(bad.jpeg_that_claims(3_000, 3_000)), Refusal.BROKEN),
    "vast-png": (lambda path: path.write_bytes(bad.black_png(11_600, 8_700)), Refusal.TOO_LARGE),
    "gif-lies": (lambda path: path.write_bytes(bad.gif_of(65_535, 65_535)), Refusal.TOO_LARGE),
    "bomb": (lambda path: path.write_bytes(bad.black_png(24_000, 10_000)), Refusal.TOO_LARGE),
    "vast-in-scans": (lambda path: bad.large_jpeg(path, 12_000, 9_000, progressive=True), Refusal.TOO_LARGE),
    "webp-lies": (
        lambda path: path.write_bytes(b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\x3f\0\xff\x3f\0"),
        Refusal.TOO_LARGE,
    ),
}


def test_a_later_picture_that_lies_is_no_matter(tmp_path: Path) -> None:
    data = bad.animated(tmp_path / "moving", "GIF", 2).read_bytes()
    at = data.rindex(b"\x21\xf9\x04")
    later = b"\x21\xf9\x04\x08\0\0\0\0" + b"\x2c" + b"\0\0\0\0" + b"\xff\xff\xff\xff" + data[at + 17 :]
    piece = prepared(written(tmp_path / "lies", data[:at] + later))
    assert piece.note == "The first of 2 pictures is shown."
    assert_shows_the_sample(piece)


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_shown_is_refused(tmp_path: Path, case: str) -> None:
    make, wanted = BAD[case]
    path = tmp_path / "bad.jpg"
    make(path)
    assert refusal(path) is wanted


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP"])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.9])
def test_half_a_picture_is_broken(tmp_path: Path, kind: str, part: float) -> None:
    noise = Image.effect_noise((200, 150), 80)
    path = bad.saved(tmp_path / "half", Image.merge("RGB", (noise, noise, noise)), kind)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    assert refusal(path) is Refusal.BROKEN


def test_a_file_that_is_gone_is_no_bad_picture(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        prepared(tmp_path / "gone")
