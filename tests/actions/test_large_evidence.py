"""A file of 300 MB comes in without being held in memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MEGABYTE = 1024**2

_PROGRAM = """
import sys
from pathlib import Path
import psutil
from otcpd.actions.evidence import attach
from otcpd.exchange.evidence_text import read_evidence
from otcpd.actions.files import new_file
from otcpd.actions.activities import new_activity
from tests.ports import FixedClock
from tests.record.support import surroundings

folder = Path(sys.argv[1])
mine = psutil.Process()
with new_file(folder / "eilidh.otcpd", "Eilidh Rowan", "OT000123", surroundings(FixedClock())) as record:
    activity = new_activity(record).new_id
    attach(record, activity, folder / "small.bin", read_evidence)
    before = mine.memory_info().rss
    most = before

    def measure(_done, _total):
        global most
        most = max(most, mine.memory_info().rss)

    taken = attach(record, activity, folder / "large.bin", read_evidence, progress=measure)
    measure(0, 0)
    size = record.evidence.get(taken.evidence).size
    out = sum(len(chunk) for chunk in record.evidence.chunks(taken.evidence))
    measure(0, 0)
print(size, out, most - before)
print(taken.warning)
"""


def test_300_mb_come_in_and_out_without_growing_the_process(tmp_path: Path) -> None:
    (tmp_path / "small.bin").write_bytes(bytes(range(256)) * 16 * 1024)
    with (tmp_path / "large.bin").open("wb") as file:
        file.truncate(300 * MEGABYTE)
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    numbers, warning = done.stdout.splitlines()
    size, out, growth = map(int, numbers.split())
    assert size == out == 300 * MEGABYTE
    assert growth < 20 * MEGABYTE, f"grew by {growth / MEGABYTE:.1f} MB"
    assert "‘large.bin’ is 314.6 MB. Your CPD file and each backup grow by as much." in warning
