"""The overview of a file as a cycle timeline shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from otcpd.actions.next_steps import Overview
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Category
from otcpd.domain.dates import long_day, span
from otcpd.domain.gaps import Gap, gap_key
from otcpd.domain.words import counted, joined, tally
from otcpd.ui.widgets.timeline_content import Band, BandKind, Lane, Mark, TimelineContent
from otcpd.ui.words import BEFORE_ALL

NO_TYPE = "No category"


def cycle_content(overview: Overview) -> TimelineContent:
    """The cycle of today. Activities without a category have a lane of their own, which is there while they are."""
    cycle, catalogue = overview.cycle, load_catalogue()
    counts = Counter(one.category for one in overview.days)
    categories: list[Category | None] = [*catalogue.categories, *([None] if counts[None] else [])]
    lanes = tuple(Lane(one, catalogue.category_label(one) or NO_TYPE, counts[one]) for one in categories)
    place = {category: number for number, category in enumerate(categories)}
    start, end = cycle.start, cycle.end
    # What began before the cycle stands first; the rest comes by date already.
    marks = [
        Mark(one.id, max(one.date, start), min(one.end_date or one.date, end), place[one.category], one.title)
        for one in overview.days
    ]
    marks.sort(key=_day)
    bands = tuple(_bands(overview))
    said = " ".join(_said(overview, lanes, bands))
    return TimelineContent(cycle.start, cycle.end, overview.today, cycle.window_start, lanes, tuple(marks), bands, said)


def _day(mark: Mark) -> tuple[object, ...]:
    return mark.start, mark.end


def _bands(overview: Overview) -> Iterator[Band]:
    cycle = overview.cycle
    for gap in overview.gaps:
        if gap.start <= cycle.end and gap.end >= cycle.start:
            yield _band(gap, overview)
    growing = overview.growing
    if growing is not None and growing.end >= cycle.start:
        length = counted(growing.months, "month")
        labels = (("No CPD", f"for {length}"), ("No CPD", f"{growing.months} months"), ("No CPD",))
        start = max(growing.start, cycle.start)
        yield Band(gap_key(growing.start), start, growing.end, BandKind.GROWING, labels, f"No CPD for {length}")


def _band(gap: Gap, overview: Overview) -> Band:
    cycle = overview.cycle
    start, end = max(gap.start, cycle.start), min(gap.end, cycle.end)
    length = counted(gap.months, "month") if gap.months > 10 else f"{gap.months} months"
    if gap.explained:
        reason = load_catalogue().gap_reason_label(gap.reason.reason) if gap.reason else ""
        labels: tuple[tuple[str, ...], ...] = ((reason, length), (reason,), _halves(reason))
        return Band(gap_key(gap.start), start, end, BandKind.EXPLAINED, labels, f"Gap of {length}. {reason}")
    if overview.first_day is not None and gap.end < overview.first_day:
        return Band(gap_key(gap.start), start, end, BandKind.QUIET, (("Before your", "first entry"),), BEFORE_ALL)
    # That something is wanted is said last of all to go: how long it is, the months below show.
    labels = ((f"Gap, {length}", "needs a reason"), ("Gap", "needs", "a reason"), ("Needs", "a reason"))
    return Band(gap_key(gap.start), start, end, BandKind.GAP, labels, f"Gap of {length}, needs a reason")


def _halves(text: str) -> tuple[str, ...]:
    """A text on two lines that are as even as its words allow."""
    words = text.split()
    cuts: list[tuple[str, ...]] = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    return min(cuts, key=_longer) if cuts else (text,)


def _longer(lines: tuple[str, ...]) -> int:
    return max(map(len, lines))


def _said(overview: Overview, lanes: tuple[Lane, ...], bands: tuple[Band, ...]) -> Iterator[str]:
    cycle = overview.cycle
    yield f"{cycle.period.text}."
    if overview.days:
        each = joined([f"{lane.name} {lane.count:,}" for lane in lanes])
        yield f"{tally(len(overview.days), 'activity', 'activities')}: {each}."
    else:
        yield "No activity yet."
    for band in bands:
        yield f"{band.said}, {span(band.start, band.end, year=True)}."
    yield f"Today is {long_day(overview.today)}. The renewal window is {cycle.window.text}."
