"""The words of supervision: one for every value of the domain, and a template that makes whole agreements."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest

from otcpd.catalogue import load_catalogue
from otcpd.catalogue.loading import read_file
from otcpd.domain.person import PersonRole
from otcpd.domain.protected_time import EntitlementSource, Per, ProtectedUse
from otcpd.domain.supervision import (
    NOTES,
    TERMS_TEXTS,
    ActionState,
    AgreementKind,
    AgreementState,
    MissedBy,
    Mode,
    SessionState,
)

WORDS = load_catalogue().supervision


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (AgreementKind, WORDS.kinds),
        (AgreementKind, WORDS.templates),
        (Mode, WORDS.modes),
        (SessionState, WORDS.session_states),
        (AgreementState, WORDS.agreement_states),
        (ActionState, WORDS.action_states),
        (MissedBy, WORDS.missed_by),
        (PersonRole, WORDS.roles),
        (ProtectedUse, WORDS.uses),
        (Per, WORDS.per),
        (EntitlementSource, WORDS.entitlement_sources),
    ],
)
def test_every_value_of_the_domain_has_its_word(values: type[StrEnum], words: dict[str, object]) -> None:
    assert [value.value for value in values] == list(words)


def test_words_people_read() -> None:
    assert [entry.label for entry in WORDS.kinds.values()] == [
        "Professional",
        "Line management",
        "Clinical or practice",
        "Restorative",
        "Peer",
        "Group",
        "Mentoring",
        "Buddy",
    ]
    assert WORDS.kinds[AgreementKind.PROFESSIONAL].title == "Professional supervision"
    assert WORDS.kind_label("line_management") == "Line management"
    assert WORDS.modes[Mode.VIDEO] == "Video call"
    assert WORDS.role_label("mentor") == "Mentor"
    assert WORDS.role_label("Practice educator") == "Practice educator"


def test_proctors_functions_are_the_notes_of_a_session_and_name_their_source() -> None:
    assert tuple(WORDS.functions) == NOTES[:3]
    assert [entry.label for entry in WORDS.functions.values()] == [
        "Standards and accountability",
        "Skills and learning",
        "Support",
    ]
    assert "Proctor" in WORDS.functions_source


def test_reasons_are_our_own_and_own_words_stay() -> None:
    content = read_file("supervision")
    for entry in (*content["missed_reasons"], *content["lost_reasons"]):
        assert (entry["source"], entry["confirmed"]) == ("own", False)
    assert WORDS.missed_reason_label("sickness") == "Sickness"
    assert WORDS.missed_reason_label("The lift was broken") == "The lift was broken"
    assert set(WORDS.lost_reasons) == {
        *("duty_cover", "staffing", "urgent_visit", "meeting", "sickness", "leave", "other"),
    }
    assert WORDS.lost_reason_label("duty_cover") == "Duty cover"
    assert WORDS.lost_reason_label("Flood") == "Flood"


@pytest.mark.parametrize("kind", AgreementKind)
def test_a_template_makes_terms_that_nobody_has_agreed_to(kind: AgreementKind) -> None:
    template = WORDS.templates[kind]
    assert tuple(template.texts) == TERMS_TEXTS
    terms = template.terms(date(2028, 2, 29))
    assert (terms.weeks_from, terms.every_weeks, terms.minutes) == (4, 6, 60)
    assert (terms.start, terms.review_on, terms.agreed_on) == (date(2028, 2, 29), date(2029, 2, 28), None)
    assert terms.purpose == template.texts["purpose"].text != ""
    assert all(entry.label and entry.hint for entry in template.texts.values())
    assert all(entry.text or entry.hint for entry in template.texts.values())


def test_kinds_differ_where_their_purpose_does() -> None:
    purposes = {template.texts["purpose"].text for template in WORDS.templates.values()}
    assert len(purposes) == len(AgreementKind)
    named = read_file("supervision")["template"]["kinds"]
    assert set(named) <= {kind.value for kind in AgreementKind}
    assert all(set(texts) <= set(TERMS_TEXTS) for texts in named.values())
