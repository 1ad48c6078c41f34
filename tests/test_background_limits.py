"""Limits of time and memory: a job that goes over one is ended, told apart from others, and harms no later one."""

from __future__ import annotations

import os
import pickle
import time
from functools import partial
from multiprocessing import resource_tracker, spawn
from pathlib import Path

import psutil
import pytest

from otcpd.background import (
    Crashed,
    Failure,
    GivenUp,
    Limits,
    NotStarted,
    Progress,
    Result,
    Task,
    TookTooLong,
    TookTooMuchMemory,
    Worker,
    not_started,
    task,
    too_large,
    too_slow,
    unreadable,
)
from otcpd.domain.errors import NotAcceptable
from tests import limited_jobs as jobs
from tests.ui import jobs as other_jobs

PLENTY = Limits(seconds=60, memory=2_000 * jobs.MEGABYTE)
BRIEF = Limits(seconds=0.3, memory=2_000 * jobs.MEGABYTE)
SMALL = Limits(seconds=60, memory=150 * jobs.MEGABYTE)


def failure(worker: Worker, job: Task) -> type[BaseException]:
    """How a job fails."""
    worker.start(job)
    while isinstance(event := worker.poll(timeout=30), Progress):
        pass
    assert isinstance(event, Failure)
    return type(event.error)


@pytest.mark.parametrize("job", [task(jobs.never_end), task(jobs.chatter)])
def test_a_job_that_takes_too_long_is_ended(job: Task) -> None:
    with Worker() as worker:
        worker.run(task(other_jobs.whoami))
        pid = worker.pid
        assert pid is not None
        begun = time.monotonic()
        assert failure(worker, job.within(BRIEF)) is TookTooLong
        assert time.monotonic() - begun < 10
        assert not psutil.pid_exists(pid)
        assert not worker.busy


def test_a_job_that_takes_too_much_memory_is_ended() -> None:
    with Worker() as worker:
        worker.run(task(other_jobs.whoami))
        process = psutil.Process(worker.pid)
        assert failure(worker, task(jobs.swell, 10).within(SMALL)) is TookTooMuchMemory
        assert not process.is_running()


def test_a_machine_without_memory_is_told_alike() -> None:
    with Worker() as worker:
        assert failure(worker, task(jobs.have_no_memory)) is TookTooMuchMemory


def test_a_crash_is_told_apart() -> None:
    with Worker() as worker:
        assert failure(worker, task(other_jobs.vanish).within(PLENTY)) is Crashed
        assert failure(worker, task(other_jobs.kill_itself).within(PLENTY)) is Crashed


def test_after_a_breach_a_fresh_process_does_the_next_job() -> None:
    with Worker() as worker:
        first = worker.run(task(other_jobs.whoami))
        assert failure(worker, task(jobs.never_end).within(BRIEF)) is TookTooLong
        second = worker.run(task(other_jobs.whoami).within(PLENTY))
        assert second != first
        assert worker.run(task(jobs.hold, 30).within(SMALL)) == 30 * jobs.MEGABYTE


def test_limits_hold_for_one_job_only(tmp_path: Path) -> None:
    with Worker() as worker:
        worker.run(task(other_jobs.add, 1, second=1).within(BRIEF))
        worker.start(task(jobs.wait_for, tmp_path / "go on"))
        until = time.monotonic() + 3 * BRIEF.seconds
        while time.monotonic() < until:
            event = worker.poll(timeout=0.05)
            assert event is None or isinstance(event, Progress)
        (tmp_path / "go on").touch()
        assert worker.poll(timeout=30) == Result("there")


def test_the_time_of_a_job_does_not_begin_before_its_process_stands() -> None:
    """Here its process stands still for longer than the limit before it can take up the job."""
    limits = Limits(1.0, PLENTY.memory)
    with Worker() as worker:
        worker.start(task(other_jobs.add, 1, second=2).within(limits))
        process = psutil.Process(worker.pid)
        process.suspend()
        assert worker.poll(timeout=1.2 * limits.seconds) is None
        process.resume()
        while isinstance(event := worker.poll(timeout=30), Progress):
            pass
        assert event == Result(3)


def test_a_parent_that_looked_away_does_not_blame_the_job(tmp_path: Path) -> None:
    """As after a night with the lid closed: the job had no chance to go on either."""
    with Worker() as worker:
        worker.run(task(other_jobs.whoami))
        worker.start(task(jobs.wait_for, tmp_path / "go on").within(Limits(1.5, PLENTY.memory)))
        assert worker.poll(timeout=30) == Progress(0, 1, "Waiting")
        until = time.monotonic() + 2
        while time.monotonic() < until:
            pass
        (tmp_path / "go on").touch()
        assert worker.poll(timeout=30) == Result("there")


def test_a_long_message_does_not_hold_up_the_parent() -> None:
    with Worker() as worker:
        begun = time.monotonic()
        worker.start(task(jobs.measure, "x" * 20_000_000))
        started = time.monotonic() - begun
        assert worker.poll(timeout=30) == Result(20_000_000)
        ended = time.monotonic() - begun
    assert started < ended / 2


@pytest.mark.parametrize("error", [unreadable(), too_slow(), too_large()])
def test_they_are_told_in_words_and_travel(error: GivenUp) -> None:
    assert isinstance(error, NotAcceptable)
    assert error.happened.endswith(".")
    assert error.next_step
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), back.text) == (type(error), error.text)


@pytest.fixture
def no_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on a new process ends before it has begun, as one does that a security program stops."""
    if os.name == "posix":
        resource_tracker.ensure_running()  # it is no process of ours, and would be started with the first one
    monkeypatch.setenv("PYTHONHOME", str(tmp_path))


@pytest.mark.usefixtures("no_python")
@pytest.mark.parametrize("limits", [None, PLENTY])
def test_a_worker_that_never_stood_is_not_the_fault_of_a_file(limits: Limits | None) -> None:
    with Worker() as worker:
        job = task(other_jobs.whoami)
        assert failure(worker, job.within(limits) if limits else job) is NotStarted
        assert not worker.busy


def test_a_worker_that_the_system_refuses_can_be_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(partial(spawn.set_executable, spawn.get_executable()))
    right = spawn.get_executable()
    with Worker() as worker:
        worker.run(task(other_jobs.whoami))
        worker.close()
        spawn.set_executable(str(tmp_path))
        assert failure(worker, task(other_jobs.whoami)) is NotStarted
        spawn.set_executable(right)
        assert worker.run(task(other_jobs.whoami)) == worker.pid


def test_what_is_said_of_a_worker_that_never_stood_blames_no_file() -> None:
    said = not_started()
    assert said.exit_code == 5
    assert "nothing was lost" in said.text
    assert "copy of the file" not in said.text
