"""The dialog that makes the plan as a document: see exactly what leaves, save."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.words import counted
from otcpd.portfolio.papers.plan_content import PlanPaper
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.papers.preview import PaperPreview
from otcpd.ui.papers.saver import PaperSaver
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.panel_dialog import PanelDialog

TITLE = "My learning plan"
SENTENCE = "To read, to agree and to sign. What you see here is exactly what leaves, and nothing is sent."
SIZE = (1080, 760)
SIDE = 340
"""Logical pixels of the words, where the page stands beside them."""
LEAVES, STAYS, SAVE = "What leaves", "What stays here", "Save the plan"


class PlanDialog(PanelDialog):
    """Show it with `open_once`."""

    def __init__(self, desk: Desk, content: PlanPaper, parent: QWidget) -> None:
        super().__init__(desk.theme, TITLE, SENTENCE, SIZE, parent)
        self._desk = desk
        self.content = content
        theme = desk.theme
        self.save = Button(theme, SAVE, Kind.FILLED, icon="download")
        self.saver = PaperSaver(desk, SAVE, self.save)
        self.preview = PaperPreview(desk)
        self._left = QWidget()
        self._build()
        self.preview.show_paper(content)
        self.save.clicked.connect(self._on_save)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self._desk.theme
        roomy = self.width() / theme.factor >= 2 * SIDE + 60
        self.preview.setVisible(roomy)
        if roomy:
            self._left.setFixedWidth(round(theme.px(SIDE)))
        else:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(self.maximumWidth())

    def _build(self) -> None:
        theme = self._desk.theme
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(RING_SPACE, RING_SPACE, theme.gap(12), RING_SPACE)
        column.setSpacing(theme.gap(4))
        for head, lines, picture in ((LEAVES, what_leaves(self.content), "tick"), (STAYS, STAYING, "lock")):
            column.addWidget(Label(theme, head, Role.LABEL))
            for line in lines:
                column.addWidget(IconLine(theme, picture, line, wrap=True))
            column.addSpacing(theme.gap(8))
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.saver)
        column.addStretch(1)
        holder = QVBoxLayout(self._left)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(DownScroll(theme, inner, steady=True))
        row = QHBoxLayout()
        row.setSpacing(theme.gap(16))
        row.addLayout(Overhang(self._left, fills=True, right=0))
        row.addWidget(self.preview, 1)
        self.body.addLayout(row)

    def _on_save(self) -> None:
        self.saver.save(self.content)


STAYING = ("Your notes to yourself", "Every text of a goal that is only for you", "What you wrote of your activities")


def what_leaves(content: PlanPaper) -> tuple[str, ...]:
    """Every kind of thing in the document, in its order."""
    lines = (
        "Your name, number, post and employer",
        f"{counted(len(content.goals), 'goal').capitalize()}, with steps and state" if content.goals else "",
        f"{counted(len(content.learning), 'thing', 'things').capitalize()} to learn: asked, agreed and refused by whom"
        if content.learning
        else "",
        "Protected time: what is promised and taken" if content.promises or content.taken or content.protected else "",
        "Who agreed, and with what background" if content.agreements else "That nobody has agreed to it yet",
        f"{counted(len(content.reviews), 'review').capitalize()}" if content.reviews else "",
        "Lines to sign on",
    )
    return tuple(filter(None, lines))
