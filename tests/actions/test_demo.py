"""The sample file: rich, believable, sound, and the same every time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from otcpd.actions.checking import check
from otcpd.actions.demo import MOST_ACTIVITIES, demo
from otcpd.actions.evidence_numbers import evidence_numbers
from otcpd.actions.exporting import export
from otcpd.actions.files import open_to_read
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.actions.profile import profile_content
from otcpd.actions.reading import profile_period
from otcpd.actions.safety import verify
from otcpd.actions.supervision.agenda import agenda_of
from otcpd.actions.undoing import undo_state
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import TEXT_FIELDS, Activity, Category, Status
from otcpd.domain.career import Setting
from otcpd.domain.durations import format_duration
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.domain.gaps import Gap, find_gaps
from otcpd.domain.layers import Layer
from otcpd.domain.period import Period
from otcpd.domain.person import main_post
from otcpd.domain.readiness import Level
from otcpd.domain.supervision import AgreementKind, SessionState
from otcpd.domain.supervision_schedule import last_led_by_ot, schedule
from otcpd.domain.words import count_words
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import START, FixedClock
from tests.record.support import surroundings

TODAY = START.date()
TREES = re.compile("Alder|Aspen|Birch|Cherry|Elder|Hawthorn|Hazel|Holly|Larch|Linden|Maple|Oak|Rowan|Willow|Yew")
NOT_OUR_WORDS = re.compile(r"\b(please|oops|simply|errors?|invalid|records?)\b|!|  ", re.IGNORECASE)


@pytest.fixture(scope="module")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as the README's first command makes it, for the day of the pictures."""
    path = tmp_path_factory.mktemp("sample") / "sample.otcpd"
    demo(path, surroundings(FixedClock(), seed=1), today=date(2026, 11, 21)).close()
    return path


@pytest.fixture
def sample(sample_path: Path, around: Surroundings) -> Iterator[Record]:
    """The sample, open for reading."""
    with open_to_read(sample_path, around) as record:
        yield record


def made(path: Path, around: Surroundings, activities: int, today: date = TODAY) -> Record:
    return demo(path, around, activities=activities, today=today)


def exported(record: Record, folder: Path) -> dict[str, bytes]:
    """The whole file as JSON with its evidence, by name."""
    folder.mkdir()
    export(record, folder / "all.json")
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def texts_of(activity: Activity) -> list[str]:
    answers = [text for reflection in activity.reflections for text in reflection.answers.values()]
    return [activity.title, *(getattr(activity, name) for name in TEXT_FIELDS), *answers, *activity.tags]


def gaps_of(record: Record, period: Period) -> list[Gap]:
    days = [(one.date, one.last_day) for one in record.activities.all()]
    return find_gaps(days, period, record.clock.today(), record.gap_reasons.all())


def test_the_same_day_and_number_give_the_same_file(tmp_path: Path, around: Surroundings, sample: Record) -> None:
    with demo(tmp_path / "again.otcpd", around, today=TODAY) as again:
        assert exported(again, tmp_path / "again") == exported(sample, tmp_path / "sample")
        assert again.history.all_changes() == sample.history.all_changes()


def test_another_number_gives_other_ids(tmp_path: Path, around: Surroundings, sample: Record) -> None:
    with made(tmp_path / "small.otcpd", around, 30) as small:
        assert small.id != sample.id


def test_it_is_sound(sample: Record) -> None:
    assert verify(sample).clean


def test_it_is_open_for_writing_with_the_clock_and_chance_of_the_caller(
    tmp_path: Path, around: Surroundings, clock: FixedClock
) -> None:
    with made(tmp_path / "small.otcpd", around, 10) as small:
        assert not small.read_only
        assert small.clock is clock
        assert small.reader.value("PRAGMA synchronous") == 3  # EXTRA


def test_it_tells_of_one_senior_occupational_therapist(sample: Record) -> None:
    owner = sample.people.owner()
    assert (owner.name, owner.registration, owner.profession) == ("Eilidh Rowan", "OT000123", "Occupational therapist")
    joint, *posts = sample.people.posts()
    assert (joint.setting, joint.wte, joint.end) == (Setting.JOINT, 20, None)
    assert main_post(sample.people.posts()) == posts[0]
    assert posts[0].title == "Senior OT"
    assert posts[0].end is None
    assert posts[0].employer == owner.employer
    employers = {employer.id: employer for employer in sample.people.employers()}
    assert {employers[post.employer].sector for post in posts if post.employer} == {
        "council",
        "nhs",
    }
    for newer, older in pairwise(posts):
        assert newer.start is not None
        assert older.end == newer.start - timedelta(days=1)


def test_its_people_bear_names_of_trees_and_work_nowhere_real(sample: Record) -> None:
    people = [sample.people.owner(), *sample.people.all()]
    assert len(people) == 15
    assert all(TREES.fullmatch(person.name.split()[-1]) for person in people)
    assert len({person.profession for person in people}) >= 7
    real = {council.casefold() for council in load_catalogue().councils}
    for employer in sample.people.employers():
        assert employer.name.casefold().removesuffix(" council") not in real
        assert employer.sector in load_catalogue().sectors


def test_its_numbers(sample: Record) -> None:
    activities = sample.activities.all()
    assert len(activities) == 120
    assert len(sample.activities.all(binned=True)) == 2
    assert Counter(activity.category for activity in activities).keys() == {*Category, None}
    assert (activities[-1].date - activities[0].date).days > 2 * 365
    assert len({activity.type for activity in activities}) >= 40
    assert len({activity.title for activity in activities}) == 120
    assert max(activity.created for activity in activities).date() < TODAY


def test_the_current_cycle_is_that_of_the_pictures(sample: Record) -> None:
    rows = sample.activities.rows(date(2025, 11, 1), TODAY)
    finished = [row for row in rows if row.status is Status.REFLECTED]
    assert [row.title for row in rows if row.status is Status.CAPTURED] == [
        "Phone call with the wheelchair service about pressure mapping",
        "Sling sizing tips",
    ]
    assert len(finished) == 21
    assert format_duration(sum(row.minutes or 0 for row in finished)) == "53 h 45"
    assert Counter(row.category for row in finished) == {
        Category.WORK_BASED: 9,
        Category.PROFESSIONAL: 3,
        Category.FORMAL: 5,
        Category.SELF_DIRECTED: 3,
        Category.OTHER: 1,
    }
    assert finished[0].title == "Journal club: home hazard assessment and falls"
    assert (finished[0].date, finished[0].evidence_count, finished[0].chosen) == (date(2026, 11, 19), 2, True)
    assert sum(row.chosen for row in rows) == 5
    assert sum(row.evidence_count == 0 for row in finished) == 8


def test_every_kind_of_thing_is_in_it(sample: Record) -> None:
    activities = sample.activities.all()
    assert any(one.end_date for one in activities)
    assert any(one.protected_minutes for one in activities)
    assert any(one.mandatory and one.expires and one.expires > TODAY for one in activities)
    assert any(one.mandatory and one.expires and one.expires < TODAY for one in activities)
    assert len({reflection.model for one in activities for reflection in one.reflections}) == 7
    assert any(one.notes_to_myself for one in activities)
    assert sample.activities.own_types() == [("Ten-minute teaching", Category.WORK_BASED)]
    assert {one.type for one in activities if load_catalogue().type_of(one.type) is None} == {
        "",
        "Ten-minute teaching",
    }
    assert all(one.post for one in activities)


def test_joint_training_can_be_found_again(sample: Record) -> None:
    found = sample.search("joint training")["activity"]
    joint = [one for one in sample.activities.all() if one.id in found]
    assert len(joint) >= 20
    employers = {companion.employer for one in joint for companion in one.companions}
    professions = {companion.profession for one in joint for companion in one.companions}
    assert {"NHS Strathbracken", "Strathmore Bridge Council"} <= employers
    assert {"Occupational therapist", "Social worker"} <= professions


def test_one_gap_is_explained_and_the_newest_is_not(sample: Record) -> None:
    (newest,) = gaps_of(sample, Period(date(2025, 11, 1), TODAY))
    assert (newest.start, newest.end, newest.explained) == (date(2026, 3, 13), date(2026, 6, 21), False)
    (older,) = gaps_of(sample, Period(date(2023, 11, 1), date(2025, 10, 31)))
    assert (older.start, older.end, older.explained) == (date(2024, 9, 19), date(2025, 1, 9), True)
    assert older.reason is not None
    assert older.reason.reason in load_catalogue().gap_reasons


def test_the_check_finds_the_open_gap_and_the_note_without_a_category(sample: Record) -> None:
    readiness = check(sample)
    kinds = {one.kind: one.id for one in sample.agreements.all()}
    late_and_past_review = (kinds[AgreementKind.PEER], kinds[AgreementKind.LINE_MANAGEMENT])
    assert (readiness.start, readiness.end) == (date(2025, 11, 1), TODAY)
    assert [(one.rule, one.level, one.items) for one in readiness.findings] == [
        ("R1", Level.ERROR, ("2026-03-13/2026-06-21",)),
        ("A1", Level.WARNING, tuple(row.id for row in sample.activities.rows() if row.category is None)),
        *(("R11", Level.NOTICE, (one,)) for one in late_and_past_review),
    ]


def test_the_profile_has_its_texts(sample: Record) -> None:
    portfolio = sample.portfolios.current()
    assert count_words(portfolio.summary) == 266
    assert count_words(portfolio.statement) == 1236
    chosen = [sample.activities.get(one) for one in portfolio.chosen]
    for activity in chosen:
        assert activity.title in portfolio.statement
        assert activity.evidence
    words = set(re.findall(r"\w+", portfolio.summary + portfolio.statement))
    people = {name for person in sample.people.all() for name in person.name.split()}
    assert not words & people


def test_the_statement_names_evidence_by_its_numbers(sample: Record) -> None:
    portfolio = sample.portfolios.current()
    numbers = evidence_numbers(sample)
    parts = re.split(r"\n\n(?=[^\n]+\(E\d[^\n]*\)\n)", portfolio.statement)[1:]
    assert len(parts) == 5
    for part, activity in zip(parts, portfolio.chosen, strict=True):
        own = {numbers[evidence] for evidence in sample.activities.get(activity).evidence}
        assert {int(number) for number in re.findall(r"\bE(\d+)", part)} == own
    assert sorted(portfolio.evidence_numbers.values()) == list(range(2, 9))
    assert len(numbers) > len(portfolio.evidence_numbers)


def test_its_evidence_opens_and_is_small(sample: Record, tmp_path: Path) -> None:
    evidence = sample.evidence.all()
    assert len(evidence) == 20
    assert {one.kind for one in evidence} == set(EvidenceKind) - {EvidenceKind.OTHER}
    for one in evidence:
        path = tmp_path / one.name
        path.write_bytes(b"".join(sample.evidence.chunks(one.id)))
        found = read_evidence(path)
        assert (found.kind, found.state) == (one.kind, EvidenceState.READABLE)
        assert one.size < 100_000
        assert one.caption
        assert one.used_in
        if one.kind is not EvidenceKind.IMAGE:
            assert "Part of a sample" in found.text
    assert any(len(one.used_in) == 2 for one in evidence)
    assert [one.layer for one in evidence if one.layer is not Layer.REGULATOR] == [Layer.PRIVATE]


def test_the_text_in_its_evidence_is_found(sample: Record) -> None:
    assert sample.search("cracked")["evidence"]


def test_what_is_private_is_not_in_the_profile(sample: Record) -> None:
    portfolio = sample.portfolios.current()
    content = repr(profile_content(sample, portfolio))
    assert "Strathmore" not in content
    for activity in sample.activities.all():
        for text in (activity.notes_to_myself, *(t for r in activity.reflections for t in r.answers.values())):
            assert not text or text not in content
    assert "how long I wait" not in content


def test_history_and_undo_have_something(sample_path: Path, tmp_path: Path, around: Surroundings) -> None:
    with made(tmp_path / "own.otcpd", around, 30) as record:
        (club,) = (one for one in record.activities.all() if one.title.startswith("Journal club: home hazard"))
        assert len(record.history.of_field(club.id, "practice_impact")) == 1
        changes = record.undo()
        assert changes is not None
        assert changes.of("activity") == {club.id}
        assert record.activities.get(club.id).practice_impact != club.practice_impact
        while record.undo() is not None:
            pass
        assert record.activities.all() == []
        assert verify(record).clean


@pytest.mark.parametrize("days", range(0, 70, 14))
def test_what_one_takes_back_first_is_something_she_did(tmp_path: Path, around: Surroundings, days: int) -> None:
    with demo(tmp_path / "own.otcpd", around, activities=30, today=TODAY + timedelta(days=days)) as record:
        assert undo_state(record).undo != "Number evidence"


def test_its_supervision_is_that_of_the_pictures(sample: Record) -> None:
    today, rows = sample.clock.today(), sample.sessions.rows()
    stands = {one.kind: schedule(one, rows, today) for one in sample.agreements.all()}
    assert last_led_by_ot(rows, today) == date(2026, 10, 29)
    assert stands[AgreementKind.PEER].days_late == 16
    assert stands[AgreementKind.PROFESSIONAL].booked == date(2026, 11, 26)
    assert stands[AgreementKind.LINE_MANAGEMENT].review_late
    states = Counter(row.state for row in rows)
    assert states == {SessionState.HELD: 49, SessionState.MISSED: 4, SessionState.PLANNED: 2, SessionState.MOVED: 1}
    (ahead,) = (row.id for row in rows if row.day == date(2026, 11, 26))
    agenda = agenda_of(sample, ahead)
    assert [one.times for one in agenda.actions] == [1, 0, 0]
    assert len(agenda.to_bring) == 1


def test_its_words_are_plain(sample: Record) -> None:
    portfolio = sample.portfolios.current()
    texts = [text for one in sample.activities.all() for text in texts_of(one)]
    texts += [portfolio.summary, portfolio.statement]
    texts += [one.caption for one in sample.evidence.all()]
    texts += [one.note for one in sample.gap_reasons.all()]
    for text in texts:
        assert not NOT_OUR_WORDS.search(text), text
        assert not re.search(r"[{}\[\]]", text), text
    long = [text for text in texts if len(text) > 40]
    assert len(set(long)) > 0.95 * len(long)


def test_it_uses_only_what_the_catalogue_knows(sample: Record) -> None:
    catalogue, frameworks = load_catalogue(), all_frameworks(sample)
    for activity in sample.activities.all():
        assert all(frameworks.item(reference) for reference in activity.standards)
        for reflection in activity.reflections:
            model = catalogue.model(reflection.model)
            assert model is not None
            assert all(model.prompt(prompt) for prompt in reflection.answers)
        known = catalogue.type_of(activity.type)
        assert known is None or known.category is activity.category


@pytest.mark.parametrize("count", [0, 1, 4, 23, 91, 92, 150, 700])
def test_any_number_of_activities(tmp_path: Path, around: Surroundings, count: int) -> None:
    with made(tmp_path / "own.otcpd", around, count) as record:
        assert len(record.activities.all()) == count
        assert verify(record).clean
        assert len(record.portfolios.current().chosen) == min(count, 5)


@pytest.mark.parametrize("count", [-1, MOST_ACTIVITIES + 1])
def test_a_number_that_cannot_be_makes_nothing(tmp_path: Path, around: Surroundings, count: int) -> None:
    with pytest.raises(NotAcceptable):
        made(tmp_path / "own.otcpd", around, count)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_that_cannot_be_makes_nothing(tmp_path: Path, around: Surroundings, day: date) -> None:
    with pytest.raises(NotAcceptable):
        made(tmp_path / "own.otcpd", around, 1, day)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_stands_there_stays(tmp_path: Path, around: Surroundings) -> None:
    path = tmp_path / "own.otcpd"
    path.write_text("mine")
    with pytest.raises(NotAcceptable):
        made(path, around, 1)
    assert path.read_text() == "mine"


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(today=date(2024, 6, 1))  # here the first activity after the gap would fall on New Year's Day
@given(today=st.dates(date(2024, 1, 1), date(2031, 12, 31)))
def test_it_tells_the_same_story_on_any_day(tmp_path_factory: pytest.TempPathFactory, today: date) -> None:
    clock = FixedClock(START + (today - TODAY))
    path = tmp_path_factory.mktemp("day") / "own.otcpd"
    with made(path, surroundings(clock, seed=2), 120, today) as record:
        assert [one.rule for one in check(record).findings] == ["R1", "A1", "R11", "R11"]
        period = profile_period(record, record.portfolios.current())
        assert [gap.explained for gap in gaps_of(record, period)] == [False]
        activities = record.activities.all()
        assert activities[-1].date < today
        assert max(one.created for one in activities) < clock.now()
        assert count_words(record.portfolios.current().statement) == 1236
        (left,) = (one for one in activities if one.title.startswith("Case study: kitchen"))
        assert f"In {left.date:%B} I went back" in record.portfolios.current().statement
