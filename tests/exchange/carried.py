"""Profile PDFs made by hand: the data attached, and pages of evidence as forms. What else a profile shows
does not matter to whoever reads it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from otcpd.actions.profile import profile_content
from otcpd.actions.profile_carried import carried_document
from otcpd.domain.carried import page_mark
from otcpd.portfolio.carrying import with_pieces
from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.evidence.pieces import PreparedPiece, SourcePage
from otcpd.portfolio.pdf.carried import attach
from otcpd.record.record import Record

DAY = date(2026, 11, 21)

Pages = Iterable[tuple[int, int]]
"""(number of a piece, number of its page)."""


def form(pdf: Pdf, word: str, box: Sequence[float] = (0, 0, 200, 100), **more: Object) -> Object:
    """A form that shows a word."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    return pdf.make_stream(
        f"BT /F 12 Tf 10 20 Td ({word}) Tj ET".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array(box),
        Resources=Dictionary(Font=Dictionary(F=font)),
        **more,
    )


def write_pdf(path: Path, data: bytes | None, pages: Pages) -> Path:
    """A PDF with a first page, and one for each page of evidence, which shows "E3p2"."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        for number, page in pages:
            name = page_mark(number, page)
            forms = Dictionary({name: form(pdf, name[1:])})
            pdf.add_blank_page(page_size=(595, 842))
            pdf.pages[-1].obj.Resources = Dictionary(XObject=forms)
            pdf.pages[-1].obj.Contents = pdf.make_stream(f"q 1 0 0 1 90 90 cm {name} Do Q".encode())
        if data is not None:
            attach(pdf, data, DAY)
        pdf.save(path, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return path


def piece(number: int, pages: int) -> PreparedPiece:
    """A piece that the profile shows in so many pages."""
    shown = tuple(SourcePage(Path("made.pdf"), index, 200.0, 100.0, 1000) for index in range(pages))
    return PreparedPiece(number, shown)


def profile_of(record: Record, pieces: Mapping[int, PreparedPiece] | None = None) -> tuple[ProfileContent, bytes]:
    """The content of the current profile and the data it carries; each piece has one page unless `pieces` tell."""
    portfolio = record.portfolios.current()
    content = profile_content(record, portfolio)
    numbers = [row.number for row in content.evidence if row.id]
    given = pieces or {}
    prepared = [given.get(number, piece(number, 1)) for number in numbers]
    return content, with_pieces(carried_document(record, content, portfolio), prepared)


def write_profile(record: Record, path: Path) -> ProfileContent:
    """The profile as a PDF with one page of each piece of evidence."""
    content, data = profile_of(record)
    write_pdf(path, data, [(row.number, 1) for row in content.evidence if row.id])
    return content
