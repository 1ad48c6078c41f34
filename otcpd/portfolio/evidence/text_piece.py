"""The words of a text or of a Word document, as paragraphs of the profile."""

from __future__ import annotations

import re
import unicodedata

from otcpd.domain.evidence import EvidenceKind
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal

MOST_CHARACTERS = 200_000
MOST_PARAGRAPHS = 5_000
"""Of either about a hundred pages; what is longer begins in the profile and is offered as a file."""

WORDS_ONLY = "The words of the document are shown, without its pictures and its layout."

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufeff]")
_NO_WORDS = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me"})
_LEAST_SPARED = 0.8
"""A cut falls between words, unless that would spare less than this part of a paragraph."""


def prepare_text(number: int, text: str, kind: EvidenceKind) -> PreparedPiece:
    """The lines of `text` that have words in them, and an empty one where others stood between them.

    `kind` is that of the file they were taken from; a Word document had more than words.
    """
    whole = _paragraphs(text)
    if not whole:
        return PreparedPiece(number, refusal=Refusal.EMPTY)
    shown = _beginning(whole)
    note = WORDS_ONLY if kind is EvidenceKind.WORD else ""
    if shown != whole:
        note = f"{note} Only the beginning is shown, {sum(map(len, shown)):,} characters.".strip()
    return PreparedPiece(number, paragraphs=shown, note=note)


def _paragraphs(text: str) -> tuple[str, ...]:
    """Lines without words are one empty line together, and none at the beginning and the end."""
    found: list[str] = []
    for line in unicodedata.normalize("NFC", _CONTROLS.sub("", text)).splitlines():
        if _has_words(line):
            found.append(line.strip())
        elif found and found[-1]:
            found.append("")
    return tuple(found if not found or found[-1] else found[:-1])


def _has_words(line: str) -> bool:
    return any(unicodedata.category(letter) not in _NO_WORDS for letter in line)


def _beginning(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    left = MOST_CHARACTERS
    shown: list[str] = []
    for paragraph in paragraphs[:MOST_PARAGRAPHS]:
        if len(paragraph) > left:
            shown.extend(filter(None, [_first(paragraph, left)]))
            break
        shown.append(paragraph)
        left -= len(paragraph)
    return tuple(shown if not shown or shown[-1] else shown[:-1])


def _first(paragraph: str, most: int) -> str:
    cut = paragraph[:most]
    space = cut.rfind(" ")
    return (cut[:space] if space >= most * _LEAST_SPARED else cut).rstrip()
