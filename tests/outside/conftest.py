"""A display for each test, with a home of its own, and somebody before it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.outside.display import Display, display
from tests.outside.hands import Hands
from tests.outside.journey import Person
from tests.outside.screen_reader import Reader


@pytest.fixture
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    """Where otcpd is shown to nobody."""
    with display(tmp_path_factory.mktemp("person")) as made:
        yield made


@pytest.fixture
def person(shown: Display, tmp_path: Path) -> Iterator[Person]:
    """Who hears what is on the display, and can press its keys."""
    with closing(Reader(shown.bus)) as reader:
        yield Person(shown, reader, Hands(shown, reader), tmp_path)
