"""The person's own figures as a standing item: a small line, and the way to note them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.domain.dates import day_and_month
from otcpd.domain.words import tally
from otcpd.domain.workload import Workload
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.row_or_column import RowOrColumn

MOST_POINTS = 12
NOTHING = "Workload: no figures yet"
_WIDE, _HIGH, _INSET = 96, 24, 3


class SmallLine(QWidget):
    """Numbers as a line without a scale; the words beside it give the numbers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[int]) -> None:
        """Draw these, from left to right."""
        self._points = tuple(points)
        self.setVisible(len(self._points) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), self._theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        least, most = min(self._points, default=0), max(self._points, default=0)
        inset = self._theme.px(_INSET)
        width, height = self.width() - 2 * inset, self.height() - 2 * inset
        line = QPolygonF()
        for place, point in enumerate(self._points):
            share = (point - least) / (most - least) if most > least else 0.5
            line.append(QPointF(inset + width * place / max(1, len(self._points) - 1), inset + height * (1 - share)))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent_mid"), 1.5))
        painter.drawPolyline(line)
        if line.count():
            painter.setBrush(self._theme.colour("accent"))
            painter.setPen(self._theme.colour("accent"))
            painter.drawEllipse(line.last(), inset - 0.5, inset - 0.5)


class WorkloadLine(QWidget):
    """ "On my caseload 28, waiting 14, duty 6 half days a month", and the link.

    It stands out at the left by `RING_SPACE`.
    """

    wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.told = Label(desk.theme, "", Role.WHY, "ink2", wrap=True)
        self.line = SmallLine(desk.theme)
        self.note = LinkButton(desk.theme, "Note today’s figures")
        self.note.clicked.connect(self.wanted)
        row = RowOrColumn(desk.theme, gap=12, below=0)
        row.add(self.told, takes_rest=True, stands_in=RING_SPACE)
        row.add(self.line, stands_in=RING_SPACE)
        row.add(self.note)
        self.setLayout(row)
        self.setAccessibleName("Workload")

    def load(self) -> None:
        """Show the newest figures, and how the caseload went."""
        figures = self._desk.session.record.protected_time.workload()
        self.told.setText(figures_told(figures))
        self.line.show_points([one.caseload for one in figures if one.caseload is not None][-MOST_POINTS:])
        self.note.setVisible(not self._desk.session.read_only)


def figures_told(figures: Sequence[Workload]) -> str:
    """The newest figures in words."""
    if not figures:
        return NOTHING
    newest = figures[-1]
    parts = [
        f"{newest.caseload} on my caseload" if newest.caseload is not None else "",
        f"{newest.waiting} waiting" if newest.waiting is not None else "",
        f"{tally(newest.duty_half_days, 'half day')} of duty a month" if newest.duty_half_days is not None else "",
    ]
    day = day_and_month(newest.day, brief=True)
    return f"Workload on {day}: {', '.join(part for part in parts if part)}"
