"""What a person wants of an export, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.evidence.pieces import Refusal

USUAL_MOST_MB = 10
"""Megabytes that one PDF may have unless the person says otherwise (HCPC's earlier limit for an email,
domain.md 3.5; what the portal takes today is not confirmed, so it can be changed)."""


@dataclass(frozen=True, slots=True)
class ProfilePlan:
    """What to write, and where.

    `most_bytes`: how large one PDF may be before it is split; None for no limit. `docx`: where the Word
    copy of the text parts goes. `originals`: where the evidence goes as numbered files: a folder, or a
    ZIP if the name ends so. `copy_text`: where the texts for HCPC's online form go. None: not wanted.
    `supervision`: whether the profile has the annex on supervision, in facts alone. `reading`: whether it
    has the annex with what she read.
    """

    out: Path
    start: date | None = None
    end: date | None = None
    portfolio: str | None = None
    most_bytes: int | None = USUAL_MOST_MB * 1_000_000
    docx: Path | None = None
    originals: Path | None = None
    copy_text: Path | None = None
    supervision: bool = False
    reading: bool = False


@dataclass(frozen=True, slots=True)
class ListedOnly:
    """A piece of evidence that stands in the index but not in pages."""

    number: int
    caption: str
    reason: Refusal


@dataclass(frozen=True, slots=True)
class ProfileMade:
    """What was written. `pdfs` has more than one file if the profile was split; `others` are the Word
    copy, the originals and the text. `too_large` are PDFs over the limit all the same, since one page
    alone was, or what pages share. `inexact` are the characters that no font here can show, each once.
    `with_details` are the numbers of originals from which hidden details (author, place, comments) could not
    be taken out, `not_blacked_out` of those in which what was marked to be blacked out can still be read, and
    `not_copied` of those that could not be read any more."""

    content: ProfileContent
    pdfs: tuple[Path, ...]
    others: tuple[Path, ...] = ()
    listed_only: tuple[ListedOnly, ...] = ()
    too_large: tuple[Path, ...] = ()
    inexact: tuple[str, ...] = ()
    with_details: tuple[int, ...] = ()
    not_blacked_out: tuple[int, ...] = ()
    not_copied: tuple[int, ...] = ()
