"""Profiles of every kind, for the tests of the Word copy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from otcpd.portfolio.content import ProfileContent
from tests.portfolio.samples import EILIDH, PERIOD, activity, evidence, full_profile, gap_reason, portfolio, profile

MARKUP = "<b>bold</b> & {x} %s %(a)d <w:t>t</w:t> &amp; $HOME \\n {{0}} <!-- ]]>"


def crowd(count: int) -> ProfileContent:
    """A profile of very many activities."""
    days = PERIOD.days - 1
    return profile(
        [
            activity(
                f"{place:04}",
                PERIOD.start + timedelta(days=place * days // count),
                f"Activity number {place}" + " with many words" * (place % 9),
                minutes=place,
                evidence=("x",) if place % 7 == 0 else (),
            )
            for place in range(count)
        ],
        files=[evidence("x", "One certificate for many")],
    )


CASES = {
    "full": full_profile(),
    "empty": profile(person=replace(EILIDH, name="", registration=""), with_gaps=False),
    "only gaps": profile(),
    "four hundred activities": crowd(400),
    "long statement": profile(of=portfolio(statement="\n".join(f"word{place} and more." for place in range(1000)))),
    "markup": profile(
        [activity("a", date(2026, 3, 12), MARKUP, evidence=("x",))],
        files=[evidence("x", MARKUP)],
        of=portfolio(summary=MARKUP, statement=MARKUP, chosen=("a",)),
        person=replace(EILIDH, name=MARKUP, profession=MARKUP, registration=MARKUP, audit_number=MARKUP),
        reasons=[gap_reason(PERIOD.start, PERIOD.end, MARKUP, MARKUP)],
    ),
    "tall rows": profile(
        [activity("a", date(2026, 3, 12), "W" * 4000), activity("b", date(2026, 3, 13), "tall " * 2000)],
        reasons=[gap_reason(PERIOD.start, PERIOD.end, "Long", "story " * 3000)],
    ),
}
