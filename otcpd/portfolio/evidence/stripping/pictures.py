"""Pictures without what they tell of camera, place and person, by their format."""

from __future__ import annotations

from otcpd.portfolio.evidence.stripping.gif import strip_gif
from otcpd.portfolio.evidence.stripping.jpeg import strip_jpeg
from otcpd.portfolio.evidence.stripping.plan import Data, NotStripped, Part
from otcpd.portfolio.evidence.stripping.png import strip_png
from otcpd.portfolio.evidence.stripping.tiff import strip_tiff
from otcpd.portfolio.evidence.stripping.webp import strip_webp

_BY_START = (
    (b"\xff\xd8\xff", strip_jpeg),
    (b"\x89PNG", strip_png),
    (b"GIF8", strip_gif),
    (b"RIFF", strip_webp),
    (b"II*\x00", strip_tiff),
    (b"MM\x00*", strip_tiff),
)


def strip_picture(data: Data) -> list[Part]:
    """What of a picture stays. No pixel is touched. Raises NotStripped for formats we do not know."""
    head = data[:16]
    for start, strip in _BY_START:
        if head.startswith(start):
            return strip(data)
    if head.startswith(b"BM"):
        return [range(len(data))]  # has no place for words
    raise NotStripped
