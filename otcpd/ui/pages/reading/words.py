"""What the page says."""

from __future__ import annotations

from collections.abc import Mapping

from otcpd.actions.pathway.importing_references import ReferencePlan
from otcpd.domain.author_names import who_wrote
from otcpd.domain.reading import ReadingKind, ReadingState
from otcpd.domain.words import tally
from otcpd.record.readings import ReadingRow

PAGE = "Reading log"
ADD, BRING_IN, COPY = "Add reading", "Bring in references", "Copy the list"
SAVE = "Save the list"
NOTHING_YET = (
    "Nothing to read yet",
    "Note what you read and what you changed after it, or bring in references from PubMed, your library or another"
    " program.",
)
NOTHING_SUCH = ("Nothing found", "No reading has these words. Try another word, or show all again.")
NONE_TO_READ = ("Nothing to read", "Everything in your log is read.")
NONE_READ = ("Nothing read yet", "Choose something to read, and mark it as read.")
SHOW_ALL = "Show all readings"

COPIED = "Copied. Paste it into your text."
NOT_COPIED = "Not copied. Another program keeps the clipboard to itself. Try again."
EMPTY_LIST = "Nothing is in your reference list. Tick ‘In my reference list’ for what belongs there."

IN_LIST = "In my reference list"
IN_LIST_WHY = "What you read in a period can stand in your profile as a list. You choose that on the Portfolio page."
WORTH, CHANGED = "What it is worth", "What I changed"
CHANGED_HINT = "What you do in another way since you read it"
USE_PROMPTS = "Put these questions into the text"
WHAT_IT_IS = "What it is"
CITED = "As it stands in your reference list"
TO_LOG, LINK = "Add it to my log", "Link an activity…"
LINKED = "In my log"
PICK = "Which activity belongs to it?"

KINDS: Mapping[ReadingKind, str] = {
    ReadingKind.ARTICLE: "Article in a journal",
    ReadingKind.BOOK: "Book",
    ReadingKind.CHAPTER: "Chapter of a book",
    ReadingKind.REPORT: "Report or guidance",
    ReadingKind.WEB: "Page on the web",
    ReadingKind.THESIS: "Thesis",
    ReadingKind.CONFERENCE: "Conference paper",
    ReadingKind.OTHER: "Something else",
}
STATES: tuple[tuple[str, str], ...] = ((ReadingState.TO_READ, "To read"), (ReadingState.READ, "Read"))


def fact(to_read: int, read: int) -> str:
    """ "4 to read, 12 read."."""
    if not to_read and not read:
        return "What you read, what it is worth, and what you changed after it."
    told = (f"{to_read:,} to read" if to_read else "", f"{read:,} read" if read else "")
    return f"{', '.join(filter(None, told))}."


def row_meta(row: ReadingRow) -> str:
    """ "Rowan and Alder, 2024. British Journal of Occupational Therapy"."""
    wrote, place = who_wrote(row.authors), " ".join(row.container.split())
    first = ", ".join(filter(None, (wrote, row.year)))
    return ". ".join(filter(None, (first, place if place != wrote else ""))) or KINDS[row.kind]


def plan_sentence(plan: ReferencePlan) -> str:
    """ "‘library.ris’ has 12 references. You have 3 already."."""
    number = len(plan.new) + len(plan.known)
    parts = [f"‘{plan.name}’ has {tally(number, 'reference')}."]
    if plan.known:
        parts.append(f"You have {len(plan.known):,} of them already." if plan.new else "You have them all already.")
    if plan.not_understood:
        parts.append("Not everything was understood: see the end of the list.")
    return " ".join(parts)


def brought_in(number: int) -> str:
    """ "12 references are in your reading log"."""
    return f"{tally(number, 'reference')} {'is' if number == 1 else 'are'} in your reading log"
