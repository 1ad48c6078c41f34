"""What the watchdog of the event loop has found, and its table below the results."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

PROPERTY = "held"
"""Under this name a test's report carries what was found, from whatever process it ran in."""
MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which the window was held: milliseconds of the UI thread's own work, what began it (a key, a turn of
    the loop), and where in our code it was mostly seen."""

    milliseconds: float
    begun_by: str
    where: str

    @property
    def line(self) -> str:
        """One line of the table."""
        return f"{self.milliseconds:7.1f} ms  {self.begun_by}  {self.where}"


def tell_held(reporter: pytest.TerminalReporter) -> None:
    """Print the longest stretches of all tests, each with the test it is of."""
    found = [
        (Stretch(*entry), report.nodeid.rsplit("::", 1)[-1])
        for report in (one for kind in list(reporter.stats.values()) for one in kind)
        if getattr(report, "when", "") == "teardown"
        for name, entries in report.user_properties
        if name == PROPERTY
        for entry in entries
    ]
    if found:
        reporter.section("the longest that the window was held")
        for stretch, test in sorted(found, key=_length, reverse=True)[:MOST_TOLD]:
            reporter.write_line(f"{stretch.line}  ({test})")


def _length(entry: tuple[Stretch, str]) -> float:
    return entry[0].milliseconds
