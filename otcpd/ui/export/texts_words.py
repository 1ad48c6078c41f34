"""What is said about the texts for HCPC's online form."""

from __future__ import annotations

from otcpd.domain.words import tally
from otcpd.portfolio.copy_text import DATED_LIST, READING, STATEMENT, SUMMARY, SUPERVISION, CopyBlock
from otcpd.ui.words import word_count

TITLE = "Texts for HCPC’s online form"
FACT = "Summary, dated list and statement, to copy"
INTRODUCTION = "HCPC takes these as plain text, in its own form. Copy one here, and paste it there."
COPIED = "Copied. Paste it into HCPC’s form."
NOT_COPIED = "Not copied. Another program keeps the clipboard to itself. Your text is unchanged. Try again."

NAMES = {
    SUMMARY: "Summary",
    DATED_LIST: "Dated list",
    STATEMENT: "Personal statement",
    SUPERVISION: "Annex on supervision",
    READING: "Annex with what you read",
}
_SHORT = {
    SUMMARY: "summary",
    DATED_LIST: "dated list",
    STATEMENT: "statement",
    SUPERVISION: "annex on supervision",
    READING: "annex with what you read",
}
_EMPTY = {
    SUMMARY: "Nothing is written yet",
    DATED_LIST: "Nothing is listed yet",
    STATEMENT: "Nothing is written yet",
    SUPERVISION: "No session was held",
    READING: "Nothing was read",
}


def copy_named(key: str) -> str:
    """ "Copy the summary"."""
    return f"Copy the {_SHORT[key]}"


def nothing_to_copy(block: CopyBlock) -> str:
    """What a button says that has nothing to copy."""
    return f"There is nothing to copy: your {_SHORT[block.key]} is empty."


def counts(block: CopyBlock) -> str:
    """ "266 of 500 words, 1,642 characters", and how many words are too many."""
    if not block.words:
        return _EMPTY[block.key]
    if block.limit is None:
        return block.counts
    return f"{word_count(block.words, block.limit)}, {tally(block.characters, 'character')}"


def is_over(block: CopyBlock) -> bool:
    """Whether the text is longer than HCPC takes."""
    return block.limit is not None and block.words > block.limit
