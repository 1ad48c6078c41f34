"""Reads calendar files (RFC 5545), whoever wrote them: which of their appointments may become planned sessions.

Kept are day, time, length, title, place and who is invited. Descriptions are not: they hold links to meetings, notes
and what else is nobody's business.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from otcpd.disk import machine_errors
from otcpd.domain.dates import add_months, long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import joined, quoted, tally
from otcpd.exchange.calendar_event import Appointment, NoSession, appointment, title_of, uid_of
from otcpd.exchange.calendar_left import LeftOut, others_in_words
from otcpd.exchange.calendar_lines import Lines, Part, calendar_lines, calendar_text
from otcpd.exchange.calendar_rules import UnknownRule
from otcpd.exchange.calendar_series import occurrences, repeats
from otcpd.exchange.calendar_times import Moment, read_moment
from otcpd.exchange.calendar_values import CalendarRead, Cancellation, Invitation
from otcpd.exchange.calendar_zones import Zones

MOST_BYTES = 64 * 1024 * 1024
MOST_TAKEN = 5_000
"""Appointments that one file may bring: a busy diary of a year has fewer."""
MOST_SERIES = 500
MONTHS = 12
"""How far ahead what repeats is taken."""
_YEARS = 5
"""How far ahead single appointments are taken."""


def read_calendar(path: Path, today: date, zone: str) -> CalendarRead:
    """What is in the calendar file at `path` from `today` on, for a person in `zone` ("Europe/London").

    Raises NotAcceptable for what is no calendar or has nothing but other things, FileMissing or MachineSaidNo.
    """
    with machine_errors(path):
        if path.stat().st_size > MOST_BYTES:
            raise _not_readable(path, "It is larger than any calendar that one person keeps.")
        data = path.read_bytes()
    return calendar_from(data, path, today, zone)


def calendar_from(data: bytes, path: Path, today: date, zone: str) -> CalendarRead:
    """As `read_calendar`, of bytes; `path` gives only the name for words."""
    text = calendar_text(data)
    if text is None:
        raise _not_readable(path, "It holds something else than words.")
    if not text.strip():
        raise _not_readable(path, "It is empty.")
    lines = calendar_lines(text)
    if not lines.events:
        raise _without_appointments(path, lines)
    return _Reading(path, lines, today, ZoneInfo(zone)).read()


@dataclass(slots=True)
class _Versions:
    """The newest versions of an appointment: itself, and what was changed about single ones of a series."""

    main: Part | None = None
    changed: dict[str, tuple[Moment, Part]] = field(default_factory=dict)

    def changes(self, stamp: str, moment: Moment) -> bool:
        """Whether one of the series was changed. Its time may be told in another zone, or as a day only."""
        if stamp in self.changed or f"{moment.local:%Y%m%d}" in self.changed:
            return True
        return not moment.whole_day and f"{moment.instant:%Y%m%dT%H%M%SZ}" in self.changed


class _Reading:
    """One file while it is read."""

    def __init__(self, path: Path, lines: Lines, today: date, zone: ZoneInfo) -> None:
        self._path = path
        self._lines = lines
        self._today = today
        self._until = add_months(today, MONTHS)
        self._latest = add_months(today, 12 * _YEARS)
        self._zones = Zones(zone, lines.zones)
        self._left = LeftOut()
        self._taken: list[Invitation] = []
        self._cancelled: list[Cancellation] = []
        self._notes: dict[str, None] = {}
        self._series: list[tuple[str, date]] = []

    def read(self) -> CalendarRead:
        """All of it."""
        for uid, versions in self._by_uid().items():
            if versions.main is not None:
                self._take_main(uid, versions.main, versions)
            for stamp, (was, part) in versions.changed.items():
                self._take(uid, part, stamp, was)
        self._tell_of_the_rest()
        return CalendarRead(
            tuple(sorted(self._taken, key=_order)),
            tuple(self._cancelled),
            self._left.told(),
            tuple(self._notes),
            tuple(self._series),
        )

    def _by_uid(self) -> dict[str, _Versions]:
        """The appointments, the newest version of each."""
        found: dict[str, _Versions] = {}
        for part in self._lines.events:
            why = _no_invitation(part)
            if why:
                self._left.add(quoted(title_of(part)), why)
                continue
            versions = found.setdefault(uid_of(part), _Versions())
            was = read_moment(part.line("RECURRENCE-ID"), self._zones)
            if was is None and "RECURRENCE-ID" in part.lines:
                self._left.add(quoted(title_of(part)), "It does not say which of a series it is.")
            elif was is not None:
                there = versions.changed.get(was.stamp)
                if there is None or _age(there[1]) <= _age(part):
                    versions.changed[was.stamp] = was, part
            elif versions.main is None or _age(versions.main) <= _age(part):
                versions.main = part
        return found

    def _take_main(self, uid: str, part: Part, versions: _Versions) -> None:
        if not repeats(part) or _is_off(part):
            self._take(uid, part)
            return
        title = title_of(part)
        first = read_moment(part.line("DTSTART"), self._zones)
        if first is None:
            self._left.add(quoted(title), "It does not say when it is.")
            return
        if len(self._series) >= MOST_SERIES:
            self._left.add(quoted(title), f"The file has more than {MOST_SERIES:,} that repeat.")
            return
        try:
            found = occurrences(part, first, self._zones, self._today, self._until)
        except UnknownRule:
            self._left.add(quoted(title), "It repeats in a way that otcpd does not follow.")
            return
        self._series.append((uid, self._until))
        for stamp, moment in found.starts.items():
            if not versions.changes(stamp, moment):
                self._take(uid, part, stamp, moment, start=moment)
        if found.goes_on:
            self._notes[f"{quoted(title)} goes on after {long_day(self._until)}. It is taken up to that day."] = None
        if not found.starts and not versions.changed:
            self._left.add(quoted(title), _over(self._today))

    def _take(
        self, uid: str, part: Part, stamp: str = "", was: Moment | None = None, start: Moment | None = None
    ) -> None:
        """One appointment, or one of a series, into what it is for us."""
        try:
            found = appointment(part, self._zones, start)
        except NoSession as no:
            if _is_off(part):
                self._cancelled.append(Cancellation(uid, title_of(part), _day_of(was, self._zones), stamp))
            else:
                self._left.add(quoted(title_of(part)), no.why)
            return
        if _is_off(part):
            self._cancelled.append(Cancellation(uid, found.title, found.day, stamp))
            return
        what = f"{quoted(found.title)} on {long_day(found.day)}"
        if found.day < self._today:
            self._left.add(what, _over(self._today))
        elif found.day > self._latest:
            self._left.add(what, f"It is more than {_YEARS} years ahead.")
        else:
            self._add(uid, stamp, found)

    def _add(self, uid: str, stamp: str, found: Appointment) -> None:
        if len(self._taken) >= MOST_TAKEN:
            raise NotAcceptable(
                f"‘{self._path.name}’ holds more than {MOST_TAKEN:,} appointments from {long_day(self._today)} on.",
                "Nothing was changed.",
                "Save only the calendar, or the months, with your supervision, and try again.",
            )
        if found.doubt:
            self._notes[
                f"Nobody but its maker knows the time zone {quoted(found.doubt)}. Its times are taken as yours."
            ] = None
        self._taken.append(found.invitation(uid, stamp))

    def _tell_of_the_rest(self) -> None:
        for words in others_in_words(dict(self._lines.others)):
            self._left.add(words, "Only appointments can become sessions.")
        if self._lines.broken:
            broken = tally(self._lines.broken, "line")
            self._notes[f"{broken} of the file cannot be read and were passed over."] = None


def _order(one: Invitation) -> tuple[date, str, str]:
    return one.day, str(one.start or ""), one.key


def _day_of(was: Moment | None, zones: Zones) -> date | None:
    return None if was is None else was.here(zones.local)[0]


def _is_off(part: Part) -> bool:
    return part.method == "CANCEL" or part.text("STATUS").upper() in ("CANCELLED", "CANCELED")


def _no_invitation(part: Part) -> str:
    """Why an appointment is none that one could go to, empty if it is."""
    if not part.whole:
        return "The file ends in the midst of it, or is broken there."
    if part.method in ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"):
        return "It is an answer to an invitation."
    return ""


def _age(part: Part) -> tuple[int, str]:
    """By which versions of an appointment are in order, the newest last."""
    number = part.text("SEQUENCE")
    sequence = int(number) if number.isascii() and number.isdecimal() and len(number) < 12 else 0
    return sequence, part.text("LAST-MODIFIED") or part.text("DTSTAMP")


def _over(today: date) -> str:
    return f"It is over: only what is from {long_day(today)} on can be planned."


def _without_appointments(path: Path, lines: Lines) -> NotAcceptable:
    others = others_in_words(dict(lines.others))
    if others:
        return NotAcceptable(
            f"‘{path.name}’ holds no appointments, only {joined(others)}.",
            "Nothing was changed.",
            "Save the appointment or the calendar itself from your calendar program and try again.",
        )
    return _not_readable(path, "It is a calendar without any appointments." if lines.calendars else "")


def _not_readable(path: Path, why: str) -> NotAcceptable:
    return NotAcceptable(
        f"‘{path.name}’ does not read as a calendar file. {why}".strip(),
        "Nothing was changed.",
        "Save the appointment or the calendar as an .ics file from your calendar program and try again.",
    )
