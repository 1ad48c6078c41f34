"""Reads a profile PDF of ours back: its data from the attachment, its evidence from the pages.

The PDF may be a stranger's, broken, locked or made to deceive: nothing is believed. The data pass all the
checks of `json_reading`; of the pages only what they look like is taken.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from otcpd.disk import machine_errors, whole_file
from otcpd.domain.carried import PAGES, WORDS
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.domain.words import joined, quoted
from otcpd.exchange.json_folder import CHUNK
from otcpd.exchange.json_in import ReadJson, parsed
from otcpd.exchange.json_layout import FORMAT
from otcpd.exchange.json_reading import ReadDocument, TextId, read_document
from otcpd.exchange.json_shape import (
    Value,
)
from otcpd.exchange.json_values import Place
from otcpd.exchange.pdf_parts import ProfileParts, damaged, not_ours, profile_parts, write_pages

_MOST_COPIES = 4
"""How many times the size of the PDFs their evidence may come to. Pieces share next to nothing in ours; in one
made to deceive, each may hold the whole document."""

_ROOM = 64 * 1024 * 1024
"""What evidence may come to in any case, in bytes."""

_MOST_PAGES = 100_000
"""Of one piece."""

_OTHER_PARTS = "Put all parts of the profile into one folder, and import it again."


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a profile shows of a piece: so many pages (None: it does not say), or these lines."""

    pages: int | None = None
    words: tuple[str, ...] = ()


@dataclass(slots=True)
class _Yield:
    """What has come out of a profile: rows of evidence as they are now, files, and what stays out."""

    rows: dict[str, dict[str, Value]] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    left: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By the id of the piece: what it is called, and why it stays out."""
    written: int = 0


def read_profile_pdf(path: Path, text_id: TextId, folder: Path, known: Collection[str] = frozenset()) -> ReadJson:
    """Reads and checks the profile PDF at `path`, and makes a file in `folder` of each piece of evidence.

    The folder is the caller's, who deletes it. Pieces whose ids are `known` are there already: they get
    no files. A piece that cannot be made is left out, with the reason. Little is held in memory: pages are
    copied from file to file. Raises NotAcceptable for what is not as otcpd writes it; DiskFull and its like.
    """
    parts = profile_parts(path)
    value = parsed(parts.data, path.name)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise not_ours(path)
    shown = _shown(value)
    document = read_document(value, text_id)
    came = _Yield()
    for number, row in _in_order(document):
        if row["id"] not in known:
            _make(parts, number, row, shown.get(str(row["id"]), _Shown()), folder, came)
    others = joined([quoted(name) for name in parts.others])
    notes = (f"Pages of evidence come from {others} as well.",) if others else ()
    return ReadJson(_without(document, came), came.files, True, tuple(came.left.values()), notes)


def _shown(value: dict[str, object]) -> dict[str, _Shown]:
    """By the id of the piece. Takes the fields that no other JSON of ours has off the value."""
    found: dict[str, _Shown] = {}
    listed = value.get("evidence")
    for number, entry in enumerate(listed if isinstance(listed, list) else [], 1):
        if isinstance(entry, dict):
            place = Place(entry, f"piece of evidence {number}")
            pages = place.maybe_count(PAGES)
            paragraphs = place.raw(WORDS)
            words = [] if paragraphs is None else paragraphs
            if pages is not None and pages > _MOST_PAGES:
                raise place.wrong(f"‘{PAGES}’ is too high.")
            if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
                raise place.wrong(f"‘{WORDS}’ is not a list of texts.")
            found[str(entry.get("id"))] = _Shown(pages, tuple(words))
            for name in (PAGES, WORDS):
                entry.pop(name, None)
    return found


def _in_order(document: ReadDocument) -> list[tuple[int, dict[str, Value]]]:
    """The pieces by their numbers in the profile; those without one, which ours has not, come first as 0."""
    numbers = {str(row["evidence"]): row["number"] for row in document.rows["portfolio_evidence"]}
    pieces = [(int(numbers.get(str(row["id"])) or 0), row) for row in document.rows["evidence"]]
    return sorted(pieces, key=_place)


def _place(piece: tuple[int, Mapping[str, Value]]) -> tuple[int, str]:
    return piece[0], str(piece[1]["id"])


def _make(parts: ProfileParts, number: int, row: dict[str, Value], shown: _Shown, folder: Path, came: _Yield) -> None:
    """Makes the file of one piece, or notes why there is none."""
    key = str(row["id"])
    caption = str(row["caption"]).strip()
    made = folder / key
    kind, why = _written(parts, number, shown, made)
    if kind is None:
        came.left[key] = f"E{number} {quoted(caption)}" if caption else f"E{number}", why
        return
    sha256, size = _measured(made)
    came.written += size
    if came.written > _ROOM + _MOST_COPIES * parts.size:
        raise damaged(parts.path)
    came.files[sha256] = made
    came.rows[key] = {
        **row,
        "name": f"E{number}.{'pdf' if kind is EvidenceKind.PDF else 'txt'}",
        "kind": kind,
        "state": EvidenceState.READABLE,
        "sha256": sha256,
        "size": size,
    }


def _written(parts: ProfileParts, number: int, shown: _Shown, made: Path) -> tuple[EvidenceKind | None, str]:
    """Writes the pages or the words of a piece; the kind of file that this gave, or None and why there is none."""
    text = "\n".join(shown.words)
    if text.strip() and not shown.pages:
        with whole_file(made) as file:
            file.write(text.encode("utf-8", "replace"))
        return EvidenceKind.TEXT, ""
    pages = parts.pages(number, shown.pages)
    there = [page for page in pages if page is not None]
    if shown.pages == 0:
        return None, "The profile lists it without its pages. Add it from its own file."
    if not there:
        return None, f"Its pages are not in this PDF. {_OTHER_PARTS}"
    if len(there) < len(pages):
        return None, f"Only {len(there)} of its {len(pages)} pages are in this PDF. {_OTHER_PARTS}"
    if not write_pages(there, made):
        return None, "Its pages cannot be read. Add it from its own file."
    return EvidenceKind.PDF, ""


def _measured(path: Path) -> tuple[str, int]:
    """SHA-256 in hex and size in bytes."""
    digest, size = hashlib.sha256(), 0
    with machine_errors(path), path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


def _without(document: ReadDocument, came: _Yield) -> ReadDocument:
    """The document with the pieces as they came out, and without those that stay out and all that hangs on them."""
    rows = {
        table: [
            came.rows.get(str(row["id"]), row)
            for row in listed
            if not {str(row.get(name)) for name in ("id", "evidence", "row")} & came.left.keys()
        ]
        for table, listed in document.rows.items()
    }
    return ReadDocument(document.owner, rows)
