"""A field with its label above and its help or mistake below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from otcpd.ui import words
from otcpd.ui.painting import icon
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.field_frame import FieldFrame
from otcpd.ui.widgets.field_note import FieldNote
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.row_or_column import RowOrColumn


class FieldLabel(Label):
    """The label of a field, with an optional note beside it ("Standard 3") in a quieter voice."""

    def __init__(self, theme: Theme, text: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, text, Role.LABEL, parent=parent)
        self._note = note

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + round(self._note_width()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._note:
            painter = QPainter(self)
            painter.setFont(self._theme.font(Role.WHY))
            painter.setPen(self._theme.colour("ink2"))
            area = self.rect().adjusted(round(self._theme.width(Role.LABEL, self.text())), 0, 0, 0)
            area.setLeft(area.left() + self._theme.gap(4))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._note)

    def _note_width(self) -> float:
        if not self._note:
            return 0
        return self._theme.gap(4) + self._theme.width(Role.WHY, self._note) + 1


class ProblemLine(Label):
    """The sentence under a field that says what is the matter, with its icon."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", Role.META, "error", wrap=True, parent=parent)
        self.setContentsMargins(0, 0, 0, 0)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width - self._indent())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._theme.px(16)
        middle = self._theme.line(Role.META) / 2
        icon(painter, self._theme, "error", "error", QPointF(size / 2, middle), size)
        painter.setFont(self._theme.font(Role.META))
        painter.setPen(self._theme.colour("error"))
        line = self._theme.line(Role.META)
        measure = painter.fontMetrics()
        base = (line - measure.height()) / 2 + measure.ascent()
        for place, text in enumerate(self.lines_at(self.width() - self._indent())):
            painter.drawText(QPointF(self._indent(), place * line + base), text)

    def _indent(self) -> int:
        return self._theme.px(16) + self._theme.gap(6)


class FormField(QWidget):
    """Label, field, help and problem. The control gets the label as its name, help or problem as description."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        field: FieldFrame,
        *,
        optional: bool = False,
        note: str = "",
        help_text: str = "",
        beside: QWidget | None = None,
        says: ProblemLine | None = None,
        note_below: FieldNote | None = None,
        help_gives_way: bool = False,
        hang: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`note` stands quietly after the label; `beside` (a reader tag, say) at the far right.

        `hang` is how far `beside` keeps room past its words: so far it stands out over the field's right edge, and
        whoever lays the form out lets it hang over (`Overhang`).
        `help_gives_way` hides the help while the problem says the same.
        `note_below` says more about what stands in the field, and comes and goes by itself (`PointedOut`).
        `says` is a line elsewhere for what is the matter, where the field itself is too narrow for a sentence.
        """
        super().__init__(parent)
        self._theme = theme
        self._placed = False
        self.field = field
        self._help_text = help_text
        self._help_gives_way = help_gives_way
        self.label = FieldLabel(theme, label, note)
        self.label.setBuddy(field.control)
        field.control.setAccessibleName(label)
        self._optional = Label(theme, words.OPTIONAL, Role.META, "ink2", parent=self)
        self._optional.setVisible(optional)
        self._help = Label(theme, help_text, Role.META, "ink2", wrap=True, parent=self)
        self._help.setVisible(bool(help_text))
        self._problem = says or ProblemLine(theme)
        self._problem.hide()
        self._beside = beside
        self._closer = QSpacerItem(0, 0)
        self._column = QVBoxLayout(self)
        self._note_below = note_below
        below = [one for one in (None if says is not None else self._problem, note_below) if one is not None]
        self._fill(hang, below)
        self._restyle()
        self._describe()
        self._listen()

    def _listen(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if isinstance(self.field, ParsedField):
            self.field.problem.connect(self.set_problem)
        if self._note_below is not None:
            self._note_below.told.connect(self._describe)
        self._theme.changed.connect(self._restyle)

    def _fill(self, hang: int, below: Sequence[QWidget]) -> None:
        self._column.setContentsMargins(0, 0, hang, 0)
        self._column.addLayout(self._head(self._beside, hang))
        self._column.addSpacerItem(self._closer)
        for widget in (self.field, *below, self._help):
            self._column.addWidget(widget)

    @property
    def problem(self) -> str:
        """The sentence that now stands below the field."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def set_aside(self, words_beside: str) -> None:
        """Say this at the far right of the label, where "Optional" stands."""
        self._optional.setText(words_beside)
        self._optional.setVisible(bool(words_beside))
        self._describe()

    def set_problem(self, sentence: str) -> None:
        """Say what is the matter, or that all is well with an empty sentence."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._help.setVisible(bool(self._help_text) and not (sentence and self._help_gives_way))
        self.field.set_wrong(bool(sentence))
        self._describe()

    def sizeHint(self) -> QSize:
        return self._as_high_as_here(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._as_high_as_here(super().minimumSizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._placed = True
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        # A wrapped sentence that came or went changes the height for the width we have.
        if event.type() == QEvent.Type.LayoutRequest:
            self._close_up()
            self.updateGeometry()
        return super().event(event)

    def _head(self, beside: QWidget | None, hang: int) -> QLayout:
        row = RowOrColumn(self._theme, gap=8, below=0, hang=hang)
        row.add(self.label, takes_rest=True)
        row.add(self._optional)
        if beside is not None:
            row.add(beside)
        return row

    def _as_high_as_here(self, hint: QSize) -> QSize:
        """The height is fixed: it must be that of the width we have, or the last lines of what wraps are cut."""
        height = self.heightForWidth(self.width()) if self._placed else -1
        return QSize(hint.width(), height) if height >= 0 else hint

    def _describe(self) -> None:
        note = self._note_below.sentence() if self._note_below is not None else ""
        parts = [self.problem, note, self._help_text if not self._help.isHidden() else ""]
        if not self._optional.isHidden():
            parts.append(self._optional.text())
        self.field.control.setAccessibleDescription(" ".join(part for part in parts if part))

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.gap(5))
        self._close_up()

    def _close_up(self) -> None:
        """What stands beside the label may be higher than it, for clicks; the field comes no lower for it."""
        beside = self._beside if self._beside is not None and not self._beside.isHidden() else self.label
        over = (beside.sizeHint().height() - self.label.sizeHint().height()) // 2
        closer = -min(self._theme.gap(5), max(0, over))
        if closer != self._closer.sizeHint().height():
            self._closer.changeSize(0, closer)
            self._column.invalidate()
