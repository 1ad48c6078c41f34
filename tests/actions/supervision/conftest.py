"""A file with a supervisor who is an OT, and an agreement with her."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.people import add_person, say_whether_ot
from otcpd.actions.supervision.agreements import new_agreement
from otcpd.domain.supervision import AgreementKind
from otcpd.record.record import Record

BEGUN = date(2026, 1, 5)


@pytest.fixture
def fiona(record: Record) -> str:
    """Her supervisor."""
    person = add_person(record, "Fiona Alder", "Occupational therapist").created[0]
    say_whether_ot(record, person, True)
    return person


@pytest.fixture
def agreement(record: Record, fiona: str) -> str:
    """Professional supervision every six weeks, since the fifth of January."""
    return new_agreement(
        record,
        AgreementKind.PROFESSIONAL,
        supervisor=fiona,
        supervisor_is_ot=True,
        terms={"start": BEGUN, "every_weeks": 6, "place": "Room 2"},
    ).created[0]
