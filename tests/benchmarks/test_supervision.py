"""Fifteen supervisees, ten years of sessions: the page filters within one frame, the year is drawn in two."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.ui.pages.supervision.contents import Sift, Stage
from otcpd.ui.pages.supervision.page import SupervisionPage
from otcpd.ui.pages.supervision.year import year_content
from otcpd.ui.widgets.year_view import YearView
from tests.benchmarks.ratios import Measured, percentile, worked
from tests.benchmarks.senior_file import SESSIONS, senior_file
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import opened_program

FRAME = 16.0
"""Milliseconds of one frame at 60 Hz: the baseline is what the eye allows, not another program."""
QUERIES = ("falls", "hoist", "reasoning", "stairs", "Isla", "splint")
ROUNDS = 5


@pytest.fixture(scope="module")
def senior_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of 5,000 sessions, not to be changed."""
    path = tmp_path_factory.mktemp("senior") / "senior.otcpd"
    senior_file(path, surroundings(FixedClock(), seed=5000))
    return path


@pytest.fixture
def page(
    senior_path: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication, clock: FixedClock
) -> Iterator[SupervisionPage]:
    """The page on it, as it is once it has been looked at."""
    path = Path(shutil.copyfile(senior_path, tmp_path / "senior.otcpd"))
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        window = program.open(path)
        found = window.go_to("supervision")
        assert isinstance(found, SupervisionPage)
        qtbot.waitUntil(lambda: bool(found.side.session))
        yield found


def test_filtering(page: SupervisionPage, measured: Callable[[Measured], None]) -> None:
    view, tools = page.pane.list, page.pane.tools
    assert len(page.contents.rows) == SESSIONS

    def shown(do: Callable[[], object]) -> float:
        def turn() -> None:
            do()
            view.viewport().repaint()

        return worked(turn)

    tools.searched.emit("warm")
    keys = [word[:letters] for word in QUERIES for letters in range(2, len(word) + 1)]
    times = [shown(lambda key=key: tools.searched.emit(key)) for key in keys]  # type: ignore[misc]
    name = f"Search keystroke over {SESSIONS:,} sessions, 95 % of cases"
    measured(Measured(name, percentile(times, 0.95), FRAME, "one frame", 1.0))

    tools.searched.emit("")
    agreements = [one.id for one in page.contents.agreements][:6]
    sifts = [Sift(agreement=one) for one in agreements] + [Sift(stage=stage) for stage in Stage]
    times = [shown(lambda sift=sift: tools.set_sift(sift)) for _ in range(ROUNDS) for sift in sifts]  # type: ignore[misc]
    name = f"Filter over {SESSIONS:,} sessions, 95 % of cases"
    measured(Measured(name, percentile(times, 0.95), FRAME, "one frame", 1.0))


def test_year(page: SupervisionPage, qtbot: QtBot, measured: Callable[[Measured], None]) -> None:
    """Another year is read from the rows and painted; years are turned over with a key."""
    contents, view = page.contents, YearView(page.desk.theme, "Year")
    qtbot.addWidget(view)
    view.resize(1100, view.heightForWidth(1100))
    view.show()
    qtbot.waitExposed(view)
    years = sorted({row.day.year for row in contents.rows.values()})

    def turn_to(year: int) -> float:
        def turn() -> None:
            view.show_content(year_content(contents, year))
            view.repaint()

        return worked(turn)

    turn_to(years[0])
    times = [turn_to(year) for _ in range(3) for year in years]
    name = f"A year of supervision drawn, {SESSIONS:,} sessions, 95 % of cases"
    measured(Measured(name, percentile(times, 0.95), FRAME, "one frame", 2.0))
