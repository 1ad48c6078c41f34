"""The dialog that makes the plan as a document: see exactly what leaves, save."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.domain.words import counted
from otcpd.portfolio.papers.plan_content import PlanPaper
from otcpd.ui.pages.base import Desk
from otcpd.ui.papers.document_dialog import DocumentDialog, WhatLeaves

TITLE = "Your learning plan"
SENTENCE = "To read, to agree and to sign. What you see here is exactly what leaves, and nothing is sent."
SAVE = "Save the document"


class PlanDialog(DocumentDialog):
    """Show it with `open_once`."""

    def __init__(self, desk: Desk, content: PlanPaper, parent: QWidget) -> None:
        super().__init__(desk, (TITLE, SENTENCE, SAVE), parent)
        self.content = content
        leaves = WhatLeaves(desk.theme)
        leaves.show_lines(what_leaves(content), STAYING)
        self.add(leaves)
        self.preview.show_paper(content)

    def on_save(self) -> None:
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
