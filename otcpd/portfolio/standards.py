"""Where a profile shows each of HCPC's five CPD standards (domain.md section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from otcpd.domain.words import in_words, joined, tally
from otcpd.portfolio.content import NO_CATEGORY, ActivityRow, EvidenceRow, StandardRow, StatementActivity
from otcpd.portfolio.labels import ProfileLabels
from otcpd.portfolio.selection import Selection
from otcpd.portfolio.wording import evidence_name

NOTHING_SHOWN = "Not shown yet."


def standard_rows(
    selection: Selection,
    rows: Sequence[ActivityRow],
    described: Sequence[StatementActivity],
    evidence: Sequence[EvidenceRow],
    labels: ProfileLabels,
) -> tuple[StandardRow, ...]:
    """One row for each standard of the catalogue; the words say where to look, never that it is met.

    Activities named for a standard are those the person linked to it and, for standards 3 and 4, those
    of the statement that have a text on the effect on practice or the benefit to service users.
    """
    effect = {one.number for one in described if one.practice_impact}
    benefit = {one.number for one in described if one.service_user_benefit}
    places = {
        "1": [_list_place(rows)],
        "2": [_mixture_place(rows)],
        "3": [_activities_place(effect | _linked(selection, labels, "3"), bool(effect))],
        "4": [_activities_place(benefit | _linked(selection, labels, "4"), bool(benefit))],
        "5": [_evidence_place(evidence)],
    }
    for code in ("1", "2", "5"):
        places[code].append(_linked_sentence(_linked(selection, labels, code)))
    return tuple(
        StandardRow(code, label, " ".join(filter(None, places.get(code, []))) or NOTHING_SHOWN)
        for code, label in labels.standards.items()
    )


def _linked(selection: Selection, labels: ProfileLabels, code: str) -> set[int]:
    """Numbers of the listed activities that the person linked to a CPD standard."""
    if not labels.cpd_framework:
        return set()
    return {
        number
        for number, activity in enumerate(selection.listed, start=1)
        if any(_names(reference, labels.cpd_framework, code) for reference in activity.standards)
    }


def _names(reference: str, framework: str, code: str) -> bool:
    edition, _, given = reference.rpartition(":")
    return given == code and edition.partition("@")[0] == framework


def _list_place(rows: Sequence[ActivityRow]) -> str:
    if not rows:
        return ""
    return f"Part 2 (E1), the dated list of {tally(len(rows), 'activity', 'activities')}."


def _mixture_place(rows: Sequence[ActivityRow]) -> str:
    kinds = len({row.category for row in rows} - {NO_CATEGORY})
    if not kinds:
        return ""
    return f"Part 2 (E1), {in_words(kinds)} {'category' if kinds == 1 else 'categories'} of activity."


def _activities_place(numbers: Iterable[int], in_statement: bool) -> str:
    named = [str(number) for number in sorted(numbers)]
    if not named:
        return ""
    where = "Part 3, the statement" if in_statement else "Part 2"
    return f"{where}; {'activity' if len(named) == 1 else 'activities'} {joined(named)}."


def _linked_sentence(numbers: Iterable[int]) -> str:
    named = [str(number) for number in sorted(numbers)]
    if not named:
        return ""
    return f"Linked by me: {'activity' if len(named) == 1 else 'activities'} {joined(named)}."


def _evidence_place(evidence: Sequence[EvidenceRow]) -> str:
    last = evidence_name(evidence[-1].number)
    if len(evidence) == 1:
        return "This profile, and the dated list as evidence E1."
    return f"This profile, and part 4, {tally(len(evidence), 'piece', 'pieces')} of evidence, E1 to {last}."
