"""Whatever somebody types, documents are made of it; and the manager's page is one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st

from otcpd.domain.dates import add_months
from otcpd.portfolio.papers.anonymising import Keep, anonymised
from otcpd.portfolio.papers.content import (
    AgreementField,
    AgreementPaper,
    AgreementSection,
    ManagerPaper,
    PaperAction,
    PaperNote,
    PaperTopic,
    Participant,
    ProtectedMonth,
    ProtectedPromise,
    RefusedLearning,
    SigningLine,
    SupervisionCount,
    WorkloadFigure,
)
from otcpd.portfolio.papers.write import paper_as_docx, paper_as_pdf
from tests.portfolio.docx.reading import WordReading
from tests.portfolio.papers.samples import DAY, MEETING, TODAY, session_record

TEXT = st.text(max_size=120)
WORDS = st.lists(st.sampled_from(["Duty", "cover", "occupational", "therapist", "OT", "Council"]), max_size=12).map(
    " ".join
)
MINUTES = st.integers(0, 30 * 60)
FIGURE = st.none() | st.integers(0, 2000)


@given(st.tuples(TEXT, TEXT, TEXT, TEXT))
@settings(max_examples=12)
def test_any_text_goes_into_records_and_agreements(texts: tuple[str, str, str, str]) -> None:
    one, two, three, four = texts
    people = (Participant(one, two, three, own=True, registration=four), Participant(two, three, employer=one))
    record = replace(
        session_record(),
        meeting=replace(MEETING, people=people, place=three, name=four),
        topics=(PaperTopic(one, two, True), PaperTopic(three)),
        notes=(PaperNote("Support", one),),
        cases=three,
        decisions=(four,),
        actions=(PaperAction(one, two),),
        agreed=(SigningLine(one, two), SigningLine(three, four, DAY)),
    )
    section = AgreementSection("How we meet", (AgreementField(two, three), AgreementField(four, one, True)))
    agreement = AgreementPaper(two, people, DAY, 1, DAY, TODAY, (section,), signing=record.agreed, name=three)
    for content in (record, anonymised(record, people, Keep(cases=True)), agreement):
        with pikepdf.open(BytesIO(paper_as_pdf(content))) as pdf:
            assert pdf.check_pdf_syntax() == []
        assert WordReading(paper_as_docx(content)).styled("Title")


@st.composite
def managers_pages(draw: st.DrawFn) -> ManagerPaper:
    """Protected time as it may stand in a file."""
    start = date(2024, 1, 1)
    months = draw(st.integers(0, 36))
    times = st.lists(st.tuples(WORDS, st.integers(1, 6000)), max_size=12).map(tuple)
    return ManagerPaper(
        draw(WORDS),
        start,
        add_months(start, months),
        TODAY,
        draw(WORDS),
        draw(WORDS),
        draw(WORDS),
        tuple(ProtectedPromise(words, "Job plan", start) for words in draw(st.lists(WORDS, max_size=6))),
        tuple(
            ProtectedMonth(add_months(start, number), *draw(st.tuples(MINUTES, MINUTES, MINUTES, MINUTES)))
            for number in range(months)
        ),
        draw(times),
        draw(times),
        tuple(SupervisionCount(words, 10, 8) for words in draw(st.lists(WORDS, max_size=9))),
        tuple(
            WorkloadFigure(add_months(start, number), *draw(st.tuples(FIGURE, FIGURE, FIGURE)))
            for number in range(draw(st.integers(0, 20)))
        ),
        draw(WORDS),
        draw(WORDS),
        tuple(RefusedLearning(words, 60, 100, TODAY, words, words) for words in draw(st.lists(WORDS, max_size=9))),
    )


@given(managers_pages())
@settings(max_examples=25)
def test_the_managers_page_is_always_one(content: ManagerPaper) -> None:
    with pikepdf.open(BytesIO(paper_as_pdf(content))) as pdf:
        assert len(pdf.pages) == 1
