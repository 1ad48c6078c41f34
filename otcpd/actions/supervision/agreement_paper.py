"""The content of a printed agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from otcpd.actions.supervision.paper_people import PaperPeople
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer, default_layer, may_leave
from otcpd.domain.often import often_in_words
from otcpd.domain.supervision import TERMS_TEXTS, Agreement, Side, Terms
from otcpd.portfolio.papers.content import (
    AgreementField,
    AgreementPaper,
    AgreementSection,
    AgreementVersion,
    SigningLine,
)
from otcpd.record.record import Record

OFTEN, LENGTH, HOW, REVIEW = "How often", "How long", "How", "Review date"
PROTECTED_SUPERVISEE, PROTECTED_SUPERVISOR = (
    "Protected in the supervisee’s job plan",
    "Protected in the supervisor’s job plan",
)
PROTECTED_PEERS, EACH_OTHER = "Protected in our job plans", "What we want from each other"
_MY_WISH, _THEIR_WISH = "wants_supervisee", "wants_supervisor"

MEETING, PURPOSE, RECORD = "How we meet", "What we want from it", "Record and confidentiality"
_MOST_IN_A_TABLE = 320
"""A longer text, and one of several lines, stands under a heading of its own."""
_IN_PURPOSE = frozenset(("purpose", "needs", "wants_supervisee", "wants_supervisor"))
_IN_RECORD = frozenset(("record_kept", "record_readers", "confidentiality", "evaluation"))


def agreement_content(record: Record, agreement: str, version: int | None = None) -> AgreementPaper:
    """An agreement to read and sign, in its newest version or in another, counted from 1.

    Raises NotAcceptable for an agreement or a version that is none.
    """
    found = record.agreements.get(agreement)
    number = version or len(found.terms)
    if not 1 <= number <= len(found.terms):
        raise NotAcceptable(f"This agreement has no version {number}.", "Nothing was written.")
    terms = found.terms[number - 1]
    people = PaperPeople(record)
    everybody = people.of_agreement(found)
    ends = found.ends if version is None else None
    return AgreementPaper(
        title=load_catalogue().supervision.kinds[found.kind].title,
        people=everybody,
        starts=found.starts,
        version=number,
        version_from=terms.start,
        prepared=record.clock.today(),
        sections=_sections(found, terms),
        versions=tuple(_versions(found, number)),
        signing=tuple(SigningLine(one.name, one.role, terms.agreed_on) for one in everybody),
        name=found.name.strip() if _may(found, "name") else "",
        ends=ends,
        end_reason=found.end_reason.strip() if ends is not None and _may(found, "end_reason") else "",
        renews=None if found.renews is None else record.agreements.get(found.renews).starts,
    )


def _may(agreement: Agreement, name: str) -> bool:
    layer = agreement.layers.get(name, default_layer("agreement", name))
    return may_leave(layer, Layer.SUPERVISION)


def _sections(agreement: Agreement, terms: Terms) -> tuple[AgreementSection, ...]:
    labels = _labels(agreement)
    shown = [code for code in TERMS_TEXTS if not (code == _THEIR_WISH and _one_wish(agreement, terms))]
    if _one_wish(agreement, terms):
        labels = {**labels, _MY_WISH: EACH_OTHER}
    texts = [(code, _field(code, labels[code], getattr(terms, code).strip())) for code in shown]
    review = "" if terms.review_on is None else long_day(terms.review_on)
    how = [field for code, field in texts if code not in _IN_PURPOSE | _IN_RECORD]
    return (
        AgreementSection(MEETING, (*_figures(agreement, terms), *how)),
        AgreementSection(PURPOSE, tuple(field for code, field in texts if code in _IN_PURPOSE)),
        AgreementSection(
            RECORD, (*(field for code, field in texts if code in _IN_RECORD), AgreementField(REVIEW, review))
        ),
    )


def _field(code: str, label: str, text: str) -> AgreementField:
    return AgreementField(label, text, code in _IN_PURPOSE or "\n" in text or len(text) > _MOST_IN_A_TABLE)


def _figures(agreement: Agreement, terms: Terms) -> Iterator[AgreementField]:
    yield AgreementField(OFTEN, often_in_words(terms.often))
    yield AgreementField(LENGTH, format_duration(terms.minutes))
    yield AgreementField(HOW, load_catalogue().supervision.modes[terms.mode])
    if agreement.side is Side.PEERS and terms.protected_supervisee == terms.protected_supervisor:
        yield AgreementField(PROTECTED_PEERS, _yes(terms.protected_supervisee))
        return
    yield AgreementField(PROTECTED_SUPERVISEE, _yes(terms.protected_supervisee))
    yield AgreementField(PROTECTED_SUPERVISOR, _yes(terms.protected_supervisor))


def _one_wish(agreement: Agreement, terms: Terms) -> bool:
    """Whether peers want the same from each other: it is said once."""
    return agreement.side is Side.PEERS and terms.wants_supervisee.strip() == terms.wants_supervisor.strip()


def _yes(on: bool) -> str:
    return "Yes" if on else "No"


def _labels(agreement: Agreement) -> Mapping[str, str]:
    texts = load_catalogue().supervision.templates[agreement.kind].texts
    return {code: entry.label for code, entry in texts.items()}


def _versions(agreement: Agreement, last: int) -> Iterator[AgreementVersion]:
    """The versions up to the one that is printed, each with the labels of what it changed."""
    for number, terms in enumerate(agreement.terms[:last], start=1):
        changed = () if number == 1 else tuple(_changed(agreement, agreement.terms[number - 2], terms))
        yield AgreementVersion(number, terms.start, terms.agreed_on, changed)


def _changed(agreement: Agreement, before: Terms, now: Terms) -> Iterator[str]:
    figures = (
        (OFTEN, before.often, now.often),
        (LENGTH, before.minutes, now.minutes),
        (HOW, before.mode, now.mode),
        (PROTECTED_SUPERVISEE, before.protected_supervisee, now.protected_supervisee),
        (PROTECTED_SUPERVISOR, before.protected_supervisor, now.protected_supervisor),
        (REVIEW, before.review_on, now.review_on),
    )
    yield from (label for label, old, new in figures if old != new)
    labels = _labels(agreement)
    yield from (labels[code] for code in TERMS_TEXTS if getattr(before, code) != getattr(now, code))
