"""What reading a framework from a file gives: the framework, its links to others, and what was not as it should be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from otcpd.domain.framework import Framework, FrameworkLink

MOST_ITEMS = 20_000
"""Items of one framework that are read; the largest published ones have about 5,000."""
MOST_LABEL = 300
"""Letters of what an item is called; what is longer stands in its notes."""
MOST_NOTES = 20_000
MOST_DEPTH = 12
"""Items that may stand below each other."""


class FrameworkFault(NamedTuple):
    """What was not as it should be: where in the file, what it was, and what was done about it, as sentences."""

    where: str
    what: str
    done: str

    @property
    def why(self) -> str:
        """What and what was done, in one line."""
        return f"{self.what} {self.done}"


@dataclass(frozen=True, slots=True)
class ReadFramework:
    """A framework as a file has it. `format` says in words what the file is ("CASE", "a table").

    `told_edition` is False where the file does not say which edition it holds.
    """

    framework: Framework
    links: tuple[FrameworkLink, ...] = ()
    faults: tuple[FrameworkFault, ...] = ()
    format: str = ""
    told_edition: bool = True
