"""A ladder of levels: where I am now and where I want to be for each pillar, or the same as a table."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from otcpd.ui.announce import Announcer
from otcpd.ui.models.level_rows import LevelContent, level_facts, row_said
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.fact_table import FactTable
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.legend import Legend
from otcpd.ui.widgets.level_paint import paint_heads, paint_now, paint_target
from otcpd.ui.widgets.level_rows import LevelRows
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.row_or_column import RowOrColumn

NOW, TARGET = "Where I am now", "Where I want to be"
AS_LIST, AS_LADDER = "Show as a list", "Show as a ladder"
HINT = "Click a level for where you are now; hold Shift for where you want to be. By keyboard: arrows, then Space or T."
_MOST = 10


class LevelBoard(QWidget):
    """Shows plain content and tells what a person wants marked; new content follows by `show_content`."""

    marked = Signal(str, str, object)
    """The reference of an item, a MarkSide ("now" or "target"), and the level; None takes the mark away."""
    opened = Signal(str)
    """The reference of an item: Enter, a press on its name, or its row in the table."""
    turned = Signal()
    """The other form is on show."""

    def __init__(
        self, theme: Theme, announcer: Announcer, name: str, *, most: int = _MOST, parent: QWidget | None = None
    ) -> None:
        """`name` is what a screen reader calls it. Up to `most` rows are in sight; the rest scrolls."""
        super().__init__(parent)
        self._theme = theme
        self._announcer = announcer
        self._name = name
        self._most = most
        self._marking = ""
        self._table: FactTable | None = None
        self.rows = LevelRows(theme, name, most)
        self.heads = _Heads(theme, self.rows)
        self.marked_by = Label(theme, "", Role.META, "ink2", wrap=True)
        self.hint = Label(theme, HINT, Role.META, "ink2", wrap=True)
        self.turn = LinkButton(theme, AS_LIST)
        self._legend = LevelLegend(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.heads)
        self._column.addWidget(self.rows)
        self._column.addSpacing(theme.gap(6))
        self._column.addWidget(self._foot())
        self._column.addSpacing(theme.gap(4))
        self._column.addWidget(self._below())
        self.rows.marked.connect(self._on_marked)
        self.rows.opened.connect(self.opened)
        self.rows.walked.connect(self._on_walked)
        self.turn.clicked.connect(self._on_turn)

    @property
    def table(self) -> FactTable | None:
        """The same as a table, once it was asked for."""
        return self._table

    @property
    def shown(self) -> LevelRows | FactTable:
        """Which of the two forms is on show."""
        return self._table if self._table is not None and self._table.isVisibleTo(self) else self.rows

    def show_content(self, content: LevelContent) -> None:
        """Show this instead; the keyboard stays where it was."""
        if content == self.rows.content:
            return
        self.rows.show_content(content)
        self.marked_by.setText(content.marked)
        self.marked_by.setVisible(bool(content.marked))
        self._legend.setVisible(bool(content.levels) and self.shown is self.rows)
        self._say_hint()
        self.heads.update()
        if self._table is not None:
            self._table.show_facts(level_facts(content), self._table.chosen_key())
        row = self.rows.rows.row(self.rows.rows.row_of(self._marking)) if self._marking else None
        self._marking = ""
        if row is not None:
            self._announcer.say(self.rows, row_said(content, row))

    def stand_on(self, key: str) -> None:
        """Let the keyboard be at this item."""
        self.rows.stand_on(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heads.updateGeometry()  # there may be a place for the numbers now, or none any more

    def _on_marked(self, key: str, side: str, level: object) -> None:
        self._marking = key  # what comes of it is said
        self.marked.emit(key, side, level)

    def _on_walked(self, said: str) -> None:
        self._announcer.say(self.rows, said)

    def _on_turn(self) -> None:
        as_list = self.shown is self.rows
        if self._table is None:
            self._table = FactTable(self._theme, self._name, most=self._most)
            self._table.opened.connect(self.opened)
            self._column.insertWidget(2, self._table)
        row, _ = self.rows.current
        if as_list:
            self._table.show_facts(level_facts(self.rows.content), row.key if row is not None else "")
        elif self._table.chosen_key():
            self.rows.stand_on(self._table.chosen_key())
        self._table.setVisible(as_list)
        self.rows.setVisible(not as_list)
        self.heads.setVisible(not as_list)
        self._legend.setVisible(not as_list and bool(self.rows.content.levels))
        self.turn.setText(AS_LADDER if as_list else AS_LIST)
        self.turn.updateGeometry()
        self._say_hint()
        self.turned.emit()
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_hint(self) -> None:
        content = self.rows.content
        said = bool(content.levels) and not content.read_only and self.shown is self.rows
        self.hint.setText(HINT if said else "")  # and stays, so that the link stands at the right

    def _foot(self) -> QWidget:
        foot = QWidget()
        line = RowOrColumn(self._theme, gap=16, below=4)
        line.add(self._legend, takes_rest=True)
        line.add(self.marked_by)
        foot.setLayout(line)
        return _tall(foot)

    def _below(self) -> QWidget:
        below = QWidget()
        line = RowOrColumn(self._theme, gap=16, below=0)
        line.add(self.hint, least=240, takes_rest=True)
        line.add(self.turn)
        below.setLayout(line)
        return _tall(below)


def _tall(widget: QWidget) -> QWidget:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    return widget


class LevelLegend(Legend):
    """The key to the two discs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, (NOW, TARGET), parent=parent)

    def paint_sign(self, painter: QPainter, place: int, centre: QPointF, size: float) -> None:
        paint = paint_target if place else paint_now
        paint(painter, self._theme, centre, size)


class _Heads(QWidget):
    """Decoration: each row tells its levels by itself. In a narrow place the numbers stand in the rows."""

    def __init__(self, theme: Theme, rows: LevelRows) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        plan = self._rows.plan
        shown = plan.beside or not plan.content.levels
        return self._theme.line(Role.META) + self._theme.gap(4) if shown else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        plan = self._rows.plan
        if plan.beside or not plan.content.levels:
            area = QRectF(0, 0, plan.width, self._theme.line(Role.META))
            paint_heads(QPainter(self), plan, area)
