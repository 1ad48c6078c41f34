"""A profile PDF that is read back, and the other parts of it if it was split."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from types import TracebackType
from typing import Self

import pikepdf
from pikepdf import Object, Pdf

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable, OtcpdError
from otcpd.exchange.pdf_attachment import carried_data
from otcpd.exchange.pdf_evidence import Forms, evidence_forms

MOST_BYTES = 4 * 1024**3
"""Larger than any profile: a thousand pieces of evidence of four megabytes each."""

_MOST_NEIGHBOURS = 40
"""PDFs of the same folder that are looked at when pages are missing."""


@dataclass(slots=True)
class ProfileParts:
    """The profile PDF at `path`, open, with the pages of evidence in it.

    A profile that was split carries the same data in each part. When pages are missing, the other parts are
    looked for in the same folder. To be used in a `with`: the pages live as long as the PDFs are open.
    """

    path: Path
    data: bytes = b""
    size: int = 0
    """Bytes of all parts that were opened."""
    others: list[str] = field(default_factory=list)
    """The file names of the other parts that pages came from."""
    _forms: Forms = field(default_factory=dict)
    _open: ExitStack = field(default_factory=ExitStack)
    _pdfs: list[Pdf] = field(default_factory=list)
    _searched: bool = False

    def __enter__(self) -> Self:
        """Raises NotAcceptable for what is no profile PDF of ours, FileMissing or MachineSaidNo."""
        try:
            with reading(self.path):
                pdf = self._opened(self.path)
                data = carried_data(pdf)
                if data is None:
                    raise not_ours(self.path)
                self.data, self._forms = data, evidence_forms(pdf)
        except BaseException:
            self._open.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def pages(self, number: int, count: int | None) -> list[Object | None]:
        """The pages of a piece in their order, None for each that is missing.

        `count` is how many the profile shows; None if that is not known, and then the last that is there is the last.
        """
        if count is not None and any(page not in self._forms.get(number, {}) for page in range(1, count + 1)):
            self._search()
        forms = self._forms.get(number, {})
        return [forms.get(page) for page in range(1, (max(forms, default=0) if count is None else count) + 1)]

    @property
    def damaged(self) -> bool:
        """Whether anything that was read did not hold together."""
        return any(pdf.get_warnings() for pdf in self._pdfs)

    def _opened(self, path: Path) -> Pdf:
        with machine_errors(path):
            size = path.stat().st_size
        if size > MOST_BYTES:
            raise not_ours(path)
        pdf = self._open.enter_context(_open(path))
        self._pdfs.append(pdf)
        self.size += size
        return pdf

    def _search(self) -> None:
        """Looks for the other parts, once."""
        if self._searched:
            return
        self._searched = True
        for path in _neighbours(self.path):
            try:
                with reading(path), _open(path) as pdf:
                    same = carried_data(pdf) == self.data
                if same:
                    with reading(path):
                        self._take(path)
            except OtcpdError:
                continue  # it is no part of this profile that could be read

    def _take(self, path: Path) -> None:
        new = False
        for number, forms in evidence_forms(self._opened(path)).items():
            ours = self._forms.setdefault(number, {})
            new = new or not forms.keys() <= ours.keys()
            for page, form in forms.items():
                ours.setdefault(page, form)
        if new:
            self.others.append(path.name)


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


def _open(path: Path) -> Pdf:
    # Mapped into memory, the whole file would count as memory of ours.
    return pikepdf.open(path, attempt_recovery=False, access_mode=pikepdf.AccessMode.stream)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turns what goes wrong in reading a PDF into words. Raises NotAcceptable, FileMissing or MachineSaidNo."""
    try:
        with machine_errors(path):
            yield
    except pikepdf.PasswordError as error:
        raise NotAcceptable(
            f"“{path.name}” has a password.", "Nothing was changed.", "Save a copy without it, and import that."
        ) from error
    except (pikepdf.PdfError, RuntimeError, RecursionError) as error:
        # qpdf reports some faults of a PDF as errors of no particular kind.
        raise damaged(path) from error


def damaged(path: Path) -> NotAcceptable:
    """The error for a PDF that does not hold together."""
    return NotAcceptable(
        f"“{path.name}” is damaged.", "Nothing was changed.", "Import another copy of it, or export the profile again."
    )


def not_ours(path: Path) -> NotAcceptable:
    """The error for a PDF that carries no data of ours."""
    return NotAcceptable(
        f"“{path.name}” was not made by otcpd, or its data was removed.",
        "Nothing was changed.",
        "Choose a profile PDF as otcpd wrote it. To keep another PDF as evidence, add it to an activity.",
    )
