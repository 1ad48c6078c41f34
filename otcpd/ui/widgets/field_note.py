"""What stands below a field and belongs to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class FieldNote(QWidget):
    """A part of a form field that says something about what stands in it. `told` when that changes."""

    told = Signal()

    def sentence(self) -> str:
        """What it says now, for the accessible description of the field; empty for nothing."""
        raise NotImplementedError
