"""The same activity once more: what happens every month need not be typed every month."""

from __future__ import annotations

from datetime import date

from otcpd.actions.activities import add_activity, link_tags, put_layer
from otcpd.domain.activity import Activity
from otcpd.domain.changes import Changes
from otcpd.domain.dates import add_months
from otcpd.record.record import Record

COPIED_TEXTS = ("title", "type")
"""The texts of the other activity, which the same people may read."""
_DAYS_OF_A_MONTH = 365.25 / 12


def duplicate_activity(record: Record, activity: str) -> Changes:
    """A new activity of today like this one, in one step.

    Copied is what was planned: title and type with their readers, category, time, who was there, tags and the
    post. Not copied is what
    came of it, which is another thing each time: the texts, the reflection, the standards and goals it spoke to,
    the evidence, its place in the statement. Raises NotAcceptable if there is no such activity.
    """
    return _duplicate(record, record.activities.get(activity), "Duplicate activity")


def add_training_again(record: Record, activity: str) -> Changes:
    """The same, for training that was done again today: it is good for as many months as the last time."""
    model = record.activities.get(activity)
    return _duplicate(record, model, "Add training again", _good_for(model, record.clock.today()))


def _good_for(model: Activity, today: date) -> date | None:
    if model.expires is None:
        return None
    months = round((model.expires - model.last_day).days / _DAYS_OF_A_MONTH)
    return add_months(today, months) if months > 0 else None


def _duplicate(record: Record, model: Activity, label: str, expires: date | None = None) -> Changes:
    today = record.clock.today()
    posts = {post.id for post in record.people.posts() if post.end is None or post.end >= today}
    with record.step(label) as step:
        made = add_activity(
            record,
            step,
            {
                "title": model.title,
                "category": model.category,
                "type": model.type,
                "minutes": model.minutes,
                "protected_minutes": model.protected_minutes,
                "mandatory": model.mandatory,
                "expires": expires,
                # The post of long ago may have ended: today's activity was not done in it.
                "post": model.post if model.post in posts else None,
            },
        )
        for field in COPIED_TEXTS:
            put_layer(step, "activity", made, field, model.layer_of(field))
        for companion in model.companions:
            step.link("activity_companion", {"activity": made, "person": companion.person})
        link_tags(step, made, model.tags)
    return step.changes
