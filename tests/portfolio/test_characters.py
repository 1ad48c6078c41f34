"""Which characters print as themselves, which as boxes, and which not at all."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from dataclasses import replace
from importlib.resources import files
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from otcpd.portfolio.pdf.clusters import character_name, clusters
from otcpd.portfolio.pdf.faces import Face, face_of, outline, shape
from otcpd.portfolio.pdf.fonts import is_plain
from otcpd.portfolio.pdf.inexact import inexact_characters
from otcpd.portfolio.pdf.text import clean
from otcpd.portfolio.pdf.typesetting import is_exact, typeset, width_of
from tests.portfolio.samples import EILIDH, activity, evidence, full_profile, portfolio, profile
from tests.portfolio.samples import PERIOD as YEAR

BLOCKS = {
    "Latin": [(0x20, 0x7E), (0xA0, 0x2FF), (0x1D00, 0x1DBF), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F), (0xFB00, 0xFB06)],
    "Greek": [(0x370, 0x3E1), (0x3F0, 0x3FF), (0x1F00, 0x1FFF)],
    "Cyrillic": [(0x400, 0x52F), (0x1C80, 0x1C88), (0xA640, 0xA69F)],
    "accents": [(0x300, 0x36F)],
    "signs": [(0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2150, 0x217F)],
    "Hebrew": [(0x591, 0x5F4)],
    "Arabic": [(0x600, 0x6FF), (0x750, 0x77F)],
}


_BASES = {"Hebrew": "א", "Arabic": "ب"}
"""What carries the accents of a script."""


@pytest.mark.parametrize("block", BLOCKS)
def test_scripts_print_exactly(block: str) -> None:
    boxes = []
    for first, last in BLOCKS[block]:
        for code in range(first, last + 1):
            kind = unicodedata.category(chr(code))
            text = clean(_BASES.get(block, "n") + chr(code) if kind.startswith("M") else chr(code))
            boxes += [f"{code:04X}" for one in clusters(text) if kind != "Cn" and not is_exact(one)]
    assert boxes == []


@pytest.mark.parametrize(
    "text",
    [
        "Ŵythnos, ŷd, Gàidhlig, Łódź, İstanbul, Nguyễn Thị Hằng",
        "Ọláṣẹ̀yẹ, ẹ̀kọ́, ụ́, ė̃, r̥, x̌, a̋",
        "Ἑλλάς ᾧ ἄνθρωπος, Україна їґє",
        "“quotes” – dash — … £ € ½ ² ≤ ≥ ± × µ ° ✓ → •",
        "שָׁלוֹם (כן)",
        "مُحَمَّد می\u200cخواهم ۱۲۳ ٹڑے",
        "<b>bold</b> & {x} %s &amp; -> =>",
    ],
)
def test_what_people_write_prints_exactly(text: str) -> None:
    assert clean(text) == text
    assert inexact_characters(profile(of=portfolio(statement=text))) == ()


def test_both_weights_have_the_same_characters() -> None:
    folder = files("otcpd") / "resources" / "fonts"
    for face in Face:
        regular, bold = (
            TTFont(BytesIO((folder / f"{face.value}-{weight}.ttf").read_bytes())) for weight in ("Regular", "SemiBold")
        )
        assert set(regular.getBestCmap()) == set(bold.getBestCmap())


def test_the_licence_names_the_owners_of_every_font() -> None:
    folder = files("otcpd") / "resources" / "fonts"
    licence = (folder / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    fonts = [one for one in folder.iterdir() if one.name.endswith(".ttf")]
    assert len(fonts) == 2 * len(Face)
    for font in fonts:
        names = TTFont(BytesIO(font.read_bytes()))["name"]
        assert font.name in licence
        assert str(names.getDebugName(0)).split("(")[1] in licence


def test_arabic_letters_join_and_accents_find_their_letter() -> None:
    alone = [shape(letter, Face.ARABIC, False, True).glyphs[-1].number for letter in "سلم"]
    joined = [glyph.number for glyph in reversed(shape("سلم", Face.ARABIC, False, True).glyphs)]
    assert set(alone).isdisjoint(joined)
    letter, accent = shape("x\u0301", Face.INTER, False, False).glyphs
    assert letter.x == 0.0
    assert 0.0 < accent.x < 0.5
    assert outline(accent.face, accent.bold, accent.number)


def test_a_letter_is_drawn_by_the_first_font_that_has_all_of_it() -> None:
    assert face_of("x\u0301") is Face.INTER
    assert face_of("r\u0325") is Face.NOTO
    assert face_of("ש\u05b8") is Face.HEBREW
    assert face_of("ی\u200c") is Face.ARABIC
    assert face_of("漢") is None
    assert face_of("\ue000") is None


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("aא\u0301\u200d\ufe0f😀\n \ud83d\ude00")))
def test_cleaned_text_is_clean(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "".join(clusters(cleaned)) == cleaned
    cleaned.encode("utf-8")


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("a\x00b\x07\u202ec\u200bd\u00ade\ufeff", "abcde"),
        ("a\u0301 \u212b", "á Å"),
        ("one\r\ntwo\u2028three\u3000four\u00a0five", "one  two three four\u00a0five"),
        ("\ud83d\ude00 \ud83d \ufffe", "😀 \ufffd \ufffd"),
        ("✓\ufe0f x\u200dy", "✓ xy"),
        ("👩🏽\u200d⚕\ufe0f", "👩🏽\u200d⚕\ufe0f"),
        ("\u200d\ufe0f", ""),
    ],
)
def test_what_has_no_shape_is_dropped_and_what_is_no_character_is_replaced(written: str, cleaned: str) -> None:
    assert clean(written) == cleaned


def test_characters_are_counted_as_people_count_them() -> None:
    text = "e\u0323\u0301👩🏽\u200d⚕\ufe0f🇬🇧🇫🇷1\u20e3 \u0301漢字"
    assert clusters(text) == [
        "e\u0323\u0301",
        "👩🏽\u200d⚕\ufe0f",
        "🇬🇧",
        "🇫🇷",
        "1\u20e3",
        " ",
        "\u0301",
        "漢",
        "字",
    ]


def test_every_field_is_looked_at_and_each_box_is_named_once() -> None:
    content = profile(
        [activity("a", YEAR.start, "漢 of 漢", evidence=("x",))],
        files=[evidence("x", "👩🏽\u200d⚕\ufe0f")],
        of=portfolio(summary="\ue000", statement="ok 😀\u0301"),
        person=replace(EILIDH, name="Eilidh \ud83d", audit_number="字"),
    )
    found = ("\ufffd", "字", "\ue000", "漢", "😀\u0301", "👩🏽\u200d⚕\ufe0f", "हि")
    assert inexact_characters(content, ["漢", "हि"]) == found
    assert inexact_characters(full_profile()) == ()


@pytest.mark.parametrize(
    ("cluster", "name"),
    [
        ("😀", "grinning face (U+1F600)"),
        ("1\u20e3", "digit one with combining enclosing keycap (U+0031 U+20E3)"),
        ("\ue000", "a character without a name (U+E000)"),
        ("\ufffd", "a character that could not be read (U+FFFD)"),
    ],
)
def test_boxes_have_names_for_people(cluster: str, name: str) -> None:
    assert character_name(cluster) == name


@given(
    st.lists(st.sampled_from(["abc", "漢字", "😀", "ẹ̀kọ́", "שלום", "(טוב)", "سلام", "12"]), max_size=8), st.booleans()
)
def test_a_line_is_as_wide_as_its_words_and_spaces_in_either_direction(words: list[str], rtl: bool) -> None:
    text = " ".join(words)
    wide = sum(width_of(word, False, 10.0) for word in [*words, *" " * (len(words) - 1)])
    assert width_of(text, False, 10.0) == pytest.approx(wide)
    placed = [one for part in typeset(text, False, rtl) for one in part.placed]
    assert sum(one.stretch.width for one in placed) * 10.0 == pytest.approx(wide)


def test_private_shapes_of_the_font_are_not_taken_for_text() -> None:
    assert not is_plain("\ue000")
    assert not is_exact("\ue000")


def test_the_sample_s_own_fonts_do_not_stand_in_for_those_of_the_profile() -> None:
    """Both come from the same files, and ReportLab takes fonts of one typeface for the same font."""
    code = (
        "from datetime import date\n"
        "from otcpd.exchange.sample_files import SampleFile, make_file\n"
        "from otcpd.portfolio.pdf.fonts import REGULAR, is_plain, stand_in\n"
        "lines = ('Larch Council', '2 hours')\n"
        "make_file(SampleFile('c.pdf', 'certificate', 'Falls', lines, date(2026, 1, 2), 'Eilidh Rowan'))\n"
        "print(is_plain('Falls'), ord(stand_in('😀', REGULAR)) > 0xEFFFF)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
