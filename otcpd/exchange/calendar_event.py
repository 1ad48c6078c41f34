"""One appointment of a calendar file: when and where it is, what it is called, who is invited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from hashlib import sha256

from otcpd.domain.plain_text import says_nothing, storable
from otcpd.domain.supervision import Mode
from otcpd.domain.words import shortened
from otcpd.exchange.calendar_lines import Line, Part
from otcpd.exchange.calendar_times import Moment, read_length, read_moment
from otcpd.exchange.calendar_values import Invitation, Party
from otcpd.exchange.calendar_zones import Zones

LONGEST = timedelta(hours=12)
"""What lasts longer is no session."""
_MOST_WORDS = 200
_MOST_READ = 2000
_MOST_NAME = 100
_MOST_UID = 255
_MOST_PEOPLE = 50
_NO_TITLE = "An appointment without a title"
_VIDEO = re.compile(r"\b(?:teams|zoom|webex|google meet|online|video|skype)\b", re.IGNORECASE)
_PHONE = re.compile(r"\b(?:phone|telephone|call)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s@<>]{1,100}@[^\s@<>]{1,100}")


class NoSession(Exception):
    """An appointment that can be no session; `why` is a sentence."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Appointment:
    """What an appointment says; `doubt` is the name of a zone that nobody knows."""

    title: str
    day: date
    start: time | None
    minutes: int | None
    place: str
    mode: Mode | None
    organiser: Party | None
    attendees: tuple[Party, ...]
    doubt: str = ""

    def invitation(self, uid: str, occurrence: str) -> Invitation:
        """The same as an invitation."""
        return Invitation(
            uid,
            self.day,
            self.title,
            self.start,
            self.minutes,
            self.place,
            self.mode,
            self.organiser,
            self.attendees,
            occurrence,
        )


def appointment(part: Part, zones: Zones, start: Moment | None = None) -> Appointment:
    """What an appointment says; `start` is when it is, for one of a series. Raises NoSession."""
    first = read_moment(part.line("DTSTART"), zones)
    if first is None:
        raise NoSession("It does not say when it is.")
    length = _length(part, first, zones)
    day, clock = (start or first).here(zones.local)
    place, mode = _place(part.line("LOCATION"))
    people = (_party(line) for line in part.lines.get("ATTENDEE", [])[:_MOST_PEOPLE])
    return Appointment(
        title_of(part),
        day,
        clock,
        int(length.total_seconds()) // 60 or None if clock is not None and length else None,
        place,
        mode,
        next(map(_party, part.lines.get("ORGANIZER", [])), None),
        tuple(person for person in people if person is not None),
        first.doubt,
    )


def title_of(part: Part) -> str:
    """What it is called, as text that can be stored."""
    return _words(part.text("SUMMARY")) or _NO_TITLE


def uid_of(part: Part) -> str:
    """What calendars call it. One without such a name gets one of its own content, the same each time."""
    uid = storable(part.text("UID"))
    if uid and len(uid) <= _MOST_UID:
        return uid
    start = part.line("DTSTART")
    content = uid or f"{part.text('SUMMARY')}\n{start.value if start is not None else ''}"
    return f"{sha256(content.encode('utf-8', 'replace')).hexdigest()[:32]}@unnamed"


def _length(part: Part, first: Moment, zones: Zones) -> timedelta | None:
    """How long it lasts, None where it is not said or makes no sense. Raises NoSession for more than a session has."""
    end = read_moment(part.line("DTEND"), zones)
    length = read_length(part.line("DURATION"))
    if end is not None and end.whole_day == first.whole_day:
        length = end.local - first.local if first.whole_day else end.instant - first.instant
    if length is None or length <= timedelta():
        return None
    if first.whole_day and length > timedelta(days=1):
        raise NoSession(f"It takes {length.days} days; a session is on one.")
    if not first.whole_day and length > LONGEST:
        raise NoSession("It lasts longer than half a day, which no session does.")
    return length


def _place(line: Line | None) -> tuple[str, Mode | None]:
    """Where it is, without links, and how one meets if that is told."""
    if line is None:
        return "", None
    told = line.text[:_MOST_READ].split()
    words = [word for word in told if "://" not in word and not word.lower().startswith("www.")]
    place = _words(" ".join(words)).strip(" ;,-")
    if len(words) < len(told) or _VIDEO.search(place):
        return place, Mode.VIDEO
    return place, Mode.PHONE if _PHONE.search(place) else None


def _party(line: Line) -> Party | None:
    found = _ADDRESS.search(line.value[:1000])
    address = found[0].lower() if found else ""
    address = re.sub("^mailto:", "", address)
    name = shortened(" ".join(storable(line.parameters.get("CN", "")).split()), _MOST_NAME)
    return Party(name, storable(address)) if name or address else None


def _words(text: str) -> str:
    text = " ".join(storable(text).split())
    return "" if says_nothing(text) else shortened(text, _MOST_WORDS)
