"""Characters of all kinds on the page of a PDF, read back by another program than the one that drew them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import outloud
import pdfua
import pypdfium2
import pytest

from otcpd.portfolio.content import ProfileContent
from tests.portfolio.reading import read_pdf
from tests.portfolio.samples import portfolio, profile
from tests.portfolio.spelling import codes_of
from tests.portfolio.writing import write_profile_pdf

LINES = {
    "british": "Ŵythnos ŷd, Gàidhlig àèìòù, café naïve; £5, ½, “so” – … ≤ ≥ ± × µ ° ✓",
    "european": "Łódź ąęśćżź, İstanbul ışğ, Nguyễn Thị Hằng, Ελλάς Ἑλλάς ᾧ, Привет Україна їґє",
    "accents": "Ọláṣẹ̀yẹ ẹ̀kọ́ ụ́ r̥ x̌ a̋",
    "hebrew": "שלום עולם, מה שלומך? (טוב) שָׁלוֹם",
    "arabic": "السلام عليكم، لأن العلاج مُحَمَّد ١٢٣",
    "persian": "می\u200cخواهم پژوهش کنم",
    "emoji": "😀😀 😀 👩🏽\u200d⚕\ufe0f 🏳\ufe0f\u200d🌈🇬🇧 end",
    "far": "漢字 हिन्दी 1\u20e3 \ue000 \U000f0000 𐍈",
    "markup": "<b>bold</b> & {x} %s %(a)d &amp; $HOME -> =>",
}
MIXED = {
    "hebrew in english": "The word שלום (peace) and 12 more.",
    "english in hebrew": "שנת 2026 טובה (OT works) עם 3.5 שעות!",
    "arabic in english": "Arabic: السلام عليكم، and Persian می\u200cخواهم ۱۲۳, and Urdu ٹڑے.",
    "emoji in hebrew": "שלום 😀👍🏽 עולם",
}


def content(text: str) -> ProfileContent:
    return profile(of=portfolio(summary=text, statement=text), with_gaps=False)


@pytest.mark.parametrize("name", LINES)
def test_another_program_takes_the_line_from_the_page(name: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    write_profile_pdf(content(LINES[name]), path)
    seen = unicodedata.normalize("NFC", read_pdf(path).pages[0])
    assert LINES[name] in " ".join(seen.split())


@pytest.mark.parametrize("name", [*LINES, *MIXED])
def test_the_line_is_read_out_as_written_and_once(name: str, tmp_path: Path) -> None:
    line = (LINES | MIXED)[name]
    path = tmp_path / "profile.pdf"
    write_profile_pdf(content(line), path)
    assert read_pdf(path).document.whole_text.count(line) == 2  # in the summary and in the statement


@pytest.mark.parametrize("lines", [[LINES["arabic"]] * 30, [*LINES.values(), *MIXED.values()]])
def test_checkers_find_nothing_wrong_with_any_script(lines: list[str], tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    write_profile_pdf(content("\n".join(lines)), path)
    seen = outloud.check(str(path))
    assert (seen.error, seen.errors) == (None, 0)
    assert [found for found in pdfua.validate(str(path)).findings if found.severity is pdfua.Severity.ERROR] == []


def test_a_box_is_one_code_that_stands_for_all_of_its_character(tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    write_profile_pdf(content(f"{LINES['emoji']} {LINES['far']}"), path)
    assert {
        "😀",
        "👩🏽\u200d⚕\ufe0f",
        "🏳\ufe0f\u200d🌈",
        "🇬🇧",
        "漢",
        "न्",
        "1\u20e3",
        "\ue000",
        "\U000f0000",
    } <= codes_of(path)


def test_same_characters_give_the_same_bytes_whatever_was_drawn_before(tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    everything = content(" ".join((LINES | MIXED).values()))
    write_profile_pdf(everything, first)
    write_profile_pdf(content("other 漢字 ones ꙮ שלום ᚠ first"), second)
    write_profile_pdf(everything, second)
    assert first.read_bytes() == second.read_bytes()


def test_the_first_word_of_a_hebrew_paragraph_stands_right_of_the_last(tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    write_profile_pdf(content("שלום abc עולם"), path)
    document = pypdfium2.PdfDocument(path)
    page = document[0].get_textpage()

    def left_of(word: str) -> float:
        place = page.search(word).get_next()
        assert place is not None
        return float(page.get_charbox(place[0])[0])

    assert left_of("עולם") < left_of("abc") < left_of("שלום")
    document.close()
