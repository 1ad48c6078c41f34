"""Which parts of a framework the log has something for: what is reckoned from, and the document of it."""

from __future__ import annotations

from otcpd.domain.coverage import Coverage, Grain, Matrix, columns, coverage, grains
from otcpd.domain.framework import Framework, FrameworkKind
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.period import Period
from otcpd.portfolio.papers.coverage_content import CoverageLine, CoveragePaper
from otcpd.record.coverage_rows import counted_activities
from otcpd.record.record import Record

MOST_COLUMNS = {Grain.MONTHS: 14, Grain.QUARTERS: 9, Grain.YEARS: 12}
"""Columns that a page of paper has room for."""
MOST_LINES = 300
"""Of more items those that have something are on paper, and the number of the others."""


def read_coverage(record: Record, frameworks: Frameworks, framework: Framework, period: Period) -> Coverage:
    """What of one edition of a framework the activities of a period count for."""
    return coverage(frameworks, framework, counted_activities(record.reader, period), period)


def coverage_content(record: Record, found: Coverage, *, all_items: bool = False) -> CoveragePaper:
    """The document of it: the items at the top, or all items. Names of activities are not in it, and of nobody else."""
    owner = record.people.owner()
    every = found.lines if all_items else found.pillars
    lines = every if len(every) <= MOST_LINES else tuple(line for line in every if line.mask)[:MOST_LINES]
    grain = grains(found.period, 0, MOST_COLUMNS)[0]
    matrix = Matrix(found, lines, columns(found, grain))
    return CoveragePaper(
        framework=found.framework.name,
        edition=found.framework.edition,
        confirmed=found.framework.confirmed,
        period=found.period,
        prepared=record.clock.today(),
        heads=tuple((column.over, column.head) for column in matrix.columns),
        lines=tuple(
            CoverageLine(
                code=line.item.code if found.framework.kind is FrameworkKind.STANDARDS else "",
                label=line.item.label,
                depth=line.depth,
                retired=line.item.retired,
                counts=matrix.counts(row),
                total=line.count,
                minutes=found.minutes(line.mask),
                last=found.last(line.mask),
            )
            for row, line in enumerate(lines)
        ),
        sums=matrix.sums,
        total=matrix.whole.bit_count(),
        nowhere=found.nowhere.bit_count(),
        left_out=len(every) - len(lines),
        name=owner.name,
        registration=owner.registration,
    )
