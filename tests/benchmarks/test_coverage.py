"""5,000 items against 3,000 activities: the matrix within two frames after the first picture, filtered within one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.files import open_to_write
from otcpd.domain.coverage import coverage
from otcpd.domain.period import Period
from otcpd.ui.pages.coverage import words
from otcpd.ui.pages.coverage.page import CoveragePage
from tests.benchmarks.ratios import Measured, percentile, worked
from tests.benchmarks.test_ladder import FRAME, ITEMS, QUERIES, ROUNDS, fill
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import SLOW, opened_program


@pytest.fixture(scope="module")
def covered_path(large_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of 3,000 activities with links to a framework of 5,000 items, not to be changed."""
    path = Path(shutil.copyfile(large_path, tmp_path_factory.mktemp("coverage") / "large.otcpd"))
    with open_to_write(path, surroundings(FixedClock(), seed=78)) as record:
        fill(record)
    return path


@pytest.fixture
def page(
    covered_path: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication, clock: FixedClock
) -> Iterator[CoveragePage]:
    """The page on all items, as it is once it has been looked at."""
    path = Path(shutil.copyfile(covered_path, tmp_path / "large.otcpd"))
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        window = program.open(path)
        found = window.go_to("coverage", "large@1")
        assert isinstance(found, CoveragePage)
        found.contents.choose("large@1", Period(date(2000, 1, 1), clock.today()))
        found.tools.level.set_value(words.EVERY)
        found.tools.sifted.emit()
        qtbot.waitUntil(lambda: found.table.rows.rowCount() == ITEMS + 1, timeout=SLOW)
        yield found


def test_coverage(page: CoveragePage, measured: Callable[[Measured], None]) -> None:
    found, frameworks = page.contents.found, page.contents.frameworks
    assert found is not None
    log = found.activities
    times = [worked(lambda: coverage(frameworks, found.framework, log, found.period)) for _ in range(ROUNDS)]
    name = f"Coverage of {ITEMS:,} items by {len(log):,} activities"
    measured(Measured(name, percentile(times, 0.5), 2 * FRAME, "two frames", 1.0))

    tools, view = page.tools, page.table

    def shown(do: Callable[[], object]) -> float:
        def turn() -> None:
            do()
            view.viewport().repaint()

        return worked(turn)

    def search(text: str) -> None:
        tools.search_field.set_text(text)
        tools.search_field.searched.emit(text)

    times = [shown(tools.sifted.emit) for _ in range(ROUNDS)]
    measured(Measured(f"{ITEMS:,} rows of a matrix shown", percentile(times, 0.5), 2 * FRAME, "two frames", 1.0))

    bar = view.verticalScrollBar()
    times = [shown(lambda place=place: bar.setValue(place * bar.maximum() // 40)) for place in range(41)]  # type: ignore[misc]
    measured(Measured(f"Scrolling {ITEMS:,} rows of a matrix", percentile(times, 0.95), FRAME, "one frame", 1.0))

    keys = [word[:letters] for word in QUERIES for letters in range(2, len(word) + 1)]
    times = [shown(lambda key=key: search(key)) for key in keys]  # type: ignore[misc]
    name = f"Search keystroke over {ITEMS:,} items of a matrix, 95 % of cases"
    measured(Measured(name, percentile(times, 0.95), FRAME, "one frame", 1.0))
