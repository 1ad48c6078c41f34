"""Takes invitations that a person chose: planned sessions made, moved or called off, in one step."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, time

from otcpd.actions.supervision.invitations import InvitationPlan, News, Proposal, differences
from otcpd.actions.supervision.sessions import add_session
from otcpd.actions.supervision.values import FieldValue
from otcpd.domain.changes import Changes
from otcpd.domain.supervision import Session, SessionState
from otcpd.record.gate import Step, StepKind
from otcpd.record.record import Record

LABEL = "Take invitations"
CALLED_OFF = "Called off in the calendar"
"""The reason that a session gets which the calendar called off."""


def take_invitations(
    record: Record,
    plan: InvitationPlan,
    chosen: Collection[str] | None = None,
    agreements: Mapping[str, str | None] | None = None,
) -> Changes:
    """Does what was proposed for the keys that are `chosen`, for all that are likely if none are given.

    `agreements` names, by key, the agreement that a new session is to belong to where the person wants another one
    than proposed, or none. What has happened meanwhile counts: a session that is not planned any more stays as it
    is, and nothing is planned twice.
    """
    wanted = [one for one in plan.proposals if (one.likely if chosen is None else one.key in chosen)]
    with record.step(LABEL, StepKind.IMPORT) as step:
        for one in wanted:
            if one.session is None:
                _add(record, step, one, agreements or {})
                continue
            session = record.sessions.get(one.session)
            if session.state is SessionState.PLANNED and session.deleted is None:
                _change(step, one, session)
    return step.changes


def _add(record: Record, step: Step, one: Proposal, agreements: Mapping[str, str | None]) -> None:
    invitation = one.invitation
    if invitation is None or record.sessions.with_uid(one.key):
        return
    agreement = agreements.get(one.key, one.agreement)
    fields: dict[str, FieldValue] = {"start": invitation.start, "calendar_uid": one.key}
    if invitation.minutes is not None or agreement is None:
        fields["minutes"] = invitation.minutes
    if invitation.place or agreement is None:
        fields["place"] = invitation.place
    if invitation.mode is not None:
        fields["mode"] = invitation.mode
    if agreement is None:
        fields["kind"] = one.kind
    # The people of an agreement are known; without one, those of the file who are invited.
    add_session(
        record,
        step,
        invitation.day,
        agreement=agreement,
        people=None if agreement is not None else one.people,
        fields=fields,
    )


def _change(step: Step, one: Proposal, session: Session) -> None:
    if one.news is News.CANCELLED:
        step.set("supervision_session", session.id, "state", SessionState.MISSED)
        step.set("supervision_session", session.id, "reason", CALLED_OFF)
    elif one.invitation is not None:
        for name, value in differences(session, one.invitation).items():
            step.set("supervision_session", session.id, name, _stored(value))


def _stored(value: date | time | int | str | None) -> int | str | None:
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, date) else value
