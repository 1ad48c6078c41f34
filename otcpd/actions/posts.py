"""The owner's posts over time, and the employers they are with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from otcpd.actions.days import check_reach
from otcpd.actions.names import named, one_line
from otcpd.actions.people import make_employer
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.dates import check_order
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.field_labels import POST_LABELS
from otcpd.domain.person import Employer, Post
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


def edit_post(record: Record, post: str, field: str, value: str | date | None) -> Changes:
    """Sets `title`, `employer` (by name, made if it is new), `start` or `end` of a post.

    Raises NotAcceptable for an empty title, days out of order, or a post that is not there.
    """
    now = _the(record, post)
    with record.step("Edit post") as step:
        if field == "title" and isinstance(value, str):
            step.set("post", post, field, named(value))
        elif field == "employer" and not isinstance(value, date):
            employer = one_line(value or "")
            step.set("post", post, field, make_employer(step, employer) if employer else None)
        elif field in ("start", "end") and not isinstance(value, str):
            check_days(value if field == "start" else now.start, value if field == "end" else now.end)
            step.set("post", post, field, value.isoformat() if value else None)
        elif field in POST_LABELS:
            raise NotAcceptable(
                f"‘{value}’ does not fit into the field ‘{POST_LABELS[field]}’.", "Nothing was changed."
            )
        else:
            raise NotAcceptable(f"A post has no field ‘{field}’.", "Nothing was changed.")
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
