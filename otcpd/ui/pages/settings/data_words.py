"""What the section on where the data is says."""

from __future__ import annotations

from pathlib import Path

from otcpd.actions.file_check import Checked, FileContents
from otcpd.domain.sizes import size_in_words
from otcpd.domain.words import counted, tally

ALL_IN_ONE = "Everything you write is in this one file: your log, your evidence, your profile and its history."
SHOW_FOLDER = "Show the folder"
MOVE = "Move or rename…"
MOVING_TEXT = "On one disk it only gets its new name. To another disk it is copied, and the copy is checked first."
SYNCED = (
    "A synced folder, a network drive or a USB stick will do. Only one computer can have the file open for writing: "
    "the second one opens it for reading. Close otcpd before you pull a stick out or switch to the other computer."
)
CHECK_TITLE = "Check this file"
CHECK = "Start the check"
CHECKING = "Checking the file"
STOP = "Stop the check"
CHECK_WHY = "Reads everything and tells you if anything is damaged."
COUNTING = "Counting what is in it"
SAMPLE = "This is the sample: it is thrown away when you close it. Your own CPD file can be anywhere you like."
NO_PROGRAM = "No program here can show that folder."


def contents(found: FileContents) -> str:
    """ "120 activities with 8,400 words, 14 files of evidence (3.2 MB), 6 people"."""
    files = tally(found.evidence, "file of evidence", "files of evidence")
    size = f" ({size_in_words(found.evidence_size)})" if found.evidence else ""
    log = tally(found.activities, "activity", "activities")
    return f"{log} with {tally(found.words, 'word')}, {files}{size}, {tally(found.people, 'person', 'people')}."


def all_well(checked: Checked) -> str:
    """A check that found nothing."""
    log, files = tally(checked.activities, "activity", "activities"), tally(checked.evidence, "file")
    verb = "are" if checked.evidence or checked.activities != 1 else "is"
    return f"All is well. {log}{f' and {files}' if checked.evidence else ''} {verb} complete."


def found_something(checked: Checked) -> str:
    """A check that found differences."""
    verdict = checked.verdict
    parts = [
        counted(len(found), one, many)
        for found, one, many in (
            (verdict.structure, "fault of the structure", "faults of the structure"),
            (verdict.journal, "difference to the history", "differences to the history"),
            (
                verdict.evidence,
                "file of evidence that is not what came in",
                "files of evidence that are not what came in",
            ),
        )
        if found
    ]
    return (
        f"The check found {' and '.join(parts)}. Nothing was changed. Save a copy of the file elsewhere, then "
        "restore a backup under Backups."
    )


def moved(target: Path) -> str:
    """The file is at another place."""
    return f"Moved. Your CPD file is now ‘{target.name}’ in ‘{target.parent.name or target.parent}’."


def moved_but_stays(target: Path, old: Path) -> str:
    """It is at another place, and the old file as well."""
    return (
        f"Copied. Your CPD file is now ‘{target.name}’ in ‘{target.parent.name or target.parent}’. The old file could "
        f"not be deleted: ‘{old.name}’ is still in ‘{old.parent.name or old.parent}’. otcpd uses the new one; "
        "delete the old one yourself."
    )


def moved_back(target: Path) -> str:
    """It is where it was."""
    return f"Moved back. Your CPD file is ‘{target.name}’ again."
