"""The numbers and sources that profile checks go by, as the catalogue hands them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from otcpd.domain.dates import long_day

_ABOUT = (("Types", "R2"), ("Gaps", "R1"), ("Number of activities", "R3"), ("Words", "R4"), ("Dates", "R8"))
"""What the rules of a profile are about, with their ids: every one that a finding can name as its source."""


class RuleSource(NamedTuple):
    """Where a rule was read, and on which day."""

    name: str
    address: str
    checked_on: date

    @property
    def text(self) -> str:
        """The source in words, for people."""
        return f"{self.name}, read on {long_day(self.checked_on)}"


@dataclass(frozen=True, slots=True)
class ReadinessRules:
    """HCPC's numbers as the catalogue knows them. `sources` maps a rule's id to where it was read."""

    gap_months: int
    gap_notice_months: int
    min_categories: int
    list_min: int
    list_max: int
    summary_words: int
    statement_words: int
    warn_percent: int
    sources: Mapping[str, RuleSource]

    def source(self, rule: str) -> str:
        """The source of a rule in words; raises KeyError for a rule the catalogue does not know."""
        return self.sources[rule].text

    @property
    def all_sources(self) -> tuple[str, ...]:
        """A line for each rule of a profile: what it is about, and where it was read."""
        return tuple(f"{about}: {self.source(rule)}." for about, rule in _ABOUT)
