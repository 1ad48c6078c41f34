"""What the documents say, read back with other libraries than those that wrote them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from otcpd.domain.dates import long_day
from otcpd.portfolio.papers.anonymising import anonymised
from otcpd.portfolio.papers.content import PaperNote, Participant
from otcpd.portfolio.papers.paper import Paper
from otcpd.portfolio.papers.session_record import AGREED_BY_BOTH_HEADING, AGREED_HEADING
from otcpd.portfolio.papers.write import paper_as_docx, paper_as_pdf
from tests.portfolio.docx.reading import WordReading
from tests.portfolio.papers.samples import (
    DAY,
    EILIDH,
    FIONA,
    MEETING,
    agenda,
    agreement,
    manager,
    own_copy,
    session_record,
    year,
)
from tests.portfolio.reading import PdfReading, read_pdf


def printed(content: Paper, folder: Path) -> PdfReading:
    path = folder / "paper.pdf"
    path.write_bytes(paper_as_pdf(content))
    return read_pdf(path)


def table_of(reading: PdfReading, *heads: str) -> list[list[str]]:
    """The rows of the one table that has these heads."""
    (table,) = [
        one
        for one in reading.document.find("Table")
        if set(heads) <= {cell.whole_text for cell in one.find("TR")[0].children}
    ]
    return [[cell.whole_text for cell in row.children] for row in table.find("TR")[1:]]


def both(content: Paper, folder: Path) -> tuple[str, str]:
    """All words of the PDF and of the Word document, each on one line."""
    return printed(content, folder).document.whole_text, " ".join(WordReading(paper_as_docx(content)).texts)


def test_a_record_says_all_of_it_in_both_forms(tmp_path: Path) -> None:
    content = session_record()
    for words in both(content, tmp_path):
        for text in (
            "Eilidh Rowan, occupational therapist",
            "Thu 5 Nov 2026",
            "10:00 to 11:00 (1 h)",
            "Room 2, Alder House",
            *(note.heading for note in content.notes),
            "We went through two referrals.",
            content.cases,
            *content.decisions,
            *(one.text for one in content.actions),
            "Open, carried over twice",
            "Eilidh Rowan, supervisee: agreed on 6 November 2026",
            "Fiona Alder, supervisor",
        ):
            assert text in words
        assert words.index("What we talked about") < words.index("What we agreed to do") < words.index("as true")


def test_it_says_by_both_once_both_have_agreed(tmp_path: Path) -> None:
    one_of_them = session_record()
    both_of_them = replace(one_of_them, agreed=tuple(replace(line, on=DAY) for line in one_of_them.agreed))
    for content in (one_of_them, anonymised(one_of_them)):
        assert all(AGREED_BY_BOTH_HEADING not in words and AGREED_HEADING in words for words in both(content, tmp_path))
    assert all(AGREED_BY_BOTH_HEADING in words for words in both(both_of_them, tmp_path))


def test_private_texts_are_only_in_the_own_copy(tmp_path: Path) -> None:
    for words in both(own_copy(), tmp_path):
        assert "Say no." in words
        assert "My own full copy" in words
    for words in both(session_record(), tmp_path):
        assert "Only for me" not in words
        assert "Confidential" in words


def test_topics_are_parted_by_whether_they_were_talked_about(tmp_path: Path) -> None:
    words, _ = both(session_record(), tmp_path)
    left = words.index("Not talked about yet")
    assert words.index("Cover for the journal club") < left < words.index("Practice educator training")


def test_twenty_actions_run_over_pages_with_their_heads(tmp_path: Path) -> None:
    reading = printed(session_record(20), tmp_path)
    carried, new = sorted(len(one.find("TR")) - 1 for one in reading.document.find("Table"))
    assert (carried, new) == (1, 20)
    assert len(reading.pages) > 1
    assert sum("State" in page for page in reading.pages) >= 2


def test_an_agenda_asks_what_was_done_first(tmp_path: Path) -> None:
    for words in both(agenda(), tmp_path):
        assert words.index("From last time") < words.index("What I want to talk about") < words.index("My workload")
        assert "(about: Peer supervision: complex seating)" in words


def test_an_agreement_prints_what_is_open_and_a_line_for_each(tmp_path: Path) -> None:
    content = agreement(members=3)
    reading = printed(content, tmp_path)
    assert table_of(reading, "What", "What we agree") == [
        ["How often", "Every 4 to 6 weeks"],
        ["Place", "Not agreed yet"],
    ]
    assert [row[0] for row in table_of(reading, "Name", "Profession")] == [one.name for one in content.people]
    changed = [row[3] for row in table_of(reading, "No.", "What it changed")]
    assert changed == ["The first version", "How often; Place"]
    for words in both(content, tmp_path):
        signed = words[words.index("By signing we agree") :]
        assert all(one.name in signed for one in content.people)
        assert signed.count("Date") == len(content.people)
        assert long_day(content.signing[0].on or DAY) in signed


def test_a_year_tells_facts_and_no_notes(tmp_path: Path) -> None:
    content = year()
    reading = printed(content, tmp_path)
    rows = table_of(reading, "Date", "Session", "Outcome")
    assert len(rows) == len(content.sessions)
    assert rows[2][4] == "Missed by the supervisor. Duty cover"
    assert rows[3][4] == "Moved to 21 Nov 2026. Duty cover"
    assert rows[0][1:4] == ["Professional, Fiona Alder", "Yes", "1 h"]
    assert table_of(reading, "Agreement", "Agreed")[0][3:] == ["9", "8", "1", "1", "8 h 20"]
    assert table_of(reading, "Function", "Sessions")[1] == ["Skills and learning", "15"]
    (figure,) = reading.document.find("Figure")
    assert "missed in January 2026" in figure.alt
    for words in both(content, tmp_path):
        assert "22 actions: 17 done, 4 still open, 1 dropped." in words
        assert "since an OT led a session, on 29 October 2026" in words


def test_the_managers_page_has_every_month_in_its_figure_and_in_the_word_documents_table(tmp_path: Path) -> None:
    content = manager(13)
    reading = printed(content, tmp_path)
    (figure,) = reading.document.find("Figure")
    assert figure.alt.count("agreed 3 h 30") == 13
    assert "February 2024: agreed 3 h 30, planned 3 h, taken 37 min, lost 2 h 23." in figure.alt
    rows = WordReading(paper_as_docx(content)).table("Month", "Taken").rows[1:]
    assert rows[1].texts == ["February 2024", "3 h 30", "3 h", "37 min", "2 h 23"]
    assert table_of(reading, "Reason", "Time")[0] == ["Reason 0", "10 h"]
    assert table_of(reading, "Sessions", "Agreed")[0] == ["Kind 0, led by an OT", "10", "8", "2"]
    assert table_of(reading, "What", "Jan 2024")[0] == ["On my caseload", "30", "34"]


@pytest.mark.parametrize("months", [0, 1, 6, 13, 24, 36])
@pytest.mark.parametrize("long", [False, True])
def test_the_managers_page_is_one_page(months: int, long: bool, tmp_path: Path) -> None:
    reading = printed(manager(months, long=long), tmp_path)
    assert len(reading.pages) == 1
    assert "What would help" in reading.pages[0]


def test_the_managers_page_keeps_the_sums_of_what_it_leaves_out(tmp_path: Path) -> None:
    content = manager(36, long=True)
    rows = table_of(printed(content, tmp_path), "Sessions", "Agreed")
    assert sum(int(row[1]) for row in rows) == sum(one.agreed for one in content.supervision)
    assert rows[-1][0] == "Others"


def test_right_to_left_text_is_marked_so(tmp_path: Path) -> None:
    hebrew = "שלום עולם"
    content = replace(session_record(), notes=(PaperNote("Support", hebrew),))
    assert hebrew in printed(content, tmp_path).document.whole_text
    (paragraph,) = [one for one in WordReading(paper_as_docx(content)).paragraphs if one.text == hebrew]
    assert paragraph.from_right


def test_people_of_several_roles_stand_in_lines_of_their_own(tmp_path: Path) -> None:
    people = (EILIDH, FIONA, Participant("Ash Rowan", "member"), Participant("", "member", is_ot=False))
    words, _ = both(replace(session_record(), meeting=replace(MEETING, people=people)), tmp_path)
    assert "Members Ash Rowan; No name given, not an occupational therapist" in words


def test_two_people_are_told_in_full_under_the_title_of_their_agreement(tmp_path: Path) -> None:
    for words in both(agreement(), tmp_path):
        assert "Eilidh Rowan, occupational therapist, OT000123, Rowan Council" in words
        assert "Who agrees" not in words
