"""The reading log: what was read, what it is worth, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ReadingKind(StrEnum):
    """What was read."""

    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "chapter"
    REPORT = "report"
    WEB = "web"
    THESIS = "thesis"
    CONFERENCE = "conference"
    OTHER = "other"


class ReadingState(StrEnum):
    """Whether it was read."""

    TO_READ = "to_read"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Reference:
    """What was read, as reference lists name it. All are texts, empty where not known.

    `authors` has one name a line, "Rowan, Eilidh" or the name of an organisation. `container` is the journal, the book
    a chapter is in, the site, or the conference. `year` may say "n.d.". `doi` and `pmid` stand without prefix.
    """

    kind: ReadingKind = ReadingKind.ARTICLE
    title: str = ""
    authors: str = ""
    year: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""
    doi: str = ""
    pmid: str = ""
    isbn: str = ""
    url: str = ""
    abstract: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One entry of the reading log. `appraisal` is what it is worth, `changed` what she changed after it; `listed`
    whether it stands in the reference list of her portfolio. `accessed` is the day she looked at a web page."""

    id: str
    owner: str
    reference: Reference
    created: datetime
    modified: datetime
    state: ReadingState = ReadingState.TO_READ
    read_on: date | None = None
    accessed: date | None = None
    appraisal: str = ""
    changed: str = ""
    listed: bool = True
    activities: tuple[str, ...] = ()
    deleted: datetime | None = None
