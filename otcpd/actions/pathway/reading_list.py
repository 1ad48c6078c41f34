"""The reference list: of all that she ticked, and of what she read within the period of a profile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from otcpd.domain.citing import Cited, CitedRun, plain, reference_list
from otcpd.domain.layers import Layer
from otcpd.domain.pathway_texts import BIBLIOGRAPHY
from otcpd.domain.period import Period
from otcpd.domain.reading import Reading, Reference
from otcpd.portfolio.content import ReadingAnnex
from otcpd.portfolio.papers.reading_content import ReadingPaper
from otcpd.record.leaving import Leaving
from otcpd.record.record import Record


def whole_list(record: Record) -> tuple[Cited, ...]:
    """Everything that is in her reference list, for herself."""
    return reference_list((one.id, one.reference, one.accessed) for one in record.readings.listed())


def list_as_text(lines: Sequence[Cited]) -> str:
    """The list as plain text, a work a line."""
    return "\n".join(plain(line.runs) for line in lines)


def reading_paper(record: Record) -> ReadingPaper:
    """The whole list as a document, without what is only for her."""
    owner = record.people.owner()
    works = _leaving(record, record.readings.listed(), Layer.SUPERVISION)
    return ReadingPaper(works, record.clock.today(), owner.name, owner.registration)


def reading_annex(record: Record, period: Period) -> ReadingAnnex:
    """What she read within the period, up to today, and has in her list, as far as it may leave."""
    last = min(period.end, record.clock.today())
    titled = [one for one in record.readings.listed(period.start, last) if one.reference.title.strip()]
    return ReadingAnnex(_leaving(record, titled, Layer.REGULATOR))


def _leaving(record: Record, readings: Iterable[Reading], level: Layer) -> tuple[tuple[CitedRun, ...], ...]:
    """The lines of a list for readers at a level; a work whose title they may not read is not in it."""
    leaving = Leaving(record.reader, level, "reading")
    works = [(one.id, _told(one, leaving), one.accessed) for one in readings if leaving.may("reading", one.id, "title")]
    return tuple(line.runs for line in reference_list(works))


def _told(reading: Reading, leaving: Leaving) -> Reference:
    """The reference without the texts that may not be read."""
    found = reading.reference
    texts = {name: leaving.text("reading", reading.id, name, getattr(found, name)) for name in BIBLIOGRAPHY}
    return Reference(found.kind, **texts)
