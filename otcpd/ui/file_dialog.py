"""The system's dialogs in which files and places are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from otcpd.ui.desktop import Chosen
from otcpd.ui.letting_go import open_once


def ask_for_files(parent: QWidget, title: str, kinds: str, chosen: Chosen, *, several: bool) -> None:
    """Have files chosen to be read, one or `several`."""
    dialog = _AskingDialog(parent, title, kinds, chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile)
    open_once(dialog)


def ask_for_folder(parent: QWidget, title: str, suggested: Path, chosen: Chosen) -> None:
    """Have a folder chosen that exists, or is made in the dialog."""
    dialog = _AskingDialog(parent, title, "", chosen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.setDirectory(str(suggested))
    open_once(dialog)


def ask_for_place(parent: QWidget, title: str, suggested: Path, kinds: str, chosen: Chosen) -> None:
    """Have a place chosen for a file to be written."""
    dialog = _AskingDialog(parent, title, kinds, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDirectory(str(suggested.parent))
    dialog.selectFile(suggested.name)
    dialog.setDefaultSuffix(suggested.suffix)
    open_once(dialog)


class _AskingDialog(QFileDialog):
    def __init__(self, parent: QWidget, title: str, kinds: str, chosen: Chosen) -> None:
        super().__init__(parent, title)
        self._chosen = chosen
        if kinds:
            self.setNameFilter(kinds)
        self.filesSelected.connect(self._on_selected)

    def _on_selected(self, names: Sequence[str]) -> None:
        self._chosen([Path(name) for name in names])
