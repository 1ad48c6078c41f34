"""Where a profile goes: a sensible name and folder."""

from __future__ import annotations

from pathlib import Path

from otcpd.domain.file_names import safe_name
from otcpd.domain.period import Period
from otcpd.ui.file_names import documents_folder

PDF = ".pdf"


def file_name(person: str, period: Period) -> str:
    """ "CPD profile Eilidh Rowan 2025-2026.pdf"."""
    first, last = period.start.year, period.end.year
    years = f"{first}" if first == last else f"{first}-{last}"
    return f"{' '.join(part for part in ('CPD profile', safe_name(person), years) if part)}{PDF}"


def usual_folder(last_used: str) -> Path:
    """The folder of the last export if it is still there, else the person's documents."""
    return Path(last_used) if last_used and Path(last_used).is_dir() else documents_folder()
