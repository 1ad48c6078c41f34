"""The text inside a file, for the search. Runs in the worker process: plain values in and out.

The readers of each kind are imported when such a file comes: the window must not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from otcpd.disk import machine_errors
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.exchange.decoding import clean, decode
from otcpd.exchange.evidence_kind import evidence_kind, pdf_error_state

MOST_PAGES = 500
MOST_CHARACTERS = 2_000_000
"""What is beyond these limits is kept in the file but not found by its words."""

_MOST_BYTES = 8 * 1024 * 1024
"""Bytes read of a text or a message."""


@dataclass(frozen=True, slots=True)
class EvidenceText:
    """What a file is and the words inside it. `pages` is None for what has no pages."""

    kind: EvidenceKind
    state: EvidenceState
    text: str = ""
    pages: int | None = None


_Read = tuple[EvidenceState, str, int | None]


def read_evidence(path: Path) -> EvidenceText:
    """Tells what the file at `path` is and reads the words in it, up to the limits of this module.

    A broken or locked file is no error: its state says so. Raises FileMissing or MachineSaidNo when
    there is nothing to read.
    """
    kind, state = evidence_kind(path)
    reader = _READERS.get(kind)
    if state is not EvidenceState.READABLE or reader is None:
        return EvidenceText(kind, state)
    state, text, pages = reader(path)
    return EvidenceText(kind, state, clean(text[:MOST_CHARACTERS])[:MOST_CHARACTERS], pages)


def _pdf(path: Path) -> _Read:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        return pdf_error_state(error), "", None
    parts: list[str] = []
    left = MOST_CHARACTERS
    try:
        pages = len(document)
        for number in range(min(pages, MOST_PAGES)):
            try:
                text = _page_text(document[number])
            except pypdfium2.PdfiumError:
                continue  # one page that cannot be read does not hide the others
            parts.append(text[:left])
            left -= len(text)
            if left <= 0:
                break
    finally:
        document.close()
    return EvidenceState.READABLE, "\n".join(part for part in parts if part.strip()), pages


def _page_text(page: object) -> str:
    from pypdfium2 import PdfPage

    assert isinstance(page, PdfPage)
    text_page = page.get_textpage()
    try:
        # PDFium writes U+FFFE for a hyphen at the end of a line.
        return str(text_page.get_text_bounded()).replace("\ufffe\r\n", "").replace("\ufffe\n", "").replace("\ufffe", "")
    finally:
        text_page.close()
        page.close()


def _word(path: Path) -> _Read:
    from otcpd.exchange.docx_text import read_docx

    text = read_docx(path, MOST_CHARACTERS)
    return (EvidenceState.BROKEN, "", None) if text is None else (EvidenceState.READABLE, text, None)


def _mail(path: Path) -> _Read:
    from otcpd.exchange.mail_text import read_mail

    return EvidenceState.READABLE, read_mail(_beginning(path)), None


def _plain(path: Path) -> _Read:
    data = _beginning(path)
    text = decode(data, whole=len(data) < _MOST_BYTES)
    return (EvidenceState.UNKNOWN, "", None) if text is None else (EvidenceState.READABLE, text, None)


def _beginning(path: Path) -> bytes:
    with machine_errors(path), path.open("rb") as file:
        return file.read(_MOST_BYTES)


_READERS: dict[EvidenceKind, Callable[[Path], _Read]] = {
    EvidenceKind.PDF: _pdf,
    EvidenceKind.WORD: _word,
    EvidenceKind.EMAIL: _mail,
    EvidenceKind.TEXT: _plain,
}
