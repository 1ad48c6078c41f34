"""The pages of a profile before they are drawn, and where its places and pieces of evidence will be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from otcpd.portfolio.evidence.pieces import SourcePage
from otcpd.portfolio.pdf.pieces import Placed
from otcpd.portfolio.pdf.tags import Node

EVIDENCE_PLACE = "evidence-pages"
"""The name of the place where evidence begins to be shown."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page. `evidence` is the number of the piece that it shows, 0 for a page of the profile's own.

    `stamp` stands at the upper right ("E3, page 2 of 5"); on a page without a heading it has a `strip` of its
    own. `forms` are pages of other files that are drawn on it, by name.
    """

    placed: Sequence[Placed]
    evidence: int = 0
    stamp: str = ""
    strip: bool = False
    landscape: bool = False
    forms: Mapping[str, SourcePage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a profile: its structure and its pages."""

    root: Node
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """On which pages a piece of evidence is shown, first and last, and in which parts of the profile."""

    first: int
    last: int
    first_part: int
    last_part: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a whole profile once its pages are divided. Pages and parts count from 1.

    `pages` maps places ("part-2", "E3", "activity-9") to page numbers, `spans` the numbers of pieces to
    theirs; `starts` holds the number of each part's first page, and one after the last part's last page.
    """

    pages: Mapping[str, int] = field(default_factory=dict)
    spans: Mapping[int, Span] = field(default_factory=dict)
    starts: tuple[int, ...] = (1, 1)

    @property
    def parts(self) -> int:
        """How many files the profile has."""
        return len(self.starts) - 1

    @property
    def page_count(self) -> int:
        """How many pages all parts have together."""
        return self.starts[-1] - 1


def survey(parts: Iterable[Part]) -> Survey:
    """Where everything is in `parts`, whose pages are numbered through."""
    pages: dict[str, int] = {}
    spans: dict[int, Span] = {}
    starts = [1]
    for number, part in enumerate(parts, start=1):
        for page, leaf in enumerate(part.leaves, start=starts[-1]):
            for placed in leaf.placed:
                if placed.piece.place:
                    pages.setdefault(placed.piece.place, page)
            if leaf.evidence:
                pages.setdefault(EVIDENCE_PLACE, page)
                before = spans.get(leaf.evidence, Span(page, page, number, number))
                spans[leaf.evidence] = Span(before.first, page, before.first_part, number)
        starts.append(starts[-1] + len(part.leaves))
    return Survey(pages, spans, tuple(starts))
