"""Words that an impact chain offers while one types; read when first wanted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from otcpd.catalogue.loading import read_file
from otcpd.catalogue.pathway import FILE
from otcpd.domain.impact import Better


class MeasureEntry(NamedTuple):
    """The name of an outcome measure, with what its numbers usually count and which way is usually better."""

    name: str
    unit: str
    better: Better


@dataclass(frozen=True, slots=True)
class ImpactWords:
    """All of it, in the order of the file. `measures_note` says whose the names are."""

    measures: tuple[MeasureEntry, ...]
    measures_note: str
    themes: tuple[str, ...]
    story_words: int
    """How many words a story has at most to stand on the page of figures and stories."""

    def measure(self, name: str) -> MeasureEntry | None:
        """The measure of this name, however it is spaced and written in capitals."""
        wanted = " ".join(name.split()).casefold()
        return next((one for one in self.measures if one.name.casefold() == wanted), None)


@cache
def impact_words() -> ImpactWords:
    """The words; cached, so that the file is read once."""
    content = read_file(FILE)
    return ImpactWords(
        tuple(MeasureEntry(one["name"], one["unit"], Better(one["better"])) for one in content["measures"]["names"]),
        content["measures"]["note"],
        tuple(content["themes"]["names"]),
        content["story"]["words"],
    )
