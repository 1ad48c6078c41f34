"""RIS: the format of most reference managers and libraries (tags such as "TY  - JOUR", ended by "ER  - ").

Read with rispy. What it cannot be lenient with is put right before: blanks round tags, missing ends, entries run
together, lines that go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from otcpd.domain.reading import ReadingKind, Reference
from otcpd.domain.words import joined, quoted, shortened
from otcpd.exchange.references import RUN_TOGETHER, Gathered, ReadReferences
from otcpd.exchange.references_text import plain
from otcpd.exchange.references_values import (
    broken,
    doi_of,
    isbn_of,
    names_of,
    pages_of,
    pmid_of,
    web_address,
    year_of,
)

TAG_LINE = re.compile(r"\s*([A-Za-z][A-Za-z0-9])\s{0,3}[-\u2013]\s?(.*)")
"""A tag as people and programs write it."""
_ON_ONE_LINE = re.compile(r"(?<=\s)(?=TY {1,3}- ?[A-Z]{3,8}\s)|(?<=\S)\s+(?=ER {1,3}-\s*$)")
_PARTED = re.compile(r"(ER {1,3}-)\s*(?=TY {1,3}-)")
_KINDS = {
    **dict.fromkeys(("JOUR", "JFULL", "EJOUR", "MGZN", "NEWS", "INPR", "ABST", "SER"), ReadingKind.ARTICLE),
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "CLSWK", "DICT", "ENCYC"), ReadingKind.BOOK),
    **dict.fromkeys(("CHAP", "ECHAP"), ReadingKind.CHAPTER),
    **dict.fromkeys(("RPRT", "GOVDOC", "STAND", "PAMP", "LEGAL", "STAT", "BILL"), ReadingKind.REPORT),
    **dict.fromkeys(("ELEC", "WEB", "BLOG", "ICOMM", "MULTI"), ReadingKind.WEB),
    "THES": ReadingKind.THESIS,
    **dict.fromkeys(("CONF", "CPAPER"), ReadingKind.CONFERENCE),
    **dict.fromkeys(
        (
            *("ADVS", "AGGR", "ANCIENT", "ART", "CASE", "CHART", "COMP", "CTLG", "DATA", "DBASE", "EQUA", "FIGURE"),
            *("GEN", "GRANT", "HEAR", "MANSCPT", "MAP", "MPCT", "MUSIC", "PAT", "PCOMM", "SLIDE", "SOUND", "UNPB"),
            "VIDEO",
        ),
        ReadingKind.OTHER,
    ),
}
_OWN_NOTES = {"N1": "notes", "RN": "research notes"}
"""What a person may have written herself, and has no place in a reference."""
_KNOWN_BESIDE = frozenset(("U1", "U2", "U3", "U4", "U5", "L3", "AV", "BT", "CT", "ED", "PP", "PMID", "VO", "CP"))
"""Tags of other writings of RIS than rispy knows."""

Values = Mapping[str, object]


@dataclass(slots=True)
class _Entry:
    """The lines of an entry, put right: (tag, value)."""

    line: int
    lines: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_ris(lines: list[str]) -> ReadReferences:
    """The references of a file, from its lines."""
    found = Gathered.nothing()
    for entry in _entries(lines, found):
        _take(entry, found)
    return found.whole()


def _entries(lines: list[str], found: Gathered) -> Iterator[_Entry]:
    """The entries with all their lines, each ended."""
    entry: _Entry | None = None
    for number, line in _lines(lines):
        tag = TAG_LINE.fullmatch(line)
        name = tag.group(1).upper() if tag else ""
        if tag is None:
            _go_on(entry, line, number, found)
        elif name == "TY":
            if entry is not None:
                entry.notes.append("Its end (ER) is missing.")
                yield entry
            entry = _Entry(number, [(name, tag.group(2).strip())])
        elif name == "ER":
            if entry is not None:
                yield entry
            entry = None
        else:
            if entry is None:
                entry = _Entry(number, [("TY", "GEN")], ["Its kind (TY) is missing."])
            entry.lines.append((name, tag.group(2).strip()))
    if entry is not None:
        entry.notes.append("Its end (ER) is missing.")
        yield entry


def _lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Each line with its number; what was run together on one line is parted."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        parted = _PARTED.sub("\\1\n", line)
        for part in parted.split("\n") if parted is not line else [line]:
            for piece in _ON_ONE_LINE.split(part):
                if piece.strip():
                    yield number, piece


def _go_on(entry: _Entry | None, line: str, number: int, found: Gathered) -> None:
    """A line without a tag belongs to the one before it."""
    if entry is None:
        found.note("", number, f"{quoted(shortened(plain(line), 60))} belongs to no entry.")
    else:
        name, value = entry.lines[-1]
        entry.lines[-1] = (name, f"{value} {line.strip()}")


def _take(entry: _Entry, found: Gathered) -> None:
    from rispy import loads  # only where such a file is read

    text = "\n".join(f"{name}  - {value}" for name, value in (*entry.lines, ("ER", "")))
    read: Values = (loads(text) or [{}])[0]
    raw: dict[str, list[str]] = {}
    for name, value in entry.lines:
        raw.setdefault(name, []).append(value)
    code = raw["TY"][0].strip().upper()
    notes = list(entry.notes)
    kind = _KINDS.get(code)
    if kind is None:
        notes.append(f"Its kind {quoted(code)} is not known." if code else "Its kind (TY) is empty.")
    notes += _left(read, raw)
    if any(len({plain(value) for value in raw.get(tag, ())}) > 1 for tag in ("TI", "T1")):
        notes.append(RUN_TOGETHER)
    reference = _reference(kind or ReadingKind.OTHER, read, raw)
    found.take(reference, entry.line, [*notes, *broken(value for _, value in entry.lines)])


def _left(read: Values, raw: Mapping[str, list[str]]) -> list[str]:
    """Sentences on what has no place here."""
    notes = []
    unknown = read.get("unknown_tag")
    names = sorted(set(unknown) - _KNOWN_BESIDE) if isinstance(unknown, Mapping) else []
    if names:
        tags = joined([quoted(str(name)) for name in names])
        notes.append(f"The tag {tags} is not known." if len(names) == 1 else f"The tags {tags} are not known.")
    own = [words for tag, words in _OWN_NOTES.items() if any(value.strip() for value in raw.get(tag, ()))]
    if own:
        notes.append(f"Its {joined(own)} were not taken.")
    return notes


def _reference(kind: ReadingKind, read: Values, raw: Mapping[str, list[str]]) -> Reference:
    title = _first(read, "title", "primary_title") or _raw(raw, "BT", "CT") or _first(read, "short_title")
    book = _first(read, "secondary_title") or _raw(raw, "BT")
    journal = _first(read, "alternate_title3", "journal_name", "alternate_title2", "alternate_title1")
    whole = kind in (ReadingKind.BOOK, ReadingKind.REPORT, ReadingKind.THESIS)
    container = book if kind is ReadingKind.CHAPTER else journal or book
    numbers = [_first(read, name) for name in ("doi", "type_of_work", "custom7", "accession_number")]
    addresses = [part for one in _all(read, "urls") for part in one.split()]
    authors = (*_all(read, "authors"), *_all(read, "first_authors"))
    editors = (*_all(read, "secondary_authors"), *raw.get("ED", ())) if whole else ()
    return Reference(
        kind=kind,
        title=plain(title),
        authors=names_of(authors or editors),
        year=year_of(*(_first(read, name) for name in ("year", "publication_year", "date"))),
        container="" if whole and container == title else plain(container),
        volume=plain(_first(read, "volume") or _raw(raw, "VO")),
        issue=plain(_first(read, "number") or _raw(raw, "CP")),
        pages=pages_of(_first(read, "start_page"), _first(read, "end_page")) or pages_of(_raw(raw, "PP")),
        publisher=plain(_first(read, "publisher")),
        place=plain(_first(read, "place_published") or _raw(raw, "PP") * whole),
        edition=plain(_first(read, "edition")),
        doi=doi_of(*numbers, *addresses),
        pmid=_pmid(read, raw),
        isbn=isbn_of(_first(read, "issn")) if kind is not ReadingKind.ARTICLE else "",
        url=web_address(*addresses),
        abstract=plain(_first(read, "abstract", "notes_abstract")),
    )


def _pmid(read: Values, raw: Mapping[str, list[str]]) -> str:
    """PubMed's number: programs put it into the accession number, or an address."""
    base = f"{_first(read, 'name_of_database')} {_first(read, 'database_provider')}".casefold()
    number = _first(read, "accession_number")
    pubmed = any(word in base for word in ("pubmed", "medline", "nlm")) or "pmid" in number.casefold()
    addresses = [one for one in _all(read, "urls") if "pubmed" in one.casefold()]
    return pmid_of(number if pubmed else "", _raw(raw, "PMID"), *addresses)


def _first(read: Values, *names: str) -> str:
    """The first of these that is not empty."""
    return next((one for name in names for one in _all(read, name) if one.strip()), "")


def _all(read: Values, name: str) -> list[str]:
    value = read.get(name)
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _raw(raw: Mapping[str, list[str]], *tags: str) -> str:
    return next((one for tag in tags for one in raw.get(tag, ()) if one.strip()), "")
