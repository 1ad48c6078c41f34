"""Reads portfolios."""

from __future__ import annotations

from datetime import date

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.domain.portfolio import Portfolio
from otcpd.record.engine import Reader, Row
from otcpd.record.ids import read_instant

_COLUMNS = 'id, owner, name, created, start, "end", summary, statement, deleted'


class Portfolios:
    """The portfolios of an open CPD file."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def current(self) -> Portfolio:
        """The portfolio that the window and the command line work on: the first one made."""
        return self.all()[0]

    def get(self, portfolio: str) -> Portfolio:
        """One portfolio by its id, in the bin or not. Raises NotAcceptable if there is none."""
        return self._one("id = ?", portfolio)

    def named(self, name: str) -> Portfolio:
        """One portfolio by its name. Raises NotAcceptable if there is none."""
        return self._one("deleted IS NULL AND name = ?", name)

    def all(self, *, binned: bool = False) -> list[Portfolio]:
        """Every portfolio, in the order in which they were made."""
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM portfolio WHERE deleted IS {'NOT ' if binned else ''}NULL ORDER BY created, id"
        )
        with self._reader.legible():
            return [self._portfolio(row) for row in rows]

    def last_position(self, portfolio: str) -> str | None:
        """The order key of the last activity chosen."""
        found = self._reader.value("SELECT max(position) FROM portfolio_activity WHERE portfolio = ?", (portfolio,))
        return None if found is None else str(found)

    def _one(self, where: str, value: str) -> Portfolio:
        row = self._reader.row(f"SELECT {_COLUMNS} FROM portfolio WHERE {where}", (value,))
        if row is None:
            raise NotAcceptable(
                f"There is no portfolio ‘{value}’.",
                "Nothing was changed.",
                f"There is: {', '.join(portfolio.name for portfolio in self.all())}.",
            )
        with self._reader.legible():
            return self._portfolio(row)

    def _portfolio(self, row: Row) -> Portfolio:
        read = self._reader.rows
        chosen = read(
            "SELECT activity FROM portfolio_activity JOIN activity ON activity.id = activity WHERE portfolio = ?"
            " AND portfolio_activity.deleted IS NULL AND activity.deleted IS NULL"
            " ORDER BY position, portfolio_activity.id",
            (row[0],),
        )
        numbers = read(
            "SELECT evidence, number FROM portfolio_evidence WHERE portfolio = ? AND deleted IS NULL ORDER BY number",
            (row[0],),
        )
        layers = read("SELECT field, layer FROM layer WHERE row = ? AND deleted IS NULL ORDER BY field", (row[0],))
        return Portfolio(
            id=row[0],
            owner=row[1],
            name=row[2],
            created=read_instant(row[3]),
            start=date.fromisoformat(row[4]) if row[4] else None,
            end=date.fromisoformat(row[5]) if row[5] else None,
            summary=row[6],
            statement=row[7],
            chosen=tuple(found[0] for found in chosen),
            evidence_numbers={found[0]: found[1] for found in numbers},
            layers={found[0]: Layer(found[1]) for found in layers},
            deleted=read_instant(row[8]) if row[8] else None,
        )
