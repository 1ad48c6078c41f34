"""The draft of a quick note waits in the program's own folder on this computer, not in the CPD file.

The file keeps every version of what stands in it; a draft is what nobody has decided to keep yet.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from otcpd.actions.quick_note_values import draft_of_text, draft_text, draft_values
from otcpd.disk import machine_errors, whole_file
from otcpd.domain.errors import MachineSaidNo, OtcpdError
from otcpd.domain.mentions import mentions, path_mentions
from otcpd.domain.quick_note import NoteDraft


def waiting_draft(file: Path) -> NoteDraft:
    """The draft that waits there. What is not there, or cannot be read, is an empty one."""
    try:
        return draft_of_text(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return NoteDraft()


def save_draft(file: Path, draft: NoteDraft) -> None:
    """Lets a draft wait; an empty one leaves no file. Raises MachineSaidNo; what waited is then as it was."""
    if draft.empty:
        drop_draft(file)
        return
    try:
        with machine_errors(file.parent):
            file.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(file) as written:
            written.write(draft_text(draft).encode())
    except OtcpdError as error:
        raise MachineSaidNo(
            "Not saved. This computer could not keep the draft of your quick note.",
            "Your CPD file is unchanged.",
            "Keep the note, or make room on the disk of this computer.",
        ) from error


def drop_draft(file: Path) -> None:
    """Lets a draft wait no longer. Raises MachineSaidNo if it cannot be deleted."""
    try:
        file.unlink(missing_ok=True)
    except NotADirectoryError:
        return
    except OSError as error:
        raise MachineSaidNo(
            f"The draft of your quick note could not be deleted ({error.strerror or error}).",
            "Your CPD file is as it should be.",
            "Empty the quick note, or delete the folder ‘drafts’ in otcpd’s own folder.",
        ) from error


def drop_draft_with(file: Path, words: tuple[str, ...]) -> bool:
    """Deletes a draft that says one of these words, names or titles, whole; says whether there was one.

    Raises MachineSaidNo if it cannot be deleted.
    """
    if not mentions(draft_values(replace(waiting_draft(file), files=())), words):
        return False
    drop_draft(file)
    return True


def drop_files_with(file: Path, words: tuple[str, ...]) -> bool:
    """Takes files off a draft whose path holds one of these words; what was typed stays. Says whether there were any.

    Raises MachineSaidNo if the draft cannot be written anew or deleted.
    """
    draft = waiting_draft(file)
    kept = tuple(path for path in draft.files if not path_mentions(path, words))
    if kept == draft.files:
        return False
    try:
        save_draft(file, replace(draft, files=kept))
    except MachineSaidNo:  # a new one cannot be written: the name must not stay all the same
        drop_draft(file)
    return True
