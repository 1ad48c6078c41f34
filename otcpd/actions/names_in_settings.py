"""Tags and types by name in templates of quick notes and in saved filters, when they get another name or go."""

from __future__ import annotations

from enum import StrEnum

from otcpd.actions.settings import entries_of
from otcpd.domain.plain_values import write_json
from otcpd.record.gate import Step
from otcpd.record.record import Record
from otcpd.record.settings import LOG_FILTERS, TEMPLATES, setting_id


class Named(StrEnum):
    """What has the name: the key of a filter under which it stands."""

    TAG = "tags"
    TYPE = "types"


def rename_in_templates(record: Record, step: Step, what: Named, name: str, new: str) -> None:
    """Within a step, lets templates say `new` for `name`; an empty `new` takes the name out."""
    _rewrite(record, step, TEMPLATES, [_template(one, what, name, new) for one in entries_of(record, TEMPLATES)])


def rename_in_filters(record: Record, step: Step, what: Named, name: str, new: str) -> None:
    """Within a step, lets saved filters ask for `new` in place of `name`. An empty `new` takes the name out, and
    with it a filter that asked for nothing else there: it would show more than the person wanted to see."""
    entries = [_filter(one, what, name, new) for one in entries_of(record, LOG_FILTERS)]
    _rewrite(record, step, LOG_FILTERS, [one for one in entries if one is not None])


def _rewrite(record: Record, step: Step, key: str, entries: list[object]) -> None:
    if entries != entries_of(record, key):
        step.put("setting", setting_id(key), {"key": key, "value": write_json(entries)})


def _template(entry: object, what: Named, name: str, new: str) -> object:
    draft = entry.get("draft") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(draft, dict):
        return entry
    said = {part: _said(draft[part], what, name, new) for part in ("usual", "corrected") if part in draft}
    return {**entry, "draft": {**draft, **said}}


def _said(values: object, what: Named, name: str, new: str) -> object:
    if not isinstance(values, dict):
        return values
    if what is Named.TAG:
        return {**values, "tags": _renamed(values["tags"], name, new)} if "tags" in values else values
    kind = values.get("kind")
    is_it = isinstance(kind, list) and len(kind) == 2 and _is(kind[1], name)
    return {**values, "kind": [kind[0], new]} if is_it and isinstance(kind, list) else values


def _filter(entry: object, what: Named, name: str, new: str) -> object:
    only = entry.get("filter") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(only, dict) or what not in only:
        return entry
    names = _renamed(only[what], name, new)
    return {**entry, "filter": {**only, what.value: names}} if names or not only[what] else None


def _renamed(names: object, name: str, new: str) -> object:
    if not isinstance(names, list) or not any(_is(one, name) for one in names):
        return names
    renamed = [new if _is(one, name) else one for one in names]
    return [one for place, one in enumerate(renamed) if one != "" and one not in renamed[:place]]


def _is(value: object, name: str) -> bool:
    return isinstance(value, str) and value.casefold() == name.casefold()
