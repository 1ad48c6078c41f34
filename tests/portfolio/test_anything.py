"""Anything at all in every field: the profile is made, says what was written, and what is not exact is listed."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
from hypothesis import given
from hypothesis import strategies as st

from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.pdf.clusters import clusters
from otcpd.portfolio.pdf.fonts import plain_characters
from otcpd.portfolio.pdf.inexact import inexact_characters
from otcpd.portfolio.pdf.text import clean, paragraphs
from tests.portfolio.reading import read_pdf
from tests.portfolio.samples import EILIDH, PERIOD, activity, evidence, gap_reason, portfolio, profile
from tests.portfolio.spelling import codes_of, spelled
from tests.portfolio.writing import write_profile_pdf

_ODD = (
    "<b>bold</b> &amp; {x} %s %(a)d \\n </para>",
    "שלום (עולם) 12, abc",
    "السلام عليكم 3.5 abc ١٢٣",
    "\u202eabc\u202c \u2067שלום\u2069",
    "👩🏽‍⚕️🏳️‍🌈🇬🇧 1️⃣ 漢字 हिन्दी",
    "\ud83d",
    "\ude00\ud83d",
    "\ufffe\ufeff\x00\u200d\ufe0f",
    "W" * 300,
    "e\u0323\u0301\u0300" * 9,
    " \u2028\u3000\t\u1680 ",
)
_ANY_CHARACTER = st.characters(exclude_categories=()) | st.sampled_from("aé ,-\u0301\u200dאب😀\n")
ANYTHING = st.lists(st.sampled_from(_ODD) | st.text(_ANY_CHARACTER, max_size=40), max_size=4).map("".join)
"""Text of all categories of Unicode, halves of characters among them."""


@st.composite
def profiles(draw: st.DrawFn) -> ProfileContent:
    """A profile with anything in every text a person can write."""
    texts = [draw(ANYTHING) for _ in range(14)]
    entry = activity(
        "a",
        date(2026, 3, 12),
        texts[0],
        type=texts[1],
        description=texts[2],
        learning=texts[3],
        practice_impact=texts[4],
        service_user_benefit=texts[5],
        evidence=("x",),
    )
    return profile(
        [entry],
        files=[evidence("x", texts[6])],
        of=portfolio(summary=texts[7], statement=texts[8], chosen=("a",)),
        person=replace(EILIDH, name=texts[9], registration=texts[10], audit_number=texts[11]),
        reasons=[gap_reason(PERIOD.start, PERIOD.end, texts[12], texts[13])],
    )


def _solid(text: str) -> str:
    return "".join(text.split())


@given(content=profiles())
def test_the_profile_says_what_was_written_and_lists_what_it_cannot_show(
    content: ProfileContent, tmp_path: Path
) -> None:
    path = tmp_path / "profile.pdf"
    write_profile_pdf(content, path)
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
    said = _solid(spelled(path))
    place = 0
    for text in (*paragraphs(content.summary.text), content.activities[0].title, *paragraphs(content.statement.text)):
        place = said.index(_solid(clean(text)), place)
    for text in (content.evidence[1].caption, *(reason.note for gap in content.gaps for reason in gap.reasons)):
        assert _solid(clean(text)) in said
    listed = inexact_characters(content)
    exact = plain_characters()
    printed = [one for text in (content.statement.text, content.summary.text) for one in clusters(clean(text))]
    assert {one for one in printed if len(one) == 1 and one in exact}.isdisjoint(listed)
    assert {one for one in printed if one in listed} <= codes_of(path)
    assert all(one in "".join(listed) for one in printed if unicodedata.category(one[0]) in {"Co", "Cn"})


_LETTERS = st.text(
    st.sampled_from("abcxyzÀéñŵŷąęłżğşıắợΑάβγδϋᾧАбвгдїґєњ½£€§"),
    min_size=1,
    max_size=12,
)
_RIGHT = st.text(st.sampled_from("אבגדהשםןץ"), min_size=1, max_size=9) | st.text(
    st.sampled_from("ابتثجحسشعغلمنهويپچژگک"), min_size=1, max_size=9
)
WORDS = st.lists(_LETTERS, min_size=1, max_size=30) | st.lists(_RIGHT, min_size=1, max_size=30)


@given(words=WORDS)
def test_another_program_takes_the_words_from_the_page_in_order(words: list[str], tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    content = profile(of=portfolio(statement=" ".join(words)), with_gaps=False)
    assert inexact_characters(content) == ()
    write_profile_pdf(content, path)
    document = pypdfium2.PdfDocument(path)
    seen = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    wanted = clean(" ".join(words)).split()
    found = unicodedata.normalize("NFC", seen).split()
    assert any(found[place : place + len(wanted)] == wanted for place in range(len(found)))
    assert " ".join(wanted) in read_pdf(path).document.whole_text
