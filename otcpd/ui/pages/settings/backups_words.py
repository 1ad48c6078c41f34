"""What the section on backups says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from otcpd.domain.dates import long_day
from otcpd.domain.sizes import size_in_words
from otcpd.record.backup import MOST_COPIES, Backup
from otcpd.ui.times import at_moment

HOW = (
    "Once a day, if something changed, otcpd copies your whole CPD file. It opens each copy and reads it whole before "
    "it counts as a backup. It also makes one before anything risky, such as an import."
)
KEPT = (
    "otcpd keeps one a day for five days, one a week for four weeks, and then one a month: at most "
    f"{MOST_COPIES} copies or 2 GB. It always keeps the newest. It deletes older ones by itself, so that the disk does "
    "not fill up."
)
USUAL = "They are in otcpd’s own folder on this computer. If the computer is lost or breaks, they are lost with it."
CHOSEN = "You chose this folder for this computer. Copies made before you chose it stay where they were, and stay good."
NONE_YET = "There is no backup yet"
NONE_YET_WHY = "The first one comes a moment after you open your CPD file. You can make one now."
MAKE = "Make a backup now"
MAKING = "Making a backup"
STOP = "Stop the backup"
RESTORE = "Restore…"
LOOK_INSIDE = "Look inside"
SAVE_COPY = "Save a copy…"
SAVING_COPY = "Copying and checking"
ONE_COPY_AT_A_TIME = "A copy is being saved. Save the next one when it is done."
STOP_COPY = "Stop the copy"
SHOW_FOLDER = "Show the folder"
OTHER_FOLDER = "Choose another folder…"
USUAL_FOLDER = "Use otcpd’s own folder"
CHOOSE_FIRST = "Choose a backup in the list first."
SAMPLE = "This is the sample, which is thrown away when you close it. Start your own CPD file to keep backups."
READING = "This file is open for reading only. Whoever has it open for writing makes the backups."
KEEP = "Keep my file as it is"
RESTORE_ACT = "Restore the backup"


def moment(backup: Backup, today: date) -> str:
    """ "Today at 09:12", "21 November 2026 at 09:12"."""
    words = at_moment(backup.made, today)
    return f"Today {words}" if words.startswith("at ") else words.removeprefix("on ")


def about(backup: Backup, here: Path, usual: Path) -> str:
    """Size and place; `here` is where new ones go, `usual` otcpd’s own folder."""
    folder = backup.path.parent
    place = "in otcpd’s own folder" if folder == usual else f"in ‘{folder}’"
    return f"{size_in_words(backup.size)}, {place if here != usual or folder != usual else 'checked'}"


def restore_question(backup: Backup, today: date) -> str:
    """The title of the dialog."""
    return f"Restore the backup made {at_moment(backup.made, today)}?"


def restore_text(name: str, stem: str, today: date) -> str:
    """What is replaced and what stays."""
    return (
        f"It takes the place of ‘{name}’. What you wrote after it was made is not in it. Your file as it is now is "
        f"kept beside it, as ‘{stem} before restore {long_day(today)}’."
    )


def restored(backup: Backup, kept: Path | None, today: date) -> str:
    """What came of it."""
    there = f" What you had before is kept as ‘{kept.name}’." if kept is not None else ""
    return f"This is the backup made {at_moment(backup.made, today)}.{there}"


def copied(target: Path) -> str:
    """A copy elsewhere is there."""
    return f"Copied to ‘{target.name}’. The copy was opened and read whole."
