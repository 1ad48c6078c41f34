"""What changed between two versions of a text, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

AROUND = 6
"""Words shown on either side of a change."""

_MOST = 800
"""Beyond so many words on one side they are not compared with each other: all went, all came."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class WordChange:
    """One place: the words before it, those that went, those that came, the words after it.

    `begins` and `ends` say that nothing stands before `lead` or after `tail`.
    """

    lead: str
    gone: str
    came: str
    tail: str
    begins: bool
    ends: bool


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """The places where words differ; none if only blanks do."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    head = _shared(old, new)
    foot = _shared(old[head:][::-1], new[head:][::-1])
    changes = []
    for start, end, new_start, new_end in _blocks(old[head : len(old) - foot], new[head : len(new) - foot]):
        first, last = head + start, head + end
        lead, tail = old[max(0, first - AROUND) : first], old[last : last + AROUND]
        changes.append(
            WordChange(
                lead=" ".join(lead),
                gone=" ".join(old[first:last]),
                came=" ".join(new[head + new_start : head + new_end]),
                tail=" ".join(tail),
                begins=first <= AROUND,
                ends=last + AROUND >= len(old),
            )
        )
    return tuple(changes)


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words at the start are the same."""
    for place, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return place
    return min(len(old), len(new))


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Start and end of what differs, in the old words and in the new ones."""
    if not old and not new:
        return
    if max(len(old), len(new)) > _MOST:
        yield 0, len(old), 0, len(new)
        return
    pending: tuple[int, int, int, int] | None = None
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            # One or two words in common are chance: two changes that close together read better as one.
            if pending is not None and end - start > 2:
                yield pending
                pending = None
            continue
        pending = (start, end, new_start, new_end) if pending is None else (pending[0], end, pending[2], new_end)
    if pending is not None:
        yield pending
