"""DOI, PMID and ISBN: taken out of what surrounds them, and looked at for form alone, without asking anybody.

DOI: ISO 26324 and the DOI Handbook, 2.2 ("10.", a registrant's code, a slash, a suffix without blanks).
PMID: up to eight digits (NLM, MEDLINE/PubMed data element descriptions). ISBN: ISO 2108, with its check digit.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_DOI_BEFORE = re.compile(r"^(?:\s*(?:(?:https?:)?(?://)?(?:dx\.|www\.)?doi\.org/|doi\s*:?)\s*)+", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_DOI_LOOSE = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]+")
_PMID_BEFORE = re.compile(
    r"^\s*(?:pmid\s*:?\s*|pubmed\s*:?\s*|(?:https?://)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|"
    r"ncbi\.nlm\.nih\.gov/pubmed)/)",
    re.IGNORECASE,
)
_PMID = re.compile(r"[1-9][0-9]{0,7}")
_ISBN_BEFORE = re.compile(r"^\s*(?:isbn(?:[- ]?1[03](?![0-9]))?\s*:?\s*|urn:isbn:)+", re.IGNORECASE)
_ISBN_ASIDE = re.compile(r"\s*\([^)]*\)\s*$")
_DASHES = re.compile(r"[\s\-\u00ad\u2010-\u2015\u2212]")

DOI_LOOKS = "A DOI begins with 10. and has a slash, such as 10.1000/ot.2026.12."
PMID_LOOKS = "A PMID is a number of up to eight digits, such as 31234567."
ISBN_LENGTH = "An ISBN has 10 or 13 digits."
ISBN_CHECK = "The last digit of this ISBN does not go with the others. One of them may be mistyped."


def plain_doi(text: str) -> str:
    """The DOI alone: without "https://doi.org/", "doi:" and the full stop of a sentence. Other text stays as it is."""
    found = " ".join(text.split())
    before = _DOI_BEFORE.match(found)
    if before:
        found = found[before.end() :]
        if "%" in found:
            found = unquote(found)
    found = found.strip().rstrip(".,;").strip() if found.lstrip().startswith("10.") else found.strip()
    for opening, closing in ("()", "[]", "{}", "<>"):
        if found.endswith(closing) and opening not in found:
            found = found[:-1]
    return found


def doi_in(text: str) -> str:
    """The first DOI that stands somewhere in a text, such as the address of a page; empty if there is none."""
    found = _DOI_LOOSE.search(unquote(text) if "%" in text else text)
    return plain_doi(found.group()) if found else ""


def is_doi(text: str) -> bool:
    """Whether a plain DOI has the form of one."""
    return _DOI.fullmatch(text) is not None


def plain_pmid(text: str) -> str:
    """The PMID alone: without "PMID:" and the address of PubMed. Other text stays as it is."""
    found = " ".join(text.split())
    return _PMID_BEFORE.sub("", found, count=1).rstrip("/. ").removesuffix(" [pmid]").strip()


def is_pmid(text: str) -> bool:
    """Whether a plain PMID has the form of one."""
    return _PMID.fullmatch(text) is not None


def plain_isbn(text: str) -> str:
    """The ISBN as digits alone, where it is one or might be; other text stays as it is.

    Hyphens, blanks, "ISBN" and "(paperback)" go.
    """
    found = " ".join(text.split())
    digits = _DASHES.sub("", _ISBN_ASIDE.sub("", _ISBN_BEFORE.sub("", found))).upper()
    return digits if re.fullmatch(r"[0-9]+X?", digits) else found


def is_isbn(text: str) -> bool:
    """Whether a plain ISBN has 10 or 13 digits, of which the last goes with the others."""
    if re.fullmatch(r"[0-9]{9}[0-9X]", text):
        total = sum(weight * _value(sign) for weight, sign in zip(range(10, 0, -1), text, strict=True))
        return total % 11 == 0
    if re.fullmatch(r"97[89][0-9]{10}", text):
        return sum((3 if place % 2 else 1) * _value(sign) for place, sign in enumerate(text)) % 10 == 0
    return False


def doi_note(text: str) -> str:
    """What to say of a DOI that does not look like one; empty if it does, or if there is none."""
    plain = plain_doi(text)
    return "" if not plain or is_doi(plain) else DOI_LOOKS


def pmid_note(text: str) -> str:
    """What to say of a PMID that does not look like one; empty if it does, or if there is none."""
    plain = plain_pmid(text)
    return "" if not plain or is_pmid(plain) else PMID_LOOKS


def isbn_note(text: str) -> str:
    """What to say of an ISBN that does not look like one; empty if it does, or if there is none."""
    plain = plain_isbn(text)
    if not plain or is_isbn(plain):
        return ""
    sized = re.fullmatch(r"[0-9]{9}[0-9X]|97[89][0-9]{10}", plain)
    return ISBN_CHECK if sized else ISBN_LENGTH


def _value(sign: str) -> int:
    return 10 if sign == "X" else int(sign)
