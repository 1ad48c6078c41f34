"""From a person's log to a profile: what goes in, under which number, and what stays behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from otcpd.domain.activity import Activity
from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration
from otcpd.domain.evidence import Evidence, EvidenceKind
from otcpd.domain.gaps import Gap, GapReason
from otcpd.domain.layers import Layer, default_layer, may_leave
from otcpd.domain.listing import Outside
from otcpd.domain.period import Period
from otcpd.domain.person import Person
from otcpd.domain.portfolio import Portfolio
from otcpd.domain.words import count_words
from otcpd.portfolio.content import (
    LIST_NUMBER,
    NO_CATEGORY,
    ActivityRow,
    CategoryTotal,
    Cover,
    EvidenceRow,
    GapReasonWords,
    GapRow,
    LeftOut,
    ProfileContent,
    StatementActivity,
    WrittenPart,
)
from otcpd.portfolio.labels import ProfileLabels
from otcpd.portfolio.numbering import number_evidence
from otcpd.portfolio.selection import Selection, select
from otcpd.portfolio.standards import standard_rows
from otcpd.portfolio.wording import NOTHING, evidence_name

KIND_WORDS: Mapping[EvidenceKind, str] = {
    EvidenceKind.PDF: "PDF document",
    EvidenceKind.IMAGE: "Picture",
    EvidenceKind.WORD: "Word document",
    EvidenceKind.TEXT: "Text",
    EvidenceKind.EMAIL: "Email",
    EvidenceKind.OTHER: "Other file",
}


@dataclass(slots=True)
class _Sieve:
    """Lets texts pass that the regulator may read, and counts those it keeps back."""

    kept_back: int = 0

    def let(self, text: str, layer: Layer) -> str:
        if not text.strip():
            return ""
        if may_leave(layer, Layer.REGULATOR):
            return text.strip()
        self.kept_back += 1
        return ""


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the parts of the content are made from."""

    selection: Selection
    labels: ProfileLabels
    numbers: Mapping[str, int]
    outside: Outside
    sieve: _Sieve = field(default_factory=_Sieve)

    def evidence_of(self, activity: Activity) -> tuple[int, ...]:
        return tuple(sorted({self.numbers[one] for one in activity.evidence if one in self.numbers}))

    def mark_of(self, activity: Activity) -> str:
        """The code of its category; empty where it has none."""
        code = activity.category or ""
        return code if code in self.labels.categories else ""


def build_profile(
    *,
    person: Person,
    portfolio: Portfolio,
    activities: Iterable[Activity],
    outside: Outside,
    evidence: Iterable[Evidence],
    gaps: Iterable[Gap],
    labels: ProfileLabels,
    period: Period,
    today: date,
) -> ProfileContent:
    """Make the content of a profile for `period`, prepared on `today`.

    `activities` are at least those that touch the period, and `outside` says how many it leaves out;
    `gaps` are those of the period (`otcpd.domain.gaps.find_gaps`). Listed are the person's own
    activities by `otcpd.domain.listing.listed`. Every text passes `may_leave` at regulator level. Where a
    title may not leave, the entry stays with a neutral title, for without it the list would show a gap
    that was none. A file whose layer is not the regulator's is neither listed nor numbered. File names
    and the names of companions are never used: they may name people, and nobody looked at them as words
    for a reader. What a profile does not print, such as the learning from an activity, is not looked at.
    """
    selection = select(activities, evidence, portfolio, person.id, period, today)
    draft = _Draft(selection, labels, number_evidence(selection.evidence_in_use, portfolio.evidence_numbers), outside)
    summary = _written(draft, portfolio, "summary", labels.summary_limit)
    statement = _written(draft, portfolio, "statement", labels.statement_limit)
    rows = _activity_rows(draft)
    index = _evidence_rows(draft, rows)
    return ProfileContent(
        cover=_cover(person, period, today),
        summary=summary,
        dated_list=_with_gaps(rows, [_gap_row(draft, gap) for gap in gaps]),
        totals=_totals(draft),
        statement=statement,
        statement_activities=_statement_activities(draft),
        evidence=index,
        standards=standard_rows(selection, rows, statement.text, index, labels),
        declaration=_declaration(person),
        left_out=_left_out(draft),
    )


def _cover(person: Person, period: Period, today: date) -> Cover:
    return Cover(
        name=person.name,
        profession=person.profession,
        registration=person.registration,
        start=period.start,
        end=period.end,
        prepared=today,
        audit_number=person.audit_number,
    )


def _written(draft: _Draft, portfolio: Portfolio, part: str, limit: int) -> WrittenPart:
    layer = portfolio.layers.get(part, default_layer("portfolio", part))
    text = draft.sieve.let(getattr(portfolio, part), layer)
    return WrittenPart(text, count_words(text), limit)


def _title(draft: _Draft, activity: Activity) -> str:
    own = draft.sieve.let(activity.title, activity.layer_of("title"))
    return own or f"Activity of {long_day(activity.date)}"


def _activity_rows(draft: _Draft) -> tuple[ActivityRow, ...]:
    chosen = {activity.id for activity in draft.selection.chosen}
    return tuple(
        ActivityRow(
            number=number,
            start=activity.date,
            end=None if activity.last_day == activity.date else activity.last_day,
            title=_title(draft, activity),
            category=draft.labels.categories.get(draft.mark_of(activity), NOTHING),
            duration="" if activity.minutes is None else format_duration(activity.minutes),
            evidence=draft.evidence_of(activity),
            chosen=activity.id in chosen,
            mark=draft.mark_of(activity),
        )
        for number, activity in enumerate(draft.selection.listed, start=1)
    )


def _gap_row(draft: _Draft, gap: Gap) -> GapRow:
    """A gap with every reason of which something may leave."""
    words = tuple(filter(None, (_gap_words(draft, given) for given in gap.reasons)))
    if len(words) == 1:
        # A single reason stands for the whole gap, and its own days are not told.
        words = (replace(words[0], start=gap.start, end=gap.end),)
    return GapRow(gap.start, gap.end, words)


def _gap_words(draft: _Draft, given: GapReason) -> GapReasonWords | None:
    if given.deleted is not None:
        return None
    label = draft.labels.gap_reasons.get(given.reason, given.reason)
    reason = draft.sieve.let(label, given.reason_layer)
    note = draft.sieve.let(given.note, given.note_layer)
    return GapReasonWords(given.start, given.end, reason, note) if reason or note else None


def _with_gaps(rows: Sequence[ActivityRow], gaps: Sequence[GapRow]) -> tuple[ActivityRow | GapRow, ...]:
    """Rows and gaps by the day they start; an activity that starts with a gap stands before it."""
    joined: list[ActivityRow | GapRow] = [*rows, *gaps]
    return tuple(sorted(joined, key=_row_day))


def _row_day(row: ActivityRow | GapRow) -> date:
    return row.start


def _totals(draft: _Draft) -> tuple[CategoryTotal, ...]:
    """All categories of the catalogue in their order; what has none comes last, if there is any."""
    names = draft.labels.categories
    counts = dict.fromkeys(names, 0)
    minutes = dict.fromkeys(names, 0)
    for activity in draft.selection.listed:
        mark = draft.mark_of(activity)
        counts[mark] = counts.get(mark, 0) + 1
        minutes[mark] = minutes.get(mark, 0) + (activity.minutes or 0)
    return tuple(
        CategoryTotal(names.get(mark, NO_CATEGORY), count, minutes[mark], mark) for mark, count in counts.items()
    )


def _statement_activities(draft: _Draft) -> tuple[StatementActivity, ...]:
    numbers = {activity.id: number for number, activity in enumerate(draft.selection.listed, start=1)}
    unseen = replace(draft, sieve=_Sieve())
    return tuple(
        StatementActivity(
            number=numbers[activity.id],
            # The list has counted this title already, so another sieve looks at it here.
            title=_title(unseen, activity),
            start=activity.date,
            end=None if activity.last_day == activity.date else activity.last_day,
            evidence=draft.evidence_of(activity),
        )
        for activity in draft.selection.chosen
    )


def _evidence_rows(draft: _Draft, rows: Sequence[ActivityRow]) -> tuple[EvidenceRow, ...]:
    index = [EvidenceRow(LIST_NUMBER, "Dated list of CPD activities", "Dated list", None, ())]
    by_number = sorted((number, one) for one, number in draft.numbers.items())
    for number, one in by_number:
        item = draft.selection.evidence[one]
        caption = draft.sieve.let(item.caption, item.caption_layer)
        index.append(
            EvidenceRow(
                number=number,
                caption=caption or f"Evidence {evidence_name(number)}",
                kind=KIND_WORDS[item.kind],
                size=item.size,
                supports=tuple(row.number for row in rows if number in row.evidence),
                id=one,
            )
        )
    return tuple(index)


def _declaration(person: Person) -> tuple[str, ...]:
    """What the person declares: a lead-in, then the points."""
    who = f"{person.name} ({person.registration})" if person.registration else person.name
    return (
        f"I, {who}, declare that:" if who else "I declare that:",
        "this profile is my own work;",
        "I took part in every activity in it, and the evidence belongs to these activities;",
        "as far as I know, nothing in it identifies a service user, a carer or a colleague.",
    )


def _left_out(draft: _Draft) -> LeftOut:
    selection, outside = draft.selection, draft.outside
    captionless = [
        one
        for one in draft.numbers
        if not selection.evidence[one].caption.strip()
        or not may_leave(selection.evidence[one].caption_layer, Layer.REGULATOR)
    ]
    return LeftOut(
        texts=draft.sieve.kept_back,
        files=len(selection.withheld_files),
        uncaptioned=len(captionless),
        before=outside.before,
        after=outside.after,
        future=outside.future,
        chosen=outside.chosen,
        undescribed=len(selection.listed) - len(selection.chosen) if selection.chosen else 0,
    )
