"""A profile PDF as a stranger may send it: it is read, or refused in words, and nothing else happens."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf

from otcpd.domain.carried import DATA_NAME, marked_page, page_mark
from otcpd.domain.errors import DiskFull, FileMissing, NotAcceptable
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.exchange.json_in import ReadJson
from otcpd.exchange.json_shape import (
    Row,
)
from otcpd.exchange.pdf_evidence import write_evidence
from otcpd.exchange.pdf_in import read_profile_pdf
from otcpd.portfolio.carrying import with_pieces
from otcpd.portfolio.evidence.pieces import PreparedPiece
from otcpd.record.ids import text_id
from tests.exchange.carried import form, piece, write_pdf
from tests.small_files import small_files

ME, WORK, PORTFOLIO = (text_id("carried", word) for word in ("me", "work", "portfolio"))
AT = "2026-11-21T00:00:00.000Z"


def _id(number: int) -> str:
    return text_id("carried", f"E{number}")


def _data(*pieces: PreparedPiece) -> bytes:
    """The data of a profile with one activity and these pieces of evidence."""
    numbers = [one.number for one in pieces]
    document = {
        "format": "otcpd",
        "version": 1,
        "owner": ME,
        "people": [{"id": ME, "name": "Eilidh Rowan"}],
        "activities": [
            {"id": WORK, "date": "2026-03-12", "title": "Falls", "created": AT, "modified": AT}
            | {"evidence": [_id(number) for number in numbers]}
        ],
        "evidence": [
            {"id": _id(number), "name": f"E{number}", "caption": f"Piece {number}", "created": AT}
            | {"kind": "pdf", "state": "readable", "layers": {"file": "regulator"}}
            for number in numbers
        ],
        "portfolios": [
            {"id": PORTFOLIO, "name": "Profile", "created": AT}
            | {"evidence_numbers": {_id(number): number for number in numbers}}
        ],
    }
    return with_pieces(json.dumps(document).encode(), pieces)


def _read(path: Path, known: frozenset[str] = frozenset()) -> ReadJson:
    folder = path.with_name(f"out of {path.stem}")
    folder.mkdir(exist_ok=True)
    return read_profile_pdf(path, text_id, folder, known)


def _evidence(found: ReadJson) -> dict[str, Row]:
    return {str(row["id"]): row for row in found.document.rows["evidence"]}


def _words(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [str(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def test_marks_are_read_as_they_are_written() -> None:
    assert marked_page(page_mark(12, 3)) == (12, 3)
    assert [marked_page(name) for name in ("/E0p1", "/E1p0", "/E1", "/XE1p1", "/E1p1x", "/E01p1", "/E9999999p1")] == [
        None
    ] * 7


def test_each_piece_becomes_a_pdf_of_its_pages(tmp_path: Path) -> None:
    pages = [(2, 1), (2, 2), (3, 1)]
    found = _read(write_pdf(tmp_path / "profile.pdf", _data(piece(2, 2), piece(3, 1)), pages))
    assert (found.left_out, found.notes, found.partial) == ((), (), True)
    first, second = (_evidence(found)[_id(number)] for number in (2, 3))
    assert (first["name"], first["kind"], first["state"]) == ("E2.pdf", EvidenceKind.PDF, EvidenceState.READABLE)
    file = found.files[str(first["sha256"])]
    assert (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_size) == (first["sha256"], first["size"])
    assert _words(file) == ["E2p1", "E2p2"]
    assert _words(found.files[str(second["sha256"])]) == ["E3p1"]
    with pikepdf.open(file) as pdf:
        assert [float(number) for number in pdf.pages[0].mediabox] == [0, 0, 200, 100]


def test_the_same_pdf_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_pdf(tmp_path / name / "profile.pdf", _data(piece(2, 2)), [(2, 1), (2, 2)])
    one, two = (_read(tmp_path / name / "profile.pdf") for name in ("one", "two"))
    assert one.files.keys() == two.files.keys()


def test_a_piece_shown_by_its_words_becomes_a_text(tmp_path: Path) -> None:
    data = _data(PreparedPiece(2, paragraphs=("What I read", "", "‘It works’,", "they say")))
    found = _read(write_pdf(tmp_path / "profile.pdf", data, []))
    row = _evidence(found)[_id(2)]
    assert (row["name"], row["kind"]) == ("E2.txt", EvidenceKind.TEXT)
    assert found.files[str(row["sha256"])].read_text("utf-8") == "What I read\n\n‘It works’,\nthey say"


def test_what_has_no_pages_is_left_out_with_the_reason_and_all_that_hangs_on_it(tmp_path: Path) -> None:
    data = _data(piece(2, 1), piece(3, 2), piece(4, 2), piece(5, 0))
    found = _read(write_pdf(tmp_path / "profile.pdf", data, [(2, 1), (3, 2)]))
    assert _evidence(found).keys() == {_id(2)}
    for table in ("evidence_use", "portfolio_evidence"):
        assert {row["evidence"] for row in found.document.rows[table]} == {_id(2)}
    assert {row["row"] for row in found.document.rows["layer"]} == {_id(2)}
    (third, why_third), (fourth, why_fourth), (fifth, why_fifth) = found.left_out
    assert (third, fourth, fifth) == ("E3 ‘Piece 3’", "E4 ‘Piece 4’", "E5 ‘Piece 5’")
    assert why_third.startswith("Only 1 of its 2 pages are in this PDF.")
    assert why_fourth.startswith("Its pages are not in this PDF.")
    assert why_fifth == "The profile lists it without its pages. Add it from its own file."


def test_missing_pages_come_from_the_other_parts_in_the_same_folder(tmp_path: Path) -> None:
    data = _data(piece(2, 2), piece(3, 1))
    write_pdf(tmp_path / "profile, part 1 of 2.pdf", data, [(2, 1)])
    write_pdf(tmp_path / "profile, part 2 of 2.pdf", data, [(2, 2), (3, 1)])
    write_pdf(tmp_path / "profile of another.pdf", _data(piece(2, 2)), [(2, 1), (2, 2)])
    (tmp_path / "profile, part 3.pdf").write_bytes(b"%PDF-1.7 broken")
    for part, other in ((1, 2), (2, 1)):
        found = _read(tmp_path / f"profile, part {part} of 2.pdf")
        assert found.left_out == ()
        assert _words(found.files[str(_evidence(found)[_id(2)]["sha256"])]) == ["E2p1", "E2p2"]
        assert found.notes == (f"Pages of evidence come from ‘profile, part {other} of 2.pdf’ as well.",)


def test_what_is_known_is_not_made_again(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "profile.pdf", _data(piece(2, 1), piece(3, 1)), [(3, 1)])
    found = _read(path, frozenset({_id(2)}))
    assert (found.left_out, len(found.files)) == ((), 1)
    assert _evidence(found).keys() == {_id(2), _id(3)}


def test_a_lying_hash_is_not_believed(tmp_path: Path) -> None:
    document = json.loads(_data(piece(2, 1), piece(3, 1)))
    for entry in document["evidence"]:
        entry |= {"sha256": "0" * 64, "size": 7}
    found = _read(write_pdf(tmp_path / "profile.pdf", json.dumps(document).encode(), [(2, 1)]))
    assert [row["sha256"] for row in found.document.rows["evidence"]] == list(found.files)
    assert "0" * 64 not in found.files


# Refusals


def _refused(path: Path, words: str) -> None:
    with pytest.raises(NotAcceptable) as caught:
        _read(path)
    assert words in caught.value.happened


def test_other_pdfs_are_refused_in_words(tmp_path: Path) -> None:
    not_ours = "was not made by otcpd, or its data was removed"
    _refused(write_pdf(tmp_path / "plain.pdf", None, []), not_ours)
    _refused(write_pdf(tmp_path / "other.pdf", b'{"format": "xtcpd"}', []), not_ours)
    _refused(write_pdf(tmp_path / "list.pdf", b"[]", []), not_ours)
    _refused(write_pdf(tmp_path / "no.pdf", b"{", []), "could not be read")
    with pytest.raises(FileMissing):
        _read(tmp_path / "gone.pdf")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"pages": -1}, "whole number"),
        ({"pages": 10**9}, "too high"),
        ({"words": [1]}, "list of texts"),
        ({"caption": 7}, "not a text"),
        ({"more": ""}, "does not know the field"),
    ],
)
def test_data_that_are_not_as_they_should_be_are_refused(tmp_path: Path, wrong: dict[str, object], words: str) -> None:
    document = json.loads(_data(piece(2, 1)))
    document["evidence"][0] |= wrong
    _refused(write_pdf(tmp_path / "profile.pdf", json.dumps(document).encode(), [(2, 1)]), words)


def test_a_cut_short_one_is_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "profile.pdf", _data(piece(2, 1)), [(2, 1)])
    path.write_bytes(path.read_bytes()[:-200])
    _refused(path, "is damaged")


def test_a_password_is_named(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "profile.pdf", _data(), [])
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="a", owner="b"))
    _refused(tmp_path / "locked.pdf", "has a password")


def test_one_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "profile.pdf", _data(piece(2, 1)), [(2, 1)])
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "kept.pdf", encryption=pikepdf.Encryption(user="", owner="b"))
    found = _read(tmp_path / "kept.pdf")
    assert _words(*found.files.values()) == ["E2p1"]


def _changed(path: Path, change: Callable[[Pdf], None]) -> Path:
    with pikepdf.open(path) as pdf:
        change(pdf)
        pdf.save(path.with_name("changed.pdf"))
    return path.with_name("changed.pdf")


def _file_of(pdf: Pdf) -> Object:
    return pdf.attachments[DATA_NAME].obj.EF.F


def _bomb(pdf: Pdf) -> None:
    packing = zlib.compressobj(9)
    packed = b"".join(packing.compress(bytes(1 << 20)) for _ in range(80)) + packing.flush()
    _file_of(pdf).write(packed, filter=Name.FlateDecode)


def _strange_coding(pdf: Pdf) -> None:
    _file_of(pdf).write(b"abc", filter=Name.LZWDecode)


def _two_codings(pdf: Pdf) -> None:
    _file_of(pdf).write(b"abc", filter=Array([Name.FlateDecode, Name.FlateDecode]))


def _no_stream(pdf: Pdf) -> None:
    spec = pdf.attachments[DATA_NAME].obj
    spec.EF = Dictionary(F=Array([1, 2]))


def _endless_tree(pdf: Pdf) -> None:
    del pdf.Root.AF
    tree = pdf.make_indirect(Dictionary())
    tree.Kids = Array([tree, tree, 7])
    tree.Names = Array([1, 2, Dictionary(UF=7)])
    pdf.Root.Names.EmbeddedFiles = tree


@pytest.mark.parametrize("change", [_bomb, _strange_coding, _two_codings, _no_stream, _endless_tree])
def test_an_attachment_made_to_deceive_counts_as_none(tmp_path: Path, change: Callable[[Pdf], None]) -> None:
    path = write_pdf(tmp_path / "profile.pdf", _data(), [])
    _refused(_changed(path, change), "was not made by otcpd, or its data was removed")


def _deep_tree(pdf: Pdf) -> None:
    """As another program may have saved it: no list of associated files, and a tree with branches."""
    del pdf.Root.AF
    names = pdf.Root.Names.EmbeddedFiles.Names
    pdf.Root.Names.EmbeddedFiles = Dictionary(Kids=Array([Dictionary(Kids=Array([Dictionary(Names=names)]))]))


def test_another_programs_tree_of_attachments_is_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "profile.pdf", _data(piece(2, 1)), [(2, 1)])
    assert len(_read(_changed(path, _deep_tree)).files) == 1


# Pages


@pytest.mark.parametrize(
    ("box", "matrix", "size"),
    [
        ((0, 0, 200, 100), None, (200, 100)),
        ((10, 20, 210, 120), None, (200, 100)),
        ((0, 0, 200, 100), (0, 1, -1, 0, 100, 0), (100, 200)),
        ((0, 0, 200, 100), (0.5, 0, 0, 0.5, 7, 8), (100, 50)),
    ],
)
def test_a_page_has_the_size_of_its_form(
    tmp_path: Path, box: tuple[int, ...], matrix: tuple[float, ...] | None, size: tuple[int, int]
) -> None:
    with pikepdf.new() as pdf:
        more = {} if matrix is None else {"Matrix": Array(matrix)}
        assert write_evidence(pdf, [form(pdf, "here", box, **more)], tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as made:
        assert [float(number) for number in made.pages[0].mediabox] == [0, 0, *size]
    assert "here" in _words(tmp_path / "out.pdf")[0]


@pytest.mark.parametrize("box", [(0, 0, 0, 0), (0, 0, 10**9, 10), (0, 0, 10), (1e30, 0, 2e30, 5), ("a", 0, 1, 1)])
def test_a_form_without_a_size_is_no_page(tmp_path: Path, box: tuple[float, ...]) -> None:
    with pikepdf.new() as pdf:
        assert not write_evidence(pdf, [form(pdf, "here", box)], tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


def test_of_a_form_only_what_it_looks_like_is_taken(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        drawn = form(pdf, "here", PieceInfo=Dictionary(Secret=pdf.make_stream(b"q9q")))
        drawn.StructParents = 3
        assert write_evidence(pdf, [drawn], tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as made:
        assert len(made.objects) < 10
        assert not {"/PieceInfo", "/StructParents"} & set(made.pages[0].obj.Resources.XObject.P.keys())


def test_a_full_disk_is_told_and_no_file_is_left(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        drawn = form(pdf, "here", Heavy=pdf.make_stream(hashlib.shake_256(b"noise").digest(100_000)))
        drawn.Resources.Heavy = drawn.Heavy
        with pytest.raises(DiskFull), small_files(10_000):
            write_evidence(pdf, [drawn], tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_pieces_that_each_hold_the_whole_document_are_refused(tmp_path: Path) -> None:
    pieces = [piece(number, 1) for number in range(2, 12)]
    path = write_pdf(tmp_path / "profile.pdf", _data(*pieces), [(one.number, 1) for one in pieces])

    def swell(pdf: Pdf) -> None:
        heavy = pdf.make_stream(bytes(hashlib.shake_256(b"noise").digest(12 << 20)))
        for page in list(pdf.pages)[1:]:
            for drawn in page.obj.Resources.XObject.values():
                drawn.Resources.Heavy = heavy

    _refused(_changed(path, swell), "is damaged")


# Anything at all


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A profile PDF whose objects stand in the open, so that changed bytes change them."""
    folder = tmp_path_factory.mktemp("whole")
    path = write_pdf(folder / "profile.pdf", _data(piece(2, 1), piece(3, 2)), [(2, 1), (3, 1), (3, 2)])
    with pikepdf.open(path) as pdf:
        pdf.save(folder / "open.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return (folder / "open.pdf").read_bytes()


@given(st.data())
def test_changed_bytes_are_refused_or_read_and_nothing_else(whole: bytes, data: st.DataObject) -> None:
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(changed) - 1))
        new = data.draw(st.binary(max_size=3) | st.sampled_from([b"null", b" 0 R", b"<<", b"/", b"]", b"-9999999"]))
        changed[place : place + data.draw(st.integers(0, 8))] = new
    with TemporaryDirectory() as name:
        path = Path(name) / "profile.pdf"
        path.write_bytes(changed)
        (Path(name) / "out").mkdir()
        try:
            found = read_profile_pdf(path, text_id, Path(name) / "out")
        except NotAcceptable:
            return
        assert len(found.left_out) + len(found.document.rows["evidence"]) <= 2
