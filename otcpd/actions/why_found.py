"""Why a search found an activity, where its row does not show the words that were searched for."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Activity
from otcpd.domain.excerpt import Excerpt, asked_for, excerpt, hidden_in
from otcpd.domain.field_labels import ACTIVITY_LABELS, TEXT_LABELS
from otcpd.record.record import Record

EVIDENCE = "Evidence"
POST = ACTIVITY_LABELS["post"]
GOALS = "Goals"
IN_A_FILE = Excerpt("in the text of a file", "in the text of a file")


class Found(NamedTuple):
    """Where a word stands, and the words round it."""

    where: str
    excerpt: Excerpt


def why_found(record: Record, activity: str, query: str, pieces: Set[str]) -> Found | None:
    """What has the words of `query` that the title has not; None where the title has all of them.

    `pieces` are the ids of the evidence that the search found: what is in no other file is in none of this activity.
    Raises NotAcceptable if there is no such activity.
    """
    model = record.activities.get(activity)
    hidden = hidden_in(model.title, asked_for(query))
    if not hidden:
        return None
    mine = [piece for piece in model.evidence if piece in pieces]
    for where, text in _texts(record, model, mine):
        found = excerpt(text, hidden)
        if found is not None:
            return Found(where, found)
    return Found(EVIDENCE, IN_A_FILE) if mine else None


def _texts(record: Record, model: Activity, pieces: list[str]) -> Iterator[tuple[str, str]]:
    """What search looks into, as people call it: the texts, then what hangs on the activity, then these files."""
    for field, label in TEXT_LABELS.items():
        if field == "type":
            yield label, load_catalogue().type_label(model.type)
        elif field != "title":
            yield label, str(getattr(model, field))
    for reflection in model.reflections:
        for answer in reflection.answers.values():
            yield "Reflection", answer
    yield "Tags", ", ".join(model.tags)
    yield "With whom", ", ".join(" ".join((one.name, one.profession, one.employer)) for one in model.companions)
    yield GOALS, ", ".join(record.activities.goal_titles(model.id))
    if model.post is not None:
        yield POST, record.people.post_in_words(model.post)
    called = record.evidence.called(pieces) if pieces else {}
    yield from ((EVIDENCE, called[piece]) for piece in pieces if piece in called)
