"""Private copies of evidence for looking at, and the words for what cannot be seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from otcpd.actions import previewing
from otcpd.actions.evidence import attach
from otcpd.actions.previewing import PreviewCopies, copy_out, put_copy, text_to_show, why_not_shown
from otcpd.domain.errors import FileDamaged
from otcpd.domain.evidence import Evidence, EvidenceKind, EvidenceState
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record.record import Record
from tests.actions.support import written


def taken(record: Record, path: Path) -> Evidence:
    return record.evidence.get(attach(record, "", path, read_evidence).evidence)


def silent(done: int, total: int, words: str = "") -> None:
    pass


def test_a_copy_comes_in_small_pieces_and_goes_on_closing(record: Record, tmp_path: Path) -> None:
    large = tmp_path / "film.bin"
    large.write_bytes(b"film" * 800_000)
    piece = taken(record, large)
    copies = PreviewCopies(record)
    assert copies.ready(piece.sha256) is None
    sizes = list(copies.make(piece.sha256))
    assert max(after - before for before, after in zip([0, *sizes], sizes, strict=False)) <= 1_048_576
    copy = copies.ready(piece.sha256)
    assert copy is not None
    assert copy.read_bytes() == large.read_bytes()
    assert copy.parent.stat().st_mode & 0o077 == 0
    copies.close()
    copies.close()
    assert not copy.parent.exists()


def test_a_copy_given_up_half_way_leaves_nothing(record: Record, tmp_path: Path) -> None:
    large = tmp_path / "film.bin"
    large.write_bytes(b"film" * 800_000)
    piece = taken(record, large)
    place = tmp_path / "copy"
    making = copy_out(record, piece.sha256, place)
    next(making)
    assert place.exists()
    del making
    assert not place.exists()


def test_only_the_newest_copies_are_kept(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previewing, "MOST_COPIES", 2)
    pieces = [taken(record, written(tmp_path / f"{number}.txt", f"text {number}")) for number in range(3)]
    copies = PreviewCopies(record)
    for piece in pieces:
        list(copies.make(piece.sha256))
    assert [copies.ready(piece.sha256) is not None for piece in pieces] == [False, True, True]
    copies.forget(pieces[2].sha256)
    assert copies.ready(pieces[2].sha256) is None
    copies.close()


def test_damaged_bytes_are_never_shown(record: Record, tmp_path: Path) -> None:
    piece = taken(record, written(tmp_path / "note.txt"))
    with record.gate.unjournaled() as connection:
        connection.execute("UPDATE chunk SET data = x'00'")
    copies = PreviewCopies(record)
    with pytest.raises(FileDamaged):
        list(copies.make(piece.sha256))
    assert copies.ready(piece.sha256) is None
    copies.close()


def test_what_cannot_be_seen_says_why(record: Record, tmp_path: Path) -> None:
    piece = taken(record, written(tmp_path / "note.txt"))
    assert why_not_shown(piece) == ""
    for changed, words in (
        (replace(piece, state=EvidenceState.LOCKED), "has a password"),
        (replace(piece, state=EvidenceState.BROKEN), "seems to be broken"),
        (replace(piece, state=EvidenceState.UNKNOWN), "cannot be shown here"),
        (replace(piece, kind=EvidenceKind.OTHER), "cannot be shown here"),
        (replace(piece, size=2_000_000_000), "2,000.0 MB: too large"),
        (replace(piece, sha256=""), "was erased for good"),
    ):
        assert words in why_not_shown(changed)


def test_long_texts_are_cut_and_long_lines_broken() -> None:
    text, more = text_to_show("a" * 10_000 + "\n\nend")
    assert not more
    assert max(map(len, text.split("\n"))) == previewing.LONGEST_LINE
    assert text.replace("\n", "") == "a" * 10_000 + "end"
    text, more = text_to_show("word " * 100_000)
    assert more
    assert len(text) <= previewing.MOST_CHARACTERS + 100


def test_a_copy_is_put_where_the_person_wants_it(tmp_path: Path) -> None:
    source = written(tmp_path / "source.txt", "words")
    target = written(tmp_path / "target.txt", "older")
    put_copy(source, target, silent)
    assert target.read_text() == "words"
