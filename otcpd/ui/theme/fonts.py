"""The fonts we ship, for systems that have none of the preferred ones."""

from __future__ import annotations

import contextlib
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable

from PySide6.QtGui import QFontDatabase

_PREFERRED = ("Segoe UI Variable Text", "Segoe UI")


def offer_shipped_fonts() -> None:
    """Make the shipped fonts known to Qt unless the system has a preferred one (then nothing is loaded)."""
    if not set(_PREFERRED).isdisjoint(QFontDatabase.families()):
        return
    offer_fonts_of(files("otcpd") / "resources" / "fonts")


def offer_fonts_of(folder: Traversable) -> None:
    """Make the fonts of a folder known to Qt; where they cannot be read, the fonts of the system have to do."""
    with contextlib.suppress(OSError):
        for entry in sorted(folder.iterdir(), key=str):
            if entry.name.endswith(".ttf") and "Italic" not in entry.name:
                with as_file(entry) as path:
                    QFontDatabase.addApplicationFont(str(path))
