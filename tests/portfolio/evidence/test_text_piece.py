"""Words of texts and Word documents as paragraphs."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.evidence import EvidenceKind
from otcpd.portfolio.evidence.pieces import Refusal
from otcpd.portfolio.evidence.text_piece import MOST_CHARACTERS, MOST_PARAGRAPHS, WORDS_ONLY, prepare_text


def test_lines_stay_lines_and_what_is_apart_stays_apart() -> None:
    text = "\ufeff\n\nNotes of the day\r\n  Seen: 3 <b>people</b> & {x}\x00\r\t\r\u200b\nThe end\n\n \n"
    piece = prepare_text(4, text, EvidenceKind.TEXT)
    assert (piece.number, piece.pages, piece.note, piece.refusal) == (4, (), "", None)
    assert piece.paragraphs == ("Notes of the day", "Seen: 3 <b>people</b> & {x}", "", "The end")


def test_of_a_word_document_it_is_said_that_there_was_more() -> None:
    assert prepare_text(1, "Words", EvidenceKind.WORD).note == WORDS_ONLY


def test_without_words_there_is_nothing_to_show() -> None:
    for text in ("", " \n\t\n", "\x00\u200b\u00ad\ud800"):
        assert prepare_text(1, text, EvidenceKind.TEXT).refusal is Refusal.EMPTY


def test_long_texts_begin_and_say_so() -> None:
    piece = prepare_text(1, "twelve words " * 30_000, EvidenceKind.WORD)
    shown = sum(map(len, piece.paragraphs))
    assert MOST_CHARACTERS * 0.8 < shown <= MOST_CHARACTERS
    assert piece.paragraphs[-1].endswith(("twelve", "words"))
    assert piece.note == f"{WORDS_ONLY} Only the beginning is shown, {shown:,} characters."


def test_a_cut_leaves_no_empty_line_at_the_end() -> None:
    for text in (f"{'a' * MOST_CHARACTERS}\n\nb", "a\n" * (MOST_PARAGRAPHS - 1) + "\nb"):
        assert prepare_text(1, text, EvidenceKind.TEXT).paragraphs[-1]


def test_a_word_without_end_is_cut() -> None:
    (paragraph,) = prepare_text(1, "x" * (MOST_CHARACTERS + 1), EvidenceKind.TEXT).paragraphs
    assert len(paragraph) == MOST_CHARACTERS


def test_lines_without_end_are_cut() -> None:
    piece = prepare_text(1, "a\n" * (MOST_PARAGRAPHS + 1), EvidenceKind.TEXT)
    assert len(piece.paragraphs) == MOST_PARAGRAPHS
    assert piece.note == f"Only the beginning is shown, {MOST_PARAGRAPHS:,} characters."


@given(st.text(st.characters(), max_size=200))
def test_anything_at_all_becomes_lines(text: str) -> None:
    piece = prepare_text(1, text, EvidenceKind.TEXT)
    assert bool(piece.paragraphs) is (piece.refusal is None)
    assert "" not in (*piece.paragraphs[:1], *piece.paragraphs[-1:])
    assert ("", "") not in pairwise(piece.paragraphs)
    for paragraph in piece.paragraphs:
        assert paragraph == paragraph.strip()
        assert len(paragraph.splitlines()) <= 1
        paragraph.encode("utf-8")
