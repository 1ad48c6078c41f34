"""What a person wants of every export: her settings, read leniently and written one step each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict

from otcpd.actions.profile_plan import USUAL_MOST_MB
from otcpd.actions.settings import change_setting
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.sizes import MB
from otcpd.record.record import Record

MOST_MB = "export_most_mb"
WORD_COPY = "export_word_copy"
ORIGINALS = "export_originals"
SUPERVISION = "export_supervision"
READING = "export_reading"
"""Keys of the settings. One that is missing, or that another program filled with something else, counts as usual."""

USUAL_MOST = USUAL_MOST_MB * MB
LEAST_MB, LARGEST_MB = 1, 2_000
"""A page of evidence alone may weigh about a megabyte, so a lower limit would split nothing further."""

_NONE, _YES = "none", "yes"
_STORED = re.compile(r"\d{1,4}(\.\d)?")
_TYPED = re.compile(r"((?:\d{1,4}|\d,\d{3})(?:\.\d*)?)\s*(?:mb|megabytes?)?", re.IGNORECASE)
_UNLIMITED = ("no limit", "none", "unlimited")


class Originals(StrEnum):
    """How the evidence comes as files of its own, beside the PDF."""

    NO = "no"
    FOLDER = "folder"
    ZIP = "zip"


class Annexes(TypedDict):
    """Which annexes a profile has."""

    supervision: bool
    reading: bool


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """`most_bytes` is how large one PDF may be before it is split; None for no limit."""

    most_bytes: int | None = USUAL_MOST
    word_copy: bool = False
    originals: Originals = Originals.NO
    supervision: bool = False
    """Whether the profile has the annex on supervision."""
    reading: bool = False
    """Whether it has the annex with what was read."""

    @property
    def annexes(self) -> Annexes:
        """Which annexes the profile has, as `profile_content` and `ProfilePlan` take them."""
        return {"supervision": self.supervision, "reading": self.reading}


def export_choices(record: Record) -> ExportChoices:
    """What the person chose for this file."""
    settings = record.settings
    originals = settings.get(ORIGINALS)
    return ExportChoices(
        most_bytes=_stored_limit(settings.get(MOST_MB)),
        word_copy=settings.get(WORD_COPY) == _YES,
        originals=Originals(originals) if originals in set(Originals) else Originals.NO,
        supervision=settings.get(SUPERVISION) == _YES,
        reading=settings.get(READING) == _YES,
    )


def choose_most(record: Record, most_bytes: int | None) -> Changes:
    """How large one PDF may be; None for no limit."""
    value = _NONE if most_bytes is None else None if most_bytes == USUAL_MOST else limit_figure(most_bytes)
    return change_setting(record, MOST_MB, value, "Change the largest size of a PDF")


def choose_word_copy(record: Record, wanted: bool) -> Changes:
    """Whether a Word copy is made too."""
    return change_setting(record, WORD_COPY, _YES if wanted else None, "Change the Word copy")


def choose_originals(record: Record, originals: Originals) -> Changes:
    """Whether the evidence comes as files too, and how."""
    value = None if originals is Originals.NO else originals.value
    return change_setting(record, ORIGINALS, value, "Change the evidence beside the PDF")


def choose_supervision(record: Record, wanted: bool) -> Changes:
    """Whether the profile has the annex on supervision, in facts alone."""
    return change_setting(record, SUPERVISION, _YES if wanted else None, "Change the annex on supervision")


def choose_reading(record: Record, wanted: bool) -> Changes:
    """Whether the profile has the annex with what was read in its period."""
    return change_setting(record, READING, _YES if wanted else None, "Change the annex on reading")


def read_limit(text: str) -> int | None:
    """Bytes from what a person types ("10", "2.5 MB"); None from "no limit".

    Raises NotAcceptable for anything else, and for a size out of reason.
    """
    typed = " ".join(text.split())
    if typed.casefold() in _UNLIMITED:
        return None
    found = _TYPED.fullmatch(typed)
    if found is None:
        raise NotAcceptable(
            f"‘{typed}’ does not read as a size.",
            "The size you had still holds.",
            f"Write a number of megabytes, such as {USUAL_MOST_MB}.",
        )
    size = round(float(found[1].replace(",", "")) * 10) * MB // 10
    if not LEAST_MB * MB <= size <= LARGEST_MB * MB:
        raise NotAcceptable(
            f"A PDF can be from {LEAST_MB} to {LARGEST_MB:,} MB.",
            "The size you had still holds.",
            f"Write a number between the two, such as {USUAL_MOST_MB}.",
        )
    return size


def limit_figure(most_bytes: int) -> str:
    """ "10", "2.5": megabytes as they stand in the settings and in a field."""
    return f"{most_bytes / MB:.1f}".removesuffix(".0")


def _stored_limit(value: str | None) -> int | None:
    if value == _NONE:
        return None
    try:
        return read_limit(value) if value and _STORED.fullmatch(value) else USUAL_MOST
    except NotAcceptable:
        return USUAL_MOST
