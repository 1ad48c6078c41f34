"""A date in the log can be read to its end, however wide its pane is and however large the text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import edit_activity
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.log.basics import Basics
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.ui.windowed import SLOW, Windowed, windowed

LONGEST = date(2026, 9, 30)
WINDOWS = ((1920, 1080), (1440, 900), (1400, 900), (1366, 768), (1100, 700), (1024, 640), (800, 600), (640, 440))


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock) -> Iterator[Windowed]:
    with windowed(qtbot, theme, announcer, tmp_path, clock) as made:
        edit_activity(made.record, _newest(made), "date", LONGEST)
        edit_activity(made.record, _newest(made), "end_date", LONGEST)
        yield made


def _newest(shown: Windowed) -> str:
    return next(row.id for row in shown.record.activities.rows() if row.title == "Journal club on falls")


class _Fields:
    """Both dates of the activity on show."""

    def __init__(self, shown: Windowed) -> None:
        self._window = shown.window

    def whole(self) -> bool:
        found = [one for one in self._window.findChildren(Basics) if one.isVisible()]
        return bool(found) and not any(field.line.is_cut() for field in (found[0].date, found[0].end))

    def texts(self) -> set[str]:
        (basics,) = (one for one in self._window.findChildren(Basics) if one.isVisible())
        return {basics.date.text(), basics.end.text()}


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 2.0])
def test_a_date_is_never_cut(shown: Windowed, theme: Theme, qtbot: QtBot, factor: float) -> None:
    theme.set_factor(factor)
    fields = _Fields(shown)
    for width, height in WINDOWS:
        shown.window.resize(width, height)
        shown.window.go_to("log", _newest(shown))
        qtbot.waitUntil(fields.whole, timeout=SLOW)
        assert fields.texts() == {"30 September 2026"}


def test_every_pane_shows_a_date_whole(shown: Windowed, qtbot: QtBot) -> None:
    """The splitter and each width of the window, also those between the layouts."""
    shown.window.go_to("log", _newest(shown))
    fields = _Fields(shown)
    for width in range(1340, 1460, 20):
        shown.window.resize(width, 860)
        qtbot.waitUntil(fields.whole, timeout=SLOW)
