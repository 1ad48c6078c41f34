"""What the log holds, and which of it is shown: rows, gaps, filters, search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from operator import attrgetter

from otcpd.actions.cycle_dates import current_cycle
from otcpd.actions.reading import profile_period
from otcpd.actions.why_found import Found, why_found
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Status
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, span
from otcpd.domain.errors import OtcpdError
from otcpd.domain.gaps import Gap, find_gaps
from otcpd.domain.period import Period
from otcpd.record.activity_rows import ActivityRow
from otcpd.record.record import Record
from otcpd.record.search import long_enough
from otcpd.ui.models.log_entries import ActivityEntry, Entry, GapEntry, in_order
from otcpd.ui.pages.log.filters import Filters, Show
from otcpd.ui.pages.log.filters_links import LinkReader
from otcpd.ui.words import BEFORE_ALL

SLICE = 500
"""So many rows are read in one go: some 10 ms."""

MANY = 4_000
"""So many changed activities are looked up by id; for more the list is read anew."""

HEARD = frozenset({"activity", "evidence", "portfolio", "gap_reason", "setting"})
"""Kinds of things whose changes may change the list."""

_SEARCHED = frozenset({"evidence", "employer", "goal", "person", "post", "tag"})
"""Kinds of things besides activities whose words are searched."""


class LogContents:
    """Reads slice by slice, then follows the changes."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._rows: list[ActivityRow] = []
        self._entries: dict[str, ActivityEntry] = {}
        self._totals: tuple[list[ActivityRow], dict[str, int]] = ([], {})
        self._since: tuple[list[ActivityRow], date, int] = ([], date.max, 0)
        """Which list of rows, the day, and how many of its activities there are since that day."""
        self.shown_count = 0
        """How many activities were shown last."""
        self._uses: dict[str, tuple[str, ...]] | None = None
        self._searched: tuple[str, frozenset[str] | None] = ("", None)
        self._pieces: frozenset[str] = frozenset()
        """The evidence that was found by the search in `_searched`."""
        self._why: tuple[str, dict[str, Found | None]] = ("", {})
        """Of the search that is shown: what was asked for, and what of the activities seen so far was found by it."""
        self._links = LinkReader(record)
        self._labels = {code: entry.short for code, entry in load_catalogue().categories.items()}
        self.complete = False
        """Whether everything has been read."""
        self.gaps: list[Gap] = []
        self.read()

    @property
    def rows(self) -> list[ActivityRow]:
        """Every activity read so far, newest first."""
        return self._rows

    @property
    def period(self) -> Period:
        """The period of the current profile: gaps are counted in it."""
        return profile_period(self._record, self._record.portfolios.current())

    @property
    def cycle(self) -> Period:
        """The present registration cycle."""
        return current_cycle(self._record).period

    def read(self) -> None:
        """Read anew: the first slice at once, the others as `read_more` is called."""
        self._rows = []
        self._entries = {}
        self._uses = None
        self._links.forget()
        self.gaps = []
        self.complete = False
        self.read_more()

    def read_more(self) -> None:
        """Read the next slice."""
        found = self._record.activities.page_of_rows(self._rows[-1] if self._rows else None, SLICE)
        self._rows = self._rows + found
        self._adopt(found)
        if len(found) < SLICE:
            self.complete = True
            self._find_gaps()

    def follow(self, changes: Changes) -> bool:
        """Take over what changed; False if the list looks as it did."""
        if _SEARCHED & set(changes.rows):
            self.search_again()
        kinds = HEARD & set(changes.rows)
        if not kinds:
            return False
        before, days = self._rows, self._days_of(changes.of("activity"))
        if len(changes.of("activity")) > MANY:
            self.read()
            return True
        links = self._links.follow(changes.of("activity"))
        self._take(changes.of("activity"))
        if kinds == {"activity"} and days == self._days_of(changes.of("activity")):
            # A text being typed mostly changes nothing that a row shows, and the days stay.
            return links or self._rows is not before
        self._uses = None
        if "evidence" in kinds:
            self._put_counts(self._record.activities.evidence_counts())
        if "portfolio" in kinds:
            self._put_chosen(set(self._record.portfolios.current().chosen))
        self._find_gaps()
        return True

    def shown(self, filters: Filters) -> list[Entry]:
        """The entries of the list."""
        if filters.query != self._why[0]:
            self._why = (filters.query, {})
        rows = self._show(self.found(filters), filters.show)
        if not filters.newest:
            rows = rows[::-1]
        self.shown_count = len(rows)
        gaps = [self._gap_entry(gap) for gap in self.gaps] if filters.everything else []
        entries = self._entries
        return in_order([entries[row.id] for row in rows], gaps, newest=filters.newest)

    def counts(self, filters: Filters) -> dict[str, int]:
        """How many activities each choice of the segmented control has, of those found."""
        rows = self.found(filters)
        if rows is self._rows and self._totals[0] is rows:
            return self._totals[1]
        counts = {show.value: len(self._show(rows, show)) for show in Show}
        if rows is self._rows:
            self._totals = rows, counts
        return counts

    def has(self, activity: str) -> bool:
        """Whether there is an activity with this id, as far as has been read."""
        return activity in self._entries

    def found(self, filters: Filters) -> list[ActivityRow]:
        """What is searched for and filtered by, whatever the segmented control says.

        What has just been searched for is not searched for again.
        """
        rows = self._rows
        self._search_for(filters.query)
        found = self._searched[1]
        if found is not None:
            rows = [row for row in rows if row.id in found]
        return filters.only.sieve(rows, self._links.of(filters.only), self.cycle) if filters.only else rows

    def search_again(self) -> None:
        """What was found may not hold any more."""
        self._searched = ("", None)
        self._why = (self._why[0], {})

    def why(self, activity: str) -> Found | None:
        """What of an activity was found by the present search, where its title does not show it.

        Looked up for one row at a time, when it comes into sight.
        """
        query, known = self._why
        if not long_enough(query):
            return None
        if activity not in known:
            try:
                self._search_for(query)
                known[activity] = why_found(self._record, activity, query, self._pieces)
            except OtcpdError:  # the row does without; whatever is read next says what is the matter
                known[activity] = None
        return known[activity]

    def fact(self) -> str:
        """ "21 activities since 1 November 2025"."""
        start = self.period.start
        if self._since[0] is not self._rows or self._since[1] != start:
            self._since = self._rows, start, sum((row.end_date or row.date) >= start for row in self._rows)
        within = self._since[2]
        what = "activity" if within == 1 else "activities"
        if not self._rows:
            return f"Your cycle runs from {current_cycle(self._record).period.text}."
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

    def _search_for(self, query: str) -> None:
        if query != self._searched[0]:
            self._searched = (query, self._search(query))

    def _search(self, query: str) -> frozenset[str] | None:
        """Ids of the activities found; None when nothing is searched for."""
        self._pieces = frozenset()
        if not long_enough(query):
            return None
        found = self._record.search(query)
        self._pieces = found.get("evidence", frozenset())
        if not self._pieces:
            return found.get("activity", frozenset())
        if self._uses is None:
            self._uses = {piece.id: piece.used_in for piece in self._record.evidence.all()}
        proved = {use for piece in self._pieces for use in self._uses.get(piece, ())}
        return found.get("activity", frozenset()) | proved

    def _take(self, ids: frozenset[str]) -> None:
        """Look changed activities up; those beyond what has been read come with their slice."""
        if not ids:
            return
        self.search_again()
        found = {row.id: row for row in self._record.activities.some_rows(ids)}
        if not self.complete:
            found = {one: row for one, row in found.items() if self._rows and row.place >= self._rows[-1].place}
        known = {row.id: row for row in self._rows if row.id in ids}
        if known == found:
            return
        for gone in known.keys() - found.keys():
            del self._entries[gone]
        self._adopt(found.values())
        if {row.place for row in known.values()} == {row.place for row in found.values()}:
            self._rows = [found.get(row.id, row) for row in self._rows]
            return
        rows = [row for row in self._rows if row.id not in ids]
        rows += found.values()
        rows.sort(key=_place, reverse=True)
        self._rows = rows

    def _put_counts(self, counts: dict[str, int]) -> None:
        """How much evidence there is, by activity."""
        changed = [row for row in self._rows if row.evidence_count != counts.get(row.id, 0)]
        self._exchange([replace(row, evidence_count=counts.get(row.id, 0)) for row in changed])

    def _put_chosen(self, chosen: set[str]) -> None:
        """What is in the statement."""
        changed = [row for row in self._rows if row.chosen != (row.id in chosen)]
        self._exchange([replace(row, chosen=row.id in chosen) for row in changed])

    def _exchange(self, changed: list[ActivityRow]) -> None:
        if changed:
            now = {row.id: row for row in changed}
            self._rows = [now.get(row.id, row) for row in self._rows]
            self._adopt(changed)

    def _days_of(self, ids: frozenset[str]) -> list[tuple[date, date | None]]:
        return [(row.date, row.end_date) for row in self._rows if row.id in ids] if ids else []

    def _show(self, rows: list[ActivityRow], show: Show) -> list[ActivityRow]:
        match show:
            case Show.TO_FINISH:
                return [row for row in rows if row.status is Status.CAPTURED]
            case Show.CHOSEN:
                return [row for row in rows if row.chosen]
            case Show.NO_EVIDENCE:
                return [row for row in rows if not row.evidence_count]
            case _:
                return rows

    def _adopt(self, rows: Iterable[ActivityRow]) -> None:
        """Make what is shown of these rows, once: thousands stay as they are from one key to the next."""
        for row in rows:
            self._entries[row.id] = ActivityEntry(
                id=row.id,
                date=row.date,
                title=row.title,
                end_date=row.end_date,
                category=row.category,
                category_name=self._labels[row.category] if row.category else "",
                minutes=row.minutes,
                evidence_count=row.evidence_count,
                chosen=row.chosen,
                unfinished=row.status is Status.CAPTURED,
            )

    def _find_gaps(self) -> None:
        if not (self._rows and self.complete):
            self.gaps = []
            return
        self.gaps = find_gaps(
            [(row.date, row.end_date or row.date) for row in self._rows],
            self.period,
            self._record.clock.today(),
            self._record.gap_reasons.all(),
            months=load_catalogue().rules.gap_months,
        )


def gap_entry(gap: Gap) -> GapEntry:
    """A gap as the list shows it: what is to do, or the reason that was given."""
    when = span(gap.start, gap.end, year=True)
    length = f"Gap of {gap.months} {'month' if gap.months == 1 else 'months'}"
    if not gap.explained:
        return GapEntry(gap.start, gap.end, f"{length}, needs a reason", when)
    reason = load_catalogue().gap_reason_label(gap.reason.reason) if gap.reason else ""
    return GapEntry(gap.start, gap.end, f"{length}. {reason}", when, explained=True)


_place = attrgetter("place")
