"""Making the PDFs of a profile: one, or several of a limited size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from otcpd.disk import WholeFiles
from otcpd.domain.file_names import safe_name
from otcpd.portfolio.pdf.assemble import assemble
from otcpd.portfolio.pdf.compose import WORDS_WEIGHT, Matter, Unit, compose, units_of
from otcpd.portfolio.pdf.draw import draw
from otcpd.portfolio.pdf.leaves import Part, Survey
from otcpd.portfolio.pdf.parts import allot

Progress = Callable[[int, int, str], None]
"""Told how many steps are done, how many there are in all, and in words what is under way."""

_FONTS_WEIGHT = 90_000
"""About how many bytes the fonts of a document take."""

_PACKED = 5
"""How many times smaller the carried data is when it is packed, at least."""

_MOST_TRIES = 6
_PLACING = "Putting evidence on its pages"
_SAVING = 20
"""Steps of progress that writing a file counts for."""


@dataclass(frozen=True, slots=True)
class PdfWritten:
    """One PDF that will be at `path` when all files take their places. `size` is in bytes; `too_large` if
    that is more than was wanted, because one page alone is."""

    path: Path
    size: int
    too_large: bool


def write_pdfs(
    matter: Matter,
    out: Path,
    files: WholeFiles,
    progress: Progress,
    *,
    most_bytes: int | None = None,
) -> list[PdfWritten]:
    """Write the profile to `out`, or to files beside it that are named for the person and the part.

    The same matter gives the same bytes. Raises OSError when the disk says no.
    """
    units = units_of(matter)
    swelling = 1.0
    for _ in range(_MOST_TRIES):
        shares = _shares(matter, units, most_bytes, swelling)
        writing = _Writing(matter, out, files, progress, shares)
        sizes = writing.write()
        over = [
            size for size, share in zip(sizes, shares, strict=True) if len(share) > 1 and size > (most_bytes or size)
        ]
        if not over or most_bytes is None:
            break
        # The weights were too light: try again with more of them.
        swelling *= max(over) / most_bytes * 1.03
        writing.drop()
    return writing.written(most_bytes)


def part_path(out: Path, person: str, number: int, parts: int) -> Path:
    """Where a part goes: "CPD profile Eilidh Rowan 2025-2026, part 1 of 3.pdf" beside `out`."""
    if parts == 1:
        return out
    name = safe_name(person)
    named = out.stem if not name or name.casefold() in out.stem.casefold() else f"{out.stem}, {name}"
    return out.with_name(f"{named}, part {number} of {parts}{out.suffix}")


def _shares(matter: Matter, units: Sequence[Unit], most_bytes: int | None, swelling: float) -> list[list[Unit]]:
    """Which evidence goes into which file; the first one also has the text of the profile."""
    if most_bytes is None:
        return [list(units)]
    own = _FONTS_WEIGHT + len(matter.carried) // _PACKED
    content = matter.content
    rows = len(content.dated_list) + len(content.evidence)
    text = WORDS_WEIGHT * (8 + rows // 20) + len(content.summary.text) + len(content.statement.text)
    room = max(most_bytes - own, most_bytes // 2)
    weights = [int(weight * swelling) for weight in (text, *(unit.weight for unit in units))]
    return [[units[place - 1] for place in share if place] for share in allot(weights, room)]


class _Writing:
    """One go at writing all parts."""

    def __init__(
        self,
        matter: Matter,
        out: Path,
        files: WholeFiles,
        progress: Progress,
        shares: Sequence[Sequence[Unit]],
    ) -> None:
        self._matter = matter
        self._out = out
        self._files = files
        self._progress = progress
        self._shares = shares
        self._open: list[BinaryIO] = []
        self._sizes: list[int] = []
        self._steps = 0
        self._total = 1

    def write(self) -> list[int]:
        """Write all parts; gives their sizes in bytes."""
        parts, known = compose(self._matter, self._shares)
        forms = sum(len(leaf.forms) for part in parts for leaf in part.leaves)
        self._total = known.page_count + forms + _SAVING * len(parts)
        for number, part in enumerate(parts, start=1):
            self._write_part(part, number, known)
        return self._sizes

    def drop(self) -> None:
        """Give up what was written."""
        for file in self._open:
            self._files.drop(file)

    def written(self, most_bytes: int | None) -> list[PdfWritten]:
        """What was written, in the order of the parts."""
        return [
            PdfWritten(self._place(number), size, most_bytes is not None and size > most_bytes)
            for number, size in enumerate(self._sizes, start=1)
        ]

    def _place(self, number: int) -> Path:
        return part_path(self._out, self._matter.content.cover.name, number, len(self._shares))

    def _write_part(self, part: Part, number: int, known: Survey) -> None:
        cover = self._matter.content.cover
        before = self._steps

        def page_done(page: int) -> None:
            self._tell(self._steps + 1, f"Drawing page {page} of {known.page_count}")

        def placed() -> None:
            self._tell(self._steps + 1, _PLACING)

        def busy(_percent: int) -> None:
            self._tell(self._steps, _PLACING)

        def saved(percent: int) -> None:
            self._tell(end - _SAVING + percent * _SAVING // 100, _writing(number, known.parts))

        drawn = draw(part, number, known, cover, page_done)
        end = before + len(part.leaves) + sum(map(len, drawn.forms.values())) + _SAVING
        file = self._files.begin(self._place(number))
        self._open.append(file)
        assemble(drawn, cover.prepared, self._matter.carried, file, placed=placed, busy=busy, saved=saved)
        self._sizes.append(file.tell())
        self._tell(end, _writing(number, known.parts))

    def _tell(self, steps: int, words: str) -> None:
        self._steps = steps
        self._progress(steps, self._total, words)


def _writing(number: int, parts: int) -> str:
    return "Writing the file" if parts == 1 else f"Writing part {number} of {parts}"
