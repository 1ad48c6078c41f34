"""Places that an export must not or cannot write to are refused before anything is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from otcpd.actions.profile_plan import ProfilePlan
from otcpd.actions.profile_targets import check_targets
from otcpd.domain.errors import MachineSaidNo, NotAcceptable
from otcpd.record.record import Record
from tests.actions.support import refused


def moved(plan: ProfilePlan, what: str, place: Path) -> ProfilePlan:
    """The same plan with one thing at another place."""
    wanted = {"out": plan.out, "docx": plan.docx, "originals": plan.originals, "copy_text": plan.copy_text, what: place}
    out = wanted["out"]
    assert out is not None
    return ProfilePlan(out, docx=wanted["docx"], originals=wanted["originals"], copy_text=wanted["copy_text"])


@pytest.fixture
def plan(tmp_path: Path) -> ProfilePlan:
    """Everything is wanted."""
    return ProfilePlan(
        tmp_path / "profile.pdf",
        docx=tmp_path / "profile.docx",
        originals=tmp_path / "evidence",
        copy_text=tmp_path / "profile.txt",
    )


def test_places_of_their_own_are_fine_whether_taken_or_not(record: Record, plan: ProfilePlan, tmp_path: Path) -> None:
    check_targets(record, plan)
    for name in ("profile.pdf", "profile.docx", "profile.txt"):
        (tmp_path / name).touch()
    (tmp_path / "evidence").mkdir()
    check_targets(record, plan)
    check_targets(record, moved(plan, "originals", tmp_path / "evidence.zip"))
    check_targets(record, ProfilePlan(tmp_path / "profile.pdf"))


@pytest.mark.parametrize("what", ["out", "docx", "originals", "copy_text"])
def test_the_cpd_file_itself_is_refused(record: Record, plan: ProfilePlan, what: str, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.hardlink_to(record.path)
    for place in (record.path, link):
        with refused(record, NotAcceptable, "is your CPD file itself."):
            check_targets(record, moved(plan, what, place))


@pytest.mark.parametrize("what", ["docx", "originals", "copy_text"])
def test_no_two_may_be_the_same(record: Record, plan: ProfilePlan, what: str, tmp_path: Path) -> None:
    (tmp_path / "here").symlink_to(tmp_path)
    for place in ("profile.pdf", "PROFILE.PDF", "here/profile.pdf"):
        with refused(record, NotAcceptable, "is asked for twice."):
            check_targets(record, moved(plan, what, tmp_path / place))


@pytest.mark.parametrize("what", ["out", "docx", "copy_text"])
def test_a_folder_is_no_file(record: Record, plan: ProfilePlan, what: str, tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    with refused(record, NotAcceptable, "‘folder.pdf’ is a folder. Nothing was written."):
        check_targets(record, moved(plan, what, tmp_path / "folder.pdf"))


def test_evidence_goes_into_a_folder_or_a_zip(record: Record, plan: ProfilePlan, tmp_path: Path) -> None:
    (tmp_path / "evidence").touch()
    with refused(record, NotAcceptable, "‘evidence’ is a file, and the evidence goes into a folder."):
        check_targets(record, plan)
    (tmp_path / "evidence.zip").mkdir()
    with refused(record, NotAcceptable, "‘evidence.zip’ is a folder."):
        check_targets(record, moved(plan, "originals", tmp_path / "evidence.zip"))


@pytest.mark.parametrize("what", ["out", "docx", "originals", "copy_text"])
def test_the_folder_has_to_be_there(record: Record, plan: ProfilePlan, what: str, tmp_path: Path) -> None:
    with refused(record, MachineSaidNo, "‘profile’ was not saved. Its folder is not there."):
        check_targets(record, moved(plan, what, tmp_path / "gone" / "profile"))
    with refused(record, MachineSaidNo):
        check_targets(record, moved(plan, what, tmp_path / ("x" * 5000) / "profile"))
