"""Invented people and entries for the tests of profiles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from otcpd.domain.activity import Activity, Category
from otcpd.domain.evidence import Evidence, EvidenceKind, EvidenceState
from otcpd.domain.gaps import GapReason, find_gaps
from otcpd.domain.listing import Outside
from otcpd.domain.period import Period
from otcpd.domain.person import Person
from otcpd.domain.portfolio import Portfolio
from otcpd.portfolio.build import build_profile
from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.labels import ProfileLabels

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = date(2026, 11, 21)
PERIOD = Period(date(2025, 11, 1), TODAY)
OWNER = "person-1"
EILIDH = Person(OWNER, "Eilidh Rowan", "Occupational therapist", "OT000123")
LABELS = ProfileLabels(
    categories={
        "work_based": "Work-based",
        "professional": "Professional",
        "formal": "Formal",
        "self_directed": "Self-directed",
        "other": "Other",
    },
    standards={
        "1": "Keep a continuous, current and accurate record",
        "2": "Show a mixture of relevant learning",
        "3": "Seek to improve practice",
        "4": "Seek to benefit the service user",
        "5": "Present a profile of own work on request",
    },
    summary_limit=500,
    statement_limit=1500,
    gap_reasons={"carer": "Family or carer’s leave"},
    cpd_framework="hcpc_cpd",
)


def activity(key: str, day: date, title: str = "Journal club", **fields: Any) -> Activity:
    """An activity of Eilidh's with whatever fields a test is about."""
    values: dict[str, Any] = {"owner": OWNER, "category": Category.WORK_BASED, "created": NOON, "modified": NOON}
    return Activity(id=key, date=day, title=title, **(values | fields))


def evidence(key: str, caption: str = "", **fields: Any) -> Evidence:
    """A piece of evidence with whatever fields a test is about."""
    values: dict[str, Any] = {
        "owner": OWNER,
        "name": f"{key}.pdf",
        "kind": EvidenceKind.PDF,
        "state": EvidenceState.READABLE,
        "sha256": "0" * 64,
        "size": 120_000,
        "created": NOON,
    }
    return Evidence(id=key, caption=caption, **(values | fields))


def portfolio(**fields: Any) -> Portfolio:
    """A portfolio with whatever fields a test is about."""
    return Portfolio(id="portfolio-1", owner=OWNER, name="Profile", created=NOON, **fields)


def gap_reason(start: date, end: date, reason: str, note: str = "", **fields: Any) -> GapReason:
    """A reason for a gap."""
    return GapReason(id="reason-1", owner=OWNER, start=start, end=end, reason=reason, note=note, **fields)


def profile(
    activities: Sequence[Activity] = (),
    *,
    files: Iterable[Evidence] = (),
    of: Portfolio | None = None,
    reasons: Iterable[GapReason] = (),
    person: Person = EILIDH,
    labels: ProfileLabels = LABELS,
    period: Period = PERIOD,
    today: date = TODAY,
    with_gaps: bool = True,
) -> ProfileContent:
    """The content of a profile; its gaps are found as the app finds them."""
    live = [(one.date, one.last_day) for one in activities if one.deleted is None]
    gaps = find_gaps(live, period, today, reasons) if with_gaps else []
    return build_profile(
        person=person,
        portfolio=of or portfolio(),
        activities=activities,
        outside=Outside(),
        evidence=files,
        gaps=gaps,
        labels=labels,
        period=period,
        today=today,
    )


def full_profile() -> ProfileContent:
    """A profile with something in every part of it."""
    return profile(
        [
            activity("a", date(2025, 11, 6), "Journal club: goal setting", minutes=60, evidence=("x",)),
            activity("b", date(2026, 1, 14), "Webinar on outcomes", category=Category.FORMAL, minutes=90),
            activity(
                "c",
                date(2026, 3, 10),
                "Case study: a kitchen adaptation",
                end_date=date(2026, 3, 12),
                minutes=180,
                evidence=("y", "z"),
            ),
            activity("d", date(2026, 6, 22), "Catching up", category=Category.SELF_DIRECTED),
            activity("e", date(2026, 9, 8), "Placement educator", category=Category.PROFESSIONAL, minutes=75),
        ],
        files=[evidence("x", "Notes of the journal club"), evidence("y", "Case study"), evidence("z")],
        of=portfolio(
            summary="I work in a council team.\nI see adults at home.",
            statement="I chose two activities.\n\nThe first is a case study.",
            chosen=("c", "a"),
        ),
        reasons=[gap_reason(date(2026, 3, 16), date(2026, 6, 15), "carer", "I came back on 15 June.")],
    )
