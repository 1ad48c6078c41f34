"""What the page of impact looks like besides: an empty chain, a search without a find, the page of figures."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.impacts import edit_impact
from otcpd.ui.pages.impact.page import ImpactPage
from tests.screens.arranging import State
from tests.screens.stage import Content, Scene


def _page(scene: Scene) -> ImpactPage:
    page = scene.window.page
    assert isinstance(page, ImpactPage)
    return page


def _new(scene: Scene) -> None:
    page = _page(scene)
    page.start_new()
    page.form.measures.add.click()


def _story(scene: Scene) -> None:
    page = _page(scene)
    chain = next(iter(page.contents.chains))
    scene.desk.session.act(edit_impact, chain, "story", "Mrs Larch can wash on her own.")
    page.show_thing(chain)
    page.enter(page.side)
    page.form.scroller.ensureWidgetVisible(page.form.texts["story"])


def _nothing_found(scene: Scene) -> None:
    page = _page(scene)
    page.pane.search.line.setText("nowhere")
    page.pane.show_rows()


def _figures(scene: Scene) -> QWidget:
    page = _page(scene)
    chain = next(iter(page.contents.chains))
    scene.desk.session.act(edit_impact, chain, "story", "Mrs Larch can wash on her own.")
    page.make_figures()
    dialog = page.dialog.dialog
    assert dialog is not None
    scene.others.append(dialog)
    return dialog


STATES = (
    State("impact-new", "impact", content=Content.EMPTY, arrange=_new),
    State("impact-story", "impact", arrange=_story),
    State("impact-nothing-found", "impact", arrange=_nothing_found),
    State("impact-figures", "impact", arrange=_figures),
)
