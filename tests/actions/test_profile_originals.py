"""The evidence beside the profile: each copy is made clean in a job of its own, under limits."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from otcpd.actions.evidence import attach
from otcpd.actions.profile_export import ProfileExport, write_profile
from otcpd.actions.profile_pieces import copy_clean
from otcpd.actions.profile_plan import ProfileMade, ProfilePlan
from otcpd.background import Failure, Task, Worker, WorkerBug, too_slow, unreadable
from otcpd.domain.errors import DiskFull, OtcpdError, ReadOnly
from otcpd.exchange.evidence_text import read_evidence
from otcpd.portfolio.evidence.originals import LIST
from otcpd.record.record import Record
from tests.actions.exporting import NoTrace, attach_three, damage, ended, pdf_file, to_next_job


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
    return ProfilePlan(tmp_path / "out" / "profile.pdf", originals=tmp_path / "out" / "evidence")


def names(plan: ProfilePlan) -> list[str]:
    assert plan.originals is not None
    return sorted(path.name for path in plan.originals.iterdir())


def listed(plan: ProfilePlan) -> str:
    assert plan.originals is not None
    return (plan.originals / LIST).read_text(encoding="utf-8")


@pytest.mark.usefixtures("ids")
def test_each_has_a_job_with_limits(record: Record, plan: ProfilePlan, temporary: NoTrace) -> None:
    jobs: list[Task] = []
    with ProfileExport(record, plan) as export, Worker() as worker:
        step = to_next_job(export)
        while isinstance(step, Task):
            jobs.append(step)
            step = to_next_job(export, ended(worker, step))
    assert len([job for job in jobs if job.function is copy_clean and job.limits]) == 3
    assert len(jobs) == 7
    assert isinstance(step, ProfileMade)
    assert (step.with_details, step.not_blacked_out, step.not_copied) == ((), (), ())
    assert names(plan) == [LIST, "E2 Proof 2.pdf", "E3 Proof 3.jpg", "E4 Proof 4.txt"]
    assert temporary.left == []


@pytest.mark.usefixtures("ids")
def test_one_that_takes_too_much_goes_as_it_is(
    record: Record, plan: ProfilePlan, temporary: NoTrace, tmp_path: Path
) -> None:
    bug = WorkerBug("ZeroDivisionError: a slip")
    errors: list[OtcpdError | WorkerBug] = [too_slow(), unreadable(), bug]
    with ProfileExport(record, plan) as export, Worker() as worker:
        step = to_next_job(export)
        while isinstance(step, Task):
            failed = step.function is copy_clean
            step = to_next_job(export, Failure(errors.pop(0)) if failed else ended(worker, step))
        assert export.faults == [bug]
    assert isinstance(step, ProfileMade)
    assert step.with_details == (2, 3, 4)
    assert plan.originals is not None
    assert (plan.originals / "E2 Proof 2.pdf").read_bytes() == (tmp_path / "certificate.pdf").read_bytes()
    assert "taken out of these copies" not in listed(plan)
    assert temporary.left == []


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize("error", [DiskFull("Full."), ReadOnly("Nothing can be written.")])
def test_a_working_folder_without_room_ends_the_export(record: Record, plan: ProfilePlan, error: OtcpdError) -> None:
    with ProfileExport(record, plan) as export, Worker() as worker:
        step = to_next_job(export)
        while isinstance(step, Task) and step.function is not copy_clean:
            step = to_next_job(export, ended(worker, step))
        with pytest.raises(type(error)):
            to_next_job(export, Failure(error))


def test_what_cannot_be_had_is_listed(record: Record, plan: ProfilePlan, ids: list[str], temporary: NoTrace) -> None:
    damage(record, ids[1])
    with ProfileExport(record, plan) as export, Worker() as worker:
        step = to_next_job(export)
        while isinstance(step, Task):
            (spooled,) = temporary.folder.iterdir()
            outcome = ended(worker, step)
            if step.function is copy_clean:
                (spooled / "E2-copy").unlink(missing_ok=True)
                (spooled / "E4").unlink(missing_ok=True)
            step = to_next_job(export, outcome)
    assert isinstance(step, ProfileMade)
    assert step.not_copied == (2, 3, 4)
    assert names(plan) == [LIST]
    missing = listed(plan).partition("These could not be read, and are not here:")[2]
    assert missing.split("\n")[2:5] == ["E2 Proof 2.pdf", "E3 Proof 3", "E4 Proof 4.txt"]


def test_the_same_evidence_gives_the_same_files(
    record: Record, plan: ProfilePlan, activity: str, tmp_path: Path
) -> None:
    marked = pdf_file(tmp_path / "marked.pdf")
    with pikepdf.open(marked, allow_overwriting_input=True) as pdf:
        mark = Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=Array([70, 700, 200, 740]))
        pdf.pages[0].obj.Annots = Array([mark])
        pdf.save()
    attach(record, activity, marked, read_evidence, caption="Letter")
    zipped = [ProfilePlan(plan.out, originals=plan.out.with_name(f"{name}.zip")) for name in ("one", "other")]
    made = [write_profile(record, one).made for one in zipped]
    assert [one.not_blacked_out for one in made] == [(2,), (2,)]
    one, other = (each.originals.read_bytes() for each in zipped if each.originals)
    assert one == other
