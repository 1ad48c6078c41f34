"""The dated numbers of the career pathway, read once when they are first wanted."""

from __future__ import annotations

from functools import cache

from otcpd.catalogue.loading import read_file
from otcpd.domain.ladder import LadderRule

FILE = "pathway"
"""The name of the file in resources, without ".toml"."""


@cache
def load_ladder_rule() -> LadderRule:
    """When the log is said to show what a role asks."""
    found = read_file(FILE)["ladder"]
    return LadderRule(found["least_activities"], found["least_with_evidence"], found["years"])


@cache
def load_appraisal_questions() -> tuple[str, ...]:
    """What to ask of something that was read, in the order of asking."""
    return tuple(read_file(FILE)["appraisal"]["questions"])
