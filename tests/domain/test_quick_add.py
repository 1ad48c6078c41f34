"""Quick add reads British. "Today" is Saturday 21 November 2026."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from otcpd.domain.activity import Category
from otcpd.domain.durations import DayLengths
from otcpd.domain.known_type import KnownType
from otcpd.domain.quick_add import NO_TITLE, QuickAdd, Understood, parse_line

TODAY = date(2026, 11, 21)
TYPES = (
    KnownType("journal_club", "Journal club", Category.WORK_BASED, ("journal club",)),
    KnownType("shadowing", "Work shadowing", Category.WORK_BASED, ("shadowing", "work shadowing")),
    KnownType("in_service", "In-service training", Category.WORK_BASED, ("in service training",)),
    KnownType("discussion", "Discussion with colleagues", Category.WORK_BASED, ("case conference",)),
    KnownType("conference", "Attending a conference", Category.FORMAL, ("conference",)),
    KnownType("course", "Course", Category.FORMAL, ("course", "training")),
    KnownType("joint_training", "Joint training with social work", Category.FORMAL, ("joint training",)),
    KnownType("reading", "Reading journals or articles", Category.SELF_DIRECTED, ("reading", "read")),
    KnownType("Splint evening", "Splint evening", None, ("splint evening",)),
)
PEOPLE = ("Fiona Alder", "Callum Birch", "Callum Rowan")


def read(line: str) -> QuickAdd:
    return parse_line(line, TODAY, TYPES, known_people=PEOPLE)


def test_the_whole_example() -> None:
    assert read("2h journal club on falls yesterday #falls") == QuickAdd(
        title="Journal club on falls",
        date=date(2026, 11, 20),
        minutes=120,
        category=Category.WORK_BASED,
        type="journal_club",
        tags=("falls",),
        understood=(
            Understood("tag", "#falls", "falls"),
            Understood("date", "yesterday", "20 November 2026"),
            Understood("duration", "2h", "2 h"),
            Understood("type", "journal club", "Journal club"),
        ),
    )


@pytest.mark.parametrize(
    ("line", "title", "day", "end"),
    [
        ("course", "Course", TODAY, None),
        ("course today", "Course", TODAY, None),
        ("course on Tuesday", "Course", date(2026, 11, 17), None),
        ("course last Tuesday", "Course", date(2026, 11, 17), None),
        ("Thu 19 November course", "Course", date(2026, 11, 19), None),
        ("course 19/11", "Course", date(2026, 11, 19), None),
        ("course on 22 Nov", "Course", date(2025, 11, 22), None),
        ("course 19.11.26", "Course", date(2026, 11, 19), None),
        ("course 19 nov 26, falls", "Course falls", date(2026, 11, 19), None),
        ("conference 3-5 March", "Conference", date(2026, 3, 3), date(2026, 3, 5)),
        ("conference 3 to 5 March 2025", "Conference", date(2025, 3, 3), date(2025, 3, 5)),
        ("conference 3 and 4 March", "Conference", date(2026, 3, 3), date(2026, 3, 4)),
        ("Mon-Wed course", "Course", date(2026, 11, 16), date(2026, 11, 18)),
        ("Review of the 3 March incident yesterday", "Review of the 3 March incident", date(2026, 11, 20), None),
    ],
)
def test_days(line: str, title: str, day: date, end: date | None) -> None:
    found = read(line)
    assert (found.title, found.date, found.end_date) == (title, day, end)


@pytest.mark.parametrize(
    "line",
    [
        "Room 101 tour",
        "Annotated 3 papers",
        "24/7 support rota",
        "Version 2.1 of the form",
        "Flat 2/1 visit",
        "Every Tuesday drop-in",
        "Ran the Tuesday group",
        "Plan for tomorrow",
        "Certificate expires 3 March 2027",
        "Report due 3 March",
        "Sat with a client",
        "3-4 visits",
        "3 and 5 March visits",
        "Day 2 of induction",
        "Module 3 of 5",
        "24 hour postural care",
        "6 minute walk test",
        "10m walk test",
        "3D printing",
        "Visit to a day centre",
        "Seen within 4 hours",
        "Called 2 hours ago",
        "2 hours a week planned",
        "A day in the life of an OT",
        "Meeting at 1:30",
        "#1 priority",
        "With Fiona Larch",
        "People with Parkinson’s",
        "Working with families",
        "Working With Families",
        "Working with Deaf people",
        "Living with Dementia",
        "Talk with Fife Council",
        "Talk with Perth and Kinross OTs",
        "Supporting people with MND",
        "Play with children and young people",
    ],
)
def test_what_is_not_understood_stays(line: str) -> None:
    found = parse_line(line, TODAY)
    assert replace(found, unread=()) == QuickAdd(title=line, date=TODAY)
    assert found.date_assumed


@pytest.mark.parametrize(
    ("line", "title", "minutes"),
    [
        ("half a day shadowing the stroke team", "Shadowing the stroke team", 210),
        ("a day course on seating", "Course on seating", 420),
        ("2-day course", "Course", 840),
        ("course over 2 days", "Course", 840),
        ("1 h 30 journal club", "Journal club", 90),
        ("journal club 1h30", "Journal club", 90),
        ("2 hours of reading on falls", "Reading on falls", 120),
        ("read guideline for 45 mins", "Read guideline", 45),
        ("reading for about an hour and a half", "Reading", 90),
        ("2h 3 papers on hoists", "3 papers on hoists", 120),
        ("course 2h on reading 30 min", "Course on reading 30 min", 120),
        ("Journal club - 2h - falls", "Journal club - falls", 120),
        ("(2h) course, (yesterday)", "Course", 120),
    ],
)
def test_durations(line: str, title: str, minutes: int) -> None:
    found = read(line)
    assert (found.title, found.minutes) == (title, minutes)


def test_a_day_is_as_long_as_the_person_says() -> None:
    assert parse_line("half a day course", TODAY, TYPES, DayLengths(half_day=225, day=450)).minutes == 225


@pytest.mark.parametrize(
    ("line", "kind", "category"),
    [
        ("Joint training with social work", "joint_training", Category.FORMAL),
        ("in-service training on hoists", "in_service", Category.WORK_BASED),
        ("Case conference: discharge", "discussion", Category.WORK_BASED),
        ("Course, then journal club", "course", Category.FORMAL),
        ("SPLINT EVENING", "Splint evening", None),
        ("Concourse survey", "", None),
    ],
)
def test_types_stay_in_the_title(line: str, kind: str, category: Category | None) -> None:
    assert read(line) == QuickAdd(
        title=line[0].upper() + line[1:],
        date=TODAY,
        type=kind,
        category=category,
        understood=read(line).understood,
    )


@pytest.mark.parametrize(
    ("line", "title", "companions"),
    [
        ("course with Fiona Larch and Sam Birch", "Course", ("Fiona Larch", "Sam Birch")),
        ("with Fiona Larch, Sam Birch & Jo Alder: seating", "Seating", ("Fiona Larch", "Sam Birch", "Jo Alder")),
        ("talk with Mary-Jane O’Neill on hoists", "Talk on hoists", ("Mary-Jane O’Neill",)),
        ("coaching with Dr Rowan", "Coaching", ("Dr Rowan",)),
        ("talk with Jo about ramps", "Talk about ramps", ("Jo",)),
        ("talk with Jo and Sam", "Talk", ("Jo", "Sam")),
        ("talk with Fiona", "Talk", ("Fiona Alder",)),
        ("talk with fiona alder 1h", "Talk", ("Fiona Alder",)),
        ("TALK With FIONA ALDER", "TALK", ("Fiona Alder",)),
        ("talk with Callum", "Talk", ("Callum",)),
        ("course with Fiona Larch yesterday", "Course", ("Fiona Larch",)),
        ("course with Fiona Larch and the stroke team", "Course with the stroke team", ("Fiona Larch",)),
        ("course with Jo and the stroke team", "Course with the stroke team", ("Jo",)),
        ("Working with families with Fiona Larch", "Working with families", ("Fiona Larch",)),
        ("course with Fiona Larch and 2h", "Course", ("Fiona Larch",)),
    ],
)
def test_companions(line: str, title: str, companions: tuple[str, ...]) -> None:
    found = read(line)
    assert (found.title, found.companions) == (title, companions)


def test_tags_count_once_and_keep_their_letters() -> None:
    found = read("#Falls course #falls, #home-visits #2026")
    assert found.tags == ("Falls", "home-visits")
    assert found.title == "Course #2026"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("yesterday 2h", "yesterday 2h"),
        ("#falls", "#falls"),
        ("  ", NO_TITLE),
        ("", NO_TITLE),
        ("iPad training", "iPad training"),
        ("ßtrange", "ßtrange"),
        ("?!", "?!"),
    ],
)
def test_the_title_is_never_empty(line: str, title: str) -> None:
    assert read(line).title == title


def words_of(text: str) -> Counter[str]:
    """Words without punctuation around them; those of punctuation alone say nothing."""
    stripped = (re.sub(r"^\W+|\W+$", "", word.casefold()) for word in text.split())
    return Counter(word for word in stripped if word)


PIECES = st.sampled_from(
    [
        "2h",
        "1",
        "h",
        "30",
        "half",
        "a",
        "day",
        "an",
        "hour",
        "and",
        "journal",
        "club",
        "in-service",
        "training",
        "on",
        "falls",
        "yesterday",
        "last",
        "Tuesday",
        "3-5",
        "March",
        "3",
        "to",
        "5",
        "2026",
        "19/11",
        "#falls",
        "#1",
        "with",
        "Fiona",
        "Larch",
        "Sam",
        "&",
        "the",
        "of",
        "for",
        "Room",
        "101",
        "24/7",
        "(2h)",
        ",",
        "-",
        ":",
        "with,",
        "With",
        "fiona",
        "alder",
        "Birch,",
        "45",
        "min",
        "m",
        "days",
        "w/",
        "12",
        "may",
        "26",
        "from",
        "Monday",
        "Dr",
        "de",
        "½",
        "2½",
        "x",
        "1/2",
        "2-4pm",
        "09:00",
        "+",
        "w/c",
        "13th",
        "31",
        "November",
        "31/02/2026",
        "course",
        "afternoon",
        "forty-five",
        "couple",
    ]
)
LINES = st.text() | st.lists(PIECES, max_size=14).map(" ".join)


@given(LINES, st.dates())
@example("with " + "Jo and " * 3000, TODAY)
@example("1" + "-" * 20_000, TODAY)
@example("ı course", TODAY)
def test_no_word_is_lost_on_any_line(line: str, today: date) -> None:
    found = parse_line(line, today, TYPES, known_people=PEOPLE)
    assert found.title.strip()
    kept = words_of(found.title)
    for part in found.understood:
        assert part.text
        assert part.meaning
        kept += words_of(part.text)
    assert not words_of(line) - kept


@given(LINES, st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_a_day_to_come_is_never_read(line: str, today: date) -> None:
    found = parse_line(line, today, TYPES)
    assert found.end_date is None or found.end_date > found.date
    assert (found.end_date or found.date) <= today


@given(LINES)
def test_the_title_reads_the_same_again(line: str) -> None:
    found = read(line)
    if not found.understood:
        assert read(found.title).title == found.title
