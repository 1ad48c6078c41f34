"""Writing the log: activities and what hangs on them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from otcpd.actions.days import check_reach
from otcpd.actions.own_types import make_type, type_called
from otcpd.catalogue import ReflectiveModel, load_catalogue
from otcpd.domain import durations
from otcpd.domain.activity import TEXT_FIELDS, Category
from otcpd.domain.changes import Changes
from otcpd.domain.dates import check_order, long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.field_labels import ACTIVITY_LABELS
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.layers import DEFAULT_LAYERS, Layer, default_layer
from otcpd.domain.plain_text import storable
from otcpd.record.gate import Step
from otcpd.record.ids import text_id
from otcpd.record.record import Record

FieldValue = str | int | bool | date | Category | None

_DAYS = ("date", "end_date", "expires")
_NUMBERS = ("minutes", "protected_minutes")
_SWITCHES = ("mandatory", "finished")
_TEXTS = ("title", "type", *TEXT_FIELDS)
_OTHER = ("category", "post")
FIELDS = (*_DAYS, *_NUMBERS, *_SWITCHES, *_TEXTS, *_OTHER)
"""The plain fields of an activity that `edit_activity` sets."""

MOST_MINUTES = durations.MOST_MINUTES
"""The longest that a line of quick add can say is the longest that a field can hold."""


def new_activity(record: Record, **fields: FieldValue) -> Changes:
    """Adds an activity; without a date it is today's. Raises NotAcceptable for values that cannot be."""
    with record.step("New activity") as step:
        add_activity(record, step, fields)
    return step.changes


def add_activity(record: Record, step: Step, fields: Mapping[str, FieldValue]) -> str:
    """Adds an activity within a step and returns its id."""
    today = record.clock.today()
    values = {"date": today, **fields}
    _check(record, values)
    row = {name: _stored(name, value) for name, value in values.items()}
    return step.insert("activity", {**row, "created": step.at, "modified": step.at})


def edit_activity(record: Record, activity: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets one plain field. `typing` marks the autosave of a text being written: see `Gate.step`.

    Raises NotAcceptable for a date in the future, days out of order, or a duration that cannot be.
    """
    current = record.activities.get(activity)
    days = {"date": current.date, "end_date": current.end_date}
    _check(record, {**days, field: value} if field in days else {field: value})
    with record.step("Edit activity", typing=typing and field in _TEXTS) as step:
        step.set("activity", activity, field, _stored(field, value))
    return step.changes


def delete_activity(record: Record, activity: str) -> Changes:
    """Puts an activity into the bin. Its evidence stays; nothing is lost."""
    record.activities.get(activity)
    with record.step("Delete activity") as step:
        step.remove("activity", activity)
    return step.changes


def restore_activity(record: Record, activity: str) -> Changes:
    """Takes an activity out of the bin."""
    record.activities.get(activity)
    with record.step("Restore activity") as step:
        step.set("activity", activity, "deleted", None)
    return step.changes


def set_tags(record: Record, activity: str, names: Iterable[str]) -> Changes:
    """Makes `names` the tags of an activity."""
    current = record.activities.get(activity)
    with record.step("Edit tags") as step:
        link_tags(step, activity, names, current.tags)
    return step.changes


def link_tags(step: Step, activity: str, names: Iterable[str], current: Iterable[str] = ()) -> None:
    """Links tags within a step, making those that are new, and takes away those no longer named."""
    wanted = {tag_name(name) for name in names} - {""}
    for name in sorted(set(current) - wanted):
        step.unlink("activity_tag", {"activity": activity, "tag": tag_id(name)})
    for name in sorted(wanted - set(current)):
        step.put("tag", tag_id(name), {"name": name})
        step.link("activity_tag", {"activity": activity, "tag": tag_id(name)})


def tag_name(text: str) -> str:
    """A tag as it is kept: lower case, single spaces, no leading "#". Its id is made of just these letters."""
    return unicodedata.normalize("NFC", " ".join(storable(text).lower().split()).lstrip("# "))


def tag_id(name: str) -> str:
    """The id of the tag with this name, the same in every file."""
    return text_id("tag", name)


def set_standards(record: Record, activity: str, standards: Iterable[str]) -> Changes:
    """Makes `standards` ("framework@edition:code") those of an activity: standards, or items of any other framework.

    Raises NotAcceptable for unknown ones.
    """
    current = set(record.activities.get(activity).standards)
    wanted = set(standards)
    catalogue = load_catalogue()
    others = [reference for reference in sorted(wanted - current) if catalogue.standard(reference) is None]
    known = _frameworks(record) if others else Frameworks()
    for reference in others:
        if known.item(reference) is None:
            raise NotAcceptable(f"‘{reference}’ is no standard that otcpd knows.", "Nothing was changed.")
    with record.step("Edit standards") as step:
        for reference in sorted(current - wanted):
            step.unlink("activity_standard", {"activity": activity, "standard": reference})
        for reference in sorted(wanted - current):
            step.link("activity_standard", {"activity": activity, "standard": reference})
    return step.changes


def answer_prompt(
    record: Record, activity: str, model: str, prompt: str, text: str, *, typing: bool = False
) -> Changes:
    """Writes the answer to one prompt of a reflective model. Raises NotAcceptable for an unknown one."""
    check_prompt(model, prompt)
    record.activities.get(activity)
    with record.step("Edit reflection", typing=typing) as step:
        put_answer(step, activity, model, prompt, text)
    return step.changes


def put_answer(step: Step, activity: str, model: str, prompt: str, text: str) -> None:
    """Writes within a step the answer to one prompt."""
    reflection = text_id("reflection", activity, model)
    answer = text_id("reflection_answer", reflection, prompt)
    if text or step.exists("reflection_answer", answer):
        # An answer whose first writing was undone is in the bin: it must come back, or the text stays unseen.
        step.put("reflection", reflection, {"activity": activity, "model": model})
        values = {"activity": activity, "reflection": reflection, "prompt": prompt, "text": text}
        step.put("reflection_answer", answer, values)


def known_model(model: str) -> ReflectiveModel:
    """The reflective model with this code; raises NotAcceptable if there is none."""
    known = load_catalogue().model(model)
    if known is None:
        raise NotAcceptable(f"There is no reflective model ‘{model}’.", "Nothing was changed.")
    return known


def check_prompt(model: str, prompt: str) -> None:
    """Raises NotAcceptable unless the reflective model asks this question."""
    known = known_model(model)
    if known.prompt(prompt) is None:
        raise NotAcceptable(f"‘{prompt}’ is no question of {known.short}.", "Nothing was changed.")


def set_layer(record: Record, table: str, row: str, field: str, layer: Layer) -> Changes:
    """Says who may read one text. `field` "file" of evidence stands for the file itself.

    Raises NotAcceptable for a field that has no readers to choose, or a row that is none.
    """
    if (table, field) not in DEFAULT_LAYERS:
        raise NotAcceptable(f"‘{field}’ has no readers to choose.", "Nothing was changed.")
    with record.step("Change who can read this") as step:
        if not step.exists(table, row):
            raise NotAcceptable(f"There is no entry with the id {row}.", "Nothing was changed.")
        put_layer(step, table, row, field, layer)
    return step.changes


def put_layer(step: Step, table: str, row: str, field: str, layer: Layer) -> None:
    """Says within a step who may read one text; what is so anyway is not written down."""
    override = text_id("layer", table, row, field)
    if step.exists("layer", override) or layer is not default_layer(table, field):
        step.put("layer", override, {"tbl": table, "row": row, "field": field, "layer": layer})


def choose_type(record: Record, activity: str, type_: str) -> Changes:
    """Sets the type of an activity, in one step: a code of the catalogue, or words of the person's own.

    Words that are no type yet become one, under the activity's category. An activity without a category
    takes that of its type; without any words it has no type.
    """
    current = record.activities.get(activity)
    called = type_called(record, type_)
    with record.step("Edit activity") as step:
        if called.new:
            make_type(step, called.type, current.category)
        step.set("activity", activity, "type", called.type)
        if current.category is None and called.category is not None:
            step.set("activity", activity, "category", called.category)
    return step.changes


def _check(record: Record, values: Mapping[str, FieldValue]) -> None:
    today = record.clock.today()
    for name, value in values.items():
        _check_kind(name, value)
    if "date" in values and values["date"] is None:
        raise NotAcceptable("An activity needs a date.", "Nothing was changed.", _pick(today))
    start, end = values.get("date"), values.get("end_date")
    for day in (start, end):
        if isinstance(day, date) and day > today:
            raise NotAcceptable(f"{long_day(day)} is still to come.", "Nothing was changed.", _pick(today))
    if isinstance(start, date) and isinstance(end, date):
        check_order(start, end)
    post = values.get("post")
    if post is not None and post not in {one.id for one in record.people.posts()}:
        raise NotAcceptable(f"There is no post with the id {post}.", "Nothing was changed.")


def _check_kind(name: str, value: FieldValue) -> None:
    """What does not belong into a field would be kept, and then nobody could read the file any more."""
    if name not in FIELDS:
        raise NotAcceptable(f"An activity has no field ‘{name}’.", "Nothing was changed.")
    if value is not None and not _fits(name, value):
        raise NotAcceptable(f"‘{value}’ does not fit into the field ‘{ACTIVITY_LABELS[name]}’.", "Nothing was changed.")
    if isinstance(value, date):
        check_reach(value)
    if name in _NUMBERS and isinstance(value, int) and not 0 <= value <= MOST_MINUTES:
        raise NotAcceptable("That is no length of time.", "Nothing was changed.", "Write it as 1 h 30 or 90 min.")


def _fits(name: str, value: FieldValue) -> bool:
    if name in _DAYS:
        return isinstance(value, date) and not isinstance(value, datetime)
    if name in _NUMBERS:
        return isinstance(value, int) and not isinstance(value, bool)
    if name in _SWITCHES:
        return value in (0, 1)
    if name == "category":
        return value in tuple(Category)
    return isinstance(value, str)


def _pick(today: date) -> str:
    return f"Pick a date up to {long_day(today)}."


def _stored(name: str, value: FieldValue) -> str | int | None:
    if value is None and name in _TEXTS:
        return ""
    if value is None and name in ("protected_minutes", *_SWITCHES):
        return 0
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _frameworks(record: Record) -> Frameworks:
    from otcpd.actions.pathway.frameworks import all_frameworks  # wanted when something else than a standard is linked

    return all_frameworks(record)
