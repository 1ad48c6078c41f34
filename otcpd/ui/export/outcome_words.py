"""What is said about an export that is done."""

from __future__ import annotations

from otcpd.domain.words import counted, in_words

FILES = "What was made"
WORD_FILE = "the Word copy"
ZIP_FILE = "your evidence as files"
OLDER = "Older files beside it"
OLDER_LEAD = "These are from an earlier export and not part of this profile. Do not hand them over with it."
TOO_LARGE = "Larger than you wanted"
TOO_LARGE_LEAD = "One page alone is larger than your limit, and a page cannot be split."
LISTED_ONLY = "Listed, but not shown as pages"
LISTED_ONLY_LEAD = "Your profile lists this evidence with the reason. You can hand it over as a file."
DETAILS = "Files that may carry hidden details"
DETAILS_LEAD = (
    "Who made it, where, or comments could not be taken out of these copies. Look at each before you hand it over."
)
INEXACT = "Printed as a box"
INEXACT_LEAD = (
    "No font here can show these. In the PDF a box stands for each; whoever copies or searches the text still "
    "finds the right character."
)
NEXT = "What to do next"
NO_NAME = "a character without a name"

READ_IT = "Read it through once as an assessor would."
HCPC_FORM = (
    "HCPC takes a profile only in its own online form, in your HCPC account, and only when it asks you for one. "
    "Your summary and statement go in there as text: copy them from “Texts for HCPC’s online form” on this page."
)
MORE_WAYS = "For a Word copy, or your evidence as files beside the PDF, choose so under “Export” on this page."


def one_pdf(name: str, folder: str, size: str) -> str:
    """Where the PDF is; `size` may be empty."""
    return f"“{name}” in {folder}{f' ({size})' if size else ''}."


def several_pdfs(number: int, folder: str, size: str) -> str:
    """Where the parts are; `size` is that of all together and may be empty."""
    return f"{in_words(number).capitalize()} parts in {folder}{f' ({size} together)' if size else ''}."


def title(parts: int) -> str:
    """The head of the card."""
    return "Your profile is ready" if parts == 1 else f"Your profile is ready, in {in_words(parts)} parts"


def folder(name: str) -> str:
    """A folder of evidence."""
    return f"“{name}”, a folder with your evidence as files"


def was_there(usual: str) -> str:
    """Why a name has a number."""
    return f"There was a “{usual}” already, which is as it was"


def listed_only(number: int, caption: str, reason: str, advice: str) -> str:
    """A piece of evidence that has no pages, why, and what to do."""
    return " ".join(part for part in (f"{piece(number, caption)}.", reason, advice) if part)


def piece(number: int, caption: str) -> str:
    """ "E3, Certificate": a piece of evidence, of which the caption may be empty."""
    return f"E{number}, {caption}" if caption else f"E{number}"


def keep_together(parts: str) -> str:
    """For a profile in parts."""
    return f"Hand over all {parts} parts together. Each says which part it is."


def evidence_inside(pieces: int) -> str:
    """Where the evidence is."""
    verb = "stands" if pieces == 1 else "stand"
    return f"{counted(pieces, 'piece').capitalize()} of evidence {verb} in it as pages, each page with its number."


def some_listed_only(number: int) -> str:
    """For the voice."""
    return f"{counted(number, 'piece').capitalize()} of evidence {_is(number)} listed but not shown as pages."


def some_with_details(number: int) -> str:
    """For the voice."""
    return f"{counted(number, 'file').capitalize()} beside it may carry hidden details."


def some_inexact(number: int) -> str:
    """For the voice."""
    return f"{counted(number, 'character').capitalize()} {_is(number)} printed as a box."


def some_too_large(number: int) -> str:
    """For the voice."""
    return f"{counted(number, 'part').capitalize()} {_is(number)} larger than your limit."


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
