"""Drafts of quick notes wait on this computer, outside the CPD file, and go with what is erased."""

from __future__ import annotations

from pathlib import Path

import pytest

from otcpd.actions import safety
from otcpd.actions.activities import new_activity
from otcpd.actions.files_coming_in import ComingIn, beside, coming, note_coming
from otcpd.actions.people import add_person
from otcpd.actions.quick_note_drafts import drop_draft, drop_draft_with, save_draft, waiting_draft
from otcpd.actions.services import Services
from otcpd.domain.errors import MachineSaidNo
from otcpd.domain.mentions import path_mentions
from otcpd.domain.quick_note import NoteDraft, Said
from otcpd.record.record import Record
from tests.actions.support import written
from tests.ports import FixedClock
from tests.ui.desk_support import services


@pytest.fixture
def given(tmp_path: Path, clock: FixedClock) -> Services:
    return services(tmp_path, clock)


@pytest.fixture
def file(given: Services, record: Record) -> Path:
    return given.draft_file(record.id)


DRAFT = NoteDraft("Half a thought", corrected=Said(minutes=20, companions=("Iain Birch",)), files=("/a/b\udce9.pdf",))


def test_a_draft_waits_and_an_empty_one_leaves_nothing(file: Path) -> None:
    assert waiting_draft(file) == NoteDraft()
    save_draft(file, DRAFT)
    assert waiting_draft(file) == DRAFT, "even names of files that are no letters"
    save_draft(file, NoteDraft("  ", corrected=Said(minutes=20)))
    assert not file.exists()
    drop_draft(file)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[" * 100_000, b'{"text": 3}'])
def test_what_cannot_be_read_is_some_draft(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert isinstance(waiting_draft(file), NoteDraft)


def test_the_place_stays_inside_the_folder_whatever_a_file_calls_itself(given: Services) -> None:
    assert given.draft_file("../../secrets").parent == given.data_folder / "drafts"


def test_where_nothing_can_be_written_it_says_so(given: Services, file: Path) -> None:
    given.data_folder.mkdir(parents=True)
    written(file.parent, "no folder")
    with pytest.raises(MachineSaidNo, match="could not keep the draft"):
        save_draft(file, DRAFT)
    drop_draft(file)


def test_a_draft_that_cannot_be_deleted_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(MachineSaidNo, match="could not be deleted"):
        drop_draft(file)


@pytest.mark.parametrize(
    ("draft", "goes"),
    [
        (NoteDraft("Talk with iain  BIRCH on rugs"), True),
        (NoteDraft("Talk", corrected=Said(companions=("Iain Birch",))), True),
        (NoteDraft("Talk", pasted="Dear Iain Birch,"), True),
        (NoteDraft("Talk with Iain Birchwood"), False),
        (NoteDraft("Iain and the birch"), False),
    ],
)
def test_erasing_a_person_takes_a_draft_that_names_her(
    record: Record, file: Path, draft: NoteDraft, goes: bool
) -> None:
    person = add_person(record, "Iain Birch").new_id
    save_draft(file, draft)
    assert safety.erase(record, person, None, "a slip", draft=file).draft is goes
    assert waiting_draft(file) == (NoteDraft() if goes else draft)


def test_erasing_an_activity_takes_a_draft_with_its_title(record: Record, file: Path) -> None:
    activity = new_activity(record, title="Visit to Iain Birch").new_id
    save_draft(file, NoteDraft("Visit to Iain Birch\nagain"))
    assert safety.erase(record, activity, "title", "a slip", draft=file).draft
    assert not file.exists()


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("Letter to Iain Birch.pdf", True),
        ("letter_to_iain-birch_2.pdf", True),
        ("Iain Birch/letter.pdf", True),
        ("Iain Birchwood.pdf", False),
        ("birch.pdf", False),
    ],
)
def test_erasing_clears_the_list_of_files_still_to_be_added(
    record: Record, file: Path, tmp_path: Path, name: str, goes: bool
) -> None:
    person = add_person(record, "Iain Birch").new_id
    other, named = ComingIn("", tmp_path / "falls.pdf"), ComingIn("", tmp_path / name)
    note_coming(beside(file), [other, named])
    assert safety.erase(record, person, None, "a slip", draft=file).coming is goes
    assert coming(beside(file)) == ([other] if goes else [other, named])


def test_the_list_goes_with_the_last_file_on_it(record: Record, file: Path, tmp_path: Path) -> None:
    activity = new_activity(record, title="Visit to Iain Birch").new_id
    note_coming(beside(file), [ComingIn(activity, tmp_path / "scan.pdf")])
    assert not safety.erase(record, activity, "title", "a slip", draft=file).coming, "only its title went"
    assert safety.erase(record, activity, None, "a slip", draft=file).coming
    assert not beside(file).exists()
    assert not safety.erase(record, activity, None, "again", draft=file).coming


def test_a_list_that_nobody_can_read_goes_whole(record: Record, file: Path) -> None:
    person = add_person(record, "Iain Birch").new_id
    file.parent.mkdir(parents=True)
    beside(file).write_text("[Iain Birch", encoding="utf-8")
    assert safety.erase(record, person, None, "a slip", draft=file).coming
    assert not beside(file).exists()


def test_a_list_that_cannot_be_cleared_is_told_and_the_draft_goes_all_the_same(record: Record, file: Path) -> None:
    person = add_person(record, "Iain Birch").new_id
    save_draft(file, NoteDraft("Iain Birch"))
    beside(file).mkdir()
    with pytest.raises(MachineSaidNo, match="could not be cleared of it"):
        safety.erase(record, person, None, "a slip", draft=file)
    assert not file.exists()


def test_erasing_takes_a_file_that_is_named_so_off_a_draft(record: Record, file: Path) -> None:
    person = add_person(record, "Iain Birch").new_id
    save_draft(file, NoteDraft("Visit", files=("/home/larch/Iain_Birch.pdf", "/home/larch/scan.pdf")))
    erased = safety.erase(record, person, None, "a slip", draft=file)
    assert (erased.draft, erased.coming) == (False, True)
    assert waiting_draft(file) == NoteDraft("Visit", files=("/home/larch/scan.pdf",)), "what was typed stays"


@pytest.mark.parametrize("word", ["home", "Users", "larch", "Desktop", "Documents", "Course"])
def test_erasing_a_common_word_leaves_files_that_merely_lie_there(record: Record, file: Path, word: str) -> None:
    activity = new_activity(record, title=word).new_id
    paths = ("/home/larch/Documents/Course/scan.pdf", r"C:\Users\larch\Desktop\Course on falls.pdf")
    draft, listed = NoteDraft("Half a thought", files=paths), [ComingIn("", Path(path)) for path in paths]
    save_draft(file, draft)
    note_coming(beside(file), listed)
    erased = safety.erase(record, activity, "title", "a slip", draft=file)
    assert (erased.draft, erased.coming) == (False, False)
    assert waiting_draft(file) == draft
    assert coming(beside(file)) == listed


@pytest.mark.parametrize(
    ("path", "name", "holds"),
    [
        ("/home/Iain Birch/scan.pdf", "Iain Birch", False),
        ("/home/larch/Iain Birch/scan.pdf", "Iain Birch", True),
        ("/media/stick/Iain_Birch/scan.pdf", "Iain Birch", True),
        ("/home/larch/Anne_Marie_Birch.pdf", "Anne-Marie Birch", True),
        ("/home/larch/birch.pdf", "Birch", True),
        ("/home/larch/Birch", "birch", True),
        ("/home/larch/Falls birch.pdf", "Birch", False),
        ("/home/larch/scan.pdf", "scan.pdf", True),
        ("/home/larch/New scan.pdf", "scan.pdf", False),
    ],
)
def test_one_word_counts_as_the_whole_name_of_a_file_only(path: str, name: str, holds: bool) -> None:
    assert path_mentions(path, (name,)) is holds


def test_short_names_count_only_by_themselves(file: Path) -> None:
    save_draft(file, NoteDraft("Ann went", corrected=Said(tags=("ot",))))
    assert not drop_draft_with(file, ("ann",))
    assert drop_draft_with(file, ("OT",))
