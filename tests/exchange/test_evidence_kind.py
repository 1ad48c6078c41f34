"""What a file is, told from its content."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.errors import FileMissing
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.exchange.evidence_kind import evidence_kind
from tests.exchange import samples

PDF, IMAGE, WORD, TEXT, EMAIL, OTHER = (
    EvidenceKind.PDF,
    EvidenceKind.IMAGE,
    EvidenceKind.WORD,
    EvidenceKind.TEXT,
    EvidenceKind.EMAIL,
    EvidenceKind.OTHER,
)
READABLE, LOCKED, BROKEN, UNKNOWN = (
    EvidenceState.READABLE,
    EvidenceState.LOCKED,
    EvidenceState.BROKEN,
    EvidenceState.UNKNOWN,
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def test_pdfs_are_readable_locked_or_broken_whatever_their_name(tmp_path: Path) -> None:
    assert evidence_kind(samples.pdf(tmp_path / "a.jpg", "words")) == (PDF, READABLE)
    assert evidence_kind(samples.locked_pdf(tmp_path / "b.pdf")) == (PDF, LOCKED)
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7\nrubbish")
    assert evidence_kind(tmp_path / "c.pdf") == (PDF, BROKEN)


def test_a_pdf_may_have_rubbish_before_it(tmp_path: Path) -> None:
    good = samples.pdf(tmp_path / "a.pdf", "words").read_bytes()
    (tmp_path / "b").write_bytes(b"\n\nsent by a scanner\n" + good)
    assert evidence_kind(tmp_path / "b")[0] is PDF


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP"])
def test_pictures_are_recognised_and_looked_at(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "scan.dat"
    path.write_bytes(samples.picture(kind))
    assert evidence_kind(path) == (IMAGE, READABLE)


def test_a_picture_cut_short_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(samples.picture("PNG")[:40])
    assert evidence_kind(path) == (IMAGE, BROKEN)


def test_a_heic_photo_is_known_but_cannot_be_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "photo"
    path.write_bytes(b"\x00\x00\x00\x18ftypheic" + bytes(40))
    assert evidence_kind(path) == (IMAGE, UNKNOWN)


def test_word_documents_old_and_new(tmp_path: Path) -> None:
    assert evidence_kind(samples.docx(tmp_path / "a", "words")) == (WORD, READABLE)
    (tmp_path / "old").write_bytes(OLE + "WordDocument".encode("utf-16-le"))
    assert evidence_kind(tmp_path / "old") == (WORD, UNKNOWN)
    (tmp_path / "secret.docx").write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    assert evidence_kind(tmp_path / "secret.docx") == (WORD, LOCKED)
    (tmp_path / "cut.docx").write_bytes((tmp_path / "a").read_bytes()[:60])
    assert evidence_kind(tmp_path / "cut.docx") == (WORD, BROKEN)


def test_other_containers_are_other(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert evidence_kind(tmp_path / "b.xlsx") == (OTHER, UNKNOWN)
    (tmp_path / "message.msg").write_bytes(OLE + "__substg1.0_0037001F".encode("utf-16-le"))
    assert evidence_kind(tmp_path / "message.msg") == (EMAIL, UNKNOWN)
    (tmp_path / "sheet.xls").write_bytes(OLE + "Workbook".encode("utf-16-le"))
    assert evidence_kind(tmp_path / "sheet.xls") == (OTHER, UNKNOWN)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (samples.mail(), (EMAIL, READABLE)),
        (b"From eilidh@example.org Mon Nov  2\n" + samples.mail(), (EMAIL, READABLE)),
        ("Falls café notes\n".encode(), (TEXT, READABLE)),
        ("Falls café notes\n".encode("cp1252"), (TEXT, READABLE)),
        ("Falls café notes\n".encode("utf-16"), (TEXT, READABLE)),
        (b"From: the desk of Isla\nDear all,\n", (TEXT, READABLE)),
        (b"BMs and other words", (TEXT, READABLE)),
        (b"{\\rtf1 words}", (OTHER, UNKNOWN)),
        (bytes(range(256)) * 4, (OTHER, UNKNOWN)),
        (b"", (OTHER, UNKNOWN)),
    ],
)
def test_texts_mails_and_the_rest(tmp_path: Path, data: bytes, expected: tuple[EvidenceKind, EvidenceState]) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert evidence_kind(path) == expected


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        evidence_kind(tmp_path / "gone.pdf")


@given(
    st.sampled_from(
        [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"GIF89a", OLE, b"From: a\n"]
    ),
    st.binary(max_size=300),
)
def test_rubbish_never_raises(tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "rubbish"
    path.write_bytes(start + rest)
    evidence_kind(path)
