"""The page of figures and stories is one page, whatever is in it, and whatever somebody typed goes into it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st

from otcpd.domain.impact import Better, Impact, Measure
from otcpd.domain.impact_figures import roll_up
from otcpd.domain.period import Period
from otcpd.portfolio.papers.impact_content import ImpactPaper
from otcpd.portfolio.papers.write import paper_as_docx, paper_as_pdf
from tests.portfolio.docx.reading import WordReading

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
NUMBER = st.none() | st.decimals(-(10**11), 10**11, places=2)
MEASURE = st.builds(
    Measure, st.just("m"), st.text(max_size=90), st.text(max_size=30), st.sampled_from(Better), NUMBER, NUMBER
)
STORY = st.just("") | st.integers(1, 120).map("word ".__mul__) | st.text(max_size=200)


@st.composite
def pages(draw: st.DrawFn) -> ImpactPaper:
    themes = draw(st.lists(st.text(max_size=80), min_size=1, max_size=12))
    chains = [
        Impact(
            str(number),
            "o",
            YEAR.start,
            "Title",
            AT,
            AT,
            theme=draw(st.sampled_from(themes)),
            story=draw(STORY),
            people=draw(st.none() | st.integers(0, 10**6)),
            measures=tuple(draw(st.lists(MEASURE, max_size=3))),
        )
        for number in range(draw(st.integers(0, 20)))
    ]
    return ImpactPaper(roll_up(chains, YEAR), YEAR.end, name=draw(st.text(max_size=60)), too_long=2, left_out=1)


@given(pages())
@settings(max_examples=6)
def test_the_page_is_always_one(content: ImpactPaper) -> None:
    with pikepdf.open(BytesIO(paper_as_pdf(content))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == 1
    assert WordReading(paper_as_docx(content)).styled("Title")
