"""Drawing text on a canvas: what is seen, and what those find who search, copy or listen."""

from __future__ import annotations

import math
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from otcpd.portfolio.pdf import fonts
from otcpd.portfolio.pdf.typesetting import Boxes, Plain, Stretch, Words

_UNSEEN: Final = 3
"""The text rendering mode that draws nothing (ISO 32000-1, table 106)."""


_SLANT: Final = math.tan(math.radians(12))
"""How far letters lean that stand for italics, of which our fonts have none."""


def draw(
    canvas: Canvas,
    left: float,
    baseline: float,
    stretch: Stretch,
    size: float,
    *,
    bold: bool,
    slanted: bool = False,
) -> None:
    """Draw `stretch` with its left edge at `left`, in the canvas's colour."""
    if slanted:
        canvas.addLiteral(f"q 1 0 {_SLANT:.4f} 1 {-baseline * _SLANT:.3f} 0 cm")
        draw(canvas, left, baseline, stretch, size, bold=bold)
        canvas.addLiteral("Q")
        return
    font = fonts.BOLD if bold else fonts.REGULAR
    canvas.setFont(font, size)
    match stretch:
        case Plain():
            canvas.drawString(left, baseline, stretch.text)
        case Boxes():
            boxes = (one if one == " " else fonts.stand_in(one, font) for one in stretch.clusters)
            canvas.drawString(left, baseline, "".join(boxes))
        case Words():
            _outlines(canvas, left, baseline, stretch, size)
            _unseen(canvas, left, baseline, stretch, size)


def _outlines(canvas: Canvas, left: float, baseline: float, stretch: Words, size: float) -> None:
    from otcpd.portfolio.pdf.faces import outline, units  # HarfBuzz is loaded only where it is needed

    for glyph in stretch.glyphs:
        path = outline(glyph.face, glyph.bold, glyph.number)
        if path:
            scale = size / units(glyph.face)
            x, y = left + glyph.x * size, baseline + glyph.y * size
            canvas.addLiteral(f"q {scale:.6f} 0 0 {scale:.6f} {x:.3f} {y:.3f} cm {path} f Q")


def _unseen(canvas: Canvas, left: float, baseline: float, stretch: Words, size: float) -> None:
    """The characters of a stretch, evenly over its width, in the order in which they are seen.

    Programs that take text from a page expect it so, and turn round what runs from right to left.
    """
    own = len(stretch.text) * fonts.width_of(fonts.BOX, fonts.REGULAR, size)
    text = canvas.beginText(left, baseline)
    text.setFont(fonts.REGULAR, size)
    text.setTextRenderMode(_UNSEEN)
    text.setHorizScale(100 * max(stretch.width * size, 0.01) / own)
    text.textOut("".join(fonts.stand_in(character, fonts.REGULAR) for character in stretch.seen))
    text.setHorizScale(100)
    text.setTextRenderMode(0)
    canvas.drawText(text)
