"""Making the PDFs of a profile: one, or several of a limited size."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from otcpd.disk import WholeFiles
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.file_names import safe_name
from otcpd.portfolio.pdf.assemble import assemble
from otcpd.portfolio.pdf.compose import WORDS_WEIGHT, Matter, Unit, compose, units_of
from otcpd.portfolio.pdf.draw import draw
from otcpd.portfolio.pdf.leaves import Part, Survey
from otcpd.portfolio.pdf.parts import Share, allot, divided

Progress = Callable[[int, int, str], None]
"""Told how many steps are done, how many there are in all, and in words what is under way."""

_FONTS_WEIGHT = 90_000
"""About how many bytes the fonts of a document take."""

_MOST_TRIES = 10
_PLACING = "Putting evidence on its pages"
_PDF_WITHIN = 1024
"""Readers accept that many bytes before a PDF's mark."""

_SAVING = 20
"""Steps of progress that writing a file counts for."""


@dataclass(frozen=True, slots=True)
class PdfWritten:
    """One PDF that will be at `path` when all files take their places. `size` is in bytes; `too_large` if
    that is more than was wanted: one page alone is, or what its pages share."""

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

    The same matter gives the same bytes. Raises NotAcceptable where
    something else than a PDF stands in the way, OSError when the disk says no.
    """
    units = units_of(matter)
    weights = [_weight_of_text(matter), *(unit.weight for unit in units)]
    shares = [Share(0, len(weights))] if most_bytes is None else allot(weights, _room(matter, most_bytes))
    for rest in reversed(range(_MOST_TRIES)):
        # The first weight is that of the text, which is in the first file anyway.
        groups = [units[max(0, share.start - 1) : share.end - 1] for share in shares]
        writing = _Writing(matter, out, files, progress, groups)
        sizes = writing.write()
        again = shares if most_bytes is None else divided(shares, sizes, weights, most_bytes)
        if again == shares or not rest:
            break
        shares = again
        writing.drop()
    return writing.written(most_bytes)


def part_path(out: Path, person: str, number: int, parts: int) -> Path:
    """Where a part goes: "CPD profile Eilidh Rowan 2025-2026, part 1 of 3.pdf" beside `out`."""
    if parts == 1:
        return out
    name = safe_name(person)
    named = out.stem if not name or name.casefold() in out.stem.casefold() else f"{out.stem}, {name}"
    return out.with_name(f"{named}, part {number} of {parts}{out.suffix}")


def _weight_of_text(matter: Matter) -> int:
    content = matter.content
    rows = len(content.dated_list) + len(content.evidence)
    return WORDS_WEIGHT * (8 + rows // 20) + len(content.summary.text) + len(content.statement.text)


def _room(matter: Matter, most_bytes: int) -> int:
    """What a file has for its pages, besides what every file has: fonts, and the data it carries."""
    return max(most_bytes - _FONTS_WEIGHT - len(zlib.compress(matter.carried)), most_bytes // 2)


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
        if known.parts > 1:
            _refuse_other_kinds(self._place(number))
        file = self._files.begin(self._place(number))
        self._open.append(file)
        assemble(drawn, cover.prepared, self._matter.carried, file, placed=placed, busy=busy, saved=saved)
        self._sizes.append(file.tell())
        self._tell(end, _writing(number, known.parts))

    def _tell(self, steps: int, words: str) -> None:
        self._steps = steps
        self._progress(steps, self._total, words)


def _refuse_other_kinds(path: Path) -> None:
    """Raises NotAcceptable if something stands at the `path` of a part that is no PDF: nobody was asked about it."""
    if not path.is_file() or path.stat().st_size == 0:
        return
    with path.open("rb") as file:
        if b"%PDF-" in file.read(_PDF_WITHIN):
            return
    raise NotAcceptable(
        f"‘{path.name}’ is there already, and it is not a PDF.",
        "It has not been changed, and nothing was written.",
        "Move it away, or choose another name for the profile.",
    )


def _writing(number: int, parts: int) -> str:
    return "Writing the file" if parts == 1 else f"Writing part {number} of {parts}"
