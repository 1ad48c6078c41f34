"""A whole export: every piece has its own job, a bad one costs itself alone, and nothing is left behind."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from otcpd import background
from otcpd.actions import profile_export
from otcpd.actions.files import open_to_read
from otcpd.actions.profile_export import ProfileExport, Slice, limits_for, write_profile
from otcpd.actions.profile_plan import ProfileMade, ProfilePlan
from otcpd.actions.profile_progress import STEPS
from otcpd.background import (
    Crashed,
    Failure,
    Limits,
    Progress,
    Task,
    Worker,
    WorkerBug,
    task,
    too_large,
    too_slow,
    unreadable,
)
from otcpd.domain.errors import DiskFull, FileMissing, MachineSaidNo, NotAcceptable, OtcpdError, ReadOnly
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.actions.exporting import NoTrace, attach_three, damage, ended, jobs_of, pages_of, to_last_job, to_next_job
from tests.actions.support import refused, state, written
from tests.limited_jobs import hold
from tests.portfolio.reading import read_pdf

OLDER = "%PDF-1.7 older"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NoTrace:
    return NoTrace(tmp_path / "temporary", monkeypatch)


@pytest.fixture
def ids(record: Record, activity: str, tmp_path: Path) -> list[str]:
    """The ids of a PDF, a photo and a note: E2, E3 and E4."""
    return attach_three(record, activity, tmp_path)


@pytest.fixture
def plan(tmp_path: Path) -> ProfilePlan:
    (tmp_path / "out").mkdir()
    return ProfilePlan(written(tmp_path / "out" / "profile.pdf", OLDER))


def untouched(plan: ProfilePlan) -> bool:
    """Whether there is only the older file, as it was."""
    return plan.out.read_text(encoding="utf-8") == OLDER and list(plan.out.parent.iterdir()) == [plan.out]


def refusals(pieces: tuple[PreparedPiece, ...]) -> dict[int, Refusal | None]:
    return {piece.number: piece.refusal for piece in pieces}


@pytest.mark.usefixtures("ids")
def test_an_export_from_end_to_end(record: Record, plan: ProfilePlan, temporary: NoTrace) -> None:
    before = state(record)
    heard: list[Progress] = []
    exported = write_profile(record, plan, heard.append)
    assert exported.made.pdfs == (plan.out,)
    assert refusals(exported.pieces) == {2: None, 3: None, 4: None}
    assert [len(piece.pages) for piece in exported.pieces] == [2, 1, 0]
    assert exported.pieces[2].paragraphs == ("What I took from the day.",)
    assert exported.faults == ()
    everything = read_pdf(plan.out).everything
    for words in ("Certificate", "E2, page 2 of 2", "E3, page 1 of 1", "What I took from the day."):
        assert words in everything
    assert [one.done for one in heard] == sorted(one.done for one in heard)
    assert (heard[-1].done, heard[-1].total) == (STEPS, STEPS)
    said = {one.words for one in heard}
    assert {"Reading E2 of 4", "Reading E4 of 4", "Preparing E3"} <= said
    assert any(words.startswith("Drawing page ") for words in said)
    assert temporary.left == []
    assert list(plan.out.parent.iterdir()) == [plan.out]
    assert state(record) == before


def test_without_evidence_there_is_one_job(record: Record, plan: ProfilePlan, activity: str) -> None:
    with ProfileExport(record, plan) as export, Worker() as worker:
        assert len(list(jobs_of(export, worker))) == 1
    assert pages_of(plan.out) > 1


@pytest.mark.usefixtures("ids")
def test_a_file_that_can_only_be_read_is_exported_alike(
    record: Record, plan: ProfilePlan, around: Surroundings
) -> None:
    write_profile(record, plan)
    writing = plan.out.read_bytes()
    with open_to_read(record.path, around) as reading:
        write_profile(reading, plan)
    assert plan.out.read_bytes() == writing


@pytest.mark.usefixtures("ids")
def test_it_can_be_given_up_before_every_step(record: Record, plan: ProfilePlan, temporary: NoTrace) -> None:
    steps = 0
    ended_early = True
    while ended_early:
        with Worker() as worker, ProfileExport(record, plan) as export:
            step = export.advance()
            for _ in range(steps):
                if isinstance(step, ProfileMade) or (isinstance(step, Task) and step.args[-1] == ()):
                    ended_early = False
                    break
                step = export.advance(ended(worker, step) if isinstance(step, Task) else None)
            steps += 1
        assert temporary.left == []
        assert untouched(plan)
    assert steps > 8


@pytest.mark.usefixtures("ids")
def test_what_takes_too_much_is_listed_only(
    record: Record, plan: ProfilePlan, temporary: NoTrace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile_export, "MOST_MEMORY", 1)
    monkeypatch.setattr(background, "WATCH", 0.0)
    exported = write_profile(record, plan)
    why = Refusal.TOO_LARGE
    assert refusals(exported.pieces) == {2: why, 3: why, 4: why}
    listed = [(one.number, one.caption, one.reason) for one in exported.made.listed_only]
    assert listed == [(2, "Proof 2", why), (3, "Proof 3", why), (4, "Proof 4", why)]
    assert "Proof 3" in read_pdf(plan.out).everything
    assert temporary.left == []


@pytest.mark.usefixtures("ids")
def test_each_piece_has_limits_and_says_which_it_broke(record: Record, plan: ProfilePlan) -> None:
    with ProfileExport(record, plan) as export:
        step = to_next_job(export)
        for error in (too_slow(), too_large(), unreadable()):
            assert isinstance(step, Task)
            assert step.limits is not None
            step = to_next_job(export, Failure(error))
        assert isinstance(step, Task)
        assert step.limits is None
        assert list(refusals(export.pieces).values()) == [Refusal.TOO_SLOW, Refusal.TOO_LARGE, Refusal.UNREADABLE]


def test_larger_files_have_more_time() -> None:
    assert limits_for(0) == Limits(60, 700 * 1024 * 1024)
    assert limits_for(200_000_000).seconds == 260


@pytest.mark.usefixtures("ids")
def test_a_worker_that_goes_down_costs_the_piece_it_was_at(record: Record, plan: ProfilePlan) -> None:
    with ProfileExport(record, plan) as export, Worker() as worker:
        worker.run(task(hold, 0))  # from now on it stands
        step = to_next_job(export)
        assert isinstance(step, Task)
        worker.start(step)
        psutil.Process(worker.pid).kill()
        while isinstance(event := worker.poll(timeout=60), Progress):
            pass
        assert isinstance(event, Failure)
        assert isinstance(event.error, Crashed)
        step = to_next_job(export, event)
        while isinstance(step, Task):
            step = to_next_job(export, ended(worker, step))
        assert refusals(export.pieces) == {2: Refusal.UNREADABLE, 3: None, 4: None}


@pytest.mark.usefixtures("ids")
def test_a_worker_that_goes_down_while_it_draws_ends_the_export(
    record: Record, plan: ProfilePlan, temporary: NoTrace
) -> None:
    with ProfileExport(record, plan) as export, Worker() as worker:
        worker.start(to_last_job(export, worker))
        while isinstance(worker.poll(timeout=60), Progress) and not list(plan.out.parent.glob(".otcpd-*")):
            pass
        psutil.Process(worker.pid).kill()
        while isinstance(event := worker.poll(timeout=60), Progress):
            pass
        assert isinstance(event, Failure)
        with pytest.raises(OtcpdError, match="The part of otcpd that draws the profile stopped"):
            to_next_job(export, event)
        assert temporary.left == []
        assert untouched(plan)


@pytest.mark.usefixtures("ids")
def test_a_folder_for_originals_is_not_left_half_full(record: Record, plan: ProfilePlan) -> None:
    originals = plan.out.parent / "evidence"
    with ProfileExport(record, ProfilePlan(plan.out, originals=originals)) as export, Worker() as worker:
        worker.start(to_last_job(export, worker))
        while isinstance(worker.poll(timeout=60), Progress) and not originals.exists():
            pass
        worker.close()
    assert untouched(plan)


@pytest.mark.usefixtures("ids")
def test_a_full_disk_ends_the_export(record: Record, plan: ProfilePlan, temporary: NoTrace) -> None:
    with ProfileExport(record, plan) as export:
        to_next_job(export)
        with pytest.raises(DiskFull, match="The disk that holds temporary files is full"):
            to_next_job(export, Failure(DiskFull("Full.")))
        assert temporary.left == []
    with ProfileExport(record, plan) as export:
        to_next_job(export)
        with pytest.raises(ReadOnly):
            to_next_job(export, Failure(ReadOnly("Nothing can be written.")))
    assert untouched(plan)


@pytest.mark.usefixtures("ids")
def test_a_fault_of_ours_costs_the_piece_and_is_kept_for_the_report(record: Record, plan: ProfilePlan) -> None:
    bug = WorkerBug("ZeroDivisionError: a slip")
    errors: list[OtcpdError | WorkerBug] = [bug, FileMissing("Gone."), MachineSaidNo("Input/output error.")]
    with ProfileExport(record, plan) as export:
        to_next_job(export)
        for error in errors:
            to_next_job(export, Failure(error))
        assert refusals(export.pieces) == dict.fromkeys((2, 3, 4), Refusal.UNREADABLE)
        assert export.faults == [bug]
        with pytest.raises(WorkerBug):
            to_next_job(export, Failure(bug))


@pytest.mark.usefixtures("ids")
def test_what_cannot_be_read_any_more_costs_itself_alone(record: Record, plan: ProfilePlan, temporary: NoTrace) -> None:
    with ProfileExport(record, plan) as export, Worker() as worker:
        step = to_next_job(export)
        (spooled,) = temporary.folder.iterdir()
        (spooled / "E3").unlink()
        (spooled / "E4").unlink()
        (spooled / "E4").mkdir()
        while isinstance(step, Task):
            step = to_next_job(export, ended(worker, step))
        assert refusals(export.pieces) == {2: None, 3: Refusal.UNREADABLE, 4: Refusal.UNREADABLE}
        assert isinstance(step, ProfileMade)
        assert [one.number for one in step.listed_only] == [3, 4]
    assert temporary.left == []


def test_damaged_evidence_costs_itself_alone(record: Record, plan: ProfilePlan, ids: list[str]) -> None:
    damage(record, ids[1])
    exported = write_profile(record, plan)
    assert refusals(exported.pieces) == {2: None, 3: Refusal.BROKEN, 4: None}
    assert [one.number for one in exported.made.listed_only] == [3]


def test_evidence_that_was_erased_meanwhile_costs_itself_alone(
    record: Record, plan: ProfilePlan, ids: list[str]
) -> None:
    with ProfileExport(record, plan) as export, Worker() as worker:
        record.erase(ids[0], None, "A name was in it")
        step = to_next_job(export)
        while isinstance(step, Task):
            step = to_next_job(export, ended(worker, step))
        assert refusals(export.pieces)[2] in (Refusal.BROKEN, Refusal.EMPTY)
        assert refusals(export.pieces)[3] is None


@pytest.mark.usefixtures("ids")
def test_originals_are_kept_only_as_long_as_they_are_needed(
    record: Record, plan: ProfilePlan, temporary: NoTrace, tmp_path: Path
) -> None:
    with ProfileExport(record, plan) as export, Worker() as worker:
        *_, last = jobs_of(export, worker)
        assert last.args[-1] == ()
    wanted = ProfilePlan(plan.out, originals=tmp_path / "evidence")
    with ProfileExport(record, wanted) as export, Worker() as worker:
        *_, last = jobs_of(export, worker)
        sources = last.args[-1]
        assert isinstance(sources, tuple)
        assert [source.number for source in sources] == [2, 3, 4]
    assert temporary.left == []


def test_what_cannot_be_is_refused_before_anything_is_done(
    record: Record, plan: ProfilePlan, temporary: NoTrace
) -> None:
    with refused(record, NotAcceptable, "is your CPD file itself."):
        ProfileExport(record, ProfilePlan(record.path))
    with refused(record, NotAcceptable, "There is no portfolio ‘Mine’."):
        ProfileExport(record, ProfilePlan(plan.out, portfolio="Mine"))
    assert temporary.left == []
    assert untouched(plan)


@pytest.mark.usefixtures("ids")
def test_given_up_it_goes_file_by_file(record: Record, plan: ProfilePlan, temporary: NoTrace) -> None:
    with ProfileExport(record, plan) as export:
        to_next_job(export)
        counts = [len(list(temporary.folder.rglob("*"))) for _ in export.give_up()]
        assert counts == [4, 3, 2, 1, 0]
        assert list(export.give_up()) == []
    with ProfileExport(record, plan) as export:
        to_next_job(export)
        going = export.give_up()
        next(going)
        del going
        assert temporary.left == []


@pytest.mark.usefixtures("ids")
def test_before_it_fails_it_tidies_up_in_slices(record: Record, plan: ProfilePlan, temporary: NoTrace) -> None:
    with ProfileExport(record, plan) as export:
        to_next_job(export)
        step = export.advance(Failure(DiskFull("Full.")))
        assert step == Slice()
        assert export.progress().words == "Tidying up"
        assert len(list(temporary.folder.rglob("*"))) == 4
        with pytest.raises(DiskFull):
            to_next_job(export)
        assert temporary.left == []


def test_the_first_steps_are_short(record: Record, plan: ProfilePlan) -> None:
    with ProfileExport(record, plan) as export:
        assert isinstance(export.advance(), Slice)
        assert export.progress() == Progress(0, STEPS, "Getting ready")
