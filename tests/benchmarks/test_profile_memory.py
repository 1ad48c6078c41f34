"""The profile PDF needs no more memory for large evidence than for small."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from otcpd.actions.evidence import attach
from otcpd.actions.files import open_to_write
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.exchange.evidence_text import EvidenceText
from otcpd.record.opening import Surroundings
from tests.benchmarks.ratios import Measured

LARGE = 60 * 1024 * 1024

_PROFILE = """
import re, sys
from pathlib import Path
import psutil
from otcpd.app import main
sys.argv = ["otcpd", "profile", sys.argv[1], sys.argv[2]]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
# What the system's own account of the process calls its peak. `resource` would give that of the suite, from
# which this process was forked.
status = Path("/proc/self/status")
if status.exists():
    print(int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read_text())[1]) / 1000)
else:
    print(getattr(psutil.Process().memory_info(), "peak_wset", psutil.Process().memory_info().rss) / 1e6)
"""


def _peak(record: Path, out: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _PROFILE, str(record), str(out)],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "OTCPD_DATA": str(out.parent / "data"), "OTCPD_NOW": "2026-11-21T09:12:00Z"},
    )
    return float(done.stdout.split()[-1])


def _as_it_is(_path: Path) -> EvidenceText:
    return EvidenceText(EvidenceKind.OTHER, EvidenceState.UNKNOWN, "")


def test_memory_does_not_grow_with_evidence(
    demo_path: Path, around: Surroundings, tmp_path: Path, measured: Callable[[Measured], None]
) -> None:
    grown = tmp_path / "grown.otcpd"
    shutil.copyfile(demo_path, grown)
    heavy = tmp_path / "scan.bin"
    heavy.write_bytes(os.urandom(1024) * (LARGE // 1024))
    with open_to_write(grown, around) as record:
        attach(record, record.activities.rows()[0].id, heavy, _as_it_is)
    before = _peak(demo_path, tmp_path / "small.pdf")
    after = _peak(grown, tmp_path / "large.pdf")
    assert grown.stat().st_size > LARGE
    measured(Measured("Profile PDF with 60 MB more evidence, peak memory", after, before, "without it", 1.05, "MB"))
