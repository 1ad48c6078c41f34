"""Words: counting them as word processors do, and writing small numbers as words."""

from __future__ import annotations

from collections.abc import Sequence

BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""Every character that `str.strip` takes off, for the database: its own `trim` knows only the space."""

_MOST_QUOTED = 120
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def count_words(text: str) -> int:
    """How many runs of non-space `text` has (rule R15): the count that word processors show."""
    return len(text.split())


def in_words(number: int) -> str:
    """ "two" for 2 up to ten, "1,500" beyond; "no" for 0, as in "no activities"."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def counted(number: int, one: str, many: str = "") -> str:
    """ "one activity", "three activities": a number in words with its noun; `many` defaults to one + "s"."""
    return f"{in_words(number)} {one if number == 1 else many or one + 's'}"


def tally(count: int, one: str, many: str = "") -> str:
    """ "21 activities": a number in figures with its noun, for tables and facts."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def joined(parts: Sequence[str]) -> str:
    """ "1, 2 and 3": parts as a list in a sentence."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def shortened(text: str, most: int) -> str:
    """The first words of a text, at most so many characters with the "…" at their end."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    cut = head.rfind(" ")
    return f"{head[:cut] if cut > most // 2 else head}…"


def quoted(text: str) -> str:
    """‘Text’ in the single quotes that British print uses, for titles inside a sentence.

    Of one that would make the sentence too long to read, only the beginning.
    """
    return f"‘{shortened(text, _MOST_QUOTED)}’"
