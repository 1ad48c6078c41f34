"""Words for spans, sizes and lists."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.portfolio.wording import listing, months, short_span, size, tally


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2025, 11, 6), None, "6 Nov 2025"),
        (date(2025, 11, 6), date(2025, 11, 6), "6 Nov 2025"),
        (date(2025, 11, 6), date(2025, 11, 8), "6 to 8 Nov 2025"),
        (date(2025, 10, 28), date(2025, 11, 5), "28 Oct to 5 Nov 2025"),
        (date(2025, 12, 28), date(2026, 1, 2), "28 Dec 2025 to 2 Jan 2026"),
    ],
)
def test_short_spans(start: date, end: date | None, text: str) -> None:
    assert short_span(start, end) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 KB"),
        (120_400, "120 KB"),
        (999_499, "999 KB"),
        (999_500, "1.0 MB"),
        (1_440_000, "1.4 MB"),
    ],
)
def test_sizes(count: int, text: str) -> None:
    assert size(count) == text


def test_lists_and_counts() -> None:
    assert [listing(parts) for parts in ([], ["1"], ["1", "2"], ["1", "2", "3"])] == ["", "1", "1 and 2", "1, 2 and 3"]
    assert [tally(count, "activity", "activities") for count in (0, 1, 1200)] == [
        "0 activities",
        "1 activity",
        "1,200 activities",
    ]


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2025, 11, 1), date(2026, 11, 21), 13),
        (date(2025, 11, 1), date(2026, 10, 31), 12),
        (date(2025, 11, 15), date(2025, 12, 14), 1),
        (date(2025, 11, 15), date(2025, 11, 15), 1),
    ],
)
def test_months_count_those_that_began(start: date, end: date, count: int) -> None:
    assert months(start, end) == count
