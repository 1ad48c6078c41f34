"""Where an agreement stands, in a line with its one next deed: agreeing, changing, renewing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.dates import long_day
from otcpd.domain.supervision import Agreement, Terms
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.icon_line import IconLine


class AgreementStanding(QWidget):
    """One or two buttons at a time: those that fit how it stands. They stand out at both sides by `RING_SPACE`."""

    agree_wanted = Signal()
    change_wanted = Signal()
    end_wanted = Signal()
    renew_wanted = Signal()
    go_on_wanted = Signal()
    delete_wanted = Signal()
    """A draft that nobody agreed to has nothing to end: it goes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = desk.session.read_only
        theme = desk.theme
        self.line = IconLine(theme, "note", "", wrap=True)
        self.review = IconLine(theme, "warn", "", token="warn", wrap=True)
        self.agree = Button(theme, "We have agreed to this", Kind.FILLED, icon="tick")
        self.change = Button(theme, "Change the terms")
        self.renew = Button(theme, "Renew the agreement")
        self.end = Button(theme, "End the agreement")
        self.go_on = Button(theme, "Go on with it after all")
        self.drop = Button(theme, "Delete the draft", Kind.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(6))
        words = QVBoxLayout()
        words.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        words.setSpacing(theme.gap(6))
        words.addWidget(self.line)
        words.addWidget(self.review)
        column.addLayout(words)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=theme.gap(10) - 2 * RING_SPACE)
        for button, wanted in (
            (self.agree, self.agree_wanted),
            (self.renew, self.renew_wanted),
            (self.change, self.change_wanted),
            (self.end, self.end_wanted),
            (self.go_on, self.go_on_wanted),
            (self.drop, self.delete_wanted),
        ):
            row.addWidget(button)
            button.clicked.connect(wanted)
        column.addWidget(self._buttons)

    def load(self, agreement: Agreement, today: date) -> None:
        """Say how it stands."""
        newest = agreement.newest
        over = agreement.ends is not None and agreement.ends < today
        agreed = newest.agreed_on is not None
        draft = all(one.agreed_on is None for one in agreement.terms)
        self.line.show_line(*_line(agreement, newest, today))
        review = agreement.terms_on(today).review_on
        late = review is not None and review < today and not over
        self.review.setVisible(late)
        if review is not None:
            self.review.setText(f"It was to be reviewed on {long_day(review)}. Renew it, or change its terms.")
        self._buttons.setVisible(not self._read_only)
        self.agree.setVisible(not agreed and not over)
        self.change.setVisible(agreed and not over)
        self.renew.setVisible(over or late)
        self.renew.set_kind(Kind.FILLED if agreed and (over or late) else Kind.OUTLINED)
        self.end.setVisible(agreement.ends is None and not draft)
        self.drop.setVisible(agreement.ends is None and draft)
        self.go_on.setVisible(agreement.ends is not None)


def _line(agreement: Agreement, newest: Terms, today: date) -> tuple[str, str, str]:
    """Icon, words, and the colour of both."""
    if agreement.ends is not None:
        word = "Ended" if agreement.ends < today else "Ends"
        reason = f". {agreement.end_reason}" if agreement.end_reason else ""
        return "calendar", f"{word} on {long_day(agreement.ends)}{reason}", "ink2"
    if newest.agreed_on is None:
        which = "The new terms are" if len(agreement.terms) > 1 else "This is"
        return "note", f"{which} a draft until you have agreed. What you write is saved as you go.", "ink2"
    who = "You all" if agreement.members else "You both"
    begun = f"Holds since {long_day(newest.start)}" if newest.start <= today else f"Holds from {long_day(newest.start)}"
    return "tick", f"{begun}. {who} agreed on {long_day(newest.agreed_on)}.", "accent"
