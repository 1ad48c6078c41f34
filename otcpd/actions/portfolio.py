"""The portfolio: its period, its texts, what is chosen for the statement."""

from __future__ import annotations

from datetime import date

from otcpd.actions.days import check_reach
from otcpd.domain.changes import Changes
from otcpd.domain.dates import check_order
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.order import keys_after
from otcpd.record.record import Record

MOST_EVIDENCE = 999
"""No profile has as many pieces of evidence: a higher number is a slip of the keyboard."""

_TEXTS = ("summary", "statement", "name")


def edit_portfolio(record: Record, portfolio: str, field: str, text: str, *, typing: bool = False) -> Changes:
    """Writes the summary, the statement or the name of a portfolio. Raises NotAcceptable for an empty name."""
    if field not in _TEXTS:
        raise NotAcceptable(f"A portfolio has no text ‘{field}’.", "Nothing was changed.")
    if field == "name" and not text.strip():
        raise NotAcceptable("The portfolio has no name yet.", "Nothing was changed.", "Give it a name.")
    record.portfolios.get(portfolio)
    with record.step(f"Edit {field}", typing=typing) as step:
        step.set("portfolio", portfolio, field, text)
    return step.changes


def set_period(record: Record, portfolio: str, start: date | None, end: date | None) -> Changes:
    """Fixes the period of a portfolio; None lets that end follow the registration cycle.

    Raises NotAcceptable for days out of order.
    """
    if start and end:
        check_order(start, end)
    check_reach(start, end)
    record.portfolios.get(portfolio)
    with record.step("Change the period") as step:
        step.set("portfolio", portfolio, "start", start.isoformat() if start else None)
        step.set("portfolio", portfolio, "end", end.isoformat() if end else None)
    return step.changes


def use_in_statement(record: Record, activity: str, on: bool, portfolio: str | None = None) -> Changes:
    """Chooses an activity for the statement, as the last one, or takes it out again.

    One that is chosen already keeps its place.
    """
    record.activities.get(activity)
    chosen_in = record.portfolios.get(portfolio) if portfolio else record.portfolios.current()
    ends = {"portfolio": chosen_in.id, "activity": activity}
    with record.step("Use in my statement" if on else "Leave out of my statement") as step:
        if on and activity not in chosen_in.chosen:
            position = keys_after(record.portfolios.last_position(chosen_in.id), 1)[0]
            step.link("portfolio_activity", ends, {"position": position})
        elif not on:
            step.unlink("portfolio_activity", ends)
    return step.changes


def number_evidence(record: Record, portfolio: str, evidence: str, number: int) -> Changes:
    """Fixes the number of a piece of evidence in a portfolio. E1 is the dated list, so numbers begin at 2.

    Raises NotAcceptable for a lower number, one that no profile gets to, or one that another piece has.
    """
    record.evidence.get(evidence)
    taken = record.portfolios.get(portfolio).evidence_numbers
    if number < 2:
        raise NotAcceptable("E1 is the dated list of activities.", "Nothing was changed.", "Choose a number from 2 on.")
    if number > MOST_EVIDENCE:
        raise NotAcceptable(f"E{number} is too high.", "Nothing was changed.", f"Choose one up to {MOST_EVIDENCE}.")
    if any(other == number and one != evidence for one, other in taken.items()):
        raise NotAcceptable(f"E{number} is taken.", "Nothing was changed.", "Choose another number.")
    with record.step("Number evidence") as step:
        step.link("portfolio_evidence", {"portfolio": portfolio, "evidence": evidence}, {"number": number})
    return step.changes
