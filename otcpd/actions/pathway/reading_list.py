"""The reference list: of all that she ticked, and of what she read within the period of a profile."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.domain.citing import Cited, plain, reference_list
from otcpd.domain.layers import Layer, default_layer, may_leave
from otcpd.domain.pathway_texts import BIBLIOGRAPHY
from otcpd.domain.period import Period
from otcpd.domain.reading import Reading, Reference
from otcpd.portfolio.content import ReadingAnnex
from otcpd.portfolio.papers.reading_content import ReadingPaper
from otcpd.record.record import Record


def whole_list(record: Record) -> tuple[Cited, ...]:
    """Everything that is in her reference list, for herself."""
    return reference_list((one.id, one.reference, one.accessed) for one in record.readings.listed())


def list_as_text(lines: Sequence[Cited]) -> str:
    """The list as plain text, a work a line."""
    return "\n".join(plain(line.runs) for line in lines)


def reading_paper(record: Record) -> ReadingPaper:
    """The whole list as a document."""
    owner = record.people.owner()
    works = tuple(line.runs for line in whole_list(record))
    return ReadingPaper(works, record.clock.today(), owner.name, owner.registration)


def reading_annex(record: Record, period: Period) -> ReadingAnnex:
    """What she read within the period, up to today, and has in her list, as far as it may leave."""
    last = min(period.end, record.clock.today())
    layers = record.readings.layers()
    leaving = [
        (one.id, reference, one.accessed)
        for one in record.readings.listed(period.start, last)
        if (reference := _leaving(one, layers.get(one.id, {}))).title.strip()
    ]
    return ReadingAnnex(tuple(line.runs for line in reference_list(leaving)))


def _leaving(reading: Reading, layers: dict[str, Layer]) -> Reference:
    """The reference without the texts that the regulator may not read."""
    found = reading.reference
    told = {name: layers.get(name, default_layer("reading", name)) for name in BIBLIOGRAPHY}
    leaving = [name for name, layer in told.items() if may_leave(layer, Layer.REGULATOR)]
    return Reference(found.kind, **{name: getattr(found, name) for name in leaving})
