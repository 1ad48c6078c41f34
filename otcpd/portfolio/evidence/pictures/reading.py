"""Opening the pictures that people attach: every format of cameras, scanners and screens, sound or not.

Whatever a file claims about itself is weighed before any of it is unpacked, so that one picture never
takes more than `MOST_MEMORY`. Pillow's own guard counts pixels, not bytes, and would turn away
photographs of 100 megapixels that can be read at an eighth of their size; it is set to what we allow.
"""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, JpegImagePlugin, TiffImagePlugin, WebPImagePlugin

from otcpd.disk import machine_errors
from otcpd.domain.picture import PICTURE_ERRORS
from otcpd.portfolio.evidence.pictures.jpeg import JpegFrame, jpeg_frame
from otcpd.portfolio.evidence.pieces import Refusal

MOST_MEMORY = 200_000_000
"""Bytes that unpacking one picture may take. Measured, this keeps the worker process below 300 MB."""

FORMATS = ("JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP")

_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"RIFF", b"BM")

_ERRORS = 2
"""The number of the stream that programs write their errors to."""

_ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held (EXIF 2.32, 4.6.4)."""

_BYTES_A_PIXEL = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2}
_USUAL_BYTES_A_PIXEL = 4
_WEBP_BYTES_A_PIXEL = 16.4
"""Two canvases of libwebp, what it hands over, and Pillow's copy of that (measured)."""

_MOST_DEFLATED = 1100
"""Deflate packs at most 1,032 bytes into one: a PNG that claims more was not written by a program."""


class PictureRefused(Exception):
    """This file does not become a picture on a page, for the reason `refusal`."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(refusal.value)


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """The picture in a file, not unpacked yet. Raises PictureRefused, here and for all reading within.

    Raises FileMissing or MachineSaidNo if the file cannot be read at all.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # grumbles about odd metadata
        with _open(path) as picture, _guarded(MOST_MEMORY // 2), refusing(Refusal.BROKEN):
            yield picture


@contextmanager
def _guarded(pixels: int | None) -> Iterator[None]:
    """Lets Pillow refuse what has more than twice that many pixels, wherever it is about to make room for it."""
    usual, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, pixels
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = usual


@contextmanager
def refusing(otherwise: Refusal) -> Iterator[None]:
    """Turns what Pillow raises into PictureRefused."""
    try:
        yield
    except (MemoryError, Image.DecompressionBombError) as error:
        raise PictureRefused(Refusal.TOO_LARGE) from error
    except PICTURE_ERRORS as error:
        raise PictureRefused(otherwise) from error


def _open(path: Path) -> Image.Image:
    with machine_errors(path), path.open("rb") as file:
        head = file.read(64)
    if not head:
        raise PictureRefused(Refusal.EMPTY)
    if head.startswith(b"RIFF"):
        # libwebp makes room for the whole canvas as soon as a file is opened.
        _weigh(_webp_pixels(head) * _WEBP_BYTES_A_PIXEL)
    # Only of GIF does Pillow make room at once; of others we can say more than that they are too large.
    guard = _guarded(MOST_MEMORY // 2 if head.startswith(b"GIF") else None)
    with guard, refusing(Refusal.BROKEN if head.startswith(_STARTS) else Refusal.UNKNOWN):
        return Image.open(path, formats=FORMATS)


def load(picture: Image.Image, path: Path, most: tuple[int, int]) -> None:
    """Unpack the frame that `picture` stands at, as small as its format allows but not below `most`.

    `most` is in pixels as the picture is stored. Raises PictureRefused, or what Pillow raises.
    """
    if picture.width < 1 or picture.height < 1:
        raise PictureRefused(Refusal.BROKEN)
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        frame = jpeg_frame(path)
        if frame is not None and frame.needs_at_least > path.stat().st_size:
            raise PictureRefused(Refusal.BROKEN)
        picture.draft(picture.mode, most)
        _weigh(_room(picture) + _coefficients(frame))
    elif isinstance(picture, TiffImagePlugin.TiffImageFile):
        _weigh(_tiff_room(picture, path))
        with _mute():
            picture.load()
    elif isinstance(picture, WebPImagePlugin.WebPImageFile):
        _weigh(picture.width * picture.height * _WEBP_BYTES_A_PIXEL)
    else:
        if picture.format == "PNG" and picture.width * picture.height / 8 > path.stat().st_size * _MOST_DEFLATED:
            raise PictureRefused(Refusal.BROKEN)
        _weigh(_room(picture))
    picture.load()


@contextmanager
def _mute() -> Iterator[None]:
    """libtiff grumbles about damaged files right into the terminal of whoever exports."""
    try:
        ours = os.dup(_ERRORS)
    except OSError:  # a window without a terminal
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _ERRORS)
        yield
    finally:
        os.dup2(ours, _ERRORS)
        os.close(ours)
        os.close(nowhere)


def orientation(picture: Image.Image) -> int:
    """How the camera was held: 1 to 8 as EXIF counts, 1 (upright) if the file does not say."""
    with contextlib.suppress(*PICTURE_ERRORS):
        found = picture.getexif().get(_ORIENTATION, 1)
        if found in range(1, 9):
            return int(found)
    return 1


def _weigh(needed: float) -> None:
    if needed > MOST_MEMORY:
        raise PictureRefused(Refusal.TOO_LARGE)


def _room(picture: Image.Image) -> int:
    return picture.width * picture.height * _BYTES_A_PIXEL.get(picture.mode, _USUAL_BYTES_A_PIXEL)


def _coefficients(frame: JpegFrame | None) -> int:
    """A JPEG in several scans is collected as a whole, at full size, before anything of it is drawn."""
    return 2 * frame.samples if frame is not None and frame.several_scans else 0


def _tiff_room(picture: TiffImagePlugin.TiffImageFile, path: Path) -> int:
    """libtiff maps the file and unpacks strip by strip; a strip may be the whole. Pillow turns a copy."""
    room = _room(picture)
    rows = picture.tag_v2.get(TiffImagePlugin.ROWSPERSTRIP, picture.height)
    rows = rows if isinstance(rows, int) and 0 < rows < picture.height else picture.height
    copies = 2 if orientation(picture) > 1 else 1
    tiled = TiffImagePlugin.TILEOFFSETS in picture.tag_v2
    strip = 0 if tiled else room * rows // picture.height
    return room * copies + strip + path.stat().st_size


def _webp_pixels(head: bytes) -> int:
    """Width times height of a WebP file by its header (RFC 9649); 0 if it has none."""
    kind, body = head[12:16], head[20:]
    if kind == b"VP8X":
        return (int.from_bytes(body[4:7], "little") + 1) * (int.from_bytes(body[7:10], "little") + 1)
    if kind == b"VP8 ":
        return (int.from_bytes(body[6:8], "little") & 0x3FFF) * (int.from_bytes(body[8:10], "little") & 0x3FFF)
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return ((bits & 0x3FFF) + 1) * ((bits >> 14 & 0x3FFF) + 1)
    return 0
