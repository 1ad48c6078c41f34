"""Jobs on a file that the window has closed: erasing, importing, moving; and those beside the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from otcpd.actions import errands, file_check, import_preview, safety
from otcpd.actions.activities import edit_activity, set_tags
from otcpd.actions.erasing import ALL, erasables, matching, parts, what_goes, what_stays
from otcpd.actions.exporting import UnfinishedExport, export, export_job
from otcpd.actions.files import new_file, open_to_read, open_to_write
from otcpd.actions.in_worker import WorkerSurroundings, for_worker
from otcpd.background import Worker, task
from otcpd.domain.errors import DiskFull, FileInUse, MachineSaidNo, NotAcceptable
from otcpd.exchange.import_kind import ImportKind
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.actions.support import attached, journal_club, written
from tests.ports import FixedClock
from tests.record.mounts import small_disk
from tests.record.support import add_answer, surroundings

TABLE = "Day done,What,Hours\n2026-11-03,Journal club,1\n2026-11-05,Stair lifts,2\nnever,Broken line,1\n"


def quiet(done: int, total: int, words: str = "") -> None:
    """Hears progress, and keeps it to itself."""


def place(folder: Path) -> Path:
    """Where a job makes its copies."""
    made = folder / "place"
    made.mkdir()
    return made


@pytest.fixture
def given(around: Surroundings) -> WorkerSurroundings:
    return for_worker(around)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return written(tmp_path / "old log.csv", TABLE)


def titles(path: Path, around: Surroundings) -> list[str]:
    with open_to_read(path, around) as opened:
        return [one.title for one in opened.activities.all()]


def test_a_job_in_the_worker_erases_and_says_which_backups_hold_it(
    record: Record, clock: FixedClock, given: WorkerSurroundings, tmp_path: Path
) -> None:
    activity = journal_club(record, title="Visit to Iain Birch")
    old, new = tmp_path / "old", tmp_path / "new"
    held = {safety.back_up(record.path, folder, clock.now()) for folder in (old, new)}
    record.close()
    with Worker() as worker:
        job = task(errands.erase_job, record.path, activity, None, "A name", (new, old), tmp_path / "draft.json", given)
        erased = worker.run(job)
    assert isinstance(erased, safety.Erased)
    assert set(erased.backups) == held
    assert b"Iain Birch" not in record.path.read_bytes()
    assert set(errands.holding_job((new, old), activity, None, quiet)) == held
    left = errands.renew_job(record.path, new, clock.now(), erased.backups, quiet)
    assert left == ()
    assert len(safety.backups(new, old)) == 1
    assert errands.holding_job((new, old), activity, None, quiet) == ()


def test_a_file_in_use_is_no_file_to_work_on(record: Record, given: WorkerSurroundings, tmp_path: Path) -> None:
    with pytest.raises(FileInUse):
        errands.move_job(record.path, tmp_path / "new.otcpd", "study-laptop", quiet)
    with pytest.raises(FileInUse):
        errands.erase_job(
            record.path, journal_club(record), None, "a slip", (), record.path.with_name("draft.json"), given, quiet
        )
    assert record.path.exists()


def test_moving_leaves_the_file_at_one_place_only(record: Record, around: Surroundings, tmp_path: Path) -> None:
    journal_club(record)
    record.close()
    folder = tmp_path / "Documents"
    folder.mkdir()
    target = folder / "my log.otcpd"
    assert errands.move_job(record.path, target, "study-laptop", quiet) == errands.Moved(target)
    assert titles(target, around) == ["Journal club"]
    assert list(tmp_path.glob("*.otcpd*")) == []
    taken = written(tmp_path / "taken.otcpd", "something else")
    with pytest.raises(NotAcceptable, match="already a file"):
        errands.move_job(target, taken, "study-laptop", quiet)
    with pytest.raises(NotAcceptable, match="there already"):
        errands.move_job(target, target, "study-laptop", quiet)
    with pytest.raises(NotAcceptable, match="no folder"):
        errands.move_job(target, tmp_path / "nowhere" / "a.otcpd", "study-laptop", quiet)
    assert taken.read_text() == "something else"
    assert titles(target, around) == ["Journal club"]


def test_moving_says_where_the_old_file_stays(record: Record, around: Surroundings, tmp_path: Path) -> None:
    journal_club(record)
    record.close()
    link = tmp_path / "link.otcpd"
    link.symlink_to(record.path)
    target = tmp_path / "new.otcpd"
    assert errands.move_job(link, target, "study-laptop", quiet) == errands.Moved(target, record.path)
    assert titles(target, around) == titles(record.path, around) == ["Journal club"]


def test_moving_says_of_a_file_that_cannot_be_deleted_that_it_stays(
    record: Record, around: Surroundings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal_club(record)
    record.close()
    target = tmp_path / "new.otcpd"
    unlink = Path.unlink

    def kept(path: Path, missing_ok: bool = False) -> None:
        if path == record.path:
            raise PermissionError(13, "Permission denied", str(path))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", kept)
    record.path.with_name(f"{record.path.name}-journal").touch()  # so that it is copied, as to another disk
    assert errands.move_job(record.path, target, "study-laptop", quiet) == errands.Moved(target, record.path)
    assert titles(target, around) == ["Journal club"]


@pytest.mark.small_disk
def test_moving_to_another_disk_copies_and_proves_first(record: Record, around: Surroundings, tmp_path: Path) -> None:
    journal_club(record)
    record.close()
    with small_disk(tmp_path / "stick") as disk:
        target = disk.folder / "eilidh.otcpd"
        disk.fill(leave=10_000)
        with pytest.raises(DiskFull):
            errands.move_job(record.path, target, "study-laptop", quiet)
        assert titles(record.path, around) == ["Journal club"]
        assert [one.name for one in disk.folder.iterdir()] == ["ballast"]
        disk.empty()
        errands.move_job(record.path, target, "study-laptop", quiet)
        assert titles(target, around) == ["Journal club"]
        assert not record.path.exists()


def test_a_table_is_looked_at_before_it_is_taken_in(
    record: Record, around: Surroundings, given: WorkerSurroundings, table: Path, tmp_path: Path
) -> None:
    seen = import_preview.preview_job(record.path, table, {}, tmp_path, given, quiet)
    assert seen.kind is ImportKind.TABLE
    assert seen.report is None
    assert seen.problem is not None
    assert seen.problem.happened == "No column is known to hold the date."
    assert [(one.heading, one.field) for one in seen.columns] == [
        ("Day done", "ignore"),
        ("What", "title"),
        ("Hours", "hours"),
    ]
    assert seen.columns[0].examples == ("2026-11-03", "2026-11-05", "never")
    mapping = {"Day done": "date", "What": "title", "Hours": "hours"}
    seen = import_preview.preview_job(record.path, table, mapping, tmp_path, given, quiet)
    assert seen.report is not None
    assert seen.report.taken == ("line 2: Journal club", "line 3: Stair lifts")
    assert len(seen.report.skipped) == 1
    doubled = import_preview.preview_job(record.path, table, {**mapping, "Hours": "title"}, tmp_path, given, quiet)
    assert doubled.problem is not None
    assert doubled.problem.happened == "Two columns are to be ‘Title’."
    record.close()
    errands.import_job(record.path, table, mapping, tmp_path / "backups", given, quiet, tmp_path)
    with open_to_write(record.path, around) as opened:
        assert [one.title for one in opened.activities.all()] == ["Journal club", "Stair lifts"]
        assert opened.undo() is not None
        assert opened.activities.all() == []


def test_everything_leaves_and_another_persons_data_are_refused(
    record: Record, clock: FixedClock, given: WorkerSurroundings, tmp_path: Path
) -> None:
    activity = journal_club(record)
    attached(record, activity, written(tmp_path / "certificate.txt"))
    heard: list[tuple[int, int]] = []

    def hear(done: int, total: int, words: str = "") -> None:
        heard.append((done, total))

    out = tmp_path / "everything.json"
    report = export_job(record.path, out, place(tmp_path), given, hear)
    assert (report.activities, report.evidence) == (1, 1)
    assert heard[-1][0] == heard[-1][1] > 0
    assert len(list((tmp_path / "everything.files").iterdir())) == 1
    other = new_file(tmp_path / "other.otcpd", "Fiona Alder", "OT000456", surroundings(clock, 40))
    with other:
        journal_club(other)
        with pytest.raises(NotAcceptable, match="the data of Eilidh Rowan"):
            import_preview.preview_job(other.path, out, {}, tmp_path, given, quiet)
    assert json.loads(out.read_text())["format"] == "otcpd"


def test_an_export_is_of_one_moment_though_the_window_saves(
    record: Record, given: WorkerSurroundings, tmp_path: Path
) -> None:
    """The activity that is added while the tables are read is in none of them."""
    activity = journal_club(record)
    attached(record, activity, written(tmp_path / "certificate.txt"))
    saved: list[str] = []

    def save(done: int, total: int, words: str = "") -> None:
        if words == "Writing your data":
            saved.append(journal_club(record, title="Saved meanwhile"))

    out = tmp_path / "everything.json"
    report = export_job(record.path, out, place(tmp_path), given, save)
    assert saved
    assert report.activities == 1
    assert "Saved meanwhile" not in out.read_text()


def test_an_export_that_is_given_up_leaves_nothing(record: Record, tmp_path: Path) -> None:
    attached(record, journal_club(record), written(tmp_path / "certificate.txt"))
    out = tmp_path / "everything.json"
    folder = tmp_path / "everything.files"
    folder.mkdir()
    old, note = written(folder / ("a" * 64), "of an older export"), written(folder / "readme.txt")
    unfinished = UnfinishedExport(out)
    mine = written(folder / "my note.txt", "put here meanwhile")
    written(folder / ("b" * 64), "new evidence")
    assert unfinished.clear_away()
    assert set(folder.iterdir()) == {old, note, mine}


@pytest.mark.parametrize("before", [True, False])
def test_an_export_that_was_whole_when_it_was_given_up_keeps_its_evidence(
    record: Record, tmp_path: Path, before: bool
) -> None:
    if before:
        export(record, tmp_path / "everything.json")
    attached(record, journal_club(record), written(tmp_path / "certificate.txt"))
    out = tmp_path / "everything.json"
    unfinished = UnfinishedExport(out)
    export(record, out)
    assert not unfinished.clear_away()
    (named,) = json.loads(out.read_text())["evidence"]
    assert [one.name for one in (tmp_path / "everything.files").iterdir()] == [named["sha256"]]


def test_the_whole_file_is_checked_beside_the_window(record: Record, given: WorkerSurroundings, tmp_path: Path) -> None:
    activity = journal_club(record)
    attached(record, activity, written(tmp_path / "certificate.txt"))
    folder = place(tmp_path)
    checked = file_check.check_job(record.path, folder, given, quiet)
    assert [one.name for one in folder.iterdir()] == ["copy.otcpd"], "whoever made the folder deletes it"
    assert checked.verdict.clean
    assert checked.evidence == 1
    assert checked.activities > 0
    edit_activity(record, activity, "title", "Saves go on")
    record.close()
    whole = record.path.read_bytes()
    record.path.write_bytes(whole[: len(whole) // 2])
    (folder / "copy.otcpd").unlink()
    assert not file_check.check_job(record.path, folder, given, quiet).verdict.clean


def test_what_can_be_erased_and_what_goes_with_it(record: Record, tmp_path: Path) -> None:
    activity = journal_club(record, title="Visit to Iain Birch")
    add_answer(record, activity, "I was anxious.")
    evidence = attached(record, activity, written(tmp_path / "certificate.txt")).evidence
    found = {one.id: one for one in erasables(record)}
    assert found[activity].title == "Visit to Iain Birch"
    assert found[activity].meta == "3 November 2026"
    assert found[evidence].word == "File"
    assert record.owner in found
    assert [one.id for one in matching(list(found.values()), "birch november")] == [activity]
    listed = parts(record, found[activity])
    assert listed[0].key == ALL
    assert [one.label for one in listed[1:3]] == ["Title", "Type"]
    assert [one.filled for one in listed[1:3]] == [True, False]
    assert listed[-1].label.startswith("Answer to ‘")
    assert any("reflective" in line for line in what_goes(found[activity], listed[0]))
    assert any("time and your reason" in line for line in what_stays(found[activity], listed[1]))
    safety.erase(record, listed[-1].row, listed[-1].field, "a slip")
    assert len(parts(record, found[activity])) == len(listed) - 1
    safety.erase(record, activity, None, "a slip")
    assert activity not in {one.id for one in erasables(record)}


def test_the_question_tells_of_drafts_wherever_names_are_looked_for_in_them(record: Record) -> None:
    activity = journal_club(record, title="Visit to Iain Birch")
    set_tags(record, activity, ["falls"])
    add_answer(record, activity, "I was anxious.")
    for thing in erasables(record):
        for part in parts(record, thing):
            told = any("draft of a quick note" in line for line in what_goes(thing, part))
            assert told or not record.names_to_go(part.row, part.field), (thing, part)
            assert not told or part.field in (None, "name", "title", "caption"), (thing, part)


def test_a_name_that_is_too_long_is_told(record: Record, tmp_path: Path) -> None:
    record.close()
    with pytest.raises(MachineSaidNo, match="is too long for this computer"):
        errands.move_job(record.path, tmp_path / f"{'a' * 300}.otcpd", "study-laptop", quiet)
    with pytest.raises(MachineSaidNo, match="is too long for this computer"):
        safety.copy_job(record.path, tmp_path / f"{'a' * 300}.otcpd", quiet)
    assert record.path.exists()
