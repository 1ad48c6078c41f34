"""Agreements below each other, each with its ledger in the row: for those who supervise many people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from otcpd.domain.supervision_ledger import LedgerMonth
from otcpd.ui.models.agreement_face import AgreementFace
from otcpd.ui.models.agreements import AgreementModel
from otcpd.ui.models.index import Index
from otcpd.ui.painting import RADIUS_ROW, hairline
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.chip_paint import chip_width, paint_chip
from otcpd.ui.widgets.ledger import LedgerPlan, ledger_height, newest, paint_ledger, paint_letters
from otcpd.ui.widgets.plain_list import PlainList, paint_ground

_SIDE, _ENDS, _APART = 12, 8, 16
_STRIP = 262
_WIDE = 640
_ENDING = 0.42
"""The part of a row without its ledger that the words at its end may take."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
NAME = "Agreements"


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and widths of a row's parts; in a row that is not `wide` they stand below each other."""

    wide: bool
    text: tuple[float, float]
    strip: tuple[float, float]
    end: tuple[float, float]


def columns(theme: Theme, width: float, faces: Sequence[AgreementFace]) -> Columns:
    """How a row of this width is divided, so that those of one list stand in line."""
    side, apart = theme.gap(_SIDE), theme.gap(_APART)
    inner = max(1.0, width - 2 * side)
    if width < theme.px(_WIDE):
        strip = min(inner, theme.px(_STRIP))
        return Columns(wide=False, text=(side, inner), strip=(side, strip), end=(side, inner))
    strip = float(theme.px(_STRIP))
    rest = inner - strip - 2 * apart
    wanted = max((_end_width(theme, face) for face in faces), default=0.0)
    end = min(wanted, rest * _ENDING)
    text = rest - end
    return Columns(True, (side, text), (side + text + apart, strip), (side + inner - end, end))


def _end_width(theme: Theme, face: AgreementFace) -> float:
    return 2 + max(theme.width(Role.LABEL, face.standing.text), theme.width(Role.META, _second(face)))


def _second(face: AgreementFace) -> str:
    """What stands below how an agreement stands: what is booked, and how often it should be."""
    return f"{face.standing.also}. {face.often}" if face.standing.also else face.often


class AgreementRows(PlainList):
    """Enter or a click opens an agreement. Pointing at a month tells what was in it."""

    opened = Signal(str)
    """The key of the agreement."""

    def __init__(self, theme: Theme, most: int, parent: QWidget | None = None) -> None:
        """Up to `most` rows are in sight; the rest scrolls."""
        super().__init__(theme, NAME, parent)
        self._most = most
        self.model_of_rows = AgreementModel(self)
        self.setModel(self.model_of_rows)
        self._painter = _RowPainter(theme, self)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setUniformItemSizes(True)
        self.verticalScrollBar().setSingleStep(theme.px(30))
        self.clicked.connect(self._open)

    def show_faces(self, faces: Sequence[AgreementFace]) -> None:
        """Show these; the keyboard stays at the agreement it was at."""
        if sorted(faces, key=_key) == sorted(self.model_of_rows.faces(), key=_key):
            return
        here = self.model_of_rows.face(self.currentIndex())
        self.model_of_rows.set_faces(faces)
        if here is not None:
            self.setCurrentIndex(self.model_of_rows.index_of(here.key))
        self.updateGeometry()

    def height_for(self, width: int) -> int:
        """How high it is in a place of this width."""
        shown = min(len(self.model_of_rows.faces()), self._most)
        return shown * self._painter.row_height(width) + 2

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self.height_for(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.height_for(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            month = self.month_at(QPointF(event.pos()))
            if month is not None:
                QToolTip.showText(event.globalPos(), f"{month.name}: {month.said}", self.viewport())
                return True
        return super().viewportEvent(event)

    def month_at(self, place: QPointF) -> LedgerMonth | None:
        """The month of a ledger at a place of the view."""
        index = self.indexAt(place.toPoint())
        face = self.model_of_rows.face(index)
        if face is None:
            return None
        strip = self._painter.strip_area(QRectF(self.visualRect(index)))
        plan = LedgerPlan(self._theme, len(face.ledger.months), strip.width())
        number = plan.at(place.x() - strip.left())
        inside = strip.adjusted(0, -4, 0, 4).contains(place) and number >= 0
        return newest(face.ledger, plan.shown)[number] if inside else None

    def _open(self, index: QModelIndex) -> None:
        face = self.model_of_rows.face(index)
        if face is not None:
            self.opened.emit(face.key)


class _RowPainter(QStyledItemDelegate):
    """One row: who, the ledger, how it stands; below each other where there is little room."""

    def __init__(self, theme: Theme, view: AgreementRows) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def row_height(self, width: int) -> int:
        """How high each row is in a view of this width."""
        theme = self._theme
        two = theme.line(Role.BODY) + theme.line(Role.META)
        ends = 2 * theme.gap(_ENDS)
        if width >= theme.px(_WIDE):
            return two + ends
        return two + theme.gap(6) + ledger_height(theme, letters=False) + theme.gap(4) + theme.line(Role.WHY) + ends

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.row_height(self._view.viewport().width()))

    def strip_area(self, row: QRectF) -> QRectF:
        """Where the ledger stands in a row."""
        theme, parts = self._theme, self._parts(row.width())
        height = ledger_height(theme, letters=False)
        top = row.center().y() - height / 2
        if not parts.wide:
            top = row.top() + theme.gap(_ENDS) + theme.line(Role.BODY) + theme.line(Role.META) + theme.gap(6)
        return QRectF(row.left() + parts.strip[0], top, parts.strip[1], height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face = self._view.model_of_rows.face(index)
        if face is None:
            return
        painter.save()
        theme, row = self._theme, QRectF(option.rect)
        if index.row():
            side = theme.gap(_SIDE)
            line = theme.colour("line")
            hairline(painter, row.topLeft() + QPointF(side, 0), row.topRight() - QPointF(side, 0), line)
        paint_ground(painter, theme, row.adjusted(1, 2, -1, -1), option.state, radius=RADIUS_ROW)
        parts = self._parts(row.width())
        self._paint_who(painter, row, face, parts)
        paint_ledger(painter, theme, self.strip_area(row), face.ledger, letters=False)
        self._paint_end(painter, row, face, parts)
        painter.restore()

    def _parts(self, width: float) -> Columns:
        return columns(self._theme, width, self._view.model_of_rows.faces())

    def _paint_who(self, painter: QPainter, row: QRectF, face: AgreementFace, parts: Columns) -> None:
        theme = self._theme
        left, width = row.left() + parts.text[0], parts.text[1]
        top, line = row.top() + theme.gap(_ENDS), theme.line(Role.BODY)
        chip = chip_width(theme, face.chip)
        room = width - (chip + theme.gap(8) if chip else 0)
        title = self._draw(painter, QRectF(left, top, room, line), face.kind, Role.BODY_STRONG, "ink")
        if chip:
            end = left + title + theme.gap(8) + chip
            paint_chip(painter, theme, end, top + line / 2, face.chip, strong=bool(face.by_ot))
        below = QRectF(left, top + line, width, theme.line(Role.META))
        self._draw(painter, below, face.who, Role.META, "ink2")

    def _paint_end(self, painter: QPainter, row: QRectF, face: AgreementFace, parts: Columns) -> None:
        theme, token = self._theme, face.standing.token
        left, width = row.left() + parts.end[0], parts.end[1]
        line, small = theme.line(Role.WHY), theme.line(Role.META)
        if parts.wide:
            top = row.center().y() - (line + small) / 2
            self._draw(painter, QRectF(left, top, width, line), face.standing.text, Role.LABEL, token, right=True)
            self._draw(painter, QRectF(left, top + line, width, small), _second(face), Role.META, "ink2", right=True)
            return
        place = QRectF(left, row.bottom() - theme.gap(_ENDS) - line, width, line)
        said = self._draw(painter, place, face.standing.text, Role.LABEL, token)
        rest = place.adjusted(said + theme.gap(_APART), 0, 0, 0)
        if theme.width(Role.META, _second(face)) <= rest.width():
            self._draw(painter, rest, _second(face), Role.META, "ink2", right=True)

    def _draw(
        self, painter: QPainter, place: QRectF, text: str, role: Role, token: str, *, right: bool = False
    ) -> float:
        """One line, its end left out where it has no room; returns how wide it is."""
        theme = self._theme
        shown = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(token))
        across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place.adjusted(-1 if right else 0, 0, 0 if right else 1, 0), _MIDDLE | across, shown)
        return theme.width(role, shown)


class AgreementList(QWidget):
    """The letters of the months above the rows, in the columns of their ledgers."""

    def __init__(self, theme: Theme, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = AgreementRows(theme, most)
        self._letters = _Letters(theme, self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._letters)
        column.addWidget(self.rows)

    def height_for(self, width: int) -> int:
        """How high it is in a place of this width."""
        return self._letters.sizeHint().height() + self.rows.height_for(width)


class _Letters(QWidget):
    """Decoration: each row tells its months by itself."""

    def __init__(self, theme: Theme, rows: AgreementRows) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        rows.model_of_rows.modelReset.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.line(Role.META) + self._theme.gap(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        faces = self._rows.model_of_rows.faces()
        if not faces:
            return
        parts = columns(self._theme, self._rows.viewport().width(), faces)
        area = QRectF(parts.strip[0], self._theme.gap(2), parts.strip[1], self._theme.line(Role.META))
        paint_letters(QPainter(self), self._theme, area, faces[0].ledger)


def _key(face: AgreementFace) -> str:
    return face.key
