"""BibTeX and BibLaTeX, read with bibtexparser (docs/decisions/0029)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from otcpd.domain.reading import ReadingKind, Reference
from otcpd.domain.words import quoted, shortened
from otcpd.exchange.references import RUN_TOGETHER, Gathered, ReadReferences
from otcpd.exchange.references_latex import plain_address, plain_latex
from otcpd.exchange.references_text import plain
from otcpd.exchange.references_values import broken, doi_of, isbn_of, names_of, pages_of, pmid_of, web_address, year_of

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry

_KINDS = {
    **dict.fromkeys(("article", "periodical", "suppperiodical"), ReadingKind.ARTICLE),
    **dict.fromkeys(("book", "booklet", "mvbook", "collection", "reference", "manual"), ReadingKind.BOOK),
    **dict.fromkeys(("inbook", "incollection", "bookinbook", "suppbook", "inreference"), ReadingKind.CHAPTER),
    **dict.fromkeys(("techreport", "report"), ReadingKind.REPORT),
    **dict.fromkeys(("online", "electronic", "www", "webpage"), ReadingKind.WEB),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), ReadingKind.THESIS),
    **dict.fromkeys(("inproceedings", "conference", "proceedings", "mvproceedings"), ReadingKind.CONFERENCE),
    **dict.fromkeys(("misc", "unpublished", "dataset", "software", "video", "patent"), ReadingKind.OTHER),
}
ENTRY = re.compile(
    rf"^[ \t\ufeff]*@[ \t]*(?:{'|'.join(_KINDS)}|string|preamble|comment)[ \t]*[{{(]", re.IGNORECASE | re.MULTILINE
)
"""Where an entry begins."""
_INSIDE = re.compile(r"@[ \t]*[a-z]{3,20}[ \t]*\{[^\s{},=]{1,80},", re.IGNORECASE)
"""An entry in the middle of a value."""
_NO_COMMA = re.compile(r"([}\"]|=[ \t]*\w+)[ \t]*\n(\s*[A-Za-z][\w-]*[ \t]*=)")
NO_COMMA = "A comma between its fields is missing."
_OTHERS = "others"
_CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle")


@dataclass(slots=True)
class _Found:
    """An entry, the line it begins on, and what had to be put right in it."""

    entry: Entry
    line: int
    notes: list[str] = field(default_factory=list)


def read_bib(lines: list[str]) -> ReadReferences:
    """The references of a file, from its lines."""
    from bibtexparser.library import Library  # only where such a file is read
    from bibtexparser.middlewares import RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)  # what it tells is told by us
    found = Gathered.nothing()
    split = _split("\n".join(lines))
    entries = list(_entries(split, found))
    for number, one in enumerate(entries):
        one.entry.key = str(number)  # two with the same key are two all the same
    together = Library([*split.strings, *(one.entry for one in entries)])
    for middleware in (ResolveStringReferencesMiddleware(True), RemoveEnclosingMiddleware(True)):
        together = middleware.transform(together)
    read = {entry.key: entry for entry in together.entries}
    for number, one in enumerate(entries):
        _take(read.get(str(number), one.entry), one, found)
    return found.whole()


def _split(text: str) -> Library:
    from bibtexparser.splitter import Splitter

    return Splitter(text).split()


def _entries(library: Library, found: Gathered) -> Iterator[_Found]:
    from bibtexparser.model import (
        DuplicateBlockKeyBlock,
        DuplicateFieldKeyBlock,
        Entry,
        ExplicitComment,
        ImplicitComment,
        ParsingFailedBlock,
        Preamble,
        String,
    )

    for block in library.blocks:
        line = (block.start_line or 0) + 1
        if isinstance(block, Entry):
            yield _with_commas(block, line)
        elif isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            inner = block.ignore_error_block
            if isinstance(inner, Entry):
                made = _with_commas(inner, line)
                if isinstance(block, DuplicateFieldKeyBlock):
                    made.notes.append("A field stands in it twice. The first was taken.")
                yield made
        elif isinstance(block, ParsingFailedBlock):
            yield from _mended(block, line, found)
        elif not isinstance(block, String | Preamble | ExplicitComment | ImplicitComment):
            found.note("", line, "This is no entry.")


def _with_commas(entry: Entry, line: int) -> _Found:
    """An entry in which fields follow each other without a comma is read as if there was one."""
    text = _NO_COMMA.sub(r"\1,\n\2", entry.raw or "")
    if text != entry.raw:
        better = _split(text)
        if len(better.entries) == 1 and not better.failed_blocks and len(better.entries[0].fields) > len(entry.fields):
            return _Found(better.entries[0], line, [NO_COMMA])
    return _Found(entry, line)


def _mended(block: Block, line: int, found: Gathered) -> Iterator[_Found]:
    """An entry that breaks off or lacks a comma, if it can be made whole."""
    raw = (block.raw or "").strip()
    with_commas = _NO_COMMA.sub(r"\1,\n\2", raw)
    for ending in ("", "}", '"}', "}}", "=0}", ",}"):
        for text in dict.fromkeys((with_commas, raw)):
            entries = _split(f"{text.rstrip(', ' if ending else None)}{ending}")
            if len(entries.entries) == 1 and not entries.failed_blocks:
                why = "It breaks off before its end." if ending else NO_COMMA
                yield _Found(entries.entries[0], line, [why])
                return
    beginning = shortened(plain(raw), 60)
    found.note("", line, f"{quoted(beginning)} cannot be read: its brackets or quotes do not go together.")


def _take(entry: Entry, found_as: _Found, found: Gathered) -> None:
    values: dict[str, str] = {}
    for one in entry.fields:
        values.setdefault(one.key.strip().lower(), str(one.value))
    notes = list(found_as.notes)
    code = entry.entry_type.strip().lower()
    kind = _KINDS.get(code)
    if kind is None:
        notes.append(f"Its kind {quoted(shortened(code, 40))} is not known." if code else "Its kind is missing.")
        kind = ReadingKind.OTHER
    authors, more = _names(values.get("author", "") or values.get("editor", ""))
    if more:
        notes.append("It has more authors than it names.")
    if any(map(_INSIDE.search, values.values())):
        notes.append(RUN_TOGETHER)
    found.take(_reference(kind, values, authors), found_as.line, [*notes, *broken(values.values())])


def _reference(kind: ReadingKind, values: Mapping[str, str], authors: str) -> Reference:
    def text(*names: str) -> str:
        return next(filter(None, (plain_latex(values.get(name, "")) for name in names)), "")

    def address(*names: str) -> str:
        return next(filter(None, (plain_address(values.get(name, "")) for name in names)), "")

    title, subtitle = text("title"), text("subtitle")
    url = web_address(address("url"), address("howpublished"), address("note"))
    if kind is ReadingKind.OTHER and url and not values.get("publisher"):
        kind = ReadingKind.WEB
    archive = address("eprinttype", "archiveprefix").casefold()
    return Reference(
        kind=kind,
        title=f"{title}: {subtitle}" if subtitle and subtitle.casefold() not in title.casefold() else title,
        authors=authors or (text("organization", "institution") if kind is not ReadingKind.THESIS else ""),
        year=year_of(address("year"), address("date"), text("year", "pubstate")),
        container=text(*_CONTAINERS),
        volume=text("volume"),
        issue=text("number", "issue"),
        pages=pages_of(text("pages", "eid")),
        publisher=text("publisher", "school", "institution", "organization"),
        place=text("address", "location"),
        edition=text("edition"),
        doi=doi_of(address("doi"), address("url")),
        pmid=pmid_of(address("pmid"), address("eprint") if archive == "pubmed" else ""),
        isbn=isbn_of(address("isbn")),
        url=url,
        abstract=text("abstract"),
    )


def _names(value: str) -> tuple[str, bool]:
    """Names, one a line; and whether "and others" follows them."""
    from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

    names, more = [], False
    for name in split_multiple_persons_names(" ".join(value.split())):
        if name.strip().casefold() == _OTHERS:
            more = True
        elif name.strip().startswith("{") and name.strip().endswith("}"):
            names.append(plain_latex(name).replace(",", ""))  # an organisation: a comma would make it a person
        else:
            parts = parse_single_name_into_parts(name, strict=False)
            names.append(plain_latex(parts.merge_last_name_first))
    return names_of(names), more
