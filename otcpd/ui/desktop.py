"""The desktop round the window: choosing files, opening them with other programs, the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

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

    def open(self, path: Path) -> bool:
        """Open a file or folder with the program the system has for it; False if there is none."""
        ...

    def copy(self, text: str) -> bool:
        """Put a text on the clipboard; False if another program keeps it to itself at the moment."""
        ...


class SystemDesktop(QObject):
    """The real desktop. Dialogs are opened, never waited for: nothing runs a loop of its own near a save."""

    def choose_files(self, parent: QWidget, title: str, kinds: str, chosen: Chosen, *, several: bool = True) -> None:
        mode = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
        dialog = self._dialog(parent, title, kinds, chosen)
        dialog.setFileMode(mode)
        dialog.open()

    def choose_place(self, parent: QWidget, title: str, suggested: Path, kinds: str, chosen: Chosen) -> None:
        dialog = self._dialog(parent, title, kinds, chosen)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDirectory(str(suggested.parent))
        dialog.selectFile(suggested.name)
        dialog.setDefaultSuffix(suggested.suffix)
        dialog.open()

    def open(self, path: Path) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def copy(self, text: str) -> bool:
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(text)
        return clipboard.ownsClipboard() or clipboard.text() == text  # not every system can tell whose it is

    def _dialog(self, parent: QWidget, title: str, kinds: str, chosen: Chosen) -> QFileDialog:
        dialog = _AskingDialog(parent, title, chosen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if kinds:
            dialog.setNameFilter(kinds)
        return dialog


class _AskingDialog(QFileDialog):
    def __init__(self, parent: QWidget, title: str, chosen: Chosen) -> None:
        super().__init__(parent, title)
        self._chosen = chosen
        self.filesSelected.connect(self._on_selected)

    def _on_selected(self, names: Sequence[str]) -> None:
        self._chosen([Path(name) for name in names])
