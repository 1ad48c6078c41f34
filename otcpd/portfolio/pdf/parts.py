"""Dividing a profile into files of a limited size."""

from __future__ import annotations

from collections.abc import Sequence


def allot(weights: Sequence[int], room: Sequence[int]) -> list[range]:
    """Which units go into which file, in order: as many as `room` lets in, at least one in each.

    `weights` are about how many bytes each unit takes. `room` holds the bytes that the first, second … file
    has for units; its last number stands for all that follow. There is always at least one file.
    """
    files: list[range] = []
    start = used = 0
    for place, weight in enumerate(weights):
        limit = room[min(len(files), len(room) - 1)]
        if place > start and used + weight > limit:
            files.append(range(start, place))
            start, used = place, 0
        used += weight
    return [*files, range(start, len(weights))]
