"""The fonts we ship, for systems that have none of the preferred ones."""

from __future__ import annotations

from importlib.resources import as_file, files

from PySide6.QtGui import QFontDatabase

_PREFERRED = ("Segoe UI Variable Text", "Segoe UI")


def offer_shipped_fonts() -> None:
    """Make the shipped fonts known to Qt unless the system has a preferred one (then nothing is loaded)."""
    if not set(_PREFERRED).isdisjoint(QFontDatabase.families()):
        return
    folder = files("otcpd") / "resources" / "fonts"
    if not folder.is_dir():
        return
    for entry in sorted(folder.iterdir(), key=str):
        if entry.name.endswith(".ttf") and "Italic" not in entry.name:
            with as_file(entry) as path:
                QFontDatabase.addApplicationFont(str(path))
