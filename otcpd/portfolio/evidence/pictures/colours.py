"""Any picture as one that a page can show: small enough, on white, in grey or RGB.

The work goes band by band: a picture that was unpacked once is never copied whole, whatever its kind.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from typing import Literal

from PIL import Image, ImageChops, ImageCms

from otcpd.domain.picture import PICTURE_ERRORS

Band = Callable[[Image.Image], Image.Image]
"""Turns a part of a picture into the mode that all of it gets."""

_PIXELS_A_BAND = 1_000_000
_BYTE = 255
_WORD = 65535
_SPACES = {"RGB": "RGB", "CMYK": "CMYK", "LAB": "Lab"}
"""Modes whose colours a profile tells, with the name of their space in ICC profiles."""


def shown(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The unpacked `picture` at `size` pixels (not larger than it is), in mode 1, P, L or RGB.

    Mode 1 and P (without transparency) come only from pictures that have that size already.
    """
    profile = picture.info.get("icc_profile")
    if picture.size == size and not picture.has_transparency_data:
        if picture.mode == "1":
            return _bare(picture)
        if picture.mode == "P" and not profile:
            return _bare(picture)
    return _bare(_in_rgb(_fitted(picture, size), profile))


def _bare(picture: Image.Image) -> Image.Image:
    """Without comment, EXIF, colour profile and the like, which Pillow would write again."""
    copy = picture.copy()
    copy.info = {}
    return copy


def _fitted(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    mode, turn = _turning(picture)
    across, down = (max(1, old // new) for old, new in zip(picture.size, size, strict=True))
    rows = max(1, _PIXELS_A_BAND // picture.width // down) * down
    less = Image.new(mode, (-(-picture.width // across), -(-picture.height // down)))
    for top in range(0, picture.height, rows):
        band = turn(picture.crop((0, top, picture.width, min(top + rows, picture.height))))
        less.paste(band.reduce((across, down)), (0, top // down))
    return less if less.size == size else less.resize(size, Image.Resampling.LANCZOS)


def _turning(picture: Image.Image) -> tuple[str, Band]:
    """The mode that a picture gets, and how a band of it gets there."""
    mode = picture.mode
    if mode.startswith(("I", "F")):
        return "L", _high_bytes if mode.startswith("I;16") else _scaling(picture)
    if picture.has_transparency_data:
        return "L" if mode in ("1", "L", "LA", "La") else "RGB", _on_white
    if mode in ("1", "L"):
        return "L", _to("L")
    if mode == "CMYK" and picture.format in ("JPEG", "MPO") and "adobe" not in picture.info:
        return mode, ImageChops.invert  # Pillow takes every such file for one of Adobe's, which store ink reversed
    if mode in ("CMYK", "LAB"):
        return mode, _to(mode)
    return "RGB", _to("RGB")


def _to(mode: str) -> Band:
    def turn(band: Image.Image) -> Image.Image:
        return band if band.mode == mode else band.convert(mode)

    return turn


def _high_bytes(band: Image.Image) -> Image.Image:
    """16 bits to 8: the upper half of each sample, where Pillow would cut off all that is brighter than 255."""
    first = 0 if band.mode == "I;16B" else 1
    return Image.frombytes("L", band.size, band.tobytes()[first::2])


def _scaling(picture: Image.Image) -> Band:
    """How samples of 32 bits come down to 8: those of 8 or 16 bits as such, others from least to most."""
    extrema = picture.getextrema()
    assert isinstance(extrema, tuple)
    least, most = (float(value) for value in extrema if not isinstance(value, tuple))
    if not (math.isfinite(least) and math.isfinite(most)):
        return _to("L")
    if least >= 0 and most <= _WORD and picture.mode == "I":
        least, most = 0.0, float(_BYTE if most <= _BYTE else _WORD)
    elif least >= 0 and most <= 1:
        least, most = 0.0, 1.0
    scale = _BYTE / (most - least) if most > least else 1.0

    def turn(band: Image.Image) -> Image.Image:
        return band.convert("F").point(lambda value: value * scale + -least * scale).convert("L")

    return turn


def _on_white(band: Image.Image) -> Image.Image:
    whole = band.convert("RGBA")
    ground = Image.new("RGB", band.size, "white")
    ground.paste(whole, mask=whole.getchannel("A"))
    return ground.convert("L") if band.mode in ("1", "L", "LA", "La") else ground


def _in_rgb(picture: Image.Image, profile: object) -> Image.Image:
    """In sRGB, by the picture's own profile if that can be used. Grey stays as it is."""
    if picture.mode == "L":
        return picture
    if isinstance(profile, bytes) and profile:
        try:
            managed = _managed(picture, profile)
        except (ImageCms.PyCMSError, *PICTURE_ERRORS):
            managed = None  # a broken profile costs some exactness of the colours, not the picture
        if managed is not None:
            return managed
    if picture.mode == "LAB":
        return _converted(picture, _profile("LAB"))
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _managed(picture: Image.Image, profile: bytes) -> Image.Image | None:
    own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if own.profile.xcolor_space.strip() != _SPACES[picture.mode]:
        return None
    if picture.mode == "RGB" and "sRGB" in ImageCms.getProfileDescription(own):
        return picture
    return _converted(picture, own)


def _converted(picture: Image.Image, own: ImageCms.ImageCmsProfile) -> Image.Image:
    made = ImageCms.profileToProfile(picture, own, _profile("sRGB"), outputMode="RGB")
    assert made is not None
    return made


def _profile(space: Literal["LAB", "sRGB"]) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space))
