"""A piece of evidence on its way into a profile: a file, then pages, words, or a reason why not.

Each file is looked at in a job of its own in the worker process, under limits of time and memory: one
that brings the worker down costs the profile that piece and nothing else. All values can be pickled.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from otcpd.domain.evidence import EvidenceKind, EvidenceState

MOST_PAGES = 200
"""A longer document is offered as a file: nobody reads a thousand pages of one piece of evidence."""


class Refusal(StrEnum):
    """Why a file does not become pages of the profile. It is then listed, and offered as a file."""

    LOCKED = "locked"
    BROKEN = "broken"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    UNREADABLE = "unreadable"
    EMAIL = "email"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """A piece of evidence as a file on this computer, for as long as an export runs.

    `number` is that of the profile (2 is "E2"). `name` is what the file was called when it came in; only its
    ending is ever used, since the rest may name people.
    """

    number: int
    kind: EvidenceKind
    state: EvidenceState
    path: Path
    name: str = ""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page to be shown: page `index` (from 0) of the PDF at `file`, which has nothing but pages to show.

    `width` and `height` are in points, of the page as it is read (upright). `weight` is about how many
    bytes it adds to a PDF; what pages share weighs on the first of them. `words` is what stands on it, for
    those who cannot see it; empty where nobody can tell.
    """

    file: Path
    index: int
    width: float
    height: float
    weight: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class PreparedPiece:
    """What a profile shows of one piece: pages, or the lines of its words in `paragraphs`, or neither and a `refusal`.

    Among the lines an empty one stands wherever the text leaves a space between them, never two together, and
    none at the beginning and the end.

    `note` is a plain sentence for the reader about what is shown, such as "The first of 4 pictures is
    shown." or "The words of the document are shown, without its pictures and its layout."; mostly empty.
    """

    number: int
    pages: tuple[SourcePage, ...] = ()
    paragraphs: tuple[str, ...] = ()
    note: str = ""
    refusal: Refusal | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the profile shows anything of it."""
        return bool(self.pages or self.paragraphs)
