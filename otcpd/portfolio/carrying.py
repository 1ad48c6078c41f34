"""The data that a profile carries, once it is known what the profile shows of each piece of evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable

from otcpd.domain.carried import PAGES, WORDS
from otcpd.portfolio.evidence.pieces import PreparedPiece


def with_pieces(data: bytes, pieces: Iterable[PreparedPiece]) -> bytes:
    """The data with the number of pages, or the words, that the profile shows of each piece.

    By this an import knows which pages are missing, and has the words. The order of the pieces does not matter.
    """
    document = json.loads(data)
    shown = {piece.number: piece for piece in pieces}
    numbers = document["portfolios"][0]["evidence_numbers"]
    for entry in document["evidence"]:
        piece = shown.get(numbers[entry["id"]])
        entry[PAGES] = 0 if piece is None else len(piece.pages)
        if piece is not None and piece.paragraphs:
            entry[WORDS] = list(piece.paragraphs)
    return encoded(document)


def encoded(document: object) -> bytes:
    """JSON as a profile carries it: the same content gives the same bytes."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode()
