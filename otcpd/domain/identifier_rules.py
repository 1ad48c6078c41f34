"""What the confidentiality check looks for, and what it finds: plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class IdentifierKind(StrEnum):
    """What was seen. Where two are seen in one place, the one that stands first here counts."""

    EMAIL = "email"
    CHI = "chi"
    NHS_NUMBER = "nhs_number"
    NI_NUMBER = "ni_number"
    BIRTH_DATE = "birth_date"
    CASE_NUMBER = "case_number"
    PHONE = "phone"
    ADDRESS = "address"
    POSTCODE = "postcode"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class FoundIdentifier:
    """One place in a text: `text[start:end]`. `sure` is False for what may well be something else."""

    kind: IdentifierKind
    start: int
    end: int
    text: str
    sure: bool


@dataclass(frozen=True, slots=True)
class IdentifierWords:
    """How one kind is told to a person: "CHI number", "looks like a CHI number", and why it matters in a sentence."""

    label: str
    looks_like: str
    """With its article, after "looks like": "a CHI number"."""
    why: str
    source: str
    """The name of the source."""


@dataclass(frozen=True, slots=True)
class IdentifierRules:
    """The facts behind the check, as the catalogue reads them from their dated file."""

    words: Mapping[IdentifierKind, IdentifierWords]
    reminder: str
    nhs_ranges: tuple[tuple[int, int], ...]
    """First nine digits, both ends counted in."""
    ni_never: str
    ni_never_second: str
    ni_unused: frozenset[str]
    ni_suffixes: str
    postcode_forms: tuple[str, ...]
    """With A for a letter and 9 for a digit: "AA9A 9AA"."""
    postcode_never_first: str
    postcode_never_second: str
    postcode_never_last: str
    postcode_others: tuple[str, ...]
    birth_words: tuple[str, ...]
    streets: tuple[str, ...]
    titles: tuple[str, ...]
    relations: tuple[str, ...]
    case_systems: tuple[str, ...]
    case_words: tuple[str, ...]
