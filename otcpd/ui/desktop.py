"""The desktop round the window: choosing files, opening them with other programs, the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Chosen = Callable[[list[Path]], None]
"""Is told the files chosen; never called when the person changed her mind."""


class Desktop(Protocol):
    """What the window asks of the system, so that tests can answer instead."""

    def choose_files(self, parent: QWidget, title: str, kinds: str, chosen: Chosen, *, several: bool = True) -> None:
        """Have files chosen to be read. `kinds` is "CPD files (*.otcpd)", or empty for any."""
        ...

    def choose_place(self, parent: QWidget, title: str, suggested: Path, kinds: str, chosen: Chosen) -> None:
        """Have a place chosen for a file to be written."""
        ...

    def choose_folder(self, parent: QWidget, title: str, suggested: Path, chosen: Chosen) -> None:
        """Have a folder chosen that exists, or is made in the dialog."""
        ...

    def open(self, path: Path) -> bool:
        """Open a file or folder with the program the system has for it; False if there is none."""
        ...

    def copy(self, text: str) -> bool:
        """Put a text on the clipboard; False if another program keeps it to itself at the moment."""
        ...


class SystemDesktop(QObject):
    """The real desktop. Dialogs are opened, never waited for: nothing runs a loop of its own near a save.

    What it is made of is loaded when it is first asked: a start never needs it.
    """

    def choose_files(self, parent: QWidget, title: str, kinds: str, chosen: Chosen, *, several: bool = True) -> None:
        from otcpd.ui.file_dialog import ask_for_files

        ask_for_files(parent, title, kinds, chosen, several=several)

    def choose_place(self, parent: QWidget, title: str, suggested: Path, kinds: str, chosen: Chosen) -> None:
        from otcpd.ui.file_dialog import ask_for_place

        ask_for_place(parent, title, suggested, kinds, chosen)

    def choose_folder(self, parent: QWidget, title: str, suggested: Path, chosen: Chosen) -> None:
        from otcpd.ui.file_dialog import ask_for_folder

        ask_for_folder(parent, title, suggested, chosen)

    def open(self, path: Path) -> bool:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def copy(self, text: str) -> bool:
        from PySide6.QtGui import QGuiApplication

        clipboard = QGuiApplication.clipboard()
        clipboard.setText(text)
        return clipboard.ownsClipboard() or clipboard.text() == text  # not every system can tell whose it is
