"""Fixed-term posts that run out soon: worth knowing in time, on Home."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from otcpd.domain.countdown import until
from otcpd.domain.dates import add_months, long_day
from otcpd.domain.next_steps import NextStep, Urgency
from otcpd.domain.person import Post
from otcpd.domain.words import quoted

MONTHS = 3
"""So many months before a fixed term runs out it is worth talking about what comes next."""


def term_steps(posts: Iterable[Post], today: date) -> list[NextStep]:
    """A step for each post that she still holds and whose term runs out soon."""
    latest = add_months(today, MONTHS)
    return [
        NextStep(
            f"{quoted(post.title)} runs out {until(today, post.fixed_until)}",
            f"Its fixed term is until {long_day(post.fixed_until)}. Ask what comes after it.",
            "Look at the post",
            Urgency.TERM,
            page="roles",
            thing=post.id,
            icon="briefcase",
            due=post.fixed_until,
        )
        for post in posts
        if post.fixed_until is not None
        and today <= post.fixed_until <= latest
        and (post.end is None or post.end >= today)
    ]
