"""What the worker process needs for an export, brought in before the first piece: so that the bar moves meanwhile
and no piece is blamed for the time it takes."""

from __future__ import annotations

import importlib

from otcpd.background import ReportProgress

FOR_PIECES = (
    "pikepdf",
    "PIL.Image",
    "pypdfium2",
    "otcpd.portfolio.evidence.pdf.piece",
    "otcpd.portfolio.evidence.pictures.piece",
    "otcpd.portfolio.evidence.text_piece",
)
FOR_THE_PROFILE = ("pikepdf", "reportlab.pdfgen.canvas", "reportlab.pdfbase.ttfonts", "otcpd.portfolio.pdf.write")


def wake(modules: tuple[str, ...], progress: ReportProgress) -> None:
    """Imports `modules`, one after the other: the job for the worker process."""
    for done, module in enumerate(modules):
        progress(done, len(modules))
        importlib.import_module(module)
    progress(len(modules), len(modules))
