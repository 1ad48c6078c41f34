"""Part 2 of the profile: the block with the mixture of learning, and the dated list."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import outloud
import pikepdf
import pytest

from otcpd.domain.activity import Category
from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.pdf import fonts
from otcpd.portfolio.pdf.activities import activity_pieces
from otcpd.portfolio.pdf.pieces import Placed, divide
from otcpd.portfolio.pdf.shapes import COLOURS
from otcpd.portfolio.pdf.style import HEIGHT
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.wording import EVIDENCE_HEADING, LIST_HEADS
from otcpd.ui.theme.tokens import LIGHT
from tests.portfolio.reading import read_pdf
from tests.portfolio.samples import LABELS, PERIOD, activity, full_profile, gap_reason, portfolio, profile
from tests.portfolio.writing import write_profile_pdf

CATEGORIES = tuple(Category)


@pytest.fixture(autouse=True)
def registered_fonts() -> None:
    fonts.register()


def steady(count: int, title: str = "Journal club") -> ProfileContent:
    """So many activities, evenly over the period."""
    return profile(
        [
            activity(
                f"{place:04}",
                PERIOD.start + timedelta(days=place * (PERIOD.days - 1) // count),
                title,
                minutes=45,
                category=CATEGORIES[place % 5],
            )
            for place in range(count)
        ],
        with_gaps=False,
    )


def pages_of(content: ProfileContent) -> list[list[Placed]]:
    return divide(activity_pieces(Node("Document"), content), HEIGHT)


def rows_on(page: list[Placed]) -> list[str]:
    """The places of the activities that begin on a page."""
    return [placed.piece.place for placed in page if placed.piece.place.startswith("activity-")]


def test_the_block_is_a_table_to_a_screen_reader() -> None:
    root = Node("Document")
    activity_pieces(root, full_profile())
    block, listed = (node for node in root.walk() if node.kind == "Table")
    rows = [[(cell.kind, cell.scope) for cell in row.kids if isinstance(cell, Node)] for row in _nodes(block)]
    assert rows == [[("TH", "Column")] * 3] + [[("TH", "Row"), ("TD", ""), ("TD", "")]] * len(LABELS.categories)
    titles = [cell for row in _nodes(listed) for cell in _nodes(row) if cell.scope == "Row"]
    assert len(titles) == len(full_profile().activities)


def _nodes(node: Node) -> list[Node]:
    return [kid for kid in node.kids if isinstance(kid, Node)]


@pytest.mark.parametrize("count", [1, 2, 23, 24, 25, 26, 27, 28, 29, 30, 31, 57, 58, 59, 60, 61, 400])
def test_each_activity_is_a_place_and_no_few_of_them_stand_alone(count: int) -> None:
    pages = [rows_on(page) for page in pages_of(steady(count))]
    assert [place for page in pages for place in page] == [f"activity-{number}" for number in range(1, count + 1)]
    assert all(len(page) >= min(count, 5) for page in pages)


def test_a_page_takes_as_many_activities_as_the_picture_of_it() -> None:
    """look/profile-pdf-activities.png has 21 rows and a gap of two lines, and room for three more."""
    assert len(rows_on(pages_of(steady(24))[0])) == 24


@pytest.mark.parametrize("before", range(20, 34))
def test_a_gap_stays_with_the_activities_beside_it(before: int) -> None:
    days = [PERIOD.start + timedelta(days=day) for day in range(before)]
    later = [PERIOD.start + timedelta(days=200 + day) for day in range(12)]
    content = profile(
        [activity(f"{place:03}", day) for place, day in enumerate([*days, *later])],
        reasons=[
            gap_reason(PERIOD.start + timedelta(days=60), PERIOD.start + timedelta(days=190), "Leave", "Long. " * 60)
        ],
    )
    first_gap = content.gaps[0]
    neighbours = {f"activity-{before}", f"activity-{before + 1}"}
    assert content.dated_list[before] is first_gap
    assert any(neighbours <= set(rows_on(page)) for page in pages_of(content))


def test_checkers_find_nothing_wrong_with_a_single_activity(tmp_path: Path) -> None:
    write_profile_pdf(profile([activity("a", PERIOD.start, category=None)]), tmp_path / "profile.pdf")
    seen = outloud.check(str(tmp_path / "profile.pdf"))
    assert (seen.error, seen.errors) == (None, 0)


@pytest.mark.parametrize("words", [100, 300, 600, 1200])
def test_a_divided_row_never_leaves_one_line_alone(words: int) -> None:
    pages = pages_of(profile([activity("a", PERIOD.start, "tall " * words)], with_gaps=False))
    strips = [len([placed for placed in page if placed.piece.repeat is not None]) for page in pages]
    assert strips == [1] or min(strips) > 1


def test_print_has_the_light_colours_of_the_window() -> None:
    known = {field.name for field in fields(LIGHT)}
    for name, colour in COLOURS.items():
        light = LIGHT.categories[Category(name)].mark if name in CATEGORIES else getattr(LIGHT, name)
        assert colour == light
    assert {name for name in COLOURS if name not in CATEGORIES} <= known


def test_titles_of_what_the_statement_uses_are_bold_and_it_says_so() -> None:
    used = profile([activity("a", PERIOD.start)], of=portfolio(chosen=("a",)), with_gaps=False)
    unused = profile([activity("a", PERIOD.start)], with_gaps=False)
    for content, paragraphs in ((used, 4), (unused, 3)):
        root = Node("Document")
        activity_pieces(root, content)
        assert sum(node.kind == "P" for node in root.walk()) == paragraphs


def test_evidence_in_the_list_leads_to_where_it_is_said_more_about(tmp_path: Path) -> None:
    content = full_profile()
    write_profile_pdf(content, tmp_path / "profile.pdf")
    with pikepdf.open(tmp_path / "profile.pdf") as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        links = [(str(link.Contents), pages[link.Dest[0].objgen]) for link in pdf.pages[1].get("/Annots", [])]
    names = [f"E{number}" for row in content.activities for number in row.evidence]
    assert [name for name, _ in links] == names
    reading = read_pdf(tmp_path / "profile.pdf")
    (index,) = (mark.page for mark in reading.bookmarks if mark.title == EVIDENCE_HEADING)
    assert {page for _, page in links} == {index}
    (listed,) = (
        table for table in reading.document.find("Table") if len(table.children[0].children) == len(LIST_HEADS)
    )
    spoken = [row.children[-1].whole_text.split(",") for row in listed.children if len(row.children) > 1]
    assert [[name.strip() for name in cell if name] for cell in spoken[1:]] == [
        [f"E{number}" for number in row.evidence] for row in content.activities
    ]
