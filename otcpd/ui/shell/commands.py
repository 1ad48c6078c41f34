"""The commands of the window, with their keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from otcpd.ui.look_settings import choose_theme, step_text_size
from otcpd.ui.pages.base import Command, PageView
from otcpd.ui.shell.keys import keys_of, page_key
from otcpd.ui.shell.page_doings import PageDoings
from otcpd.ui.shell.registry import PAGES, PageSpec, spec_of
from otcpd.ui.theme.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from otcpd.ui.shell.main_window import MainWindow


THEMES = (
    (ThemeChoice.SYSTEM, "Follow the system"),
    (ThemeChoice.LIGHT, "Light"),
    (ThemeChoice.DARK, "Dark"),
)
HELP_TOPICS = (("start", "Getting started"), ("keys", "Keys"))
"""Pages of the help that belong to no page of the window."""


def _step_text_size(window: MainWindow, step: int) -> None:
    step_text_size(window.desk.theme, window.desk.machine, step)
    window.desk.announcer.say(window, f"Text size {window.desk.theme.factor:.0%}")


def _is_usual_size(theme: Theme) -> bool:
    return theme.factor == 1.0


def _is_choice(theme: Theme, choice: ThemeChoice) -> bool:
    return theme.choice is choice


def shell_commands(window: MainWindow) -> list[Command]:
    """Everything the window itself offers; pages add their own."""
    theme, machine = window.desk.theme, window.desk.machine
    doings = PageDoings(window)
    return [
        Command("File", "Open a CPD file…", window.open_wanted.emit, keys_of("open")),
        Command("File", "Start a new CPD file…", window.start_wanted.emit),
        Command("File", "Make a backup now", partial(window.go_to, "settings", "backups make"), changes=True),
        Command("File", "Preview the profile", doings.preview, keys_of("preview"), begins=True),
        Command("File", "Export profile…", doings.export, keys_of("export")),
        Command("File", "Close the window", window.close, keys_of("close"), begins=True),
        *_editing(window, doings),
        *_going(window, doings),
        Command("View", "Larger text", partial(_step_text_size, window, 1), keys_of("larger")),
        Command("View", "Smaller text", partial(_step_text_size, window, -1), keys_of("smaller")),
        Command(
            "View",
            "Usual text size",
            partial(_step_text_size, window, 0),
            keys_of("usual_size"),
            ticked=partial(_is_usual_size, theme),
        ),
        *(
            Command(
                "View",
                text,
                partial(choose_theme, theme, machine, choice),
                ticked=partial(_is_choice, theme, choice),
                begins=choice is ThemeChoice.SYSTEM,
            )
            for choice, text in THEMES
        ),
        Command(
            "View",
            "Full screen",
            window.toggle_full_screen,
            keys_of("full_screen"),
            ticked=window.isFullScreen,
            begins=True,
        ),
        *_helping(window),
    ]


def way_back(page: PageView, spec: PageSpec) -> Sequence[Command]:
    """What leads from a page back to the one it belongs to; nothing where it stands by itself."""
    if not spec.under:
        return ()
    return (Command("Go", f"Back to {spec_of(spec.under).page.name}", page.go_back, keys_of("back")),)


def _editing(window: MainWindow, doings: PageDoings) -> list[Command]:
    return [
        Command("Edit", "Undo", window.undo, keys_of("undo"), changes=True),
        Command("Edit", "Redo", window.redo, keys_of("redo"), changes=True),
        Command("Edit", "Save now", window.save_now, keys_of("save"), begins=True),
        Command("Edit", "Search this page", doings.search, keys_of("search")),
        Command("Edit", "New activity", window.new_activity, keys_of("new_activity"), changes=True, begins=True),
        Command("Edit", "New on this page", doings.start_new, keys_of("new_here"), changes=True),
        Command("Edit", "Quick note", window.aids.quick_note, keys_of("quick_note"), changes=True, everywhere=True),
        Command("Edit", "Finish this and go on", doings.finish, keys_of("finish"), changes=True),
    ]


def _going(window: MainWindow, doings: PageDoings) -> list[Command]:
    return [
        Command("Go", "Find an action or a page", window.aids.palette, keys_of("palette"), everywhere=True),
        *(Command("Go", spec.page.name, partial(window.go_to, spec.page.key), page_key(spec.number)) for spec in PAGES),
        Command("Go", "Next part of the window", partial(doings.next_area, 1), keys_of("next_area")),
        Command("Go", "Previous part of the window", partial(doings.next_area, -1), keys_of("area_before")),
        Command("Go", "Newest message", window.toast.focus_action, keys_of("toast")),
        Command("Go", "Menu", window.menu.call, keys_of("menu")),
    ]


def _helping(window: MainWindow) -> list[Command]:
    return [
        Command("Help", "Help for this page", window.aids.help, keys_of("help"), everywhere=True),
        *(
            Command("Help", text, partial(window.aids.help_on, topic), begins=topic == HELP_TOPICS[0][0])
            for topic, text in HELP_TOPICS
        ),
    ]
