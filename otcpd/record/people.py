"""Reads people, employers and posts."""

from __future__ import annotations

from datetime import date, datetime

from otcpd.domain.person import Employer, Person, PersonRole, Post
from otcpd.record.engine import Reader, Row
from otcpd.record.ids import read_instant

_PERSON = "id, name, profession, registration, employer, audit_number, is_ot, contact, deleted"


class People:
    """The people, employers and posts of an open CPD file."""

    def __init__(self, reader: Reader, owner: str) -> None:
        self._reader = reader
        self._owner = owner

    def owner(self) -> Person:
        """The person whose file this is."""
        return self._people("id = ?", (self._owner,))[0]

    def all(self, *, binned: bool = False) -> list[Person]:
        """Everybody but the owner, by name."""
        return self._people(f"id <> ? AND deleted IS {'NOT ' if binned else ''}NULL", (self._owner,))

    def employers(self, *, binned: bool = False) -> list[Employer]:
        """Every employer, by name."""
        rows = self._reader.rows(
            f"SELECT id, name, sector, deleted FROM employer WHERE deleted IS {'NOT ' if binned else ''}NULL"
            " ORDER BY name, id"
        )
        with self._reader.legible():
            return [Employer(row[0], row[1], row[2], _instant(row[3])) for row in rows]

    def posts(self, *, binned: bool = False) -> list[Post]:
        """The owner's posts, the newest first."""
        rows = self._reader.rows(
            'SELECT id, owner, title, employer, start, "end", deleted, setting, grade, wte, locality, specialisms,'
            " fixed_until, note FROM post"
            f" WHERE deleted IS {'NOT ' if binned else ''}NULL ORDER BY coalesce(start, '') DESC, id"
        )
        with self._reader.legible():
            return [_post(row) for row in rows]

    def post_in_words(self, post: str) -> str:
        """Title and employer of a post, in the bin or not: "Community team, Rowan Trust"; empty if there is none."""
        found = self._reader.row(
            "SELECT title, coalesce(name, '') FROM post LEFT JOIN employer ON employer.id = employer WHERE post.id = ?",
            (post,),
        )
        return ", ".join(str(one) for one in found or () if one)

    def _people(self, where: str, values: tuple[str, ...]) -> list[Person]:
        rows = self._reader.rows(f"SELECT {_PERSON} FROM person WHERE {where} ORDER BY name, id", values)
        with self._reader.legible():
            roles = self._roles()
            return [_person(row, tuple(roles.get(row[0], ()))) for row in rows]

    def _roles(self) -> dict[str, list[PersonRole]]:
        roles: dict[str, list[PersonRole]] = {}
        for person, role in self._reader.rows(
            "SELECT person, role FROM person_role WHERE deleted IS NULL ORDER BY role"
        ):
            roles.setdefault(person, []).append(PersonRole(role))
        return roles


def _person(row: Row, roles: tuple[PersonRole, ...]) -> Person:
    return Person(
        id=row[0],
        name=row[1],
        profession=row[2],
        registration=row[3],
        employer=row[4],
        audit_number=row[5],
        is_ot=None if row[6] is None else bool(row[6]),
        contact=row[7],
        roles=roles,
        deleted=_instant(row[8]),
    )


def _post(row: Row) -> Post:
    return Post(
        id=row[0],
        owner=row[1],
        title=row[2],
        employer=row[3],
        start=_day(row[4]),
        end=_day(row[5]),
        deleted=_instant(row[6]),
        setting=row[7],
        grade=row[8],
        wte=row[9],
        locality=row[10],
        specialisms=row[11],
        fixed_until=_day(row[12]),
        note=row[13],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _instant(text: str | None) -> datetime | None:
    return read_instant(text) if text else None
