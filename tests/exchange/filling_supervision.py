"""Supervision, protected time and workload for a CPD file, drawn by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from otcpd.domain.order import keys_after
from otcpd.domain.protected_time import EntitlementSource, Per, ProtectedUse
from otcpd.domain.supervision import (
    NOTES,
    PRIVATE_NOTES,
    TERMS_TEXTS,
    ActionState,
    AgreementKind,
    LinkRole,
    MissedBy,
    Mode,
    SessionState,
)
from otcpd.record.gate import Step
from tests.exchange.drawing import DAYS, Drawing

_STAMPS = {"created": "2026-10-01T08:00:00.000Z", "modified": "2026-11-02T09:30:00.123Z"}
_POSITIONS = st.sampled_from(keys_after(None, 5))
_SWITCHES = st.integers(0, 1)
_TIMES = st.none() | st.sampled_from(["09:00", "00:00", "23:59"])


def fill_supervision(drawn: Drawing, step: Step) -> None:
    """A few agreements and sessions with all that hangs on them; the people and activities are there already."""
    _agreements(drawn, step)
    _sessions(drawn, step)
    first, last = drawn.span()
    drawn.make(
        step,
        "entitlement",
        start=first,
        end=drawn.maybe(last),
        minutes=drawn.data.draw(st.integers(0, 600)),
        per=drawn.data.draw(st.sampled_from(Per)),
        source=drawn.data.draw(st.sampled_from(EntitlementSource)),
        agreement=drawn.maybe(drawn.one("agreement")),
        post=drawn.maybe(drawn.one("post")),
        note=drawn.text(),
    )
    drawn.make(
        step,
        "protected_slot",
        date=drawn.data.draw(DAYS),
        planned=drawn.data.draw(st.integers(0, 600)),
        taken=drawn.data.draw(st.none() | st.integers(0, 600)),
        purpose=drawn.data.draw(st.sampled_from(ProtectedUse)),
        reason=drawn.text(),
        note=drawn.text(),
        activity=drawn.maybe(drawn.one("activity")),
    )
    figures = {name: drawn.data.draw(st.none() | st.integers(0, 99)) for name in ("caseload", "waiting")}
    drawn.make(step, "workload", date=drawn.data.draw(DAYS), duty_half_days=None, **figures)


def _agreements(drawn: Drawing, step: Step) -> None:
    """The first may renew one that was made later: rows may point to rows below them."""
    ids = [step.new_id(), step.new_id()]
    for agreement, other in zip(ids, (ids[1], None), strict=True):
        first, last = drawn.span()
        drawn.make(
            step,
            "agreement",
            id=agreement,
            kind=drawn.data.draw(st.sampled_from(AgreementKind)),
            supervisee=drawn.one("person"),
            supervisor=drawn.maybe(drawn.one("person")),
            supervisor_is_ot=drawn.data.draw(_SWITCHES),
            name=drawn.text(),
            ends=drawn.maybe(last),
            end_reason=drawn.text(),
            renews=drawn.maybe(other) if other else None,
            **_STAMPS,
        )
        for person in drawn.some("person"):
            step.link("agreement_member", {"agreement": agreement, "person": person})
        for _ in range(drawn.data.draw(st.integers(1, 2))):
            _terms(drawn, step, agreement, first)


def _terms(drawn: Drawing, step: Step, agreement: str, start: str) -> None:
    texts = drawn.data.draw(st.sets(st.sampled_from(TERMS_TEXTS), max_size=2))
    drawn.make(
        step,
        "agreement_terms",
        agreement=agreement,
        start=start,
        every_weeks=drawn.data.draw(st.integers(1, 12)),
        weeks_from=drawn.data.draw(st.none() | st.integers(1, 12)),
        minutes=drawn.data.draw(st.integers(0, 180)),
        mode=drawn.data.draw(st.sampled_from(Mode)),
        protected_supervisee=drawn.data.draw(_SWITCHES),
        protected_supervisor=drawn.data.draw(_SWITCHES),
        review_on=drawn.maybe(start),
        agreed_on=drawn.maybe(start),
        **{name: drawn.text() for name in texts},
    )


def _sessions(drawn: Drawing, step: Step) -> None:
    ids = [step.new_id() for _ in range(drawn.data.draw(st.integers(1, 2)))]
    for session in ids:
        texts = drawn.data.draw(st.sets(st.sampled_from((*NOTES, *PRIVATE_NOTES)), max_size=2))
        drawn.make(
            step,
            "supervision_session",
            id=session,
            date=drawn.data.draw(DAYS),
            start=drawn.data.draw(_TIMES),
            minutes=drawn.data.draw(st.none() | st.integers(0, 180)),
            agreement=drawn.maybe(drawn.one("agreement")),
            kind=drawn.data.draw(st.sampled_from(AgreementKind)),
            mode=drawn.data.draw(st.sampled_from(Mode)),
            state=drawn.data.draw(st.sampled_from(SessionState)),
            missed_by=drawn.data.draw(st.none() | st.sampled_from(MissedBy)),
            protected_kept=drawn.data.draw(st.none() | _SWITCHES),
            led_by_ot=drawn.data.draw(_SWITCHES),
            as_supervisor=drawn.data.draw(_SWITCHES),
            moved_to=drawn.maybe(ids[-1]) if session != ids[-1] else None,
            next_on=drawn.maybe("2026-12-01"),
            agreed_supervisee=drawn.maybe("2026-11-01"),
            agreed_supervisor=None,
            place=drawn.text(),
            reason=drawn.text(),
            calendar_uid=drawn.text(),
            **{name: drawn.text() for name in texts},
            **_STAMPS,
        )
        _hanging(drawn, step, session, ids[-1])


def _hanging(drawn: Drawing, step: Step, session: str, later: str) -> None:
    """What hangs on a session; places in an order may be the same."""
    for activity in (drawn.maybe(drawn.one("activity")), None):
        discussed = drawn.maybe(later)
        values = {"text": drawn.text(), "activity": activity, "discussed_in": discussed}
        drawn.make(step, "session_topic", session=session, position=drawn.data.draw(_POSITIONS), **values)
    for _ in range(2):
        drawn.make(step, "session_decision", session=session, position=drawn.data.draw(_POSITIONS), text=drawn.text())
        drawn.make(
            step,
            "session_action",
            session=session,
            position=drawn.data.draw(_POSITIONS),
            text=drawn.text(),
            who=drawn.maybe(drawn.one("person")),
            due=drawn.maybe(drawn.data.draw(DAYS)),
            state=drawn.data.draw(st.sampled_from(ActionState)),
            closed_on=drawn.maybe(drawn.data.draw(DAYS)),
        )
    for person in drawn.some("person"):
        step.link("session_person", {"session": session, "person": person})
    for goal in drawn.some("goal"):
        step.link("session_goal", {"session": session, "goal": goal})
    for activity, role in zip(drawn.some("activity"), (LinkRole.MADE, *[LinkRole.DISCUSSED] * 2), strict=False):
        step.link("session_activity", {"session": session, "activity": activity}, {"role": role})
