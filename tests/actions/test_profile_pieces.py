"""One piece of evidence on its way into a profile, by what the file is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from otcpd.actions.profile_pieces import prepare
from otcpd.background import Worker, task
from otcpd.domain.errors import FileMissing
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal, Source
from otcpd.portfolio.evidence.text_piece import WORDS_ONLY
from tests.exchange import samples
from tests.portfolio.evidence import bad_pictures as bad


def compound(stream: str) -> bytes:
    """An old Office file, as far as anybody looks."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le") + bytes(600)


def silent(done: int, total: int, words: str = "") -> None:
    pass


def prepared(path: Path, kind: EvidenceKind = EvidenceKind.OTHER) -> PreparedPiece:
    return prepare(Source(7, kind, EvidenceState.UNKNOWN, path), path.parent, silent)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "7"  # spooled files have no endings
    path.write_bytes(data)
    return path


def test_a_pdf_becomes_its_pages(tmp_path: Path) -> None:
    piece = prepared(samples.pdf(tmp_path / "7", "one", "two"))
    assert (len(piece.pages), piece.refusal) == (2, None)


def test_a_picture_becomes_a_page(tmp_path: Path) -> None:
    piece = prepared(bad.held(tmp_path / "7", 6), EvidenceKind.TEXT)
    assert (piece.number, len(piece.pages), piece.refusal) == (7, 1, None)


def test_a_picture_too_large_for_the_search_is_still_shown(tmp_path: Path) -> None:
    """It was recorded as unknown: looking for words does not unpack a hundred megapixels."""
    assert len(prepared(bad.large_jpeg(tmp_path / "7", 11_600, 8_700)).pages) == 1


def test_texts_become_paragraphs(tmp_path: Path) -> None:
    piece = prepared(written(tmp_path, "Déjà vu\r\n\r\n<b>twice</b>".encode("cp1252")))
    assert (piece.paragraphs, piece.note) == (("Déjà vu", "", "<b>twice</b>"), "")


def test_word_documents_give_their_words(tmp_path: Path) -> None:
    piece = prepared(samples.docx(tmp_path / "7", "First", "Second"))
    assert (piece.paragraphs, piece.note) == (("First", "", "Second"), WORDS_ONLY)


REFUSED: dict[str, tuple[bytes, EvidenceKind, Refusal]] = {
    "nothing": (b"", EvidenceKind.PDF, Refusal.EMPTY),
    "spaces": (b" \n \n", EvidenceKind.TEXT, Refusal.EMPTY),
    "mail": (samples.mail(), EvidenceKind.TEXT, Refusal.EMAIL),
    "mail-by-record": (b"Dear all, hello", EvidenceKind.EMAIL, Refusal.EMAIL),
    "old-word": (compound("WordDocument"), EvidenceKind.WORD, Refusal.UNKNOWN),
    "outlook": (compound("__substg1.0_"), EvidenceKind.OTHER, Refusal.EMAIL),
    "office-with-password": (compound("EncryptedPackage"), EvidenceKind.WORD, Refusal.LOCKED),
    "heic": (bad.heic(), EvidenceKind.IMAGE, Refusal.UNKNOWN),
    "half-a-zip": (b"PK\x03\x04 and nothing more", EvidenceKind.WORD, Refusal.BROKEN),
    "rich-text": (b"{\\rtf1 words}", EvidenceKind.OTHER, Refusal.UNKNOWN),
    "noise": (bytes(range(256)) * 9, EvidenceKind.TEXT, Refusal.UNKNOWN),
    "half-a-picture": (b"\x89PNG\r\n\x1a\n....", EvidenceKind.IMAGE, Refusal.BROKEN),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_has_no_pages_is_refused(tmp_path: Path, case: str) -> None:
    data, kind, wanted = REFUSED[case]
    piece = prepared(written(tmp_path, data), kind)
    assert (piece.refusal, piece.pages, piece.paragraphs) == (wanted, (), ())


def test_a_broken_word_document(tmp_path: Path) -> None:
    assert prepared(samples.docx_of(tmp_path / "7", b"<w:document")).refusal is Refusal.BROKEN


def test_a_file_that_is_gone_is_no_bad_file(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        prepared(tmp_path / "gone")


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, otcpd.actions.profile_pieces;"
        "print([name for name in ('PIL', 'pikepdf', 'pypdfium2', 'reportlab') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_it_is_a_job_for_the_worker(tmp_path: Path) -> None:
    source = Source(7, EvidenceKind.IMAGE, EvidenceState.READABLE, bad.scan(tmp_path / "7", 2))
    with Worker() as worker:
        piece = worker.run(task(prepare, source, tmp_path))
    assert isinstance(piece, PreparedPiece)
    assert [page.file for page in piece.pages] == [tmp_path / "E7.pdf"] * 2
