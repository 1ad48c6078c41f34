"""What stripping a file comes to: which of its bytes stay, and what stands for the others."""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from typing import IO

Data = bytes | mmap.mmap
"""A whole file; mapped, so that a large one takes no memory."""

Part = bytes | range | int
"""New bytes, or a stretch of the old ones, or a number of zeros."""

PIECE = 1024 * 1024
"""Bytes copied at a time."""


class NotStripped(Exception):
    """This file is built in a way that we do not know well enough to take anything out of it."""


def carry_out(plan: Sequence[Part], data: Data, target: IO[bytes]) -> None:
    """Write the file that `plan` makes of `data`. Raises OSError."""
    for part in plan:
        if isinstance(part, bytes):
            target.write(part)
            continue
        stretch = part if isinstance(part, range) else range(part)
        for start in range(stretch.start, stretch.stop, PIECE):
            stop = min(start + PIECE, stretch.stop)
            target.write(data[start:stop] if isinstance(part, range) else bytes(stop - start))
