"""What the documents of supervision say of a file, and the anonymised record as evidence."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest

from otcpd.actions.activities import new_activity, set_layer
from otcpd.actions.people import add_person, add_post, edit_person, remove_person
from otcpd.actions.supervision.agenda import add_line, add_topic_of, close_action, edit_action, tick_topic
from otcpd.actions.supervision.agreements import (
    agree_to_terms,
    change_terms,
    delete_agreement,
    edit_terms,
    new_agreement,
    set_members,
)
from otcpd.actions.supervision.paper_people import GONE
from otcpd.actions.supervision.papers import (
    agenda_content,
    agreement_content,
    anonymised_content,
    attach_paper,
    draw_paper,
    manager_content,
    paper_name,
    session_record_content,
    use_as_evidence,
    write_paper,
    year_summary_content,
)
from otcpd.actions.supervision.protected import Agreed, add_entitlement, lost_it, plan_time, took_part
from otcpd.actions.supervision.sessions import (
    agree_record,
    edit_session,
    hold_session,
    make_activity,
    miss_session,
    move_session,
    plan_session,
)
from otcpd.actions.supervision.workload import note_workload
from otcpd.actions.undoing import undo
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.domain.period import Period
from otcpd.domain.protected_time import Per
from otcpd.domain.supervision import TERMS_TEXTS, ActionState, AgreementKind, MissedBy
from otcpd.exchange.evidence_text import read_evidence
from otcpd.portfolio.papers.content import ActionNow, Became
from otcpd.record.record import Record
from tests.actions.support import refused
from tests.record.support import sound

FIRST, SECOND, NEXT = date(2026, 9, 17), date(2026, 11, 5), date(2026, 11, 26)
YEAR = Period(date(2025, 12, 1), date(2026, 11, 30))


def held(record: Record, agreement: str, day: date, **texts: str) -> str:
    """A session that took place, with these texts."""
    session = plan_session(record, day, agreement=agreement, start=time(10)).created[0]
    hold_session(record, session)
    for name, text in texts.items():
        edit_session(record, session, name, text)
    return session


@pytest.fixture
def two(record: Record, agreement: str, fiona: str) -> tuple[str, str]:
    """Two held sessions: an action and a topic of the first are carried into the second."""
    first = held(record, agreement, FIRST)
    add_line(record, "session_topic", first, "Cover for the journal club")
    action = add_line(record, "session_action", first, "Write up the case study").created[0]
    edit_action(record, action, "who", record.owner)
    second = held(
        record,
        agreement,
        SECOND,
        normative="Fiona asked about two referrals.",
        formative="  ",
        cases="A man who lives alone.",
        wellbeing="Tired.",
        notes_to_myself="Say no.",
    )
    paper = new_activity(record, date=SECOND, title="Paper on stair lifts").created[0]
    topic = add_topic_of(record, second, paper).created[0]
    tick_topic(record, topic, second)
    add_line(record, "session_decision", second, "Wait for the review.")
    done = add_line(record, "session_action", second, "Send the paper to Fiona").created[0]
    edit_action(record, done, "who", fiona)
    close_action(record, done, ActionState.DONE, date(2026, 11, 10))
    agree_record(record, second, MissedBy.SUPERVISEE, date(2026, 11, 6))
    return first, second


def test_a_record_says_what_both_may_read(record: Record, two: tuple[str, str]) -> None:
    content = session_record_content(record, two[1])
    assert (content.meeting.title, content.meeting.day, content.meeting.minutes) == (
        "Professional supervision",
        SECOND,
        60,
    )
    assert [(one.role, one.own, one.is_ot) for one in content.meeting.people] == [
        ("supervisee", True, None),
        ("supervisor", False, True),
    ]
    assert [(one.text, one.discussed) for one in content.topics] == [("Paper on stair lifts", True)]
    assert [(one.heading, one.text) for one in content.notes] == [
        ("Standards and accountability", "Fiona asked about two referrals.")
    ]
    assert content.decisions == ("Wait for the review.",)
    assert [(one.text, one.who, one.state) for one in content.actions] == [
        ("Send the paper to Fiona", "Fiona Alder", ActionNow.DONE)
    ]
    (carried,) = content.carried
    assert (carried.agreed_on, carried.carried, carried.who) == (FIRST, 0, record.people.owner().name)
    assert [one.on for one in content.agreed] == [date(2026, 11, 6), None]
    assert content.own == ()


def test_layers_rule_what_is_printed(record: Record, two: tuple[str, str]) -> None:
    set_layer(record, "supervision_session", two[1], "normative", Layer.PRIVATE)
    set_layer(record, "supervision_session", two[1], "wellbeing", Layer.SUPERVISION)
    assert session_record_content(record, two[1]).notes == ()
    own = session_record_content(record, two[1], own_copy=True)
    assert [one.text for one in own.own] == ["Tired.", "Say no."]
    assert [one.text for one in own.notes] == ["Fiona asked about two referrals."]


def test_lines_have_readers_too(record: Record, agreement: str, two: tuple[str, str]) -> None:
    """A JSON file of another program may give them."""
    agree_record(record, two[1], MissedBy.BOTH, None)
    later = plan_session(record, date(2026, 12, 10), agreement=agreement).created[0]
    rows = {
        table: add_line(record, table, two[1], f"Quixotic {table}").created[0]
        for table in ("session_topic", "session_decision", "session_action")
    }
    with record.step("Take in") as step:
        for table, row in rows.items():
            step.insert("layer", {"tbl": table, "row": row, "field": "text", "layer": Layer.PRIVATE})
    assert "Quixotic" not in repr((session_record_content(record, two[1]), agenda_content(record, later)))
    own = session_record_content(record, two[1], own_copy=True)
    assert all(f"Quixotic {table}" in repr(own) for table in rows)


def test_a_carried_topic_is_in_the_record_of_the_session_that_talked_about_it(
    record: Record, two: tuple[str, str]
) -> None:
    (topic,) = record.sessions.get(two[0]).topics
    tick_topic(record, topic.id, two[1])
    assert [one.text for one in session_record_content(record, two[1]).topics] == [
        "Cover for the journal club",
        "Paper on stair lifts",
    ]
    assert [one.discussed for one in session_record_content(record, two[0]).topics] == [False]


def test_an_agenda_has_what_is_carried_and_the_workload(record: Record, agreement: str, two: tuple[str, str]) -> None:
    note_workload(record, date(2026, 11, 2), caseload=34, waiting=12)
    session = plan_session(record, NEXT, agreement=agreement).created[0]
    content = agenda_content(record, session)
    assert [one.text for one in content.topics] == ["Cover for the journal club"]
    assert [(one.text, one.carried) for one in content.actions] == [
        ("Write up the case study", 1),
        ("Send the paper to Fiona", 0),
    ]
    assert [(one.caseload, one.duty_half_days) for one in content.workload] == [(34, None)]


def test_missed_and_moved_sessions_say_why(record: Record, agreement: str) -> None:
    missed = plan_session(record, FIRST, agreement=agreement).created[0]
    miss_session(record, missed, MissedBy.SUPERVISOR, "duty_cover", protected_kept=True)
    content = session_record_content(record, missed)
    assert content.meeting.missed == "Missed on the supervisor’s side. Duty cover. The time was kept free."
    assert content.agreed == ()
    moved = plan_session(record, SECOND, agreement=agreement).created[0]
    move_session(record, moved, NEXT, reason="Snow")
    assert session_record_content(record, moved).meeting.moved_to == NEXT
    assert session_record_content(record, moved).meeting.missed == "Snow."


def test_somebody_deleted_keeps_the_name(record: Record, two: tuple[str, str], fiona: str) -> None:
    remove_person(record, fiona)
    assert session_record_content(record, two[1]).meeting.people[1].name == "Fiona Alder"
    assert GONE not in {one.name for one in session_record_content(record, two[1]).meeting.people}


def test_an_agreement_prints_every_field_and_its_history(record: Record, agreement: str) -> None:
    (first,) = record.agreements.get(agreement).terms
    agree_to_terms(record, agreement, first.id, date(2026, 1, 5))
    second = change_terms(record, agreement, date(2026, 6, 1)).created[0]
    edit_terms(record, agreement, second, "minutes", 90)
    edit_terms(record, agreement, second, "place", "Video")
    content = agreement_content(record, agreement)
    assert (content.version, content.version_from) == (2, date(2026, 6, 1))
    assert [one.changed for one in content.versions] == [(), ("How long", "Place")]
    assert [one.agreed_on for one in content.versions] == [date(2026, 1, 5), None]
    fields = {field.label: field.text for section in content.sections for field in section.fields}
    assert len(fields) == len(TERMS_TEXTS) + 6
    assert (fields["How often"], fields["How long"], fields["Place"]) == ("Every 4 to 6 weeks", "1 h 30", "Video")
    old = agreement_content(record, agreement, 1)
    assert (old.version, len(old.versions), old.signing[0].on) == (1, 1, date(2026, 1, 5))
    with refused(record, NotAcceptable, "no version 3"):
        agreement_content(record, agreement, 3)


def test_a_group_has_a_line_for_each_member(record: Record, fiona: str) -> None:
    members = [add_person(record, name).created[0] for name in ("Ash Birch", "Fern Larch")]
    group = new_agreement(
        record, AgreementKind.GROUP, supervisor=fiona, name="The Thursday group", terms={"start": FIRST}
    ).created[0]
    set_members(record, group, members)
    content = agreement_content(record, group)
    assert [one.role for one in content.signing] == ["member", "group leader", "member", "member"]
    assert content.name == "The Thursday group"


def test_a_year_counts(record: Record, agreement: str, two: tuple[str, str]) -> None:
    missed = plan_session(record, date(2026, 10, 1), agreement=agreement).created[0]
    miss_session(record, missed, MissedBy.SUPERVISEE, "Snow")
    plan_session(record, NEXT, agreement=agreement)
    content = year_summary_content(record, YEAR)
    assert [(one.day, one.became) for one in content.sessions] == [
        (FIRST, Became.HELD),
        (date(2026, 10, 1), Became.MISSED),
        (SECOND, Became.HELD),
        (NEXT, Became.PLANNED),
    ]
    (one,) = content.agreements
    # From 5 January to today, 21 November: 321 days of six weeks each.
    assert (one.agreed, one.held, one.missed, one.minutes) == (7, 2, 1, 120)
    assert {month.day.month: month.became for month in one.strip if month.became} == {
        9: Became.HELD,
        10: Became.MISSED,
        11: Became.HELD,
    }
    assert (content.minutes, content.last_ot, content.weeks_since_ot) == (120, SECOND, 2)
    assert (content.actions_open, content.actions_done) == (1, 1)
    assert content.themes == (("Standards and accountability", 1),)
    assert "referrals" not in repr(content)


def test_the_managers_page_has_facts_alone(record: Record, agreement: str, two: tuple[str, str]) -> None:
    boss = add_person(record, "Graham Larch", "Social worker").created[0]
    new_agreement(record, AgreementKind.LINE_MANAGEMENT, supervisor=boss, terms={"start": FIRST})
    add_post(record, "Senior OT", "Rowan Council")
    add_entitlement(record, Agreed(210, Per.MONTH, date(2026, 1, 1)))
    first = plan_time(record, date(2026, 9, 3), 210, note="My own note").created[0]
    took_part(record, first, 60, "duty_cover")
    second = plan_time(record, date(2026, 10, 8), 210).created[0]
    lost_it(record, second, "")
    content = manager_content(record, YEAR, would_help="A day without duty.")
    assert (content.post, content.employer, content.manager) == ("Senior OT", "Rowan Council", "Graham Larch")
    assert [(one.words, one.source) for one in content.promises] == [("3 h 30 a month", "Job plan")]
    assert content.lost_by_reason == (("No reason given", 210), ("Duty cover", 150))
    assert content.uses == (("CPD", 60),)
    assert sum(one.entitled for one in content.months) == 11 * 210
    assert ("Professional", 7, 2, True) in [(one.kind, one.agreed, one.held, one.is_ot) for one in content.supervision]
    alone = plan_session(record, date(2026, 9, 9), people=[boss], kind=AgreementKind.PEER).created[0]
    hold_session(record, alone)
    delete_agreement(record, agreement)
    counts = [(one.kind, one.agreed, one.held, one.is_ot) for one in manager_content(record, YEAR).supervision]
    assert {("Professional", 0, 2, True), ("Peer", 0, 1, False)} <= set(counts)
    assert "My own note" not in repr(content)
    assert "referrals" not in repr(content)


def test_documents_are_written_by_their_ending(record: Record, two: tuple[str, str], tmp_path: Path) -> None:
    content = session_record_content(record, two[1])
    heard: list[int] = []

    def hear(done: int, total: int, words: str = "") -> None:
        heard.append(done)

    assert paper_name(content) == "Supervision record 2026-11-05.pdf"
    assert draw_paper(content, tmp_path / "a.pdf", hear) == tmp_path / "a.pdf"
    assert heard == [0, 1]
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-1.7")
    write_paper(content, tmp_path / "a.DOCX")
    assert (tmp_path / "a.DOCX").read_bytes().startswith(b"PK")
    with pytest.raises(NotAcceptable, match="neither a PDF nor a Word document"):
        write_paper(content, tmp_path / "a.txt")


def test_an_anonymised_record_becomes_evidence_in_one_step(
    record: Record, two: tuple[str, str], fiona: str, tmp_path: Path
) -> None:
    edit_person(record, fiona, "registration", "OT000456")
    before = len(record.activities.all())
    added = use_as_evidence(record, two[1], tmp_path)
    made = record.sessions.get(two[1]).made
    assert made is not None
    assert record.activities.get(made).evidence == (added.evidence,)
    assert made in added.changes.of("activity")
    assert two[1] in added.changes.of("supervision_session")
    assert added.evidence in added.changes.of("evidence")
    piece = record.evidence.get(added.evidence)
    assert (piece.layer, piece.caption) == (
        Layer.REGULATOR,
        "Supervision record, anonymised, 5 November 2026",
    )
    document = pypdfium2.PdfDocument(b"".join(record.evidence.chunks(added.evidence)))
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "[my supervisor] asked about two referrals." in words
    for telling in ("Fiona", "Alder", "OT000456", "lives alone", "Tired", *record.people.owner().name.split()):
        assert telling not in words
    sound(record)
    undo(record)
    assert len(record.activities.all()) == before
    assert record.sessions.get(two[1]).made is None
    assert record.evidence.all() == []


def test_evidence_goes_to_the_activity_that_is_there(record: Record, two: tuple[str, str], tmp_path: Path) -> None:
    made = make_activity(record, two[1]).created[0]
    first = use_as_evidence(record, two[1], tmp_path)
    assert record.activities.get(made).evidence == (first.evidence,)
    again = use_as_evidence(record, two[1], tmp_path)
    assert (again.evidence, again.already) == (first.evidence, True)


def test_only_anonymised_records_of_held_sessions_become_evidence(
    record: Record, agreement: str, two: tuple[str, str], tmp_path: Path
) -> None:
    content = session_record_content(record, two[1])
    path = tmp_path / "paper.pdf"
    write_paper(content, path)
    with refused(record, NotAcceptable, "names people"):
        attach_paper(record, two[1], content, path, read_evidence(path))
    planned = plan_session(record, NEXT, agreement=agreement).created[0]
    with refused(record, NotAcceptable, "was not held"):
        use_as_evidence(record, planned, tmp_path)


def test_people_of_the_file_who_were_not_there_are_taken_out_too(record: Record, two: tuple[str, str]) -> None:
    add_person(record, "Graham Larch", employer="Rowan Council")
    agree_record(record, two[1], MissedBy.BOTH, None)
    edit_session(record, two[1], "restorative", "Graham of Rowan Council will help, says Larch.")
    notes = anonymised_content(record, two[1]).notes
    assert [one.text for one in notes][1] == "[a colleague] of [an employer] will help, says [a colleague]."
