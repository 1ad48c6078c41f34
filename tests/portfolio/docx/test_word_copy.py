"""What the Word copy of a profile says, read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.portfolio.docx.characters import lines, one_line
from otcpd.portfolio.docx.write import profile_docx
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal
from otcpd.portfolio.left_out import left_out_lines
from tests.portfolio.docx.cases import CASES, MARKUP
from tests.portfolio.docx.reading import WordReading
from tests.portfolio.samples import EILIDH, PERIOD, activity, evidence, full_profile, gap_reason, portfolio, profile

HEADINGS = [
    "Part 1. Summary of recent practice",
    "In this profile",
    "Part 2. CPD activities in date order",
    "Part 3. Personal statement",
    "Part 4. Evidence",
    "Where the five standards are shown",
    "Declaration that this is my own work",
    "What is not in this profile",
]


@pytest.fixture(scope="module")
def full() -> WordReading:
    return WordReading(profile_docx(full_profile()))


@pytest.mark.parametrize("case", CASES)
def test_the_copy_says_what_the_content_says(case: str) -> None:
    content = CASES[case]
    reading = WordReading(profile_docx(content))
    assert reading.styled("Title") == ["CPD profile"]
    assert reading.styled("Heading1") == HEADINGS
    every = list(reading.texts)
    place = 0
    for text in (*lines(content.summary.text), *lines(content.statement.text)):
        place = every.index(text, place) + 1
    if content.activities:
        rows = reading.table("Category", "Evidence").rows[1:]
        assert len(rows) == len(content.dated_list)
        listed = [row.texts for row in rows if len(row.cells) > 1]
        assert [(row[0], row[2], row[3]) for row in listed] == [
            (str(row.number), one_line(row.title), row.category) for row in content.activities
        ]
    index = reading.table("Supports").rows[1:]
    assert [row.texts[:3] for row in index] == [
        [f"E{row.number}", one_line(row.caption), row.kind] for row in content.evidence
    ]
    standards = reading.table("Where it is shown").rows[1:]
    assert [row.texts for row in standards] == [[row.number, row.label, row.shown_by] for row in content.standards]


def test_the_cover_names_everything_that_is_known(full: WordReading) -> None:
    assert [row.texts for row in full.tables[0].rows] == [
        ["Name", "Eilidh Rowan"],
        ["Profession", "Occupational therapist"],
        ["HCPC number", "OT000123"],
        ["From", "1 November 2025"],
        ["To", "21 November 2026"],
        ["Prepared", "21 November 2026"],
    ]


def test_the_mixture_is_a_table_and_figures(full: WordReading) -> None:
    rows = [row.texts for row in full.table("Category", "Activities").rows]
    assert rows[:3] == [["Category", "Activities", "Time"], ["Work-based", "2", "4 h"], ["Professional", "1", "1 h 15"]]
    assert full.styled("ProfileFigure") == ["5 activities"]
    assert "of four categories, over 11 months, 6 h 45 in all" in full.styled("ProfileNote")
    assert "Bold: used in the statement, part 3" in full.styled("ProfileNote")


def test_rows_say_date_type_time_and_evidence_and_chosen_ones_are_strong(full: WordReading) -> None:
    rows = full.table("Category", "Evidence").rows
    assert rows[0].texts == ["No.", "Date", "Activity", "Category", "Time", "Evidence"]
    assert rows[3].texts == [
        "3", "10 to 12 Mar 2026", "Case study: a kitchen adaptation", "Work-based", "3 h", "E2, E3"
    ]  # fmt: skip
    assert [cell.strong for cell in rows[3].cells] == ["", "", "Case study: a kitchen adaptation", "", "", ""]
    assert not any(cell.strong for cell in rows[2].cells)


def test_a_gap_is_one_cell_across_the_table_with_its_reason(full: WordReading) -> None:
    (gap,) = [row.cells for row in full.table("Category", "Evidence").rows if len(row.cells) == 1]
    assert gap[0].columns == 6
    assert gap[0].text == "Gap, 13 March to 21 June 2026. Family or carer’s leave. I came back on 15 June."
    assert gap[0].strong == "Gap, 13 March to 21 June 2026."


def test_a_list_of_gaps_alone_has_one_head() -> None:
    reading = WordReading(profile_docx(CASES["only gaps"]))
    table = reading.table("Time without CPD")
    assert [row.texts for row in table.rows] == [
        ["Time without CPD"],
        ["Gap, 1 November 2025 to 21 November 2026."],
    ]
    assert "No activity is listed in this period." in reading.styled("ProfileLead")


def test_the_statement_says_how_long_it_is_and_what_it_rests_on(full: WordReading) -> None:
    assert "10 of 1,500 words" in full.styled("ProfileNote")
    assert full.styled("Heading2") == ["Activities that this statement rests on"]
    (table,) = [one for one in full.tables if one.caption == "Activities that this statement rests on"]
    assert [row.texts for row in table.rows[1:]] == [
        ["3", "10 to 12 Mar 2026", "Case study: a kitchen adaptation", "E2, E3"],
        ["1", "6 Nov 2025", "Journal club: goal setting", "E4"],
    ]


def test_a_heading_in_the_statement_is_a_heading() -> None:
    text = "What I did\nI went to see a kitchen, and then another one.\nno heading\nThe end."
    reading = WordReading(profile_docx(profile(of=portfolio(statement=text))))
    assert reading.styled("Heading2") == ["What I did"]


def test_the_declaration_is_a_list_with_room_for_a_signature(full: WordReading) -> None:
    declaration = full_profile().declaration
    assert declaration[0] in full.styled("Normal")
    assert full.styled("ListBullet")[:3] == list(declaration[1:])
    assert full.styled("ProfileSignature") == ["Signed \t\tDate \t"]


def test_an_empty_profile_says_what_is_not_there() -> None:
    reading = WordReading(profile_docx(CASES["empty"]))
    assert reading.styled("ProfileLead").count("No text.") == 2
    assert ["Name", "Not given"] in [row.texts for row in reading.tables[0].rows]
    assert reading.paragraphs[-1].text == "Nothing was left out."


def test_the_last_section_counts_what_was_left_out() -> None:
    content = full_profile()
    pieces = (PreparedPiece(2, refusal=Refusal.LOCKED), PreparedPiece(3))
    sentences = left_out_lines(content, pieces)
    assert len(sentences) > 1
    reading = WordReading(profile_docx(content, pieces))
    assert [one.text for one in reading.paragraphs[-len(sentences) :]] == list(sentences)


def test_evidence_is_listed_and_its_pages_are_said_to_be_elsewhere(full: WordReading) -> None:
    rows = [row.texts for row in full.table("Supports").rows[1:]]
    assert rows[0] == ["E1", "Dated list of CPD activities", "Dated list", "Standards 1 and 2"]
    assert rows[1] == ["E2", "Case study", "PDF document", "Activity 3"]
    assert any("not in this Word copy" in text for text in full.styled("ProfileLead"))


def test_a_piece_without_pages_says_why() -> None:
    reading = WordReading(profile_docx(full_profile(), (PreparedPiece(2, refusal=Refusal.LOCKED), PreparedPiece(3))))
    assert [row.texts[1] for row in reading.table("Supports").rows[2:4]] == [
        "Case study. Not shown as pages: locked with a password.",
        "Evidence E3",
    ]


def test_markup_is_literal() -> None:
    reading = WordReading(profile_docx(CASES["markup"]))
    assert [row.texts[1] for row in reading.tables[0].rows[:4]] == [MARKUP] * 4
    assert reading.properties["creator"] == MARKUP


FORBIDDEN = {*range(0x20), 0xFFFE, 0xFFFF} - {0x09}
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


def expected(text: str) -> str:
    """What is left of a text of one line: all but ends of lines, which are spaces, and what XML forbids."""
    spaced = " ".join(text.splitlines())
    whole = spaced.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(letter for letter in whole if ord(letter) not in FORBIDDEN).strip()


@given(st.lists(ANY_TEXT, min_size=9, max_size=9))
def test_anything_typed_comes_back(texts: list[str]) -> None:
    name, profession, number, title, kind, caption, summary, statement, note = texts
    content = profile(
        [activity("a", PERIOD.start, title, type=kind, evidence=("x",))],
        files=[evidence("x", caption)],
        of=portfolio(summary=summary, statement=statement, chosen=("a",)),
        person=replace(EILIDH, name=name, profession=profession, registration=number),
        reasons=[gap_reason(PERIOD.start, PERIOD.end, "carer", note)],
    )
    reading = WordReading(profile_docx(content))
    row = content.activities[0]
    assert reading.table("Category", "Evidence").rows[1].texts[2] == expected(row.title)
    assert reading.table("Supports").rows[2].texts[1] == expected(content.evidence[1].caption)
    facts = dict(row.texts for row in reading.tables[0].rows)
    assert facts["Name"] == (expected(content.cover.name) if content.cover.name.strip() else "Not given")
    every = list(reading.texts)
    for text in (summary, statement):
        for line in filter(None, map(expected, text.splitlines())):
            assert line in every
    said = content.gaps[0].reasons[0].note
    assert expected(said) in reading.table("Category", "Evidence").rows[2].texts[0]


def test_what_runs_from_right_to_left_is_marked_and_reads_in_order() -> None:
    hebrew, mixed = "שלום עולם, Word 2026 ועוד.", "English and שלום (2) עולם inside."
    content = profile(
        [activity("a", date(2026, 3, 12), hebrew, evidence=("x",))],
        files=[evidence("x", "مرحبا")],
        of=portfolio(statement=f"{hebrew}\n{mixed}"),
    )
    reading = WordReading(profile_docx(content))
    first, second = [one for one in reading.paragraphs if one.text in (hebrew, mixed)]
    assert (first.from_right, first.right_runs) == (True, ("שלום עולם, ", " 2026 ועוד."))
    assert (second.from_right, second.right_runs) == (False, ("שלום (2) עולם",))
    assert sum(one.from_right for one in reading.paragraphs) == 1
