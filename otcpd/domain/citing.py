"""A reference as lists name it: Harvard, in the form that "Cite Them Right" gives it and UK courses teach.

The result is runs of text of which some are italic, so that window, PDF, Word and clipboard set them each in their
own way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from otcpd.domain.author_names import author_names
from otcpd.domain.dates import long_day
from otcpd.domain.reading import ReadingKind, Reference
from otcpd.domain.same_work import folded
from otcpd.domain.words import joined

MOST_AUTHORS = 3
"""From one more on only the first is named."""

STYLE_NAME = "Harvard (Cite Them Right)"
NO_TITLE = "No title yet"

_NO_DATE = "no date"
_WHOLE = (ReadingKind.BOOK, ReadingKind.REPORT, ReadingKind.WEB, ReadingKind.THESIS, ReadingKind.OTHER)
"""What stands by itself, so that its own title is italic."""
_RANGE = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")
_PAGES = re.compile(r"[0-9ivxlcSs]+(?:\u2013[0-9ivxlcSs]+)?(?:, ?[0-9ivxlcSs]+(?:\u2013[0-9ivxlcSs]+)?)*")
_SEVERAL = re.compile(r"[\u2013,]")
_ORDINAL = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)?(?:\s+(?:ed|edn|edition)\.?)?", re.IGNORECASE)
_NUMBER_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_EDITION_WORD = re.compile(r"\b(?:ed|edn|edition)\b", re.IGNORECASE)


class CitedRun(NamedTuple):
    """Letters in one face."""

    text: str
    italic: bool = False


Citation = tuple[CitedRun, ...]


class Cited(NamedTuple):
    """A line of a reference list: `key` names what it is of."""

    key: str
    runs: Citation


def plain(runs: Iterable[CitedRun]) -> str:
    """The letters alone."""
    return "".join(run.text for run in runs)


def cite(reference: Reference, accessed: date | None = None, *, letter: str = "") -> Citation:
    """One reference. `accessed` is the day on which she looked at a page; `letter` tells two works of the same
    authors and year apart ("2024a")."""
    runs: list[CitedRun] = []
    year = f"({_year(reference.year, letter)})"
    who, et_al = _authors(reference)
    if who:
        runs.append(CitedRun(who))
        if et_al:
            runs += [CitedRun(" "), CitedRun("et al.", italic=True)]
        runs += [CitedRun(f" {year} "), *_title(reference)]
    else:
        runs += [*_title(reference), CitedRun(f" {year}")]
    runs += _where(reference)
    runs += _address(reference, accessed)
    return _merged(runs)


def reference_list(works: Iterable[tuple[str, Reference, date | None]]) -> tuple[Cited, ...]:
    """The list of these works (key, reference, day of access), by author, year and title."""
    ordered = sorted(works, key=_place)
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, reference, _ in ordered:
        alike[_authors_and_year(reference)].append(key)
    lines = []
    for key, reference, accessed in ordered:
        same = alike[_authors_and_year(reference)]
        told_apart = len(same) > 1 and bool(reference.authors.strip())
        lines.append(Cited(key, cite(reference, accessed, letter=_letter(same.index(key)) if told_apart else "")))
    return tuple(lines)


def _place(work: tuple[str, Reference, date | None]) -> tuple[str, str, str, str]:
    key, reference, _ = work
    names = author_names(reference.authors)
    who = "\x00".join(folded(name.cited) for name in names)
    return who or folded(_without_article(_site(reference) or reference.title)), reference.year, reference.title, key


def _authors_and_year(reference: Reference) -> tuple[str, str]:
    who, _ = _authors(reference)
    return folded(who), _year(reference.year, "")


def _letter(place: int) -> str:
    """ "a", "b", … "z", "aa"."""
    more, last = divmod(place, 26)
    return f"{_letter(more - 1) if more else ''}{chr(ord('a') + last)}"


def _without_article(title: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", title.strip(), flags=re.IGNORECASE)


def _site(reference: Reference) -> str:
    """Who a page without an author is by: its site."""
    return reference.container.strip() if reference.kind is ReadingKind.WEB else ""


def _authors(reference: Reference) -> tuple[str, bool]:
    """The names before the year, and whether "et al." follows them."""
    cited = [name.cited for name in author_names(reference.authors)]
    if len(cited) > MOST_AUTHORS:
        return cited[0], True
    return joined(cited) or _site(reference), False


def _year(year: str, letter: str) -> str:
    told = " ".join(year.split())
    if not told or told.casefold().rstrip(".") in ("n.d", "nd", "no date"):
        return f"{_NO_DATE}-{letter}" if letter else _NO_DATE
    return f"{told}{letter}"


def _title(reference: Reference) -> Citation:
    title = " ".join(reference.title.split()).rstrip(".") or NO_TITLE
    if reference.kind in _WHOLE:
        return (CitedRun(title, italic=True),)
    return (CitedRun(f"\u2018{title}\u2019"),)


def _where(reference: Reference) -> list[CitedRun]:
    """What stands between title and address, with the stop that ends it."""
    if reference.kind is ReadingKind.ARTICLE:
        return _in_journal(reference)
    if reference.kind is ReadingKind.CHAPTER:
        return _in_book(reference)
    if reference.kind is ReadingKind.CONFERENCE:
        return _at_conference(reference)
    if reference.kind is ReadingKind.THESIS:
        school = reference.publisher.strip() or reference.container.strip()
        return _sentences("Thesis", school)
    if reference.kind is ReadingKind.WEB:
        return [CitedRun(".")]
    between = _edition(reference.edition)
    return _sentences(between, _published(reference))


def _in_journal(reference: Reference) -> list[CitedRun]:
    runs: list[CitedRun] = []
    if journal := _line(reference.container):
        runs += [CitedRun(", "), CitedRun(journal, italic=True)]
    issue = f"({_line(reference.issue)})" if reference.issue.strip() else ""
    number = f"{_line(reference.volume)}{issue}"
    rest = "".join(f", {part}" for part in (number, _pages(reference.pages)) if part)
    return [*runs, CitedRun(f"{rest}.")]


def _in_book(reference: Reference) -> list[CitedRun]:
    runs: list[CitedRun] = []
    if book := _line(reference.container):
        runs += [CitedRun(", in "), CitedRun(book.rstrip("."), italic=True)]
    pages = _pages(reference.pages)
    parts = _sentences(_edition(reference.edition), _published(reference))
    if not pages:
        return [*runs, *parts]
    return [*runs, CitedRun(f"{plain(parts).rstrip('.')}, {pages}.")]


def _at_conference(reference: Reference) -> list[CitedRun]:
    runs: list[CitedRun] = []
    if conference := _line(reference.container):
        runs += [CitedRun(", "), CitedRun(conference.rstrip("."), italic=True)]
    rest = "".join(f", {part}" for part in (_line(reference.place), _pages(reference.pages)) if part)
    return [*runs, CitedRun(f"{rest}.")]


def _sentences(*parts: str) -> list[CitedRun]:
    told = "".join(f" {part.rstrip('.')}." for part in parts if part)
    return [CitedRun(f".{told}")]


def _edition(edition: str) -> str:
    told = _line(edition)
    if not told:
        return ""
    number = _ORDINAL.fullmatch(told)
    if number is not None:
        count = int(number.group(1))
        return "" if count == 1 else f"{_nth(count)} edn"
    word = _EDITION_WORD.sub("", told).strip(" .").casefold()
    if word in _NUMBER_WORDS:
        count = _NUMBER_WORDS.index(word) + 1
        return "" if count == 1 else f"{_nth(count)} edn"
    return told if _EDITION_WORD.search(told) else f"{told} edn"


def _nth(number: int) -> str:
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _published(reference: Reference) -> str:
    return ": ".join(part for part in (_line(reference.place), _line(reference.publisher)) if part)


def _pages(pages: str) -> str:
    """ "p. 12", "pp. 12–20", "article e104"."""
    told = _RANGE.sub("\u2013", _line(pages).rstrip("."))
    told = re.sub(r"^pp?\.?\s*", "", told)
    if not told:
        return ""
    if _PAGES.fullmatch(told):
        return f"pp. {told}" if _SEVERAL.search(told) else f"p. {told}"
    if " " in told:
        return told
    return f"pp. {told}" if _SEVERAL.search(told) else f"article {told}"


def _address(reference: Reference, accessed: date | None) -> list[CitedRun]:
    """Where it is to be had. A DOI stays, so that the day of access says nothing."""
    if reference.doi.strip():
        return [CitedRun(f" Available at: https://doi.org/{_line(reference.doi)}.")]
    if not reference.url.strip():
        return []
    day = f" (Accessed: {long_day(accessed)})" if accessed is not None else ""
    return [CitedRun(f" Available at: {_line(reference.url)}{day}.")]


def _line(text: str) -> str:
    return " ".join(text.split())


def _merged(runs: Sequence[CitedRun]) -> Citation:
    """Neighbours in the same face as one run."""
    made: list[CitedRun] = []
    for run in runs:
        if not run.text:
            continue
        if made and made[-1].italic == run.italic:
            made[-1] = CitedRun(made[-1].text + run.text, run.italic)
        else:
            made.append(run)
    return tuple(made)
