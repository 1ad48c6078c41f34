"""The owner's posts over time, and the employers they are with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from otcpd.actions.days import check_reach
from otcpd.actions.names import named, one_line
from otcpd.actions.people import make_employer
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.catalogue import load_catalogue
from otcpd.domain.career import Setting
from otcpd.domain.changes import Changes
from otcpd.domain.dates import check_order
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.field_labels import POST_LABELS
from otcpd.domain.person import MOST_WTE, Employer, Post
from otcpd.domain.words import quoted
from otcpd.record import naming
from otcpd.record.ids import text_id
from otcpd.record.record import Record


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post with its employer, if it has one."""

    post: Post
    employer: Employer | None


def held_posts(record: Record) -> tuple[HeldPost, ...]:
    """The owner's posts: those she holds first, and then the newest first."""
    employers = {one.id: one for one in record.people.employers()}
    posts = sorted(record.people.posts(), key=_ended)
    return tuple(HeldPost(post, employers.get(post.employer or "")) for post in posts)


def edit_post(record: Record, post: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets one field of a post, those of `POST_LABELS`. `employer` takes a name, made if it is new; `setting` a value
    of `Setting` or nothing; `wte` hundredths of a full-time post; `fixed_until` the day on which the term runs out.

    Raises NotAcceptable for an empty title, days out of order, what does not fit, or a post that is not there.
    """
    now = _the(record, post)
    if field == "employer" and not isinstance(value, str | None):
        raise _no_fit(value, field)
    kept = None if field == "employer" else values.stored(record, _FIELDS, field, value, "A post")
    days = {"start": now.start, "end": now.end, "fixed_until": now.fixed_until, field: value}
    for last in ("end", "fixed_until"):
        start, end = days["start"], days[last]
        if field in ("start", last) and isinstance(start, date) and isinstance(end, date):
            check_order(start, end)
    with record.step("Edit post", typing=typing and field in _TYPED) as step:
        if field == "employer":
            employer = one_line(str(value or ""))
            kept = make_employer(step, employer) if employer else None
        step.set("post", post, field, kept)
    return step.changes


def check_days(start: date | None, end: date | None) -> None:
    """Raises NotAcceptable for days out of order or out of reach."""
    check_reach(start, end)
    if start and end:
        check_order(start, end)


def end_post(record: Record, post: str) -> Changes:
    """Ends a post today, or on the day it begins if that is still to come."""
    start = _the(record, post).start
    today = record.clock.today()
    last = max(start, today) if start else today
    with record.step("End post") as step:
        step.set("post", post, "end", last.isoformat())
    return step.changes


def delete_post(record: Record, post: str) -> Changes:
    """Puts a post into the bin. Activities done in it stay as they are."""
    _the(record, post)
    with record.step("Delete post") as step:
        step.remove("post", post)
    return step.changes


def rename_employer(record: Record, employer: str, name: str) -> Changes:
    """Gives an employer another name for every post and person; where that is one already, the two become one.

    Raises NotAcceptable for an empty name.
    """
    old, name = _employer(record, employer), named(name)
    if name == old.name:
        return Changes()
    with record.step(naming.RENAME_EMPLOYER) as step:
        # Ids of employers are made of their names: another name is another row, so that one made later is the same.
        new = text_id("employer", name)
        known = new in {one.id for one in record.people.employers()}
        step.put("employer", new, {"name": name} if known else {"name": name, "sector": old.sector})
        for table, row in naming.employed_by(record.reader, employer):
            step.set(table, row, "employer", new)
        step.remove("employer", employer)
    return step.changes


def set_sector(record: Record, employer: str, sector: str) -> Changes:
    """Says what kind of employer it is: a code of the catalogue, or empty. Raises NotAcceptable for any other."""
    _employer(record, employer)
    if sector and sector not in load_catalogue().sectors:
        raise NotAcceptable(f"{quoted(sector)} is no kind of employer that otcpd knows.", "Nothing was changed.")
    with record.step("Change the kind of employer") as step:
        step.set("employer", employer, "sector", sector)
    return step.changes


def _no_fit(value: FieldValue, field: str) -> NotAcceptable:
    return NotAcceptable(f"‘{value}’ does not fit into the field ‘{POST_LABELS[field]}’.", "Nothing was changed.")


def _named(_record: Record, value: FieldValue) -> str:
    if not isinstance(value, str):
        raise _no_fit(value, "title")
    return named(value)


def _day(field: str) -> Reader:
    def read(record: Record, value: FieldValue) -> str | None:
        if value is not None and not isinstance(value, date):
            raise _no_fit(value, field)
        return values.maybe_day(record, value)

    return read


def _setting(record: Record, value: FieldValue) -> str | int | None:
    return values.one_of(Setting)(record, value) if value else ""


_FIELDS: Mapping[str, Reader] = {
    "title": _named,
    "start": _day("start"),
    "end": _day("end"),
    "fixed_until": _day("fixed_until"),
    "setting": _setting,
    "grade": values.text,
    "wte": values.number(1, MOST_WTE, f"A post is from 0.01 to {MOST_WTE / 100:g} of a full-time one.", maybe=True),
    "locality": values.text,
    "specialisms": values.text,
    "note": values.text,
}
_TYPED = ("grade", "locality", "specialisms", "note")


def _ended(post: Post) -> bool:
    return post.end is not None


def _the(record: Record, post: str) -> Post:
    for one in record.people.posts():
        if one.id == post:
            return one
    raise NotAcceptable(f"There is no post with the id {post}.", "Nothing was changed.")


def _employer(record: Record, employer: str) -> Employer:
    for one in record.people.employers():
        if one.id == employer:
            return one
    raise NotAcceptable(f"There is no employer with the id {employer}.", "Nothing was changed.")
