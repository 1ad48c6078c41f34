"""What the page says of sessions, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from otcpd.actions.supervision.agenda import Carried
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.supervision import ActionState, AgreementKind, Session, SessionAction
from otcpd.ui.pages.supervision.from_last_time import times, told
from otcpd.ui.pages.supervision.times_of_day import parse_time
from otcpd.ui.pages.supervision.words import Names, ago, hours, last_led

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "yesterday"),
        (6, "six days ago"),
        (7, "one week ago"),
        (23, "three weeks ago"),
        (112, "16 weeks ago"),
    ],
)
def test_how_long_ago_is_said_in_whole_weeks(days: int, said: str) -> None:
    assert ago(days) == said
    assert last_led(TODAY - timedelta(days=days), TODAY).endswith(f", {said}.")


def test_the_year_is_named_where_it_is_another_one_and_nothing_where_there_was_nothing() -> None:
    assert last_led(date(2025, 12, 1), TODAY) == (
        "Your last session led by an OT was on 1 December 2025, 50 weeks ago."
    )
    assert last_led(None, TODAY) == "No session led by an OT is in this file yet."


@pytest.mark.parametrize(
    ("start", "minutes", "said"),
    [
        (time(10), 60, "10:00 to 11:00"),
        (time(23, 30), 60, "23:30 to 00:30"),
        (time(9, 5), None, "09:05"),
        (None, 90, "1 h 30"),
        (None, None, ""),
    ],
)
def test_hours_are_said_as_far_as_they_are_known(start: time | None, minutes: int | None, said: str) -> None:
    assert hours(start, minutes) == said


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("10:00", time(10)),
        ("10", time(10)),
        ("9.30", time(9, 30)),
        ("1430", time(14, 30)),
        ("2 pm", time(14)),
        ("12 am", time(0)),
        ("12:15pm", time(12, 15)),
    ],
)
def test_times_are_read_as_people_type_them(typed: str, read: time) -> None:
    assert parse_time(typed) == read


@pytest.mark.parametrize("typed", ["25:00", "10:75", "noon", "1:2"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(NotAcceptable, match="no time of day"):
        parse_time(typed)


def test_a_carried_action_says_who_by_when_and_names_a_year_far_ahead() -> None:
    session = Session("s", "me", TODAY, AgreementKind.PROFESSIONAL, people=("fiona",))
    names = Names({"fiona": "Fiona Alder"}, {}, "me")

    def said(action: SessionAction) -> str:
        return told(Carried(action, TODAY, 2), session, names, TODAY)

    action = SessionAction("a", "s", "Ask", who="fiona", due=date(2027, 1, 7))
    assert said(action) == "Fiona, by 7 Jan. Carried twice"
    assert said(replace(action, who="me", due=date(2027, 9, 1))) == "You, by 1 Sep 2027. Carried twice"
    assert said(replace(action, who=None, state=ActionState.DROPPED)) == "Both of you, will not be done"


def test_carried_actions_say_how_often() -> None:
    assert [times(number) for number in (1, 2, 3)] == ["Carried once", "Carried twice", "Carried 3 times"]
