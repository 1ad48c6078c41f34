"""Calendar files that we write."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from unicodedata import normalize
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from otcpd.exchange.calendar_out import calendar_bytes, sequence_of, write_calendar
from otcpd.exchange.calendar_values import CalendarEntry, EntryState
from tests.exchange.calendars import LONDON, read, times

CHANGED = datetime(2026, 11, 22, 4, 30, 15, 999_999, tzinfo=UTC)


def nfc(text: str) -> str:
    return normalize("NFC", text)


def entry(uid: str = "one@otcpd", day: date = date(2026, 12, 3), start: time | None = time(10)) -> CalendarEntry:
    return CalendarEntry(uid, day, "Supervision", CHANGED, start, 60, "Room 4", sequence=sequence_of(CHANGED))


def written(*entries: CalendarEntry, zone: str = LONDON) -> list[str]:
    return calendar_bytes(entries, zone).decode().replace("\r\n ", "").split("\r\n")


def test_a_session_is_written_with_all_that_a_calendar_wants() -> None:
    lines = written(entry())
    for line in (
        "METHOD:PUBLISH",
        "UID:one@otcpd",
        "DTSTAMP:20261122T043015Z",
        "LAST-MODIFIED:20261122T043015Z",
        "SEQUENCE:217485015",
        "DTSTART;TZID=Europe/London:20261203T100000",
        "DTEND;TZID=Europe/London:20261203T110000",
        "SUMMARY:Supervision",
        "LOCATION:Room 4",
        "STATUS:CONFIRMED",
        "CLASS:PRIVATE",
        "TRANSP:OPAQUE",
    ):
        assert line in lines


def test_the_clock_changes_are_told_as_a_rule_without_an_end() -> None:
    lines = written(entry())
    winter, summer = lines.index("BEGIN:STANDARD"), lines.index("BEGIN:DAYLIGHT")
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in lines[winter:summer]
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in lines[summer:]


@pytest.mark.parametrize(
    "zone", [LONDON, "America/New_York", "Australia/Sydney", "Asia/Kolkata", "Africa/Casablanca", "Europe/Dublin"]
)
def test_another_library_reads_the_clocks_of_any_zone_as_the_database_has_them(zone: str, tmp_path: Path) -> None:
    path = tmp_path / "zone.ics"
    write_calendar(path, [entry(day=date(2026, 1, 1)), entry(day=date(2027, 12, 31))], zone)
    theirs = tzical(str(path)).get()
    ours = ZoneInfo(zone)
    assert theirs is not None
    for day in range(0, 730, 5):
        moment = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
        assert moment.astimezone(ours).replace(tzinfo=theirs).utcoffset() == moment.astimezone(ours).utcoffset()


def test_ten_o_clock_stays_ten_o_clock_when_the_clocks_change() -> None:
    days = [date(2027, 3, 27), date(2027, 3, 28), date(2027, 3, 29)]
    found = read(calendar_bytes([entry(f"{day}", day) for day in days], LONDON))
    assert times(found) == [f"{day} 10:00" for day in days]


def test_a_day_whose_time_is_not_known_takes_the_day_and_blocks_nothing() -> None:
    lines = written(CalendarEntry("u", date(2026, 12, 3), "Mentoring", CHANGED, state=EntryState.TENTATIVE))
    assert {"DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261204", "TRANSP:TRANSPARENT"} <= set(lines)
    assert "STATUS:TENTATIVE" in lines
    assert "BEGIN:VTIMEZONE" not in lines


def test_one_that_is_off_says_so() -> None:
    lines = written(CalendarEntry("u", date(2026, 12, 3), "Mentoring", CHANGED, time(9), state=EntryState.CANCELLED))
    assert "STATUS:CANCELLED" in lines
    assert "TRANSP:TRANSPARENT" in lines


@pytest.mark.parametrize(
    ("occurrence", "line"),
    [
        ("20261203T090000Z", "RECURRENCE-ID:20261203T090000Z"),
        ("20261203T090000", "RECURRENCE-ID:20261203T090000"),
        ("20261203", "RECURRENCE-ID;VALUE=DATE:20261203"),
    ],
)
def test_one_of_a_series_says_which(occurrence: str, line: str) -> None:
    assert line in written(CalendarEntry("s", date(2026, 12, 4), "Supervision", CHANGED, occurrence=occurrence))


def test_the_same_sessions_give_the_same_bytes_in_whatever_order() -> None:
    entries = [entry("b"), entry("a"), entry("c", date(2026, 1, 1))]
    assert calendar_bytes(entries, LONDON) == calendar_bytes(reversed(entries), LONDON)


def test_words_are_one_line_without_what_breaks_a_file() -> None:
    awkward = CalendarEntry(
        "u", date(2026, 12, 3), "Peer\r\nEND:VEVENT\x00", CHANGED, place="Room; 4, \\ \n x" + "é" * 90
    )
    found = read(calendar_bytes([awkward], LONDON)).invitations[0]
    assert found.title == "Peer END:VEVENT"
    assert found.place == "Room; 4, \\ x" + "é" * 90


@pytest.mark.parametrize("changed", [datetime(1999, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)])
def test_the_number_of_a_version_fits_in_any_calendar(changed: datetime) -> None:
    assert 0 <= sequence_of(changed) < 2**31


def test_a_later_change_has_a_higher_number() -> None:
    assert sequence_of(CHANGED + timedelta(seconds=1)) > sequence_of(CHANGED)


_WORDS = st.text(st.characters(categories=["L", "Nd", "Po", "Zs"]), max_size=60).map(nfc)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            CalendarEntry,
            uid=st.uuids().map("{}@otcpd".format),
            day=st.dates(date(2026, 11, 22), date(2031, 11, 1)),
            title=_WORDS.filter(str.strip),
            changed=st.just(CHANGED),
            start=st.times().map(lambda one: one.replace(second=0, microsecond=0)),
            minutes=st.integers(5, 600),
            place=_WORDS,
        ),
        max_size=4,
        unique_by=lambda one: one.uid,
    ).filter(bool)
)
def test_what_is_written_comes_back_as_it_was(entries: list[CalendarEntry]) -> None:
    found = {one.uid: one for one in read(calendar_bytes(entries, LONDON)).invitations}
    assert found.keys() == {one.uid for one in entries}
    for one in entries:
        back = found[one.uid]
        assert back.title == " ".join(one.title.split())
        assert back.minutes == one.minutes
        assert one.start is not None
        local = datetime.combine(one.day, one.start, ZoneInfo(LONDON)).astimezone(UTC).astimezone(ZoneInfo(LONDON))
        # A time that the clocks pass over is the hour after.
        assert (back.day, back.start) == (local.date(), local.time())
