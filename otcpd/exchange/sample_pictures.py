"""Small pictures for the sample: notes on a board, a timeline, drawings of rooms and of boxes."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from otcpd.catalogue.own_fonts import font_bytes
from otcpd.exchange.sample_files import BOLD, INVENTED, REGULAR, SampleFile

_INK = (29, 35, 32)
_GREEN = (27, 92, 71)
_SOFT = (227, 239, 233)
_PAPER = (255, 255, 255)
_WARM = (247, 246, 243)
_WARN = (127, 83, 0)
_WARN_SOFT = (251, 240, 217)
_LINE = (130, 134, 127)

_Box = tuple[float, float, float, float]


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(font_bytes(name)), size)


def _board(wanted: SampleFile) -> bytes:
    """Notes as if written on a board."""
    image, draw = _sheet(900, 620, wanted.title, _SOFT)
    draw.rounded_rectangle((40, 100, 860, 570), 14, fill=_PAPER, outline=_LINE, width=2)
    for place, line in enumerate(wanted.lines):
        strong = place in (0, 5)
        draw.text((70, 122 + place * 54), line, font=_font(BOLD if strong else REGULAR, 28), fill=_INK)
        if strong:
            draw.line((70, 160 + place * 54, 420, 160 + place * 54), fill=_GREEN, width=3)
    return _png(image)


def _timeline(wanted: SampleFile) -> bytes:
    """One row for each "day | what happened | ok or late"."""
    image, draw = _sheet(1000, 150 + 62 * len(wanted.lines), wanted.title, _PAPER)
    draw.line((190, 118, 190, 90 + 62 * len(wanted.lines)), fill=_LINE, width=3)
    for place, line in enumerate(wanted.lines):
        day, what, state = (part.strip() for part in line.split("|"))
        y, late = 122 + place * 62, state == "late"
        draw.text((40, y - 13), day, font=_font(BOLD, 20), fill=_INK)
        draw.ellipse((178, y - 12, 202, y + 12), fill=_WARN_SOFT if late else _SOFT, outline=_LINE, width=2)
        mark = "?" if late else "+"
        draw.text((190, y), mark, font=_font(BOLD, 18), fill=_WARN if late else _GREEN, anchor="mm")
        draw.text((226, y - 13), what, font=_font(REGULAR, 20), fill=_INK)
    return _png(image)


def _rooms(wanted: SampleFile) -> bytes:
    """One drawing of a kitchen wall for each "label | what is in it"."""
    image, draw = _sheet(1050, 520, wanted.title, _WARM)
    for place, line in enumerate(wanted.lines):
        label, what = (part.strip() for part in line.split("|"))
        left = 40 + place * 330
        draw.rectangle((left, 100, left + 300, 400), fill=_PAPER, outline=_INK, width=3)
        _kitchen(draw, left, place)
        draw.text((left, 412), label, font=_font(BOLD, 22), fill=_INK)
        draw.text((left, 444), what, font=_font(REGULAR, 15), fill=_INK)
    return _jpeg(image)


def _kitchen(draw: ImageDraw.ImageDraw, left: float, state: int) -> None:
    """Worktop, shelf and socket at their heights: before, after, and today."""
    worktop = (280, 320, 280)[state]
    shelf = (150, 210, 225)[state]
    draw.rectangle((left + 12, worktop, left + 288, worktop + 14), fill=_GREEN)
    draw.rectangle((left + 40, shelf, left + 260, shelf + 8), fill=_LINE)
    for jar in range(4):
        draw.rectangle((left + 60 + jar * 45, shelf - 32, left + 84 + jar * 45, shelf), fill=_SOFT, outline=_INK)
    for leg in (30, 260):
        draw.rectangle((left + leg, worktop + 14, left + leg + 8, 398), fill=_LINE)
    socket: _Box = (left + 255, 345, left + 275, 365) if state < 2 else (left + 255, 245, left + 275, 265)
    draw.rounded_rectangle(socket, 3, fill=_PAPER, outline=_INK, width=2)


def _boxes(wanted: SampleFile) -> bytes:
    """One box for each "how many | what"."""
    image, draw = _sheet(860, 560, wanted.title, _WARM)
    for place, line in enumerate(wanted.lines):
        number, what = (part.strip() for part in line.split("|"))
        left, top = 40 + place % 4 * 198, 100 + place // 4 * 210
        draw.rounded_rectangle((left, top, left + 182, top + 190), 10, fill=_PAPER, outline=_LINE, width=2)
        draw.text((left + 91, top + 74), number, font=_font(BOLD, 56), fill=_GREEN, anchor="mm")
        draw.text((left + 91, top + 150), what, font=_font(REGULAR, 18), fill=_INK, anchor="mm")
    return _jpeg(image)


def _sheet(
    width: int, height: int, title: str, ground: tuple[int, int, int]
) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (width, height), ground)
    draw = ImageDraw.Draw(image)
    draw.text((40, 34), title, font=_font(BOLD, 30), fill=_GREEN)
    draw.text((40, height - 30), INVENTED, font=_font(REGULAR, 13), fill=_INK)
    return image, draw


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    # Few colours are enough for a drawing and keep the sample small.
    image.quantize(64, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=82)
    return buffer.getvalue()


MAKERS: dict[str, Callable[[SampleFile], bytes]] = {
    "board": _board,
    "timeline": _timeline,
    "rooms": _rooms,
    "boxes": _boxes,
}
"""Pictures by what a description calls them."""
