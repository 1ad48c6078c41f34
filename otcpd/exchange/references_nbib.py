"""NBIB: what PubMed saves (MEDLINE tags such as "PMID- 31234567", lines that go on set in by six blanks).

Our own reader: the format is a few lines of rules, and the one library for it was last kept in 2021, knows no other
encoding than UTF-8 and stops at the first line it does not know (docs/decisions/0029). Tags: National Library of
Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from otcpd.domain.reading import ReadingKind, Reference
from otcpd.domain.reference_ids import is_pmid
from otcpd.domain.words import joined, quoted, shortened
from otcpd.exchange.references import Gathered, ReadReferences
from otcpd.exchange.references_text import plain
from otcpd.exchange.references_values import broken, doi_of, isbn_of, names_of, pages_of, pmid_of, year_of

TAG_LINE = re.compile(r"\ufeff?([A-Z]{2,5})\s{0,3}- ?(.*)")
_ID_PLACE = re.compile(r"\s*\[[a-z]+\]\s*$", re.IGNORECASE)
_INITIALS = re.compile(r"(.+?)\s+([A-Z]{1,4})")
_TAGS = frozenset(
    re.findall(
        "[A-Z]+",
        """
        AB ABN AD AID AU AUID BTI CA CDAT CFIN CI CIN CN COI CON COIS CP CRDT CRF CRI CTDT CTI DA DCOM DDIN DEP DP
        DRDT DRIN ECF ECI ED EDAT EFR EIN EN FAU FED FIR FPS GN GR GS HNL IP IR IRAD IS ISBN JID JT LA LID LR MH MHDA
        MID NM OAB OABL OCI OID ORI OT OTO OWN PB PG PHST PL PMC PMCR PMID PS PST PT PUBM RF RIN RN ROF RPF RPI RRF
        RRI SB SFM SI SO SPIN STAT TA TI TT UIN UOF VI VTI
        """,
    )
)
"""Every tag of MEDLINE and of PubMed's books."""


@dataclass(slots=True)
class _Entry:
    line: int
    values: dict[str, list[str]] = field(default_factory=dict)
    last: str = ""

    def add(self, tag: str, value: str) -> None:
        self.values.setdefault(tag, []).append(value)
        self.last = tag

    def go_on(self, value: str) -> None:
        self.values[self.last][-1] += f" {value}"

    def first(self, *tags: str) -> str:
        return next((one for tag in tags for one in self.values.get(tag, ()) if one.strip()), "")

    def all(self, tag: str) -> list[str]:
        return self.values.get(tag, [])


def read_nbib(lines: list[str]) -> ReadReferences:
    """The references of a file, from its lines."""
    found = Gathered.nothing()
    for entry in _entries(lines, found):
        _take(entry, found)
    return found.whole()


def _entries(lines: list[str], found: Gathered) -> Iterator[_Entry]:
    """A PMID or a second title begins an entry, and so does OWN after an empty line."""
    entry: _Entry | None = None
    after_blank = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            after_blank = True
            continue
        tag = TAG_LINE.fullmatch(line)
        if tag is None:
            if entry is None:
                found.note("", number, f"{quoted(shortened(plain(line), 60))} belongs to no entry.")
            else:
                entry.go_on(line.strip())
            continue
        name = tag.group(1)
        if entry is None or _is_another(entry, name) or (after_blank and name in ("PMID", "OWN")):
            if entry is not None:
                yield entry
            entry = _Entry(number)
        entry.add(name, tag.group(2).strip())
        after_blank = False
    if entry is not None:
        yield entry


def _is_another(entry: _Entry, tag: str) -> bool:
    """Whether a tag cannot be of the same entry: no entry has two titles, even where the number of one is missing."""
    return bool(entry.values) if tag == "PMID" else tag == "TI" and "TI" in entry.values


def _take(entry: _Entry, found: Gathered) -> None:
    notes = []
    unknown = sorted(set(entry.values) - _TAGS)
    if unknown:
        tags = joined([quoted(name) for name in unknown])
        notes.append(f"The tag {tags} is not known." if len(unknown) == 1 else f"The tags {tags} are not known.")
    number = plain(entry.first("PMID"))
    if number and not is_pmid(number):
        notes.append(f"{quoted(shortened(number, 40))} is no PMID.")
    notes += broken(value for values in entry.values.values() for value in values)
    found.take(_reference(entry), entry.line, notes)


def _reference(entry: _Entry) -> Reference:
    kind = _kind(entry)
    ids = [_ID_PLACE.sub("", one) for tag in ("LID", "AID") for one in entry.all(tag) if "[doi]" in one.casefold()]
    title = entry.first("TI", "BTI", "TT") if kind is not ReadingKind.BOOK else entry.first("BTI", "TI")
    container = entry.first("BTI") if kind is ReadingKind.CHAPTER else entry.first("JT", "TA")
    return Reference(
        kind=kind,
        title=plain(title).strip("[]").rstrip(".") if title.startswith("[") else plain(title).removesuffix("."),
        authors=_authors(entry),
        year=year_of(entry.first("DP", "DEP", "EDAT")),
        container=plain(container),
        volume=plain(entry.first("VI")),
        issue=plain(entry.first("IP")),
        pages=pages_of(entry.first("PG")),
        publisher=plain(entry.first("PB")),
        place=plain(entry.first("PL")) if kind is not ReadingKind.ARTICLE else "",
        edition=plain(entry.first("EN")),
        doi=doi_of(*ids, entry.first("SO") if "doi:" in entry.first("SO") else ""),
        pmid=pmid_of(entry.first("PMID")),
        isbn=isbn_of(entry.first("ISBN")),
        abstract=plain(entry.first("AB", "OAB")),
    )


def _kind(entry: _Entry) -> ReadingKind:
    types = {one.casefold() for one in entry.all("PT")}
    if "book chapter" in types or (entry.first("BTI") and entry.first("TI")):
        return ReadingKind.CHAPTER
    if "book" in types or entry.first("BTI") or (entry.first("ISBN") and not entry.first("JT", "TA")):
        return ReadingKind.BOOK
    if "technical report" in types:
        return ReadingKind.REPORT
    return ReadingKind.ARTICLE


def _authors(entry: _Entry) -> str:
    full = entry.all("FAU")
    short = [_with_comma(one) for one in entry.all("AU")]
    editors = entry.all("FED") or [_with_comma(one) for one in entry.all("ED")]
    return names_of((*(full or short), *entry.all("CN")) or editors)


def _with_comma(name: str) -> str:
    """ "Rowan, EM" from "Rowan EM"."""
    found = _INITIALS.fullmatch(plain(name))
    return f"{found.group(1)}, {found.group(2)}" if found else name
