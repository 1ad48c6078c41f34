"""The evidence beside the PDF, as numbered files without their hidden details."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from otcpd.disk import whole_files
from otcpd.domain.errors import FileMissing, MachineSaidNo
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.portfolio.evidence.originals import LIST, OriginalFile, write_originals_folder, write_originals_zip
from tests.portfolio.evidence import bad_pictures as bad

MAIL = b"From: Isla Birch\r\nTo: me\r\n\r\nThank you."


def original(
    path: Path, number: int, caption: str, name: str, kind: EvidenceKind, state: EvidenceState = EvidenceState.READABLE
) -> OriginalFile:
    return OriginalFile(number, caption, name, kind, state, path)


@pytest.fixture
def files(tmp_path: Path) -> list[OriginalFile]:
    """A photograph, a PDF, a message, an iPhone's photograph and a spreadsheet, in no order."""
    spool = tmp_path / "spool"
    spool.mkdir()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Author"] = "Isla Birch"
        pdf.save(spool / "2")
    bad.held(spool / "1", 6)
    (spool / "3").write_bytes(MAIL)
    (spool / "4").write_bytes(bad.heic())
    (spool / "5").write_bytes(b"PK\x03\x04 something")
    return [
        original(spool / "5", 5, "Hours", "h.xlsx", EvidenceKind.OTHER, EvidenceState.UNKNOWN),
        original(spool / "1", 1, "Garden: the path", "IMG_2231.JPG", EvidenceKind.IMAGE),
        original(spool / "2", 2, "Certificate", "c.pdf", EvidenceKind.PDF),
        original(spool / "3", 3, "", "Fwd.eml", EvidenceKind.EMAIL),
        original(spool / "4", 4, "Photo", "IMG_1.heic", EvidenceKind.IMAGE, EvidenceState.UNKNOWN),
    ]


NAMES = ["E1 Garden the path.jpg", "E2 Certificate.pdf", "E3.eml", "E4 Photo.heic", "E5 Hours.xlsx", LIST]


def check(parts: dict[str, bytes]) -> None:
    with Image.open(io.BytesIO(parts[NAMES[0]])) as picture:
        assert dict(picture.getexif()) == {0x0112: 6}
    with pikepdf.open(io.BytesIO(parts[NAMES[1]])) as pdf:
        assert "/Info" not in pdf.trailer
    assert parts[NAMES[2]] == MAIL
    assert parts[NAMES[3]] == bad.heic()
    assert parts[NAMES[4]] == b"PK\x03\x04 something"
    listed = parts[LIST].decode("utf-8").split("\r\n")
    assert [line for line in listed if line.startswith("E")] == [*NAMES[:5], *NAMES[3:5]]
    assert "IMG_2231" not in parts[LIST].decode("utf-8")


def test_a_folder(files: list[OriginalFile], tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "evidence"
    assert write_originals_folder(files, folder) == (4, 5)
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)
    check({path.name: path.read_bytes() for path in folder.iterdir()})
    assert sorted(path.name for path in (tmp_path / "spool").iterdir()) == ["1", "2", "3", "4", "5"]


def test_a_zip(files: list[OriginalFile]) -> None:
    out = io.BytesIO()
    assert write_originals_zip(files, out) == (4, 5)
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == NAMES
        check({name: archive.read(name) for name in NAMES})


def test_the_same_files_give_the_same_zip(files: list[OriginalFile]) -> None:
    one, other = io.BytesIO(), io.BytesIO()
    write_originals_zip(files, one)
    write_originals_zip(files[::-1], other)
    assert one.getvalue() == other.getvalue()


def test_what_else_is_in_the_folder_stays(files: list[OriginalFile], tmp_path: Path) -> None:
    (tmp_path / "E9 Older.pdf").write_bytes(b"older")
    (tmp_path / NAMES[2]).write_bytes(b"an earlier export")
    write_originals_folder(files, tmp_path)
    assert (tmp_path / "E9 Older.pdf").read_bytes() == b"older"
    assert (tmp_path / NAMES[2]).read_bytes() == MAIL


def test_a_file_that_cannot_be_read_leaves_the_folder_as_it_was(files: list[OriginalFile], tmp_path: Path) -> None:
    files[3].path.unlink()
    folder = tmp_path / "out"
    with pytest.raises(FileMissing):
        write_originals_folder(files, folder)
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_a_file(files: list[OriginalFile], tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(MachineSaidNo):
        write_originals_folder(files, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_the_files_can_take_their_places_with_others(files: list[OriginalFile], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with whole_files() as whole:
        write_originals_folder(files, folder, whole)
        assert [path.suffix for path in folder.iterdir()] == [".part"] * 6
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)


def test_progress_is_told(files: list[OriginalFile]) -> None:
    seen: list[tuple[int, int]] = []
    write_originals_zip(files, io.BytesIO(), lambda done, total: seen.append((done, total)))
    assert seen == [(number, 5) for number in range(5)]


def test_no_evidence_gives_an_empty_list(tmp_path: Path) -> None:
    assert write_originals_folder([], tmp_path / "out") == ()
    assert [path.name for path in (tmp_path / "out").iterdir()] == [LIST]
