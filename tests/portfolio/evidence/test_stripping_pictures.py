"""Pictures lose what they tell of people and places, and not one pixel."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from otcpd.portfolio.evidence.stripping.pictures import strip_picture
from otcpd.portfolio.evidence.stripping.plan import NotStripped, carry_out
from tests.portfolio.evidence import bad_pictures as bad

SECRET = b"Isla Birch"
NAME = SECRET.decode()
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def stripped(data: bytes) -> bytes:
    out = io.BytesIO()
    carry_out(strip_picture(data), data, out)
    return out.getvalue()


def pixels(data: bytes) -> list[tuple[str, tuple[int, int], bytes]]:
    """All frames as they are seen."""
    with Image.open(io.BytesIO(data)) as picture:
        found = []
        for index in range(getattr(picture, "n_frames", 1)):
            picture.seek(index)
            upright = ImageOps.exif_transpose(picture)
            found.append((upright.mode, upright.size, upright.convert("RGBA").tobytes()))
        return found


def telling(kind: str, orientation: int = 6, **more: object) -> bytes:
    """A picture with EXIF data, place and XMP."""
    out = io.BytesIO()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">Isla Birch</x:xmpmeta>'
    exif = bad.exif_of(orientation)
    bad.quarters().save(out, kind, exif=exif, xmp=xmp, icc_profile=PROFILE, dpi=(300, 300), **more)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", [1, 3, 6])
def test_who_and_where_goes_and_the_picture_stays(kind: str, orientation: int) -> None:
    before = telling(kind, orientation)
    assert SECRET in before
    after = stripped(before)
    assert pixels(after) == pixels(before)
    for secret in (SECRET, b"Rowan", b"ward 7", b"xmpmeta"):
        assert secret not in after
    with Image.open(io.BytesIO(after)) as picture:
        exif = picture.getexif()
        assert not exif.get_ifd(0x8825)
        assert exif.get(0x0112, 1) == orientation
        assert picture.info["icc_profile"] == PROFILE
    assert stripped(after) == after


def test_of_a_sound_jpeg_only_drawing_segments_stay() -> None:
    out = io.BytesIO()
    bad.quarters().save(out, "JPEG", comment=SECRET, progressive=True, restart_marker_blocks=2)
    before = out.getvalue().replace(b"\xff\xdb", b"\xff\xed\x00\x0cPhotoshop\x00\xff\xff\xdb", 1) + b"trailer" + SECRET
    after = stripped(before)
    assert pixels(after) == pixels(before)
    assert SECRET not in after
    assert b"Photoshop" not in after
    assert after.endswith(b"\xff\xd9")


def test_adobes_mark_of_colours_stays() -> None:
    out = io.BytesIO()
    bad.quarters().convert("CMYK").save(out, "JPEG", comment=SECRET)
    after = stripped(out.getvalue())
    assert pixels(after) == pixels(out.getvalue())
    assert b"Adobe" in after


def test_previews_of_a_jpeg_go() -> None:
    out = io.BytesIO()
    bad.quarters().save(out, "JPEG")
    plain = out.getvalue()
    assert plain[6:11] == b"JFIF\x00"
    preview = b"\xff\xe0" + struct.pack(">H", 16 + 3) + plain[6:18] + b"\x01\x01" + b"Isl"
    assert stripped(plain[:2] + preview + plain[20:]) == stripped(plain)


def test_several_pictures_in_one_jpeg_become_one() -> None:
    out = io.BytesIO()
    bad.quarters().save(out, "MPO", save_all=True, append_images=[bad.quarters()], comment=SECRET)
    after = stripped(out.getvalue())
    assert SECRET not in after
    with Image.open(io.BytesIO(after)) as picture:
        assert picture.format == "JPEG"


def test_a_jpeg_that_breaks_off_is_stripped_all_the_same() -> None:
    before = telling("JPEG")[:-300]
    after = stripped(before)
    assert SECRET not in after
    assert after.endswith(before[-1000:])


def test_texts_of_a_png_go() -> None:
    texts = PngInfo()
    texts.add_text("Author", NAME)
    texts.add_text("Comment", NAME, zip=True)
    texts.add_itxt("Title", NAME)
    texts.add(b"tIME", struct.pack(">HBBBBB", 2026, 11, 3, 9, 0, 0))
    texts.add(b"prVt", SECRET)
    out = io.BytesIO()
    picture = bad.quarters().quantize(8)
    picture.save(out, "PNG", pnginfo=texts, transparency=0, dpi=(300, 300))
    after = stripped(out.getvalue() + SECRET)
    assert pixels(after) == pixels(out.getvalue())
    for gone in (SECRET, b"tEXt", b"zTXt", b"iTXt", b"tIME", b"prVt"):
        assert gone not in after
    with Image.open(io.BytesIO(after)) as found:
        found.load()
        assert found.info["dpi"] == pytest.approx((300, 300), abs=0.1)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_moving_pictures_still_move(tmp_path: Path, kind: str) -> None:
    before = bad.animated(tmp_path / "moving", kind, 3).read_bytes()
    after = stripped(before)
    assert len(pixels(after)) == 3
    assert pixels(after) == pixels(before)


def test_comments_of_a_gif_go() -> None:
    out = io.BytesIO()
    first, second = bad.quarters(), Image.new("RGB", (160, 120), "teal")
    first.save(out, "GIF", save_all=True, append_images=[second], loop=0, comment=SECRET)
    xmp = b"\x21\xff\x0bXMP DataXMP" + bytes([len(SECRET)]) + SECRET + b"\x00"
    before = out.getvalue()[:-1] + xmp + b";" + SECRET
    after = stripped(before)
    assert SECRET not in after
    assert b"NETSCAPE2.0" in after
    assert pixels(after) == pixels(before)


@pytest.mark.parametrize("compression", ["raw", "packbits", "tiff_lzw", "tiff_adobe_deflate", "jpeg"])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_scans_keep_all_their_pages(tmp_path: Path, compression: str, mode: str) -> None:
    tags = ImageFileDirectory_v2()
    for tag in (270, 271, 272, 285, 305, 315, 316, 33432):
        tags[tag] = NAME * 3
    pages = [bad.quarters().convert(mode), Image.new(mode, (200, 300))]
    path = tmp_path / "scan"
    pages[0].save(path, "TIFF", save_all=True, append_images=pages[1:], compression=compression, tiffinfo=tags)
    before = path.read_bytes()
    after = stripped(before)
    assert SECRET in before
    assert SECRET not in after
    assert pixels(after) == pixels(before)


def test_a_fax_keeps_its_packing(tmp_path: Path) -> None:
    before = bad.saved(tmp_path / "fax", bad.quarters().convert("1"), "TIFF", compression="group4", software=NAME)
    after = stripped(before.read_bytes())
    assert SECRET not in after
    assert pixels(after) == pixels(before.read_bytes())


def test_what_no_tag_of_a_scan_names_goes(tmp_path: Path) -> None:
    """Programs that edit such files leave what they took out lying about."""
    before = bad.saved(tmp_path / "scan", bad.quarters(), "TIFF").read_bytes() + SECRET
    assert SECRET not in stripped(before)
    assert pixels(stripped(before)) == pixels(before)


def test_raw_pictures_of_cameras_are_left_alone(tmp_path: Path) -> None:
    data = bytearray(bad.saved(tmp_path / "raw", bad.quarters(), "TIFF").read_bytes())
    at = data.index(struct.pack("<HH", 262, 3))
    data[at + 8 : at + 10] = struct.pack("<H", 32803)
    with pytest.raises(NotStripped):
        stripped(bytes(data))


def test_bitmaps_have_nothing_to_tell(tmp_path: Path) -> None:
    before = bad.saved(tmp_path / "plain", bad.quarters(), "BMP").read_bytes()
    assert stripped(before) == before


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "TIFF"])
@pytest.mark.parametrize("part", [0.01, 0.5, 0.95])
def test_of_half_a_picture_we_keep_our_hands(tmp_path: Path, kind: str, part: float) -> None:
    noise = Image.effect_noise((60, 50), 80)
    data = bad.saved(tmp_path / "half", noise, kind).read_bytes()
    with pytest.raises(NotStripped):
        stripped(data[: int(len(data) * part)])


def test_heic_is_not_taken_apart() -> None:
    with pytest.raises(NotStripped):
        stripped(bad.heic())


SOUND = [telling(kind) for kind in ("JPEG", "PNG", "WEBP", "TIFF")]


@given(st.sampled_from(SOUND), st.data())
def test_nothing_raises_on_bad_bytes(sound: bytes, data: st.DataObject) -> None:
    changed = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(sound) - 1))] = data.draw(st.integers(0, 255))
    try:
        after = stripped(bytes(changed[: data.draw(st.integers(0, len(sound)))]))
    except NotStripped:
        return
    assert len(after) <= len(sound) + 60
