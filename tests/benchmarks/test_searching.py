"""A search answers within one frame while somebody types."""

from __future__ import annotations

import random
from collections.abc import Callable

from otcpd.record.record import Record
from tests.benchmarks.ratios import Measured, percentile, timed

FRAME = 16.0
"""Milliseconds of one frame at 60 Hz: the baseline is what the eye allows, not another program."""


def test_search_keystrokes(huge_record: Record, measured: Callable[[Measured], None]) -> None:
    words = sorted({word for row in huge_record.activities.rows()[:500] for word in row.title.split() if len(word) > 4})
    chosen = random.Random(7).sample(words, 40)
    huge_record.search("warm")
    times = []
    for word in chosen:
        for letters in range(2, len(word) + 1):
            keystroke = word[:letters]

            def search(query: str = keystroke) -> object:
                return huge_record.search(query)

            times.append(timed(search))
    measured(
        Measured("Search keystroke, 25,000 activities, 95 % of cases", percentile(times, 0.95), FRAME, "one frame", 1.0)
    )
