"""A process of its own that exports a profile: `python -m tests.benchmarks.export_ours RECORD OUT`.

Prints the longest time, in milliseconds, in which nothing was heard of the export.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from otcpd.actions.files import open_to_read
from otcpd.actions.profile_export import write_profile
from otcpd.actions.profile_plan import ProfilePlan
from otcpd.background import Progress
from tests.ports import FixedClock
from tests.record.support import surroundings


class Pauses:
    """Notes how long it takes until there is something new to show."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.monotonic()
        self._shown = Progress(-1, 0)

    def heard(self, now: Progress) -> None:
        """Called with everything that the export tells."""
        if now == self._shown:
            return
        instant = time.monotonic()
        if instant - self._last > self.longest:
            self.longest = instant - self._last
        self._last, self._shown = instant, now


def main(record: Path, out: Path) -> None:
    """Export everything into one file."""
    pauses = Pauses()
    with open_to_read(record, surroundings(FixedClock())) as opened:
        exported = write_profile(opened, ProfilePlan(out, most_bytes=None), pauses.heard)
    assert not exported.made.listed_only, exported.made.listed_only
    sys.stdout.write(f"{pauses.longest * 1000}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
