"""Fixed-term posts that run out soon are among the next steps."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.domain.fixed_terms import term_steps
from otcpd.domain.person import Post

TODAY = date(2026, 11, 21)


def post(fixed_until: date | None, end: date | None = None) -> Post:
    return Post("p", "me", "Reablement lead", start=date(2025, 1, 1), end=end, fixed_until=fixed_until)


@pytest.mark.parametrize(
    ("found", "titles"),
    [
        (post(date(2027, 2, 21)), ["‘Reablement lead’ runs out in three months"]),
        (post(date(2026, 11, 21)), ["‘Reablement lead’ runs out today"]),
        (post(date(2026, 11, 30), date(2026, 11, 30)), ["‘Reablement lead’ runs out in nine days"]),
        (post(date(2027, 2, 22)), []),
        (post(date(2026, 11, 20)), []),
        (post(date(2027, 1, 1), date(2026, 11, 1)), []),
        (post(None), []),
    ],
)
def test_within_three_months(found: Post, titles: list[str]) -> None:
    steps = term_steps([found], TODAY)
    assert [one.title for one in steps] == titles
    assert {(one.page, one.thing) for one in steps} <= {("roles", "p")}
