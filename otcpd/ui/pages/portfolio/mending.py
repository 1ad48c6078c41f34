"""From a finding to the place where it is mended."""

from __future__ import annotations

from PySide6.QtCore import QObject

from otcpd.actions.portfolio import use_in_statement
from otcpd.domain.readiness import Finding, Level
from otcpd.ui.pages.base import PageView
from otcpd.ui.pages.portfolio import words


class Mending(QObject):
    """Goes by the rule: gaps, activities and categories are mended in the log, texts on the page itself."""

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self._page = page

    def mend(self, finding: Finding) -> None:
        """Go there, or do it where there is only one way."""
        match finding.rule:
            case "R4":
                self._page.show_thing("summary" if finding.message.startswith(words.SUMMARY) else "statement")
            case "R8" if finding.fix.startswith("Take"):
                self._take_out(finding.items[0])
            case "R1" if finding.level is Level.ERROR:
                self._page.page_wanted.emit("log", gap_key(finding))
            case "R2" | "R8" if finding.items:
                self._page.page_wanted.emit("log", finding.items[0])
            case "R3" if finding.fix.startswith("Look"):
                self._page.page_wanted.emit("log", "")
            case _:
                self._page.new_wanted.emit()

    def _take_out(self, activity: str) -> None:
        session = self._page.desk.session
        if session.act(use_in_statement, activity, False):
            self._page.desk.messages.offer_undo(words.TAKEN_OUT, session.undo, passing=True)


def gap_key(finding: Finding) -> str:
    """What the log calls the gap of a finding: a gap has no id, so its first day tells it from others."""
    return f"gap {finding.items[0].partition('/')[0]}"
