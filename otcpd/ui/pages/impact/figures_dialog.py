"""The dialog that makes the page of figures and stories: choose, decide, see exactly what leaves, save."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.impact_paper import (
    STORY,
    PageOfImpact,
    Pointing,
    Wanted,
    impact_page,
    say_page_fine,
    themes_there,
)
from otcpd.domain.errors import OtcpdError
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.impact import figures_words as words
from otcpd.ui.pages.impact.figures_choices import FiguresChoices
from otcpd.ui.pages.impact.figures_pointing import PointingPart
from otcpd.ui.papers.document_dialog import DocumentDialog, WhatLeaves
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.check import CHECK_SPACE
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang

SIZE = (1120, 780)
FORM = 420
"""Logical pixels of the form, where the page stands beside it."""


class FiguresDialog(DocumentDialog):
    """Show it with `Standing.open`. What is left out holds for this page alone; what is fine is kept in the file."""

    chain_wanted = Signal(str)
    """A chain is to be changed: the dialog has closed."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        told = (words.TITLE, words.SENTENCE, words.SAVE)
        super().__init__(desk, told, parent, size=SIZE, form=FORM, side=CHECK_SPACE)
        theme = desk.theme
        self.choices = FiguresChoices(desk)
        self.pointing = PointingPart(desk)
        self._left_out = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.put_back = LinkButton(theme, words.PUT_BACK, "undo")
        self._nothing = IconLine(theme, "info", words.NOTHING_THERE, role=Role.WHY, token="ink2", wrap=True)
        self._leaves = WhatLeaves(theme)
        self._no_stories: set[str] = set()
        self._no_chains: set[str] = set()
        self.page: PageOfImpact | None = None
        """What leaves, and what is to decide on."""
        self._build()
        self._connect()
        self._refresh()

    def _build(self) -> None:
        theme = self.desk.theme
        out = QVBoxLayout()
        out.setSpacing(0)
        out.addWidget(self._left_out)
        out.addLayout(Overhang(self.put_back))
        self.add(
            Overhang(self.choices, fills=True, left=CHECK_SPACE, right=CHECK_SPACE),
            self._nothing,
            Overhang(self.pointing, fills=True),
            out,
            self._leaves,
        )
        beside = QVBoxLayout()
        beside.setContentsMargins(CHECK_SPACE, 0, 0, 0)
        beside.addWidget(Label(theme, words.WORD, Role.META, "ink2", wrap=True))
        self.foot.insertLayout(0, beside)

    def _connect(self) -> None:
        self.choices.changed.connect(self._refresh)
        self.pointing.fine_wanted.connect(self._on_fine)
        self.pointing.leave_wanted.connect(self._on_leave)
        self.pointing.change_wanted.connect(self._on_change)
        self.put_back.clicked.connect(self._on_put_back)

    def _refresh(self) -> None:
        period = self.choices.chosen_period()
        if period is None:
            return
        record = self.desk.session.record
        try:
            self.choices.show_themes(themes_there(record, period))
            wanted = Wanted(
                period,
                self.choices.chosen_themes(),
                self.choices.named.isChecked(),
                frozenset(self._no_stories),
                frozenset(self._no_chains),
            )
            self.page = page = impact_page(record, wanted)
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        anything = bool(page.content.roll.all.chains)
        self._nothing.setVisible(not anything)
        self.pointing.show_pointing(page.pointing, anything=anything)
        self._left_out.setText(words.left_out(len(self._no_stories), len(self._no_chains)))
        for part in (self._left_out, self.put_back):
            part.setVisible(bool(self._no_stories or self._no_chains))
        self._leaves.show_lines(words.what_leaves(page.content) if anything else (), words.what_stays(page.content))
        self.preview.show_paper(page.content)
        self.saver.put_away()
        self.tabs.soon()

    def _on_fine(self, pointing: Pointing) -> None:
        if self.desk.session.act(say_page_fine, pointing) is not None:
            self._after_deciding()

    def _on_leave(self, pointing: Pointing) -> None:
        (self._no_stories if pointing.which == STORY else self._no_chains).add(pointing.impact)
        self._after_deciding()

    def _after_deciding(self) -> None:
        self._refresh()
        if self.pointing.left:
            self.pointing.take_focus()
        else:
            self.desk.announcer.say(self.save, words.NOTHING_POINTS)
            self.save.setFocus()

    def _on_change(self, pointing: Pointing) -> None:
        self.accept()
        self.chain_wanted.emit(pointing.impact)

    def _on_put_back(self) -> None:
        self._no_stories.clear()
        self._no_chains.clear()
        self._refresh()
        self.pointing.take_focus()

    def on_save(self) -> None:
        if not self.choices.commit() or self.page is None:
            return
        self._refresh()
        if not self.page.content.roll.all.chains:
            self.desk.announcer.say(self._nothing, words.NOTHING_THERE)
            self.choices.period.combo.setFocus()
        elif self.page.pointing:
            self.pointing.ask()
        else:
            self.saver.save(self.page.content)
