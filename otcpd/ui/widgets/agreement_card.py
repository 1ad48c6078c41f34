"""The card of an agreement: who meets whom, the ledger of a year, how it stands. All of it is one button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from otcpd.domain.supervision_ledger import LedgerMonth
from otcpd.ui.models.agreement_face import AgreementFace
from otcpd.ui.painting import RADIUS_CARD, draw_lines, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.chip_paint import chip_width, paint_chip
from otcpd.ui.widgets.ledger import LedgerPlan, ledger_height, newest, paint_ledger
from otcpd.ui.widgets.painted_button import PaintedButton

CARD_LEAST, CARD_MOST = 262, 400
"""Logical pixels between which a card is well to read."""
_SIDE, _ENDS = 18, 14
_BEFORE_LEDGER, _BEFORE_FOOT, _APART = 12, 12, 10
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text of the foot, so many pixels below its beginning; `right` ends it at the right."""

    lines: tuple[str, ...]
    role: Role
    token: str
    down: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where things stand in a card of one width. Places are heights from its top."""

    title: tuple[str, ...]
    chip_below: bool
    who: tuple[str, ...]
    who_at: float
    ledger_at: float
    foot_at: float
    foot: tuple[_Piece, ...]
    height: int


class AgreementCard(PaintedButton):
    """Enter, Space or a click opens the agreement. Pointing at a month tells what was in it."""

    opened = Signal(str)
    """The key of the agreement."""

    def __init__(self, theme: Theme, face: AgreementFace, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._face = face
        self._open = False
        self._plans: dict[int, _Plan] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_face(face)
        self.clicked.connect(self._on_clicked)

    @property
    def face(self) -> AgreementFace:
        """What it shows."""
        return self._face

    def show_face(self, face: AgreementFace) -> None:
        """Show this instead."""
        self._face = face
        self._say()
        self.setAccessibleDescription(face.ledger.said)
        self._restyle()

    def set_open(self, is_open: bool) -> None:
        """Whether the agreement is what is open on the page."""
        if is_open != self._open:
            self._open = is_open
            self._say()
            self.update()

    def _say(self) -> None:
        self.setAccessibleName(f"{self._face.spoken}, open" if self._open else self._face.spoken)

    def month_at(self, place: QPointF) -> LedgerMonth | None:
        """The month of the ledger at a place, mark or letter."""
        plan, ledger = self._plan_at(self.width()), self._face.ledger
        strip = LedgerPlan(self.theme, len(ledger.months), self._inner(self.width()))
        number = strip.at(place.x() - self.theme.gap(_SIDE))
        down = place.y() - plan.ledger_at
        if number < 0 or not 0 <= down < ledger_height(self.theme):
            return None
        return newest(ledger, strip.shown)[number]

    def sizeHint(self) -> QSize:
        width = self.theme.px(CARD_MOST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(140), self.theme.px(120))

    def heightForWidth(self, width: int) -> int:
        return self._plan_at(width).height

    def body(self) -> QRectF:
        return QRectF(self.rect())

    def radius(self) -> float:
        return RADIUS_CARD

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body(), RADIUS_CARD, edge=self.theme.colour("focus"), width=2)

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme, face, plan = self.theme, self._face, self._plan_at(self.width())
        edge = "line_strong" if self.underMouse() or self.isDown() else "line"
        ground = "hover" if self.isDown() else "surface"
        rounded(painter, body, RADIUS_CARD, theme.colour(ground), theme.colour(edge))
        if self._open:
            rounded(painter, body, RADIUS_CARD, edge=theme.colour("accent"), width=2)
        left, right = float(theme.gap(_SIDE)), body.width() - theme.gap(_SIDE)
        line = theme.line(Role.CARD_TITLE)
        at = QPointF(left, theme.gap(_ENDS))
        draw_lines(painter, list(plan.title), at, theme.font(Role.CARD_TITLE), line, theme.colour("ink"))
        if face.chip:
            below = len(plan.title) * line if plan.chip_below else 0
            end = left + chip_width(theme, face.chip) if plan.chip_below else right
            paint_chip(painter, theme, end, at.y() + below + line / 2, face.chip, strong=bool(face.by_ot))
        self._lines(painter, plan.who, QPointF(left, plan.who_at), Role.WHY, "ink2")
        strip = QRectF(left, plan.ledger_at, right - left, ledger_height(theme))
        paint_ledger(painter, theme, strip, face.ledger)
        self._draw_foot(painter, plan, left, right)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._tell(event):
            return True
        return super().event(event)

    def _tell(self, event: QHelpEvent) -> bool:
        month = self.month_at(QPointF(QPoint(event.pos())))
        if month is not None:
            QToolTip.showText(event.globalPos(), f"{month.name}: {month.said}", self)
        return month is not None

    def _draw_foot(self, painter: QPainter, plan: _Plan, left: float, right: float) -> None:
        for piece in plan.foot:
            indent = right - left - self.theme.width(piece.role, piece.lines[0]) if piece.right else 0.0
            at = QPointF(left + indent, plan.foot_at + piece.down)
            self._lines(painter, piece.lines, at, piece.role, piece.token)

    def _lines(self, painter: QPainter, lines: tuple[str, ...], at: QPointF, role: Role, token: str) -> None:
        font, colour = self.theme.font(role), self.theme.colour(token)
        draw_lines(painter, list(lines), at, font, self.theme.line(role), colour)

    def _plan_at(self, width: int) -> _Plan:
        if width not in self._plans:
            self._plans[width] = self._planned(self._inner(width))
        return self._plans[width]

    def _planned(self, inner: float) -> _Plan:
        theme, face = self.theme, self._face
        chip = chip_width(theme, face.chip)
        beside = inner - chip - (theme.gap(_APART) if chip else 0)
        longest = max((theme.width(Role.CARD_TITLE, word) for word in face.kind.split()), default=0.0)
        chip_below = bool(chip) and longest > beside
        title = self._broken(face.kind, Role.CARD_TITLE, inner if chip_below else beside)
        who = self._broken(face.who, Role.WHY, inner)
        lines = len(title) + (1 if chip_below else 0)
        who_at = theme.gap(_ENDS) + lines * theme.line(Role.CARD_TITLE)
        ledger_at = who_at + len(who) * theme.line(Role.WHY) + theme.gap(_BEFORE_LEDGER)
        foot_at = ledger_at + ledger_height(theme) + theme.gap(_BEFORE_FOOT)
        foot = self._foot(inner)
        last = foot[-1]
        end = last.down + len(last.lines) * theme.line(Role.WHY)
        height = round(foot_at + end + theme.gap(_ENDS))
        return _Plan(title, chip_below, who, who_at, ledger_at, foot_at, foot, height)

    def _foot(self, inner: float) -> tuple[_Piece, ...]:
        """How often at the left, and beside it what comes next where there is room; below them what asks for
        something, if both are to be told."""
        theme, face = self.theme, self._face
        stands = face.standing
        line = theme.line(Role.WHY)
        pieces = [_Piece(self._broken(face.often, Role.WHY, inner), Role.WHY, "ink2")]
        down = len(pieces[0].lines) * line
        texts = [(stands.also, "ink"), (stands.text, stands.token)] if stands.also else [(stands.text, stands.token)]
        for place, (text, token) in enumerate(texts):
            need = theme.width(Role.WHY, face.often) + theme.gap(_APART) + theme.width(Role.LABEL, text)
            if place == 0 and need <= inner:
                pieces.append(_Piece((text,), Role.LABEL, token, right=True))
                continue
            pieces.append(_Piece(self._broken(text, Role.LABEL, inner), Role.LABEL, token, down))
            down += len(pieces[-1].lines) * line
        return tuple(pieces)

    def _broken(self, text: str, role: Role, width: float) -> tuple[str, ...]:
        return tuple(text_lines(text, self.theme.font(role), max(width, 1), most=_MOST_LINES))

    def _inner(self, width: int) -> float:
        return max(1.0, width - 2 * self.theme.gap(_SIDE))

    def _on_clicked(self) -> None:
        self.opened.emit(self._face.key)

    def _restyle(self) -> None:
        self._plans.clear()
        face = self._face
        self.setToolTip("\n".join(part for part in (face.kind, face.who, face.often, face.standing.said) if part))
        super()._restyle()
