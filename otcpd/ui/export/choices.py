"""From a chosen place to everything that is to be written there."""

from __future__ import annotations

from pathlib import Path

from otcpd.actions.export_choices import Originals, export_choices
from otcpd.actions.profile_plan import ProfilePlan
from otcpd.record.record import Record
from otcpd.ui.file_names import free_place

WORD, ZIP = ".docx", ".zip"
EVIDENCE = "evidence"


def plan_for(record: Record, place: Path) -> ProfilePlan:
    """What the person wants, round the PDF at `place`.

    About the PDF itself the file chooser has asked. What comes beside it takes a name that is free, so
    nothing that is there is written over (docs/decisions/0017).
    """
    choices = export_choices(record)
    evidence = f"{place.stem} {EVIDENCE}"
    originals = {
        Originals.NO: None,
        Originals.FOLDER: _beside(place, evidence, ""),
        Originals.ZIP: _beside(place, evidence, ZIP),
    }
    return ProfilePlan(
        out=place,
        most_bytes=choices.most_bytes,
        docx=_beside(place, place.stem, WORD) if choices.word_copy else None,
        originals=originals[choices.originals],
        supervision=choices.supervision,
        reading=choices.reading,
    )


def _beside(place: Path, name: str, suffix: str) -> Path:
    try:
        return free_place(place.parent, name, suffix)
    except OSError:  # nothing can be read there, and so nothing written: the writer says so in words
        return place.parent / f"{name}{suffix}"
