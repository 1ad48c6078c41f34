"""What a state is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tests.screens.stage import Content, Scene


@dataclass(frozen=True, slots=True)
class State:
    """One thing to be looked at: page `page` of a window on a file with `content`, after `arrange`.

    `arrange` gives the window to look at where that is another one: a dialog, the welcome screen. Pass windows that
    the scene shall put away through `Scene.show` or `Scene.others`. `thing` is a thing on the page, as `go_to` takes
    it. After a state that `spoils` its window the
    next one gets a new one; the others are seen one after the other, as people see them.
    """

    name: str
    page: str
    content: Content = Content.SAMPLE
    arrange: Callable[[Scene], QWidget | None] | None = None
    thing: str = ""
    spoils: bool = True
