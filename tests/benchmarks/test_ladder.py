"""A role that asks 5,000 things of a log of 3,000 activities: the ladder within two frames, filtered within one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.files import open_to_write
from otcpd.domain.ladder import Evidence, ladder
from otcpd.domain.order import keys_after
from otcpd.record.many import insert_many, link_many
from otcpd.record.record import Record
from otcpd.ui.pages.next_role.page import NextRolePage
from tests.benchmarks.ratios import Measured, percentile, worked
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import SLOW, opened_program

FRAME, SLICE = 16.0, 50.0
"""Milliseconds of one frame at 60 Hz, and those that nothing may block the window for."""
PILLARS, ITEMS = 50, 5_000
QUERIES = ("leads", "hoist", "reasoning", "stairs", "splint", "duty")
_WORDS = ("audit", "duty", "falls", "hoist", "housing", "leads", "reasoning", "splint", "stairs", "teaches", "students")
ROUNDS = 5


def fill(record: Record) -> None:
    """A profile of 5,000 items in 50 pillars, a role that asks them all, and three links for each activity."""
    record.hurry()
    with record.step("Fill") as step:
        told: dict[str, str | int] = {
            "code": "large",
            "edition": "1",
            "name": "A large profile",
            "kind": "role",
            "in_force": 1,
        }
        framework = step.insert("framework", {**told, "created": step.at, "modified": step.at})
        codes = [f"p{number}" for number in range(PILLARS)]
        codes += [f"p{number % PILLARS}.{number}" for number in range(PILLARS, ITEMS)]
        rows: list[dict[str, str]] = [
            {
                "id": step.new_id(),
                "framework": framework,
                "code": code,
                "label": f"{_WORDS[number % 11]} {_WORDS[number * 7 % 11]} of service {number} together with {code}",
                "parent": code.partition(".")[0] if "." in code else "",
                "position": key,
            }
            for number, (code, key) in enumerate(zip(codes, keys_after(None, ITEMS), strict=True))
        ]
        insert_many(step, "framework_item", rows)
        aim = step.insert("role_aim", {"title": "Lead", "state": "aiming", "created": step.at, "modified": step.at})
        asked: list[dict[str, str | int]] = [
            {
                "id": step.new_id(),
                "aim": aim,
                "kind": "item",
                "item": f"large@1:{row['code']}",
                "level": 6,
                "position": row["position"],
            }
            for row in rows
        ]
        insert_many(step, "role_expectation", asked)
        activities = [row.id for row in record.activities.rows()]
        links = {
            (activity, f"large@1:{codes[(number * 5 + turn * 1777) % ITEMS]}")
            for number, activity in enumerate(activities)
            for turn in range(3)
        }
        link_many(step, "activity_standard", [{"activity": one, "standard": item} for one, item in sorted(links)])


@pytest.fixture(scope="module")
def filled_path(large_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of 3,000 activities with such a role, not to be changed."""
    path = Path(shutil.copyfile(large_path, tmp_path_factory.mktemp("ladder") / "large.otcpd"))
    with open_to_write(path, surroundings(FixedClock(), seed=77)) as record:
        fill(record)
    return path


@pytest.fixture
def page(
    filled_path: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication, clock: FixedClock
) -> Iterator[NextRolePage]:
    """The page on it, as it is once it has been looked at."""
    path = Path(shutil.copyfile(filled_path, tmp_path / "large.otcpd"))
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        window = program.open(path)
        aim = next(one for one in window.desk.session.record.roles.aims() if one.title == "Lead")
        found = window.go_to("next_role", aim.id)
        assert isinstance(found, NextRolePage)
        qtbot.waitUntil(lambda: found.ready and len(found.contents.rows) == ITEMS, timeout=SLOW)
        yield found


def test_ladder(page: NextRolePage, measured: Callable[[Measured], None]) -> None:
    contents, pane = page.contents, page.pane
    aim, facts = contents.aim, contents.facts
    assert aim is not None
    assert facts is not None
    times = []
    for _ in range(ROUNDS):
        slices = list(_slices(contents.read()))
        times.append(max(slices))
    name = f"Longest slice of reading a role that asks {ITEMS:,} things"
    measured(Measured(name, percentile(times, 0.5), SLICE, "what may block", 1.0))

    times = [worked(lambda: ladder(aim, facts)) for _ in range(ROUNDS)]
    name = f"Ladder of {ITEMS:,} things over {len(facts.activities):,} activities"
    measured(Measured(name, percentile(times, 0.5), 2 * FRAME, "two frames", 1.0))

    def show() -> None:
        pane.show_rows()
        pane.list.viewport().repaint()

    times = [worked(show) for _ in range(ROUNDS)]
    measured(Measured(f"{ITEMS:,} rows of a ladder shown", percentile(times, 0.5), 2 * FRAME, "two frames", 1.0))


def test_filtering(page: NextRolePage, measured: Callable[[Measured], None]) -> None:
    tools, view = page.pane.tools, page.pane.list

    def shown(do: Callable[[], object]) -> float:
        def turn() -> None:
            do()
            view.viewport().repaint()

        return worked(turn)

    def search(text: str) -> None:
        tools.search.set_text(text)
        tools.changed.emit()

    keys = [word[:letters] for word in QUERIES for letters in range(2, len(word) + 1)]
    times = [shown(lambda key=key: search(key)) for key in keys]  # type: ignore[misc]
    name = f"Search keystroke over {ITEMS:,} things asked, 95 % of cases"
    measured(Measured(name, percentile(times, 0.95), FRAME, "one frame", 1.0))

    search("")
    standings = [None, *Evidence]
    times = [shown(lambda one=one: tools.set_standing(one)) for _ in range(ROUNDS) for one in standings]  # type: ignore[misc]
    name = f"Filter over {ITEMS:,} things asked, 95 % of cases"
    measured(Measured(name, percentile(times, 0.95), FRAME, "one frame", 1.0))


def _slices(work: Iterator[None]) -> Iterator[float]:
    """Milliseconds that each slice takes."""
    left = True

    def take() -> None:
        nonlocal left
        left = next(work, _END) is not _END

    while left:
        yield worked(take)


_END = object()
