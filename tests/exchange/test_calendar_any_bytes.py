"""Whatever stands in a file with the name of a calendar: it is read or refused in words, soon."""

from __future__ import annotations

import time
from contextlib import suppress

from hypothesis import example, given, settings
from hypothesis import strategies as st

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.plain_text import storable
from otcpd.exchange.calendar_values import parts_of
from tests.exchange.calendars import TODAY, calendar, event, read

SECONDS = 5.0
"""For a file of a few lines, on a machine that has other things to do."""

_NAMES = st.sampled_from(
    (
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "SEQUENCE",
        "STATUS",
        "LOCATION",
        "UID",
    )
) | st.sampled_from(
    ("ORGANIZER", "ATTENDEE", "LAST-MODIFIED", "SUMMARY", "BEGIN", "END", "TZOFFSETTO", "TZID", "METHOD", "EXRULE")
)
_PARAMETERS = st.sampled_from(
    ["", ";TZID=GMT Standard Time", ";TZID=Own", ';CN="Rowan, Jo"', ";VALUE=DATE", ";A=", ";;"]
)
_DIGITS = st.text("0123456789TZ+-", max_size=17)
_STAMPS = st.datetimes().map("{:%Y%m%dT%H%M%S}".format) | st.dates().map("{:%Y%m%d}".format)
_RULES = st.lists(
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=SECONDLY", "WKST=SU"])
    | st.builds("COUNT={}".format, st.integers(-2, 10**10))
    | st.builds("INTERVAL={}".format, st.integers(-2, 10**10))
    | st.builds("BYDAY={}{}".format, st.integers(-60, 60), st.sampled_from(["MO", "SU"]))
    | st.builds("BYMONTH={}".format, st.integers(-13, 13))
    | st.builds("BYMONTHDAY={}".format, st.integers(-32, 32))
    | st.builds("BYSETPOS={}".format, st.integers(-400, 400))
    | st.builds("UNTIL={}".format, _STAMPS | _DIGITS),
    max_size=5,
).map(";".join)
_VALUES = _STAMPS | _STAMPS.map("{}Z".format) | _RULES | _DIGITS | st.text(max_size=20) | st.just("VEVENT")
_LINES = st.builds("{}{}:{}".format, _NAMES, _PARAMETERS, _VALUES)
_ZONE = """BEGIN:VTIMEZONE
TZID:Own
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
{}
END:STANDARD
END:VTIMEZONE"""


@st.composite
def calendars(draw: st.DrawFn) -> bytes:
    """Calendars of which any line may be odd."""
    zone = _ZONE.format("\n".join(draw(st.lists(_LINES, max_size=4))))
    events = draw(st.lists(st.lists(_LINES, max_size=8), min_size=1, max_size=3))
    whole = calendar(zone, *(event("DTSTART;TZID=Own:20261203T100000", *lines) for lines in events))
    return whole.encode("utf-8", "surrogatepass")


def read_or_refused(data: bytes) -> None:
    begun = time.monotonic()
    with suppress(NotAcceptable):
        found = read(data)
        for one in found.invitations:
            assert one.day >= TODAY
            assert one.title == storable(one.title)
            assert one.place == storable(one.place)
            assert one.title
            assert one.minutes is None or 0 < one.minutes <= 720
            assert parts_of(one.key) == (one.uid, one.occurrence)
        keys = [one.key for one in found.invitations]
        assert len(keys) == len(set(keys))
    assert time.monotonic() - begun < SECONDS


@settings(max_examples=60, deadline=None)
@given(calendars())
def test_any_calendar_is_read_or_refused(data: bytes) -> None:
    read_or_refused(data)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"]))
@example(b"\xff\xfe", b"")
@example(b"\xff\xfe\x00", b"")
@example(b"BEGIN", b"BEGIN:VEVENT\n")
def test_any_bytes_are_read_or_refused(data: bytes, head: bytes) -> None:
    read_or_refused(head + data)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_any_harm_done_to_a_calendar_is_borne(data: st.DataObject) -> None:
    whole = bytearray(calendar(event("DTSTART:20261203T100000Z", "RRULE:FREQ=WEEKLY", "LOCATION:Café")).encode())
    for _turn in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4))
    read_or_refused(bytes(whole[: data.draw(st.integers(0, len(whole)))]))


def test_thousands_of_appointments_are_borne() -> None:
    one = b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:20200103T100000Z\r\nSUMMARY:x\r\nEND:VEVENT\r\n"
    data = b"BEGIN:VCALENDAR\r\n" + b"".join(one % number for number in range(20_000)) + b"END:VCALENDAR\r\n"
    found = read(data)
    assert [what for what, _why in found.left] == ["20,000 appointments"]


def test_a_line_of_ten_million_letters_is_borne() -> None:
    read_or_refused(calendar(event("DTSTART:20261203T100000Z", "LOCATION:" + "x" * 10_000_000)).encode())
