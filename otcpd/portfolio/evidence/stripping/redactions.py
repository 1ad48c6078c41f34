"""Marks for blacking out that nobody applied: what they cover is still in the file."""

from __future__ import annotations

import warnings
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from otcpd.portfolio.evidence.pdf.values import PDF_ERRORS


def has_redaction_marks(source: Path) -> bool:
    """Whether a page of the PDF at `source` has a redaction annotation (PDF 1.7, 12.5.6.23): applying one takes
    both it and what it covers away. False if the file cannot be looked into. Raises OSError."""
    try:
        with warnings.catch_warnings(), pikepdf.open(source, suppress_warnings=True) as pdf:
            warnings.simplefilter("ignore")
            return any(_is_marked(page) for page in pdf.pages)
    except PDF_ERRORS:
        return False


def _is_marked(page: pikepdf.Page) -> bool:
    found = page.obj.get("/Annots")
    if not isinstance(found, Array):
        return False
    return any(isinstance(each, Dictionary) and each.get("/Subtype") == Name.Redact for each in found.as_list())
