"""The worker process: results, errors, crashes, cancelling, and nothing left behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from otcpd.background import (
    Failure,
    Limits,
    Progress,
    Result,
    Task,
    TookTooLong,
    TookTooMuchMemory,
    Worker,
    WorkerBug,
    task,
)
from otcpd.domain.errors import DiskFull, NotAcceptable, OtcpdError
from otcpd.ui.background import MOST_AT_ONCE, Background, Job
from tests import limited_jobs
from tests.ui import jobs
from tests.ui.seeing import Told

LIMIT = 20_000


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background(Worker())
    yield made
    made.shutdown()
    made.deleteLater()


def ended(qtbot: QtBot, job: Job) -> None:
    with qtbot.waitSignal(job.ended, timeout=LIMIT):
        pass


def test_a_result_comes_back() -> None:
    with Worker() as worker:
        worker.start(task(jobs.add, 2, second=3))
        seen = [worker.poll(timeout=20) for _ in range(3)]
        assert seen == [Progress(1, 2, "Adding"), Progress(2, 2, "Added"), Result(5)]
        assert not worker.busy
        assert worker.run(task(jobs.add, 3, second=4)) == 7


def test_an_error_for_people_comes_back_whole() -> None:
    with pytest.raises(DiskFull) as caught:
        run(task(jobs.fill_the_disk))
    error = caught.value
    assert (error.happened, error.safe, error.next_step) == (
        "There is no room left.",
        "Nothing was lost.",
        "Make room and try again.",
    )


def test_a_fault_of_ours_brings_its_traceback() -> None:
    with pytest.raises(WorkerBug, match="ZeroDivisionError: a slip"):
        run(task(jobs.stumble))


def test_a_result_that_cannot_travel_is_a_fault_of_ours() -> None:
    with pytest.raises(WorkerBug, match="pickle"):
        run(task(jobs.give_what_cannot_travel))


@pytest.mark.parametrize("job", [jobs.vanish, jobs.kill_itself])
def test_a_crash_says_that_the_file_could_not_be_read(job: object) -> None:
    assert callable(job)
    with pytest.raises(NotAcceptable, match="This file could not be read"):
        run(task(job))


def test_the_worker_is_used_again_and_replaced_after_a_crash() -> None:
    with Worker() as worker:
        first = outcome(worker, jobs.whoami)
        assert outcome(worker, jobs.whoami) == first
        worker.start(task(jobs.vanish))
        assert isinstance(last_event(worker), Failure)
        second = outcome(worker, jobs.whoami)
        assert second != first
        assert not psutil.pid_exists(first)
    assert not psutil.pid_exists(second)


def test_a_worker_killed_while_idle_is_replaced(qtbot: QtBot) -> None:
    with Worker() as worker:
        first = outcome(worker, jobs.whoami)
        process = psutil.Process(first)
        process.kill()
        qtbot.waitUntil(lambda: gone(process), timeout=LIMIT)
        assert outcome(worker, jobs.whoami) != first


def test_cancelling_ends_the_process(tmp_path: Path) -> None:
    with Worker() as worker:
        worker.start(task(jobs.last_for_ever, tmp_path / "started"))
        assert isinstance(worker.poll(timeout=20), Progress)
        pid = worker.pid
        worker.cancel()
        assert not worker.busy
        assert pid is not None
        assert not psutil.pid_exists(pid)


def test_two_jobs_run_in_order(qtbot: QtBot, background: Background) -> None:
    values: list[object] = []
    first = background.run(task(jobs.add, 1, 1))
    second = background.run(task(jobs.add, 2, 2))
    first.done.connect(values.append)
    second.done.connect(values.append)
    ended(qtbot, second)
    assert values == [2, 4]
    assert not background.busy


def test_progress_and_errors_reach_the_window(qtbot: QtBot, background: Background) -> None:
    heard: list[tuple[int, int, str]] = []
    errors: list[OtcpdError] = []
    job = background.run(task(jobs.add, 1, 1))

    def note(done: int, total: int, words: str) -> None:
        heard.append((done, total, words))

    job.progressed.connect(note)
    ended(qtbot, job)
    assert heard[-1] == (2, 2, "Added")
    failing = background.run(task(jobs.fill_the_disk))
    failing.failed.connect(errors.append)
    ended(qtbot, failing)
    assert [type(error) for error in errors] == [DiskFull]


def test_cancelling_in_the_window(qtbot: QtBot, background: Background, tmp_path: Path) -> None:
    told = Told()
    job = background.run(task(jobs.last_for_ever, tmp_path / "started"))
    waiting = background.run(task(jobs.add, 1, 1))
    third = background.run(task(jobs.add, 1, 2))
    job.cancelled.connect(told.note_none)
    with qtbot.waitSignal(job.progressed, timeout=LIMIT):
        pass
    waiting.cancel()
    job.cancel()
    assert told.values == [None]
    ended(qtbot, third)


def test_a_job_that_reports_faster_than_anybody_listens_comes_to_its_end(qtbot: QtBot, background: Background) -> None:
    values: list[object] = []
    ended(qtbot, background.run(task(jobs.whoami)))
    job = background.run(task(limited_jobs.chatter_and_end, 20 * MOST_AT_ONCE))
    job.done.connect(values.append)
    ended(qtbot, job)
    assert values == ["done"]


def test_limits_hold_in_the_window(qtbot: QtBot, background: Background) -> None:
    errors: list[OtcpdError] = []
    slow = background.run(task(limited_jobs.never_end).within(Limits(0.2, 2_000_000_000)))
    slow.failed.connect(errors.append)
    large = background.run(task(limited_jobs.swell, 10).within(Limits(60, 150_000_000)))
    large.failed.connect(errors.append)
    after = background.run(task(jobs.add, 1, 1))
    ended(qtbot, after)
    assert [type(error) for error in errors] == [TookTooLong, TookTooMuchMemory]


def test_many_small_jobs_do_not_wait_for_the_timer(qtbot: QtBot) -> None:
    worker = Worker()
    background = Background(worker)
    first = background.run(task(jobs.whoami))
    second = background.run(task(jobs.whoami))
    ended(qtbot, first)
    assert worker.busy
    ended(qtbot, second)
    background.shutdown()
    background.deleteLater()


def test_a_fault_of_ours_reaches_the_bug_handler(qtbot: QtBot, background: Background) -> None:
    errors: list[OtcpdError] = []
    job = background.run(task(jobs.stumble))
    job.failed.connect(errors.append)
    with capture_exceptions() as bugs:
        ended(qtbot, job)
    assert [kind for kind, _, _ in bugs] == [WorkerBug]
    assert [error.happened for error in errors] == ["This file could not be read."]


def test_shutdown_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    background = Background(Worker())
    job = background.run(task(jobs.last_for_ever, tmp_path / "started"))
    background.run(task(jobs.add, 1, 1))
    with qtbot.waitSignal(job.progressed, timeout=LIMIT):
        pass
    background.shutdown()
    assert not background.busy


def test_it_works_from_a_script_of_any_name(tmp_path: Path) -> None:
    script = tmp_path / "run me.py"
    script.write_text(
        "from otcpd.background import Worker, task\n"
        "from tests.ui import jobs\n"
        "if __name__ == '__main__':\n"
        "    with Worker() as worker:\n"
        "        print(worker.run(task(jobs.add, 20, 22)))\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, runpy; sys.path.insert(0, {str(root)!r}); sys.argv = [{str(script)!r}];"
         f" runpy.run_path({str(script)!r}, run_name='__main__')"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout == "42\n"
    assert done.stderr == ""


def run(job: Task) -> object:
    with Worker() as worker:
        return worker.run(job)


def gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def last_event(worker: Worker) -> Progress | Result | Failure | None:
    while isinstance(event := worker.poll(timeout=20), Progress):
        pass
    return event


def outcome(worker: Worker, job: object) -> int:
    assert callable(job)
    worker.start(task(job))
    event = last_event(worker)
    assert isinstance(event, Result)
    assert isinstance(event.value, int)
    return event.value
