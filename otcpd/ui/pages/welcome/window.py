"""The window before a CPD file is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from otcpd.actions.cycle_dates import set_own_dates
from otcpd.actions.files import new_file
from otcpd.actions.services import Services
from otcpd.domain.errors import OtcpdError
from otcpd.ui.announce import Announcer
from otcpd.ui.desktop import Desktop
from otcpd.ui.layout import LEAST_WINDOW, USUAL_SIZE
from otcpd.ui.machine import MachineSettings
from otcpd.ui.pages.welcome import words
from otcpd.ui.pages.welcome.cycle import Cycle
from otcpd.ui.pages.welcome.doors import Doors
from otcpd.ui.pages.welcome.picture import WIDTH, Picture
from otcpd.ui.pages.welcome.place import Place
from otcpd.ui.pages.welcome.screen import Screen
from otcpd.ui.pages.welcome.you import You
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.in_sight import InSight

PICTURE_FROM = 1100
"""Width, at 100 % text size, from which there is room for the picture."""
COLUMN = 690


class WelcomeWindow(Ground):
    """Doors, then who you are, then your registration cycle, then where the file is kept."""

    made = Signal(object)
    """The Record of a file just made."""
    open_wanted = Signal()
    recent_wanted = Signal(object)
    """The Path of a file opened lately."""
    sample_wanted = Signal()
    sample_given_up = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        announcer: Announcer,
        services: Services,
        machine: MachineSettings,
        desktop: Desktop,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "window", parent)
        self.setWindowTitle(words.WINDOW)
        self.setMinimumSize(*LEAST_WINDOW)
        self._announcer = announcer
        self._services = services
        self._number = ""
        self._person = ""
        self.picture = Picture(theme)
        recent = [path for path in machine.recent() if path.is_file()]
        self.doors = Doors(theme, recent)
        self.you = You(theme)
        self.cycle = Cycle(theme, services.clock)
        self.place = Place(theme, desktop)
        self._screens: tuple[Screen, ...] = (self.doors, self.you, self.cycle, self.place)
        self.stack = QStackedWidget()
        self._build()
        InSight(self, when_opened=False)
        self._connect()
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(USUAL_SIZE[0], screen.width()), min(USUAL_SIZE[1], screen.height()))

    def show_screen(self, screen: Screen) -> None:
        """Show one of the screens and say so."""
        self.stack.setCurrentIndex(self._screens.index(screen))
        screen.take_focus()
        self._begin_at_the_top(screen)
        if screen.step:
            self._announcer.say(screen, f"{screen.accessibleName()}. {screen.step}.")

    def scroller_of(self, screen: Screen) -> QScrollArea:
        """What scrolls a screen when the window is low."""
        return self._scrollers[self._screens.index(screen)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.doors.take_focus()
        self._begin_at_the_top(self.doors)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _begin_at_the_top(self, screen: Screen) -> None:
        """What one is asked is read first; Tab scrolls to where the focus is."""
        self.scroller_of(screen).verticalScrollBar().setValue(0)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.picture)
        row.addWidget(self.stack, 1)
        self._holders: list[QVBoxLayout] = []
        self._scrollers: list[QScrollArea] = []
        for screen in self._screens:
            holder = Ground(self._theme)
            column = QVBoxLayout(holder)
            column.addWidget(screen)
            self._holders.append(column)
            scroller = DownScroll(self._theme, holder)
            self._scrollers.append(scroller)
            self.stack.addWidget(scroller)
        self._shape()

    def _connect(self) -> None:
        self.doors.new.clicked.connect(self._on_new)
        self.doors.open.clicked.connect(self.open_wanted)
        self.doors.sample.clicked.connect(self.sample_wanted)
        self.doors.cancel.clicked.connect(self.sample_given_up)
        self.doors.recent_chosen.connect(self.recent_wanted)
        self.you.done.connect(self._on_you)
        self.you.back_wanted.connect(self._on_back_to_doors)
        self.cycle.done.connect(self._on_cycle)
        self.cycle.back_wanted.connect(self._on_new)
        self.place.done.connect(self._on_place)
        self.place.back_wanted.connect(self._on_back_to_cycle)
        self._theme.changed.connect(self._shape)

    def _shape(self) -> None:
        theme = self._theme
        with_picture = self.width() >= theme.px(PICTURE_FROM)
        self.picture.setVisible(with_picture)
        room = self.width() - (WIDTH if with_picture else 0)
        edge = theme.gap(92 if with_picture and room >= theme.px(COLUMN + 184) else 32)
        for screen in self._screens:
            screen.setMaximumWidth(theme.px(COLUMN))
        for column in self._holders:
            column.setContentsMargins(edge, 0, theme.gap(32), 0)
            column.setAlignment(Qt.AlignmentFlag(0) if with_picture else Qt.AlignmentFlag.AlignHCenter)

    def _on_new(self) -> None:
        self.show_screen(self.you)

    def _on_back_to_doors(self) -> None:
        self.show_screen(self.doors)

    def _on_you(self, name: str, number: str) -> None:
        if name != self._person:
            self.place.suggest(name)
        self._person, self._number = name, number
        self.show_screen(self.cycle)

    def _on_back_to_cycle(self) -> None:
        self.show_screen(self.cycle)

    def _on_cycle(self) -> None:
        self.show_screen(self.place)

    def _on_place(self, place: Path) -> None:
        try:
            record = new_file(place, self._person, self._number, self._services.around)
            try:
                set_own_dates(record, self.cycle.hcpc.start, self.cycle.own)
            except OtcpdError:
                record.close()
                raise
        except OtcpdError as error:
            self.place.show_problem(error)
            self._announcer.say(self.place, error.text)
            return
        self.made.emit(record)
