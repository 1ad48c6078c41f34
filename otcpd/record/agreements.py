"""Reads supervision agreements."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.domain.supervision import TERMS_TEXTS, Agreement, AgreementKind, Mode, Terms
from otcpd.record.engine import Reader, Row, Value
from otcpd.record.ids import read_instant

_COLUMNS = (
    "id, owner, kind, supervisee, supervisor, supervisor_is_ot, name, ends, end_reason, renews, created, modified,"
    " deleted"
)
_TERMS = (
    "agreement, id, start, every_weeks, weeks_from, minutes, mode, protected_supervisee, protected_supervisor,"
    f" review_on, agreed_on, {', '.join(TERMS_TEXTS)}"
)


class Agreements:
    """The agreements of an open CPD file."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def get(self, agreement: str) -> Agreement:
        """One agreement, in the bin or not. Raises NotAcceptable if there is none with this id."""
        found = self._made("id = ?", (agreement,))
        if not found:
            raise NotAcceptable(f"There is no agreement with the id {agreement}.", "Nothing was changed.")
        return found[0]

    def all(self, *, binned: bool = False) -> list[Agreement]:
        """The owner's agreements, the oldest first; `binned` gives those in the bin instead."""
        return self._made(f"deleted IS {'NOT ' if binned else ''}NULL AND owner = (SELECT owner FROM record)", ())

    def _made(self, where: str, values: tuple[Value, ...]) -> list[Agreement]:
        rows = self._reader.rows(f"SELECT {_COLUMNS} FROM agreement WHERE {where}", values)
        which = f"agreement IN (SELECT id FROM agreement WHERE {where}) AND deleted IS NULL"
        with self._reader.legible():
            terms: dict[str, list[Terms]] = defaultdict(list)
            for row in self._reader.rows(
                f"SELECT {_TERMS} FROM agreement_terms WHERE {which} ORDER BY start, id", values
            ):
                terms[row[0]].append(_terms(row))
            members: dict[str, list[str]] = defaultdict(list)
            for agreement, person in self._reader.rows(
                f"SELECT agreement, person FROM agreement_member WHERE {which} ORDER BY person", values
            ):
                members[agreement].append(person)
            layers: dict[str, dict[str, Layer]] = defaultdict(dict)
            for row, name, layer in self._reader.rows(
                "SELECT row, field, layer FROM layer WHERE tbl = 'agreement' AND deleted IS NULL"
            ):
                layers[row][name] = Layer(layer)
            # One whose terms an undo took away is none.
            found = [_agreement(row, terms[row[0]], members[row[0]], layers[row[0]]) for row in rows if terms[row[0]]]
        return sorted(found, key=lambda one: (one.starts, one.id))


def _terms(row: Row) -> Terms:
    return Terms(
        id=row[1],
        start=date.fromisoformat(row[2]),
        every_weeks=row[3],
        weeks_from=row[4],
        minutes=row[5],
        mode=Mode(row[6]),
        protected_supervisee=bool(row[7]),
        protected_supervisor=bool(row[8]),
        review_on=_day(row[9]),
        agreed_on=_day(row[10]),
        **dict(zip(TERMS_TEXTS, row[11:], strict=True)),
    )


def _agreement(row: Row, terms: list[Terms], members: list[str], layers: dict[str, Layer]) -> Agreement:
    return Agreement(
        id=row[0],
        owner=row[1],
        kind=AgreementKind(row[2]),
        terms=tuple(terms),
        supervisee=row[3],
        supervisor=row[4],
        supervisor_is_ot=bool(row[5]),
        name=row[6],
        members=tuple(members),
        ends=_day(row[7]),
        end_reason=row[8],
        renews=row[9],
        created=read_instant(row[10]),
        modified=read_instant(row[11]),
        layers=layers,
        deleted=read_instant(row[12]) if row[12] else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
