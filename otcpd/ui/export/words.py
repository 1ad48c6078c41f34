"""What exporting says."""

from __future__ import annotations

from pathlib import Path

from otcpd.domain.words import counted
from otcpd.portfolio.content import ProfileContent

CHOOSE_PLACE = "Export profile"
PDF_FILES = "PDF files (*.pdf)"
DRAWING = "Making your PDF"
CANCEL = "Stop the export"
NOT_MADE = "Your profile was not made"
OPEN_IT = "Open it"
OPEN_FIRST = "Open the first part"
SHOW_FOLDER = "Show the folder"
OTHER_PLACE = "Choose another place"
PUT_AWAY = "Close this message"
GETTING_READY = "Getting ready"
NO_PROGRAM = "This computer has no program that opens it. The file is where it says."


def cancelled(place: Path, existed: bool) -> str:
    """What is so after a cancel."""
    return f"Export cancelled. ‘{place.name}’ is as it was." if existed else "Export cancelled. No file was made."


def summary_of(content: ProfileContent) -> str:
    """What is in it, in one sentence."""
    files = sum(row.size is not None for row in content.evidence)
    listed = f"{_activities(len(content.activities))} listed".capitalize()
    return f"{listed}, {counted(files, 'piece')} of evidence." if files else f"{listed}."


def _activities(number: int) -> str:
    return counted(number, "activity", "activities")
