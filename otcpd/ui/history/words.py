"""A change of an entry as a row of the list and as a page to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from otcpd.actions.entry_history import HistoryLine
from otcpd.actions.history_words import IN_LOG, OFF, ON
from otcpd.domain.dates import long_day
from otcpd.domain.word_changes import WordChange, word_changes
from otcpd.domain.words import quoted, tally
from otcpd.ui.models.rows import Row
from otcpd.ui.theme.type import Role
from otcpd.ui.times import time_of_day
from otcpd.ui.widgets.reading import Passage, heading, paragraph, start_of

_LINKED = {ON: "Added", OFF: "Taken off"}

SHORT = 24
"""So many letters of an earlier value stand on the button."""
MOST_PLACES = 30
"""Places of one text that are shown where words changed."""
MOST_LETTERS = 1_500
"""Letters of one place that are shown."""


def rows_of(lines: Iterable[HistoryLine], today: date) -> list[Row]:
    """The changes under heads for their days."""
    rows: list[Row] = []
    last: date | None = None
    for line in lines:
        day = line.at.astimezone().date()
        if day != last:
            rows.append(Row("", day_words(day, today), head=True))
            last = day
        rows.append(Row(line.id, asked(line), meta=about(line), aside=time_of_day(line.at), lines=2))
    return rows


def asked(line: HistoryLine) -> str:
    """What changed. Some models ask what the form asks: an answer says that it is one, and its model stands below."""
    return f"Reflection: {line.label.removeprefix(f'{line.within}: ')}" if line.within else line.label


def day_words(day: date, today: date) -> str:
    """ "Today", "Yesterday", "3 November 2026"."""
    if day == today:
        return "Today"
    return "Yesterday" if day == today - timedelta(days=1) else long_day(day)


def about(line: HistoryLine) -> str:
    """What a change did, in a line."""
    if line.erased is not None:
        said = erased_words(line.erased)
    elif line.made:
        said = ""
    elif line.long:
        said = "Written" if not line.was.strip() else "Emptied" if not line.now.strip() else "Changed"
    elif line.now in _LINKED:
        said = _LINKED[line.now]
    else:
        said = f"{_or_nothing(line.was)} → {_or_nothing(line.now)}"
    if line.within:
        said = f"{line.within}, {said[:1].lower()}{said[1:]}" if said else line.within
    how = f"{line.how[:1].upper()}{line.how[1:]}" if line.how and not said else line.how
    return ", ".join(part for part in (said, how) if part)


def erased_words(at: datetime) -> str:
    """ "Erased for good on 3 November 2026"."""
    return f"Erased for good on {long_day(at.astimezone().date())}"


def bring_words(line: HistoryLine) -> str:
    """What the button says that brings the earlier value back."""
    if line.was in (ON, IN_LOG):
        return "Put it back"
    if line.long or len(line.was) > SHORT:
        return "Bring back the older text"
    return f"Bring back {quoted(line.was)}"


def passages_of(line: HistoryLine, today: date) -> tuple[list[Passage], list[Passage]]:
    """All there is to say about a change: up to what it was before, and the rest."""
    day = line.at.astimezone().date()
    when = f"{day_words(day, today)} {time_of_day(line.at)}"
    passages = [
        Passage(((line.label, False),), Role.CARD_TITLE),
        paragraph(", ".join(part for part in (when, line.how) if part), token="ink2", role=Role.WHY, above=2),
    ]
    if line.erased is not None:
        return [*passages, paragraph(f"{erased_words(line.erased)}. What it said is gone.", above=14)], []
    if line.made:
        return [*passages, *(paragraph(text, above=10 if not place else 4) for place, text in _first(line.now))], []
    if line.long and line.was.strip() and line.now.strip():
        return [*passages, *_compared(line)], []
    return [*passages, heading("− Was"), _value(line.was)], [heading("+ Is now"), _value(line.now)]


def _first(text: str) -> list[tuple[int, str]]:
    return list(enumerate(text.split("\n"))) if text else []


def _value(text: str) -> Passage:
    return paragraph(text) if text.strip() else paragraph("Nothing", token="ink2")


def _or_nothing(text: str) -> str:
    return " ".join(text[:200].split()) or "nothing"


def _compared(line: HistoryLine) -> Iterator[Passage]:
    """Only the places that changed, each as it was and as it became, with a few words round it."""
    changes = word_changes(line.was, line.now)
    if not changes:
        yield paragraph("Only spaces or line breaks changed.", above=14)
    for number, change in enumerate(changes[:MOST_PLACES], start=1):
        if len(changes) > 1:
            yield heading(f"{number} of {tally(len(changes), 'change')}", above=16)
        yield _side("− Was: ", change, change.gone, above=4 if len(changes) > 1 else 14)
        yield _side("+ Is now: ", change, change.came, above=6)
    if len(changes) > MOST_PLACES:
        yield paragraph(f"And {tally(len(changes) - MOST_PLACES, 'more change')} in this text.", token="ink2", above=14)


def _side(sign: str, change: WordChange, words: str, *, above: int) -> Passage:
    lead = change.lead if change.begins else f"… {change.lead}"
    tail = change.tail if change.ends else f"{change.tail} …"
    parts = [
        (sign, True),
        (f"{lead} " if lead else "", False),
        (start_of(words, MOST_LETTERS), True),
        (f" {tail}" if tail else "", False),
    ]
    return Passage(tuple((text, strong) for text, strong in parts if text), Role.BODY, "ink", above)
