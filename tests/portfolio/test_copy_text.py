"""The texts for HCPC's online form."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.copy_text import CopyBlock, copy_blocks, copy_text
from tests.portfolio.samples import EILIDH, PERIOD, activity, full_profile, gap_reason, portfolio, profile

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


def by_key(content: ProfileContent) -> dict[str, CopyBlock]:
    return {block.key: block for block in copy_blocks(content)}


def test_blocks_stand_in_the_order_of_the_profile() -> None:
    assert [(one.key, one.title, one.limit) for one in copy_blocks(full_profile())] == [
        ("summary", "Part 1. Summary of recent practice", 500),
        ("list", "Part 2. CPD activities in date order", None),
        ("statement", "Part 3. Personal statement", 1500),
    ]


def test_a_text_is_what_was_written_with_plain_ends_of_lines() -> None:
    written = "First line.  \r\n\r\n  <b>Second</b> & {x}\t\rThird\u2028fourth cafe\u0301"
    block = by_key(profile(of=portfolio(statement=written)))["statement"]
    assert block.text == "First line.\n\n  <b>Second</b> & {x}\nThird\nfourth caf\u00e9"
    assert (block.words, block.characters) == (8, len(block.text))
    assert block.counts == f"8 of 1,500 words, {block.characters} characters"


def test_a_text_over_the_limit_says_how_long_it_is_and_no_more() -> None:
    block = by_key(profile(of=portfolio(statement="word " * 3179)))["statement"]
    assert block.counts == "3,179 words, 15,894 characters"


def test_each_activity_and_gap_is_a_line_of_the_list() -> None:
    block = by_key(full_profile())["list"]
    assert block.lines == (
        "1. 6 November 2025. Journal club: goal setting. Work-based. E4",
        "2. 14 January 2026. Webinar on outcomes. Formal.",
        "3. 10 to 12 March 2026. Case study: a kitchen adaptation. Work-based. E2, E3",
        "Gap, 13 March to 21 June 2026. Family or carer’s leave. I came back on 15 June.",
        "4. 22 June 2026. Catching up. Self-directed.",
        "5. 8 September 2026. Placement educator. Professional.",
    )
    assert block.text == "\n".join(block.lines)
    assert block.counts == f"{block.words} words, {block.characters} characters"


def test_an_activity_without_a_category_says_none_and_a_title_takes_one_line() -> None:
    content = profile([activity("a", date(2026, 3, 12), "Two\r\nlines ", category=None)], with_gaps=False)
    assert by_key(content)["list"].lines == ("1. 12 March 2026. Two lines.",)


def test_a_gap_without_a_reason_is_not_in_the_list() -> None:
    assert by_key(profile())["list"].text == ""


def test_an_empty_text_has_nothing_to_copy_but_the_whole_says_so() -> None:
    content = profile(with_gaps=False)
    assert [(one.text, one.words, one.characters, one.lines) for one in copy_blocks(content)] == [("", 0, 0, ())] * 3
    whole = copy_text(content)
    assert whole.count("\nNo text.\n") == 2
    assert "No activity is listed in this period." in whole
    assert "0 of 500 words, 0 characters" in whole


def test_the_whole_has_every_block_under_its_title_and_counts() -> None:
    content = full_profile()
    whole = copy_text(content)
    assert whole.startswith("CPD profile of Eilidh Rowan\nHCPC CPD profile, 1 November 2025 to 21 November 2026\n")
    place = 0
    for block in copy_blocks(content):
        for part in (block.title, block.counts, block.text):
            place = whole.index(f"\n{part}\n", place) + len(part)
    assert whole.endswith("case study.\n")


@given(summary=ANY_TEXT, title=ANY_TEXT, note=ANY_TEXT, name=ANY_TEXT)
def test_anything_typed_can_be_copied_and_is_counted_as_everywhere(
    summary: str, title: str, note: str, name: str
) -> None:
    content = profile(
        [activity("a", PERIOD.start, title)],
        of=portfolio(summary=summary),
        reasons=[gap_reason(PERIOD.start, PERIOD.end, "carer", note)],
        person=replace(EILIDH, name=name),
    )
    blocks = by_key(content)
    text = blocks["summary"].text
    assert blocks["summary"].words == content.summary.words
    assert text == unicodedata.normalize("NFC", text)
    assert all(line == line.rstrip() for line in text.split("\n"))
    assert len(blocks["list"].lines) == len(content.dated_list)
    assert "\r" not in copy_text(content).encode("utf-8").decode("utf-8")
