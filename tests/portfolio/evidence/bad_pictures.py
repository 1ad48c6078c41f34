"""Pictures of every kind that people attach, sound and not, made on the spot.

The sample shows four quarters: red and green above, blue and white below. It tells whether a picture
lost its colours or stands on its head.
"""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

from PIL import Image

RED, GREEN, BLUE, WHITE = (220, 30, 40), (20, 160, 60), (30, 60, 200), (255, 255, 255)
QUARTERS = (RED, GREEN, BLUE, WHITE)

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""What a camera held like that stores: undone, the picture is upright."""


def quarters(width: int = 160, height: int = 120) -> Image.Image:
    """The sample, in RGB."""
    picture = Image.new("RGB", (width, height), WHITE)
    half = (width // 2, height // 2)
    for colour, at in zip(QUARTERS, ((0, 0), (half[0], 0), (0, half[1]), half), strict=True):
        picture.paste(colour, (*at, at[0] + half[0], at[1] + half[1]))
    return picture


def saved(path: Path, picture: Image.Image, kind: str, **options: object) -> Path:
    """`picture` at `path`, in a format of Pillow's whatever the name."""
    picture.save(path, kind, **options)
    return path


def exif_of(orientation: int, *, padding: int = 0) -> Image.Exif:
    """EXIF data as a telephone writes them: orientation, maker, and where it was."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Rowan telephones"
    exif[0x013B] = "Isla Birch"
    exif[0x010E] = "x" * padding or "ward 7"
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 57.0, 11.0), 3: "W", 4: (3.0, 11.0, 20.0)})
    return exif


def held(path: Path, orientation: int, kind: str = "JPEG", *, padding: int = 0) -> Path:
    """The sample as taken by a camera that was held in this way."""
    picture = quarters()
    if orientation in TURNS:
        picture = picture.transpose(TURNS[orientation])
    return saved(path, picture, kind, exif=exif_of(orientation, padding=padding), quality=95)


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_of(width: int, height: int, data: bytes, *, depth: int = 8, colour: int = 2, extra: bytes = b"") -> bytes:
    """A PNG file with a header that may lie about its `data`, which are packed already."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def packed_zeros(count: int) -> bytes:
    """That many zero bytes, deflated without ever holding them all."""
    packer = zlib.compressobj(1)
    step = bytes(1024 * 1024)
    parts = [packer.compress(step) for _ in range(count // len(step))]
    return b"".join((*parts, packer.compress(bytes(count % len(step))), packer.flush()))


def black_png(width: int, height: int) -> bytes:
    """A sound PNG of any size, all black, made in little memory."""
    return png_of(width, height, packed_zeros((width * 3 + 1) * height))


def deep_png(*samples: int) -> bytes:
    """A grey PNG with 16 bits for each pixel, in one row."""
    row = b"\0" + struct.pack(f">{len(samples)}H", *samples)
    return png_of(len(samples), 1, zlib.compress(row), depth=16, colour=0)


def deep_colour_png(pixel: tuple[int, int, int], width: int = 8, height: int = 8) -> bytes:
    """An RGB PNG with 16 bits for each sample, of one colour."""
    row = b"\0" + struct.pack(">3H", *pixel) * width
    return png_of(width, height, zlib.compress(row * height), depth=16)


def jpeg_that_claims(width: int, height: int) -> bytes:
    """A small JPEG whose header claims another size."""
    out = io.BytesIO()
    quarters(32, 32).save(out, "JPEG")
    data = bytearray(out.getvalue())
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def large_jpeg(path: Path, width: int, height: int, *, progressive: bool = False) -> Path:
    """A JPEG of many pixels, in grey so that making it takes little."""
    Image.new("L", (width, height), 90).save(path, "JPEG", quality=70, progressive=progressive)
    return path


def gif_of(width: int, height: int) -> bytes:
    """A GIF of a few bytes that claims a size and asks for a ground of it."""
    size = struct.pack("<HH", width, height)
    ground = b"\x21\xf9\x04\x08\0\0\0\0"
    return b"GIF89a" + size + b"\x80\0\0" + bytes(6) + ground + b"\x2c" + bytes(4) + size + b"\0\x02\x02\x4c\x01\0;"


def animated(path: Path, kind: str, frames: int) -> Path:
    """Moving pictures: the sample, then others."""
    others = [Image.new("RGB", (160, 120), (index * 20, 90, 90)) for index in range(1, frames)]
    quarters().save(path, kind, save_all=True, append_images=others, duration=40, lossless=True)
    return path


def scan(path: Path, pages: int, *, compression: str = "tiff_lzw", mode: str = "RGB") -> Path:
    """A TIFF of several pages: the sample on the first, then others."""
    others = [Image.new("RGB", (160, 120), (200, index % 256, 10)).convert(mode) for index in range(1, pages)]
    quarters().convert(mode).save(path, "TIFF", save_all=True, append_images=others, compression=compression)
    return path


def heic() -> bytes:
    """The beginning of a photograph as iPhones take it."""
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)
