"""R11: supervision that is late by its own agreement, agreements past their review, and long without an OT.

Nothing official says how often: the agreement does, and each finding is a notice. HCPC sets no form or frequency of
supervision ("Guidance for supervisors", "Guidance for supervisees").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otcpd.domain.dates import long_day
from otcpd.domain.often import often_in_words
from otcpd.domain.period import Period
from otcpd.domain.readiness import Cause, Finding, Level
from otcpd.domain.supervision import Agreement
from otcpd.domain.supervision_schedule import NO_OT_WEEKS, Schedule, weeks_since
from otcpd.domain.words import counted

OWN_SOURCE = "Your agreement"
OUR_SOURCE = "otcpd’s own advice: no official figure is known"


@dataclass(frozen=True, slots=True)
class StandingFacts:
    """An agreement that has not ended, how it stands, and what it is called: "Peer supervision with Locality OTs"."""

    agreement: Agreement
    schedule: Schedule
    called: str


def check_supervision(
    standings: Sequence[StandingFacts], last_ot: date | None, today: date, away: Sequence[Period] = ()
) -> list[Finding]:
    """What is worth knowing about the supervision that the owner has. Where she supervises it is no matter of her own
    profile, and without any agreement nothing is asked for. On leave (`away`) nobody misses sessions."""
    own = [one for one in standings if not one.agreement.as_supervisor and one.agreement.starts <= today]
    late = [one for one in own if one.schedule.days_late]
    late.sort(key=lambda one: (-one.schedule.days_late, one.agreement.id))
    found = [_late(one, today) for one in late]
    found += [_review(one, today) for one in own if one.schedule.review_late]
    return found if any(today in spell for spell in away) else found + _without_ot(own, last_ot, today)


def _late(one: StandingFacts, today: date) -> Finding:
    stands, terms = one.schedule, one.agreement.terms_on(today)
    often = often_in_words(terms.often).lower()
    unmet = (
        f"and have not met since {long_day(one.agreement.starts)}" if one.agreement.renews else "and have not met yet"
    )
    last = f"and last met on {long_day(stands.last)}" if stands.last else unmet
    booked = f" The next one is booked for {long_day(stands.booked)}." if stands.booked else ""
    return Finding(
        rule="R11",
        level=Level.NOTICE,
        message=f"{one.called} is {counted(stands.days_late, 'day')} late",
        why=f"You agreed to meet {often} {last}.{booked}",
        source=OWN_SOURCE,
        fix="Open the session" if stands.booked else "Plan a session",
        items=(one.agreement.id,),
        cause=Cause.SUPERVISION_LATE,
    )


def _review(one: StandingFacts, today: date) -> Finding:
    review = one.agreement.terms_on(today).review_on
    assert review is not None
    return Finding(
        rule="R11",
        level=Level.NOTICE,
        message=f"The agreement on {one.called[0].lower()}{one.called[1:]} is past its review",
        why=f"You wanted to look at it again by {long_day(review)}.",
        source=OWN_SOURCE,
        fix="Open the agreement",
        items=(one.agreement.id,),
        cause=Cause.REVIEW_PAST,
    )


def _without_ot(own: Sequence[StandingFacts], last_ot: date | None, today: date) -> list[Finding]:
    if not own:
        return []
    since = last_ot or min(one.agreement.starts for one in own)
    weeks = weeks_since(since, today)
    if weeks < NO_OT_WEEKS:
        return []
    told = f"The last one was on {long_day(last_ot)}." if last_ot else "There is none in this file yet."
    return [
        Finding(
            rule="R11",
            level=Level.NOTICE,
            message=f"No session led by an OT for {counted(weeks, 'week')}",
            why=f"{told} OTs who work alone gain from somebody of their own profession.",
            source=OUR_SOURCE,
            fix="Look at your supervision",
            cause=Cause.NO_OT,
        )
    ]
