"""The dialog in which the ladder to a role is seen as a document, and saved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.pathway.ladder_paper import Told, ladder_paper
from otcpd.portfolio.papers.ladder_content import LadderPaper
from otcpd.ui.layout import NO_MOST
from otcpd.ui.models.rungs import STANDING_WORDS
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.next_role import words
from otcpd.ui.pages.next_role.contents import NextRoleContents
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.papers.preview import PaperPreview
from otcpd.ui.papers.saver import PaperSaver
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.check import TickBox
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.panel_dialog import PanelDialog

TITLE = "What your next role asks, as a document"
SENTENCE = "What you see here is exactly what leaves, and nothing is sent."
ACTIVITIES = "With the activities that show it"
STAYS = "Why you want the role, notes to yourself and titles that only you may read stay here."
SAVE = "Save the document"
SIZE = (1000, 760)
FORM = 330
"""Logical pixels of what stands beside the pages."""


class LadderDialog(PanelDialog):
    """Show it with `open_once`, for contents that have a role."""

    def __init__(self, desk: Desk, contents: NextRoleContents, parent: QWidget) -> None:
        super().__init__(desk.theme, TITLE, SENTENCE, SIZE, parent)
        self._desk = desk
        self._contents = contents
        theme = desk.theme
        self.activities = TickBox(theme, ACTIVITIES)
        self.activities.setChecked(True)
        self.save = Button(theme, SAVE, Kind.FILLED, icon="download")
        self.saver = PaperSaver(desk, SAVE, self.save)
        self.preview = PaperPreview(desk)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(RING_SPACE, RING_SPACE, theme.gap(12), RING_SPACE)
        column.setSpacing(theme.gap(14))
        column.addWidget(self.activities)
        column.addWidget(IconLine(theme, "lock", STAYS, wrap=True))
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.saver)
        column.addStretch(1)
        self._form = DownScroll(theme, inner, steady=True)
        row = QHBoxLayout()
        row.setSpacing(theme.gap(16))
        row.addLayout(Overhang(self._form, fills=True, right=0))
        row.addWidget(self.preview, 1)
        self.body.addLayout(row)
        self.activities.toggled.connect(self._show)
        self.save.clicked.connect(self._on_save)
        self.content: LadderPaper = self._make()
        """What leaves."""
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() / self._desk.theme.factor >= 2 * FORM
        self.preview.setVisible(roomy)
        if roomy:
            self._form.setFixedWidth(round(self._desk.theme.px(FORM)))
        else:
            self._form.setMinimumWidth(0)
            self._form.setMaximumWidth(NO_MOST)

    def _make(self) -> LadderPaper:
        contents = self._contents
        aim, facts = contents.aim, contents.facts
        assert aim is not None
        assert facts is not None
        told = [
            Told(row.group, row.title, row.level, STANDING_WORDS[row.rung.standing], row.rung) for row in contents.rows
        ]
        rule = words.rule_told(facts.rule)
        with_activities = self.activities.isChecked()
        return ladder_paper(self._desk.session.record, aim, contents.ladder, told, rule, activities=with_activities)

    def _show(self, *_on: object) -> None:
        self.content = self._make()
        self.preview.show_paper(self.content)
        self.saver.put_away()

    def _on_save(self) -> None:
        self.saver.save(self.content)
