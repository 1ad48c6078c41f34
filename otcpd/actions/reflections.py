"""Reflecting with a model: which one is offered first, and who may read an answer."""

from __future__ import annotations

from collections.abc import Iterable

from otcpd.actions.activities import check_prompt, known_model, put_answer, put_layer
from otcpd.catalogue import ReflectiveModel, load_catalogue
from otcpd.domain.activity import Activity
from otcpd.domain.changes import Changes
from otcpd.domain.layers import Layer, default_layer
from otcpd.record.answers import Answer, answers_of, model_answered_last
from otcpd.record.ids import text_id
from otcpd.record.record import Record


def model_to_offer(record: Record, activity: Activity) -> ReflectiveModel:
    """The model to open an activity with: one that has answers there, else the one answered last anywhere."""
    catalogue = load_catalogue()
    begun = {one.model for one in activity.reflections if any(text.strip() for text in one.answers.values())}
    last = model_answered_last(record.reader) or ""
    if begun and last not in begun:
        last = next((code for code in catalogue.models if code in begun), "")
    return catalogue.model(last) or catalogue.default_model


def to_copy(activity: Activity, model: ReflectiveModel, answers: Iterable[Answer]) -> dict[str, str]:
    """What the form says already of questions of `model` that have no answer yet: texts by the code of the prompt."""
    answered = {one.prompt for one in answers if one.model == model.code and one.text.strip()}
    found = {one.code: str(getattr(activity, one.form_field)) for one in model.prompts if one.form_field}
    return {prompt: text for prompt, text in found.items() if text.strip() and prompt not in answered}


def copy_from_form(record: Record, activity: str, model: str) -> Changes:
    """Fills empty answers with what the form of the activity says, in one step; who can read them stays.

    Raises NotAcceptable for a model or an activity that is none. Makes no step where there is nothing to fill.
    """
    asking = known_model(model)
    texts = to_copy(record.activities.get(activity), asking, answers_of(record.reader, activity))
    if not texts:
        return Changes()
    with record.step("Copy into reflection") as step:
        for prompt, text in texts.items():
            put_answer(step, activity, model, prompt, text)
    return step.changes


def set_answer_layer(record: Record, activity: str, model: str, prompt: str, layer: Layer) -> Changes:
    """Says who may read the answer to one prompt, also one that is still to be written.

    Raises NotAcceptable for a prompt that is none.
    """
    check_prompt(model, prompt)
    record.activities.get(activity)
    reflection = text_id("reflection", activity, model)
    answer = text_id("reflection_answer", reflection, prompt)
    override = text_id("layer", "reflection_answer", answer, "text")
    seen = answer in {one.id for one in answers_of(record.reader, activity)}
    with record.step("Change who can read this") as step:
        if step.exists("layer", override) or layer is not default_layer("reflection_answer", "text"):
            step.put("reflection", reflection, {"activity": activity, "model": model})
            values = {"activity": activity, "reflection": reflection, "prompt": prompt}
            # A text whose writing was undone is still in the bin: it must not come back with its reader.
            step.put("reflection_answer", answer, values if seen else {**values, "text": ""})
            put_layer(step, "reflection_answer", answer, "text", layer)
    return step.changes
