"""Many files and folders at once: together, each named when it is refused, one thing to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from otcpd.actions import taking_in
from otcpd.actions.evidence import Attached, AttachedSeveral, CameIn, attach_several
from otcpd.actions.taking_in import TakingIn, Turn
from otcpd.background import Failure, Result, Task, Worker
from otcpd.domain.errors import OtcpdError
from otcpd.domain.evidence import EvidenceState
from otcpd.record.record import Record
from tests.actions.support import written
from tests.exchange import samples
from tests.record.support import sound, undo_labels


@dataclass
class Ear:
    """Notes what it is told."""

    record: Record
    asked: int = 0
    attached: list[Attached] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    def on_asked(self, activity: str, count: int) -> None:
        self.asked += count

    def on_attached(self, activity: str, done: Attached) -> None:
        self.attached.append(done)

    def on_refused(self, activity: str, name: str, error: OtcpdError) -> None:
        self.refused[name] = error.text

    def on_progress(self, name: str, done: int, size: int) -> None:
        pass

    def act(self, activity: str, files: list[CameIn], joins: str | None) -> AttachedSeveral | None:
        return attach_several(self.record, activity, files, joins=joins)

    @property
    def names(self) -> list[str]:
        return [self.record.evidence.get(one.evidence).name for one in self.attached]


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as made:
        yield made


@pytest.fixture
def ear(record: Record) -> Ear:
    return Ear(record)


def take_in(
    ear: Ear, worker: Worker, activity: str, paths: list[Path], before: Callable[[Task], object] | None = None
) -> None:
    """Does all of it; `before` is called with each job before that begins."""
    taking = TakingIn(ear.record, ear, ear.act)
    taking.add(activity, paths)
    step = taking.advance()
    while step is not None:
        outcome: Result | Failure | None = None
        if isinstance(step, Task):
            if before is not None:
                before(step)
            worker.start(step)
            while not isinstance(event := worker.poll(timeout=60), Result | Failure):
                pass
            outcome = event
        assert step is not Turn.WAIT
        step = taking.advance(outcome)
    assert not taking.busy


def notes(folder: Path, count: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    return [written(folder / f"note-{number:03}.txt", f"note {number}") for number in range(count)]


def test_many_files_come_in_order_and_are_undone_at_once(
    record: Record, ear: Ear, worker: Worker, activity: str, tmp_path: Path
) -> None:
    before = undo_labels(record)
    take_in(ear, worker, activity, notes(tmp_path / "notes", 120))
    assert ear.names == [f"note-{number:03}.txt" for number in range(120)]
    assert [record.evidence.get(one).name for one in record.activities.get(activity).evidence] == ear.names
    assert undo_labels(record) == [*before, "Add evidence"]
    assert record.search("note")["evidence"] == {one.evidence for one in ear.attached}
    record.undo()
    assert record.evidence.ids() == []
    record.redo()
    assert len(record.activities.get(activity).evidence) == 120
    assert sound(record)


def test_a_step_holds_no_more_than_can_be_undone_quickly(
    record: Record, ear: Ear, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "AT_ONCE", 10)
    monkeypatch.setattr(taking_in, "MOST_IN_A_STEP", 20)
    take_in(ear, worker, "", notes(tmp_path / "notes", 45))
    assert undo_labels(record).count("Add evidence") == 3
    assert sound(record)


def test_the_same_file_twice_is_one(record: Record, ear: Ear, worker: Worker, tmp_path: Path) -> None:
    paths = [written(tmp_path / f"{name}.txt", "the same words") for name in ("one", "two", "three")]
    take_in(ear, worker, "", [*paths, written(tmp_path / "other.txt", "other words")])
    assert [one.already for one in ear.attached] == [False, True, True, False]
    assert len(record.evidence.ids()) == 2
    take_in(ear, worker, "", paths)
    assert len(record.evidence.ids()) == 2


def test_a_file_that_is_there_gets_used_and_is_not_kept_twice(
    record: Record, ear: Ear, worker: Worker, activity: str, tmp_path: Path
) -> None:
    paths = notes(tmp_path / "notes", 3)
    take_in(ear, worker, "", paths)
    assert all(record.evidence.get(one).used_in == () for one in record.evidence.ids())
    take_in(ear, worker, activity, paths)
    assert [record.evidence.get(one).used_in for one in record.evidence.ids()] == [(activity,)] * 3


def test_folders_are_gone_through_and_what_systems_leave_there_is_left_out(
    record: Record, ear: Ear, worker: Worker, tmp_path: Path
) -> None:
    folder = tmp_path / "course"
    notes(folder, 3)
    notes(folder / "day two", 2)
    for name in (".hidden", "Thumbs.db", "desktop.ini"):
        written(folder / name)
    (folder / "round").symlink_to(folder, target_is_directory=True)
    take_in(ear, worker, "", [folder, written(tmp_path / "single.txt", "one more")])
    assert sorted(set(ear.names)) == ["note-000.txt", "note-001.txt", "note-002.txt", "single.txt"]
    assert len(ear.attached) == ear.asked == 6
    assert ear.refused == {}


def test_what_cannot_be_taken_in_is_named_and_the_rest_goes_on(
    record: Record, ear: Ear, worker: Worker, tmp_path: Path
) -> None:
    good = notes(tmp_path / "notes", 4)
    empty = written(tmp_path / "empty.txt", "")
    missing = tmp_path / "missing.txt"
    locked = samples.locked_pdf(tmp_path / "locked.pdf")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    take_in(ear, worker, "", [good[0], empty, good[1], missing, locked, broken, *good[2:], record.path])
    assert set(ear.refused) == {"empty.txt", "missing.txt", record.path.name}
    assert "is empty" in ear.refused["empty.txt"]
    assert "not there any more" in ear.refused["missing.txt"]
    assert "this CPD file itself" in ear.refused[record.path.name]
    states = {piece.name: piece.state for piece in map(record.evidence.get, record.evidence.ids())}
    assert len(states) == 6
    assert states["locked.pdf"] is EvidenceState.LOCKED
    assert states["broken.pdf"] is EvidenceState.BROKEN
    assert ear.asked == len(ear.attached) + len(ear.refused)


def test_files_that_vanish_on_the_way_say_so(record: Record, ear: Ear, worker: Worker, tmp_path: Path) -> None:
    paths = notes(tmp_path / "notes", 5)

    def vanish(_job: Task) -> None:
        paths[1].unlink(missing_ok=True)

    take_in(ear, worker, "", paths, before=vanish)
    assert list(ear.refused) == ["note-001.txt"]
    assert "not there any more" in ear.refused["note-001.txt"]
    assert "The other files are not affected." in ear.refused["note-001.txt"]
    assert len(record.evidence.ids()) == 4


def test_giving_up_leaves_only_what_had_become_evidence(record: Record, ear: Ear, tmp_path: Path) -> None:
    large = tmp_path / "film.bin"
    large.write_bytes(b"film" * 1_000_000)
    taking = TakingIn(record, ear, ear.act)
    taking.add("", [large])
    taking.advance()
    taking.advance()
    taking.cancel()
    assert not taking.busy
    while record.tidy():
        pass
    assert record.reader.rows("SELECT * FROM chunk") == []
    assert record.evidence.ids() == []
