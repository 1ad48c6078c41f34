"""How an export goes in the window: in slices and jobs, given up at any moment, and nothing of it left."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import edit_activity
from otcpd.actions.export_choices import choose_most
from otcpd.actions.files import open_to_write
from otcpd.actions.profile_progress import STEPS
from otcpd.domain.errors import NotAcceptable
from otcpd.portfolio.evidence.pieces import Refusal
from otcpd.record.record import Record
from otcpd.ui.announce import Announcer
from otcpd.ui.export.flow import ExportFlow, ExportState, Stage
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.theme.theme import Theme
from tests.actions.exporting import NoTrace, attach_three, pages_of
from tests.actions.support import attached, written
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.desk_support import Answers, clear_desk, filled_record, make_desk
from tests.ui.opened import log_file, new_file, opened_program

LIMIT = 60_000
WRITING = ("Drawing page", "Putting evidence", "Writing the file")
"""What the last job says; which of it is seen depends on how fast it is."""
MOMENTS = (("Getting ready",), ("Reading E3",), ("Preparing E2",), ("Preparing E3",), ("Drawing your",), WRITING)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NoTrace:
    return NoTrace(tmp_path / "temporary", monkeypatch)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The place for the PDF, with an older file there."""
    (tmp_path / "out").mkdir()
    return written(tmp_path / "out" / "profile.pdf", "%PDF-1.7 older")


@pytest.fixture
def record(tmp_path: Path, clock: FixedClock) -> Record:
    made = filled_record(tmp_path / "my.otcpd", clock)
    attach_three(made, made.portfolios.current().chosen[0], tmp_path)
    return made


@pytest.fixture
def answers(out: Path) -> Answers:
    return Answers(place=out)


@pytest.fixture
def desk(
    record: Record,
    temporary: NoTrace,
    tmp_path: Path,
    clock: FixedClock,
    theme: Theme,
    announcer: Announcer,
    answers: Answers,
) -> Iterator[Desk]:
    made = make_desk(record, tmp_path, clock, theme, announcer, answers)
    yield made
    clear_desk(made)


@pytest.fixture
def flow(desk: Desk, qtbot: QtBot) -> ExportFlow:
    window = QWidget()
    qtbot.addWidget(window)
    return ExportFlow(desk, window)


class Course:
    """Every state that an export was in; calls `then` when it is first at something."""

    def __init__(
        self, flow: ExportFlow, moment: tuple[str, ...] = (), then: Callable[[], object] | None = None
    ) -> None:
        self.states: list[ExportState] = []
        self._moment = moment
        self._then = then
        flow.told.connect(self.note)

    def note(self, state: ExportState) -> None:
        self.states.append(state)
        if self._then is not None and state.stage is Stage.DRAWING and state.words.startswith(self._moment):
            then, self._then = self._then, None
            then()

    @property
    def reached(self) -> bool:
        """Whether it was at that moment."""
        return self._then is None


def ready(flow: ExportFlow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: flow.state.stage is not Stage.DRAWING, timeout=LIMIT)
    assert flow.state.stage is Stage.READY, flow.state.error


def untouched(out: Path) -> bool:
    return out.read_text(encoding="utf-8") == "%PDF-1.7 older" and list(out.parent.iterdir()) == [out]


def test_the_whole_way(flow: ExportFlow, out: Path, temporary: NoTrace, qtbot: QtBot) -> None:
    course = Course(flow)
    flow.begin()
    assert flow.state.stage is Stage.DRAWING
    ready(flow, qtbot)
    made = flow.state.made
    assert made is not None
    assert made.pdfs == (out,)
    assert made.listed_only == ()
    drawing = [state for state in course.states if state.stage is Stage.DRAWING]
    assert [state.done for state in drawing] == sorted(state.done for state in drawing)
    assert {state.total for state in drawing} == {STEPS}
    said = [state.words for state in drawing]
    for moment in MOMENTS:
        assert any(words.startswith(moment) for words in said), moment
    assert temporary.left == []
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize("moment", MOMENTS)
def test_given_up_at_any_moment(
    flow: ExportFlow, desk: Desk, out: Path, temporary: NoTrace, qtbot: QtBot, moment: tuple[str, ...]
) -> None:
    course = Course(flow, moment, flow.cancel)
    flow.begin()
    qtbot.waitUntil(lambda: flow.state.stage is not Stage.DRAWING, timeout=LIMIT)
    assert course.reached
    assert flow.state == ExportState()
    assert untouched(out)
    qtbot.waitUntil(lambda: temporary.left == [], timeout=LIMIT)
    assert not desk.session.background.busy
    flow.begin()
    ready(flow, qtbot)
    assert pages_of(out) > 1


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_file_is_closed_at_any_moment(
    flow: ExportFlow, desk: Desk, out: Path, temporary: NoTrace, qtbot: QtBot, moment: tuple[str, ...]
) -> None:
    course = Course(flow, moment, desk.session.close)
    flow.begin()
    qtbot.waitUntil(lambda: flow.state.stage is not Stage.DRAWING, timeout=LIMIT)
    assert course.reached
    assert desk.session.closed
    assert untouched(out)
    assert temporary.left == []
    assert not desk.session.background.busy


def test_what_cannot_be_is_told_before_anything_is_done(
    flow: ExportFlow, desk: Desk, answers: Answers, temporary: NoTrace, tmp_path: Path
) -> None:
    link = tmp_path / "link.pdf"
    link.hardlink_to(desk.session.record.path)
    answers.place = link
    flow.begin()
    assert flow.state.stage is Stage.FAILED
    assert isinstance(flow.state.error, NotAcceptable)
    assert temporary.left == []
    flow.put_away()
    assert flow.state == ExportState()


def test_a_worker_that_goes_down_costs_one_piece(flow: ExportFlow, qtbot: QtBot) -> None:
    found: list[psutil.Process] = []

    def end_worker() -> None:
        for worker in found:
            worker.kill()

    def end_worker_at_it() -> None:
        found.extend(workers())
        for worker in found:
            worker.suspend()  # the job begins right after this is told, and would be done in no time
        QTimer.singleShot(0, end_worker)

    course = Course(flow, ("Preparing E3",), end_worker_at_it)
    flow.begin()
    ready(flow, qtbot)
    assert course.reached
    assert flow.state.made is not None
    assert [(one.number, one.reason) for one in flow.state.made.listed_only] == [(3, Refusal.UNREADABLE)]


def workers() -> list[psutil.Process]:
    """The worker processes of this test."""
    return [child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())]


def test_one_can_go_on_writing_meanwhile(flow: ExportFlow, desk: Desk, qtbot: QtBot) -> None:
    session = desk.session
    activity = session.record.activities.rows()[0].id

    def write() -> None:
        session.act(edit_activity, activity, "title", "Written meanwhile")

    course = Course(flow, ("Preparing E3",), write)
    flow.begin()
    content = flow.state.content
    ready(flow, qtbot)
    assert course.reached
    assert session.record.activities.get(activity).title == "Written meanwhile"
    assert flow.state.made is not None
    assert flow.state.made.content == content


def test_the_first_of_several_parts_is_opened(
    flow: ExportFlow, desk: Desk, answers: Answers, out: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    record = desk.session.record
    for number in range(3):
        picture = tmp_path / f"{number}.png"
        Image.frombytes("RGB", (1000, 1000), os.urandom(3_000_000)).save(picture)
        attached(record, record.portfolios.current().chosen[0], picture)
    choose_most(record, 1_000_000)
    flow.begin()
    ready(flow, qtbot)
    made = flow.state.made
    assert made is not None
    assert len(made.pdfs) > 1
    flow.open_file()
    flow.open_folder()
    assert answers.opened == [made.pdfs[0], out.parent]


@pytest.mark.parametrize("moment", ["Reading E2", "Preparing E2", "Drawing your"])
def test_another_file_is_opened_at_any_moment(
    moment: str, temporary: NoTrace, out: Path, tmp_path: Path, clock: FixedClock, qtbot: QtBot, qapp: QApplication
) -> None:
    path = log_file(tmp_path, clock)
    with open_to_write(path, surroundings(clock, 8)) as record:
        attach_three(record, record.activities.rows()[0].id, tmp_path)
    other = new_file(tmp_path / "other.otcpd", clock)
    with opened_program(qtbot, qapp, tmp_path / "own", clock) as opened:
        opened.open(path)
        opened.desktop.place = out
        opened.window.go_to("portfolio")
        page = opened.window.page
        assert isinstance(page, PortfolioPage)
        course = Course(page.flow)
        page.start_export()
        qtbot.waitUntil(lambda: any(state.words.startswith(moment) for state in course.states), timeout=LIMIT)
        opened.program.open(other)
        qtbot.waitUntil(lambda: opened.record.path == other, timeout=LIMIT)
        assert temporary.left == []
        assert untouched(out)
        assert not opened.program.background.busy
