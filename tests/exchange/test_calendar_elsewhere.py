"""Our calendar files in other people's programs: a library, and a calendar."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import vobject

from otcpd.exchange.calendar_out import calendar_bytes, sequence_of, write_calendar
from otcpd.exchange.calendar_values import CalendarEntry, EntryState
from tests.exchange.calendars import LONDON

CHANGED = datetime(2026, 11, 22, 4, tzinfo=UTC)
FIRST = CalendarEntry("one@otcpd", date(2026, 12, 3), "Supervision", CHANGED, time(10), 60, "Room 4; ground floor")
SUMMER = CalendarEntry("two@otcpd", date(2027, 6, 3), "Peer supervision", CHANGED, time(10), 90)
UNTIMED = CalendarEntry("three@otcpd", date(2026, 12, 8), "Mentoring", CHANGED, state=EntryState.TENTATIVE)
INVITED = CalendarEntry(
    "series", date(2026, 12, 11), "Clinical supervision", CHANGED, time(9), 45, occurrence="20261210T090000Z"
)


def newer(entry: CalendarEntry) -> CalendarEntry:
    """The entry, changed an hour later."""
    later = CHANGED + timedelta(hours=1)
    return replace(entry, changed=later, sequence=sequence_of(later))


def test_another_library_reads_the_same_sessions() -> None:
    found = vobject.readOne(calendar_bytes([FIRST, SUMMER, UNTIMED], LONDON).decode())
    told = {one.uid.value: one for one in found.vevent_list}
    assert told["one@otcpd"].dtstart.value.astimezone(UTC) == datetime(2026, 12, 3, 10, tzinfo=UTC)
    assert told["two@otcpd"].dtstart.value.astimezone(UTC) == datetime(2027, 6, 3, 9, tzinfo=UTC)
    assert told["two@otcpd"].dtend.value - told["two@otcpd"].dtstart.value == timedelta(minutes=90)
    assert told["three@otcpd"].dtstart.value == date(2026, 12, 8)
    assert told["one@otcpd"].location.value == "Room 4; ground floor"
    assert found.vtimezone.tzid.value == LONDON


Khal = Callable[..., list[str]]


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    """The calendar program khal with an empty calendar; gives the lines that it prints."""
    (tmp_path / "calendar").mkdir()
    clock = "\n".join(f"{name} = %Y-%m-%d" for name in ("dateformat", "longdateformat"))
    clock += "\n" + "\n".join(f"{name} = %Y-%m-%d %H:%M" for name in ("datetimeformat", "longdatetimeformat"))
    (tmp_path / "khal.conf").write_text(
        f"[calendars]\n[[work]]\npath = {tmp_path / 'calendar'}\n[sqlite]\npath = {tmp_path / 'khal.db'}\n"
        f"[locale]\ntimeformat = %H:%M\nlocal_timezone = {LONDON}\ndefault_timezone = {LONDON}\n{clock}\n"
    )
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}

    def run(*arguments: object) -> list[str]:
        command = [sys.executable, "-m", "khal", "-c", str(tmp_path / "khal.conf"), *map(str, arguments)]
        environment = {**os.environ, **home, "PYTHONUTF8": "1"}
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True, timeout=60)
        return done.stdout.splitlines()

    return run


def test_a_calendar_program_is_updated_by_the_next_file_and_not_doubled(khal: Khal, tmp_path: Path) -> None:
    path = tmp_path / "sessions.ics"
    shown = ("list", "--format", "{start} {end} {title} {status}", "--day-format", "", "2026-11-22", "365d")

    write_calendar(path, [FIRST, SUMMER, UNTIMED, INVITED], LONDON)
    khal("import", "--batch", "-a", "work", path)
    assert [line.strip() for line in khal(*shown) if line.strip()] == [
        "2026-12-03 10:00 2026-12-03 11:00 Supervision CONFIRMED",
        "2026-12-08 2026-12-08 Mentoring TENTATIVE",
        "2026-12-11 09:00 2026-12-11 09:45 Clinical supervision CONFIRMED",
        "2027-06-03 10:00 2027-06-03 11:30 Peer supervision CONFIRMED",
    ]

    moved = newer(replace(FIRST, day=date(2026, 12, 4), start=time(14)))
    off = newer(replace(SUMMER, state=EntryState.CANCELLED))
    timed = newer(replace(UNTIMED, start=time(8), minutes=30))
    write_calendar(path, [moved, off, timed, INVITED], LONDON)
    khal("import", "--batch", "-a", "work", path)
    assert [line.strip() for line in khal(*shown) if line.strip()] == [
        "2026-12-04 14:00 2026-12-04 15:00 Supervision CONFIRMED",
        "2026-12-08 08:00 2026-12-08 08:30 Mentoring TENTATIVE",
        "2026-12-11 09:00 2026-12-11 09:45 Clinical supervision CONFIRMED",
        "2027-06-03 10:00 2027-06-03 11:30 Peer supervision CANCELLED",
    ]
