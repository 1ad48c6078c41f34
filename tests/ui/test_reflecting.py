"""Reflecting with models in the window: no change of model loses a word, whatever is typed in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.catalogue import load_catalogue
from otcpd.ui.pages.log.reflection_others import Inside
from otcpd.ui.pages.log.reflection_section import ReflectionSection
from tests.ports import FixedClock
from tests.ui.opened import Opened, log_file, opened_program


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def reflecting(opened: Opened) -> ReflectionSection:
    """The open section of the open activity."""
    section = opened.detail.folds.section("reflection")
    assert isinstance(section, ReflectionSection)
    return section


def choose(section: ReflectionSection, model: str) -> None:
    """Choose a model, as from the drop-down."""
    section.model.set_value(model)
    section.model.chosen.emit(model)


def other_texts(section: ReflectionSection) -> dict[str, str]:
    """What can be read of other models, by their code."""
    found = {}
    for code, fold in section.others.folds.items():
        fold.open()
        assert isinstance(fold.inside, Inside)
        found[code] = fold.inside.reading.toPlainText()
    return found


def test_what_was_written_under_another_model_can_be_read_and_gone_back_to(opened: Opened) -> None:
    section = reflecting(opened)
    choose(section, "gibbs")
    section.fields["feelings"].editor.setFocus()
    opened.type("Cross with myself")
    choose(section, "driscoll")
    assert [fold.head.text() for fold in section.others.folds.values()] == ["You also wrote under Gibbs"]
    assert other_texts(section) == {"gibbs": "Feelings\nCross with myself"}
    inside = section.others.folds["gibbs"].inside
    assert isinstance(inside, Inside)
    assert inside.back.text() == "Go back to Gibbs"
    inside.back.click()
    assert section.model.value() == "gibbs"
    assert section.fields["description"].editor.hasFocus()
    assert section.fields["feelings"].text() == "Cross with myself"
    assert not section.others.isVisible()
    opened.window.undo()
    assert section.fields["feelings"].text() == ""


def test_the_model_used_last_is_offered_for_a_new_activity(opened: Opened) -> None:
    section = reflecting(opened)
    assert section.model.value() == "hcpc_profile"
    choose(section, "kolb")
    section.fields["concepts"].editor.setFocus()
    opened.type("Rest first")
    opened.window.new_activity()
    assert reflecting(opened).model.value() == "kolb"


def test_questions_of_the_form_are_copied_into_the_private_ones_at_one_press(opened: Opened) -> None:
    opened.window.new_activity()
    learning = opened.detail.texts["learning"].text
    section = reflecting(opened)
    assert section.repeats.isVisibleTo(section)
    assert not section.repeats.copy.isVisibleTo(section), "there is nothing to copy yet"
    learning.editor.setFocus()
    opened.type("Light matters")
    opened.window.desk.session.flush()
    assert section.repeats.copy.isVisibleTo(section)
    section.repeats.copy.click()
    assert section.fields["learning"].text() == "Light matters"
    assert section.fields["activity"].editor.hasFocus()
    assert not section.repeats.copy.isVisibleTo(section)
    assert opened.toast == "Copied from above"
    opened.window.undo()
    assert section.fields["learning"].text() == ""
    assert learning.text() == "Light matters"
    choose(section, "gibbs")
    assert not section.repeats.isVisibleTo(section)


MODELS = sorted(load_catalogue().models)
STEPS = st.lists(st.tuples(st.sampled_from(MODELS), st.integers(0, 6), st.text("ab \n", max_size=6)), max_size=8)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_switching_models_never_loses_text(opened: Opened, steps: list[tuple[str, int, str]]) -> None:
    opened.window.new_activity()
    section = reflecting(opened)
    written: dict[tuple[str, str], str] = {}
    for model, number, text in steps:
        choose(section, model)
        prompt = list(section.fields)[number % len(section.fields)]
        section.fields[prompt].editor.setPlainText(text)
        written[model, prompt] = text
    opened.window.desk.session.flush()
    for model in MODELS:
        choose(section, model)
        for prompt, field in section.fields.items():
            assert field.text() == written.get((model, prompt), "")
        elsewhere = {code for (code, _), text in written.items() if code != model and text.strip()}
        assert set(section.others.folds) == elsewhere
