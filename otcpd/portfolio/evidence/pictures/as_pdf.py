"""Pictures as the pages of a small PDF that has nothing else in it."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String
from PIL import Image

from otcpd.disk import enduring, machine_errors
from otcpd.portfolio.evidence.pieces import SourcePage

_QUALITY = 85
_NEARLY_AS_SMALL = 1.25
"""Exact pixels may take that many times the bytes of a JPEG: letters and lines stay crisp."""

_FAR_LARGER = 2
_LEAST_SAMPLE = 64
"""Rows."""

_LEAST_SIDE = 3.0
"""Points; readers refuse pages that are smaller (PDF 1.7, Annex C: 3 by 3 units)."""

_ABOUT_A_PAGE = 400
"""Bytes of a page apart from its picture."""

_PNG_HEAD = 8
_ICC_FREE_SPACES = {"1": Name.DeviceGray, "L": Name.DeviceGray, "RGB": Name.DeviceRGB}
_COLOURS = {"1": 1, "L": 1, "P": 1, "RGB": 3}


@dataclass(frozen=True, slots=True)
class Packed:
    """The bytes of an image XObject and how to unpack them."""

    data: bytes
    entries: dict[str, Object | int]


def packed(picture: Image.Image, *, photo: bool) -> Packed:
    """A picture in mode 1, P, L or RGB as it goes into a PDF: JPEG, or exact where that costs little.

    `photo`: it was a JPEG before, so that nothing exact is left to keep.
    """
    if picture.mode in ("1", "P"):
        return _exact(picture)
    jpeg = _jpeg(picture)
    if not photo and not _is_photo(picture):
        exact = _exact(picture)
        if len(exact.data) <= len(jpeg) * _NEARLY_AS_SMALL:
            return exact
    return Packed(jpeg, {**_frame(picture, 8), "/Filter": Name.DCTDecode})


def _jpeg(picture: Image.Image) -> bytes:
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=_QUALITY)
    return jpeg.getvalue()


def _is_photo(picture: Image.Image) -> bool:
    """Whether the middle of it says that packing all of it exactly is not worth the time."""
    rows = max(_LEAST_SAMPLE, picture.height // 8)
    top = max(0, (picture.height - rows) // 2)
    sample = picture.crop((0, top, picture.width, min(top + rows, picture.height)))
    return len(_exact(sample).data) > len(_jpeg(sample)) * _FAR_LARGER


def _exact(picture: Image.Image) -> Packed:
    """By way of PNG, whose packing is PDF's Flate with predictors (PDF 1.7, 7.4.4.4)."""
    png = io.BytesIO()
    picture.save(png, "PNG")
    chunks: dict[bytes, bytes] = {}
    for kind, body in _chunks(png.getvalue()):
        chunks[kind] = chunks.get(kind, b"") + body
    depth = chunks[b"IHDR"][8]
    entries = _frame(picture, depth)
    if picture.mode == "P":
        palette = chunks[b"PLTE"]
        entries["/ColorSpace"] = Array([Name.Indexed, Name.DeviceRGB, len(palette) // 3 - 1, String(palette)])
    entries["/Filter"] = Name.FlateDecode
    entries["/DecodeParms"] = Dictionary(
        Predictor=15, Colors=_COLOURS[picture.mode], BitsPerComponent=depth, Columns=picture.width
    )
    return Packed(chunks[b"IDAT"], entries)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _PNG_HEAD
    while at < len(png):
        (size,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        at += size + 12


def _frame(picture: Image.Image, depth: int) -> dict[str, Object | int]:
    return {
        "/Type": Name.XObject,
        "/Subtype": Name.Image,
        "/Width": picture.width,
        "/Height": picture.height,
        "/ColorSpace": _ICC_FREE_SPACES.get(picture.mode, Name.DeviceGray),
        "/BitsPerComponent": depth,
    }


class PicturePages:
    """A PDF in the making, one picture on each page."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._pdf = pikepdf.new()
        self._pages: list[SourcePage] = []

    @property
    def weight(self) -> int:
        """Bytes so far, about."""
        return sum(page.weight for page in self._pages)

    def add(self, picture: Packed, size: tuple[float, float]) -> None:
        """A page with `picture` at `size`, in points."""
        width, height = (round(max(side, _LEAST_SIDE), 4) for side in size)
        image = self._pdf.make_stream(picture.data, picture.entries)
        draw = (
            f"q {size[0]:.4f} 0 0 {size[1]:.4f} {(width - size[0]) / 2:.4f} {(height - size[1]) / 2:.4f} cm /Im0 Do Q"
        )
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, width, height]),
            Resources=Dictionary(XObject=Dictionary(Im0=image)),
            Contents=self._pdf.make_stream(draw.encode("ascii")),
        )
        self._pdf.pages.append(pikepdf.Page(self._pdf.make_indirect(page)))
        self._pages.append(SourcePage(self._file, len(self._pages), width, height, len(picture.data) + _ABOUT_A_PAGE))

    def save(self) -> tuple[SourcePage, ...]:
        """Write the file. Raises DiskFull, ReadOnly or MachineSaidNo."""
        with machine_errors(self._file), self._file.open("wb") as target, enduring(target) as patient:
            self._pdf.save(patient, deterministic_id=True)
        self._pdf.close()
        return tuple(self._pages)
