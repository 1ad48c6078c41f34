"""Values of references that several formats have in common: years, pages, names, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from otcpd.domain.reference_ids import doi_in, is_doi, is_pmid, plain_doi, plain_isbn, plain_pmid
from otcpd.exchange.references_text import has_broken_letters, plain

_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20|21)[0-9]{2}(?![0-9])")
_ISSN = re.compile(r"(?:issn:?\s*)?[0-9]{4}-?[0-9]{3}[0-9X](?:\s*\([^)]*\))?", re.IGNORECASE)

BROKEN_LETTERS = "Some letters in it cannot be read: the file was saved in another encoding than it says."


def year_of(*texts: str) -> str:
    """The first year in these texts; or what stands there, if it is short enough to be one ("in press")."""
    for text in texts:
        found = _YEAR.search(text)
        if found:
            return found.group()
    return next((said for said in map(plain, texts) if said.strip("/- ") and len(said) <= 12), "").strip("/ ")


def pages_of(first: str, last: str = "") -> str:
    """ "12-20" from its ends; an end written short, as in "1123-9", is written out."""
    start, end = plain(first), plain(last)
    parts = re.split(r"\s*(?:-{1,3}|[\u2010-\u2015\u2212])\s*", start)
    if not end and len(parts) == 2 and all(parts):
        start, end = parts
    if not end or end == start:
        return start
    if start.isdigit() and end.isdigit() and len(end) < len(start):
        end = start[: len(start) - len(end)] + end
    return f"{start}-{end}"


def names_of(names: Iterable[str]) -> str:
    """One name a line; each only once."""
    told = (name.strip(" ,;") for name in map(plain, names))
    return "\n".join(dict.fromkeys(name for name in told if name))


def doi_of(*texts: str) -> str:
    """The first DOI in these texts, in its plain form."""
    for text in texts:
        whole = plain_doi(plain(text))
        if is_doi(whole):
            return whole
    return next(filter(None, (doi_in(plain(text)) for text in texts)), "")


def pmid_of(*texts: str) -> str:
    """The first of these texts that is a PMID."""
    return next(filter(is_pmid, (plain_pmid(plain(text)) for text in texts)), "")


def isbn_of(*texts: str) -> str:
    """The first of these texts that is not the ISSN of a journal, as an ISBN."""
    found = (re.split(r"[;,]|\s(?=97[89])", plain(text))[0] for text in texts)
    return next((plain_isbn(one) for one in found if one and not _ISSN.fullmatch(one.strip())), "")


def web_address(*texts: str) -> str:
    """The first address of a page that is no DOI."""
    for text in texts:
        for part in plain(text).split():
            if re.match(r"(?:https?|ftp)://\S|www\.\S", part, re.IGNORECASE) and "doi.org/" not in part.lower():
                return part.rstrip(".,;")
    return ""


def broken(texts: Iterable[str]) -> list[str]:
    """The sentence to say where letters were lost, if they were."""
    return [BROKEN_LETTERS] if any(map(has_broken_letters, texts)) else []
