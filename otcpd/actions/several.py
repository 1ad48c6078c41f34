"""One change to several activities: one step, one undo, however many they are."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.actions.activities import tag_id, tag_name
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Category
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.order import keys_after
from otcpd.record.many import link_many, remove_many, set_many, unlink_many
from otcpd.record.record import Record


def delete_several(record: Record, activities: Sequence[str]) -> Changes:
    """Puts these activities into the bin. Their evidence stays."""
    with record.step("Delete activities") as step:
        remove_many(step, "activity", activities)
    return step.changes


def restore_several(record: Record, activities: Sequence[str]) -> Changes:
    """Takes these activities out of the bin."""
    with record.step("Restore activities") as step:
        set_many(step, "activity", activities, "deleted", None)
    return step.changes


def tag_several(record: Record, activities: Sequence[str], name: str) -> Changes:
    """Adds a tag to these activities; those that have it keep it. Raises NotAcceptable without a name."""
    name = tag_name(name)
    if not name:
        raise NotAcceptable("The tag has no name yet.", "Nothing was changed.", "Type one, for instance falls.")
    with record.step("Add a tag") as step:
        step.put("tag", tag_id(name), {"name": name})
        link_many(step, "activity_tag", [{"activity": one, "tag": tag_id(name)} for one in activities])
    return step.changes


def add_standard_to_several(record: Record, activities: Sequence[str], standard: str) -> Changes:
    """Notes for these activities that they speak to a standard. Raises NotAcceptable for an unknown one."""
    if load_catalogue().standard(standard) is None:
        raise NotAcceptable(f"‘{standard}’ is no standard that otcpd knows.", "Nothing was changed.")
    with record.step("Add a standard") as step:
        link_many(step, "activity_standard", [{"activity": one, "standard": standard} for one in activities])
    return step.changes


def categorise_several(record: Record, activities: Sequence[str], category: Category) -> Changes:
    """Puts these activities under one of HCPC's headings."""
    with record.step("Set the category") as step:
        set_many(step, "activity", activities, "category", category.value)
    return step.changes


def use_several_in_statement(record: Record, activities: Sequence[str], on: bool) -> Changes:
    """Chooses these activities for the statement, after those chosen already, or takes them out again."""
    portfolio = record.portfolios.current()
    with record.step("Use in my statement" if on else "Leave out of my statement") as step:
        if on:
            chosen = set(portfolio.chosen)
            new = [one for one in activities if one not in chosen]
            keys = keys_after(record.portfolios.last_position(portfolio.id), len(new))
            ends = [{"portfolio": portfolio.id, "activity": one} for one in new]
            link_many(step, "portfolio_activity", ends, [{"position": key} for key in keys])
        else:
            ends = [{"portfolio": portfolio.id, "activity": one} for one in activities]
            unlink_many(step, "portfolio_activity", ends)
    return step.changes
