"""What changed between two self-assessments in the same framework: item by item, in words, and no score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from otcpd.domain.assessment import Assessment, Mark
from otcpd.domain.words import in_words, joined


class Move(StrEnum):
    """What became of the level of an item."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NEW = "new"
    """It is marked now, and was not before."""
    GONE = "gone"
    """It was marked before, and is not now."""
    NONE = "none"
    """It is marked at neither."""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What changed for one item between the earlier mark and the later one."""

    item: str
    before: Mark
    after: Mark

    @property
    def now(self) -> Move:
        """What became of the level where she is."""
        return _move(self.before.now, self.after.now)

    @property
    def target(self) -> Move:
        """What became of the level where she wants to be."""
        return _move(self.before.target, self.after.target)

    @property
    def reached(self) -> bool:
        """Whether she is now where she wanted to be before, or further, and was not then."""
        wanted, after, before = self.before.target, self.after.now, self.before.now
        return wanted is not None and after is not None and after >= wanted and (before is None or before < wanted)

    @property
    def changed(self) -> bool:
        """Whether either level is another one."""
        still = (Move.SAME, Move.NONE)
        return self.now not in still or self.target not in still

    @property
    def said(self) -> str:
        """ "Up from level 4 to level 5, as wanted. Level 6 wanted now, level 5 before." """
        sentences = [_now_said(self), _target_said(self)]
        return " ".join(sentence for sentence in sentences if sentence) or "No level marked."


def assessment_changes(before: Assessment, after: Assessment, items: Iterable[str]) -> tuple[ItemChange, ...]:
    """What changed for each of these items between two dates, in their order."""
    return tuple(ItemChange(item, before.mark(item), after.mark(item)) for item in items)


def changes_said(changes: Sequence[ItemChange]) -> str:
    """All of it in a sentence: "Two went up, one is new, one stayed." """
    counts = [
        (sum(one.now is move for one in changes), words)
        for move, words in (
            (Move.UP, "went up"),
            (Move.DOWN, "went down"),
            (Move.NEW, "marked for the first time"),
            (Move.GONE, "no longer marked"),
            (Move.SAME, "stayed"),
        )
    ]
    told = joined([f"{in_words(number)} {words}" for number, words in counts if number])
    return f"{told[0].upper()}{told[1:]}." if told else "No level is marked on either day."


def _move(before: int | None, after: int | None) -> Move:
    if before is None or after is None:
        if before is after:
            return Move.NONE
        return Move.NEW if before is None else Move.GONE
    if before == after:
        return Move.SAME
    return Move.UP if after > before else Move.DOWN


def _now_said(change: ItemChange) -> str:
    before, after = change.before.now, change.after.now
    match change.now:
        case Move.UP:
            wanted = ", as wanted" if change.reached else ""
            return f"Up from level {before} to level {after}{wanted}."
        case Move.DOWN:
            return f"From level {before} to level {after}."
        case Move.SAME:
            return f"Level {after}, as before."
        case Move.NEW:
            return f"Level {after}, not marked before."
        case Move.GONE:
            return f"Not marked any more, level {before} before."
    return ""


def _target_said(change: ItemChange) -> str:
    before, after = change.before.target, change.after.target
    match change.target:
        case Move.UP | Move.DOWN:
            return f"Level {after} wanted now, level {before} before."
        case Move.SAME:
            return f"Level {after} still wanted." if change.after.now != after else ""
        case Move.NEW:
            return f"Level {after} wanted now."
        case Move.GONE:
            return f"Level {before} no longer wanted." if not change.reached else ""
    return ""
