"""What the section on erasing for good says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from otcpd.actions.erasing import Erasable
from otcpd.actions.erasing_parts import ErasablePart
from otcpd.actions.safety import Erased
from otcpd.domain.words import counted
from otcpd.record.backup import Backup
from otcpd.ui.times import at_moment

WHY = (
    "Deleting puts a thing into the bin, and its history stays. Erasing takes it out of every part of the file: for a "
    "service user’s name that was typed by mistake, say. It cannot be undone."
)
FIND = "Choose what to erase"
SEARCH = "Search by title, date, name or file name"
READING_LIST = "Reading what is in your file"
HOW_MUCH = "How much, and why"
CHOOSE_FIRST = "Choose what is to go in the list first."
REASON_EXAMPLE = "A name was typed by mistake"
ERASING_TEXT = "The file is written anew without it. This takes a moment."
NOTHING_FOUND = "Nothing in your file has these words in its title or name."
NOTHING_YET = "There is nothing in your file to erase yet."
PART = "How much of it"
REASON = "Reason"
REASON_HELP = "It stays in the file with the mark, so do not repeat what is to go."
NO_REASON = "Give a reason, without repeating what is to go."
ERASE = "Erase for good…"
GOES = "What goes"
STAYS = "What stays"
LOOKING = "Looking into the backups"
NO_BACKUPS = "No backup holds it."
BACKUPS_MAY = "Backups may still hold it. Afterwards you can have new ones made, and these deleted."
NO_WAY_BACK = "This cannot be undone, not even from the history."
RENEW = "Make new backups"
RENEWING = "Making a new backup"
STOP = "Stop"
AFTER = "Erased for good"
KEPT = "The old backups stay. You find them under Backups."
KEEP_BACKUPS = "Keep the old backups"
ERASED = "Erased. It is in no part of your CPD file any more."
DRAFT_TOO = "A draft of a quick note held it and was deleted."
COMING_TOO = "A file still to be added was named by it, and is not waited for any more."
OWN_COPIES = "Copies you made elsewhere yourself, and what was exported, are as they were."
READING = "This file is open for reading only, so nothing can be erased in it."
SAMPLE = "This is the sample: nothing in it is real. Your own CPD file has this page too."


def erased(what: Erased | None) -> str:
    """What went, in the file and beside it."""
    if what is None:
        return ERASED
    return " ".join([ERASED, *[DRAFT_TOO] * what.draft, *[COMING_TOO] * what.coming])


def listed(thing: Erasable) -> str:
    """The second line of a row."""
    return ", ".join(part for part in (thing.word, thing.meta, "in the bin" if thing.binned else "") if part)


def part_words(part: ErasablePart) -> str:
    """A choice of how much."""
    return part.label if part.filled else f"{part.label} (empty now; earlier words go)"


def hold_it(backups: Sequence[Backup], today: date) -> str:
    """Which backups hold what is to go."""
    if not backups:
        return NO_BACKUPS
    newest = ", ".join(at_moment(one.made, today) for one in backups[:3])
    more = f" and {counted(len(backups) - 3, 'older one')}" if len(backups) > 3 else ""
    number = counted(len(backups), "backup").capitalize()
    gone = "that one" if len(backups) == 1 else "these"
    return (
        f"{number} may still hold it: made {newest}{more}. Afterwards you can have a new one made, and {gone} deleted."
    )


def question(thing: Erasable, part: ErasablePart) -> str:
    """The title of the dialog."""
    what = f"‘{thing.title}’" if thing.title else f"this {thing.word.lower()}"
    return f"Erase {what} for good?" if part.field is None else f"Erase ‘{part.label}’ of {what} for good?"


def keep(part: ErasablePart) -> str:
    """The safe button."""
    return "Keep it" if part.field is None else "Keep the text"


def act(part: ErasablePart) -> str:
    """The button that erases."""
    return "Erase it for good" if part.field is None else "Erase the text for good"


def backups_in_question(found: str) -> str:
    """What the question says of backups; `found` is what the page says of them."""
    return "" if found == NO_BACKUPS else BACKUPS_MAY if found == LOOKING else found


def erasing(thing: Erasable) -> str:
    """While it is erased."""
    return f"Erasing ‘{thing.title}’" if thing.title else f"Erasing one {thing.word.lower()}"


def still_hold(backups: Sequence[Backup], today: date) -> str:
    """After erasing."""
    made = ", ".join(at_moment(one.made, today) for one in backups)
    return f"{counted(len(backups), 'backup').capitalize()} made before may still hold it: made {made}."


def renewed(removed: int, left: Sequence[Backup]) -> str:
    """New backups were made."""
    told = f"A new backup was made and checked, and {counted(removed, 'older one')} that may have held it deleted."
    if not left:
        return told
    names = ", ".join(f"‘{one.path}’" for one in left)
    return f"{told} This computer did not let these go: {names}. Delete them yourself."
