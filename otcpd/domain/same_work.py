"""Whether two references are to the same work, so that nobody reads, or lists, it twice."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from otcpd.domain.author_names import author_names
from otcpd.domain.reading import Reference

_APART = re.compile(r"[\W_]+")


class KnownWorks:
    """References by what tells them apart. Looking one up takes the same time however many there are."""

    def __init__(self) -> None:
        self._by_doi: dict[str, str] = {}
        self._by_pmid: dict[str, str] = {}
        self._by_title: dict[str, list[tuple[str, Reference]]] = defaultdict(list)

    def add(self, key: str, reference: Reference) -> None:
        """Know a reference under a key; the first of several alike is the one that is found."""
        if reference.doi:
            self._by_doi.setdefault(reference.doi.casefold(), key)
        if reference.pmid:
            self._by_pmid.setdefault(reference.pmid, key)
        title = folded(reference.title)
        if title:
            self._by_title[title].append((key, reference))

    def find(self, reference: Reference) -> str | None:
        """The key of the same work; None if it is not known.

        The DOI decides where both have one, then the PMID; else title and year, with the first author. A year or an
        author that one of them lacks is no difference.
        """
        if reference.doi and (found := self._by_doi.get(reference.doi.casefold())):
            return found
        if reference.pmid and (found := self._by_pmid.get(reference.pmid)):
            return found
        for key, other in self._by_title.get(folded(reference.title), ()):
            if _alike(reference, other):
                return key
        return None


def folded(text: str) -> str:
    """A title without capitals, accents, signs and blanks, as it is compared."""
    apart = unicodedata.normalize("NFKD", text)
    return _APART.sub("", "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold())


def _alike(one: Reference, other: Reference) -> bool:
    """Whether two references with the same title are to the same work."""
    if one.doi and other.doi and one.doi.casefold() != other.doi.casefold():
        return False
    if one.pmid and other.pmid and one.pmid != other.pmid:
        return False
    first, second = (_years(text) for text in (one.year, other.year))
    if first and second and first != second:
        return False
    ours, theirs = (author_names(text)[:1] for text in (one.authors, other.authors))
    return not ours or not theirs or folded(ours[0].family) == folded(theirs[0].family)


def _years(text: str) -> str:
    found = re.search(r"[0-9]{4}", text)
    return found.group() if found else ""
