"""A profile PDF that is read back, and the other parts of it if it was split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

import pikepdf
from pikepdf import Pdf

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable, OtcpdError
from otcpd.exchange.pdf_attachment import carried_data
from otcpd.exchange.pdf_evidence import evidence_pages, form_at, write_evidence

MOST_BYTES = 4 * 1024**3
"""Larger than any profile: a thousand pieces of evidence of four megabytes each."""

_MOST_NEIGHBOURS = 40
"""PDFs of the same folder that are looked at when pages are missing."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of evidence is: page `page` of piece `number`, on page `index` of the PDF at `path`."""

    path: Path
    index: int
    number: int
    page: int


@dataclass(slots=True)
class ProfileParts:
    """A profile PDF: the data it carries and where its pages of evidence are.

    A profile that was split carries the same data in each part. When pages are missing, the other parts are
    looked for in the same folder. `size` is in bytes, of all parts that were looked into; `others` are the
    names of those that pages came from besides the first.
    """

    path: Path
    data: bytes
    size: int = 0
    others: list[str] = field(default_factory=list)
    _places: dict[tuple[int, int], Place] = field(default_factory=dict)
    _searched: bool = False

    def pages(self, number: int, count: int | None) -> list[Place | None]:
        """Where the pages of a piece are, in their order; None for each that is missing.

        `count` is how many there should be; None if that is not known, and then the last that is there is the last.
        """
        if count is None:
            count = max((page for one, page in self._places if one == number), default=0)
        wanted = [(number, page) for page in range(1, count + 1)]
        if not self._searched and any(one not in self._places for one in wanted):
            self._search()
        return [self._places.get(one) for one in wanted]

    def note(self, path: Path, pdf: Pdf) -> None:
        """Takes down where the pages of evidence are in a part, those that are known already aside."""
        self.size += path.stat().st_size
        found = {
            (number, page): Place(path, index, number, page)
            for number, pages in evidence_pages(pdf).items()
            for page, index in pages.items()
        }
        if path != self.path and not found.keys() <= self._places.keys():
            self.others.append(path.name)
        self._places = found | self._places

    def _search(self) -> None:
        """Looks for the other parts, once."""
        self._searched = True
        for path in _neighbours(self.path):
            try:
                with opened(path) as pdf:
                    if carried_data(pdf) == self.data:
                        self.note(path, pdf)
            except OtcpdError:
                continue  # it is no part of this profile that could be read


def profile_parts(path: Path) -> ProfileParts:
    """Looks into the profile PDF at `path`.

    Raises NotAcceptable for what is no profile PDF of ours, FileMissing or MachineSaidNo.
    """
    with opened(path) as pdf:
        data = carried_data(pdf)
        if data is None:
            raise not_ours(path)
        parts = ProfileParts(path, data)
        parts.note(path, pdf)
    return parts


def write_pages(places: Sequence[Place], target: Path) -> bool:
    """Writes a PDF of these pages; False, and no file, if one of them is no page that can be shown.

    Raises NotAcceptable for a damaged part, DiskFull and its like.
    """
    # Opened for each piece anew: what pikepdf has copied between PDFs stays in memory until they are closed.
    with ExitStack() as stack:
        most = Counter(place.path for place in places).most_common()
        pdfs = {path: stack.enter_context(opened(path)) for path, _ in most}
        forms = [form_at(pdfs[place.path], place.index, place.number, place.page) for place in places]
        return write_evidence(pdfs[most[0][0]], forms, target)


@contextmanager
def opened(path: Path) -> Iterator[Pdf]:
    """A PDF, read without repairs: half a certificate must not come in as a whole one.

    Raises NotAcceptable for one that is locked or does not hold together, FileMissing or MachineSaidNo.
    """
    try:
        with machine_errors(path):
            if path.stat().st_size > MOST_BYTES:
                raise not_ours(path)
            # Mapped into memory, the whole file would count as memory of ours.
            with pikepdf.open(path, attempt_recovery=False, access_mode=pikepdf.AccessMode.stream) as pdf:
                yield pdf
                if pdf.get_warnings():
                    raise damaged(path)
    except pikepdf.PasswordError as error:
        raise NotAcceptable(
            f"‘{path.name}’ has a password.", "Nothing was changed.", "Save a copy without it, and import that."
        ) from error
    except (pikepdf.PdfError, RuntimeError) as error:
        # qpdf reports some faults of a PDF as errors of no particular kind.
        raise damaged(path) from error


def _neighbours(path: Path) -> list[Path]:
    """PDFs of the same folder, those whose names begin most alike first."""
    with machine_errors(path.parent):
        found = [one for one in path.parent.iterdir() if one.suffix.lower() == ".pdf" and one.name != path.name]

    def unlike(one: Path) -> tuple[int, str]:
        pairs = zip(one.name, path.name, strict=False)
        return -sum(1 for _ in takewhile(_alike, pairs)), one.name

    return sorted(found, key=unlike)[:_MOST_NEIGHBOURS]


def _alike(letters: tuple[str, str]) -> bool:
    return letters[0] == letters[1]


def damaged(path: Path) -> NotAcceptable:
    """The error for a PDF that does not hold together."""
    return NotAcceptable(
        f"‘{path.name}’ is damaged.", "Nothing was changed.", "Import another copy of it, or export the profile again."
    )


def not_ours(path: Path) -> NotAcceptable:
    """The error for a PDF that carries no data of ours."""
    return NotAcceptable(
        f"‘{path.name}’ was not made by otcpd, or its data was removed.",
        "Nothing was changed.",
        "Choose a profile PDF as otcpd wrote it. To keep another PDF as evidence, add it to an activity.",
    )
