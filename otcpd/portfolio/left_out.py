"""What a profile does not hold, and why: in counts alone, so that the last page can print it.

The lines speak as the declaration does, in the first person.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from otcpd.domain.dates import long_day
from otcpd.domain.words import counted
from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.evidence.pieces import PreparedPiece

LEFT_OUT_TITLE = "What is not in this profile"
COUNTS_ALONE = "For completeness, this is what I have left out and why."
NOTHING_LEFT_OUT = "Nothing was left out."

_OUTSIDE = "outside the period"
_PRIVATE = "private, or part of my supervision"


def left_out_lines(content: ProfileContent, pieces: Sequence[PreparedPiece], inexact: int = 0) -> tuple[str, ...]:
    """One line for each kind of thing that is not there, in the order in which a reader would ask.

    `pieces` are the evidence as prepared, and `inexact` is how many characters are printed as boxes.
    """
    counts = content.left_out
    listed_only = sum(one.refusal is not None for one in pieces)
    numbers: tuple[tuple[int, Callable[[int], str]], ...] = (
        (counts.future, _future),
        (counts.chosen, _chosen),
        (counts.undescribed, _undescribed),
        (counts.texts, _texts),
        (counts.files, _files),
        (listed_only, _listed_only),
        (counts.uncaptioned, _uncaptioned),
        (inexact, _inexact),
    )
    lines = (_outside(content), *(words(number) for number, words in numbers if number))
    return tuple(f"{line[0].upper()}{line[1:]}." for line in lines if line)


def _activities(number: int) -> str:
    return counted(number, "activity", "activities")


def _outside(content: ProfileContent) -> str:
    """ "97 activities before 1 November 2025: outside the period"; the other day is named if some lie there too."""
    counts, cover = content.left_out, content.cover
    sides = ((counts.before, f"before {long_day(cover.start)}"), (counts.after, f"after {long_day(cover.end)}"))
    days = " or ".join(side for number, side in sides if number)
    return f"{_activities(counts.before + counts.after)} {days}: {_OUTSIDE}" if days else ""


def _future(number: int) -> str:
    return f"{_activities(number)}: after the day of preparing"


def _chosen(number: int) -> str:
    return f"{_activities(number)} chosen for the statement: {_OUTSIDE}"


def _undescribed(number: int) -> str:
    return f"{_activities(number)}: listed in part 2, and not described in the statement"


def _texts(number: int) -> str:
    return f"{counted(number, 'text')}: {_PRIVATE}"


def _files(number: int) -> str:
    return f"{counted(number, 'file')}: {_PRIVATE}"


def _evidence(number: int) -> str:
    return f"{counted(number, 'piece')} of evidence"


def _listed_only(number: int) -> str:
    each = "" if number == 1 else " for each"
    return f"{_evidence(number)}: listed, but not shown as pages; part 4 gives the reason{each}"


def _uncaptioned(number: int) -> str:
    return f"{_evidence(number)}: without a caption"


def _inexact(number: int) -> str:
    return (
        f"{counted(number, 'character')}: printed as a box, because no font here has {'it' if number == 1 else 'them'}"
    )
