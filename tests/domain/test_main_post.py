"""The post that somebody is introduced by."""

from __future__ import annotations

from datetime import date

from otcpd.domain.person import Post, main_post

SENIOR = Post("1", "o", "Senior OT", start=date(2023, 11, 1), wte=80)
CLINIC = Post("2", "o", "Falls clinic OT", start=date(2026, 6, 1), wte=20)
EARLIER = Post("3", "o", "Occupational therapist", start=date(2020, 10, 1), end=date(2023, 10, 31))


def test_the_post_with_the_most_hours_of_those_held() -> None:
    assert main_post([CLINIC, SENIOR, EARLIER]) == SENIOR
    assert main_post([EARLIER, CLINIC]) == CLINIC


def test_a_post_without_hours_counts_as_a_full_one() -> None:
    whole = Post("4", "o", "Team lead", start=date(2019, 1, 1))
    assert main_post([CLINIC, SENIOR, whole]) == whole


def test_of_alike_ones_the_newest() -> None:
    newer = Post("5", "o", "Team lead", start=date(2026, 1, 1), wte=80)
    assert main_post([SENIOR, newer]) == newer


def test_one_that_ended_where_nothing_else_is_held_and_none_at_all() -> None:
    assert main_post([EARLIER]) == EARLIER
    assert main_post([]) is None
