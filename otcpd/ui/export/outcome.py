"""How an export came out: what to do next as steps, what is there and what is missing as sections of plain lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from otcpd.actions.profile_plan import ListedOnly, ProfileMade
from otcpd.domain.sizes import size_in_words
from otcpd.portfolio.copy_text import STATEMENT, SUMMARY
from otcpd.portfolio.evidence.words import refusal_advice, refusal_words
from otcpd.portfolio.left_out import LEFT_OUT_TITLE, left_out_lines
from otcpd.portfolio.pdf.clusters import character_name
from otcpd.ui.export import outcome_words as words
from otcpd.ui.export.choices import EVIDENCE, WORD, ZIP

_PART = re.compile(r", part \d+ of \d+$")
FEW = 5
"""Lines of a section that are shown before the rest is asked for."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title. `picture` stands before each, in the colour of `token`; `lead` says what they are about."""

    title: str
    lines: tuple[str, ...]
    picture: str
    lead: str = ""
    token: str = "ink2"


@dataclass(frozen=True, slots=True)
class Step:
    """What to do; `copies` are keys of texts that are needed for it."""

    text: str
    copies: tuple[str, ...] = ()


def next_steps(made: ProfileMade) -> tuple[Step, ...]:
    """From the PDF to HCPC's form."""
    parts = len(made.pdfs)
    pieces = sum(row.size is not None for row in made.content.evidence)
    return (
        Step(words.read_it(parts)),
        Step(words.SIGN_IN),
        Step(words.PASTE, (SUMMARY, STATEMENT)),
        Step(words.if_files(parts, pieces, len(made.listed_only))),
    )


def to_act_on(made: ProfileMade, place: Path) -> tuple[Section, ...]:
    """What asks for something to be done; sections without a line are left out.

    `place` is where the person wanted the PDF.
    """
    listed = tuple(map(_listed, made.listed_only))
    return _filled(
        Section(words.TOO_LARGE, tuple(map(_file, made.too_large)), "warn", words.TOO_LARGE_LEAD, "warn"),
        Section(words.LISTED_ONLY, listed, "warn", words.LISTED_ONLY_LEAD, "warn"),
        Section(words.MARKED, _pieces(made, made.not_blacked_out), "warn", words.MARKED_LEAD, "warn"),
        Section(words.NOT_COPIED, _pieces(made, made.not_copied), "warn", words.NOT_COPIED_LEAD, "warn"),
        Section(words.INEXACT, tuple(map(letter_in_words, dict.fromkeys(made.inexact))), "info", words.INEXACT_LEAD),
        Section(words.OLDER, _older(made, place), "warn", words.OLDER_LEAD, "warn"),
    )


def to_know(made: ProfileMade, place: Path) -> tuple[Section, ...]:
    """What is worth knowing, and asks for nothing; sections without a line are left out."""
    return _filled(
        Section(words.FILES, _files(made, place.stem), "file"),
        Section(words.DETAILS, _pieces(made, made.with_details), "warn", words.DETAILS_LEAD, "warn"),
        Section(LEFT_OUT_TITLE, left_out_lines(made.content, ()), "minus"),
    )


def _filled(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.lines)


def where(made: ProfileMade) -> str:
    """Where the PDF is, or its parts are, and how large."""
    first, size = made.pdfs[0], _size(*made.pdfs)
    if len(made.pdfs) == 1:
        return words.one_pdf(first.name, str(first.parent), size)
    return words.several_pdfs(len(made.pdfs), str(first.parent), size)


def to_note(made: ProfileMade) -> str:
    """What is not as a person might expect, in one breath; empty if all is."""
    told = (
        (len(made.listed_only), words.some_listed_only),
        (len(made.with_details), words.some_with_details),
        (len(made.inexact), words.some_inexact),
        (len(made.too_large), words.some_too_large),
    )
    return " ".join(say(number) for number, say in told if number)


def letter_in_words(letter: str) -> str:
    """ "‘𒀀’, cuneiform sign a (U+12000)": the character where it can be seen, its name, its code point. It may
    consist of several, as many an emoji does."""
    known = character_name(letter)
    if unicodedata.category(letter[0]).startswith(("C", "Z")):
        return known
    # A mark that sits on the letter before it is shown on a dotted circle, as in tables of characters.
    seen = f"\N{DOTTED CIRCLE}{letter}" if unicodedata.combining(letter[0]) else letter
    # Isolated, so that a letter that is written from right to left does not turn the line round.
    return f"‘\N{FIRST STRONG ISOLATE}{seen}\N{POP DIRECTIONAL ISOLATE}’, {known}"


def _files(made: ProfileMade, stem: str) -> tuple[str, ...]:
    if len(made.pdfs) == 1 and not made.others:
        return ()  # the sentence above has said it
    return (*map(_file, made.pdfs), *(_other(path, stem) for path in made.others))


def _older(made: ProfileMade, place: Path) -> tuple[str, ...]:
    """PDFs of an earlier export that a profile in more or fewer parts has left where they were."""
    try:
        beside = sorted(path for path in place.parent.iterdir() if path.suffix == place.suffix)
    except OSError:
        return ()
    older = (path for path in beside if path == place or (path.stem.startswith(place.stem) and _PART.search(path.stem)))
    return tuple(_file(path) for path in older if path not in made.pdfs)


def _other(path: Path, stem: str) -> str:
    if path.suffix == WORD:
        return f"{_file(path, words.WORD_FILE)}{_renamed(path, f'{stem}{WORD}')}"
    if path.suffix == ZIP:
        return f"{_file(path, words.ZIP_FILE)}{_renamed(path, f'{stem} {EVIDENCE}{ZIP}')}"
    if path.is_dir():
        return f"{words.folder(path.name)}{_renamed(path, f'{stem} {EVIDENCE}')}"
    return _file(path)


def _renamed(path: Path, usual: str) -> str:
    return "" if path.name == usual else f". {words.was_there(usual)}"


def _file(path: Path, what: str = "") -> str:
    return ", ".join(part for part in (f"‘{path.name}’", what, _size(path)) if part)


def _size(*paths: Path) -> str:
    """How large these are together; empty if that cannot be seen any more."""
    try:
        return size_in_words(sum(path.stat().st_size for path in paths)).replace(" ", "\N{NO-BREAK SPACE}")
    except OSError:
        return ""


def _listed(one: ListedOnly) -> str:
    return words.listed_only(one.number, one.caption, refusal_words(one.reason), refusal_advice(one.reason))


def _pieces(made: ProfileMade, numbers: Sequence[int]) -> tuple[str, ...]:
    captions = {row.number: row.caption for row in made.content.evidence}
    return tuple(words.piece(number, captions.get(number, "")) for number in numbers)
