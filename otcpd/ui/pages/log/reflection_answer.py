"""One question of a reflective model with room for the answer, and who can read it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions import activities
from otcpd.actions.readers import Place, answer_label
from otcpd.catalogue import Prompt, ReflectiveModel
from otcpd.domain.changes import Changes
from otcpd.domain.layers import default_layer
from otcpd.record.answers import Answer
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag

_USUAL = default_layer("reflection_answer", "text")


class AnswerField(QWidget):
    """Saves itself while one types. Its tag hangs over the field's right edge by `TAG_SPACE`."""

    def __init__(self, desk: Desk, model: ReflectiveModel, prompt: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._prompt = model.code, prompt.code
        self.text = LongText(desk.theme)
        self.tag = ReaderTag(desk.theme, _USUAL)
        self.readers = ReaderBinding(desk, self.tag, answer_label(model, prompt))
        self._binding = TextBinding(desk.session, self.text, prompt.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.pointed_out = PointedOut(desk, self._binding)
        form = FormField(
            desk.theme,
            prompt.label,
            self.text,
            help_text=prompt.hint,
            beside=self.tag,
            hang=TAG_SPACE,
            note_below=self.pointed_out,
        )
        column.addWidget(form)
        self.setTabOrder(self.text.editor, self.tag)

    def load(self, activity: str, answer: Answer | None) -> None:
        """Show the answer given for an activity, or an empty field."""
        place = Place("reflection_answer", activity, f"{self._model}/{self._prompt}")
        self.readers.bind(place, answer.layer if answer else _USUAL)
        key = ("reflection", activity, self._model, self._prompt)
        save = partial(_save_answer, activity=activity, model=self._model, prompt=self._prompt)
        self._binding.bind(key, answer.text if answer else "", save)


def _save_answer(record: Record, text: str, activity: str, model: str, prompt: str) -> Changes:
    return activities.answer_prompt(record, activity, model, prompt, text, typing=True)
