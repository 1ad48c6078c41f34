"""Reflecting with a model: its questions, each with room for an answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions import activities
from otcpd.catalogue import ReflectiveModel, load_catalogue
from otcpd.domain.activity import Activity
from otcpd.domain.changes import Changes
from otcpd.domain.layers import Layer
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.section import Section
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.reader_tag import reader_words


class ReflectionSection(Section):
    """Answers to several models can stand side by side; one model is shown at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        models = load_catalogue().models
        self.model = ComboBox(desk.theme, [(model.code, model.label) for model in models.values()])
        self.model.chosen.connect(self._on_model)
        self.column.addWidget(FormField(desk.theme, "Model", self.model))
        self.column.addWidget(IconLine(desk.theme, "lock", reader_words(Layer.PRIVATE), role=Role.META))
        self._holder = QWidget()
        self._prompts = QVBoxLayout(self._holder)
        self._prompts.setContentsMargins(0, 0, 0, 0)
        self._prompts.setSpacing(desk.theme.gap(14))
        self.column.addWidget(self._holder)
        self.fields: dict[str, LongText] = {}
        self._bindings: dict[str, TextBinding] = {}
        self._built_for = ""

    def refresh(self, activity: Activity, *, other: bool) -> None:
        if other or not self.model.value():
            begun = [reflection.model for reflection in activity.reflections if reflection.answers]
            self.model.set_value(begun[0] if begun else load_catalogue().default_model.code)
        self._show(activity)

    def _show(self, activity: Activity) -> None:
        model = load_catalogue().model(self.model.value())
        if model is None:
            return
        if self._built_for != model.code:
            self._build(model)
        answers = {reflection.model: reflection.answers for reflection in activity.reflections}.get(model.code, {})
        for prompt, binding in self._bindings.items():
            key = ("reflection", activity.id, model.code, prompt)
            save = partial(_save_answer, activity=activity.id, model=model.code, prompt=prompt)
            binding.bind(key, answers.get(prompt, ""), save)

    def _build(self, model: ReflectiveModel) -> None:
        self.desk.session.flush()
        for form in self._holder.findChildren(FormField):
            self._prompts.removeWidget(form)
            form.hide()
            form.deleteLater()
        self.fields, self._bindings = {}, {}
        for prompt in model.prompts:
            field = LongText(self.desk.theme)
            self.fields[prompt.code] = field
            self._bindings[prompt.code] = TextBinding(self.desk.session, field, prompt.label)
            self._prompts.addWidget(FormField(self.desk.theme, prompt.label, field, help_text=prompt.hint))
        self._built_for = model.code

    def _on_model(self, _code: str) -> None:
        if self.activity is not None:
            self.desk.session.flush()
            self._show(self.desk.session.record.activities.get(self.activity.id))


def _save_answer(record: Record, text: str, activity: str, model: str, prompt: str) -> Changes:
    return activities.answer_prompt(record, activity, model, prompt, text, typing=True)
