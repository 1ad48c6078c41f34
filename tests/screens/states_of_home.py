"""What Home looks like besides: the keyboard on the timeline, the table, the form for a gap, an explained gap."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from otcpd.actions.gaps import give_reason
from otcpd.ui.pages.home.page import HomePage
from tests.screens.arranging import State
from tests.screens.stage import Content, Scene


def _home(scene: Scene) -> HomePage:
    page = scene.window.page
    assert isinstance(page, HomePage)
    return page


def _keyboard(scene: Scene) -> None:
    timeline = _home(scene).cycle.timeline
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(timeline, Qt.Key.Key_Left)


def _table(scene: Scene) -> None:
    _home(scene).cycle.turn.click()


def _gap(scene: Scene) -> None:
    page = _home(scene)
    assert page.overview is not None
    page.show_thing(f"gap {page.overview.gaps[-1].start.isoformat()}")


def _explained(scene: Scene) -> None:
    page = _home(scene)
    assert page.overview is not None
    for gap in page.overview.gaps:
        scene.desk.session.act(give_reason, gap.start, gap.end, "family_leave", "I was caring for my father.")
    page.refresh()


STATES = (
    State("home-keyboard", "home", arrange=_keyboard, spoils=False),
    State("home-table", "home", arrange=_table),
    State("home-gap", "home", arrange=_gap),
    State("home-gap-to-read", "home", Content.READ_ONLY, arrange=_gap),
    State("home-explained", "home", arrange=_explained),
)
