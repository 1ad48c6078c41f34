"""What every page of the window is and is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from otcpd.ui.announce import Announcer
from otcpd.ui.backup_watch import BackupWatch
from otcpd.ui.desktop import Desktop
from otcpd.ui.layout import Layout
from otcpd.ui.machine import MachineSettings
from otcpd.ui.messages import Messages
from otcpd.ui.session import Session
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.page_header import PageHeader


class Desk(NamedTuple):
    """What a page works with."""

    theme: Theme
    announcer: Announcer
    session: Session
    messages: Messages
    desktop: Desktop
    machine: MachineSettings
    backups: BackupWatch
    sample: bool = False
    """The file is the sample, which is thrown away."""


class Command(NamedTuple):
    """Something the menu offers. With `bound`, its key works in the whole window; else the page sees to the key."""

    menu: str
    text: str
    run: Callable[[], object]
    key: str = ""
    bound: bool = True
    ticked: Callable[[], bool] | None = None
    """Whether this choice holds now."""
    begins: bool = False
    """A line stands before it in the menu."""
    changes: bool = False
    """It needs a file one can write to; one that can only be read does not offer it."""
    everywhere: bool = False
    """Its key works in the other windows of the program too."""


class Offer(NamedTuple):
    """Something a page can do or show that people look for by name, before the page has been built.

    Choosing it shows the page and calls its `take_up(key)`. `changes` says that it needs a file one can write to.
    """

    key: str
    text: str
    changes: bool = False


class PageView(Ground):
    """A page. It flushes and refreshes itself; the window only shows it, shapes it and passes keys on."""

    counted = Signal(int)
    """How many things are to do here, for the sidebar."""
    counted_elsewhere = Signal(str, int)
    """How many things are to do on another page (its key), which this page came to know."""
    page_wanted = Signal(str, str)
    """Go to another page (its key), to a thing there (its id, or empty)."""
    new_wanted = Signal()
    """A new activity is wanted, whatever page this is."""
    quick_note_wanted = Signal()
    """A quick note is wanted, whatever page this is."""
    elsewhere_wanted = Signal()
    """The person wants what cannot be saved in another file."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        """`name` is the page's fixed name; its accessible name begins so."""
        super().__init__(desk.theme, "window", parent)
        self.desk = desk
        self.to_do = 0
        self._above = ""
        self.to_do_elsewhere: dict[str, int] = {}
        self.setAccessibleName(name)

    def count(self, to_do: int) -> None:
        """Tell how many things are to do here."""
        self.to_do = to_do
        self.counted.emit(to_do)

    def count_elsewhere(self, page: str, to_do: int) -> None:
        """Tell how many things are to do on another page, which may not be there to tell it."""
        self.to_do_elsewhere[page] = to_do
        self.counted_elsewhere.emit(page, to_do)

    def lead_back(self, header: PageHeader, page: str, text: str) -> None:
        """This page belongs to another (its key, and its name as `text`): a quiet link in the header leads there."""
        self._above = page
        header.set_back(text, self.go_back)

    def go_back(self) -> None:
        """To the page that this one belongs to, if there is one."""
        if self._above:
            self.page_wanted.emit(self._above, "")

    def take_focus(self) -> None:
        """The page was just opened: focus on its title, which has it read out."""

    def apply_layout(self, layout: Layout) -> None:
        """The window has another width or text size."""

    def areas(self) -> Sequence[QWidget]:
        """What F6 goes through on this page, in order; each takes the focus."""
        return ()

    def enter(self, area: QWidget) -> None:
        """Put the focus into one of the areas."""
        area.setFocus(Qt.FocusReason.TabFocusReason)

    def commands(self) -> Sequence[Command]:
        """What the menu offers for this page."""
        return ()

    def start_new(self) -> None:
        """Ctrl+N on the log, Ctrl+Shift+N elsewhere: a new thing of this page."""

    def search(self) -> None:
        """Ctrl+F."""

    def show_thing(self, thing: str) -> None:
        """Open the thing with this id, or the view of this name: "to_finish" on the log, a section of the settings."""

    def take_up(self, offer: str) -> None:
        """Do what the offer of this key says; the page is on show already."""

    def preview(self) -> None:
        """Ctrl+P: what leaves from here, as others will see it."""

    def finish(self) -> None:
        """Ctrl+Enter: what is open here is finished; on with the next. Elsewhere it leads to what is to finish."""
        self.page_wanted.emit("log", "to_finish")

    def leave(self) -> None:
        """The page or the window is about to go: read what still stands in fields."""


def lead_to(part: QWidget, page: str, thing: str = "") -> None:
    """From a part of a page to another page (its key), to a thing there."""
    own = part.parentWidget()
    while own is not None and not isinstance(own, PageView):
        own = own.parentWidget()
    if own is not None:
        own.page_wanted.emit(page, thing)
