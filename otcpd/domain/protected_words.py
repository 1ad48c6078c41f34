"""What a balance of protected time says, in sentences: for Home, for its own page, and for screen readers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from otcpd.domain.dates import MONTHS, long_day
from otcpd.domain.durations import DayLengths, format_duration
from otcpd.domain.protected_balance import Balance, BalanceMonth
from otcpd.domain.protected_time import Entitlement, EntitlementSource, Per
from otcpd.domain.words import counted, joined

_PROMISED_IN = {
    EntitlementSource.AGREEMENT: "In a supervision agreement",
    EntitlementSource.JOB_PLAN: "In your job plan",
    EntitlementSource.OTHER: "",
}


def taken_of_agreed(found: Balance) -> str:
    """ "taken of 18 h agreed", to stand behind the time taken."""
    return f"taken of {format_duration(found.entitled)} agreed" if found.entitled else "taken"


def taken_sentence(found: Balance, when: str) -> str:
    """ "You took 11 h of 18 h agreed in the last six months."; `when` is "in the last six months"."""
    taken = format_duration(found.taken) if found.taken else "no protected time"
    if found.entitled:
        return f"You took {taken} of {format_duration(found.entitled)} agreed {when}."
    return f"You took {taken} {when}. Nothing is noted as agreed."


def protected_figures(found: Balance) -> tuple[str, ...]:
    """R12, as a sentence without a verdict: how much was had is no fault of hers. None where nothing is agreed."""
    if not found.entitled:
        return ()
    months = counted(len(found.months), "month")
    return (f"Protected time: {_had(found)} of {format_duration(found.entitled)} agreed in {months}.",)


def _had(found: Balance) -> str:
    return f"{format_duration(found.taken)} taken" if found.taken else "none taken"


def lost_sentence(found: Balance, label: Callable[[str], str]) -> str:
    """ "3 h 30 was lost: duty cover.", or "8 h 30 was lost, 3 h 30 of it: duty cover." where there are several reasons.

    `label` gives the words of a reason. Empty if nothing was lost.
    """
    if not found.lost:
        return ""
    reason, minutes = next(((label(one), minutes) for one, minutes in found.reasons if one), ("", 0))
    begin = f"{format_duration(found.lost)} was lost"
    if not reason:
        return f"{begin}."
    part = "" if minutes == found.lost else f", {format_duration(minutes)} of it"
    return f"{begin}{part}: {reason[0].lower()}{reason[1:]}."


def leave_sentence(found: Balance) -> str:
    """What leave does to the figures; empty without any."""
    if not found.away:
        return ""
    verb = "is" if found.away == 1 else "are"
    return f"{counted(found.away, 'day').capitalize()} on leave {verb} left out of what is agreed."


def months_said(found: Balance) -> str:
    """Every figure of the months, for those who do not see the bars."""
    return f"Protected time: {joined([_month_said(one) for one in found.months])}."


def month_name(month: BalanceMonth) -> str:
    """ "November"."""
    return MONTHS[month.period.start.month - 1]


def _month_said(month: BalanceMonth) -> str:
    of = f" of {format_duration(month.entitled)}" if month.entitled else ""
    leave = " on leave" if month.on_leave else ""
    return f"{month_name(month)}{leave} {format_duration(month.taken)}{of}"


def length_in_words(minutes: int, lengths: DayLengths) -> str:
    """ "Half a day (3 h 30)", "A day (7 h)", "2 h"."""
    names = {lengths.half_day: "Half a day", lengths.day: "A day"}
    name = names.get(minutes)
    return f"{name} ({format_duration(minutes)})" if name else format_duration(minutes)


def agreed_in_words(one: Entitlement, lengths: DayLengths) -> str:
    """ "Half a day (3 h 30) a month"."""
    return f"{length_in_words(one.minutes, lengths)} a {Per(one.per)}"


def promised_where(one: Entitlement, today: date) -> str:
    """ "In your job plan, from 1 April 2026": where and since when it is promised."""
    ended = one.end is not None and one.end < today
    where = _PROMISED_IN[one.source]
    begin = f"{'from' if where else 'From'} {long_day(one.start)}"
    days = f"{begin} to {long_day(one.end)}" if one.end is not None else begin
    return ", ".join(part for part in (where, days, "ended" if ended else "") if part)
