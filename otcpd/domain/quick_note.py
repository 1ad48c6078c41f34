"""A quick note: what was typed, what was corrected, and the activity that both make together.

What is known beforehand (a template, an earlier activity, an e-mail) gives way to what the line says, and
that gives way to what the person corrects.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from otcpd.domain.activity import Category
from otcpd.domain.layers import Layer
from otcpd.domain.line_words import Unread
from otcpd.domain.plain_text import says_nothing, storable
from otcpd.domain.quick_add import Part, QuickAdd, Understood
from otcpd.domain.words import shortened

MOST_TITLE = 200
"""Characters. A longer first line is no title: all of it goes to the description."""

Days = tuple[dt.date, dt.date | None]
"""The day, or the first and the last day."""
ActivityKind = tuple[Category | None, str]
"""Category and type (its code or the person's own words, empty for none)."""
Layers = tuple[tuple[str, Layer], ...]
"""Who may read the title and the type, where that is not as usual: (field of an activity, layer)."""
ReadLine = Callable[[str, frozenset[Part]], QuickAdd]
"""Reads a line, leaving these parts as words."""


@dataclass(frozen=True, slots=True)
class Said:
    """Parts of a note that do not come from its line. None: nothing was said about it.

    `minutes` is 0 where it was said that there is no length. Tags and companions come on top of the line's.
    `layers` come with words that somebody wrote before, and stay with them.
    """

    days: Days | None = None
    minutes: int | None = None
    kind: ActivityKind | None = None
    tags: tuple[str, ...] | None = None
    companions: tuple[str, ...] | None = None
    protected: bool | None = None
    layers: Layers = ()


NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note that is being written."""

    text: str = ""
    usual: Said = NOTHING_SAID
    """What a template or an e-mail brings; the line wins over it."""
    corrected: Said = NOTHING_SAID
    """What the person put right; it wins over the line."""
    as_words: frozenset[Part] = frozenset()
    """Parts of the line that she wants in the title, unread."""
    left_out: frozenset[Part] = frozenset()
    """("tag" or "with", name in lower case): what she took away."""
    pasted: str = ""
    """A text too long for the line, kept beside it; it goes to the description."""
    files: tuple[str, ...] = ()
    """Paths of the files that will be its evidence."""

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost without it."""
        return not (self.text.strip() or self.pasted or self.files)


@dataclass(frozen=True, slots=True)
class Note:
    """What a draft says, ready to be kept. `minutes` is None while unknown."""

    title: str
    description: str
    date: dt.date
    end_date: dt.date | None
    minutes: int | None
    category: Category | None
    type: str
    tags: tuple[str, ...]
    companions: tuple[str, ...]
    protected: bool
    date_assumed: bool
    """Nobody said a day: it is today for want of another."""
    understood: tuple[Understood, ...] = ()
    unread: tuple[Unread, ...] = ()
    long: bool = False
    """The first line is too long for a title, so all of the text went to the description."""
    layers: Layers = ()


def read_note(draft: NoteDraft, read_line: ReadLine) -> Note:
    """What the draft says. Never raises."""
    first, _, rest = storable(draft.text).strip().partition("\n")
    long = len(first) > MOST_TITLE
    head = shortened(first, MOST_TITLE) if long else first
    read = read_line(head, draft.as_words)
    usual, corrected = draft.usual, draft.corrected
    says_day = not read.date_assumed
    days = corrected.days or ((read.date, read.end_date) if says_day else usual.days or (read.date, read.end_date))
    minutes = _first(corrected.minutes, read.minutes, usual.minutes)
    read_kind = (read.category, read.type) if read.type else None
    kind = corrected.kind or read_kind or usual.kind or (None, "")
    protected = bool(_first(corrected.protected, read.protected or None, usual.protected))
    return Note(
        title=_title_of_pasted(draft.pasted) if says_nothing(first) else read.title,
        description="\n\n".join(part for part in (draft.text if long else rest, draft.pasted) if part.strip()).strip(),
        date=days[0],
        end_date=days[1],
        minutes=minutes or None,
        category=kind[0],
        type=kind[1],
        tags=_united("tag", draft, read.tags, usual.tags, corrected.tags),
        companions=_united("with", draft, read.companions, usual.companions, corrected.companions),
        protected=protected and bool(minutes),
        date_assumed=corrected.days is None and usual.days is None and not says_day,
        understood=read.understood,
        unread=_still_unread(read, corrected),
        long=long,
        layers=_layers(usual, kind),
    )


def _title_of_pasted(text: str) -> str:
    words = " ".join(storable(text[: 2 * MOST_TITLE]).split())
    return "" if says_nothing(words) else shortened(words, MOST_TITLE)


def literal(text: str, read_line: ReadLine) -> frozenset[Part]:
    """What has to be left unread for `text` to be a title as it stands; only the type may be read out of it."""
    left: frozenset[Part] = frozenset()
    for _ in range(len(text.split()) + 1):
        more = {(part.what, part.text) for part in read_line(text, left).understood if part.what != "type"} - left
        if not more:
            break
        left |= more
    return left


def without(draft: NoteDraft, what: str, name: str) -> NoteDraft:
    """The draft without one of its tags ("tag") or of those it was done with ("with")."""
    return replace(draft, left_out=draft.left_out | {(what, name.casefold())})


def kept_as_words(draft: NoteDraft, part: Understood) -> NoteDraft:
    """The draft with a part of its line left in the title, unread."""
    return replace(draft, as_words=draft.as_words | {(part.what, part.text)})


def _still_unread(read: QuickAdd, corrected: Said) -> tuple[Unread, ...]:
    """What was not understood, but for what the person has said since."""
    said = {"date": corrected.days is not None, "duration": corrected.minutes is not None}
    return tuple(one for one in read.unread if not said.get(one.what, False))


def _layers(usual: Said, kind: ActivityKind) -> Layers:
    """Readers of an own type are those of its words alone; a title keeps its readers while it is rewritten."""
    same = usual.kind is not None and usual.kind[1] == kind[1]
    return tuple((field, layer) for field, layer in usual.layers if field != "type" or same)


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)


def _united(what: str, draft: NoteDraft, *sources: tuple[str, ...] | None) -> tuple[str, ...]:
    found = {name.casefold(): name for names in reversed(sources) for name in names or ()}
    return tuple(name for key, name in found.items() if (what, key) not in draft.left_out)
