"""The stage on which states are shown, one for each process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.screens.stage import Stage


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Windows in any state and look."""
    made = Stage(qapp, Path(tmp_path_factory.mktemp("stage")))
    yield made
    made.close()
