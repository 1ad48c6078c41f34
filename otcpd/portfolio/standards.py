"""Where a profile shows each of HCPC's five CPD standards (domain.md section 2)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from otcpd.domain.words import in_words, joined, tally
from otcpd.portfolio.content import ActivityRow, EvidenceRow, StandardRow
from otcpd.portfolio.labels import ProfileLabels
from otcpd.portfolio.selection import Selection
from otcpd.portfolio.wording import NOTHING, evidence_name, ranges

_MOST_NAMED = 12
"""More numbers or ranges than this are counted instead: nobody looks up so many."""

_BY_STATEMENT = ("3", "4")
"""The standards that the statement is about: practice, and the people who use the service."""


def standard_rows(
    selection: Selection,
    rows: Sequence[ActivityRow],
    statement: str,
    evidence: Sequence[EvidenceRow],
    labels: ProfileLabels,
) -> tuple[StandardRow, ...]:
    """One row for each standard of the catalogue; the words say where to look, never that it is met.

    Standards 3 and 4 are shown by the statement and the activities chosen for it. Other activities stand
    with a standard if the person linked them to it.
    """
    chosen = {activity.id for activity in selection.chosen}
    numbers = [row.number for row in rows if row.chosen]
    places = {
        "1": _list_place(rows),
        "2": _mixture_place(rows),
        **dict.fromkeys(_BY_STATEMENT, _statement_place(statement, numbers)),
        "5": _evidence_place(evidence),
    }
    linked = {
        code: _linked(selection, labels, code, chosen if code in _BY_STATEMENT else ()) for code in labels.standards
    }
    return tuple(
        StandardRow(code, label, " ".join(filter(None, (places.get(code, ""), _also(linked[code])))) or NOTHING)
        for code, label in labels.standards.items()
    )


def _linked(selection: Selection, labels: ProfileLabels, code: str, but: Collection[str]) -> list[int]:
    """Numbers of the listed activities that the person linked to a CPD standard; those of the ids `but` apart."""
    if not labels.cpd_framework:
        return []
    return [
        number
        for number, activity in enumerate(selection.listed, start=1)
        if activity.id not in but
        and any(_names(reference, labels.cpd_framework, code) for reference in activity.standards)
    ]


def _names(reference: str, framework: str, code: str) -> bool:
    edition, _, given = reference.rpartition(":")
    return given == code and edition.partition("@")[0] == framework


def _list_place(rows: Sequence[ActivityRow]) -> str:
    if not rows:
        return ""
    return f"Part 2 (E1), the dated list of {tally(len(rows), 'activity', 'activities')}."


def _mixture_place(rows: Sequence[ActivityRow]) -> str:
    kinds = len({row.mark for row in rows if row.mark})
    if not kinds:
        return ""
    return f"Part 2 (E1), {in_words(kinds)} {'category' if kinds == 1 else 'categories'} of activity."


def _statement_place(statement: str, numbers: Sequence[int]) -> str:
    """ "Part 3, the statement: activities 9, 13 and 22."; the activities are those chosen for it."""
    if not numbers:
        return "Part 3, the statement." if statement else ""
    named = _named(numbers)
    return f"Part 3, the statement: {named or f'{len(numbers):,} activities'}."


def _also(numbers: Sequence[int]) -> str:
    """ "See also part 2: activities 2, 5 and 6."."""
    if not numbers:
        return ""
    named = _named(numbers)
    return f"See also part 2: {named}." if named else f"See also {len(numbers):,} activities in part 2."


def _named(numbers: Sequence[int]) -> str:
    """ "activities 1 to 3 and 7"; empty for more than a reader would look up."""
    named = ranges(numbers)
    if len(named) > _MOST_NAMED:
        return ""
    return f"{'activity' if len(numbers) == 1 else 'activities'} {joined(named)}"


def _evidence_place(evidence: Sequence[EvidenceRow]) -> str:
    """In the words of the standard: a profile that is the person's own work and supported by evidence."""
    own = "This profile, my own work, supported by"
    last = evidence_name(evidence[-1].number)
    if len(evidence) == 1:
        return f"{own} the dated list as evidence {last}."
    return f"{own} {tally(len(evidence), 'piece', 'pieces')} of evidence, E1 to {last}, in part 4."
