"""What a balance of protected time says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from otcpd.domain.durations import USUAL_DAY
from otcpd.domain.period import Period
from otcpd.domain.protected_balance import Balance, BalanceMonth
from otcpd.domain.protected_time import Entitlement, EntitlementSource, Per
from otcpd.domain.protected_words import (
    agreed_in_words,
    leave_sentence,
    lost_sentence,
    months_said,
    promised_where,
    protected_figures,
    taken_of_agreed,
    taken_sentence,
)

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
MONTH = BalanceMonth(NOVEMBER, entitled=210, planned=300, taken=90, lost=120)
FOUND = Balance(NOVEMBER, (MONTH,), reasons=(("duty_cover", 120),))
NOTHING = Balance(NOVEMBER, (BalanceMonth(NOVEMBER),))


def label(reason: str) -> str:
    return {"duty_cover": "Duty cover"}.get(reason, reason)


def test_taken_is_told_of_what_is_agreed() -> None:
    assert taken_of_agreed(FOUND) == "taken of 3 h 30 agreed"
    assert taken_of_agreed(NOTHING) == "taken"
    assert taken_sentence(FOUND, "in November") == "You took 1 h 30 of 3 h 30 agreed in November."
    assert taken_sentence(NOTHING, "in November") == (
        "You took no protected time in November. Nothing is noted as agreed."
    )
    assert protected_figures(FOUND) == ("Protected time: 1 h 30 taken of 3 h 30 agreed in one month.",)
    assert protected_figures(NOTHING) == ()


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ((("duty_cover", 120),), "2 h was lost: duty cover."),
        ((("duty_cover", 90), ("", 30)), "2 h was lost, 1 h 30 of it: duty cover."),
        ((("", 90), ("The lift broke", 30)), "2 h was lost, 30 min of it: the lift broke."),
        ((("", 120),), "2 h was lost."),
    ],
)
def test_why_time_was_lost(reasons: tuple[tuple[str, int], ...], said: str) -> None:
    assert lost_sentence(replace(FOUND, reasons=reasons), label) == said


def test_nothing_lost_and_no_leave_say_nothing() -> None:
    assert (lost_sentence(NOTHING, label), leave_sentence(NOTHING)) == ("", "")


def test_months_are_said_with_their_figures_and_leave() -> None:
    away = Balance(NOVEMBER, (MONTH, BalanceMonth(NOVEMBER, away=30)))
    assert months_said(away) == "Protected time: November 1 h 30 of 3 h 30 and November on leave 0 min."
    assert leave_sentence(away) == "30 days on leave are left out of what is agreed."
    one = Balance(NOVEMBER, (BalanceMonth(NOVEMBER, away=1),))
    assert leave_sentence(one) == "One day on leave is left out of what is agreed."


def test_what_is_agreed_is_said_plainly() -> None:
    agreed = Entitlement("e", "me", date(2026, 4, 1), 210, Per.MONTH)
    today = date(2026, 11, 21)
    assert agreed_in_words(agreed, USUAL_DAY) == "Half a day (3 h 30) a month"
    assert agreed_in_words(replace(agreed, minutes=60, per=Per.WEEK), USUAL_DAY) == "1 h a week"
    assert promised_where(agreed, today) == "In your job plan, from 1 April 2026"
    ended = replace(agreed, end=date(2026, 8, 31), source=EntitlementSource.OTHER)
    assert promised_where(ended, today) == "From 1 April 2026 to 31 August 2026, ended"
