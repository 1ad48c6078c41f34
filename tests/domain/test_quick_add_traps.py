"""Lines that were once read wrong in silence. "Today" is Thursday 19 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Category
from otcpd.domain.quick_add import QuickAdd, parse_line

TODAY = date(2026, 11, 19)


def read(line: str) -> QuickAdd:
    return parse_line(line, TODAY, load_catalogue().known_types())


@pytest.mark.parametrize(
    ("line", "title", "minutes"),
    [
        ("2 x 1hr webinars on autism", "Webinars on autism", 120),
        ("3 x 2h sessions", "Sessions", 360),
        ("2x2h course", "Course", 240),
        ("1hr x 3 supervision", "Supervision", 180),
        ("two 1hr webinars", "Webinars", 120),
        ("1 1/2 hrs course", "Course", 90),
        ("course 2 1/2 hours", "Course", 150),
        ("1/2 day course", "Course", 210),
        ("3/4 hour talk", "Talk", 45),
        ("hour and a half webinar", "Webinar", 90),
        ("webinar for an hour", "Webinar", 60),
        ("a couple of hours reading", "Reading", 120),
        ("forty-five minutes reading", "Reading", 45),
        ("course 2-4pm", "Course", 120),
        ("10-11.30am talk", "Talk", 90),
        ("10-2pm talk", "Talk", 240),
        ("9am-5 talk", "Talk", 480),
        ("talk 08:30-12:30", "Talk", 240),
        ("talk from 2 to 4pm yesterday", "Talk", 120),
    ],
)
def test_how_long_it_took_in_all(line: str, title: str, minutes: int) -> None:
    assert (read(line).title, read(line).minutes) == (title, minutes)


@pytest.mark.parametrize(
    "line",
    [
        "9-5 course",
        "Reading 2-4 papers",
        "Course 9.30-12.30",
        "Talk 4pm-2pm",
        "Course 30:00-31:00",
        "10am course",
        "Half 2 to 4pm",
    ],
)
def test_numbers_that_may_be_no_times_stay(line: str) -> None:
    assert (read(line).title, read(line).minutes, read(line).unread) == (line, None, ())


@pytest.mark.parametrize(
    ("line", "text", "why"),
    [
        ("1 to 2 hours reading", "1 to 2 hours", "is not one length of time"),
        ("1 or 2 hours reading", "1 or 2 hours", "is not one length of time"),
        ("1 - 2 hours reading", "1 - 2 hours", "is not one length of time"),
        ("45-60 min reading", "45-60 min", "is not one length of time"),
        ("Reading 2h-3h", "2h-3h", "is not one length of time"),
        ("Reading 0h", "0h", "is no time at all"),
        ("Reading 0.0 hrs", "0.0 hrs", "is no time at all"),
        ("Reading 00:00", "00:00", "is no time at all"),
        ("Reading 0 x 1h", "0 x 1h", "is no time at all"),
        ("-2h reading", "-2h", "is less than no time"),
        ("−30 min reading", "−30 min", "is less than no time"),
        ("-1h30 reading", "-1h30", "is less than no time"),
    ],
)
def test_what_can_be_no_length_stays_and_is_told(line: str, text: str, why: str) -> None:
    found = read(line)
    assert (found.title, found.minutes) == (line, None)
    sentence = f"‘{text}’ {why} and stays as it is. Write it as 1 h 30, 45 min or half a day."
    assert [(part.text, part.sentence) for part in found.unread] == [(text, sentence)]


def test_a_dash_between_parts_is_no_minus() -> None:
    assert (read("Reading - 2h").minutes, read("Reading - 2h").unread) == (120, ())
    assert (read("2h reading -30 min").minutes, len(read("2h reading -30 min").unread)) == (120, 1)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Monday week course", "Monday week"),
        ("Course on Monday next week", "on Monday next week"),
        ("Course this coming Friday", "this coming Friday"),
        ("Day after tomorrow: course", "Day after tomorrow"),
        ("Next month reading", "Next month"),
    ],
)
def test_a_day_to_come_is_never_read_as_one_that_was(line: str, text: str) -> None:
    found = read(line)
    assert (found.title, found.date, found.date_assumed) == (line, TODAY, True)
    assert [part.sentence for part in found.unread] == [f"‘{text}’ was not read as a date. It is still to come."]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("2hrs reading + 1hr writing up", "‘2hrs’ and ‘1hr’ are two lengths of time."),
        ("Course 2h and reading 30 min", "‘2h’ and ‘30 min’ are two lengths of time."),
        ("Report 2h, call 30 min", "‘2h’ and ‘30 min’ are two lengths of time."),
        ("Webinar 1hr and 2 h reading", "‘1hr’ and ‘2 h’ are two lengths of time."),
        ("2 x webinars of 1hr", "‘1hr’ may be meant 2 times."),
    ],
)
def test_several_lengths_are_not_read_as_one(line: str, sentence: str) -> None:
    found = read(line)
    assert (found.title, found.minutes) == (line, None)
    assert [part.sentence for part in found.unread] == [f"{sentence} No length was read: write it once, for all of it."]


@pytest.mark.parametrize(
    ("line", "title", "day"),
    [
        ("talk day before yesterday", "Talk", date(2026, 11, 17)),
        ("Sat 1 Feb course", "Course", date(2025, 2, 1)),
        ("course Sat 1/2", "Course", date(2025, 2, 1)),
        ("Thu 19 Nov course", "Course", TODAY),
        ("Team away day fri 13th", "Team away day", date(2026, 11, 13)),
        ("Shadowing w/c 9 Nov", "Shadowing", date(2026, 11, 9)),
        ("Shadowing week commencing 9 November", "Shadowing", date(2026, 11, 9)),
        ("week of 9 Nov course", "Course", date(2026, 11, 9)),
        ("5/6 Nov course", "Course", date(2026, 11, 5)),
        ("16th/17th Nov course", "Course", date(2026, 11, 16)),
        ("at forum yesterday afternoon", "At forum", date(2026, 11, 18)),
        ("at forum on Tuesday morning", "At forum", date(2026, 11, 17)),
        ("talk last night", "Talk", date(2026, 11, 18)),
        ("presented 3 March to 12 students", "Presented to 12 students", date(2026, 3, 3)),
        ("28 Dec to 2 Jan course", "Course", date(2025, 12, 28)),
    ],
)
def test_days_leave_no_remains_in_the_title(line: str, title: str, day: date) -> None:
    found = read(line)
    assert (found.title, found.date, found.date_assumed, found.unread) == (title, day, False, ())


@pytest.mark.parametrize(
    ("line", "text", "why"),
    [
        ("31 November talk", "31 November", "November has 30 days."),
        ("Talk 31/02/2026", "31/02/2026", "February 2026 has 28 days."),
        ("Talk 31/11", "31/11", "November has 30 days."),
        ("Fri 19 Feb talk", "Fri 19 Feb", "19 February 2026 is a Thursday, not a Friday."),
        ("Fri 13th of May talk", "Fri 13th of May", "13 May 2026 is a Wednesday, not a Friday."),
        ("Talk fri 14th", "fri 14th", "No such day was in the last two months."),
        (
            "Reading 12/06 to 10/06",
            "12/06 to 10/06",
            "The last day comes before the first, or their years are needed.",
        ),
        ("1st & 8th October talk", "1st & 8th October", "An activity has one day, or days that follow each other."),
        ("Talk last week", "last week", "It is no single day."),
        ("Tomorrow: talk", "Tomorrow", "It is still to come."),
        ("Talk 12 May 2027", "12 May 2027", "It is still to come."),
        ("Talk next Friday", "next Friday", "It is still to come."),
        ("Talk 30/11/2026", "30/11/2026", "It is still to come."),
        ("1 Jan 99999 talk", "1 Jan 99999", "Its year is out of reach."),
        ("Feb 30 talk", "Feb 30", "February has 28 days, or 29 in a leap year."),
    ],
)
def test_what_looks_like_a_day_but_is_none_stays_and_is_told(line: str, text: str, why: str) -> None:
    found = read(line)
    assert (found.title, found.date, found.end_date) == (line, TODAY, None)
    assert found.date_assumed
    assert [(part.text, part.sentence) for part in found.unread] == [(text, f"‘{text}’ was not read as a date. {why}")]


@pytest.mark.parametrize("line", ["MoCA 28/30", "40 may attend", "Flat 31/2 visit", "Tuesday morning group", "Talk"])
def test_other_numbers_and_words_look_like_no_day(line: str) -> None:
    assert (read(line).title, read(line).date_assumed, read(line).unread) == (line, True, ())


def test_a_long_span_into_this_year_reads_with_its_first_year() -> None:
    found = read("reading 12/06/2025 to 10/06")
    assert (found.date, found.end_date) == (date(2025, 6, 12), date(2026, 6, 10))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Stairlift assessor course", "course"),
        ("Trusted assessor training", "course"),
        ("Trusted assessor training day 2", "course"),
        ("Placement educator course on feedback", "course"),
        ("Placement educator training", "course"),
        ("Audit webinar", "online_learning"),
        ("Mentoring conference", "conference"),
        ("Case discussion journal club", "journal_club"),
        ("MSc course", "further_education"),
        ("Adult protection course", "adult_protection"),
        ("E-learning course", "online_learning"),
        ("In-service training course", "in_service_training"),
        ("Placement educator", "supervising_research_or_students"),
        ("National assessor meeting", "national_assessor"),
        ("Taught manual handling course", "teaching"),
        ("Teaching a course", "teaching"),
        ("Reading conference papers", "reading"),
        ("Presented at a conference", "conference_presentation"),
        ("Journal club on training", "journal_club"),
        ("Supervision, then course", "receiving_supervision"),
        ("Supervision: course plans", "receiving_supervision"),
    ],
)
def test_the_head_of_the_phrase_names_the_type(line: str, kind: str) -> None:
    assert (read(line).type, read(line).title) == (kind, line)


def test_a_wrong_type_does_not_bring_a_wrong_category() -> None:
    assert read("stairlift assessor course").category is Category.FORMAL
