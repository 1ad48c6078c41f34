"""How a profile reads what a person wrote: where it is a heading, and where it refers to something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from otcpd.portfolio.content import LIST_NUMBER
from otcpd.portfolio.wording import evidence_name

_MOST_HEADING = 80
_ENDS_A_SENTENCE = (".", "!", "?", ":", ";", ",")
_ITEM = re.compile(r"(?P<mark>[-–•*]|\d{1,2}[.)])\s+(?P<text>\S.*)")
_REFERENCE = re.compile(r"(?<![\w-])(?:E(?P<piece>[1-9]\d{0,4})|[Aa]ctivity (?P<activity>[1-9]\d{0,4}))(?![\w-])")


def activity_place(number: int) -> str:
    """The name of the place of an activity in the dated list, for what refers to it."""
    return f"activity-{number}"


def evidence_place(number: int) -> str:
    """The name of the place of a piece of evidence; E1 is the dated list."""
    return "part-2" if number == LIST_NUMBER else evidence_name(number)


def list_item(line: str) -> tuple[str, str] | None:
    """The mark and the text of a line that is an item of a list ("- milk", "2) bread"); None for other lines."""
    found = _ITEM.fullmatch(line.strip())
    return (found["mark"], found["text"]) if found else None


def is_heading(line: str, following: str) -> bool:
    """Whether a line of the person's text is a heading over the text below it.

    She has no other way to say so: it is a short line of its own that does not end like a sentence, with one
    after it that does.
    """
    line, following = line.strip(), following.strip()
    return (
        list_item(line) is None
        and 0 < len(line) <= _MOST_HEADING
        and not line.endswith(_ENDS_A_SENTENCE)
        and line[0].isalnum()
        and not line[0].islower()
        and following.endswith(_ENDS_A_SENTENCE)
    )


def references(text: str) -> Iterator[tuple[int, int, str]]:
    """Where `text` names a piece of evidence ("E3") or an activity ("activity 9"): start, end, place."""
    for found in _REFERENCE.finditer(text):
        piece = found["piece"]
        place = evidence_place(int(piece)) if piece else activity_place(int(found["activity"]))
        yield found.start(), found.end(), place
