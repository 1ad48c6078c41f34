"""From a finding to the place where it is mended."""

from __future__ import annotations

from PySide6.QtCore import QObject

from otcpd.actions.portfolio import use_in_statement
from otcpd.domain.dates import from_iso
from otcpd.domain.gaps import gap_key
from otcpd.domain.readiness import Cause, Finding
from otcpd.ui.pages.base import PageView
from otcpd.ui.pages.portfolio import words


class Mending(QObject):
    """Gaps, activities and categories are mended in the log, texts on the page itself."""

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self._page = page

    def mend(self, finding: Finding) -> None:
        """Go there, or do it where there is only one way."""
        match finding.cause:
            case Cause.SUMMARY_WORDS:
                self._page.show_thing("summary")
            case Cause.STATEMENT_WORDS:
                self._page.show_thing("statement")
            case Cause.OUTSIDE_PERIOD:
                self._take_out(finding.items[0])
            case Cause.NO_REASON | Cause.REASON_WITHHELD | Cause.REASON_TOO_SHORT:
                self._page.page_wanted.emit("log", gap_key(from_iso(finding.items[0].partition("/")[0])))
            case Cause.FEW_TYPES | Cause.NO_CATEGORY | Cause.STILL_TO_COME if finding.items:
                self._page.page_wanted.emit("log", finding.items[0])
            case Cause.SUPERVISION_LATE | Cause.REVIEW_PAST | Cause.NO_OT:
                self._page.page_wanted.emit("supervision", finding.items[0] if finding.items else "")
            case Cause.LIST_LONG:
                self._page.page_wanted.emit("log", "")
            case _:
                self._page.new_wanted.emit()

    def _take_out(self, activity: str) -> None:
        session = self._page.desk.session
        if session.act(use_in_statement, activity, False):
            self._page.desk.messages.offer_undo(words.TAKEN_OUT, session.undo, passing=True)
