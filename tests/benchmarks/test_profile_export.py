"""A profile with all its evidence: time, memory, how often it is heard of, and how long the window is held.

The suite exports a tenth of what the targets speak of; `--thorough` exports all of it: 60 pieces of evidence
with 600 pages and 200 MB. Starting two processes and importing what both need takes as long as a tenth of the
work, so there the time has a target of its own.
"""

from __future__ import annotations

import json
import shutil
import statistics
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import pikepdf
import pytest

from otcpd.actions.files import open_to_read
from otcpd.actions.profile import profile_content
from otcpd.record.opening import Surroundings
from tests.benchmarks.export_raw import paragraphs_of
from tests.benchmarks.heavy_file import ACTIVITIES, SMALL, WHOLE, Amount, evidence_files, heavy_file
from tests.benchmarks.ratios import Measured
from tests.benchmarks.running import Run, watched
from tests.ports import FixedClock
from tests.record.support import surroundings

ROUNDS = 2
TIME = {SMALL: 3.5, WHOLE: 1.5}
"""How many times as long as the raw work an export may take."""
MEMORY = 300.0
"""Megabytes that all our processes together may hold."""
HEARD = 500.0
"""Milliseconds within which something new has to be heard of an export."""
HELD = 50.0
"""Milliseconds for which the window may be held."""


@dataclass(frozen=True, slots=True)
class Heavy:
    """A CPD file, its evidence as files, and its texts for the baseline."""

    amount: Amount
    record: Path
    evidence: tuple[Path, ...]
    texts: Path

    @property
    def name(self) -> str:
        """How much it is, in words."""
        return f"{len(self.evidence)} pieces of evidence, {self.amount.pages} pages, {self.amount.size // 10**6} MB"


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(SMALL, id="20 MB"),
        pytest.param(WHOLE, id="200 MB", marks=[pytest.mark.thorough, pytest.mark.timeout(1800)]),
    ],
)
def heavy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Heavy:
    """A file of 120 activities and 60 pieces of evidence."""
    amount: Amount = request.param
    folder = tmp_path_factory.mktemp("heavy")
    (folder / "evidence").mkdir()
    evidence = evidence_files(folder / "evidence", amount)
    around = surroundings(FixedClock())
    heavy_file(folder / "heavy.otcpd", evidence, around)
    return Heavy(amount, folder / "heavy.otcpd", tuple(evidence), _texts(folder, around))


def _texts(folder: Path, around: Surroundings) -> Path:
    with open_to_read(folder / "heavy.otcpd", around) as record:
        content = profile_content(record)
    assert len(content.activities) == ACTIVITIES
    rows = [[row.start.isoformat(), row.title, row.category, row.duration] for row in content.activities]
    paragraphs = list(paragraphs_of(asdict(content) | {"dated_list": ()}))
    target = folder / "texts.json"
    target.write_text(json.dumps({"paragraphs": paragraphs, "rows": rows}), encoding="utf-8")
    return target


@pytest.mark.timeout(600)
def test_a_whole_export(heavy: Heavy, tmp_path: Path, measured: Callable[[Measured], None]) -> None:
    mine: list[Run] = []
    theirs: list[Run] = []
    for _ in range(ROUNDS):
        mine.append(watched("tests.benchmarks.export_ours", heavy.record, tmp_path / "ours.pdf", folder=tmp_path))
        theirs.append(
            watched("tests.benchmarks.export_raw", heavy.texts, tmp_path / "raw.pdf", *heavy.evidence, folder=tmp_path)
        )
    assert _pages(tmp_path / "ours.pdf") >= _pages(tmp_path / "raw.pdf") - 5
    memory = max(run.megabytes for run in mine)
    measured(Measured(f"Its memory, all processes, {heavy.name}", memory, MEMORY, "what it may", 1.0, "MB"))
    pause = statistics.median(float(run.said) for run in mine)
    measured(Measured(f"Longest wait for news of it, {heavy.name}", pause, HEARD, "half a second", 1.0))
    ours, raw = (statistics.median(run.milliseconds for run in runs) for runs in (mine, theirs))
    measured(Measured(f"Profile with {heavy.name}", ours, raw, "raw ReportLab and pikepdf", TIME[heavy.amount]))


@pytest.mark.timeout(600)
def test_the_window_is_free_meanwhile(heavy: Heavy, tmp_path: Path, measured: Callable[[Measured], None]) -> None:
    record = shutil.copyfile(heavy.record, tmp_path / "heavy.otcpd")
    runs = [watched("tests.benchmarks.export_window", record, tmp_path / "p.pdf", folder=tmp_path) for _ in range(2)]
    reading, whole = (min(float(run.said.split()[place]) for run in runs) for place in (0, 1))
    measured(Measured(f"Window held while evidence is read, {heavy.name}", reading, HELD, "50 ms", 1.0))
    measured(Measured(f"Window held at all, {heavy.name}", whole, HELD, "50 ms", 1.0))


def _pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)
