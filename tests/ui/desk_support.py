"""A desk with a real file on it, for tests of whole pages: real record, real worker, answers for the choosers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import new_activity
from otcpd.actions.looking import looking_in_worker
from otcpd.actions.portfolio import edit_portfolio, use_in_statement
from otcpd.actions.services import Services
from otcpd.background import Worker
from otcpd.domain.activity import Category
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from otcpd.ui.announce import Announcer
from otcpd.ui.background import Background
from otcpd.ui.backup_watch import BackupWatch
from otcpd.ui.desktop import Chosen
from otcpd.ui.layout import WIDE
from otcpd.ui.machine import MachineSettings
from otcpd.ui.messages import Messages
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.session import Session
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.moulds import moulded
from tests.record.support import make_file, surroundings


@dataclass
class Answers:
    """A `Desktop` that answers at once. Without an answer the person changed her mind."""

    files: list[Path] = field(default_factory=list)
    place: Path | None = None
    opens: bool = True
    suggested: list[Path] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)
    copies: bool = True
    copied: list[str] = field(default_factory=list)

    def choose_files(self, parent: QWidget, title: str, kinds: str, chosen: Chosen, *, several: bool = True) -> None:
        if self.files:
            chosen(self.files)

    def choose_place(self, parent: QWidget, title: str, suggested: Path, kinds: str, chosen: Chosen) -> None:
        self.suggested.append(suggested)
        if self.place is not None:
            chosen([self.place])

    def choose_folder(self, parent: QWidget, title: str, suggested: Path, chosen: Chosen) -> None:
        self.suggested.append(suggested)
        if self.place is not None:
            chosen([self.place])

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return self.opens

    def copy(self, text: str) -> bool:
        if self.copies:
            self.copied.append(text)
        return self.copies


def services(folder: Path, clock: FixedClock) -> Services:
    """Everything from outside, with its own folder."""
    return Services(clock, surroundings(clock, seed=7), looking_in_worker, folder / "own")


def make_desk(
    record: Record, folder: Path, clock: FixedClock, theme: Theme, announcer: Announcer, desktop: Answers
) -> Desk:
    """A desk on `record`. Give it back with `clear_desk`."""
    given = services(folder, clock)
    background = Background(Worker())
    session = Session(record, given, background)
    background.setParent(session)
    machine = MachineSettings(given.settings_file)
    return Desk(theme, announcer, session, Messages(session), desktop, machine, BackupWatch(session, session))


def clear_desk(desk: Desk) -> None:
    """Close the file and end the worker."""
    desk.session.autosave.forget()
    desk.session.close()
    desk.session.background.shutdown()
    desk.session.deleteLater()


FIRST = date(2025, 11, 6)
GAP_KEY = "gap 2026-03-13"


def fill(record: Record) -> list[str]:
    """Fourteen activities of four categories with one gap, 13 March to 21 June 2026; five are chosen. Their ids."""
    days = [FIRST + timedelta(days=days) for days in (0, 20, 40, 60, 80, 100, 126)]
    days += [date(2026, 6, 22) + timedelta(days=days) for days in (0, 20, 40, 60, 80, 100, 140)]
    kinds = (Category.WORK_BASED, Category.FORMAL, Category.SELF_DIRECTED, Category.PROFESSIONAL)
    ids = [
        new_activity(record, date=day, title=f"Learning {place + 1}", category=kinds[place % 4]).new_id
        for place, day in enumerate(days)
    ]
    portfolio = record.portfolios.current().id
    edit_portfolio(record, portfolio, "summary", "I work with adults at home.")
    edit_portfolio(record, portfolio, "statement", "I learnt to look at stairs by night.")
    for activity in ids[:5]:
        use_in_statement(record, activity, True)
    return ids


def filled_record(path: Path, clock: FixedClock) -> Record:
    """A new file with the activities of `fill`."""
    return moulded(path, clock, 1, "filled", _filled)


def _filled(path: Path, around: Surroundings) -> Record:
    record = make_file(path, around)
    fill(record)
    return record


def shown(desk: Desk, qtbot: QtBot) -> PortfolioPage:
    """The portfolio page in a window that has the focus."""
    made = PortfolioPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.apply_layout(WIDE)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
