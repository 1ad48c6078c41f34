"""What is said about an export that is done."""

from __future__ import annotations

from otcpd.domain.words import counted, in_words

FILES = "What was made"
WORD_FILE = "the Word copy"
ZIP_FILE = "your evidence as files"
OLDER = "Older files beside it"
OLDER_LEAD = "These are from an earlier export and not part of this profile. Do not hand them over with it."
TOO_LARGE = "Larger than you wanted"
TOO_LARGE_LEAD = "One page alone is larger than your limit, or what all its pages need."
LISTED_ONLY = "Listed, but not shown as pages"
LISTED_ONLY_LEAD = "Your profile lists this evidence with the reason. You can hand it over as a file."
DETAILS = "Files that may carry hidden details"
DETAILS_LEAD = (
    "Who made it, where, or comments could not be taken out of these copies. Look at each before you hand it over."
)
MARKED = "Marked to be blacked out, and still readable"
MARKED_LEAD = (
    "In the separate files of these pieces one can still read what was only marked. In the PDF it is black. Black it "
    "out for good before you hand them over."
)
NOT_COPIED = "Not among the separate files"
NOT_COPIED_LEAD = "Their files could not be read. Attach them once more from where you have them."
INEXACT = "Printed as a box"
INEXACT_LEAD = (
    "No font here can show these. In the PDF a box stands for each; whoever copies or searches the text still "
    "finds the right character."
)
NEXT = "What to do next"

FIX_FIRST = "Fix before you send it"
WORTH_A_LOOK = "Worth a look"
SIGN_IN = "When HCPC asks for your profile, sign in to your HCPC account and open the CPD form."
PASTE = "Paste your summary and your statement there."


def one_pdf(name: str, folder: str, size: str) -> str:
    """Where the PDF is; `size` may be empty."""
    return f"‘{name}’ in {folder}{f' ({size})' if size else ''}."


def several_pdfs(number: int, folder: str, size: str) -> str:
    """Where the parts are; `size` is that of all together and may be empty."""
    return f"{in_words(number).capitalize()} parts in {folder}{f' ({size} together)' if size else ''}."


def title(parts: int, to_fix: int) -> str:
    """The head of the card."""
    if to_fix:
        made = "Your PDF is made." if parts == 1 else f"Your PDF is made, in {in_words(parts)} parts."
        return f"{made} {things_to_fix(to_fix)}"
    return "Your profile is ready" if parts == 1 else f"Your profile is ready, in {in_words(parts)} parts"


def things_to_fix(number: int) -> str:
    """ "Two things to fix before you send it."."""
    return f"{counted(number, 'thing').capitalize()} to fix before you send it."


def and_more(number: int) -> str:
    """What the button says that names the rest."""
    return f"and {number:,} more"


def export_again(parts: int) -> str:
    """What stands below what is to fix."""
    stays = "This PDF stays as it is" if parts == 1 else "These files stay as they are"
    return f"Once fixed, export again. {stays}."


def different(files: int) -> str:
    """The line that folds away what came out in another way than it was wanted."""
    return f"What is different in {'this file' if files == 1 else 'these files'}"


def things_to_know(number: int) -> str:
    """What is folded away: "Six things to know about this profile"."""
    return f"{counted(number, 'thing').capitalize()} to know about this profile"


def folder(name: str) -> str:
    """A folder of evidence."""
    return f"‘{name}’, a folder with your evidence as files"


def was_there(usual: str) -> str:
    """Why a name has a number."""
    return f"There was a ‘{usual}’ already, which is as it was"


def listed_only(number: int, caption: str, reason: str, advice: str) -> str:
    """A piece of evidence that has no pages, why, and what to do."""
    return " ".join(part for part in (f"{piece(number, caption)}.", reason, advice) if part)


def piece(number: int, caption: str) -> str:
    """ "E3, Certificate": a piece of evidence, of which the caption may be empty."""
    return f"E{number}, {caption}" if caption else f"E{number}"


def read_it(parts: int) -> str:
    """The first step."""
    it, them = ("it", "it") if parts == 1 else (all_files(parts), "them")
    return f"Open {it} and read {them} through once as an assessor would."


def if_files(parts: int, pieces: int, listed_only: int) -> str:
    """The last step; `pieces` of evidence are in the profile, of which some are only listed."""
    held = "your dated list"
    if pieces:
        held += " and all your evidence" if not listed_only else " and your evidence, but for what is named below"
    files = f"this PDF holds {held}" if parts == 1 else f"hand over {all_files(parts)}: together they hold {held}"
    return f"If the form takes files, {files}. Check which kinds and sizes it accepts."


def all_files(number: int) -> str:
    """ "both files", "all three files"."""
    return "both files" if number == 2 else f"all {in_words(number)} files"


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
