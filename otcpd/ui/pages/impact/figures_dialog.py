"""The dialog that makes the page of figures and stories: choose, decide, see exactly what leaves, save."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.papers.preview import PaperPreview
from otcpd.ui.papers.saver import PaperSaver
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.check import CHECK_SPACE
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.tab_walk import TabWalk

SIZE = (1120, 780)
FORM = 420
"""Logical pixels of the form, where the page stands beside it."""


class FiguresDialog(PanelDialog):
    """Show it with `Standing.open`. What is left out holds for this page alone; what is fine is kept in the file."""

    chain_wanted = Signal(str)
    """A chain is to be changed: the dialog has closed."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, words.TITLE, words.SENTENCE, SIZE, parent)
        self._desk = desk
        theme = desk.theme
        self.choices = FiguresChoices(desk)
        self.pointing = PointingPart(desk)
        self._left_out = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.put_back = LinkButton(theme, words.PUT_BACK, "undo")
        self.save = Button(theme, words.SAVE, Kind.FILLED, icon="download")
        self.saver = PaperSaver(desk, words.SAVE, self.save)
        self.preview = PaperPreview(desk)
        self._nothing = IconLine(theme, "info", words.NOTHING_THERE, role=Role.WHY, token="ink2", wrap=True)
        self._leaves = QVBoxLayout()
        self._told: tuple[Sequence[str], Sequence[str]] = ((), ())
        self._left, self._foot = QWidget(), QWidget()
        self._inner = QVBoxLayout()
        self._no_stories: set[str] = set()
        self._no_chains: set[str] = set()
        self.page: PageOfImpact | None = None
        """What leaves, and what is to decide on."""
        self.tabs = TabWalk(self)
        desk.session.closing.connect(self.tabs.stop)
        self._build()
        self._connect()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        theme = self._desk.theme
        self._leaves.setSpacing(theme.gap(4))
        inner = QWidget()
        column = self._inner
        inner.setLayout(column)
        column.setContentsMargins(CHECK_SPACE, RING_SPACE, theme.gap(12), RING_SPACE)
        column.setSpacing(theme.gap(14))
        column.addLayout(Overhang(self.choices, fills=True, left=CHECK_SPACE, right=CHECK_SPACE))
        column.addWidget(self._nothing)
        column.addLayout(Overhang(self.pointing, fills=True))
        out = QVBoxLayout()
        out.setSpacing(0)
        out.addWidget(self._left_out)
        out.addLayout(Overhang(self.put_back))
        column.addLayout(out)
        column.addLayout(self._leaves)
        column.addStretch(1)
        holder = QVBoxLayout(self._left)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.setSpacing(theme.gap(8))
        holder.addWidget(DownScroll(theme, inner, steady=True), 1)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, theme.gap(12), 0)
        word = Label(theme, words.WORD, Role.META, "ink2", wrap=True)
        beside = QVBoxLayout()
        beside.setContentsMargins(CHECK_SPACE, 0, 0, 0)
        beside.addWidget(word)
        foot.addLayout(beside)
        foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.saver)
        holder.addWidget(self._foot)
        row = QHBoxLayout()
        row.setSpacing(theme.gap(16))
        row.addLayout(Overhang(self._left, fills=True, left=CHECK_SPACE, right=0))
        row.addWidget(self.preview, 1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.choices.changed.connect(self._refresh)
        self.pointing.fine_wanted.connect(self._on_fine)
        self.pointing.leave_wanted.connect(self._on_leave)
        self.pointing.change_wanted.connect(self._on_change)
        self.put_back.clicked.connect(self._on_put_back)
        self.save.clicked.connect(self._on_save)

    def _fit(self) -> None:
        """The page stands beside the form where there is room; the words of what leaves are there in any case.

        Without that room the buttons scroll with the form, or little would be left of it.
        """
        roomy = self.width() / self._desk.theme.factor >= 2 * FORM
        self.preview.setVisible(roomy)
        place, holder = self._inner, self._left.layout()
        if roomy and holder is not None:
            holder.addWidget(self._foot)
        elif place.indexOf(self._foot) < 0:
            place.insertWidget(place.count() - 1, self._foot)
        if roomy:
            self._left.setFixedWidth(round(self._desk.theme.px(FORM)))
        else:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(self.maximumWidth())
        self.tabs.soon()

    def _refresh(self) -> None:
        period = self.choices.chosen_period()
        if period is None:
            return
        record = self._desk.session.record
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
            self._desk.session.problem.emit(error)
            return
        anything = bool(page.content.roll.all.chains)
        self._nothing.setVisible(not anything)
        self.pointing.show_pointing(page.pointing, anything=anything)
        self._left_out.setText(words.left_out(len(self._no_stories), len(self._no_chains)))
        for part in (self._left_out, self.put_back):
            part.setVisible(bool(self._no_stories or self._no_chains))
        self._show_leaves(words.what_leaves(page.content) if anything else (), words.what_stays(page.content))
        self.preview.show_paper(page.content)
        self.saver.put_away()
        self.tabs.soon()

    def _show_leaves(self, leaves: Sequence[str], stays: Sequence[str]) -> None:
        if (leaves, stays) == self._told:
            return
        self._told = (leaves, stays)
        theme = self._desk.theme
        while (item := self._leaves.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for head, icon, lines in ((words.LEAVES, "tick", leaves), (words.STAYS, "lock", stays)):
            if lines:
                self._leaves.addWidget(Label(theme, head, Role.LABEL))
                for line in lines:
                    self._leaves.addWidget(IconLine(theme, icon, line, wrap=True))
                self._leaves.addSpacing(theme.gap(8))

    def _on_fine(self, pointing: Pointing) -> None:
        if self._desk.session.act(say_page_fine, pointing) is not None:
            self._after_deciding()

    def _on_leave(self, pointing: Pointing) -> None:
        (self._no_stories if pointing.which == STORY else self._no_chains).add(pointing.impact)
        self._after_deciding()

    def _after_deciding(self) -> None:
        self._refresh()
        if self.pointing.left:
            self.pointing.take_focus()
        else:
            self._desk.announcer.say(self.save, words.NOTHING_POINTS)
            self.save.setFocus()

    def _on_change(self, pointing: Pointing) -> None:
        self.accept()
        self.chain_wanted.emit(pointing.impact)

    def _on_put_back(self) -> None:
        self._no_stories.clear()
        self._no_chains.clear()
        self._refresh()
        self.pointing.take_focus()

    def _on_save(self) -> None:
        if not self.choices.commit() or self.page is None:
            return
        self._refresh()
        if not self.page.content.roll.all.chains:
            self._desk.announcer.say(self._nothing, words.NOTHING_THERE)
            self.choices.period.combo.setFocus()
        elif self.page.pointing:
            self.pointing.ask()
        else:
            self.saver.save(self.page.content)
