"""Agreements and sessions for tests of what shows them."""

from __future__ import annotations

from datetime import date, timedelta

from otcpd.domain.often import often_in_words
from otcpd.domain.supervision import Agreement, AgreementKind, Session, SessionState, Terms
from otcpd.domain.supervision_ledger import ledger
from otcpd.domain.supervision_schedule import schedule
from otcpd.ui.models.agreement_face import AgreementFace, standing
from otcpd.ui.models.session_rows import SessionPart, SessionRow

TODAY = date(2026, 11, 21)
START = date(2024, 11, 1)


def agreement(ends: date | None = None, agreed: date | None = START, review: date | None = None) -> Agreement:
    """One that began two years ago, every six weeks."""
    terms = Terms(START, 6, agreed_on=agreed, review_on=review)
    return Agreement("a", "me", AgreementKind.PROFESSIONAL, (terms,), "me", "other", ends=ends)


def session(day: date, state: SessionState = SessionState.HELD) -> Session:
    """A session of that agreement."""
    return Session(day.isoformat(), "me", day, AgreementKind.PROFESSIONAL, state, agreement="a")


def face(key: str, last: date, who: str = "Fiona Alder, lead OT", *, by_ot: bool | None = True) -> AgreementFace:
    """The face of an agreement whose last session was on a day."""
    sessions = [session(last), session(last - timedelta(days=40)), session(last - timedelta(days=80))]
    made = agreement()
    stands = standing(made, schedule(made, sessions, TODAY), TODAY)
    return AgreementFace(
        key, "Professional", who, often_in_words(made.newest.often), stands, ledger(sessions, TODAY), by_ot
    )


def faces(number: int) -> list[AgreementFace]:
    """So many, each later than the one before it."""
    return [face(str(place), TODAY - timedelta(days=30 + place), f"Person {place}, OT") for place in range(number)]


def session_rows(number: int) -> list[SessionRow]:
    """So many: two to come, one to record, the rest past, a session every week."""
    parts = [SessionPart.COMING, SessionPart.COMING, SessionPart.TO_RECORD]
    return [
        SessionRow(
            str(place),
            TODAY + timedelta(days=14 - 7 * place),
            f"{'Professional' if place % 3 else 'Line management'}, Person {place % 15}",
            "1 h. Agreed by you both" if place % 9 else "Missed. Duty cover",
            parts[place] if place < len(parts) else SessionPart.PAST,
            fell_through=place >= len(parts) and not place % 9,
        )
        for place in range(number)
    ]
