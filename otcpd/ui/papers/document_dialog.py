"""The dialog in which a document is seen exactly as it leaves, and saved: choices at the left, pages beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from otcpd.ui.layout import NO_MOST
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.papers.preview import PaperPreview
from otcpd.ui.papers.saver import PaperSaver
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.tab_walk import TabWalk

SIZE = (1080, 760)
FORM = 340
"""Logical pixels of the form, where the pages stand beside it."""
LEAVES, STAYS = "What leaves", "What stays here"


class DocumentDialog(PanelDialog):
    """Subclasses fill the form by `add`, show what leaves by `preview.show_paper`, and save it in `on_save`."""

    def __init__(
        self,
        desk: Desk,
        words: tuple[str, str, str],
        parent: QWidget,
        *,
        size: tuple[int, int] = SIZE,
        form: int = FORM,
        side: int = RING_SPACE,
    ) -> None:
        """`words` are title, sentence and what the button says. Parts of the form stand in by `side` pixels."""
        title, sentence, saves = words
        super().__init__(desk.theme, title, sentence, size, parent)
        self.desk = desk
        theme = desk.theme
        self.save = Button(theme, saves, Kind.FILLED, icon="download")
        self.saver = PaperSaver(desk, saves, self.save)
        self.preview = PaperPreview(desk)
        self.tabs = TabWalk(self)
        desk.session.closing.connect(self.tabs.stop)
        self._form_width = form
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(side, RING_SPACE, theme.gap(12), RING_SPACE)
        self._inner.setSpacing(theme.gap(14))
        self._inner.addStretch(1)
        self._left, self._foot = QWidget(), QWidget()
        self._holder = QVBoxLayout(self._left)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.setSpacing(theme.gap(8))
        self._holder.addWidget(DownScroll(theme, inner, steady=True), 1)
        self.foot = QVBoxLayout(self._foot)
        """Above the button may stand a word."""
        self.foot.setContentsMargins(0, 0, theme.gap(12), 0)
        self.foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.foot.addWidget(self.saver)
        self._holder.addWidget(self._foot)
        row = QHBoxLayout()
        row.setSpacing(theme.gap(16))
        row.addLayout(Overhang(self._left, fills=True, left=side, right=0))
        row.addWidget(self.preview, 1)
        self.body.addLayout(row)
        self.save.clicked.connect(self.on_save)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Add to the form, below what is there."""
        for part in parts:
            place = self._inner.count() - 1
            if isinstance(part, QLayout):
                self._inner.insertLayout(place, part)
            else:
                self._inner.insertWidget(place, part)

    def on_save(self) -> None:
        """The person wants to save it."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The pages stand beside the form where there is room; the words of what leaves are there in any case.

        Without that room the button scrolls with the form, or little would be left of it.
        """
        self.tabs.soon()  # what subclasses add came after the button and the pages
        roomy = self.width() / self.desk.theme.factor >= 2 * self._form_width
        self.preview.setVisible(roomy)
        if roomy:
            self._holder.addWidget(self._foot)
            self._left.setFixedWidth(round(self.desk.theme.px(self._form_width)))
            return
        if self._inner.indexOf(self._foot) < 0:
            self._inner.insertWidget(self._inner.count() - 1, self._foot)
        self._left.setMinimumWidth(0)
        self._left.setMaximumWidth(NO_MOST)


class WhatLeaves(QWidget):
    """Two lists: what leaves with a document, and what stays here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(4))

    def show_lines(self, leaves: Sequence[str], stays: Sequence[str]) -> None:
        """Show these lines; a list without any has no head either."""
        told = (tuple(leaves), tuple(stays))
        if told == self._told:
            return
        self._told = told
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for head, icon, lines in ((LEAVES, "tick", told[0]), (STAYS, "lock", told[1])):
            if lines:
                self._column.addWidget(Label(self._theme, head, Role.LABEL))
                for line in lines:
                    self._column.addWidget(IconLine(self._theme, icon, line, wrap=True))
                self._column.addSpacing(self._theme.gap(8))
