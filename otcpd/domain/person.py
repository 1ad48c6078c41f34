"""People, employers and posts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

MOST_WTE = 200
"""The most that a post is, in hundredths of a full one."""
_FULL = 100
SOMEBODY = "Somebody"
"""What a person is called in a list whose name the file does not have."""


class PersonRole(StrEnum):
    """What somebody is to the owner. One may be several things."""

    SUPERVISOR = "supervisor"
    SUPERVISEE = "supervisee"
    PEER = "peer"
    MENTOR = "mentor"
    MENTEE = "mentee"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the file: the owner, or somebody she learns with. `employer` is an employer's id."""

    id: str
    name: str
    profession: str = ""
    registration: str = ""
    """HCPC number, "OT" and up to six digits; empty when unknown."""
    employer: str | None = None
    audit_number: str = ""
    """The CPD number HCPC gives to those it audits; optional."""
    is_ot: bool | None = None
    """Whether they are an occupational therapist; None while nobody said."""
    contact: str = ""
    roles: tuple[PersonRole, ...] = ()
    deleted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Employer:
    """An organisation that somebody works for. `sector` is a code of the catalogue, or empty."""

    id: str
    name: str
    sector: str = ""
    deleted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A job of the owner. `employer` is an employer's id; `end` is None while she holds it."""

    id: str
    owner: str
    title: str
    employer: str | None = None
    start: date | None = None
    end: date | None = None
    setting: str = ""
    """For whom it works: a value of `otcpd.domain.career.Setting`, or empty while nobody said."""
    grade: str = ""
    wte: int | None = None
    """Whole-time equivalent in hundredths: 60 is three days of five."""
    locality: str = ""
    specialisms: str = ""
    fixed_until: date | None = None
    """The day on which a fixed-term post runs out; `end` is the day on which she left."""
    note: str = ""
    deleted: datetime | None = None


def main_post(posts: Iterable[Post]) -> Post | None:
    """The post that somebody is introduced by: of those held, the one with the most hours, and of these the newest.

    Where no hours are said a post counts as a full one. Posts that ended count only where nothing else is held.
    """
    return max(posts, key=_standing, default=None)


def _standing(post: Post) -> tuple[bool, int, date, str]:
    return post.end is None, _FULL if post.wte is None else post.wte, post.start or date.min, post.id
