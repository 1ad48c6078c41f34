"""The network is off in tests, in the processes that they start as well."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from otcpd.background import ReportProgress, Worker, WorkerBug, task

REACHING = (
    "import socket; socket.create_connection(('192.0.2.1', 80), 1)",
    "import socket; socket.getaddrinfo('example.org', 80)",
    "import urllib.request; urllib.request.urlopen('http://example.org', timeout=1)",
)


def reach_out(*, progress: ReportProgress) -> None:
    """A job that does what no job may."""
    import socket

    socket.getaddrinfo("example.org", 80)


def forgiven() -> list[str]:
    """What was asked for in child processes, which then does not count against the test."""
    log = Path(os.environ["OTCPD_TEST_NETWORK"])
    asked = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    log.unlink(missing_ok=True)
    return asked


@pytest.mark.parametrize("code", REACHING)
def test_a_program_that_is_started_has_no_network(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 1
    assert "the network is off in tests" in done.stderr
    assert forgiven()


def test_the_worker_has_no_network() -> None:
    with Worker() as worker, pytest.raises(WorkerBug, match="the network is off in tests"):
        worker.run(task(reach_out))
    assert len(forgiven()) == 1
