"""What was written under other models: it stays, can be read, and is one press away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.catalogue import ReflectiveModel, load_catalogue
from otcpd.domain.words import counted
from otcpd.record.answers import Answer
from otcpd.ui.pages.base import Desk
from otcpd.ui.widgets.fold import Fold
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.reading import Passage, Reading, heading, paragraph


class OtherAnswers(QWidget):
    """One fold for each other model that has answers."""

    model_wanted = Signal(str)
    """Go back to this model."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.folds: dict[str, Fold] = {}
        """By the code of the model; only of models that have answers now."""
        self._passages: dict[str, list[Passage]] = {}

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show these; folds that were open stay open."""
        catalogue = load_catalogue()
        found = {
            code: [one for one in answers if one.model == code]
            for code in catalogue.models
            if any(one.model == code for one in answers)
        }
        for code in [code for code in self.folds if code not in found]:
            fold = self.folds.pop(code)
            self._column.removeWidget(fold)
            fold.hide()
            fold.deleteLater()
        for code, own in found.items():
            model = catalogue.models[code]
            self._passages[code] = _passages(model, own)
            if code not in self.folds:
                self._add(model)
            self.folds[code].head.set_fact(counted(len(own), "answer"))
            inside = self.folds[code].inside
            if isinstance(inside, Inside):
                inside.reading.set_passages(self._passages[code])
        self.setVisible(bool(found))

    def _add(self, model: ReflectiveModel) -> None:
        fold = Fold(self._desk.theme, f"You also wrote under {model.short}", partial(self._make, model))
        self.folds[model.code] = fold
        self._column.addWidget(fold)

    def _make(self, model: ReflectiveModel) -> QWidget:
        inside = Inside(self._desk, model)
        inside.reading.set_passages(self._passages[model.code])
        inside.back_wanted.connect(self.model_wanted)
        return inside


class Inside(QWidget):
    """The answers to one model, and the way back to it."""

    back_wanted = Signal(str)

    def __init__(self, desk: Desk, model: ReflectiveModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model.code
        self.reading = Reading(desk.theme, f"What you wrote under {model.short}", fits=True)
        self.back = LinkButton(desk.theme, f"Go back to {model.short}", "chevron-left")
        self.back.clicked.connect(self._on_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.gap(4))
        column.addWidget(self.reading)
        column.addWidget(self.back)

    def _on_back(self) -> None:
        self.back_wanted.emit(self._model)


def _passages(model: ReflectiveModel, answers: Sequence[Answer]) -> list[Passage]:
    texts = {one.prompt: one.text for one in answers}
    found: list[Passage] = []
    for prompt in model.prompts:
        if prompt.code in texts:
            found += [heading(prompt.label), paragraph(texts[prompt.code])]
    return found
