"""One profile with every bad piece of evidence in it, and every odd one that can be shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.portfolio.evidence.pdf.piece import prepare_pdf
from otcpd.portfolio.evidence.pictures.piece import prepare_picture
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal, Source
from otcpd.portfolio.evidence.words import refusal_words
from tests.portfolio.evidence.drafting_pdfs import SECRET
from tests.portfolio.evidence.finished_pdf import Finished, told_nothing
from tests.portfolio.evidence.test_pdf_piece import SHOWN
from tests.portfolio.evidence.test_pdf_trouble import REFUSED
from tests.portfolio.evidence.test_picture_refused import BAD
from tests.portfolio.reading import read_pdf
from tests.portfolio.samples import activity, evidence, profile
from tests.portfolio.writing import write_profile_pdf


def prepared_pieces(folder: Path) -> list[PreparedPiece]:
    """Every PDF and every picture that a test here knows to be bad or odd, as pieces from E2 on, and one of
    each kind that is refused for what it is."""
    pieces: list[PreparedPiece] = []

    def place() -> Path:
        own = folder / str(len(pieces) + 2)
        own.mkdir()
        return own / "evidence"

    for build in (*(build for build, _refusals in REFUSED.values()), *(case.build for case in SHOWN.values())):
        path = place()
        build(path)
        source = Source(len(pieces) + 2, EvidenceKind.PDF, EvidenceState.READABLE, path)
        pieces.append(prepare_pdf(source, path.parent, told_nothing))
    for make, _refusal in BAD.values():
        path = place()
        make(path)
        source = Source(len(pieces) + 2, EvidenceKind.IMAGE, EvidenceState.READABLE, path)
        pieces.append(prepare_picture(source, path.parent, told_nothing))
    for refusal in Refusal:
        pieces.append(PreparedPiece(len(pieces) + 2, refusal=refusal))
    return pieces


def test_a_profile_with_every_bad_piece_is_made_and_sound(tmp_path: Path) -> None:
    pieces = prepared_pieces(tmp_path)
    keys = [f"e{piece.number:03}" for piece in pieces]
    content = profile(
        [activity("a", date(2026, 3, 12), evidence=tuple(keys))],
        files=[evidence(key, f"Piece {key}") for key in keys],
    )
    out = tmp_path / "profile.pdf"
    written = write_profile_pdf(content, out, pieces)
    assert [one.path for one in written] == [out]
    assert Finished(out).complaints() == []
    reading = read_pdf(out)
    spoken = reading.document.whole_text
    for piece in pieces:
        if piece.refusal is not None:
            reason = refusal_words(piece.refusal)
            assert f"Piece e{piece.number:03}. Not shown as pages: {reason[0].lower()}{reason[1:]}" in spoken
        else:
            assert f"E{piece.number}. Piece e{piece.number:03}" in spoken
            stamps = sum(f"E{piece.number}, page " in page for page in reading.pages)
            assert stamps == len(piece.pages)
    assert SECRET.encode() not in Finished(out).everything()
