"""The page of figures and stories: who and what is on it, and what is to be decided on before it leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest

from otcpd.actions.activities import set_layer
from otcpd.actions.pathway.impact_paper import (
    MEASURE,
    STORY,
    THEME,
    Wanted,
    impact_content,
    impact_page,
    last_months,
    say_page_fine,
    themes_there,
)
from otcpd.actions.pathway.impacts import add_measure, edit_impact, new_impact
from otcpd.actions.people import add_person
from otcpd.actions.supervision.papers import paper_name, write_paper
from otcpd.actions.undoing import undo
from otcpd.domain.impact import Better
from otcpd.domain.impact_figures import NO_THEME
from otcpd.domain.layers import Layer
from otcpd.portfolio.papers.impact import impact_layouts
from otcpd.portfolio.papers.impact_content import ImpactPaper
from otcpd.portfolio.papers.write import paper_as_docx, paper_as_pdf
from otcpd.record.record import Record

STORY_TEXT = "A man in his eighties can wash on his own again. We told Mrs Larch, CHI 1904851231."


@pytest.fixture
def impact(record: Record) -> str:
    """A chain with a measure and a story in which two wordings point to somebody."""
    made = new_impact(record, theme="Falls", title="Rails", people=3, story=STORY_TEXT).created[0]
    add_measure(record, made, "Wait", unit="days", better=Better.LOWER, before=Decimal(14), after=Decimal(9))
    return made


@pytest.fixture
def wanted(record: Record) -> Wanted:
    return Wanted(last_months(record.clock.today()))


class TestDeciding:
    def test_everything_that_points_to_somebody_is_listed(self, record: Record, impact: str, wanted: Wanted) -> None:
        page = impact_page(record, wanted)
        assert [(one.which, one.words.text) for one in page.pointing] == [
            (STORY, "Mrs Larch"),
            (STORY, "1904851231"),
        ]
        assert page.content.roll.stories[0].text == STORY_TEXT, "nothing is changed"

    def test_a_decision_is_kept_and_can_be_taken_back(self, record: Record, impact: str, wanted: Wanted) -> None:
        for one in impact_page(record, wanted).pointing:
            say_page_fine(record, one)
        assert impact_page(record, wanted).pointing == ()
        undo(record)
        assert len(impact_page(record, wanted).pointing) == 1

    def test_people_of_the_file_are_caught_without_a_title(self, record: Record, impact: str, wanted: Wanted) -> None:
        add_person(record, "Fiona Alder")
        edit_impact(record, impact, "story", "fiona alder and I, Eilidh, tried it.")
        edit_impact(record, impact, "theme", "Alder’s patch")
        found = impact_page(record, wanted).pointing
        assert {(one.which, one.words.text) for one in found} == {
            (STORY, "fiona alder"),
            (STORY, "Eilidh"),
            (THEME, "Alder"),
        }
        assert {one.title for one in found} == {"Rails"}

    def test_names_of_measures_are_looked_at(self, record: Record, impact: str, wanted: Wanted) -> None:
        add_measure(record, impact, "Mr Birch’s falls")
        assert (MEASURE, "Mr Birch") in [(one.which, one.words.text) for one in impact_page(record, wanted).pointing]

    def test_a_story_or_a_chain_is_left_out(self, record: Record, impact: str, wanted: Wanted) -> None:
        without = impact_page(record, replace(wanted, no_stories=frozenset({impact})))
        assert (without.pointing, without.content.roll.stories) == ((), ())
        assert without.content.roll.all.chains == 1
        none = impact_page(record, replace(wanted, no_chains=frozenset({impact})))
        assert (none.content.roll.all.chains, none.content.left_out) == (0, 1)


class TestContent:
    def test_only_what_is_wanted(self, record: Record, impact: str, wanted: Wanted) -> None:
        new_impact(record, theme="Carers")
        new_impact(record)
        assert themes_there(record, wanted.period) == ["Carers", "Falls", NO_THEME]
        assert impact_content(record, replace(wanted, themes=("Falls",))).roll.all.chains == 1

    def test_the_name_only_if_it_is_wanted(self, record: Record, impact: str, wanted: Wanted) -> None:
        assert impact_content(record, wanted).name == ""
        assert impact_content(record, replace(wanted, named=True)).name == "Eilidh Rowan"

    def test_long_and_private_stories_stay(self, record: Record, impact: str, wanted: Wanted) -> None:
        edit_impact(record, impact, "story", "word " * 121)
        content = impact_content(record, wanted)
        assert (content.roll.stories, content.too_long) == ((), 1)
        edit_impact(record, impact, "story", "A story.")
        set_layer(record, "impact", impact, "story", Layer.PRIVATE)
        assert impact_content(record, wanted).roll.stories == ()

    def test_every_story_beyond_the_page_is_counted(self, record: Record, wanted: Wanted) -> None:
        for number in range(9):
            new_impact(record, theme=f"Theme {number}", story=f"Story {number}.")
        content = impact_content(record, wanted)
        assert (len(content.roll.stories), content.more_stories) == (6, 3)


def read_pdf(content: ImpactPaper) -> tuple[int, str]:
    """How many pages it has, and its text as another library reads it."""
    with pikepdf.open(BytesIO(paper_as_pdf(content))) as checked:
        assert checked.check_pdf_syntax() == []
    pdf = pypdfium2.PdfDocument(paper_as_pdf(content))
    try:
        return len(pdf), " ".join(pdf[0].get_textpage().get_text_bounded().split())
    finally:
        pdf.close()


class TestPaper:
    def test_says_the_same_in_pdf_and_word(self, record: Record, impact: str, wanted: Wanted) -> None:
        content = impact_content(record, wanted)
        pages, text = read_pdf(content)
        word = docx.Document(BytesIO(paper_as_docx(content)))
        cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        assert pages == 1
        for told in ("Better, by 5 days", "14 to 9 days"):
            assert told in text
            assert told in [one.replace("\u00a0", " ") for one in cells]
        assert STORY_TEXT in text
        assert STORY_TEXT in [one.text for one in word.paragraphs]
        for someone in ("Eilidh", "Rowan", "OT0"):
            assert someone not in text
            assert someone not in " ".join(one.text for one in word.paragraphs)
        assert word.core_properties.author == ""

    def test_is_one_page_however_much_there_is(self, record: Record, wanted: Wanted) -> None:
        for number in range(12):
            made = new_impact(record, theme=f"Theme {number} " + "long " * 30, story="word " * 100).created[0]
            for place in range(3):
                add_measure(record, made, f"{place} {'Measure ' * 20}", unit="points a week", before=Decimal("1.5"))
        content = impact_content(record, wanted)
        pages, text = read_pdf(content)
        assert pages == 1
        assert "For want of room" in text
        fullest = impact_layouts(content)[0].blocks
        assert len(fullest) > len(impact_layouts(content)[-1].blocks)

    def test_is_written_under_its_name(self, record: Record, impact: str, wanted: Wanted, tmp_path: Path) -> None:
        content = impact_content(record, wanted)
        assert paper_name(content) == f"Value of OT {wanted.period.start} to {wanted.period.end}.pdf"
        write_paper(content, tmp_path / "page.docx")
        assert docx.Document(str(tmp_path / "page.docx")).paragraphs[0].text == "The value of occupational therapy"

    def test_of_nothing_it_says_so(self, record: Record) -> None:
        content = impact_content(record, Wanted(last_months(date(2020, 1, 1))))
        assert "No changes are noted for this time." in read_pdf(content)[1]
