"""The commands of the window, with their keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from otcpd.ui.look_settings import choose_theme, step_text_size
from otcpd.ui.pages.base import Command
from otcpd.ui.shell.registry import PAGES
from otcpd.ui.theme.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from otcpd.ui.shell.main_window import MainWindow


THEMES = (
    (ThemeChoice.SYSTEM, "Follow the system"),
    (ThemeChoice.LIGHT, "Light"),
    (ThemeChoice.DARK, "Dark"),
)


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
    return [
        Command("File", "Open a CPD file…", window.open_wanted.emit, "Ctrl+O"),
        Command("File", "Start a new CPD file…", window.start_wanted.emit),
        Command("File", "Make a backup now", window.desk.backups.back_up),
        Command("File", "Close the window", window.close, "Ctrl+Q"),
        Command("Edit", "Undo", window.undo, "Ctrl+Z"),
        Command("Edit", "Redo", window.redo, "Ctrl+Y or Ctrl+Shift+Z"),
        Command("Edit", "Save now", window.save_now, "Ctrl+S"),
        Command("Edit", "Search this page", window.search, "Ctrl+F"),
        Command("Edit", "New activity", window.new_activity, "Ctrl+N"),
        *(
            Command(
                "Go", spec.page.name, partial(window.go_to, spec.page.key), f"Ctrl+{spec.number}" if spec.number else ""
            )
            for spec in PAGES
        ),
        Command("Go", "Next part of the window", partial(window.next_area, 1), "F6"),
        Command("Go", "Part before", partial(window.next_area, -1), "Shift+F6"),
        Command("Go", "Newest message", window.toast.focus_action, "F8"),
        Command("Go", "Menu", window.menu.call, "F10"),
        Command("View", "Larger text", partial(_step_text_size, window, 1), "Ctrl++ or Ctrl+="),
        Command("View", "Smaller text", partial(_step_text_size, window, -1), "Ctrl+-"),
        Command(
            "View",
            "Usual text size",
            partial(_step_text_size, window, 0),
            "Ctrl+0",
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
        Command("View", "Full screen", window.toggle_full_screen, "F11", ticked=window.isFullScreen, begins=True),
    ]
