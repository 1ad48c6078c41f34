"""Calendar files of others: single appointments, and files that are hardly any."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from otcpd.domain.errors import FileMissing, NotAcceptable
from otcpd.domain.supervision import Mode
from otcpd.exchange import calendar_in
from otcpd.exchange.calendar_in import read_calendar
from otcpd.exchange.calendar_values import Party
from tests.exchange.calendars import LONDON, calendar, event, read, reasons, times

TEN = "DTSTART;TZID=Europe/London:20261203T100000"

EXCHANGE = """BEGIN:VCALENDAR
METHOD:REQUEST
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:{zone}
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ORGANIZER;CN="Rowan, Jo (Adult Services)":mailto:Jo.Rowan@example.org
ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Sam Alder:
 MAILTO:sam.alder@example.org
DESCRIPTION;LANGUAGE=en-GB:Join at https://meet.example.org/secret\\n
UID:040000008200E00074C5B7101A82E00800000000
SUMMARY;LANGUAGE=en-GB:Supervision\\, every six weeks
DTSTART;TZID={zone}:20270603T100000
DTEND;TZID={zone}:20270603T111500
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20261120T090000Z
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:3
LOCATION;LANGUAGE=en-GB:Room 4\\; Microsoft Teams Meeting https://meet.example.org/l/secret
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
BEGIN:VALARM
DESCRIPTION:REMINDER
TRIGGER;RELATED=START:-PT15M
ACTION:DISPLAY
END:VALARM
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    "zone",
    [
        "GMT Standard Time",
        "Europe/London",
        "Customized Time Zone",
        "(UTC+00:00) Dublin, Edinburgh, Lisbon, London",
        "/freeassociation.sourceforge.net/Europe/London",
        "/citadel.org/20260101_1/Europe/London",
    ],
)
@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
def test_an_invitation_as_exchange_sends_it(zone: str, ends: str) -> None:
    found = read(EXCHANGE.format(zone=zone).replace("\n", ends))
    (one,) = found.invitations
    assert (one.day, one.start, one.minutes) == (date(2027, 6, 3), time(10), 75)
    assert one.title == "Supervision, every six weeks"
    assert one.place == "Room 4; Microsoft Teams Meeting"
    assert one.mode is Mode.VIDEO
    assert one.organiser == Party("Rowan, Jo (Adult Services)", "jo.rowan@example.org")
    assert one.attendees == (Party("Sam Alder", "sam.alder@example.org"),)
    assert one.key == "040000008200E00074C5B7101A82E00800000000"
    assert not found.notes
    assert not found.left


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1"])
def test_letters_come_in_from_any_encoding(encoding: str) -> None:
    text = calendar(event(TEN, "LOCATION:Café", title="Zoë’s supervision" if "utf" in encoding else "Zoë"))
    (one,) = read(text.encode(encoding)).invitations
    assert one.title.startswith("Zoë")
    assert one.place == "Café"


def test_a_line_folded_within_a_letter_is_one_line() -> None:
    data = calendar(event(TEN, title="Zoë")).encode().replace("ë".encode(), b"\xc3\r\n \xab")
    assert read(data).invitations[0].title == "Zoë"


@pytest.mark.parametrize(
    ("lines", "day_and_time"),
    [
        (["DTSTART:20270603T090000Z"], "2027-06-03 10:00"),
        (["DTSTART:20270603T230000Z"], "2027-06-04 00:00"),
        (["DTSTART:20270603T090000"], "2027-06-03 09:00"),
        (["DTSTART;TZID=America/New_York:20270314T120000"], "2027-03-14 16:00"),
        (["DTSTART;TZID=Eastern Standard Time:20270314T120000"], "2027-03-14 16:00"),
        (['DTSTART;X-A=b;TZID="Europe/London":20270603T090000'], "2027-06-03 09:00"),
        (["DTSTART;VALUE=DATE:20270603", "DTEND;VALUE=DATE:20270604"], "2027-06-03"),
        (["DTSTART:2027-06-03T0900Z"], "2027-06-03 10:00"),
        # The hour that the clocks pass over, and the one that comes twice.
        (["DTSTART;TZID=Europe/London:20270328T013000"], "2027-03-28 02:30"),
        (["DTSTART:20270328T013000"], "2027-03-28 02:30"),
        (["DTSTART;TZID=Europe/London:20271031T013000"], "2027-10-31 01:30"),
        (["DTSTART:20271031T013000Z"], "2027-10-31 01:30"),
        (["dtstart:20270603T090000Z"], "2027-06-03 10:00"),
    ],
)
def test_times_are_those_where_the_person_is(lines: list[str], day_and_time: str) -> None:
    found = read(calendar(event(*lines)))
    assert times(found) == [day_and_time]
    assert found.notes == ()


def test_a_zone_that_nobody_knows_is_said() -> None:
    found = read(calendar(event("DTSTART;TZID=Nowhere Time:20261203T100000")))
    assert times(found) == ["2026-12-03 10:00"]
    assert found.notes == ("Nobody but its maker knows the time zone ‘Nowhere Time’. Its times are taken as yours.",)


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (["DTEND;TZID=Europe/London:20261203T111500"], 75),
        (["DTEND:20261203T111500Z"], 75),
        (["DURATION:PT1H30M"], 90),
        (["DURATION:P0DT0H45M0S"], 45),
        ([], None),
        (["DTEND;TZID=Europe/London:20261203T100000"], None),
        (["DTEND;TZID=Europe/London:20261203T090000"], None),
        (["DURATION:-PT1H"], None),
        (["DURATION:an hour"], None),
        (["DTEND;VALUE=DATE:20261203"], None),
        (["DURATION:PT30S"], None),
    ],
)
def test_a_length_that_makes_no_sense_is_left_open(lines: list[str], minutes: int | None) -> None:
    (one,) = read(calendar(event(TEN, *lines))).invitations
    assert one.minutes == minutes


def test_the_length_over_a_clock_change_is_what_people_live_through() -> None:
    lines = ["DTSTART;TZID=Europe/London:20270328T003000", "DTEND;TZID=Europe/London:20270328T030000"]
    assert read(calendar(event(*lines))).invitations[0].minutes == 90


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([TEN, "DURATION:PT13H"], "It lasts longer than half a day, which no session does."),
        ([TEN, "DURATION:P9999W"], "It lasts longer than half a day, which no session does."),
        (["DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261205"], "It takes 2 days; a session is on one."),
        ([], "It does not say when it is."),
        (["DTSTART:soon"], "It does not say when it is."),
        (["DTSTART:20261399T990000"], "It does not say when it is."),
        (["DTSTART:00010101T000000"], "It does not say when it is."),
        (["DTSTART:99991231T235959Z"], "It does not say when it is."),
        (["DTSTART:20261121T100000"], "It is over: only what is from 22 November 2026 on can be planned."),
        (["DTSTART:20391121T100000"], "It is more than 5 years ahead."),
        ([TEN, "RECURRENCE-ID:then"], "It does not say which of a series it is."),
    ],
)
def test_what_can_be_no_session_is_left_out_with_its_reason(lines: list[str], why: str) -> None:
    found = read(calendar(event(*lines), event(TEN, uid="u2")))
    assert reasons(found) == [why]
    assert times(found) == ["2026-12-03 10:00"]


def test_many_left_out_for_one_reason_are_a_number() -> None:
    found = read(calendar(*(event("DTSTART:20200101T100000", uid=f"u{one}") for one in range(1200))))
    assert [what for what, _why in found.left] == ["1,200 appointments"]


def test_what_is_cancelled_is_told_by_its_name() -> None:
    by_method = read(calendar(event(TEN), method="CANCEL"))
    by_status = read(calendar(event(TEN, "STATUS:CANCELLED")))
    for found in (by_method, by_status):
        assert [(one.key, one.day) for one in found.cancelled] == [("u1", date(2026, 12, 3))]
        assert not found.invitations
        assert not found.left


def test_an_answer_to_an_invitation_is_none() -> None:
    found = read(calendar(event(TEN), method="REPLY"))
    assert reasons(found) == ["It is an answer to an invitation."]


@pytest.mark.parametrize("turned", [False, True])
def test_of_several_versions_the_newest_counts(turned: bool) -> None:
    versions = [
        event("DTSTART:20261203T090000", "SEQUENCE:9"),
        event("DTSTART:20261204T090000", "SEQUENCE:10", "LAST-MODIFIED:20261120T090000Z"),
        event("DTSTART:20261205T090000", "SEQUENCE:10", "LAST-MODIFIED:20261121T090000Z"),
    ]
    found = read(calendar(*(reversed(versions) if turned else versions)))
    assert times(found) == ["2026-12-05 09:00"]


def test_without_a_name_of_its_own_an_appointment_gets_the_same_one_each_time() -> None:
    text = calendar(event(TEN)).replace("UID:u1", "X:")
    names = {read(text).invitations[0].uid for _turn in range(2)}
    assert len(names) == 1
    assert read(text.replace("20261203", "20261204")).invitations[0].uid not in names


def test_a_file_that_ends_too_soon_gives_what_was_whole() -> None:
    text = calendar(event(TEN), event(TEN, uid="u2", title="Cut off"))
    found = read(text[: text.index("Cut off") + 20])
    assert times(found) == ["2026-12-03 10:00"]
    assert found.left == (("‘Cut off’", "The file ends in the midst of it, or is broken there."),)


def test_broken_lines_are_passed_over_and_counted() -> None:
    found = read(calendar(event("no line at all", TEN, 'ATTENDEE;CN="Jo:mailto:jo@example.org', ";;;", "=")))
    assert times(found) == ["2026-12-03 10:00"]
    assert found.notes == ("4 lines of the file cannot be read and were passed over.",)


def test_a_calendar_within_a_calendar_and_alarms_confuse_nobody() -> None:
    inner = calendar(event(TEN, "BEGIN:VALARM", "DTSTART:20200101T000000", "SUMMARY:Wake", "END:VALARM"))
    found = read(calendar(inner, "END:VEVENT", "BEGIN:X", "BEGIN:X", event(TEN, uid="u2"), "END:X"))
    assert times(found) == ["2026-12-03 10:00"] * 2
    assert {one.title for one in found.invitations} == {"Supervision"}


def test_titles_and_places_can_be_stored_and_shown() -> None:
    (one,) = read(
        calendar(event(TEN, "LOCATION:https://meet.example.org/x", title="\u202eA\\nB\x07" + "c" * 400))
    ).invitations
    assert one.title.startswith("A Bccc")
    assert len(one.title) == 200
    assert (one.place, one.mode) == ("", Mode.VIDEO)


def test_other_things_than_appointments_are_told() -> None:
    todo = "BEGIN:VTODO\nDTSTART:20261203T100000\nEND:VTODO"
    found = read(calendar(todo, event(TEN), "BEGIN:VFREEBUSY\nEND:VFREEBUSY"))
    assert [what for what, _why in found.left] == ["one task", "one list of free and busy times"]
    with pytest.raises(NotAcceptable, match="holds no appointments, only two tasks"):
        read(calendar(todo, todo))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "It is empty."),
        (b"\xef\xbb\xbf \r\n", "It is empty."),
        (b"\x00\x01\x02\xff" * 500, "something else than words"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "something else than words"),
        (b"Dear Jo,\nsee you on Thursday.\n", "does not read as a calendar file"),
        (calendar().encode(), "a calendar without any appointments"),
        (b"BEGIN:VCARD\nFN:Jo\nEND:VCARD\n", "holds no appointments, only one contact"),
    ],
)
def test_what_is_no_calendar_is_refused_in_words(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "invitation.ics"
    path.write_bytes(data)
    with pytest.raises(NotAcceptable, match=words) as caught:
        read_calendar(path, date(2026, 11, 22), LONDON)
    assert caught.value.safe == "Nothing was changed."
    assert caught.value.next_step


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_calendar(tmp_path / "none.ics", date(2026, 11, 22), LONDON)


def test_too_much_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "diary.ics"
    path.write_text(calendar(*(event(TEN, uid=f"u{one}") for one in range(21))), encoding="utf-8")
    monkeypatch.setattr(calendar_in, "MOST_TAKEN", 20)
    with pytest.raises(NotAcceptable, match="holds more than 20 appointments from 22 November 2026 on"):
        read_calendar(path, date(2026, 11, 22), LONDON)
    monkeypatch.setattr(calendar_in, "MOST_BYTES", 100)
    with pytest.raises(NotAcceptable, match="larger than any calendar"):
        read_calendar(path, date(2026, 11, 22), LONDON)
