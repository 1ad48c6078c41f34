"""The tags of a CPD file as a whole."""

from __future__ import annotations

from otcpd.actions.activities import tag_id, tag_name
from otcpd.actions.names_in_settings import Named, rename_in_filters, rename_in_templates
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import quoted
from otcpd.record import naming
from otcpd.record.many import link_many, unlink_many
from otcpd.record.record import Record


def tag_uses(record: Record) -> dict[str, int]:
    """How many activities have each tag that is in use."""
    return naming.tag_counts(record.reader)


def rename_tag(record: Record, name: str, new: str) -> Changes:
    """Gives a tag another name wherever it is used; where that is a tag already, the two become one.

    Raises NotAcceptable for a name that no tag can have.
    """
    new = tag_name(new)
    if not new:
        raise NotAcceptable("The tag has no name yet.", "Nothing was changed.", "Type one, for instance falls.")
    if new == _the(record, name):
        return Changes()
    with record.step(naming.RENAME_TAG) as step:
        step.put("tag", tag_id(new), {"name": new})
        activities = naming.tagged(record.reader, tag_id(name))
        unlink_many(step, "activity_tag", [{"activity": one, "tag": tag_id(name)} for one in activities])
        link_many(step, "activity_tag", [{"activity": one, "tag": tag_id(new)} for one in activities])
        step.remove("tag", tag_id(name))
        rename_in_templates(record, step, Named.TAG, name, new)
        rename_in_filters(record, step, Named.TAG, name, new)
    return step.changes


def delete_tag(record: Record, name: str) -> Changes:
    """Takes a tag off every activity, and out of templates and saved filters."""
    _the(record, name)
    with record.step("Delete tag") as step:
        activities = naming.tagged(record.reader, tag_id(name))
        unlink_many(step, "activity_tag", [{"activity": one, "tag": tag_id(name)} for one in activities])
        step.remove("tag", tag_id(name))
        rename_in_templates(record, step, Named.TAG, name, "")
        rename_in_filters(record, step, Named.TAG, name, "")
    return step.changes


def _the(record: Record, name: str) -> str:
    if name not in tag_uses(record):
        raise NotAcceptable(f"There is no tag called {quoted(name)}.", "Nothing was changed.")
    return name
