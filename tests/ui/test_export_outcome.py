"""What is told of an export that is done: files, what is missing and why, what to do next."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.actions.profile import profile_content
from otcpd.actions.profile_plan import ListedOnly, ProfileMade
from otcpd.portfolio.content import EvidenceRow, LeftOut, ProfileContent
from otcpd.portfolio.evidence.pieces import Refusal
from otcpd.portfolio.left_out import left_out_lines
from otcpd.ui.export.outcome import Section, letter_in_words, next_steps, to_act_on, to_know, to_note, where
from tests.ports import FixedClock
from tests.ui.desk_support import filled_record


@pytest.fixture
def content(tmp_path: Path, clock: FixedClock) -> Iterator[ProfileContent]:
    with filled_record(tmp_path / "my.otcpd", clock) as record:
        yield profile_content(record)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    path = tmp_path / "profile.pdf"
    path.write_bytes(bytes(2_140_000))
    return path


def acted_on(made: ProfileMade, place: Path) -> dict[str, Section]:
    return {section.title: section for section in to_act_on(made, place)}


def known(made: ProfileMade, place: Path) -> dict[str, Section]:
    return {section.title: section for section in to_know(made, place)}


def steps(made: ProfileMade) -> list[str]:
    return [step.text for step in next_steps(made)]


def test_one_pdf_alone_is_told_in_a_sentence(content: ProfileContent, out: Path) -> None:
    made = ProfileMade(content, (out,))
    assert where(made) == f"‘profile.pdf’ in {out.parent} (2.1\N{NO-BREAK SPACE}MB)."
    assert to_note(made) == ""
    assert acted_on(made, out) == {}
    found = known(made, out)
    assert list(found) == ["What is not in this profile"]
    assert found["What is not in this profile"].lines == left_out_lines(content, ())


def test_the_next_steps_go_from_the_pdf_to_hcpc_s_form(content: ProfileContent, out: Path) -> None:
    made = ProfileMade(content, (out,))
    assert steps(made) == [
        "Open it and read it through once as an assessor would.",
        "When HCPC asks for your profile, sign in to your HCPC account and open the CPD form.",
        "Paste your summary and your statement there.",
        "If the form takes files, this PDF holds your dated list. Check which kinds and sizes it accepts.",
    ]
    assert [step.copies for step in next_steps(made)] == [(), (), ("summary", "statement"), ()]
    with_proof = replace(content, evidence=(*content.evidence, EvidenceRow(2, "Proof", "PDF", 10, (1,), "id2")))
    assert "holds your dated list and all your evidence." in steps(ProfileMade(with_proof, (out,)))[3]
    listed = (ListedOnly(2, "Proof", Refusal.LOCKED),)
    assert "your evidence, but for what is named below." in steps(ProfileMade(with_proof, (out,), (), listed))[3]


@pytest.mark.parametrize(("number", "said"), [(2, "both files"), (3, "all three files"), (12, "all 12 files")])
def test_all_files_belong_together(content: ProfileContent, out: Path, number: int, said: str) -> None:
    told = steps(ProfileMade(content, (out,) * number))
    assert told[0] == f"Open {said} and read them through once as an assessor would."
    assert told[3].startswith(f"If the form takes files, hand over {said}: together they hold your dated list.")


def test_every_file_is_named_with_its_size(content: ProfileContent, out: Path) -> None:
    word, folder = out.with_suffix(".docx"), out.with_name("profile evidence")
    word.write_bytes(bytes(120_000))
    folder.mkdir()
    lines = known(ProfileMade(content, (out,), (word, folder)), out)["What was made"].lines
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines] == [
        "‘profile.pdf’, 2.1 MB",
        "‘profile.docx’, the Word copy, 120 KB",
        "‘profile evidence’, a folder with your evidence as files",
    ]


def test_a_name_with_a_number_is_explained(content: ProfileContent, out: Path) -> None:
    word, archive = out.with_name("profile 2.docx"), out.with_name("profile evidence 3.zip")
    for path in (word, archive):
        path.write_bytes(bytes(1_000))
    _, told, also = known(ProfileMade(content, (out,), (word, archive)), out)["What was made"].lines
    assert told.endswith(". There was a ‘profile.docx’ already, which is as it was")
    assert also.endswith(". There was a ‘profile evidence.zip’ already, which is as it was")


def test_parts_are_counted_and_to_be_kept_together(content: ProfileContent, out: Path) -> None:
    parts = tuple(out.with_name(f"profile, part {number} of 3.pdf") for number in (1, 2, 3))
    for part in parts:
        part.write_bytes(bytes(9_000_000))
    made = ProfileMade(content, parts, too_large=parts[2:])
    assert where(made) == f"Three parts in {out.parent} (27.0\N{NO-BREAK SPACE}MB together)."
    assert len(known(made, out)["What was made"].lines) == 3
    assert acted_on(made, out)["Larger than you wanted"].lines == (
        "‘profile, part 3 of 3.pdf’, 9.0\N{NO-BREAK SPACE}MB",
    )
    assert to_note(made) == "One part is larger than your limit."


def test_files_of_an_earlier_export_are_told(content: ProfileContent, out: Path) -> None:
    parts = tuple(out.with_name(f"profile, part {number} of 2.pdf") for number in (1, 2))
    stale = out.with_name("profile, part 3 of 3.pdf")
    for path in (*parts, stale, out.with_name("profile of a friend.pdf")):
        path.write_bytes(bytes(1_000_000))
    size = "1.0\N{NO-BREAK SPACE}MB"
    assert acted_on(ProfileMade(content, parts), out)["Older files beside it"].lines == (
        f"‘profile, part 3 of 3.pdf’, {size}",
        "‘profile.pdf’, 2.1\N{NO-BREAK SPACE}MB",
    )
    assert len(acted_on(ProfileMade(content, (out,)), out)["Older files beside it"].lines) == 3


def test_what_is_only_listed_has_a_reason_and_a_way_out(content: ProfileContent, out: Path) -> None:
    rows = tuple(EvidenceRow(number, f"Proof {number}", "PDF", 10, (1,), f"id{number}") for number in (2, 3, 4))
    content = replace(content, evidence=(*content.evidence, *rows))
    listed = (ListedOnly(2, "Proof 2", Refusal.LOCKED), ListedOnly(3, "", Refusal.UNKNOWN))
    made = ProfileMade(content, (out,), listed_only=listed, with_details=(4,))
    assert acted_on(made, out)["Listed, but not shown as pages"].lines == (
        "E2, Proof 2. Locked with a password. Save it as a PDF without a password and attach that.",
        "E3. A kind of file that cannot be made into pages. Open it, save it as a PDF and attach that.",
    )
    assert known(made, out)["Files that may carry hidden details"].lines == ("E4, Proof 4",)
    assert to_note(made) == (
        "Two pieces of evidence are listed but not shown as pages. One file beside it may carry hidden details."
    )


def test_copies_that_say_too_much_or_are_missing_are_told(content: ProfileContent, out: Path) -> None:
    rows = tuple(EvidenceRow(number, f"Proof {number}", "PDF", 10, (1,), f"id{number}") for number in (2, 3))
    made = ProfileMade(replace(content, evidence=rows), (out,), not_blacked_out=(2,), not_copied=(3,))
    told = acted_on(made, out)
    assert told["Marked to be blacked out, and still readable"].lines == ("E2, Proof 2",)
    assert told["Not among the separate files"].lines == ("E3, Proof 3",)


def test_every_kind_of_refusal_is_told(content: ProfileContent, out: Path) -> None:
    listed = tuple(ListedOnly(number, "Proof", reason) for number, reason in enumerate(Refusal, start=2))
    lines = acted_on(ProfileMade(content, (out,), listed_only=listed), out)["Listed, but not shown as pages"].lines
    assert len(set(lines)) == len(Refusal)


def test_letters_without_a_shape_are_named(content: ProfileContent, out: Path) -> None:
    made = ProfileMade(content, (out,), inexact=("\N{CUNEIFORM SIGN A}", "\ue000", "\N{CUNEIFORM SIGN A}"))
    assert acted_on(made, out)["Printed as a box"].lines == (
        "‘\N{FIRST STRONG ISOLATE}\N{CUNEIFORM SIGN A}\N{POP DIRECTIONAL ISOLATE}’, cuneiform sign a (U+12000)",
        "a character without a name (U+E000)",
    )
    assert "printed as a box" in to_note(made)


def test_a_mark_is_shown_on_a_circle() -> None:
    assert "\N{DOTTED CIRCLE}\N{COMBINING ACUTE ACCENT}" in letter_in_words("\N{COMBINING ACUTE ACCENT}")


@given(st.characters(codec="utf-8"))
def test_any_letter_can_be_told(letter: str) -> None:
    said = letter_in_words(letter)
    assert f"U+{ord(letter):04X}" in said
    assert not [one for one in said if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")]


def test_a_file_that_went_away_has_no_size(content: ProfileContent, out: Path) -> None:
    out.unlink()
    assert where(ProfileMade(content, (out,))) == f"‘profile.pdf’ in {out.parent}."


def test_nothing_left_out_takes_no_room(content: ProfileContent, out: Path) -> None:
    made = ProfileMade(replace(content, left_out=LeftOut()), (out,))
    assert known(made, out) == acted_on(made, out) == {}
