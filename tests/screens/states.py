"""Every page, dialog and state there is to be looked at, by a person and by the walkers of `tests/access`.

A page of the registry is here by itself, once with each content. What it can look like besides stands in the modules
`states_of_…` of this folder: a name, the page, the content it needs, and how to bring it about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QWidget

from otcpd.ui.shell.registry import PAGES
from tests.screens.arranging import State
from tests.screens.stage import Content, Look, Scene, Stage


def _arranged_states() -> Iterator[State]:
    for path in sorted(Path(__file__).parent.glob("states_of_*.py")):
        yield from import_module(f"tests.screens.{path.stem}").STATES


ARRANGED: tuple[State, ...] = tuple(_arranged_states())
"""What pages and windows look like besides: the `STATES` of each module of this folder named `states_of_…`."""


def all_states(contents: Sequence[Content] = tuple(Content)) -> list[State]:
    """Every state with one of these contents, those that need the same file next to each other."""
    plain = [State(spec.page.key, spec.page.key, content, spoils=False) for content in contents for spec in PAGES]
    found = [*plain, *(state for state in ARRANGED if state.content in contents)]
    return sorted(found, key=_content)


def _content(state: State) -> str:
    return state.content.value


@dataclass(frozen=True, slots=True)
class Shown:
    """A state on the screen; `top` is the window to look at."""

    state: State
    look: Look
    scene: Scene
    top: QWidget

    @property
    def name(self) -> str:
        """Says what is seen, for a finding or a file."""
        return f"{self.state.name}-{self.state.content.value}"


def shown(stage: Stage, look: Look, states: Sequence[State]) -> Iterator[Shown]:
    """Bring each state about, one after the other."""
    left = list(states)
    while left:
        content = left[0].content
        with stage.scene(content, look, left[0].page) as scene:
            while left and left[0].content is content:
                state = left.pop(0)
                with _arranged(state, scene) as top:
                    yield Shown(state, look, scene, top)
                if state.spoils:
                    break


@contextmanager
def _arranged(state: State, scene: Scene) -> Iterator[QWidget]:
    if state.page:
        scene.window.go_to(state.page, state.thing)
    scene.settle()
    top = state.arrange(scene) if state.arrange else None
    scene.settle()
    yield top or scene.window
    scene.put_others_away()


Arranging = Callable[[Scene], QWidget | None]
