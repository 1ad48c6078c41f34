"""Two hands on the keyboard of a display, and an ear: each key is pressed once the one before has had its effect."""

from __future__ import annotations

import time

from tests.outside.display import Display
from tests.outside.screen_reader import ACTIVE, FOCUSABLE, VISIBLE, Reader, Thing, unless_it_goes
from tests.outside.waiting import NotThere, seen

AGAIN = 5.0
"""Seconds after which a key that had no effect is pressed again: the program answers all the while."""
MOST_STOPS = 80
"""More presses of Tab than the window has stops."""


class Hands:
    """Press keys as a person does, who sees which window is in front and hears where the focus is."""

    def __init__(self, shown: Display, reader: Reader) -> None:
        self._shown = shown
        self.reader = reader

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, in the topmost window."""
        self._turn_to_topmost()
        self._shown.press(*keys)

    def write(self, words: str) -> None:
        """Type, until the words stand where the focus is."""
        self._turn_to_topmost()
        self._shown.type(words)

        def stands() -> bool | None:
            field = self.reader.focus()
            return (field is not None and field.text == words) or None

        seen(unless_it_goes(stands), f"‘{words}’ as typed")

    def close_with(self, key: str, name: str) -> None:
        """Press a key in the field of this name until it has gone with its dialog.

        A list of proposals that happens to be open takes the first press for itself.
        """
        pressed = 0.0

        def has_gone() -> bool | None:
            nonlocal pressed
            focus = self.reader.focus()
            if focus is None or focus.called != name:
                return True
            if time.monotonic() - pressed > AGAIN:
                self.press(key)
                pressed = time.monotonic()
            return None

        seen(unless_it_goes(has_gone), f"the end of ‘{name}’")

    def tab_to(self, name: str) -> None:
        """Press Tab until this is heard."""

        def is_meant(thing: Thing) -> bool:
            return thing.called == name

        self.reader.first(is_meant, f"a stop ‘{name}’", states=(FOCUSABLE, VISIBLE))
        self._turn_to_topmost()
        heard = [self.reader.focused().called]
        while heard[-1] != name and len(heard) < MOST_STOPS:
            heard.append(self.tab().called)
        if heard[-1] != name:
            raise NotThere(f"Tab does not reach ‘{name}’; it stops at {list(dict.fromkeys(heard))}")

    def tab(self) -> Thing:
        """Press Tab; where it leads."""
        before = self.reader.focused()
        self.press("Tab")

        def moved() -> Thing | None:
            now = self.reader.focus()
            return None if now is None or now.place == before.place else now

        return seen(unless_it_goes(moved), f"another stop after ‘{before.called}’")

    def is_at(self, name: str) -> None:
        """Wait until this has the focus."""

        def there() -> bool | None:
            now = self.reader.focus()
            return (now is not None and now.called == name) or None

        seen(unless_it_goes(there), f"the focus at ‘{name}’")

    def _turn_to_topmost(self) -> None:
        """Where there is a window manager it has given the keys to the window in front; here that is done for it."""

        def has_keys() -> bool | None:
            windows = self.reader.windows()
            if windows and ACTIVE in windows[-1].states:
                return True
            self._shown.give_keys_to_topmost()
            return None

        seen(unless_it_goes(has_keys), "a window that gets the keys")
