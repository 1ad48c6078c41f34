"""Every key there is, in one table: menu, palette, the settings' list of shortcuts and the help are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class KeyGroup(StrEnum):
    """Under what a key stands in lists for people."""

    PAGES = "Pages"
    DOING = "Doing"
    SAVING = "Undo and save"
    MOVING = "Moving about"
    LOOK = "Text size and window"


class KeyEntry(NamedTuple):
    """`keys` as Qt writes them, "Ctrl+Y or Ctrl+Shift+Z". What is not `bound` is seen to by the widget with the focus.

    `shown` is for people, where that is more than they need to know.
    """

    name: str
    keys: str
    does: str
    group: KeyGroup
    bound: bool = True
    shown: str = ""

    @property
    def for_people(self) -> str:
        """The keys as lists and menus write them."""
        return self.shown or self.keys


_DOING, _SAVING, _MOVING, _LOOK = KeyGroup.DOING, KeyGroup.SAVING, KeyGroup.MOVING, KeyGroup.LOOK

KEYS = (
    KeyEntry("new_activity", "Ctrl+N", "New activity", _DOING),
    KeyEntry("new_here", "Ctrl+Shift+N", "New on this page", _DOING),
    KeyEntry("quick_note", "Ctrl+Shift+Space", "Quick note", _DOING),
    KeyEntry("palette", "Ctrl+K", "Find an action or a page", _DOING),
    KeyEntry("one_line", "Ctrl+Shift+A", "Add in one line", _DOING),
    KeyEntry("add_evidence", "Ctrl+Shift+E", "Add evidence…", _DOING),
    KeyEntry("duplicate", "Ctrl+D", "Duplicate activity", _DOING),
    KeyEntry("history", "Ctrl+H", "History of the activity…", _DOING),
    KeyEntry("readers", "Ctrl+Shift+R", "Who sees what…", _DOING),
    KeyEntry("finish", "Ctrl+Enter or Ctrl+Return", "Finish this and go on", _DOING),
    KeyEntry("delete", "Delete", "Delete, with a way back", _DOING, bound=False),
    KeyEntry("preview", "Ctrl+P", "Preview the profile", _DOING),
    KeyEntry("export", "Ctrl+E", "Export profile…", _DOING),
    KeyEntry("open", "Ctrl+O", "Open a CPD file…", _DOING),
    KeyEntry("close", "Ctrl+Q", "Close the window", _DOING),
    KeyEntry("undo", "Ctrl+Z", "Undo", _SAVING),
    KeyEntry("redo", "Ctrl+Y or Ctrl+Shift+Z", "Redo", _SAVING),
    KeyEntry("save", "Ctrl+S", "Save now", _SAVING),
    KeyEntry("search", "Ctrl+F", "Search this page", _MOVING),
    KeyEntry("filter", "Ctrl+Shift+F", "Filter the log…", _MOVING),
    KeyEntry("back", "Alt+Left", "Back to the page that this one belongs to", _MOVING),
    KeyEntry("next_area", "F6", "Next part of the window", _MOVING),
    KeyEntry("area_before", "Shift+F6", "Previous part of the window", _MOVING),
    KeyEntry("lists", "Arrows, Home, End, letters", "Move in a list; Enter opens", _MOVING, bound=False),
    KeyEntry("escape", "Esc", "Close what is open, or clear the search", _MOVING, bound=False),
    KeyEntry("toast", "F8", "Newest message", _MOVING),
    KeyEntry("menu", "F10", "Menu", _MOVING, shown="Alt or F10"),
    KeyEntry("help", "F1", "Help for this page", _MOVING),
    KeyEntry("larger", "Ctrl++ or Ctrl+=", "Larger text", _LOOK, shown="Ctrl++"),
    KeyEntry("smaller", "Ctrl+-", "Smaller text", _LOOK),
    KeyEntry("usual_size", "Ctrl+0", "Usual text size", _LOOK),
    KeyEntry("full_screen", "F11", "Full screen", _LOOK),
)
"""Without the keys of the pages, which follow from their numbers: `all_keys` has both."""

_BY_NAME = {entry.name: entry for entry in KEYS}


def keys_of(name: str) -> str:
    """The keys of an entry, for the command that has them. Raises KeyError for a name that is none."""
    return _BY_NAME[name].keys


def page_key(number: int) -> str:
    """The key of the page with this number; empty for a page in no list."""
    return f"Ctrl+{number}" if number else ""


def all_keys() -> Iterator[KeyEntry]:
    """Every key, those of the pages first."""
    from otcpd.ui.shell.registry import PAGES  # only those who list keys need the pages

    for spec in PAGES:
        if spec.number:
            yield KeyEntry(f"page {spec.page.key}", page_key(spec.number), spec.page.name, KeyGroup.PAGES)
    yield from KEYS


def grouped_keys() -> Iterator[tuple[KeyGroup, tuple[KeyEntry, ...]]]:
    """The keys for people to read, group by group."""
    every = tuple(all_keys())
    for group in KeyGroup:
        yield group, tuple(entry for entry in every if entry.group is group)


def keys_for_people(keys: str) -> str:
    """Keys of a command as a list shows them: the first of several, or as the table writes them."""
    known = next((entry for entry in KEYS if entry.keys == keys), None)
    return known.for_people if known is not None and known.shown else keys.split(" or ")[0]


def shown_keys(name: str) -> str:
    """The keys of an entry as a menu shows them. Raises KeyError for a name that is none."""
    return keys_for_people(keys_of(name))
