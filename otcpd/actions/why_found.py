"""Why a search found an activity, where its row does not show the words that were searched for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Activity
from otcpd.domain.excerpt import Excerpt, asked_for, excerpt, hidden_in
from otcpd.domain.field_labels import TEXT_LABELS
from otcpd.record.record import Record

EVIDENCE = "Evidence"
IN_A_FILE = Excerpt("in the text of a file", "in the text of a file")


class Found(NamedTuple):
    """Where a word stands, and the words round it."""

    where: str
    excerpt: Excerpt


def why_found(record: Record, activity: str, query: str) -> Found | None:
    """What has the words of `query` that the title has not; None where the title has all of them.

    Raises NotAcceptable if there is no such activity.
    """
    model = record.activities.get(activity)
    hidden = hidden_in(model.title, asked_for(query))
    if not hidden:
        return None
    for where, text in _texts(record, model):
        found = excerpt(text, hidden)
        if found is not None:
            return Found(where, found)
    return Found(EVIDENCE, IN_A_FILE) if model.evidence else None


def _texts(record: Record, model: Activity) -> Iterator[tuple[str, str]]:
    """What search looks into, as people call it: the texts, then what hangs on the activity."""
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
    for piece in model.evidence:
        proof = record.evidence.get(piece)
        yield EVIDENCE, f"{proof.caption} {proof.name}"
