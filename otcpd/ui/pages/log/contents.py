"""What the log holds, and which of it is shown: rows, gaps, filters, search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from otcpd.actions.reading import profile_period
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Activity, Category, Status
from otcpd.domain.changes import Changes
from otcpd.domain.cycle import cycle_of
from otcpd.domain.dates import long_day, span
from otcpd.domain.gaps import Gap, find_gaps
from otcpd.domain.period import Period
from otcpd.record.activities import ActivityRow
from otcpd.record.record import Record
from otcpd.record.search import long_enough
from otcpd.ui.models.log_entries import ActivityEntry, Entry, GapEntry, in_order

FEW = 12
"""So many changed activities are looked up one by one; for more the list is read anew."""

HEARD = frozenset({"activity", "evidence", "portfolio", "gap_reason"})
"""Kinds of things whose changes may change the list."""

BEFORE_ALL = "Before your first entry"
"""The title of a gap before everything in the file."""


class Show(StrEnum):
    """What the segmented control offers."""

    ALL = "all"
    TO_FINISH = "to_finish"
    CHOSEN = "chosen"
    NO_EVIDENCE = "no_evidence"


SHOW_WORDS = (
    (Show.ALL, "All"),
    (Show.TO_FINISH, "To finish"),
    (Show.CHOSEN, "In my statement"),
    (Show.NO_EVIDENCE, "No evidence"),
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the person asked to see. `category` is the code of one, "none", or empty for any."""

    show: Show = Show.ALL
    category: str = ""
    query: str = ""
    newest: bool = True

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self.show is Show.ALL and not self.category and not long_enough(self.query)


class LogContents:
    """Reads once, then follows the changes."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._rows: list[ActivityRow] = []
        self._uses: dict[str, tuple[str, ...]] | None = None
        self._searched: tuple[str, frozenset[str] | None] = ("", None)
        self.gaps: list[Gap] = []
        self.read()

    @property
    def rows(self) -> list[ActivityRow]:
        """Every activity, newest first."""
        return self._rows

    @property
    def period(self) -> Period:
        """The period of the current profile: gaps are counted in it."""
        return profile_period(self._record, self._record.portfolios.current())

    def read(self) -> None:
        """Read everything."""
        self._rows = self._record.activities.rows()
        self._uses = None
        self._find_gaps()

    def follow(self, changes: Changes) -> bool:
        """Take over what changed; False if the list looks as it did."""
        kinds = HEARD & set(changes.rows)
        if not kinds:
            return False
        before, ids = self._rows, changes.of("activity")
        if len(ids) > FEW or changes.created or not self._replace(ids):
            self.read()
            return True
        if kinds == {"activity"}:
            # A text being typed mostly changes nothing that a row shows, and the days stay.
            return self._rows is not before
        self._uses = None
        if "portfolio" in kinds:
            chosen = set(self._record.portfolios.current().chosen)
            self._rows = [
                row if row.chosen == (row.id in chosen) else replace(row, chosen=row.id in chosen) for row in self._rows
            ]
        self._find_gaps()
        return True

    def shown(self, filters: Filters) -> list[Entry]:
        """The entries of the list."""
        found = self._found(filters.query)
        self._searched = (filters.query, found)
        labels = {code: entry.short for code, entry in load_catalogue().categories.items()}
        rows = [row for row in self._rows if _fits(row, filters, found)]
        if not filters.newest:
            rows.reverse()
        entries = [_entry(row, labels) for row in rows]
        gaps = [self._gap_entry(gap) for gap in self.gaps] if filters.everything else []
        return in_order(entries, gaps, newest=filters.newest)

    def counts(self, query: str = "") -> dict[str, int]:
        """How many activities each choice of the segmented control has, of those that a search finds.

        What `shown` has just searched for is not searched for again.
        """
        found = self._searched[1] if query == self._searched[0] else self._found(query)
        rows = [row for row in self._rows if found is None or row.id in found]
        return {
            Show.ALL: len(rows),
            Show.TO_FINISH: sum(row.status is Status.CAPTURED for row in rows),
            Show.CHOSEN: sum(row.chosen for row in rows),
            Show.NO_EVIDENCE: sum(not row.evidence_count for row in rows),
        }

    def fact(self) -> str:
        """ "21 activities since 1 November 2025"."""
        start = self.period.start
        within = sum((row.end_date or row.date) >= start for row in self._rows)
        what = "activity" if within == 1 else "activities"
        if not self._rows:
            today = self._record.clock.today()
            return f"Your cycle runs from {cycle_of(today, load_catalogue().cycles).period.text}."
        sentence = f"{within:,} {what} since {long_day(start)}" if within else f"No activity since {long_day(start)}"
        return sentence if within == len(self._rows) else f"{sentence}, {len(self._rows):,} in all"

    def gap_at(self, key: str) -> Gap | None:
        """The gap behind the key of a gap entry."""
        return next((gap for gap in self.gaps if gap_entry(gap).key == key), None)

    def _gap_entry(self, gap: Gap) -> GapEntry:
        first = self._rows[-1].date if self._rows else date.max
        if gap.explained or gap.end >= first:
            return gap_entry(gap)
        # Who begins to write things down today has not been idle until now. The checks speak up all the same.
        return GapEntry(gap.start, gap.end, BEFORE_ALL, "Add older CPD, or give a reason later", explained=True)

    def _found(self, query: str) -> frozenset[str] | None:
        """Ids of the activities found; None when nothing is searched for."""
        if not long_enough(query):
            return None
        found = self._record.search(query)
        if not found.get("evidence"):
            return found.get("activity", frozenset())
        if self._uses is None:
            self._uses = {piece.id: piece.used_in for piece in self._record.evidence.all()}
        proved = {use for piece in found["evidence"] for use in self._uses.get(piece, ())}
        return found.get("activity", frozenset()) | proved

    def _replace(self, ids: frozenset[str]) -> bool:
        """Look changed activities up; False if one came, went or moved to another day."""
        places = {row.id: place for place, row in enumerate(self._rows) if row.id in ids}
        chosen = set(self._record.portfolios.current().chosen) if ids else set()
        rows = list(self._rows)
        for one in ids:
            activity = self._record.activities.get(one)
            place = places.get(one)
            if place is None or activity.deleted is not None or _days(activity) != _days(rows[place]):
                return False
            rows[place] = _row(activity, chosen)
        if rows != self._rows:
            self._rows = rows
        return True

    def _find_gaps(self) -> None:
        self.gaps = find_gaps(
            [(row.date, row.end_date or row.date) for row in self._rows],
            self.period,
            self._record.clock.today(),
            self._record.gap_reasons.all(),
            months=load_catalogue().rules.gap_months,
        )
        if not self._rows:
            self.gaps = []


def gap_entry(gap: Gap) -> GapEntry:
    """A gap as the list shows it: what is to do, or the reason that was given."""
    when = span(gap.start, gap.end, year=True)
    length = f"Gap of {gap.months} {'month' if gap.months == 1 else 'months'}"
    if not gap.explained:
        return GapEntry(gap.start, gap.end, f"{length}, needs a reason", when)
    reason = load_catalogue().gap_reason_label(gap.reason.reason) if gap.reason else ""
    return GapEntry(gap.start, gap.end, f"{length}. {reason}", when, explained=True)


def _days(one: Activity | ActivityRow) -> tuple[date, date | None]:
    return one.date, one.end_date


def _fits(row: ActivityRow, filters: Filters, found: frozenset[str] | None) -> bool:
    if found is not None and row.id not in found:
        return False
    if filters.category and (row.category or "none") != filters.category:
        return False
    match filters.show:
        case Show.TO_FINISH:
            return row.status is Status.CAPTURED
        case Show.CHOSEN:
            return row.chosen
        case Show.NO_EVIDENCE:
            return not row.evidence_count
        case _:
            return True


def _entry(row: ActivityRow, labels: Mapping[Category, str]) -> ActivityEntry:
    return ActivityEntry(
        id=row.id,
        date=row.date,
        title=row.title,
        end_date=row.end_date,
        category=row.category,
        category_name=labels[row.category] if row.category else "",
        minutes=row.minutes,
        evidence_count=row.evidence_count,
        chosen=row.chosen,
    )


def _row(activity: Activity, chosen: set[str]) -> ActivityRow:
    return ActivityRow(
        id=activity.id,
        date=activity.date,
        end_date=activity.end_date,
        title=activity.title,
        category=activity.category,
        type=activity.type,
        minutes=activity.minutes,
        status=activity.status,
        evidence_count=len(activity.evidence),
        chosen=activity.id in chosen,
        tags=activity.tags,
    )
