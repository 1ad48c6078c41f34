"""How a profile writes spans in narrow columns, times, sizes and lists (look.md section 6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from otcpd.domain.dates import MONTHS


def short_day(value: date) -> str:
    """A day for a narrow column: "19 Nov 2026"."""
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def short_span(start: date, end: date | None) -> str:
    """One or two days for a narrow column: "6 to 8 Nov 2025"."""
    if end is None or end == start:
        return short_day(start)
    if start.year != end.year:
        return f"{short_day(start)} to {short_day(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month - 1][:3]} to {short_day(end)}"
    return f"{start.day} to {short_day(end)}"


def size(count: int) -> str:
    """Bytes in the units a file manager shows: "800 bytes", "120 KB", "1.4 MB"."""
    if count < 1000:
        return f"{count} bytes" if count != 1 else "1 byte"
    if count < 999_500:
        return f"{round(count / 1000)} KB"
    return f"{count / 1_000_000:.1f} MB"


def listing(parts: Sequence[str]) -> str:
    """Parts as a list in words: "1, 2 and 3"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def tally(count: int, one: str, many: str = "") -> str:
    """A count in figures with the right form of its noun: "21 activities"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def months(start: date, end: date) -> int:
    """How many months two days (both included) span, begun months counted as whole ones."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole + (1 if end.day >= start.day else 0)


def evidence_name(number: int) -> str:
    """The name of a piece of evidence: "E2"."""
    return f"E{number}"
