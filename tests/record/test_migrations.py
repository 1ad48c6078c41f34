"""Files of every released version open today, and are brought to today's schema whole or not at all."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from otcpd.domain.errors import DiskFull
from otcpd.record import migrations, opening, schema
from otcpd.record.backup import prove
from otcpd.record.engine import connect
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.make_released import CERTIFICATE, FOLDER
from tests.record.support import add_activity, make_file, redo_labels, sound, surroundings, undo_labels

if TYPE_CHECKING:
    from sqlite_utils import Database

RELEASED = sorted(FOLDER.glob("*.otcpd"))
NEXT = schema.VERSION + 1


@pytest.fixture(params=RELEASED, ids=[path.stem for path in RELEASED])
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a file that a released version made."""
    stored: Path = request.param
    return Path(shutil.copyfile(stored, tmp_path / "released.otcpd"))


def shape(path: Path) -> dict[str, object]:
    """Tables with columns and references, and the text of every index and trigger."""
    connection = connect(path)
    try:
        objects = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        found: dict[str, object] = {}
        for kind, name, sql in objects:
            if kind != "table":
                found[f"{kind} {name}"] = sql
                continue
            found[f"table {name}"] = (
                connection.execute(f'PRAGMA table_xinfo("{name}")').fetchall(),
                sorted(connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()),
                connection.execute("SELECT strict, wr FROM pragma_table_list WHERE name = ?", (name,)).fetchall(),
            )
        return found
    finally:
        connection.close()


def test_a_file_of_this_version_is_stored() -> None:
    assert f"{schema.MAJOR}.{schema.MINOR}" in {path.stem for path in RELEASED}


def test_the_last_migration_reaches_the_version_of_the_schema() -> None:
    versions = [version for version, _apply in migrations.MIGRATIONS]
    assert versions == sorted(set(versions))
    assert versions[-1] == schema.VERSION


def test_a_migrated_file_has_the_schema_of_a_new_one(
    released: Path, tmp_path: Path, clock: FixedClock, around: Surroundings
) -> None:
    make_file(tmp_path / "new.otcpd", surroundings(clock)).close()
    opening.open_for_writing(released, around).close()
    assert shape(released) == shape(tmp_path / "new.otcpd")


def test_what_an_older_version_wrote_is_all_there(released: Path, around: Surroundings) -> None:
    with opening.open_for_writing(released, around) as record:
        assert sound(record)
        assert record.damaged_content() == []
        check_content(record)
        add_activity(record)
        assert sound(record)


def check_content(record: Record) -> None:
    journal_club = next(one for one in record.activities.all() if one.title == "Journal club on falls")
    assert (journal_club.minutes, journal_club.tags) == (90, ("falls",))
    assert journal_club.learning == "Hip protectors help in care homes"
    assert journal_club.layer_of("learning") == "private"
    assert [one.name for one in journal_club.companions] == ["Rory Alder"]
    assert [dict(one.answers) for one in journal_club.reflections] == [{"feelings": "I felt calm"}]
    (evidence,) = record.evidence.all()
    assert b"".join(record.evidence.chunks(evidence.id)) == CERTIFICATE
    assert record.search("certificate attend")["evidence"] == {evidence.id}
    assert record.search("hip")["activity"] == {journal_club.id}
    assert record.portfolios.current().statement == "I supervise students"
    assert record.portfolios.current().chosen == (journal_club.id,)
    assert [one.note for one in record.gap_reasons.all()] == ["maternity"]
    assert record.settings.all() == {"day_minutes": "450"}
    assert [one.title for one in record.activities.all(binned=True)] == ["Added by mistake"]
    assert redo_labels(record) == ["Edit activity"]
    assert undo_labels(record)[0] == "New activity"


def test_what_1_1_wrote_of_supervision_is_all_there(tmp_path: Path, around: Surroundings) -> None:
    path = Path(shutil.copyfile(FOLDER / "1.1.otcpd", tmp_path / "released.otcpd"))
    with opening.open_for_writing(path, around) as record:
        (agreement,) = record.agreements.all()
        assert [(terms.every_weeks, terms.purpose) for terms in agreement.terms] == [(6, "To think"), (4, "To think")]
        (session,) = record.sessions.all()
        assert (session.day.isoformat(), session.formative, session.led_by_ot) == ("2026-10-29", "Lighting", True)
        assert session.people == (agreement.supervisor,)
        assert [topic.discussed_in for topic in session.topics] == [session.id]
        assert [one.text for one in session.decisions] == ["They go into the checklist"]
        assert [one.text for one in record.sessions.open_actions()] == ["Share them"]
        assert record.sessions.to_bring() == list(session.activities)
        assert [one.minutes for one in record.protected_time.entitlements()] == [210]
        assert [one.lost for one in record.protected_time.slots()] == [90]
        assert [one.caseload for one in record.protected_time.workload()] == [33]
        assert record.search("lighting")["supervision_session"] == {session.id}


def test_what_1_2_wrote_of_the_pathway_is_all_there(tmp_path: Path, around: Surroundings) -> None:
    path = Path(shutil.copyfile(FOLDER / "1.2.otcpd", tmp_path / "released.otcpd"))
    with opening.open_for_writing(path, around) as record:
        read = record.reader.value
        assert read("SELECT group_concat(label, ' ') FROM framework_item ORDER BY position") == "Lead Teach"
        assert [(post.setting, post.grade, post.wte) for post in record.people.posts()] == [("council", "G9", 60)]
        (goal,) = record.search("huddle")["goal"]
        assert read("SELECT count(*) FROM plan_goal WHERE goal = ? AND deleted IS NULL", (goal,)) == 2
        assert read("SELECT max(carried_reason) FROM plan_goal") == "No time"
        assert read("SELECT text FROM goal_milestone WHERE goal = ?", (goal,)) == "Shadow Fiona"
        assert read("SELECT date FROM goal_review") == "2026-11-15"
        assert read("SELECT min(level) FROM role_expectation WHERE item = 'senior@1:lead'") == 2
        assert read("SELECT now || target || reason FROM assessment_mark") == "12I lead huddles"
        assert read("SELECT pence FROM planned_learning WHERE state = 'refused'") == 12_500
        assert read("SELECT is_ot FROM plan_agreement") == 1
        assert read("SELECT before || ' ' || after FROM impact_measure") == "9.5 4"
        for link in ("opportunity", "assessment", "impact", "reading"):
            assert read(f"SELECT activity FROM {link}_activity") == read("SELECT activity FROM activity_goal")
        found = record.search("housing")["learning_plan"] | record.search("kit door")["impact"]
        assert len(found | record.search("hips homes")["reading"] | record.search("practice educator")["role_aim"]) == 4


def add_column(db: Database) -> None:
    """A migration of tomorrow. `transform` drops all triggers, as the real ones may."""
    db.table("activity").transform(types={"minutes": int})
    db.table("activity").add_column("mood", str, not_null_default="")


def break_off(db: Database) -> None:
    add_column(db)
    raise ZeroDivisionError


@pytest.fixture
def tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the next version, with one more migration, were today's."""
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, (NEXT, add_column)))
    monkeypatch.setattr(schema, "VERSION", NEXT)


@pytest.mark.usefixtures("tomorrow")
def test_a_proved_backup_comes_before_a_migration(released: Path, around: Surroundings, tmp_path: Path) -> None:
    before = released.read_bytes()
    seen: list[bytes] = []

    def copy_first(path: Path) -> None:
        shutil.copyfile(path, tmp_path / "before.otcpd")
        assert prove(tmp_path / "before.otcpd").version < NEXT
        seen.append(path.read_bytes())

    with opening.open_for_writing(released, dataclasses.replace(around, before_migration=copy_first)) as record:
        assert seen == [before]
        assert record.reader.value("PRAGMA user_version") == NEXT
        assert record.reader.value("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") == 2
        assert record.integrity() == []
        assert sound(record)
        check_content(record)


@pytest.mark.usefixtures("tomorrow")
def test_no_backup_no_migration(released: Path, around: Surroundings) -> None:
    before = released.read_bytes()

    def fail(_path: Path) -> None:
        raise DiskFull("Not saved. The disk is full.")

    with pytest.raises(DiskFull):
        opening.open_for_writing(released, dataclasses.replace(around, before_migration=fail))
    assert released.read_bytes() == before
    assert [path.name for path in released.parent.iterdir()] == [released.name]


@pytest.mark.usefixtures("tomorrow")
def test_a_file_of_yesterday_is_read_in_todays_shape_and_stays_as_it_was(released: Path, around: Surroundings) -> None:
    before = released.read_bytes()
    with opening.open_for_reading(released, around) as record:
        assert record.reader.value("PRAGMA user_version") == NEXT
        check_content(record)
    assert released.read_bytes() == before


def test_a_migration_that_breaks_off_changes_nothing(
    released: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = released.read_bytes()
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, (NEXT, break_off)))
        with pytest.raises(ZeroDivisionError):
            opening.open_for_writing(released, around)
    assert released.read_bytes() == before
    with opening.open_for_writing(released, around) as record:
        check_content(record)


def test_migrations_do_not_lean_on_what_may_change() -> None:
    folder = Path(migrations.__file__).parent
    for path in folder.glob("m*.py"):
        source = path.read_text(encoding="utf-8")
        assert "from otcpd" not in source, f"{path.name} must mean the same for ever"
        assert "import otcpd" not in source
