"""Every journey is watched: the window is never held for long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.watchdog import AIM_SAMPLE, Watchdog, held_to


@pytest.fixture(autouse=True)
def watchdog(qapp: QApplication, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watchdog]:
    """Watches from the first line of a journey to its last."""
    with held_to(AIM_SAMPLE, request, monkeypatch) as watching:
        yield watching
