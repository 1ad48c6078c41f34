"""Why a piece of evidence has no pages in a profile, and what to know of its file, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from otcpd.domain.words import joined
from otcpd.portfolio.evidence.pieces import MOST_PAGES, Refusal

_REASONS: Mapping[Refusal, str] = {
    Refusal.LOCKED: "Locked with a password.",
    Refusal.BROKEN: "The file is damaged.",
    Refusal.EMPTY: "There is nothing in the file to show.",
    Refusal.TOO_LONG: f"Longer than {MOST_PAGES} pages.",
    Refusal.TOO_LARGE: "Too large to be shown on pages.",
    Refusal.TOO_SLOW: "It took too long to be made into pages.",
    Refusal.UNREADABLE: "The file could not be read.",
    Refusal.EMAIL: "An email, which is kept out because it carries names and addresses.",
    Refusal.UNKNOWN: "A kind of file that cannot be made into pages.",
}

_ADVICE: Mapping[Refusal, str] = {
    Refusal.LOCKED: "Save it as a PDF without a password and attach that.",
    Refusal.BROKEN: "Attach another copy of it.",
    Refusal.EMPTY: "Check that it is the file you meant. If it holds only pictures, save it as a PDF and attach that.",
    Refusal.TOO_LONG: "Attach the pages that matter as a PDF of their own.",
    Refusal.TOO_LARGE: "Save a smaller copy of it and attach that.",
    Refusal.TOO_SLOW: "Print it to a new PDF and attach that.",
    Refusal.UNREADABLE: "Open it, save it as a PDF and attach that.",
    Refusal.EMAIL: "Save it as a PDF in which names and addresses are blacked out, and attach that.",
    Refusal.UNKNOWN: "Open it, save it as a PDF and attach that.",
}


def refusal_words(refusal: Refusal) -> str:
    """Why there are no pages, as a plain sentence for whoever reads the profile."""
    return _REASONS[refusal]


def refusal_advice(refusal: Refusal) -> str:
    """What the person who exports can do about it, as a plain sentence."""
    return _ADVICE[refusal]


def not_blacked_out_words(numbers: Sequence[int]) -> str:
    """That pieces of evidence show what was only marked to be blacked out, as a plain sentence."""
    has = "has" if len(numbers) == 1 else "have"
    pieces = joined([f"E{number}" for number in numbers])
    return f"{pieces} {has} marks for blacking out that were never applied: what they cover can still be read."
