"""Reflecting with a model: its questions, each with room for an answer. No change of model loses a word."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.reflections import copy_from_form, model_to_offer, to_copy
from otcpd.catalogue import ReflectiveModel, load_catalogue
from otcpd.domain.activity import Activity
from otcpd.domain.dates import long_day
from otcpd.record.answers import answers_of
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.reflection_answer import AnswerField
from otcpd.ui.pages.log.reflection_others import OtherAnswers
from otcpd.ui.pages.log.reflection_repeats import RepeatsForm
from otcpd.ui.pages.log.section import Section
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import TAG_SPACE
from otcpd.ui.widgets.tab_order import tab_stops, tab_through


class ReflectionSection(Section):
    """Answers to several models stand side by side; one model is edited at a time, the others can be read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        models = load_catalogue().models
        self.model = ComboBox(desk.theme, [(model.code, model.label) for model in models.values()])
        self.model.chosen.connect(self._on_model)
        self._model_form = FormField(desk.theme, "Model", self.model, help_text=_about_models())
        self.column.addWidget(self._model_form)
        self.repeats = RepeatsForm(desk.theme)
        self.repeats.copy_wanted.connect(self._on_copy)
        self.column.addWidget(self.repeats)
        self._holder = QWidget()
        self._prompts = QVBoxLayout(self._holder)
        self._prompts.setContentsMargins(0, 0, 0, 0)
        self._prompts.setSpacing(desk.theme.gap(8))
        self.column.addLayout(Overhang(self._holder, fills=True, left=0, right=TAG_SPACE))
        self.others = OtherAnswers(desk)
        self.others.model_wanted.connect(self._go_to)
        self.column.addWidget(self.others)
        self.answers: dict[str, AnswerField] = {}
        """The fields on show, by the code of their prompt."""
        self._built_for = ""

    @property
    def fields(self) -> dict[str, LongText]:
        """The text fields on show, by the code of their prompt."""
        return {prompt: answer.text for prompt, answer in self.answers.items()}

    def refresh(self, activity: Activity, *, other: bool) -> None:
        if other or not self.model.value():
            self.model.set_value(model_to_offer(self.desk.session.record, activity).code)
        self._show(activity)

    def show_pointed(self, model: str, prompt: str) -> None:
        """Select the first words in one answer that may point to a person."""
        if model != self.model.value():
            self._go_to(model)
        if prompt in self.answers:
            self.answers[prompt].pointed_out.show_first()

    def _show(self, activity: Activity) -> None:
        model = load_catalogue().model(self.model.value())
        if model is None:
            return
        if self._built_for != model.code:
            self._build(model)
        found = answers_of(self.desk.session.record.reader, activity.id)
        own = {one.prompt: one for one in found if one.model == model.code}
        for prompt, field in self.answers.items():
            field.load(activity.id, own.get(prompt))
        self.repeats.setVisible(model.repeats_form)
        self.repeats.offer(not self.desk.session.read_only and bool(to_copy(activity, model, found)))
        self.others.show_answers([one for one in found if one.model != model.code and one.text.strip()])

    def _build(self, model: ReflectiveModel) -> None:
        self.desk.session.flush()
        for field in self.answers.values():
            self._prompts.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.answers = {}
        for prompt in model.prompts:
            field = AnswerField(self.desk, model, prompt)
            self.answers[prompt.code] = field
            self._prompts.addWidget(field)
        self._built_for = model.code
        if self.isVisible():
            tab_through(self.model.combo, [self.repeats.copy, *tab_stops(self._holder), *tab_stops(self.others)])

    def _on_model(self, _code: str) -> None:
        if self.activity is not None:
            self.desk.session.flush()
            self._show(self.desk.session.record.activities.get(self.activity.id))

    def _on_copy(self) -> None:
        if self.activity is None:
            return
        next(iter(self.answers.values())).text.editor.setFocus()  # the button goes once nothing is left to copy
        session = self.desk.session
        if session.act(copy_from_form, self.activity.id, self.model.value()):
            self.desk.messages.offer_undo("Copied from above", session.undo, passing=True)

    def _go_to(self, code: str) -> None:
        with QSignalBlocker(self.model):
            self.model.set_value(code)
        self._on_model(code)
        next(iter(self.answers.values())).text.editor.setFocus()


def _about_models() -> str:
    checked = long_day(load_catalogue().checked_on["reflective_models"])
    return f"HCPC asks for no particular one. What you wrote stays when you change it. Checked on {checked}."
