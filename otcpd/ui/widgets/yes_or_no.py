"""A question with yes, no, and no answer yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.segmented import SegmentedControl

_UNSAID, _YES, _NO = "unsaid", "yes", "no"
_VALUES = {_UNSAID: None, _YES: True, _NO: False}


class YesOrNo(QWidget):
    """The question above three choices."""

    chosen = Signal(object)
    """True, False, or None for not said."""

    def __init__(self, theme: Theme, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = SegmentedControl(theme, question, [(_UNSAID, "Not said"), (_YES, "Yes"), (_NO, "No")])
        self.choices.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(0, theme.gap(5) - RING_SPACE))
        column.addWidget(Label(theme, question, Role.LABEL, wrap=True))
        column.addWidget(self.choices)

    def set_value(self, value: bool | None) -> None:
        """Show an answer, without telling anyone."""
        self.choices.set_value(next(key for key, one in _VALUES.items() if one is value))

    def _on_chosen(self, key: str) -> None:
        self.chosen.emit(_VALUES[key])
