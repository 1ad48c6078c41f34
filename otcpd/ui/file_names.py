"""Folders and places for files that a person keeps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents_folder() -> Path:
    """The person's documents, or her home where there is no such folder."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


def with_ending(place: Path, *endings: str) -> Path:
    """`place` as it is where it has one of these endings, else with the first of them."""
    return place if place.suffix.lower() in endings else place.with_name(f"{place.name}{endings[0]}")


def free_place(folder: Path, name: str, suffix: str) -> Path:
    """ "name.suffix" in `folder`, or "name 2.suffix" and so on where that is taken."""
    place = folder / f"{name}{suffix}"
    number = 2
    while place.exists():
        place = folder / f"{name} {number}{suffix}"
        number += 1
    return place
