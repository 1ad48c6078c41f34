"""What is worth doing next: each rule as a table of days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.cycle import RegistrationCycle
from otcpd.domain.next_steps import (
    BackupFacts,
    Deed,
    NextStep,
    StepFacts,
    Tone,
    Unfinished,
    Unproved,
    next_steps,
)
from otcpd.domain.readiness import Cause, Finding, Level
from otcpd.domain.trainings import Training, current_trainings

CYCLE = RegistrationCycle(date(2025, 11, 1), date(2027, 10, 31), date(2027, 8, 1))
TODAY = date(2026, 11, 21)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def facts(today: date = TODAY, **more: Any) -> StepFacts:
    """A file with nothing to do on a day in the middle of the cycle."""
    now = datetime.combine(today, NOON.timetz())
    return replace(StepFacts(now=now, today=today, cycle=CYCLE, first_day=date(2025, 11, 6)), **more)


RULE_OF = {
    Cause.NO_REASON: "R1",
    Cause.REASON_TOO_SHORT: "R1",
    Cause.GAP_GROWS: "R1",
    Cause.FEW_TYPES: "R2",
    Cause.LIST_SHORT: "R3",
    Cause.SUMMARY_WORDS: "R4",
    Cause.STATEMENT_WORDS: "R4",
    Cause.STILL_TO_COME: "R8",
    Cause.OUTSIDE_PERIOD: "R8",
}


def finding(cause: Cause, level: Level = Level.ERROR, *items: str, message: str = "") -> Finding:
    """What a check found. Its words are no rule's business."""
    return Finding(
        RULE_OF[cause], level, message or f"The words of {cause}", "Why.", "Source", "Fix", items, cause=cause
    )


def titles(given_facts: StepFacts) -> list[str]:
    return [step.title for step in next_steps(given_facts)]


def only(given_facts: StepFacts) -> NextStep:
    (step,) = next_steps(given_facts)
    return step


def test_a_file_in_good_order_has_nothing_to_do() -> None:
    assert next_steps(facts()) == ()


@pytest.mark.parametrize(
    ("today", "title", "tone"),
    [
        (date(2027, 6, 1), "", Tone.PLAIN),
        (date(2027, 6, 2), "Renewal opens on 1 August 2027", Tone.ACCENT),
        (date(2027, 7, 31), "Renewal opens on 1 August 2027", Tone.ACCENT),
        (date(2027, 8, 1), "Renew your registration by 31 October 2027", Tone.ACCENT),
        (date(2027, 9, 30), "Renew your registration by 31 October 2027", Tone.ACCENT),
        (date(2027, 10, 1), "Renew your registration by 31 October 2027", Tone.WARN),
        (date(2027, 10, 31), "Renew your registration by 31 October 2027", Tone.WARN),
        (date(2027, 11, 1), "", Tone.PLAIN),
    ],
)
def test_renewal_comes_near_opens_and_closes(today: date, title: str, tone: Tone) -> None:
    found = next_steps(facts(today))
    assert [step.title for step in found] == ([title] if title else [])
    assert all(step.tone is tone for step in found)
    assert next_steps(facts(today, renewed=True)) == () or today < CYCLE.window_start


def test_the_last_day_is_named_and_renewing_is_noted() -> None:
    step = only(facts(date(2027, 10, 31)))
    assert "today is the last day" in step.why
    assert (step.deed, step.button) == (Deed.RENEWED, "I have renewed")
    unsure = facts(date(2027, 9, 1), cycle=replace(CYCLE, window_confirmed=False))
    assert only(unsure).why.endswith("HCPC has not confirmed these dates yet.")
    assert only(facts(date(2027, 7, 31))).why == "That is tomorrow. You then have until 31 October 2027."


@pytest.mark.parametrize(
    ("today", "begun", "expected"),
    [
        (date(2027, 4, 30), (False, False), []),
        (date(2027, 5, 1), (False, False), ["Begin your statement", "Begin your summary"]),
        (date(2027, 5, 1), (True, False), ["Begin your statement"]),
        (date(2027, 5, 1), (True, True), []),
    ],
)
def test_texts_are_asked_for_three_months_before(today: date, begun: tuple[bool, bool], expected: list[str]) -> None:
    assert titles(facts(today, summary_begun=begun[0], statement_begun=begun[1])) == expected


def test_texts_lead_to_where_they_are_written() -> None:
    found = next_steps(facts(date(2027, 5, 1), summary_begun=False))
    assert [(step.page, step.thing) for step in found] == [("portfolio", "summary")]
    open_window = next_steps(facts(date(2027, 9, 1), summary_begun=False, renewed=True))
    assert open_window == ()


def test_a_gap_is_explained_where_it_is_seen() -> None:
    step = only(facts(findings=[finding(Cause.NO_REASON, Level.ERROR, "2026-03-13/2026-06-21")]))
    assert step.title == "Give a reason for the gap, 13 March to 21 June"
    assert (step.deed, step.thing, step.tone) == (Deed.EXPLAIN, "gap 2026-03-13", Tone.WARN)
    kept = finding(
        Cause.REASON_TOO_SHORT, Level.ERROR, "2026-03-13/2026-06-21", message="The reason covers too little of the gap"
    )
    assert titles(facts(findings=[kept])) == ["The reason covers too little of the gap"]


def test_a_gap_before_the_first_entry_does_not_alarm() -> None:
    gap = finding(Cause.NO_REASON, Level.ERROR, "2025-11-01/2026-10-01")
    step = only(facts(findings=[gap], first_day=date(2026, 10, 2)))
    assert step.title == "Nothing is recorded for 1 November 2025 to 1 October 2026"
    assert step.tone is Tone.PLAIN
    assert step.thing == "gap 2025-11-01"


def test_a_growing_gap_wants_an_activity() -> None:
    growing = finding(Cause.GAP_GROWS, Level.NOTICE, "2026-09-20/2026-11-21", message="No CPD since 19 September 2026")
    step = only(facts(findings=[growing]))
    assert (step.title, step.deed) == ("No CPD since 19 September 2026", Deed.NEW)


@pytest.mark.parametrize(
    ("found", "deed", "page", "thing"),
    [
        (finding(Cause.SUMMARY_WORDS), Deed.GO, "portfolio", "summary"),
        (finding(Cause.STATEMENT_WORDS), Deed.GO, "portfolio", "statement"),
        (finding(Cause.STILL_TO_COME, Level.ERROR, "a1"), Deed.GO, "log", "a1"),
        (finding(Cause.OUTSIDE_PERIOD, Level.ERROR, "a1"), Deed.GO, "portfolio", ""),
        (finding(Cause.FEW_TYPES, Level.ERROR, "a1"), Deed.GO, "log", "a1"),
    ],
)
def test_what_the_checks_would_have_fixed_leads_there(found: Finding, deed: Deed, page: str, thing: str) -> None:
    step = only(facts(findings=[found]))
    assert (step.deed, step.page, step.thing) == (deed, page, thing)


def test_warnings_and_notices_of_the_checks_wait_on_their_own_page() -> None:
    assert (
        titles(facts(findings=[finding(Cause.SUMMARY_WORDS, Level.WARNING), finding(Cause.LIST_SHORT, Level.NOTICE)]))
        == []
    )


@pytest.mark.parametrize(("today", "shown"), [(date(2027, 1, 31), False), (date(2027, 2, 1), True)])
def test_a_mixture_is_asked_for_when_renewal_comes_near(today: date, shown: bool) -> None:
    found = next_steps(facts(today, findings=[finding(Cause.FEW_TYPES)]))
    assert [step.deed for step in found] == ([Deed.NEW] if shown else [])


@pytest.mark.parametrize(
    ("count", "bare", "day", "title", "why", "thing"),
    [
        (1, 1, date(2026, 11, 17), "Finish one quick note", "‘Sling sizing tips’ from Tuesday.", "n1"),
        (2, 2, TODAY, "Finish two quick notes", "‘Sling sizing tips’ from today, and one more.", "to_finish"),
        (
            12,
            3,
            date(2026, 11, 20),
            "Finish 12 activities",
            "‘Sling sizing tips’ from yesterday, and 11 more.",
            "to_finish",
        ),
        (1, 0, date(2026, 11, 3), "Finish one activity", "‘Sling sizing tips’ from 3 November.", "n1"),
        (1, 0, date(2025, 11, 3), "Finish one activity", "‘Sling sizing tips’ from 3 November 2025.", "n1"),
    ],
)
def test_what_is_to_finish_is_named(count: int, bare: int, day: date, title: str, why: str, thing: str) -> None:
    step = only(facts(unfinished=Unfinished(count, bare, "n1", "Sling sizing tips", day)))
    assert (step.title, step.why, step.page, step.thing) == (title, why, "log", thing)


def test_a_note_without_a_title_has_words_all_the_same() -> None:
    step = only(facts(unfinished=Unfinished(1, 1, "n1", " ", TODAY)))
    assert step.why == "An entry without a title from today."


@pytest.mark.parametrize(
    ("expires", "title"),
    [
        (date(2025, 11, 20), ""),
        (date(2025, 11, 21), "‘Fire safety’ ran out on 21 November 2025"),
        (date(2026, 11, 20), "‘Fire safety’ ran out on 20 November 2026"),
        (date(2026, 11, 21), "‘Fire safety’ runs out on 21 November 2026"),
        (date(2027, 1, 20), "‘Fire safety’ runs out on 20 January 2027"),
        (date(2027, 1, 21), ""),
    ],
)
def test_training_is_called_before_and_after_it_runs_out(expires: date, title: str) -> None:
    trainings = [Training("t1", "Fire safety", date(2025, 1, 1), expires)]
    assert titles(facts(trainings=trainings)) == ([title] if title else [])


@pytest.mark.parametrize(
    ("older", "newer", "kept"),
    [
        ("Fire safety", "fire  SAFETY", 1),
        ("Moving and handling: yearly update", "Joint moving and handling training", 1),
        ("Fire safety", "Food safety", 2),
        ("Basic life support", "Adult support and protection", 2),
        ("Resuscitation", "Paediatric resuscitation", 2),
        ("Adult resuscitation", "Paediatric resuscitation", 2),
        ("Basic life support", "Immediate life support", 2),
        ("Life support: basic", "Life support: immediate", 2),
        ("Mandatory training: basic life support", "Mandatory training: fire safety", 2),
        ("Mandatory training: fire safety", "Fire safety 2026 (online module)", 1),
        ("Safeguarding level 3", "Safeguarding level 1", 2),
        ("Mandatory training", "mandatory  training", 1),
        ("Mandatory training", "Annual update", 2),
        ("", "", 2),
    ],
)
def test_newer_training_on_the_same_topic_takes_the_place_of_the_older(older: str, newer: str, kept: int) -> None:
    first = Training("t1", older, date(2025, 1, 1), date(2026, 1, 1))
    second = Training("t2", newer, date(2026, 1, 1), date(2027, 1, 1))
    found = current_trainings([second, first])
    assert [one.activity for one in found] == (["t2"] if kept == 1 else ["t1", "t2"])


def test_missing_evidence_is_one_step() -> None:
    two = [Unproved("a", "Journal club"), Unproved("b", "Audit")]
    step = only(facts(unproved=two))
    assert step.title == "Add evidence for two activities of your statement"
    assert (step.why, step.thing) == ("‘Journal club’ and one more have none yet.", "a")
    assert only(facts(unproved=two[:1])).why == "‘Journal club’ has none yet."


@pytest.mark.parametrize(
    ("backup", "title"),
    [
        (BackupFacts(), ""),
        (BackupFacts(problem="The disk is full."), "No backup could be made"),
        (BackupFacts(NOON - timedelta(days=7), NOON, tried=True), "No checked backup for seven days"),
        (BackupFacts(NOON - timedelta(days=7), NOON), ""),
        (BackupFacts(NOON - timedelta(days=6), NOON, tried=True), ""),
        (BackupFacts(NOON - timedelta(days=90), NOON - timedelta(days=91), tried=True), ""),
        (BackupFacts(None, NOON, tried=True), ""),
    ],
)
def test_a_backup_is_missed_only_where_something_could_be_lost(backup: BackupFacts, title: str) -> None:
    assert titles(facts(backup=backup)) == ([title] if title else [])


def test_the_most_urgent_stands_first() -> None:
    everything = facts(
        date(2027, 10, 2),
        findings=[
            finding(Cause.NO_REASON, Level.ERROR, "2026-03-13/2026-06-21"),
            finding(Cause.SUMMARY_WORDS),
        ],
        unfinished=Unfinished(1, 1, "n1", "Note", TODAY),
        trainings=[Training("t1", "Fire safety", date(2025, 1, 1), date(2027, 9, 1))],
        unproved=[Unproved("a", "Audit")],
        statement_begun=False,
        backup=BackupFacts(problem="The disk is full."),
    )
    assert [step.urgency.name for step in next_steps(everything)] == [
        "BACKUP",
        "LAST_DAYS",
        "TRAINING_OVER",
        "GAP",
        "TO_FIX",
        "TEXTS",
        "TO_FINISH",
        "EVIDENCE",
    ]


@given(
    st.dates(date(2025, 11, 1), date(2027, 12, 31)),
    st.booleans(),
    st.dates(date(2025, 1, 1), date(2028, 1, 1)),
    st.integers(0, 40),
)
def test_every_step_says_what_and_why_and_leads_somewhere(today: date, begun: bool, day: date, count: int) -> None:
    found = next_steps(
        facts(
            today,
            summary_begun=begun,
            statement_begun=not begun,
            trainings=[Training("t", "Fire safety", date(2024, 1, 1), day)],
            unfinished=Unfinished(count, 0, "n", "Note", min(day, today)),
        )
    )
    for step in found:
        assert step.title
        assert not step.title.endswith(".")
        assert step.why.endswith(".")
        assert step.button
        assert step.page or step.deed is not Deed.GO
    assert list(found) == sorted(found, key=_urgency)


def _urgency(step: NextStep) -> tuple[int, date, str]:
    return step.urgency, step.due, step.title
