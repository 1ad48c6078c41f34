"""The lines of a calendar file (RFC 5545, 3.1), parted into appointments and zones. Broken ones are passed over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from otcpd.exchange.decoding import clean, decode

_WANTED = frozenset(
    {"UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "SEQUENCE", "STATUS"}
    | {"DTSTAMP", "LAST-MODIFIED", "SUMMARY", "LOCATION", "ORGANIZER", "ATTENDEE", "TZID", "X-LIC-LOCATION"}
    | {"TZOFFSETFROM", "TZOFFSETTO"}
)
"""What is looked at. All else, above all descriptions, is never kept."""
_MOST_VALUE = 100_000
"""Characters of a value: thousands of days left out of a series."""
_MOST_OF_A_KIND = 500
"""Lines of one name in one appointment: more than a meeting has attendees."""
_MARKED_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_FOLDED = re.compile(rb"\r?\n[ \t]|\r[ \t]")
_FOLDED_TEXT = re.compile("\n[ \t]")
_HEAD = re.compile("[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:]*)')
_MORE = re.compile(r',("[^"]*"|[^",;:]*)')
_DAYS = frozenset({"DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"})
_PARTS = frozenset({"VEVENT", "VTIMEZONE"})
_OBSERVANCES = frozenset({"STANDARD", "DAYLIGHT"})
_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its name: what it says, and under which parameters, their names in capitals."""

    value: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value as words in one line."""
        plain = _ESCAPED.sub(_unescaped, self.value)
        return " ".join(plain.split())


@dataclass(slots=True)
class Part:
    """An appointment or a zone: its lines by name, its observances if it is a zone. `method` is the file's word for
    what is to be done with it: "REQUEST", "CANCEL". `whole` is False where the file ends in its midst."""

    kind: str
    method: str = ""
    lines: dict[str, list[Line]] = field(default_factory=dict)
    observances: list[Part] = field(default_factory=list)
    whole: bool = False

    def line(self, name: str) -> Line | None:
        """The first line of a name."""
        found = self.lines.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """The words of the first line of a name; empty where there is none."""
        found = self.line(name)
        return found.text if found else ""


@dataclass(slots=True)
class Lines:
    """All that was found: `others` counts the components of other kinds, `broken` the lines that are none."""

    events: list[Part] = field(default_factory=list)
    zones: list[Part] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    calendars: int = 0
    broken: int = 0


def calendar_text(data: bytes) -> str | None:
    """The text of a calendar file with its folded lines joined, or None if it is no text."""
    if not data.startswith(_MARKED_WIDE):
        # Some programs fold between the bytes of one letter, so the lines are joined before the letters are read.
        data = _FOLDED.sub(b"", data)
    text = decode(data)
    return None if text is None else _FOLDED_TEXT.sub("", clean(text))


def calendar_lines(text: str) -> Lines:
    """What is in the text of a calendar file; never fails."""
    found = Lines()
    reader = _Reader(found)
    for line in text.split("\n"):
        if line:
            reader.take(line)
    return found


class _Reader:
    """Where in the file we are: the components that are open, the part that is being filled."""

    def __init__(self, found: Lines) -> None:
        self._found = found
        self._open: list[str] = []
        self._part: Part | None = None
        self._observance: Part | None = None
        self._method = ""

    def take(self, line: str) -> None:
        """Take in one line."""
        head = _HEAD.match(line)
        if head is None or line[head.end() : head.end() + 1] not in (":", ";"):
            self._found.broken += bool(line.strip())
            return
        name = head.group().upper()
        if name == "BEGIN":
            self._begin(line[head.end() + 1 :].strip().upper())
        elif name == "END":
            self._end(line[head.end() + 1 :].strip().upper())
        elif name == "METHOD" and self._open == ["VCALENDAR"]:
            self._method = line[head.end() + 1 :].strip().upper()
        elif name in _WANTED:
            self._fill(name, line[head.end() :])

    def _begin(self, kind: str) -> None:
        if kind == "VCALENDAR":
            # One within another is a file put together of several without their ends.
            self._open, self._part, self._observance, self._method = [], None, None, ""
            self._found.calendars += 1
        elif kind in _PARTS:
            self._open = self._open[:1] if self._open[:1] == ["VCALENDAR"] else []
            self._part, self._observance = Part(kind, self._method), None
            (self._found.events if kind == "VEVENT" else self._found.zones).append(self._part)
        elif self._part is None and self._open in ([], ["VCALENDAR"]):
            self._found.others[kind] += 1
        elif self._part is not None and self._part.kind == "VTIMEZONE" and kind in _OBSERVANCES:
            self._observance = Part(kind)
            self._part.observances.append(self._observance)
        if len(self._open) < _MOST_OF_A_KIND:
            self._open.append(kind)

    def _end(self, kind: str) -> None:
        if kind not in self._open:
            return
        while self._open and self._open.pop() != kind:
            pass
        if self._observance is not None and kind == self._observance.kind:
            self._observance = None
        if self._part is not None and kind == self._part.kind:
            self._part.whole, self._part = True, None
        if kind == "VCALENDAR":
            self._part, self._method = None, ""

    def _fill(self, name: str, rest: str) -> None:
        part = self._observance or self._part
        if part is None or self._open[-1:] != [part.kind]:
            return
        parsed = _day_line(rest) if name in _DAYS else _word_line(rest)
        if parsed is None:
            self._found.broken += 1
            return
        kept = part.lines.setdefault(name, [])
        if len(kept) < _MOST_OF_A_KIND:
            kept.append(parsed)


def _day_line(rest: str) -> Line | None:
    # Names of zones with a colon stand without the quotation marks that they need; no day has a colon.
    head, colon, value = rest.rpartition(":")
    value = value.strip()[:_MOST_VALUE]
    if not colon:
        return None
    if not head:
        return Line(value)
    if head.startswith(";TZID=") and '"' not in head and ";" not in head[1:]:
        return Line(value, {"TZID": head[len(";TZID=") :]})
    return Line(value, dict(_parameters(head)))


def _word_line(rest: str) -> Line | None:
    if rest[0] == ":":
        return Line(rest[1 : 1 + _MOST_VALUE])
    place = 0
    parameters: dict[str, str] = {}
    while found := _PARAMETER.match(rest, place):
        parameters[found[1].upper()] = found[2].strip('"')
        place = found.end()
        # A parameter may have several values; the first is enough for all that is asked here.
        while rest[place : place + 1] == ",":
            more = _MORE.match(rest, place)
            place = more.end() if more else place + 1
    if rest[place : place + 1] != ":":
        return None
    return Line(rest[place + 1 : place + 1 + _MOST_VALUE], parameters)


def _parameters(head: str) -> Iterator[tuple[str, str]]:
    for found in _PARAMETER.finditer(head):
        yield found[1].upper(), found[2].strip('"')


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]
