"""Which column of a table is which field: a drop-down for each column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.import_preview import FIELD_CHOICES, ImportColumn
from otcpd.ui.pages.settings import importing_words as words
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.tab_order import tab_through


class ColumnChoices(QWidget):
    """Stays as it is while a person chooses, and is made anew for another table."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._headings: list[str] = []
        self.combos: dict[str, ComboBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(14))

    def show_columns(self, columns: Sequence[ImportColumn]) -> None:
        """Show these; those of the same headings keep their widgets."""
        headings = [column.heading for column in columns]
        if headings != self._headings:
            self._make(columns)
        for column in columns:
            self.combos[column.heading].set_value(column.field)

    def lead_to(self, others: Sequence[QWidget]) -> None:
        """Let Tab go on to `others` from here: what is made later would be reached after them."""
        if self.combos:
            tab_through(list(self.combos.values())[-1].combo, others)

    def mapping(self) -> dict[str, str]:
        """Field by heading, as it is chosen now."""
        return {heading: combo.value() for heading, combo in self.combos.items()}

    def _make(self, columns: Sequence[ImportColumn]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._headings = [column.heading for column in columns]
        self.combos = {}
        for column in columns:
            combo = ComboBox(self._theme, FIELD_CHOICES)
            combo.chosen.connect(self._on_chosen)
            self.combos[column.heading] = combo
            label = column.heading.strip() or words.NO_HEADING
            self._column.addWidget(FormField(self._theme, label, combo, help_text=words.example(column.examples)))

    def _on_chosen(self, _field: str) -> None:
        self.changed.emit()
