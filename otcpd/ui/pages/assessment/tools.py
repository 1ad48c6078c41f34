"""Which framework is on show, of which day, and which day it is laid over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.dates import long_day
from otcpd.ui.pages.assessment import words
from otcpd.ui.pages.assessment.state import AssessmentState, Wanted
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.row_or_column import RowOrColumn

_NONE = "none"


class AssessmentTools(QWidget):
    """Three choices beside each other, or below each other where there is little room."""

    wanted = Signal(object)
    """A Wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.framework = ComboBox(theme)
        self.day = ComboBox(theme)
        self.earlier = ComboBox(theme)
        self._day_form = FormField(theme, words.DATE, self.day)
        self._earlier_form = FormField(theme, words.COMPARE, self.earlier)
        row = RowOrColumn(theme, gap=14, below=10, at_top=True)
        row.add(FormField(theme, words.FRAMEWORK, self.framework), least=300, takes_rest=True)
        row.add(self._day_form, least=210)
        row.add(self._earlier_form, least=210)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.framework.chosen.connect(self._on_framework)
        for combo in (self.day, self.earlier):
            combo.chosen.connect(self._on_day)

    def show_state(self, state: AssessmentState) -> None:
        """Offer what there is."""
        self.framework.set_options([(str(one.ref), one.name) for one in state.offered])
        self.framework.set_value(str(state.framework.ref) if state.framework is not None else "")
        days = [(one.id, long_day(one.day)) for one in state.assessments]
        self.day.set_options(days)
        self.day.set_value(state.current.id if state.current is not None else "")
        others = [pair for pair in days if state.current is None or pair[0] != state.current.id]
        self.earlier.set_options([(_NONE, words.NO_OTHER), *others])
        self.earlier.set_value(state.earlier.id if state.earlier is not None else _NONE)
        self._day_form.setVisible(bool(days))
        self._earlier_form.setVisible(bool(others))

    def _on_framework(self, key: str) -> None:
        self.wanted.emit(Wanted(framework=key))

    def _on_day(self, _key: str) -> None:
        earlier = self.earlier.value()
        kept = "" if earlier in (_NONE, self.day.value()) else earlier
        self.wanted.emit(Wanted(self.framework.value(), self.day.value(), kept))
