"""Values of a PDF, where anything at all may stand, and the errors that come of it."""

from __future__ import annotations

import math
import zlib

from pikepdf import ForeignObjectError, PasswordError, PdfError

PDF_ERRORS = (
    PdfError,
    PasswordError,
    ForeignObjectError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,  # some faults of a document, such as a tree of pages without a count, are of no particular kind
    TypeError,
    ValueError,
    zlib.error,
)
"""What pikepdf raises for damaged documents, and for objects that are not what they should be."""


def number(value: object) -> float | None:
    """A finite number, or None."""
    try:
        found = float(value)  # type: ignore[arg-type] # that it may be anything is the question
    except (TypeError, ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def whole(value: object) -> int | None:
    """A whole number, or None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def is_true(value: object) -> bool:
    """Whether the entry says true, and nothing else."""
    return value is True
