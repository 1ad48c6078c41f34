"""What exporting says."""

from __future__ import annotations

from pathlib import Path

from otcpd.domain.words import counted
from otcpd.portfolio.content import NO_CATEGORY, LeftOut, ProfileContent

CHOOSE_PLACE = "Export profile"
PDF_FILES = "PDF files (*.pdf)"
DRAWING = "Drawing your profile"
CANCEL = "Stop the export"
READY = "Your profile is ready"
NOT_MADE = "Your profile was not made"
OPEN_IT = "Open it"
SHOW_FOLDER = "Show the folder"
OTHER_PLACE = "Choose another place"
PUT_AWAY = "Close this message"
LEFT_OUT = "Not in it"
NEXT = "What to do next"
GETTING_READY = "Getting ready"
WRITING = "Writing the file"
STOPPED = "The part of otcpd that draws the profile stopped."
STOPPED_SAFE = "Your CPD file is unchanged, and so is any older file of this name."
STOPPED_NEXT = "Try again. If it happens twice, choose another place."
NO_PROGRAM = "This computer has no program that opens it. The file is where it says."
NEXT_STEPS = (
    "Read it through once as an assessor would.",
    "HCPC takes a profile only in its own online form, in your HCPC account, and only when it asks you for one. "
    "Your summary and statement go in there as text.",
    "Evidence is listed here with its numbers. The files themselves are not in this PDF.",
)


def page_of(done: int, total: int) -> str:
    """What the worker is at; the last two of its steps are tagging and writing."""
    pages = total - 2
    if done <= 0 or pages <= 0:
        return GETTING_READY
    return f"Drawing page {min(done, pages)} of {pages}" if done <= pages else WRITING


def where(place: Path) -> str:
    """Name and folder of the file."""
    return f"“{place.name}” in {place.parent}"


def cancelled(place: Path, existed: bool) -> str:
    """What is so after a cancel."""
    return f"Export cancelled. “{place.name}” is as it was." if existed else "Export cancelled. No file was made."


def left_out(counts: LeftOut) -> tuple[str, ...]:
    """One sentence for each kind of thing that the PDF does not hold, for the person who made it."""
    lines = (
        (counts.chosen, _chosen(counts.chosen)),
        (counts.outside, f"{_activities(counts.outside)} outside the period."),
        (counts.future, f"{_activities(counts.future)} still to come."),
        (counts.texts, f"{counted(counts.texts, 'text')} that you keep for yourself or for supervision."),
        (counts.files, f"{counted(counts.files, 'evidence file')} that you keep for yourself or for supervision."),
        (counts.uncaptioned, _uncaptioned(counts.uncaptioned)),
    )
    return tuple(f"{line[0].upper()}{line[1:]}" for count, line in lines if count)


def summary_of(content: ProfileContent) -> str:
    """What is in it, in one sentence."""
    files = sum(row.size is not None for row in content.evidence)
    listed = f"{_activities(len(content.activities))} listed".capitalize()
    return f"{listed}, {counted(files, 'piece')} of evidence." if files else f"{listed}."


def unsorted(content: ProfileContent | None) -> str:
    """ "One activity has no category yet.": nothing to fix, but worth a look before one sends it."""
    number = sum(row.category == NO_CATEGORY for row in content.activities) if content else 0
    verb = "has" if number == 1 else "have"
    return f"{_activities(number)} {verb} no category yet.".capitalize() if number else ""


def _activities(number: int) -> str:
    return counted(number, "activity", "activities")


def _chosen(number: int) -> str:
    return f"{_activities(number)} that you chose for the statement, by {'its' if number == 1 else 'their'} date."


def _uncaptioned(number: int) -> str:
    verb = "is" if number == 1 else "are"
    return f"a caption: {counted(number, 'piece')} of evidence {verb} listed without one."
