"""The dialog in which the ladder to a role is seen as a document, and saved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.ladder_paper import Told, ladder_paper
from otcpd.portfolio.papers.ladder_content import LadderPaper
from otcpd.ui.models.rungs import STANDING_WORDS
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.next_role import words
from otcpd.ui.pages.next_role.contents import NextRoleContents
from otcpd.ui.papers.document_dialog import DocumentDialog
from otcpd.ui.widgets.check import TickBox
from otcpd.ui.widgets.icon_line import IconLine

TITLE = "What your next role asks"
SENTENCE = "What you see here is exactly what leaves, and nothing is sent."
ACTIVITIES = "With the activities that show it"
STAYS = "Why you want the role, notes to yourself and titles that only you may read stay here."
SAVE = "Save the document"


class LadderDialog(DocumentDialog):
    """Show it with `open_once`, for contents that have a role."""

    def __init__(self, desk: Desk, contents: NextRoleContents, parent: QWidget) -> None:
        super().__init__(desk, (TITLE, SENTENCE, SAVE), parent)
        self._contents = contents
        self.activities = TickBox(desk.theme, ACTIVITIES)
        self.activities.setChecked(True)
        self.add(self.activities, IconLine(desk.theme, "lock", STAYS, wrap=True))
        self.activities.toggled.connect(self._show)
        self.content: LadderPaper = self._make()
        """What leaves."""
        self._show()

    def on_save(self) -> None:
        self.saver.save(self.content)

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
        return ladder_paper(self.desk.session.record, aim, contents.ladder, told, rule, activities=with_activities)

    def _show(self, *_on: object) -> None:
        self.content = self._make()
        self.preview.show_paper(self.content)
        self.saver.put_away()
