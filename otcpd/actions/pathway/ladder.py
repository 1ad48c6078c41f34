"""The ladder to a role: what the log holds for each thing asked, and what can be done about what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from otcpd.actions.supervision.agenda import put_line
from otcpd.actions.supervision.agreed_record import check_open
from otcpd.catalogue.pathway import load_ladder_rule
from otcpd.domain.assessment import Assessment
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework_ref import parse_ref
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.ladder import LadderFacts, Shown
from otcpd.record.ladder_rows import goal_items, shown_activities
from otcpd.record.record import Record


def ladder_facts(
    record: Record,
    frameworks: Frameworks,
    assessments: Iterable[Assessment] = (),
    activities: Sequence[Shown] | None = None,
) -> LadderFacts:
    """Everything that the rule of the ladder looks at, in milliseconds for thousands of activities. `assessments` are
    all of hers, oldest first; what counts for an item does not depend on them. `activities` are for those who have read
    them in slices."""
    reader = record.reader
    return LadderFacts(
        today=record.clock.today(),
        frameworks=frameworks,
        activities=shown_activities(reader) if activities is None else activities,
        goal_items=goal_items(reader),
        marked={one.item: one.now for day in assessments for one in day.marks.values() if one.now is not None},
        rule=load_ladder_rule(),
    )


def link_item(record: Record, activity: str, item: str, *, on: bool = True) -> Changes:
    """Says that an activity shows an item of a framework ("framework@edition:code"), or takes that back.

    Raises NotAcceptable for an activity or an item that is none.
    """
    ends = {"activity": record.activities.get(activity).id, "standard": item}
    if parse_ref(item) is None:
        raise NotAcceptable(f"‘{item}’ is no item of a framework.", "Nothing was changed.")
    with record.step("Link activity" if on else "Take the link away") as step:
        if on:
            step.link("activity_standard", ends)
        else:
            step.unlink("activity_standard", ends)
    return step.changes


def raise_in_session(record: Record, session: str, text: str) -> Changes:
    """Puts something that a role asks on the agenda of a session, unless these words are there already.

    Raises NotAcceptable for a session that is none, or whose record was agreed to.
    """
    current = record.sessions.get(session)
    check_open(record, session)
    if any(topic.text == text for topic in current.topics):
        return Changes()
    with record.step("New topic") as step:
        put_line(record, step, "session_topic", current.id, text)
    return step.changes
