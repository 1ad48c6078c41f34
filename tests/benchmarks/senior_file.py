"""A senior OT's CPD file: fifteen people she supervises, her own supervision, and ten years of sessions."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from otcpd.actions.files import new_file
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import add_months
from otcpd.domain.order import keys_after
from otcpd.domain.supervision import AgreementKind
from otcpd.record.gate import Step
from otcpd.record.many import insert_many, link_many
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import START

SUPERVISEES = 15
SESSIONS = 5_000
YEARS = 10
AHEAD = timedelta(days=60)
"""So far ahead sessions are planned."""

_FIRST_NAMES = ("Ann", "Asha", "Callum", "Catriona", "Dougie", "Eilidh", "Fiona", "Graham", "Iain", "Isla", "Morag")
_SURNAMES = ("Alder", "Ash", "Birch", "Hazel", "Larch", "Maple", "Oak", "Rowan", "Willow")
_WORDS = (
    *("caseload", "cushion", "discharge", "falls", "feedback", "hoist", "housing", "joint", "kitchen", "lighting"),
    *("paper", "placement", "rail", "ramp", "reasoning", "report", "risk", "seating", "splint", "stairs", "student"),
)
_KINDS = (AgreementKind.PROFESSIONAL, AgreementKind.CLINICAL, AgreementKind.PROFESSIONAL, AgreementKind.MENTORING)

Row = Mapping[str, str | int | None]


@dataclass(slots=True)
class _Rows:
    """Rows to make, by table, and links by their ends and what they say besides."""

    things: dict[str, list[Row]] = field(default_factory=dict)
    people: list[Mapping[str, str]] = field(default_factory=list)

    def add(self, table: str, row: Row) -> None:
        self.things.setdefault(table, []).append(row)


def senior_file(
    path: Path, around: Surroundings, *, supervisees: int = SUPERVISEES, sessions: int = SESSIONS, years: int = YEARS
) -> None:
    """Makes the file: `sessions` in all, the last of them planned, each with two topics, a decision and an action.

    One of the agreements is her own with a supervisor who is an OT. There are protected time and figures of workload
    for each month. The same numbers give the same content.
    """
    with new_file(path, "Morag Rowan", "OT000321", around) as record:
        record.hurry()
        chance = random.Random(supervisees)
        with record.step("Fill") as step:
            agreements = _agreements(record, step, chance, supervisees, years)
            rows = _Rows()
            for number, session in enumerate(_dated(agreements, sessions, years)):
                _session(step, rows, chance, number, session)
            for table, made in rows.things.items():
                insert_many(step, table, made)
            link_many(step, "session_person", rows.people)
            _time(step, chance, years)


@dataclass(frozen=True, slots=True)
class _Agreed:
    """An agreement, and who is on the other side of it."""

    id: str
    kind: AgreementKind
    other: str
    as_supervisor: bool


def _agreements(record: Record, step: Step, chance: random.Random, supervisees: int, years: int) -> list[_Agreed]:
    """Her own first, then one for each of the people she supervises; a third of them had their terms changed."""
    start = add_months(START.date(), -12 * years)
    found: list[_Agreed] = []
    for number in range(supervisees + 1):
        own = number == 0
        kind = _KINDS[number % len(_KINDS)]
        person = step.insert("person", {"name": _name(number), "profession": "Occupational therapist", "is_ot": 1})
        step.link("person_role", {"person": person, "role": "supervisor" if own else "supervisee"})
        ends = {"supervisee": record.owner if own else person, "supervisor": person if own else record.owner}
        stamps = {"created": step.at, "modified": step.at}
        agreement = step.insert("agreement", {"kind": kind, "supervisor_is_ot": 1, **ends, **stamps})
        terms = load_catalogue().supervision.templates[kind].texts
        texts = {code: entry.text for code, entry in terms.items()}
        for since in (start, *([add_months(start, 6 * years)] if number % 3 == 1 else [])):
            weeks = {"every_weeks": chance.choice((4, 6, 8)), "weeks_from": 4, "minutes": 60, "mode": "in_person"}
            days = {"start": since.isoformat(), "agreed_on": since.isoformat()}
            days["review_on"] = add_months(START.date(), chance.randrange(-2, 12)).isoformat()
            step.insert("agreement_terms", {"agreement": agreement, **weeks, **days, **texts})
        found.append(_Agreed(agreement, kind, person, as_supervisor=not own))
    return found


def _name(number: int) -> str:
    return f"{_FIRST_NAMES[number % len(_FIRST_NAMES)]} {_SURNAMES[number % len(_SURNAMES)]}"


def _dated(agreements: list[_Agreed], sessions: int, years: int) -> Iterator[tuple[date, _Agreed]]:
    """The days of all sessions, evenly over the years and up to the planned ones, the agreements in turn."""
    first = add_months(START.date(), -12 * years)
    days = (START.date() + AHEAD - first).days
    for number in range(sessions):
        yield first + timedelta(days=days * number // sessions), agreements[number % len(agreements)]


def _session(step: Step, rows: _Rows, chance: random.Random, number: int, dated: tuple[date, _Agreed]) -> None:
    day, agreed = dated
    session, past = step.new_id(), day <= START.date()
    fallen = past and number % 17 == 5
    held = past and not fallen
    agreed_on = day.isoformat() if held and chance.random() < 0.9 else None
    rows.add(
        "supervision_session",
        {
            "id": session,
            "date": day.isoformat(),
            "start": f"{chance.choice((9, 10, 11, 14, 15)):02}:{chance.choice(('00', '30'))}",
            "minutes": chance.choice((45, 60, 60, 90)),
            "agreement": agreed.id,
            "kind": agreed.kind,
            "mode": chance.choice(("in_person", "video")),
            "place": "Room 2",
            "state": "missed" if fallen else "held" if held else "planned",
            "missed_by": chance.choice(("supervisee", "supervisor")) if fallen else None,
            "reason": chance.choice(("sickness", "duty_cover", "staffing")) if fallen else "",
            "protected_kept": int(held) if past else None,
            "led_by_ot": 1,
            "as_supervisor": int(agreed.as_supervisor),
            "agreed_supervisee": agreed_on,
            "agreed_supervisor": agreed_on,
            **{name: _text(chance, 30) if held else "" for name in ("normative", "formative", "restorative")},
            "notes_to_myself": _text(chance, 8),
            "created": step.at,
            "modified": step.at,
        },
    )
    rows.people.append({"session": session, "person": agreed.other})
    _lines(step, rows, chance, session, day if held else None)


def _lines(step: Step, rows: _Rows, chance: random.Random, session: str, held: date | None) -> None:
    """Two topics, and of a session that was held a decision and an action, one in thirty of them still open."""
    first, second = keys_after(None, 2)
    for position in (first, second):
        topic = {"session": session, "position": position, "discussed_in": session if held else None}
        rows.add("session_topic", {"id": step.new_id(), "text": _text(chance, 6), **topic})
    if held is None:
        return
    line = {"session": session, "position": first}
    rows.add("session_decision", {"id": step.new_id(), "text": _text(chance, 8), **line})
    still_open = chance.random() < 1 / 30
    rows.add(
        "session_action",
        {
            "id": step.new_id(),
            "text": _text(chance, 8),
            "who": step.owner,
            "due": (held + timedelta(days=21)).isoformat(),
            "state": "open" if still_open else "done",
            "closed_on": None if still_open else (held + timedelta(days=14)).isoformat(),
            **line,
        },
    )


def _time(step: Step, chance: random.Random, years: int) -> None:
    """Half a day a month promised; each month four slots and a note of workload."""
    start = add_months(START.date(), -12 * years)
    promised: Row = {"start": start.isoformat(), "minutes": 210, "per": "month", "source": "job_plan", "note": ""}
    step.insert("entitlement", promised)
    slots: list[Row] = []
    figures: list[Row] = []
    for month in range(12 * years):
        first = add_months(start, month)
        for week in range(4):
            taken = chance.choice((0, 30, 60, 60, 60))
            slots.append(
                {
                    "id": step.new_id(),
                    "date": (first + timedelta(weeks=week)).isoformat(),
                    "planned": 60,
                    "taken": taken,
                    "purpose": chance.choice(("cpd", "reflection", "supervision", "research")),
                    "reason": "duty_cover" if taken < 60 else "",
                }
            )
        numbers = {"caseload": chance.randrange(20, 45), "waiting": chance.randrange(5, 60), "duty_half_days": 4}
        figures.append({"id": step.new_id(), "date": first.isoformat(), **numbers})
    insert_many(step, "protected_slot", slots)
    insert_many(step, "workload", figures)


def _text(chance: random.Random, words: int) -> str:
    return f"{' '.join(chance.choices(_WORDS, k=words)).capitalize()}."
