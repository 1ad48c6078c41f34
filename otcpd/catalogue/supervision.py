"""The words of supervision and protected time, and the template that an agreement begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from otcpd.domain.dates import add_months
from otcpd.domain.supervision import TERMS_TEXTS, AgreementKind, Terms


class KindEntry(NamedTuple):
    """A kind of supervision: "Professional" in lists, "Professional supervision" as a heading."""

    code: AgreementKind
    label: str
    title: str
    confirmed: bool


class FunctionEntry(NamedTuple):
    """One of Proctor's functions: our label, what Proctor calls it, and what to write there."""

    code: str
    """The note of a session that it is: "normative", "formative", "restorative"."""
    label: str
    name: str
    hint: str


class TermsText(NamedTuple):
    """A text of an agreement: its label, a hint while it is empty, and the wording that it begins with."""

    code: str
    label: str
    hint: str
    text: str


@dataclass(frozen=True, slots=True)
class AgreementTemplate:
    """What an agreement of one kind begins with. `why` tells where its figures come from; `texts` are by code."""

    kind: AgreementKind
    every_weeks: int
    weeks_from: int
    minutes: int
    review_months: int
    why: str
    texts: Mapping[str, TermsText]

    def terms(self, start: date) -> Terms:
        """The terms of a new agreement: nothing is agreed yet, and the review is a year away."""
        terms = Terms(
            start=start,
            every_weeks=self.every_weeks,
            weeks_from=self.weeks_from,
            minutes=self.minutes,
            review_on=add_months(start, self.review_months),
        )
        texts: dict[str, Any] = {code: entry.text for code, entry in self.texts.items()}
        return replace(terms, **texts)


@dataclass(frozen=True, slots=True)
class SupervisionWords:
    """All of it. Mappings keep the order of the file; words are by the value that stands in the CPD file.

    So an enum of the domain finds its word: `modes[Mode.VIDEO]` is "Video call".
    """

    kinds: Mapping[str, KindEntry]
    modes: Mapping[str, str]
    session_states: Mapping[str, str]
    agreement_states: Mapping[str, str]
    action_states: Mapping[str, str]
    missed_by: Mapping[str, str]
    roles: Mapping[str, str]
    uses: Mapping[str, str]
    per: Mapping[str, str]
    """ "a month", for "3 h 30 a month"."""
    entitlement_sources: Mapping[str, str]
    functions: Mapping[str, FunctionEntry]
    functions_source: str
    """Where the functions are from, in words."""
    missed_reasons: Mapping[str, str]
    """Our own suggestions for a session missed or moved."""
    lost_reasons: Mapping[str, str]
    """Our own suggestions for protected time lost."""
    templates: Mapping[str, AgreementTemplate]
    """By kind; the texts in each are in the order of `TERMS_TEXTS`."""

    def kind_label(self, kind: str) -> str:
        """ "Line management"."""
        return self.kinds[kind].label

    def missed_reason_label(self, reason: str) -> str:
        """What to show for why a session fell through: the label of a code, or the person's words as they are."""
        return self.missed_reasons.get(reason, reason)

    def lost_reason_label(self, reason: str) -> str:
        """What to show for why protected time was lost: the label of a code, or the person's words as they are."""
        return self.lost_reasons.get(reason, reason)

    def role_label(self, role: str) -> str:
        """What to show for what somebody is: the label of a code, or the person's words as they are."""
        return self.roles.get(role, role)


def supervision_words(content: dict[str, Any]) -> SupervisionWords:
    """The content of the resource file as values."""
    words = content["words"]
    functions = content["functions"]
    return SupervisionWords(
        kinds={
            one["code"]: KindEntry(AgreementKind(one["code"]), one["label"], one["title"], one["confirmed"])
            for one in content["kinds"]
        },
        functions={
            one["code"]: FunctionEntry(one["code"], one["label"], one["name"], one["hint"]) for one in functions
        },
        functions_source=content["sources"][functions[0]["source"]]["name"],
        missed_reasons={one["code"]: one["label"] for one in content["missed_reasons"]},
        lost_reasons={one["code"]: one["label"] for one in content["lost_reasons"]},
        templates={kind.value: _template(content["template"], kind) for kind in AgreementKind},
        **words,
    )


def _template(content: dict[str, Any], kind: AgreementKind) -> AgreementTemplate:
    own: dict[str, str] = content["kinds"].get(kind.value, {})
    by_code = {one["code"]: one for one in content["texts"]}
    return AgreementTemplate(
        kind=kind,
        every_weeks=content["every_weeks"],
        weeks_from=content["weeks_from"],
        minutes=content["minutes"],
        review_months=content["review_months"],
        why=content["why"],
        texts={
            code: TermsText(code, by_code[code]["label"], by_code[code]["hint"], own.get(code, by_code[code]["text"]))
            for code in TERMS_TEXTS
        },
    )
