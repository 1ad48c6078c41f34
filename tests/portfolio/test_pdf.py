"""The profile PDF, read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest

from otcpd.domain.dates import long_day
from otcpd.portfolio.content import ProfileContent
from tests.portfolio.reading import PdfReading, read_pdf
from tests.portfolio.samples import (
    EILIDH,
    PERIOD,
    activity,
    evidence,
    full_profile,
    gap_reason,
    portfolio,
    profile,
)
from tests.portfolio.writing import write_profile_pdf

MARKUP = "<b>bold</b> & {x} %s %(a)d <para>a</para> &amp; $HOME \\n {{0}} <br/>"

STRANGE = "\x00\x07 \ud800 😀🏳️‍🌈 שלום 漢字 \u200b\u00ad\ufeff\u202e a\u0301 Ελλάς Привет"


def written(content: ProfileContent, folder: Path) -> PdfReading:
    path = folder / "profile.pdf"
    write_profile_pdf(content, path)
    return read_pdf(path)


def crowd(count: int) -> ProfileContent:
    """A profile of very many activities, some with titles over several lines."""
    days = PERIOD.days - 1
    return profile(
        [
            activity(
                f"{place:04}",
                PERIOD.start + timedelta(days=place * days // count),
                f"Activity number {place} " + "with many words " * (place % 9),
                minutes=place,
                evidence=("x",) if place % 7 == 0 else (),
            )
            for place in range(count)
        ],
        files=[evidence("x", "One certificate for many")],
    )


CASES = {
    "full": full_profile(),
    "empty": profile(person=replace(EILIDH, name="", registration=""), with_gaps=False),
    "four hundred activities": crowd(400),
    "long statement": profile(of=portfolio(statement=" ".join(f"word{place}" for place in range(3000)))),
    "markup": profile(
        [activity("a", date(2026, 3, 12), MARKUP, evidence=("x",))],
        files=[evidence("x", MARKUP)],
        of=portfolio(summary=MARKUP, statement=MARKUP, chosen=("a",)),
        person=replace(EILIDH, name="A & B <i>Rowan</i>"),
        reasons=[gap_reason(PERIOD.start, PERIOD.end, MARKUP, MARKUP)],
    ),
    "rows taller than a page": profile(
        [activity("a", date(2026, 3, 12), "W" * 4000), activity("b", date(2026, 3, 13), "tall " * 2000)],
        reasons=[gap_reason(PERIOD.start, PERIOD.end, "Long", "story " * 3000)],
    ),
    "strange characters": profile(
        [activity("a", date(2026, 3, 12), STRANGE)],
        of=portfolio(summary="漢" * 900, statement="one\r\ntwo\x0bthree\u2028four\tfive"),
    ),
}
PLAIN_CASES = [name for name in CASES if name != "strange characters"]


@pytest.mark.parametrize("case", CASES)
def test_checkers_find_nothing_wrong(case: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    write_profile_pdf(CASES[case], path)
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
    seen = outloud.check(str(path))
    assert (seen.error, seen.errors) == (None, 0)
    assert [found for found in pdfua.validate(str(path)).findings if found.severity is pdfua.Severity.ERROR] == []


@pytest.mark.parametrize("case", CASES)
def test_everything_is_tagged_or_an_artifact_and_every_font_is_embedded(case: str, tmp_path: Path) -> None:
    reading = written(CASES[case], tmp_path)
    assert reading.unmarked == 0
    assert reading.embedded
    assert all(reading.embedded.values())


def _row_texts(reading: PdfReading, *heads: str) -> list[list[str]]:
    """The rows of the one table whose heads include `heads`, without the heads."""
    (table,) = [
        table
        for table in reading.document.find("Table")
        if set(heads) <= {cell.whole_text for cell in table.find("TR")[0].children}
    ]
    return [[cell.whole_text for cell in row.children] for row in table.find("TR")[1:]]


def _solid(text: str) -> str:
    """Text without its spaces, for words cut over lines."""
    return "".join(text.split())


@pytest.mark.parametrize("case", PLAIN_CASES)
def test_structure_says_what_the_content_says(case: str, tmp_path: Path) -> None:
    content = CASES[case]
    reading = written(content, tmp_path)
    spoken = reading.document.whole_text
    place = 0
    for text in (content.summary.text, content.statement.text):
        for paragraph in filter(None, (" ".join(line.split()) for line in text.splitlines())):
            place = spoken.index(paragraph, place) + len(paragraph)
    if content.activities:
        rows = _row_texts(reading, "Category", "Evidence")
        assert len(rows) == len(content.dated_list)
        listed = [row for row in rows if len(row) > 1]
        assert [(row[0], _solid(row[2])) for row in listed] == [
            (str(row.number), _solid(row.title)) for row in content.activities
        ]
    index = _row_texts(reading, "Supports")
    assert [(row[0], row[1]) for row in index] == [(f"E{row.number}", row.caption) for row in content.evidence]
    standards = _row_texts(reading, "Where it is shown")
    assert [row[2] for row in standards] == [row.shown_by for row in content.standards]


def test_gap_rows_span_the_table_and_give_the_reason(tmp_path: Path) -> None:
    reading = written(full_profile(), tmp_path)
    (gap,) = [cell for cell in reading.document.find("TD") if cell.columns == 6]
    assert gap.text == "Gap, 13 March to 21 June 2026. Family or carer’s leave. I came back on 15 June."


def test_an_unexplained_gap_says_its_days_alone(tmp_path: Path) -> None:
    reading = written(profile([activity("a", PERIOD.start)]), tmp_path)
    (gap,) = [cell for cell in reading.document.find("TD") if cell.columns == 6]
    assert gap.spelled == "Gap, 2 November 2025 to 21 November 2026."


def test_several_reasons_each_have_their_days(tmp_path: Path) -> None:
    reasons = [
        gap_reason(PERIOD.start, date(2026, 1, 31), "Illness"),
        replace(gap_reason(date(2026, 2, 1), PERIOD.end, "carer", "Back soon"), id="reason-2"),
    ]
    reading = written(profile(reasons=reasons), tmp_path)
    ((gap,),) = _row_texts(reading, "Time without CPD")
    assert gap.endswith(
        "Illness (1 November 2025 to 31 January 2026). Family or carer’s leave (1 February to 21 November). Back soon."
    )


def test_headings_and_bookmarks_agree(tmp_path: Path) -> None:
    reading = written(full_profile(), tmp_path)
    headings = [one.text for kind in ("H1", "H2") for one in reading.document.find(kind)]
    assert headings == [
        "CPD profile",
        "Part 1. Summary of recent practice",
        "In this profile",
        "Part 2. CPD activities in date order",
        "Part 3. Personal statement",
        "Part 4. Evidence",
        "Where the five standards are shown",
        "Declaration that this is my own work",
        "What is not in this profile",
    ]
    assert [one.title for one in reading.bookmarks] == headings
    assert [one.level for one in reading.bookmarks] == [0] + [1] * 8
    for bookmark in reading.bookmarks:
        assert bookmark.title in reading.pages[bookmark.page - 1]


def test_table_of_contents_names_the_right_pages(tmp_path: Path) -> None:
    reading = written(crowd(400), tmp_path)
    pages = {one.title.split(". ")[-1]: one.page for one in reading.bookmarks}
    entries = [one.find("P")[0].text.rsplit(" ", 1) for one in reading.document.find("TOCI")]
    assert [int(number) for _, number in entries] == [
        pages["Summary of recent practice"],
        pages["CPD activities in date order"],
        pages["Personal statement"],
        pages["Evidence"],
        pages["Where the five standards are shown"],
        pages["Declaration that this is my own work"],
        pages["What is not in this profile"],
    ]


def test_word_counts_stand_beside_their_parts(tmp_path: Path) -> None:
    spoken = written(CASES["long statement"], tmp_path).document.whole_text
    assert "Part 1. Summary of recent practice 0 of 500 words" in spoken
    assert "Part 3. Personal statement 3,000 words" in spoken
    assert "1,500" not in spoken, "the program warns of a text that is too long, and the profile does not"


def test_each_page_has_its_footer_and_nobody_reads_it_out(tmp_path: Path) -> None:
    reading = written(crowd(400), tmp_path)
    count = len(reading.pages)
    assert count > 10
    for number, page in enumerate(reading.pages, start=1):
        assert f"Page {number} of {count}" in page
        assert "Eilidh Rowan, OT000123" in page
        assert f"HCPC CPD profile, {long_day(PERIOD.start)} to {long_day(PERIOD.end)}" in page
    assert f"of {count}" not in reading.document.whole_text


def test_table_heads_are_on_each_page_but_read_once(tmp_path: Path) -> None:
    reading = written(crowd(400), tmp_path)
    last = next(one.page for one in reading.bookmarks if one.title.startswith("Part 3"))
    assert all("Evidence" in page and "Activity" in page for page in reading.pages[1 : last - 1])
    heads = [one.text for one in reading.document.find("TH") if one.scope == "Column"]
    assert heads.count("Time") == 2  # the totals and the list


def test_language_title_and_page_labels_are_set(tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    write_profile_pdf(full_profile(), path)
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo.Title) == "CPD profile of Eilidh Rowan"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)
        assert pdf.Root.PageLabels.Nums[1].S == pikepdf.Name.D


def test_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    write_profile_pdf(full_profile(), first)
    write_profile_pdf(crowd(3), second)
    write_profile_pdf(full_profile(), second)
    assert first.read_bytes() == second.read_bytes()


def test_characters_of_all_kinds_stay_themselves(tmp_path: Path) -> None:
    reading = written(CASES["strange characters"], tmp_path)
    title = _row_texts(reading, "Category", "Evidence")[1][2]
    assert title == "\ufffd 😀🏳️\u200d🌈 שלום 漢字 á Ελλάς Привет"
    assert [one.text for one in reading.document.find("P") if one.text in {"one", "two", "three", "four five"}] == [
        "one",
        "two",
        "three",
        "four five",
    ]


def test_progress_ends_complete(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []

    def told(done: int, total: int, words: str) -> None:
        steps.append((done, total))

    write_profile_pdf(crowd(60), tmp_path / "profile.pdf", progress=told)
    totals = {total for _, total in steps}
    assert len(totals) == 1
    counts = [done for done, _ in steps]
    assert counts == sorted(counts)
    assert counts[-1] == totals.pop()
