"""What the page on coverage shows: the framework and the time that are chosen, sifted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from otcpd.actions.cycle_dates import current_cycle, cycle_at
from otcpd.actions.pathway.coverage import read_coverage
from otcpd.domain.changes import Changes
from otcpd.domain.coverage import Coverage, Grain, Line, Matrix, columns, grains
from otcpd.domain.dates import add_months
from otcpd.domain.framework import Framework, FrameworkKind
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.period import Period
from otcpd.record.coverage_rows import counted_activities
from otcpd.ui.pages.coverage import words
from otcpd.ui.session import Session

_DAY = timedelta(days=1)
_MATTERS = ("activity", "goal", "framework", "framework_link")
_REGULATOR = "hcpc_"
"""How codes of HCPC’s standards begin: where nothing is linked yet they are shown."""


@dataclass(frozen=True, slots=True)
class Sift:
    """What the person asked to see. `grain` is None for the finest that has room."""

    query: str = ""
    every: bool = False
    only_nothing: bool = False
    grain: Grain | None = None


class CoverageContents:
    """Activities are read for each time that is chosen."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._record = session.record
        self.ref = ""
        """The edition that is shown ("framework@edition"); empty until one is chosen."""
        self.period = self.cycle()
        self._found: Coverage | None = None
        self._texts: tuple[Coverage, tuple[str, ...]] | None = None

    @property
    def frameworks(self) -> Frameworks:
        """All there are."""
        return self._session.frameworks.now()

    def offered(self) -> tuple[Framework, ...]:
        """Those to choose from, standards of HCPC first."""
        with_items = [one for one in self.frameworks.offered if one.items]
        return tuple(sorted(with_items, key=_standards_first))

    def framework(self) -> Framework | None:
        """The one that is shown; the one most used if none is chosen, or the chosen one is gone."""
        offered = self.offered()
        chosen = next((one for one in offered if str(one.ref) == self.ref), None)
        if chosen is None and offered:
            linked = self._linked()
            chosen = max(offered, key=lambda one: (linked.get(str(one.ref), 0), one.code.startswith(_REGULATOR)))
        self.ref = str(chosen.ref) if chosen is not None else ""
        return chosen

    def _linked(self) -> dict[str, int]:
        """How many links lead to each edition: what she uses most is shown first."""
        found: dict[str, int] = {}
        for one in counted_activities(self._record.reader, self.period):
            for ref in one.refs:
                edition = ref.partition(":")[0]
                found[edition] = found.get(edition, 0) + 1
        return found

    def cycle(self, *, before: bool = False) -> Period:
        """The registration cycle of today as far as it has come, or the whole one before it."""
        now, today = current_cycle(self._record), self._record.clock.today()
        if before:
            return cycle_at(self._record, now.period.start - _DAY).period
        return Period(min(now.period.start, today), min(now.period.end, today))

    def year(self) -> Period:
        """The last twelve months."""
        today = self._record.clock.today()
        return Period(add_months(today, -12) + _DAY, today)

    def choose(self, ref: str, period: Period) -> None:
        """Show another framework, or another time."""
        self.ref, self.period, self._found = ref, period, None

    @property
    def found(self) -> Coverage | None:
        """What counts for what; None where there is no framework."""
        framework = self.framework()
        if self._found is None and framework is not None:
            self._found = read_coverage(self._record, self.frameworks, framework, self.period)
        return self._found

    def lines(self, sift: Sift) -> tuple[Line, ...]:
        """The items that are shown. A search looks at all of them."""
        found = self.found
        if found is None:
            return ()
        wanted = sift.query.casefold().split()
        lines = found.lines if sift.every or wanted else found.pillars
        if wanted:
            pairs = list(zip(lines, self._searched(found), strict=True))
            for word in wanted:
                pairs = [pair for pair in pairs if word in pair[1]]
            lines = tuple(line for line, _text in pairs)
        return tuple(line for line in lines if not line.mask) if sift.only_nothing else lines

    def _searched(self, found: Coverage) -> tuple[str, ...]:
        """What a search looks at of each line, made once for all keystrokes."""
        if self._texts is None or self._texts[0] is not found:
            self._texts = found, tuple(_searched(found, line) for line in found.lines)
        return self._texts[1]

    def matrix(
        self, lines: tuple[Line, ...], sift: Sift, most: Mapping[Grain, int]
    ) -> tuple[Matrix, tuple[Grain, ...]]:
        """Those lines against so many columns of each kind at most, and which kinds there could be."""
        found = self.found
        assert found is not None
        could = grains(found.period, len(found.activities), most)
        grain = sift.grain if sift.grain in could else could[0]
        return Matrix(found, lines, columns(found, grain) if any(most.values()) else ()), could

    def follow(self, changes: Changes) -> bool:
        """Whether a change matters here; then what was read is forgotten."""
        matters = any(changes.of(kind) for kind in _MATTERS)
        if matters:
            self._found = None
        return matters


def _searched(found: Coverage, line: Line) -> str:
    return f"{words.name_of(found, line)} {line.item.code}".casefold()


def _standards_first(one: Framework) -> bool:
    return one.kind is not FrameworkKind.STANDARDS
