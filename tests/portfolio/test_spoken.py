"""What is read out is what the content says: every word once, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from otcpd.portfolio.content import LIST_NUMBER, ActivityRow, EvidenceRow, ProfileContent
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal
from otcpd.portfolio.evidence.words import refusal_words
from otcpd.portfolio.left_out import COUNTS_ALONE, LEFT_OUT_TITLE, NOTHING_LEFT_OUT, left_out_lines
from otcpd.portfolio.pdf.draw import EVIDENCE_BOOKMARK
from otcpd.portfolio.wording import (
    BOLD_MEANS,
    CONTENTS_HEADING,
    DATED,
    DECLARATION_HEADING,
    EVIDENCE_HEADING,
    EVIDENCE_LEAD,
    GAPS_ALONE_HEAD,
    LIST_HEADING,
    LIST_HEADS,
    LIST_LEAD,
    NOTHING,
    NOTHING_LISTED,
    NOTHING_WRITTEN,
    RESTS_ON_HEADING,
    SIGNED,
    STANDARDS_HEADING,
    STANDARDS_HEADS,
    STATEMENT_HEADING,
    STATEMENT_HEADS,
    SUBTITLE,
    SUMMARY_HEADING,
    TITLE,
    TOTALS_HEADS,
    brief_days,
    contents_entries,
    cover_facts,
    evidence_names,
    gap_days,
    gap_said,
    mixture,
    not_shown,
    supports,
    total_time,
    word_count,
)
from tests.portfolio.reading import read_pdf
from tests.portfolio.samples import activity, evidence, full_profile, portfolio, profile
from tests.portfolio.test_evidence_pages import A4, pdf_of
from tests.portfolio.writing import write_profile_pdf


class Spoken:
    """The words of a profile in order, from its content alone. `pages` says where each part begins and ends."""

    def __init__(self, content: ProfileContent, pieces: Sequence[PreparedPiece], pages: dict[str, int]) -> None:
        self._content = content
        self._pieces = {one.number: one for one in pieces}
        self._pages = pages

    def words(self) -> str:
        """All of it."""
        return " ".join(filter(None, self._all()))

    def _all(self) -> Iterator[str]:
        content = self._content
        yield from (TITLE, SUBTITLE)
        for fact in cover_facts(content.cover):
            yield from fact
        yield from (SUMMARY_HEADING, word_count(content.summary.words, content.summary.limit))
        yield content.summary.text or NOTHING_WRITTEN
        yield CONTENTS_HEADING
        entries = [*contents_entries(content)]
        numbers = [one.number for one in self._pieces.values() if one.refusal is None]
        if numbers:
            first, last = f"E{min(numbers)}", f"E{max(numbers)}"
            entries.insert(-1, ("", f"Evidence {first if first == last else f'{first} to {last}'} in full", ""))
        for label, title, _place in entries:
            yield from (label, title, str(self._page_of(title)))
        yield from self._activities()
        yield from self._statement()
        yield from self._index()
        yield from (STANDARDS_HEADING, *STANDARDS_HEADS)
        for standard in content.standards:
            yield from (standard.number, standard.label, standard.shown_by)
        lead, *points = content.declaration
        yield from (DECLARATION_HEADING, lead, *(f"• {point}" for point in points), SIGNED, DATED)
        for row in content.evidence:
            if (piece := self._pieces.get(row.number)) is not None and piece.refusal is None:
                yield from (f"E{row.number}. {row.caption}", self._supported(row), piece.note, *piece.paragraphs)
        lines = left_out_lines(content, tuple(self._pieces.values()))
        yield LEFT_OUT_TITLE
        yield from (COUNTS_ALONE, *(f"• {line}" for line in lines)) if lines else (NOTHING_LEFT_OUT,)

    def _supported(self, row: EvidenceRow) -> str:
        what = supports(row)
        title = self._content.activities[row.supports[0] - 1].title if len(row.supports) == 1 else ""
        return f"Supports {what[0].lower()}{what[1:]}{', ' if title else ''}{title}"

    def _page_of(self, title: str) -> int:
        wanted = EVIDENCE_BOOKMARK if title.endswith("in full") else title.split(",")[0]
        return next(page for heading, page in self._pages.items() if wanted in heading)

    def _activities(self) -> Iterator[str]:
        content = self._content
        yield from (LIST_HEADING, LIST_LEAD)
        if content.activities:
            yield from TOTALS_HEADS
            for total in content.totals:
                yield from (total.category, str(total.activities), total_time(total))
            yield from mixture(content)
            if any(row.chosen for row in content.activities):
                yield BOLD_MEANS
        else:
            yield NOTHING_LISTED
        if content.dated_list:
            yield from LIST_HEADS if content.activities else (GAPS_ALONE_HEAD,)
        for row in content.dated_list:
            if isinstance(row, ActivityRow):
                yield from (str(row.number), brief_days(row.start, row.end), row.title)
                yield from (row.category, row.duration, evidence_names(row.evidence))
            else:
                yield from (gap_days(row), gap_said(row))

    def _statement(self) -> Iterator[str]:
        part = self._content.statement
        yield from (STATEMENT_HEADING, word_count(part.words, part.limit), part.text or NOTHING_WRITTEN)
        if self._content.statement_activities:
            yield from (RESTS_ON_HEADING, *STATEMENT_HEADS)
        for one in self._content.statement_activities:
            yield from (str(one.number), brief_days(one.start, one.end), one.title, evidence_names(one.evidence))

    def _index(self) -> Iterator[str]:
        yield from (EVIDENCE_HEADING, EVIDENCE_LEAD, "No.", "Evidence", "Kind", "Pages", "Supports")
        for row in self._content.evidence:
            piece = self._pieces.get(row.number)
            refused = piece.refusal if piece is not None else None
            caption = not_shown(row.caption, refusal_words(refused)) if refused else row.caption
            yield from (f"E{row.number}", caption, row.kind, self._pages_of(row), supports(row))

    def _pages_of(self, row: EvidenceRow) -> str:
        if row.number == LIST_NUMBER:
            first, last = self._pages[LIST_HEADING], self._pages[STATEMENT_HEADING] - 1
        elif f"E{row.number}. {row.caption}" in self._pages:
            first = self._pages[f"E{row.number}. {row.caption}"]
            last = first + max(1, len(self._pieces[row.number].pages)) - 1
        else:
            return NOTHING
        return str(first) if first == last else f"{first} to {last}"


def solid(text: str) -> str:
    """Text without its spaces: words are cut over lines, and cells joined, in many ways."""
    return "".join(text.split())


def with_evidence(folder: Path) -> tuple[ProfileContent, list[PreparedPiece]]:
    """A profile with every kind of piece, and a list over several pages."""
    content = profile(
        [
            activity(f"{n:03}", date(2026, 3 + n // 28, n % 28 + 1), f"Day {n}", minutes=n, evidence=(f"e{n % 4}",))
            for n in range(80)
        ],
        files=[evidence(f"e{n}", f"Certificate {n}") for n in range(4)],
        of=portfolio(summary="I work.", statement="First heading\nI learnt (E2) of activity 2.", chosen=("003",)),
    )
    return content, [
        PreparedPiece(2, pdf_of(folder / "a.pdf", A4, A4)),
        PreparedPiece(3, paragraphs=("Programme", "10:00 Welcome"), note="The words alone."),
        PreparedPiece(4, refusal=Refusal.EMAIL),
        PreparedPiece(5, pdf_of(folder / "b.pdf", (842.0, 595.0))),
    ]


@pytest.mark.parametrize("case", ["full", "empty", "only gaps", "every kind of evidence"])
def test_every_word_is_read_once_in_order(case: str, tmp_path: Path) -> None:
    pieces: list[PreparedPiece] = []
    if case == "full":
        content = full_profile()
    elif case == "every kind of evidence":
        content, pieces = with_evidence(tmp_path)
    else:
        content = profile(with_gaps=case == "only gaps")
        content = replace(content, cover=replace(content.cover, audit_number="12345"))
    out = tmp_path / "profile.pdf"
    write_profile_pdf(content, out, pieces)
    reading = read_pdf(out)
    pages = {one.title: one.page for one in reading.bookmarks}
    assert solid(reading.document.whole_text) == solid(Spoken(content, pieces, pages).words())
