"""Which texts an entry has, and which of them each reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from otcpd.actions import activities
from otcpd.actions.pathway.texts import WITH_READERS, text_labels, texts_of
from otcpd.actions.reflections import set_answer_layer
from otcpd.catalogue import Prompt, ReflectiveModel, load_catalogue
from otcpd.domain.activity import TEXT_FIELDS, Activity
from otcpd.domain.changes import Changes
from otcpd.domain.dates import span
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.evidence import Evidence
from otcpd.domain.field_labels import PORTFOLIO_LABELS, SESSION_LABELS, TEXT_LABELS
from otcpd.domain.layers import DEFAULT_LAYERS, Layer, default_layer, may_leave
from otcpd.domain.portfolio import Portfolio
from otcpd.domain.supervision import Session
from otcpd.record.answers import answers_of
from otcpd.record.record import Record


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands. For an answer to a model `row` is the activity, `field` "model/prompt"."""

    table: str
    row: str
    field: str


@dataclass(frozen=True, slots=True)
class OwnText:
    """One text and who may read it. `label` names it for people; a file's text is its name."""

    place: Place
    label: str
    text: str
    layer: Layer


@dataclass(frozen=True, slots=True)
class Sight:
    """What a reader sees of an entry, and what is held back from her."""

    shown: tuple[OwnText, ...]
    held_back: tuple[OwnText, ...]


def sight(texts: Iterable[OwnText], level: Layer) -> Sight:
    """What readers at `level` see: the rule itself is `may_leave`."""
    every = tuple(texts)
    shown = tuple(one for one in every if may_leave(one.layer, level))
    return Sight(shown, tuple(one for one in every if one not in shown))


def with_layer(texts: Iterable[OwnText], place: Place, layer: Layer) -> tuple[OwnText, ...]:
    """The texts as they would be if the one at `place` had this layer."""
    return tuple(replace(one, layer=layer) if one.place == place else one for one in texts)


def texts_around(record: Record, place: Place) -> tuple[OwnText, ...]:
    """The texts of the entry to which the one at `place` belongs; that one is among them even while it is empty.

    Raises NotAcceptable for an entry that is none.
    """
    if place.table in ("activity", "reflection_answer"):
        return texts_of_activity(record, place.row, also=place)
    if place.table == "evidence":
        return _texts_of_evidence(record.evidence.get(place.row), also=place)
    if place.table == "portfolio":
        return _texts_of_portfolio(record.portfolios.get(place.row))
    if place.table == "supervision_session":
        return _texts_of_session(record.sessions.get(place.row), place)
    if place.table in WITH_READERS:
        return _texts_of_pathway(record, place)
    return _texts_of_gap(record, place.row)


def texts_of_activity(record: Record, activity: str, also: Place | None = None) -> tuple[OwnText, ...]:
    """Every text of an activity that says something, in the order of the form; the files come last."""
    found = record.activities.get(activity)
    texts = [_plain(found, name) for name in ("title", *_type_if_own(found), *TEXT_FIELDS)]
    texts += _answers(record, activity, also)
    for entry in found.evidence:
        texts += _texts_of_evidence(record.evidence.get(entry), also)
    return tuple(one for one in texts if one.text.strip() or one.place == also)


def choose_reader(record: Record, place: Place, layer: Layer) -> Changes:
    """Says who may read a text. Raises NotAcceptable for a text that has no readers to choose, or never these."""
    if layer not in layers_for(place):
        raise NotAcceptable("This text never goes into a profile.", "Nothing was changed.")
    if place.table == "reflection_answer":
        model, _, prompt = place.field.partition("/")
        return set_answer_layer(record, place.row, model, prompt, layer)
    return activities.set_layer(record, place.table, place.row, place.field, layer)


def answer_label(model: ReflectiveModel, prompt: Prompt) -> str:
    """ "Gibbs: Feelings"."""
    return f"{model.short.removeprefix('the ')}: {prompt.label}"


def _plain(activity: Activity, name: str) -> OwnText:
    return OwnText(
        Place("activity", activity.id, name), TEXT_LABELS[name], getattr(activity, name), activity.layer_of(name)
    )


def _type_if_own(activity: Activity) -> Sequence[str]:
    """A type of the catalogue names nobody and has no readers to choose."""
    return ("type",) if activity.type and load_catalogue().type_of(activity.type) is None else ()


def _answers(record: Record, activity: str, also: Place | None) -> list[OwnText]:
    answers = {f"{one.model}/{one.prompt}": one for one in answers_of(record.reader, activity)}
    texts = []
    for model in load_catalogue().models.values():
        for prompt in model.prompts:
            place = Place("reflection_answer", activity, f"{model.code}/{prompt.code}")
            answer = answers.get(place.field)
            if answer is not None or place == also:
                text = answer.text if answer is not None else ""
                layer = answer.layer if answer is not None else default_layer("reflection_answer", "text")
                texts.append(OwnText(place, answer_label(model, prompt), text, layer))
    return texts


def _texts_of_evidence(evidence: Evidence, also: Place | None = None) -> tuple[OwnText, ...]:
    caption, file = Place("evidence", evidence.id, "caption"), Place("evidence", evidence.id, "file")
    texts = [OwnText(file, "File", evidence.name, evidence.layer)]
    if evidence.caption.strip() or also == caption:
        texts.insert(0, OwnText(caption, "Caption", evidence.caption, evidence.caption_layer))
    return tuple(texts)


def _texts_of_portfolio(portfolio: Portfolio) -> tuple[OwnText, ...]:
    return tuple(
        OwnText(
            Place("portfolio", portfolio.id, name),
            PORTFOLIO_LABELS[name],
            getattr(portfolio, name),
            portfolio.layers.get(name, default_layer("portfolio", name)),
        )
        for name in PORTFOLIO_LABELS
    )


def _texts_of_session(session: Session, also: Place) -> tuple[OwnText, ...]:
    texts = [
        OwnText(Place("supervision_session", session.id, name), label, getattr(session, name), session.layer_of(name))
        for name, label in SESSION_LABELS.items()
    ]
    return tuple(one for one in texts if one.text.strip() or one.place == also)


def _texts_of_pathway(record: Record, also: Place) -> tuple[OwnText, ...]:
    """Texts of goals, roles, plans, impact and reading, as far as they have layers."""
    said, labels = texts_of(record, also.table, also.row), text_labels(also.table)
    if not said:
        raise NotAcceptable(f"There is nothing with the id {also.row}.", "Nothing was changed.")
    chosen: dict[str, str] = dict(
        record.reader.rows(
            "SELECT field, layer FROM layer WHERE tbl = ? AND row = ? AND deleted IS NULL", (also.table, also.row)
        )
    )
    texts = [
        OwnText(place, labels[name], text, Layer(chosen[name]) if name in chosen else default_layer(also.table, name))
        for name, text in said.items()
        if text.strip() or name == also.field
        for place in [Place(also.table, also.row, name)]
        if (also.table, name) in DEFAULT_LAYERS
    ]
    return tuple(texts)


def layers_for(place: Place) -> tuple[Layer, ...]:
    """The readers that a text can be given. What is said in supervision, and impact, never go to the regulator."""
    if place.table in ("supervision_session", "impact"):
        return (Layer.PRIVATE, Layer.SUPERVISION)
    return tuple(Layer)


def _texts_of_gap(record: Record, reason: str) -> tuple[OwnText, ...]:
    for one in (*record.gap_reasons.all(), *record.gap_reasons.all(binned=True)):
        if one.id == reason:
            label = load_catalogue().gap_reason_label(one.reason)
            days = span(one.start, one.end, year=True)
            return (
                OwnText(Place("gap_reason", reason, "reason"), f"Reason, {days}", label, one.reason_layer),
                OwnText(Place("gap_reason", reason, "note"), "Note for the assessor", one.note, one.note_layer),
            )
    raise NotAcceptable(f"There is no reason with the id {reason}.", "Nothing was changed.")
