"""The names of authors, as the lines of a reference have them."""

from __future__ import annotations

import re
from typing import NamedTuple

_GIVEN = re.compile(r"[^\s.\-\u2010\u2011]+\.?|[\-\u2010\u2011]")
_SUFFIX = re.compile(r"(?:jr|sr|[ivx]{2,4})\.?", re.IGNORECASE)
_INITIALS = re.compile(r"[^\W\d_]{2,3}", re.UNICODE)


class AuthorName(NamedTuple):
    """`family` is the whole name of an organisation, which has no `given` names. `suffix` is "Jr" or "III"."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def cited(self) -> str:
        """ "Rowan, E.M.": family name and initials."""
        letters = initials(self.given)
        return ", ".join(part for part in (self.family, letters, self.suffix) if part)


def author_names(lines: str) -> list[AuthorName]:
    """The names of a text with one name a line: "Rowan, Eilidh Mary", or an organisation."""
    return [author_name(line) for line in lines.splitlines() if line.strip()]


def who_wrote(lines: str) -> str:
    """ "Rowan and Alder", "Rowan and others": family names alone, for a list."""
    families = [line.split(",", 1)[0].strip() for line in lines.splitlines() if line.strip()]
    if len(families) > 2:
        return f"{families[0]} and others"
    return " and ".join(families)


def author_name(line: str) -> AuthorName:
    """A name from its line. The comma tells people from organisations."""
    parts = [part.strip() for part in line.split(",")]
    if len(parts) == 1:
        return AuthorName(parts[0])
    if len(parts) == 2:
        return AuthorName(parts[0], parts[1])
    if _SUFFIX.fullmatch(parts[2]):
        return AuthorName(parts[0], parts[1], parts[2])
    if _SUFFIX.fullmatch(parts[1]):
        return AuthorName(parts[0], ", ".join(parts[2:]).strip(", "), parts[1])
    return AuthorName(" ".join(line.split()))  # an organisation with commas in its name


def initials(given: str) -> str:
    """ "E.M." from "Eilidh Mary", "J.-W." from "Jan-Willem"; letters that stand together, as in "EM", are initials."""
    made = ""
    for part in _GIVEN.findall(given):
        if not part.strip("-\u2010\u2011"):
            made += "-" if made else ""
            continue
        letters = part.rstrip(".")
        if _INITIALS.fullmatch(letters) and letters.isupper():
            made += "".join(f"{letter}." for letter in letters)
        elif letters:
            made += f"{letters[0].upper()}."
    return made.rstrip("-")
