"""The texts of a profile for HCPC's online form: each to be copied on its own, with how long it is.

Lines end with "\\n" alone: clipboards and forms make of it what they need, while the "\\r" of "\\r\\n" would
count as one more character in forms that count.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from otcpd.domain.citing import plain
from otcpd.domain.dates import span
from otcpd.domain.words import count_words, tally
from otcpd.portfolio.content import (
    ActivityRow,
    GapRow,
    ProfileContent,
    ReadingAnnex,
    SupervisionAnnex,
    SupervisionRow,
    WrittenPart,
)
from otcpd.portfolio.docx.characters import whole_letters
from otcpd.portfolio.wording import (
    LIST_HEADING,
    NOTHING,
    NOTHING_LISTED,
    NOTHING_WRITTEN,
    READING_HEADING,
    STATEMENT_HEADING,
    SUMMARY_HEADING,
    SUPERVISION_HEADING,
    document_title,
    evidence_names,
    footer_period,
    gap_days,
    gap_said,
    sentence,
    supervision_cells,
    supervision_sum,
    word_count,
)

SUMMARY, STATEMENT, DATED_LIST, SUPERVISION, READING = "summary", "statement", "list", "supervision", "reading"
"""Keys of the blocks, in the order of the form: summary, dated list, statement; then the annexes that are wanted."""

_RULE = "=" * 72


@dataclass(frozen=True, slots=True)
class CopyBlock:
    """A text to copy. `words` by rule R15; `characters` with spaces and ends of lines; `limit` in words, if any."""

    key: str
    title: str
    text: str
    words: int
    characters: int
    limit: int | None

    @property
    def counts(self) -> str:
        """ "266 of 500 words, 1,642 characters"."""
        words = tally(self.words, "word") if self.limit is None else word_count(self.words, self.limit)
        return f"{words}, {tally(self.characters, 'character')}"

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that have something in them: of the dated list, one for each activity or gap."""
        return tuple(filter(None, self.text.split("\n")))


def copy_blocks(content: ProfileContent) -> tuple[CopyBlock, ...]:
    """Summary, dated list, statement and perhaps the annexes, in the order of the profile; an empty text is an empty
    block."""
    dated = "\n".join(filter(None, map(_line, content.dated_list)))
    return (
        _written(SUMMARY, SUMMARY_HEADING, content.summary),
        _block(DATED_LIST, LIST_HEADING, dated, None),
        _written(STATEMENT, STATEMENT_HEADING, content.statement),
        *_annex(content.supervision),
        *_reading(content.reading),
    )


def copy_text(content: ProfileContent) -> str:
    """All blocks as one plain text to keep or print, each with its title and counts above it."""
    head = f"{_tidy(document_title(content.cover))}\n{footer_period(content.cover)}\n"
    return "\n".join((head, *(_as_text(block) for block in copy_blocks(content))))


def _as_text(block: CopyBlock) -> str:
    instead = NOTHING_LISTED if block.key == DATED_LIST else NOTHING_WRITTEN
    return f"{_RULE}\n{block.title}\n{block.counts}\n{_RULE}\n\n{block.text or instead}\n"


def _annex(annex: SupervisionAnnex | None) -> tuple[CopyBlock, ...]:
    """Supervision, a line for each agreement: "Professional supervision. Every 6 weeks, 1 h. Led by an OT: yes. …"."""
    if annex is None:
        return ()
    lines = [supervision_sum(annex).replace("\u00a0", " "), *map(_supervision_line, annex.rows)]
    return (_block(SUPERVISION, SUPERVISION_HEADING, "\n".join(map(_tidy, lines)), None),)


def _reading(annex: ReadingAnnex | None) -> tuple[CopyBlock, ...]:
    """What was read, a line for each work."""
    if annex is None:
        return ()
    return (_block(READING, READING_HEADING, "\n".join(_tidy(plain(work)) for work in annex.works), None),)


def _supervision_line(row: SupervisionRow) -> str:
    kind, often, led, start, end, held, time = supervision_cells(row)
    facts = (kind, often, f"Led by an OT: {led.lower()}", f"{start} to {end}", f"{held} held", time)
    return " ".join(sentence(fact) for fact in facts if fact != NOTHING)


def _written(key: str, title: str, part: WrittenPart) -> CopyBlock:
    return _block(key, title, _tidy(part.text), part.limit)


def _block(key: str, title: str, text: str, limit: int | None) -> CopyBlock:
    return CopyBlock(key, title, text, count_words(text), len(text), limit)


def _line(row: ActivityRow | GapRow) -> str:
    """An activity or a gap on one line: "9. 12 March 2026. Case study. Work-based. E8".

    The numbers are those that a statement names. A gap without a reason has no line.
    """
    if isinstance(row, GapRow):
        said = gap_said(row)
        return _tidy(_on_one_line(f"{gap_days(row)} {said}")) if said else ""
    days = span(row.start, row.end or row.start, year=True)
    category = sentence(row.category) if row.mark else ""
    parts = (f"{row.number}.", sentence(days), sentence(row.title.strip()), category, evidence_names(row.evidence))
    return _tidy(_on_one_line(" ".join(filter(None, parts))))


def _on_one_line(text: str) -> str:
    return " ".join(filter(None, map(str.strip, text.splitlines())))


def _tidy(text: str) -> str:
    """What the person wrote, in composed letters, with plain ends of lines and no spaces before them."""
    composed = unicodedata.normalize("NFC", whole_letters(text))
    return "\n".join(map(str.rstrip, composed.splitlines())).strip("\n")
