"""The command for pictures works, and every state it knows can be shown."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from tests.screens.for_docs import PICTURES
from tests.screens.shooting import USUAL, shoot_look, write_sheets
from tests.screens.stage import Content, Stage
from tests.screens.states import all_states


def test_states_have_names_of_their_own() -> None:
    counted = Counter((state.name, state.content) for state in all_states())
    assert [name for name, number in counted.items() if number > 1] == []


def test_what_docs_show_is_there() -> None:
    there = {(state.name, state.content) for state in all_states()}
    assert {(state, content) for _, state, content, _ in PICTURES} <= there


def test_pages_on_a_sheet(qapp: QApplication, tmp_path: Path) -> None:
    stage = Stage(qapp, tmp_path)
    pages = [state for state in all_states([Content.EMPTY]) if state.arrange is None]
    pictures = list(shoot_look(stage, tmp_path / "one", USUAL, pages))
    write_sheets(tmp_path / "one", tmp_path / "sheets")
    stage.close()
    assert len(pictures) == len(pages)
    with Image.open(tmp_path / "sheets" / f"{USUAL.name}-1.png") as sheet, Image.open(pictures[0]) as page:
        assert page.size == (USUAL.width, USUAL.height)
        assert sheet.width > page.width
