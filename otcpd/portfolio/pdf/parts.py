"""Dividing a profile into files of a limited size."""

from __future__ import annotations

from collections.abc import Sequence


def allot(weights: Sequence[int], room: int) -> list[range]:
    """Which units go into which file, in order: as many as there is `room` for, but at least one.

    `weights` are about how many bytes each unit takes. There is always at least one file.
    """
    files: list[range] = []
    start = used = 0
    for place, weight in enumerate(weights):
        if place > start and used + weight > room:
            files.append(range(start, place))
            start, used = place, 0
        used += weight
    return [*files, range(start, len(weights))]
