"""PDFs that cannot be shown are refused, and damage or a full disk never end in anything worse."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array

from otcpd.domain.errors import DiskFull, FileMissing, OtcpdError
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.portfolio.evidence.pdf.piece import prepare_pdf
from otcpd.portfolio.evidence.pieces import Refusal, Source
from tests.portfolio.evidence import bad_pdfs as bad
from tests.portfolio.evidence import hiding_pdfs as hiding
from tests.portfolio.evidence.drafting_pdfs import (
    Build,
    changed,
    drafted,
    entries_of_page,
    save,
)
from tests.portfolio.evidence.finished_pdf import finish, prepared, told_nothing
from tests.record.mounts import small_disk

REFUSED: dict[str, tuple[Build, set[Refusal]]] = {
    "needs a password": (bad.locked, {Refusal.LOCKED}),
    "garbage after the head": (bad.garbage, {Refusal.BROKEN}),
    "cut in half": (bad.cut_in_half, {Refusal.BROKEN}),
    "only a head": (bad.only_a_head, {Refusal.BROKEN}),
    "no pages": (bad.no_pages, {Refusal.EMPTY}),
    "page tree that leads to itself": (bad.page_tree_loop, {Refusal.BROKEN, Refusal.EMPTY}),
    "a thousand pages": (bad.thousand_pages, {Refusal.TOO_LONG}),
    "page of ten kilometres": (entries_of_page(MediaBox=Array([0, 0, 3e7, 3e7])), {Refusal.TOO_LARGE}),
    "unit of a kilometre": (entries_of_page(UserUnit=2_834_645), {Refusal.TOO_LARGE}),
    "content that unpacks without end": (bad.content_bomb, {Refusal.TOO_LARGE}),
    "picture that unpacks without end": (bad.picture_bomb, {Refusal.TOO_LARGE}),
    "forms that multiply": (changed(bad.forms_without_end), {Refusal.TOO_LARGE}),
    "letters that multiply": (changed(bad.letters_without_end), {Refusal.TOO_LARGE}),
    "form made by a program": (changed(bad.dynamic_form), {Refusal.UNREADABLE}),
    "only content nobody can unpack": (changed(bad.unknown_packing), {Refusal.BROKEN}),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_shown_is_refused(case: str, tmp_path: Path) -> None:
    build, refusals = REFUSED[case]
    path = tmp_path / "evidence.pdf"
    build(path)
    piece = prepared(path)
    assert (piece.pages, piece.refusal in refusals) == ((), True), piece.refusal


def test_nothing_is_said_about_damage_on_the_way(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    changed(lambda pdf: pdf.Root.Pages.Kids.append(7))(tmp_path / "evidence.pdf")
    caplog.clear()
    assert len(prepared(tmp_path / "evidence.pdf").pages) == 1
    assert caplog.records == []


def test_a_vanished_file_is_the_machines_error(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        prepared(tmp_path / "nowhere.pdf")


def test_a_folder_that_takes_nothing_is_the_machines_error(tmp_path: Path) -> None:
    bad.standard_font(tmp_path / "evidence.pdf")
    source = Source(3, EvidenceKind.PDF, EvidenceState.READABLE, tmp_path / "evidence.pdf")
    with pytest.raises(OtcpdError):
        prepare_pdf(source, tmp_path / "nowhere", told_nothing)


@pytest.mark.small_disk
@pytest.mark.parametrize("build", [bad.standard_font, changed(bad.photo_with_place)])
def test_a_full_disk_is_the_machines_error(build: Build, tmp_path: Path) -> None:
    build(tmp_path / "evidence.pdf")
    source = Source(3, EvidenceKind.PDF, EvidenceState.READABLE, tmp_path / "evidence.pdf")
    with small_disk(tmp_path / "disk", size="4k") as disk, pytest.raises(DiskFull):
        prepare_pdf(source, disk.folder, told_nothing)


def test_a_photograph_with_a_hole_leaves_no_broken_data_in_the_profile(tmp_path: Path) -> None:
    changed(bad.photo_with_a_hole)(tmp_path / "evidence.pdf")
    piece = prepared(tmp_path / "evidence.pdf")
    assert len(piece.pages) == 1
    assert finish(piece, tmp_path / "profile.pdf").complaints() == []


DAMAGE = st.tuples(st.floats(0, 1), st.integers(0, 8), st.binary(max_size=8))
"""Where (a part of the file), how many bytes are lost there, and what is there instead."""


@given(damage=st.lists(DAMAGE, min_size=1, max_size=12))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_of_any_kind_never_raises(damage: list[tuple[float, int, bytes]], sound: bytes, tmp_path: Path) -> None:
    damaged = bytearray(sound)
    for where, lost, instead in damage:
        at = int(where * len(damaged))
        damaged[at : at + lost] = instead
    path = tmp_path / "evidence.pdf"
    path.write_bytes(bytes(damaged))
    piece = prepared(path)
    assert bool(piece.pages) != bool(piece.refusal)
    if piece.pages:
        assert finish(piece, tmp_path / "profile.pdf").complaints() == []


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A PDF of every ordinary thing, unpacked so that damage reaches all of it."""
    path = tmp_path_factory.mktemp("sound") / "sound.pdf"
    pdf = drafted("a", "b")
    for change in (hiding.words_in_marks, bad.cmyk, hiding.signed, bad.type3_font):
        change(pdf)
    save(pdf, path, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return path.read_bytes()
