"""Quick notes: what becomes of a draft, of an e-mail and of a template. "Today" is Saturday 21 November 2026."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.actions import quick_note, templates, undoing
from otcpd.actions.activities import delete_activity, new_activity, set_layer
from otcpd.actions.people import add_person
from otcpd.actions.quick_note_mail import DAY_TO_COME, NO_DAY, NO_SUBJECT, draft_of_mail, is_mail, read_head
from otcpd.actions.quick_note_values import draft_of_text, draft_text
from otcpd.actions.settings import change_setting
from otcpd.domain.activity import Activity, Category, Status
from otcpd.domain.errors import MachineSaidNo, NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.domain.quick_note import MOST_TITLE, NoteDraft, Said, kept_as_words, without
from otcpd.exchange.mail_head import MailHead, read_mail_head
from otcpd.record.record import Record
from otcpd.record.settings import TEMPLATES
from tests.ports import FixedClock
from tests.record.support import new_record, sound

TODAY = date(2026, 11, 21)


@pytest.fixture
def record(tmp_path: Path, clock: FixedClock) -> Iterator[Record]:
    with new_record(tmp_path / "r.otcpd", clock) as made:
        yield made


def kept(record: Record, draft: NoteDraft) -> Activity:
    return record.activities.get(quick_note.keep_note(record, draft).activity)


def test_a_note_becomes_an_activity_to_finish(record: Record) -> None:
    activity = kept(record, NoteDraft("2h journal club on falls yesterday #falls with Fiona Larch\nGood on stairs."))
    assert activity.title == "Journal club on falls"
    assert (activity.date, activity.minutes, activity.category) == (date(2026, 11, 20), 120, Category.WORK_BASED)
    assert activity.tags == ("falls",)
    assert [one.name for one in activity.companions] == ["Fiona Larch"]
    assert activity.description == "Good on stairs."
    assert activity.status is Status.CAPTURED


def test_corrections_win_over_the_line_and_the_line_over_a_template(record: Record) -> None:
    usual = Said(minutes=30, kind=(Category.FORMAL, "course"), tags=("hoists",), companions=("Sam Birch",))
    draft = NoteDraft("2h journal club yesterday #falls", usual=usual)
    read = quick_note.read_draft(record, draft)
    assert (read.minutes, read.type, set(read.tags)) == (120, "journal_club", {"falls", "hoists"})
    corrected = replace(draft, corrected=Said(days=(TODAY, None), minutes=45, kind=(Category.OTHER, "")))
    read = quick_note.read_draft(record, corrected)
    assert (read.date, read.minutes, read.category, read.type) == (TODAY, 45, Category.OTHER, "")
    assert read.title == "Journal club"
    assert not read.date_assumed


def test_a_part_can_stay_in_the_title(record: Record) -> None:
    draft = NoteDraft("Talk on yesterday #falls with Fiona Larch")
    for part in quick_note.read_draft(record, draft).understood:
        draft = kept_as_words(draft, part)
    read = quick_note.read_draft(record, draft)
    assert read.title == draft.text
    assert (read.date, read.tags, read.companions) == (TODAY, (), ())


def test_what_was_taken_away_stays_away_and_what_is_typed_afterwards_counts(record: Record) -> None:
    draft = without(NoteDraft("Talk #falls #hoists"), "tag", "falls")
    assert quick_note.read_draft(record, draft).tags == ("hoists",)
    assert quick_note.read_draft(record, replace(draft, text="Talk #falls #stairs")).tags == ("stairs",)


def test_no_length_can_be_said(record: Record) -> None:
    draft = NoteDraft("2h talk in protected time", corrected=Said(minutes=0))
    assert kept(record, draft).minutes is None
    assert kept(record, draft).protected_minutes == 0


def test_protected_time_counts_in_minutes(record: Record) -> None:
    assert kept(record, NoteDraft("2h reading in protected time")).protected_minutes == 120
    assert kept(record, NoteDraft("2h reading", corrected=Said(protected=True))).protected_minutes == 120


def test_a_long_first_line_is_kept_whole_in_the_description(record: Record) -> None:
    text = "word " * 100 + "\nand more"
    activity = kept(record, NoteDraft(text))
    assert len(activity.title) <= MOST_TITLE
    assert activity.title.endswith("…")
    assert activity.description == text.strip()


def test_a_pasted_text_is_kept_whole(record: Record) -> None:
    pasted = "x" * 200_000
    activity = kept(record, NoteDraft("Notes of the day", pasted=pasted))
    assert (activity.title, activity.description) == ("Notes of the day", pasted)
    alone = kept(record, NoteDraft(pasted="First words of the text. " * 2000))
    assert alone.title.startswith("First words of the text.")
    assert len(alone.title) <= MOST_TITLE


def test_an_empty_note_is_no_activity(record: Record) -> None:
    with pytest.raises(NotAcceptable, match="empty"):
        quick_note.keep_note(record, NoteDraft("  \n "))
    assert record.activities.rows() == []


def test_taking_a_note_back_puts_it_into_the_bin_and_gives_what_was_typed(record: Record) -> None:
    draft = NoteDraft("Sling sizes")
    made = quick_note.keep_note(record, draft)
    quick_note.take_back(record, made)
    assert record.activities.rows() == []
    assert made.draft == draft


def test_undo_takes_note_and_links_back_at_once(record: Record) -> None:
    quick_note.keep_note(record, NoteDraft("Talk #falls with Fiona Larch"))
    undoing.undo(record)
    assert record.activities.rows() == []
    assert record.people.all() == []


SAIDS = st.builds(
    Said,
    days=st.none() | st.tuples(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.none()),
    minutes=st.none() | st.integers(0, 6000),
    kind=st.none() | st.tuples(st.none() | st.sampled_from(Category), st.text(max_size=8)),
    tags=st.none() | st.lists(st.text(max_size=8), min_size=1, max_size=3).map(tuple),
    companions=st.none() | st.lists(st.text(max_size=8), min_size=1, max_size=3).map(tuple),
    protected=st.none() | st.booleans(),
    layers=st.sampled_from(
        [(), (("title", Layer.PRIVATE),), (("title", Layer.SUPERVISION), ("type", Layer.REGULATOR))]
    ),
)
PARTS = st.frozensets(st.tuples(st.sampled_from(["tag", "with", "date"]), st.text(max_size=8)), max_size=3)
DRAFTS = st.builds(
    NoteDraft,
    text=st.text(),
    usual=SAIDS,
    corrected=SAIDS,
    as_words=PARTS,
    left_out=PARTS,
    pasted=st.text(max_size=20),
    files=st.lists(st.text(max_size=8), max_size=2).map(tuple),
)


@given(DRAFTS)
def test_a_draft_survives_being_written(draft: NoteDraft) -> None:
    assert draft_of_text(draft_text(draft)) == draft


@given(
    st.text() | st.from_regex(r'\{"(text|usual|corrected|files)": (\[\]|\{\}|3|null|"a"|\[1, 2\])\}', fullmatch=True)
)
def test_any_text_is_some_draft(text: str) -> None:
    assert isinstance(draft_of_text(text), NoteDraft)


def test_earlier_activities_come_by_how_often_they_were_done(record: Record) -> None:
    for day in (3, 10, 17):
        new_activity(record, title="Journal club", date=date(2026, 11, day))
    new_activity(record, title="Hoist course", date=date(2026, 11, 18), minutes=90, category=Category.FORMAL)
    new_activity(record, title="Long ago", date=date(2020, 1, 1))
    gone = new_activity(record, title="Deleted", date=date(2026, 11, 19)).new_id
    delete_activity(record, gone)
    found = quick_note.earlier(record)
    assert [(one.title, one.times) for one in found] == [("Journal club", 3), ("Hoist course", 1)]
    assert found[0].date == date(2026, 11, 17)
    again = kept(record, quick_note.again(record, found[1].id))
    assert (again.title, again.date, again.minutes, again.category) == ("Hoist course", TODAY, 90, Category.FORMAL)


def test_again_and_templates_keep_the_readers_of_title_and_type(record: Record) -> None:
    first = new_activity(record, title="Debrief on Iain Birch", type="Visit to Iain").new_id
    set_layer(record, "activity", first, "title", Layer.PRIVATE)
    set_layer(record, "activity", first, "type", Layer.SUPERVISION)
    draft = draft_of_text(draft_text(quick_note.again(record, first)))
    again = kept(record, replace(draft, text=f"{draft.text} and his family"))
    assert (again.layer_of("title"), again.layer_of("type")) == (Layer.PRIVATE, Layer.SUPERVISION)
    templates.save_template(record, "Debrief", quick_note.read_draft(record, draft))
    (template,) = templates.templates(record)
    assert kept(record, template.draft).layers == again.layers
    other = kept(record, replace(draft, corrected=Said(kind=(None, "Another type"))))
    assert other.layer_of("type") is Layer.PRIVATE, "another type has its own readers"
    assert sound(record)


def test_again_leaves_days_and_names_of_the_old_title_alone(record: Record) -> None:
    first = new_activity(record, title="2h talk with Fiona Larch on 3 March #falls", date=date(2026, 3, 3)).new_id
    activity = kept(record, quick_note.again(record, first))
    assert activity.title == "2h talk with Fiona Larch on 3 March #falls"
    assert (activity.date, activity.minutes, activity.tags, activity.companions) == (TODAY, None, (), ())


def test_templates_are_saved_renamed_deleted_and_brought_back(record: Record) -> None:
    note = quick_note.read_draft(record, NoteDraft("1h journal club on falls #falls yesterday"))
    templates.save_template(record, "Journal club", note)
    templates.rename_template(record, "Journal club", "Falls club")
    (only,) = templates.templates(record)
    assert only.name == "Falls club"
    activity = kept(record, only.draft)
    assert (activity.title, activity.date, activity.minutes) == ("Journal club on falls", TODAY, 60)
    assert activity.tags == ("falls",)
    templates.delete_template(record, "Falls club")
    assert templates.templates(record) == ()
    undoing.undo(record)
    assert [one.name for one in templates.templates(record)] == ["Falls club"]


def test_what_is_no_template_is_refused_or_left_out(record: Record) -> None:
    note = quick_note.read_draft(record, NoteDraft("Journal club"))
    with pytest.raises(NotAcceptable, match="no name"):
        templates.save_template(record, "  ", note)
    templates.save_template(record, "Club", note)
    with pytest.raises(NotAcceptable, match="already"):
        templates.save_template(record, "CLUB", note)
    with pytest.raises(NotAcceptable, match="longer than"):
        templates.save_template(record, "x" * 61, note)
    with pytest.raises(NotAcceptable, match="empty"):
        templates.save_template(record, "Empty", quick_note.read_draft(record, NoteDraft()))
    for broken in ("nonsense", "[" * 100_000, "3", '[{"name": 3}, 7, {"name": "a", "draft": []}]'):
        change_setting(record, TEMPLATES, broken)
        assert templates.templates(record) == ()


def test_what_a_newer_version_wrote_stays_in_the_file(record: Record) -> None:
    newer = [{"shape": "round"}, {"name": "Old", "draft": {"text": "Old", "goals": ["g1"]}, "colour": "red"}, 7]
    change_setting(record, TEMPLATES, json.dumps(newer))
    templates.save_template(record, "New", quick_note.read_draft(record, NoteDraft("Journal club")))
    templates.rename_template(record, "Old", "Older")
    stored = json.loads(record.settings.get(TEMPLATES) or "")
    assert stored[:3] == [newer[0], {"name": "Older", "draft": {"text": "Old", "goals": ["g1"]}, "colour": "red"}, 7]
    templates.delete_template(record, "New")
    assert json.loads(record.settings.get(TEMPLATES) or "") == stored[:3]


def test_a_text_that_nests_without_end_is_some_draft() -> None:
    assert isinstance(draft_of_text('{"usual":' * 100_000), NoteDraft)


MAIL = (
    b"From: =?utf-8?Q?Larch=2C_Fiona?= <fiona@example.org>\r\nSubject: RE: Fwd: Sling sizing on 3 March\r\n"
    b"Date: Thu, 19 Nov 2026 23:30:00 -0500\r\n\r\nHello"
)


def test_an_email_gives_title_day_and_sender(record: Record) -> None:
    add_person(record, "Fiona Larch")
    made = draft_of_mail(record, NoteDraft(files=("/a.eml",)), read_mail_head(MAIL))
    note = quick_note.read_draft(record, made.draft)
    assert (note.title, note.date) == ("Sling sizing on 3 March", date(2026, 11, 19))
    assert note.companions == ("Fiona Larch",)
    assert made.draft.files == ("/a.eml",)
    assert made.told == ""


def test_a_stranger_who_wrote_is_no_companion_and_typed_text_stays(record: Record) -> None:
    head = read_mail_head(MAIL)
    assert quick_note.read_draft(record, draft_of_mail(record, NoteDraft(), head).draft).companions == ()
    typed = NoteDraft("What I typed")
    assert draft_of_mail(record, typed, head).draft == typed


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (MailHead("Falls"), NO_DAY),
        (MailHead("Falls", date(2027, 1, 1)), DAY_TO_COME),
        (MailHead("Falls", date(1601, 1, 1)), NO_DAY),
        (MailHead(), NO_SUBJECT),
    ],
)
def test_what_an_email_does_not_say_is_told(record: Record, head: MailHead, told: str) -> None:
    assert draft_of_mail(record, NoteDraft(), head).told == told


@given(st.binary(max_size=400) | st.text().map(lambda text: f"Subject: {text}\nDate: {text}\nFrom: {text}".encode()))
def test_a_broken_email_is_read_as_far_as_it_goes(data: bytes) -> None:
    assert isinstance(read_mail_head(data), MailHead)


def test_reading_an_email_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "Note.EML"
    path.write_bytes(MAIL)
    assert is_mail(path)
    assert not is_mail(tmp_path / "note.pdf")
    assert read_head(path, _no_progress).subject == "Sling sizing on 3 March"
    with pytest.raises(MachineSaidNo):
        read_head(tmp_path, _no_progress)


def _no_progress(done: int, total: int, words: str = "") -> None:
    """Nobody watches."""


@pytest.mark.parametrize("text", ["\x00\x01\x02", "\u202e", "\u202e\u2066 ", "\u200b"])
def test_what_cannot_be_seen_is_no_note(record: Record, text: str) -> None:
    with pytest.raises(NotAcceptable, match="The note is empty"):
        quick_note.keep_note(record, NoteDraft(text))


def test_an_own_type_may_hold_what_no_database_takes(record: Record) -> None:
    draft = NoteDraft("Falls", usual=Said(kind=(Category.WORK_BASED, "Hut\ud83d visit"), tags=("\udc00",)))
    note = kept(record, draft)
    assert (note.type, note.tags) == ("Hut\N{REPLACEMENT CHARACTER} visit", ("\N{REPLACEMENT CHARACTER}",))
    assert sound(record)
