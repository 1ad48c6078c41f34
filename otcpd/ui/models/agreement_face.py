"""What the card and the row of an agreement show, as plain values, and the words that tell how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from otcpd.domain.dates import plain_day
from otcpd.domain.supervision import Agreement, AgreementState
from otcpd.domain.supervision_ledger import Ledger
from otcpd.domain.supervision_schedule import Schedule
from otcpd.domain.words import tally

LED_BY_OT, NOT_BY_OT = "OT", "Not an OT"


class Pressing(IntEnum):
    """How much an agreement asks for something: lists begin with what asks most."""

    LATE = 0
    REVIEW = 1
    DRAFT = 2
    RUNNING = 3
    ENDED = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """How an agreement stands: "16 days late". `order` sorts those that press alike; the smallest comes first. `also`
    is what is booked, where `text` tells something else."""

    text: str
    pressing: Pressing
    order: int = 0
    also: str = ""

    @property
    def said(self) -> str:
        """All of it: "16 days late. Next: 26 November"."""
        return f"{self.text}. {self.also}" if self.also else self.text

    @property
    def token(self) -> str:
        """The colour of the words; they say it without it, too."""
        if self.pressing in (Pressing.LATE, Pressing.REVIEW):
            return "warn"
        return "ink" if self.pressing is Pressing.RUNNING else "ink2"


@dataclass(frozen=True, slots=True)
class AgreementFace:
    """One agreement. `kind` is "Professional" or what a group is called, `who` "Fiona Alder, lead OT", `often` "Every
    4 to 6 weeks". `by_ot` says whether an OT leads it; None where that is not a question."""

    key: str
    kind: str
    who: str
    often: str
    standing: Standing
    ledger: Ledger
    by_ot: bool | None = None

    @property
    def chip(self) -> str:
        """The word that tells whether an OT leads it; empty where that is not a question."""
        return "" if self.by_ot is None else LED_BY_OT if self.by_ot else NOT_BY_OT

    @property
    def spoken(self) -> str:
        """What a screen reader says of it; the ledger comes as its description."""
        return ", ".join(part for part in (self.kind, self.who, self.chip, self.often, self.standing.said) if part)

    @property
    def rank(self) -> tuple[int, int, str]:
        """Its place in a list: what is late longest first, what has ended last."""
        return self.standing.pressing, self.standing.order, self.who.casefold()


def standing(agreement: Agreement, schedule: Schedule, today: date) -> Standing:
    """How it stands today, in the words of its card: the most pressing thing, and what is booked."""
    state = agreement.state_on(today)
    if state is AgreementState.ENDED and agreement.ends is not None:
        return Standing(f"Ended {plain_day(agreement.ends, today)}", Pressing.ENDED, -agreement.ends.toordinal())
    booked = f"Next: {plain_day(schedule.booked, today)}" if schedule.booked is not None else ""
    if schedule.days_late:
        late = f"{tally(schedule.days_late, 'day')} late"
        return Standing(late, Pressing.LATE, -schedule.days_late, booked)
    review = agreement.terms_on(today).review_on
    if schedule.review_late and review is not None:
        return Standing(f"Review was due on {plain_day(review, today)}", Pressing.REVIEW, review.toordinal(), booked)
    if state is AgreementState.DRAFT:
        return Standing("Draft", Pressing.DRAFT, also=booked)
    coming = schedule.booked or schedule.due
    text = booked or (f"Due by {plain_day(schedule.due, today)}" if schedule.due is not None else "Nothing due")
    return Standing(text, Pressing.RUNNING, coming.toordinal() if coming is not None else date.max.toordinal())
