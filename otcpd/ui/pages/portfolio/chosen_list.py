"""The activities that the statement rests on, each a way to its place in the CPD log."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from otcpd.domain.dates import span
from otcpd.record.activity_rows import ActivityRow
from otcpd.ui.pages.portfolio import words
from otcpd.ui.painting import RADIUS_ROW, RING_SPACE, draw_lines, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.painted_button import PaintedButton
from otcpd.ui.widgets.tile import paint_category


class ActivityButton(PaintedButton):
    """One activity: tile, title, days. Its title is its name."""

    def __init__(self, theme: Theme, activity: ActivityRow, parent: QWidget | None = None) -> None:
        super().__init__(theme, activity.title, parent)
        self.activity = activity.id
        self._category = activity.category
        self._days = span(activity.date, activity.end_date or activity.date, year=True)
        self.setAccessibleDescription(f"{self._days}. {words.OPENS_IN_LOG}.")
        self.setToolTip(activity.title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = self.theme.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(56))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        more = len(self._titles(self._room(width - 2 * RING_SPACE))) - 1
        return self.theme.px(56) + more * self.theme.line(Role.BODY_STRONG)

    def radius(self) -> float:
        return RADIUS_ROW

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        if self.underMouse() or self.isDown():
            rounded(painter, body, RADIUS_ROW, theme.colour("line" if self.isDown() else "hover"))
        side = theme.px(32)
        tile = QRectF(body.left() + theme.gap(8), body.center().y() - side / 2, side, side)
        paint_category(painter, tile, theme, self._category)
        arrow = theme.px(18)
        icon(
            painter, theme, "arrow", "ink2", QPointF(body.right() - theme.gap(10) - arrow / 2, body.center().y()), arrow
        )
        left = tile.right() + theme.gap(12)
        width = self._room(body.width())
        titles = self._titles(width)
        top = body.center().y() - (len(titles) * theme.line(Role.BODY_STRONG) + theme.line(Role.META)) / 2
        days = theme.metrics(Role.META).elidedText(self._days, Qt.TextElideMode.ElideRight, width)
        for role, token, lines in ((Role.BODY_STRONG, "ink", titles), (Role.META, "ink2", [days])):
            line = theme.line(role)
            draw_lines(painter, lines, QPointF(left, top), theme.font(role), line, theme.colour(token))
            top += len(lines) * line

    def _room(self, width: float) -> float:
        """How wide the words are in a body of this width."""
        return max(1.0, width - self.theme.gap(40) - self.theme.px(50))

    def _titles(self, width: float) -> list[str]:
        return text_lines(self.text(), self.theme.font(Role.BODY_STRONG), width, most=3)


class ChosenList(QWidget):
    """The list, or how many to choose while it is empty."""

    opened = Signal(str)
    """The id of an activity."""
    all_wanted = Signal()
    """The rest is wanted, too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[ActivityRow, ...], int] | None = None
        self._buttons: list[PaintedButton] = []
        self.setAccessibleName(words.CHOSEN)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def buttons(self) -> list[PaintedButton]:
        """What takes the focus here, in order."""
        return list(self._buttons)

    def show_activities(self, activities: Sequence[ActivityRow], more: int = 0) -> None:
        """Show these, in the person's order, and how many `more` there are."""
        if (tuple(activities), more) == self._shown:
            return
        self._shown = tuple(activities), more
        self._clear()
        self._column.addWidget(Label(self._theme, words.CHOSEN, Role.LABEL))
        self._column.addSpacing(self._theme.gap(4))
        if not activities:
            self._column.addWidget(Label(self._theme, words.NONE_CHOSEN, Role.WHY, "ink2", wrap=True))
        for activity in activities:
            self._add(ActivityButton(self._theme, activity))
        if more:
            rest = LinkButton(self._theme, words.and_more(more), "arrow")
            rest.clicked.connect(self.all_wanted)
            self._buttons.append(rest)
            self._column.addWidget(rest, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add(self, button: PaintedButton) -> None:
        button.clicked.connect(self._on_clicked)
        self._buttons.append(button)
        self._column.addWidget(button)

    def _clear(self) -> None:
        self._buttons = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, ActivityButton):
            self.opened.emit(button.activity)
