"""References to the items of frameworks: "framework@edition:code", as activities, goals and marks keep them.

Code and edition of a framework hold neither "@" nor ":"; the code of an item may hold anything.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import quoted

_NO_SLUG = re.compile(r"[^a-z0-9._-]+")
MOST_CODE = 60
"""Letters of the code of a framework, of its edition, or of one of its items."""


class EditionRef(NamedTuple):
    """One edition of a framework: `str()` gives "framework@edition"."""

    framework: str
    edition: str

    def __str__(self) -> str:
        return f"{self.framework}@{self.edition}"

    def item(self, code: str) -> str:
        """The reference of an item of this edition."""
        return f"{self}:{code}"


class ItemRef(NamedTuple):
    """An item of one edition: `str()` gives "framework@edition:code"."""

    edition: EditionRef
    code: str

    def __str__(self) -> str:
        return self.edition.item(self.code)


def parse_edition(text: str) -> EditionRef | None:
    """ "rcot_career@2022" in its parts; None for anything else."""
    framework, at, edition = text.partition("@")
    if not (framework and at and edition) or "@" in edition or ":" in text:
        return None
    return EditionRef(framework, edition)


def parse_ref(text: str) -> ItemRef | None:
    """ "rcot_career@2022:leadership" in its parts; None for anything else."""
    before, colon, code = text.partition(":")
    edition = parse_edition(before)
    return ItemRef(edition, code) if edition is not None and colon and code else None


def checked_edition(text: str) -> str:
    """The name of an edition on one line. Raises NotAcceptable for one that could not stand in references."""
    edition = " ".join(text.split())
    if parse_edition(f"x@{edition}") is None or len(edition) > MOST_CODE:
        raise NotAcceptable(
            f"{quoted(edition)} cannot be the name of an edition." if edition else "The edition has no name yet.",
            "Nothing was changed.",
            "Give a year or a number, such as 2026, without @ and colon.",
        )
    return edition


def slug(text: str) -> str:
    """Words as the code of a framework or of its edition: "Senior OT, our council" is "senior_ot_our_council"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NO_SLUG.sub("_", plain).strip("_.-")[:MOST_CODE].strip("_.-")
