"""A file on its way beside the profile: without hidden details, or as it is, or told to be gone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from otcpd.domain.errors import DiskFull
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.portfolio.evidence.clean_copy import CleanCopy, clean_copy
from otcpd.portfolio.evidence.pieces import Source
from tests.portfolio.evidence import bad_pictures as bad
from tests.small_files import small_files

MAIL = b"From: Isla Birch\r\nTo: me\r\n\r\nThank you."


def copied(
    path: Path, kind: EvidenceKind = EvidenceKind.OTHER, state: EvidenceState = EvidenceState.READABLE
) -> CleanCopy:
    return clean_copy(Source(4, kind, state, path), path.parent)


def pdf_file(path: Path, *marks: str, encryption: pikepdf.Encryption | None = None) -> Path:
    """A PDF with an author, and annotations of these kinds on its second page."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        page = pdf.add_blank_page().obj
        page.Contents = pdf.make_stream(b"BT /F 12 Tf 72 720 Td (Mrs Birch) Tj ET")
        page.Annots = Array(
            [Dictionary(Type=Name.Annot, Subtype=Name(mark), Rect=Array([70, 700, 150, 740])) for mark in marks]
        )
        pdf.docinfo["/Author"] = "Isla Birch"
        pdf.save(path, encryption=encryption)
    return path


def test_a_photo_keeps_only_which_way_up_it_is(tmp_path: Path) -> None:
    copy = copied(bad.held(tmp_path / "E4", 6), EvidenceKind.IMAGE)
    assert copy == CleanCopy(4, tmp_path / "E4-copy", clean=True)
    with Image.open(tmp_path / "E4-copy") as picture:
        assert dict(picture.getexif()) == {0x0112: 6}


def test_a_pdf_loses_its_author(tmp_path: Path) -> None:
    assert copied(pdf_file(tmp_path / "E4", "/Square")) == CleanCopy(4, tmp_path / "E4-copy", clean=True)
    with pikepdf.open(tmp_path / "E4-copy") as pdf:
        assert "/Info" not in pdf.trailer


def test_a_message_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "E4").write_bytes(MAIL)
    assert copied(tmp_path / "E4", EvidenceKind.EMAIL).clean
    assert (tmp_path / "E4-copy").read_bytes() == MAIL


@pytest.mark.parametrize("data", [bad.heic(), b"PK\x03\x04 something", b"%PDF-1.7 and nothing", b""])
def test_what_cannot_be_taken_apart_is_as_it_was(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "E4").write_bytes(data)
    assert copied(tmp_path / "E4", state=EvidenceState.UNKNOWN) == CleanCopy(4, tmp_path / "E4-copy")
    assert (tmp_path / "E4-copy").read_bytes() == data


def test_marks_for_blacking_out_that_were_not_applied_are_told(tmp_path: Path) -> None:
    copy = copied(pdf_file(tmp_path / "E4", "/Square", "/Redact"))
    assert copy == CleanCopy(4, tmp_path / "E4-copy", clean=True, not_blacked_out=True)


def test_they_are_told_of_a_file_that_is_copied_as_it_is(tmp_path: Path) -> None:
    path = pdf_file(tmp_path / "E4", "/Redact", encryption=pikepdf.Encryption(owner="oak", user=""))
    assert copied(path) == CleanCopy(4, tmp_path / "E4-copy", not_blacked_out=True)


@pytest.mark.parametrize("name", ["gone", "folder"])
def test_what_cannot_be_read_is_told_to_be_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    assert copied(tmp_path / name) == CleanCopy(4, None)


def test_a_full_disk_is_the_machines_error(tmp_path: Path) -> None:
    (tmp_path / "E4").write_bytes(hashlib.shake_256(b"noise").digest(100_000))
    with pytest.raises(DiskFull), small_files(10_000):
        copied(tmp_path / "E4")
