"""What a profile does not hold, and why: in counts alone, so that the last page can print it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from otcpd.domain.words import counted
from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.evidence.pieces import PreparedPiece

LEFT_OUT_TITLE = "What is not in this profile"
COUNTS_ALONE = "What was left out stands here as numbers and reasons alone."
NOTHING_LEFT_OUT = "Nothing was left out."


def left_out_lines(content: ProfileContent, pieces: Sequence[PreparedPiece], inexact: int = 0) -> tuple[str, ...]:
    """One sentence for each kind of thing that is not there, in the order in which a reader would ask.

    `pieces` are the evidence as prepared, and `inexact` is how many characters are printed as boxes.
    """
    counts = content.left_out
    listed_only = sum(one.refusal is not None for one in pieces)
    numbers: tuple[tuple[int, Callable[[int], str]], ...] = (
        (counts.outside, _outside),
        (counts.future, _future),
        (counts.chosen, _chosen),
        (counts.undescribed, _undescribed),
        (counts.texts, _texts),
        (counts.files, _files),
        (listed_only, _listed_only),
        (counts.uncaptioned, _uncaptioned),
        (inexact, _inexact),
    )
    lines = (words(number) for number, words in numbers if number)
    return tuple(f"{line[0].upper()}{line[1:]}" for line in lines)


def _activities(number: int) -> str:
    return counted(number, "activity", "activities")


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _outside(number: int) -> str:
    return f"{_activities(number)} outside the period {_is(number)} not listed."


def _future(number: int) -> str:
    return f"{_activities(number)} dated after the day of preparing {_is(number)} not listed."


def _chosen(number: int) -> str:
    return f"{_activities(number)} chosen for the statement {_is(number)} not used, because of {_its(number)} date."


def _its(number: int) -> str:
    return "its" if number == 1 else "their"


def _undescribed(number: int) -> str:
    was = "was" if number == 1 else "were"
    return f"{_activities(number)} {_is(number)} listed, and {was} not chosen for the statement."


def _texts(number: int) -> str:
    verb = "is" if number == 1 else "are"
    return f"{counted(number, 'text')} {verb} kept for the writer or for supervision."


def _files(number: int) -> str:
    return f"{counted(number, 'file')} of evidence {_is(number)} kept for the writer or for supervision."


def _listed_only(number: int) -> str:
    verb = "is" if number == 1 else "are"
    whose = "its" if number == 1 else "each"
    reason = "its reason stands" if number == 1 else f"the reason for {whose} stands"
    return f"{counted(number, 'piece')} of evidence {verb} listed but not shown as pages; {reason} in part 4."


def _uncaptioned(number: int) -> str:
    verb = "has" if number == 1 else "have"
    return f"{counted(number, 'piece')} of evidence {verb} no caption here, and {_is(number)} listed by number alone."


def _inexact(number: int) -> str:
    verb = "is" if number == 1 else "are"
    return f"{counted(number, 'character')} that the fonts here cannot show {verb} printed as a box."
