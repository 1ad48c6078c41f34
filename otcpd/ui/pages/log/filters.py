"""What the person asked to see of the log."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from otcpd.domain.log_filter import LogFilter
from otcpd.record.search import long_enough


class Show(StrEnum):
    """What the segmented control offers."""

    ALL = "all"
    TO_FINISH = "to_finish"
    CHOSEN = "chosen"
    NO_EVIDENCE = "no_evidence"


SHOW_WORDS = (
    (Show.ALL, "All"),
    (Show.TO_FINISH, "To finish"),
    (Show.CHOSEN, "In my statement"),
    (Show.NO_EVIDENCE, "No evidence"),
)

SORTS = (("newest", "Newest first"), ("oldest", "Oldest first"))


@dataclass(frozen=True, slots=True)
class Filters:
    """The choice of the segmented control, what stands in the search field, the order, and what is filtered by."""

    show: Show = Show.ALL
    query: str = ""
    newest: bool = True
    only: LogFilter = field(default_factory=LogFilter)

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self.show is Show.ALL and not self.only and not long_enough(self.query)
