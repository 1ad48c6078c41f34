"""What the Evidence page shows: every file of the open CPD file, sifted and sorted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from operator import attrgetter

from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.evidence import Evidence, EvidenceKind, EvidenceState
from otcpd.domain.sizes import size_in_words
from otcpd.domain.words import quoted, tally
from otcpd.record.evidence import AT_ONCE
from otcpd.record.record import Record
from otcpd.record.search import SHORTEST
from otcpd.ui import words
from otcpd.ui.preview.kind_words import KINDS, STATES

_MANY = 50
"""Activities in one change from which on everything is read again."""


class Column(IntEnum):
    """The columns of the table, from the left."""

    NUMBER = 0
    NAME = 1
    KIND = 2
    SIZE = 3
    USED = 4
    ADDED = 5


class Use(StrEnum):
    """Whether files are shown that activities use, or those that none uses."""

    ALL = "all"
    USED = "used"
    UNUSED = "unused"


USE_WORDS = ((Use.ALL, "All"), (Use.USED, "Used"), (Use.UNUSED, "Not used anywhere"))


@dataclass(frozen=True, slots=True)
class Sift:
    """What the person asked to see. `kind` is a kind of file, or empty; `falling` sorts from the last to the first."""

    query: str = ""
    use: Use = Use.ALL
    kind: str = ""
    by: Column = Column.ADDED
    falling: bool = True


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One row. `number` is that of the current profile, if the file is in it."""

    piece: Evidence
    number: int | None = None
    activity: str = ""
    """The title of the activity that uses it, if only one does."""

    @property
    def id(self) -> str:
        """The evidence's id."""
        return self.piece.id

    @property
    def title(self) -> str:
        """Its caption, or else the name of the file."""
        return self.piece.caption.strip() or self.piece.name

    @property
    def kind(self) -> str:
        """ "PDF"."""
        return KINDS[self.piece.kind]

    @property
    def state(self) -> str:
        """ "has a password"; empty if all is well."""
        return "was erased" if not self.piece.sha256 else STATES[self.piece.state]

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to say about its state."""
        return self.piece.state is EvidenceState.READABLE and bool(self.piece.sha256)

    @property
    def meta(self) -> str:
        """What stands below the title: the name of the file, where the title is a caption."""
        name = self.piece.name if self.piece.caption.strip() else ""
        return ", ".join(part for part in (name, self.state) if part)

    def brief(self, *, with_size: bool) -> str:
        """What stands there where there is no room for the column of kinds: "PDF, 120 KB"."""
        return ", ".join(part for part in (self.kind, self.size if with_size else "", self.state) if part)

    @property
    def size(self) -> str:
        """ "1.4 MB"."""
        return size_in_words(self.piece.size)

    @property
    def used(self) -> str:
        """ "2 activities", or the title of the only one."""
        count = len(self.piece.used_in)
        return self.activity or tally(count, "activity", "activities") if count else "Not used"

    @property
    def added(self) -> str:
        """ "3 Nov 2026"."""
        return long_day(self.piece.created.date(), brief=True)

    @property
    def spoken(self) -> str:
        """What a screen reader says of the row."""
        number = f"E{self.number}" if self.number is not None else ""
        name = self.piece.name if self.piece.caption.strip() else ""
        used = f"used in {quoted(self.used) if self.activity else self.used}" if self.piece.used_in else "not used"
        parts = (number, self.title, name, self.kind, self.size, self.state, used, f"added {self.added}")
        return ", ".join(part for part in parts if part)


class EvidenceContents:
    """The pieces, read in slices: `load_more` until it says that all are there."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.pieces: dict[str, Evidence] = {}
        self._titles: dict[str, str] = {}
        """Of the only activities that use a piece, by their id."""
        self._ahead: deque[str] = deque()
        self.load()

    def load(self) -> None:
        """Read everything again, from the beginning."""
        self._ahead = deque(self._record.evidence.ids())
        known = set(self._ahead)
        self.pieces = {one: piece for one, piece in self.pieces.items() if one in known}
        self.load_more()

    def load_more(self) -> bool:
        """Read some more; False once all are there."""
        some = [self._ahead.popleft() for _ in range(min(AT_ONCE, len(self._ahead)))]
        if some:
            self._take(some)
        return bool(self._ahead)

    @property
    def whole(self) -> bool:
        """Whether everything has been read."""
        return not self._ahead

    def follow(self, changes: Changes) -> bool:
        """Read what a step changed; False if nothing here did."""
        wanted = set(changes.of("evidence"))
        activities = changes.of("activity")
        if len(activities) > _MANY:
            self.load()
            return True
        if activities:
            # One that went to the bin, or came from there, takes or brings its uses without a change of the files.
            wanted |= {one.id for one in self.pieces.values() if activities.intersection(one.used_in)}
            wanted |= {piece for one in self._known(activities) for piece in one}
        if not wanted:
            return False
        before = {one: self._seen(one) for one in wanted}
        ids = sorted(wanted)
        for start in range(0, len(ids), AT_ONCE):
            self._take(ids[start : start + AT_ONCE])
        return any(self._seen(one) != seen for one, seen in before.items())

    def counts(self) -> dict[str, int]:
        """How many files there are of each use."""
        used = sum(bool(one.used_in) for one in self.pieces.values())
        total = len(self.pieces)
        return {Use.ALL: total, Use.USED: used, Use.UNUSED: total - used}

    def kinds(self) -> list[EvidenceKind]:
        """The kinds of file there are, in their fixed order."""
        there = {one.kind for one in self.pieces.values()}
        return [kind for kind in KINDS if kind in there]

    def fact(self) -> str:
        """ "34 files, 5 not used yet."."""
        counts = self.counts()
        if not counts[Use.ALL]:
            return "No files yet."
        unused = counts[Use.UNUSED]
        rest = f", {unused:,} not used yet" if unused else ", all used"
        if counts[Use.ALL] == 1:
            return "1 file, not used yet." if unused else "1 file."
        return f"{tally(counts[Use.ALL], 'file')}{rest}."

    def shown(self, sift: Sift, numbers: dict[str, int]) -> list[EvidenceLine]:
        """The rows of the table."""
        found = self._matching(sift.query)
        lines = [
            EvidenceLine(one, numbers.get(one.id), self._activity(one))
            for one in self.pieces.values()
            if (found is None or one.id in found or _names(one, sift.query))
            and (sift.use is Use.ALL or bool(one.used_in) is (sift.use is Use.USED))
            and sift.kind in ("", one.kind.value)
        ]
        lines.sort(key=attrgetter("piece.created", "id"), reverse=sift.falling)
        if sift.by is Column.NUMBER:
            last = max(numbers.values(), default=0) + 1
            unnumbered = 0 if sift.falling else last  # what has no number stands at the end either way
            lines.sort(key=_by_number(unnumbered), reverse=sift.falling)
        elif sift.by is not Column.ADDED:
            lines.sort(key=_KEYS[sift.by], reverse=sift.falling)
        return lines

    def _matching(self, query: str) -> frozenset[str] | None:
        if len(query.strip()) < SHORTEST:
            return None if not query.strip() else frozenset()
        return self._record.search(query).get("evidence", frozenset())

    def _known(self, activities: Iterable[str]) -> list[tuple[str, ...]]:
        return [self._record.activities.get(one).evidence for one in activities]

    def _take(self, ids: list[str]) -> None:
        for one in ids:
            if one in self.pieces:
                del self.pieces[one]
        found = [piece for piece in self._record.evidence.some(ids) if piece.deleted is None]
        self.pieces |= {piece.id: piece for piece in found}
        self._titles |= self._record.activities.titles(piece.used_in[0] for piece in found if len(piece.used_in) == 1)

    def _activity(self, piece: Evidence) -> str:
        if len(piece.used_in) != 1:
            return ""
        return self._titles.get(piece.used_in[0], "").strip() or words.NO_TITLE

    def _seen(self, evidence: str) -> tuple[Evidence | None, str]:
        piece = self.pieces.get(evidence)
        return piece, self._activity(piece) if piece is not None else ""


def _names(piece: Evidence, query: str) -> bool:
    wanted = query.strip().casefold()
    return wanted in piece.name.casefold() or wanted in piece.caption.casefold()


def _by_number(otherwise: int) -> Callable[[EvidenceLine], int]:
    def key(line: EvidenceLine) -> int:
        return otherwise if line.number is None else line.number

    return key


def _by_title(line: EvidenceLine) -> str:
    return line.title.casefold()


def _by_use(line: EvidenceLine) -> tuple[int, str]:
    """What one activity uses stands together, by its title."""
    return len(line.piece.used_in), line.activity.casefold()


_KEYS: dict[Column, Callable[[EvidenceLine], str | int | tuple[int, str]]] = {
    Column.NAME: _by_title,
    Column.KIND: attrgetter("kind"),
    Column.SIZE: attrgetter("piece.size"),
    Column.USED: _by_use,
}
