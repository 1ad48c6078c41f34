"""Agreements and sessions as JSON objects: the stable contract of docs/record-format.md."""

from __future__ import annotations

from datetime import date

from otcpd.domain.supervision import NOTES, Agreement, Session

AGREEMENT_FIELDS = (
    *("id", "supervisee", "supervisor", "kind", "supervisor_is_ot", "every_weeks", "minutes", "mode", "place"),
    *("protected", "starts", "review_on", "ends", "state"),
)
SESSION_FIELDS = (
    *("id", "agreement", "date", "start", "minutes", "kind", "mode", "state", "missed_by", "reason", "protected_kept"),
    *("people", "agenda", "notes", "decisions", "actions", "activities", "goals", "next"),
)


def agreement_object(agreement: Agreement, today: date) -> dict[str, object]:
    """An agreement with the terms of today as a JSON object, with the fields of AGREEMENT_FIELDS in their order."""
    terms = agreement.terms_on(today)
    alone = agreement.supervisor is None
    values: dict[str, object] = {
        "id": agreement.id,
        "supervisee": agreement.supervisee,
        "supervisor": agreement.supervisor,
        "kind": agreement.kind.value,
        "supervisor_is_ot": agreement.supervisor_is_ot,
        "every_weeks": terms.every_weeks,
        "minutes": terms.minutes,
        "mode": terms.mode.value,
        "place": terms.place,
        "protected": terms.protected_supervisee and (alone or terms.protected_supervisor),
        "starts": agreement.starts.isoformat(),
        "review_on": _day(terms.review_on),
        "ends": _day(agreement.ends),
        "state": agreement.state_on(today).value,
    }
    return {field: values[field] for field in AGREEMENT_FIELDS}


def session_object(session: Session) -> dict[str, object]:
    """A session as a JSON object, with the fields of SESSION_FIELDS in their order. Empty lines are left out."""
    made = () if session.made is None or session.made in session.activities else (session.made,)
    values: dict[str, object] = {
        "id": session.id,
        "agreement": session.agreement,
        "date": session.day.isoformat(),
        "start": session.start.isoformat("minutes") if session.start else None,
        "minutes": session.minutes,
        "kind": session.kind.value,
        "mode": session.mode.value,
        "state": session.state.value,
        "missed_by": session.missed_by.value if session.missed_by else None,
        "reason": session.reason,
        "protected_kept": session.protected_kept,
        "people": list(session.people),
        "agenda": [one.text for one in session.topics if one.text.strip()],
        "notes": {name: getattr(session, name) for name in NOTES},
        "decisions": [one.text for one in session.decisions if one.text.strip()],
        "actions": [
            {"id": one.id, "text": one.text, "owner": one.who, "due": _day(one.due), "state": one.state.value}
            for one in session.actions
            if one.text.strip()
        ],
        "activities": [*session.activities, *made],
        "goals": list(session.goals),
        "next": _day(session.next_on),
    }
    return {field: values[field] for field in SESSION_FIELDS}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
