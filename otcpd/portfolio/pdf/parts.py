"""Dividing a profile into files of a limited size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_HELPS = 0.9
"""A file that is divided must give halves of which one is no larger than this of it; else it stays whole."""


@dataclass(frozen=True, slots=True)
class Share:
    """What goes into one file: the units from `start` up to `end`, not included; the first file also has the
    text of the profile.

    `whole` is the size of the file that this one is a half of, 0 for others. A `settled` one stays as it is.
    """

    start: int
    end: int
    whole: int = 0
    settled: bool = False


def allot(weights: Sequence[int], room: int) -> list[Share]:
    """Which units go into which file, in order: as many as there is `room` for, but at least one.

    `weights` are about how many bytes each unit takes. There is always at least one file.
    """
    files: list[Share] = []
    start = used = 0
    for place, weight in enumerate(weights):
        if place > start and used + weight > room:
            files.append(Share(start, place))
            start, used = place, 0
        used += weight
    return [*files, Share(start, len(weights))]


def divided(shares: Sequence[Share], sizes: Sequence[int], weights: Sequence[int], most: int) -> list[Share]:
    """The shares for another try, when files of `sizes` bytes came of these and `most` is the limit.

    What was too large is halved, and halves that are hardly smaller than the whole are joined again: then what
    all files have is too large, and many files would be worse than one. Gives the same shares when there is
    nothing more to do.
    """
    found: list[Share] = []
    for share, size in _joined(shares, sizes, most):
        middle = _middle(weights, share)
        if size <= most or share.settled or middle is None:
            found.append(share)
        else:
            found += [Share(share.start, middle, size), Share(middle, share.end, size)]
    return found


def _joined(shares: Sequence[Share], sizes: Sequence[int], most: int) -> list[tuple[Share, int]]:
    """The shares with their sizes, halves joined that are of no use."""
    found: list[tuple[Share, int]] = []
    place = 0
    while place < len(shares):
        share, size = shares[place], sizes[place]
        pair = place + 1 < len(shares) and share.whole > 0 and shares[place + 1].whole == share.whole
        if pair and min(size, sizes[place + 1]) > max(most, share.whole * _HELPS):
            found.append((Share(share.start, shares[place + 1].end, settled=True), share.whole))
            place += 2
        else:
            found.append((share, size))
            place += 1
    return found


def _middle(weights: Sequence[int], share: Share) -> int | None:
    """Where to halve a share by weight, with something on both sides; None for what cannot be halved."""
    if share.end - share.start < 2:
        return None
    half = sum(weights[share.start : share.end]) / 2
    used = 0
    for place in range(share.start, share.end - 1):
        used += weights[place]
        if used >= half:
            return place + 1
    return share.end - 1
