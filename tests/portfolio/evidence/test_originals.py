"""The evidence beside the PDF, as numbered files, and what is said of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from otcpd.disk import whole_files
from otcpd.domain.errors import FileMissing, MachineSaidNo
from otcpd.domain.evidence import EvidenceKind
from otcpd.portfolio.evidence.originals import LIST, OriginalFile, write_originals_folder, write_originals_zip


@pytest.fixture
def files(tmp_path: Path) -> list[OriginalFile]:
    """A photograph, a PDF, a message, an iPhone's photograph and a spreadsheet, in no order; E6 is gone."""
    spool = tmp_path / "spool"
    spool.mkdir()
    for number in range(1, 6):
        (spool / str(number)).write_bytes(b"file %d" % number)
    return [
        OriginalFile(5, "Hours", "h.xlsx", EvidenceKind.OTHER, spool / "5"),
        OriginalFile(6, "Lost", "lost.pdf", EvidenceKind.PDF, None),
        OriginalFile(1, "Garden: the path", "IMG_2231.JPG", EvidenceKind.IMAGE, spool / "1", clean=True),
        OriginalFile(2, "Certificate", "c.pdf", EvidenceKind.PDF, spool / "2", clean=True, not_blacked_out=True),
        OriginalFile(3, "", "Fwd.eml", EvidenceKind.EMAIL, spool / "3", clean=True),
        OriginalFile(4, "Photo", "IMG_1.heic", EvidenceKind.IMAGE, spool / "4"),
    ]


NAMES = ["E1 Garden the path.jpg", "E2 Certificate.pdf", "E3.eml", "E4 Photo.heic", "E5 Hours.xlsx", LIST]


LISTED = """\
The evidence of this profile, by its numbers

E1 Garden the path.jpg
E2 Certificate.pdf
E3.eml
E4 Photo.heic
E5 Hours.xlsx

Names of authors, places and comments were taken out of these copies.

These could not be searched for such details and are as they were attached:

E4 Photo.heic
E5 Hours.xlsx

E2 has marks for blacking out that were never applied: what they cover can still be read.

These could not be read, and are not here:

E6 Lost.pdf
"""


def check(parts: dict[str, bytes]) -> None:
    assert [parts[name] for name in NAMES[:5]] == [b"file %d" % number for number in range(1, 6)]
    assert parts[LIST].decode("utf-8").replace("\r\n", "\n") == LISTED


def test_a_folder(files: list[OriginalFile], tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "evidence"
    write_originals_folder(files, folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)
    check({path.name: path.read_bytes() for path in folder.iterdir()})
    assert sorted(path.name for path in (tmp_path / "spool").iterdir()) == ["1", "2", "3", "4", "5"]


def test_a_zip(files: list[OriginalFile]) -> None:
    out = io.BytesIO()
    write_originals_zip(files, out)
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
    assert (tmp_path / NAMES[2]).read_bytes() == b"file 3"


def test_a_file_that_cannot_be_read_leaves_the_folder_as_it_was(files: list[OriginalFile], tmp_path: Path) -> None:
    (tmp_path / "spool" / "3").unlink()
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
    assert seen == [(number, 6) for number in range(6)]


def test_no_evidence_gives_an_empty_list(tmp_path: Path) -> None:
    write_originals_folder([], tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [LIST]
