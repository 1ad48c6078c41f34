"""What a role asks, as rows of a list."""

from __future__ import annotations

from datetime import date

from otcpd.domain.career import Expectation, ExpectationKind
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.ladder import Evidence, LadderFacts, Rung
from otcpd.ui.models.rungs import RungRow

FACTS = LadderFacts(date(2026, 11, 21), Frameworks())


def rung_rows(count: int) -> list[RungRow]:
    """So many, under two heads, each standing in its turn."""
    standings = list(Evidence)
    return [
        RungRow(
            str(place),
            f"Thing {place}",
            "Level 6" if place % 2 else "",
            f"Group {place % 2}",
            Rung(Expectation(str(place), ExpectationKind.OTHER, f"Thing {place}"), standings[place % 3], (), FACTS),
            f"thing {place} group {place % 2}",
        )
        for place in range(count)
    ]
