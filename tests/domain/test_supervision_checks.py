"""R11: late by the agreement, past its review, long without an OT; and what Home makes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from otcpd.domain.period import Period
from otcpd.domain.readiness import Cause, Finding, Level
from otcpd.domain.supervision import Agreement, AgreementKind, Terms
from otcpd.domain.supervision_checks import StandingFacts, check_supervision
from otcpd.domain.supervision_schedule import schedule_after
from otcpd.domain.supervision_steps import ToRecord, supervision_steps

TODAY = date(2026, 11, 21)
TERMS = Terms(date(2026, 1, 5), 6, weeks_from=4)
AGREEMENT = Agreement("a", "me", AgreementKind.PROFESSIONAL, (TERMS,), supervisee="me", supervisor="fiona")
RECENT = TODAY - timedelta(weeks=3)


def facts(agreement: Agreement, last: date | None, booked: date | None = None) -> StandingFacts:
    return StandingFacts(agreement, schedule_after(agreement, last, booked, TODAY), "Professional supervision")


def found(agreement: Agreement, last: date | None, booked: date | None = None) -> list[Finding]:
    return check_supervision([facts(agreement, last, booked)], RECENT, TODAY)


@pytest.mark.parametrize(
    ("last", "booked", "message", "why", "fix"),
    [
        (
            date(2026, 9, 24),
            None,
            "Professional supervision is 16 days late",
            "You agreed to meet every 4 to 6 weeks and last met on 24 September 2026.",
            "Plan a session",
        ),
        (
            date(2026, 10, 9),
            date(2026, 11, 26),
            "Professional supervision is one day late",
            "You agreed to meet every 4 to 6 weeks and last met on 9 October 2026."
            " The next one is booked for 26 November 2026.",
            "Open the session",
        ),
    ],
)
def test_late_by_the_agreement(last: date, booked: date | None, message: str, why: str, fix: str) -> None:
    (finding,) = found(AGREEMENT, last, booked)
    assert (finding.rule, finding.level, finding.cause) == ("R11", Level.NOTICE, Cause.SUPERVISION_LATE)
    assert (finding.message, finding.why, finding.fix, finding.items) == (message, why, fix, ("a",))


def test_who_renewed_has_met_before() -> None:
    (new,), (renewed,) = found(AGREEMENT, None), found(replace(AGREEMENT, renews="b"), None)
    assert new.why == "You agreed to meet every 4 to 6 weeks and have not met yet."
    assert renewed.why == "You agreed to meet every 4 to 6 weeks and have not met since 5 January 2026."


def test_in_time_nothing_is_said() -> None:
    assert found(AGREEMENT, date(2026, 10, 10)) == []


def test_what_she_supervises_is_no_matter_of_her_profile() -> None:
    assert found(replace(AGREEMENT, supervisee="kirsty", supervisor="me"), None) == []


def test_past_its_review() -> None:
    reviewed = replace(AGREEMENT, terms=(replace(TERMS, review_on=date(2026, 11, 20)),))
    (finding,) = found(reviewed, RECENT)
    assert finding.cause is Cause.REVIEW_PAST
    assert finding.why == "You wanted to look at it again by 20 November 2026."
    assert found(replace(AGREEMENT, terms=(replace(TERMS, review_on=TODAY),)), RECENT) == []


@pytest.mark.parametrize(
    ("last_ot", "message"),
    [
        (TODAY - timedelta(days=83), ""),
        (TODAY - timedelta(days=84), "No session led by an OT for 12 weeks"),
        (None, "No session led by an OT for 45 weeks"),
    ],
)
def test_long_without_an_ot(last_ot: date | None, message: str) -> None:
    findings = check_supervision([facts(AGREEMENT, RECENT)], last_ot, TODAY)
    assert [one.message for one in findings] == ([message] if message else [])


def test_nobody_is_told_so_on_leave() -> None:
    leave = Period(TODAY - timedelta(days=30), TODAY)
    over = Period(TODAY - timedelta(days=30), TODAY - timedelta(days=1))
    told = [check_supervision([facts(AGREEMENT, RECENT)], None, TODAY, [spell]) for spell in (leave, over)]
    assert [[one.cause for one in findings] for findings in told] == [[], [Cause.NO_OT]]


def test_without_an_agreement_nothing_is_asked_for() -> None:
    assert check_supervision([], None, TODAY) == []


def test_home_makes_steps_of_them() -> None:
    findings = found(AGREEMENT, date(2026, 9, 24))
    (late,) = supervision_steps(findings, [], TODAY)
    assert (late.title, late.button, late.page, late.thing) == (
        "Professional supervision is 16 days late",
        "Plan a session",
        "supervision",
        "a",
    )
    one, other = ToRecord("s", "Peer supervision", date(2026, 11, 5)), ToRecord("t", "Mentoring", date(2026, 11, 19))
    (single,) = supervision_steps([], [one], TODAY)
    assert (single.title, single.why, single.thing) == (
        "Record: Peer supervision",
        "It was planned for 5 November. Say whether it took place, and what you agreed.",
        "s",
    )
    (both,) = supervision_steps([], [one, other], TODAY)
    assert (both.title, both.button, both.thing) == ("Record two sessions", "Record them", "t")
    assert both.why.startswith("Their days are past. Mentoring, Thursday, is the latest.")
