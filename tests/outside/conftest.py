"""A display for each test, with a home of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.outside.display import Display, display


@pytest.fixture
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    """Where otcpd is shown to nobody."""
    with display(tmp_path_factory.mktemp("person")) as made:
        yield made
