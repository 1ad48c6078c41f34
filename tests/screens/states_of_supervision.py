"""What the Supervision page looks like besides: each step, what became of a session, an agreement, the year."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from otcpd.domain.supervision import SessionState
from otcpd.ui.pages.supervision.contents import Sift, Stage
from otcpd.ui.pages.supervision.detail_top import AGREE, RECORD
from otcpd.ui.pages.supervision.page import SupervisionPage
from otcpd.ui.pages.supervision.year_dialog import YearDialog
from tests.screens.arranging import State
from tests.screens.stage import Content, Scene


def _page(scene: Scene) -> SupervisionPage:
    page = scene.window.page
    assert isinstance(page, SupervisionPage)
    return page


def _newest(page: SupervisionPage, state: SessionState) -> str:
    return next(key for key, row in page.contents.rows.items() if row.state is state)


def _open(scene: Scene, state: SessionState) -> SupervisionPage:
    page = _page(scene)
    page.show_thing(_newest(page, state))
    page.sides.show_side()
    return page


def _prepare(scene: Scene) -> None:
    _open(scene, SessionState.PLANNED)


def _record(scene: Scene) -> None:
    _open(scene, SessionState.PLANNED).detail.show_step(RECORD)


def _agree(scene: Scene) -> None:
    _open(scene, SessionState.HELD).detail.show_step(AGREE)


def _missed(scene: Scene) -> None:
    _open(scene, SessionState.MISSED)


def _to_move(scene: Scene) -> None:
    _open(scene, SessionState.PLANNED).detail.top.outcome.ask_move()


def _new(scene: Scene) -> None:
    _page(scene).start_new()


def _nothing_shown(scene: Scene) -> None:
    page = _page(scene)
    page.sides.show_list()
    page.pane.tools.set_sift(Sift(stage=Stage.TO_RECORD))


def _agreement(scene: Scene) -> None:
    page = _page(scene)
    page.show_agreement(page.contents.agreements[0].id)


def _new_agreement(scene: Scene) -> None:
    _page(scene).new_agreement()


def _year(scene: Scene) -> QWidget:
    _page(scene).ways.show_year()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, YearDialog) and one.isVisible()]
    scene.others.append(dialog)
    return dialog


STATES = (
    State("supervision-prepare", "supervision", arrange=_prepare, spoils=False),
    State("supervision-record", "supervision", arrange=_record, spoils=False),
    State("supervision-agree", "supervision", arrange=_agree, spoils=False),
    State("supervision-missed", "supervision", arrange=_missed, spoils=False),
    State("supervision-to-move", "supervision", arrange=_to_move, spoils=False),
    State("supervision-agreement", "supervision", arrange=_agreement, spoils=False),
    State("supervision-year", "supervision", arrange=_year, spoils=False),
    State("supervision-nothing-shown", "supervision", arrange=_nothing_shown, spoils=False),
    State("supervision-new-session", "supervision", arrange=_new),
    State("supervision-new-agreement", "supervision", Content.EMPTY, arrange=_new_agreement),
    State("supervision-record-to-read", "supervision", Content.READ_ONLY, arrange=_record, spoils=False),
)
