"""All agreements: cards side by side while they have room, else rows in one card, what is late first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.models.agreement_face import AgreementFace
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.agreement_card import CARD_LEAST, CARD_MOST, AgreementCard
from otcpd.ui.widgets.agreement_list import NAME, AgreementList
from otcpd.ui.widgets.card import Card

MOST_CARDS = 4
"""More agreements than this are rows: one reads down a list faster than over a wall of cards."""
_APART = 16
_INSIDE = 8


class AgreementBoard(QWidget):
    """As high as what it shows. Cards keep the order they come in; rows are sorted by what asks most."""

    opened = Signal(str)
    """The key of the agreement that was opened."""

    def __init__(self, theme: Theme, *, most_rows: int = 5, parent: QWidget | None = None) -> None:
        """So many rows are in sight at most; the rest of them scrolls."""
        super().__init__(parent)
        self._theme = theme
        self._faces: tuple[AgreementFace, ...] = ()
        self._cards: list[AgreementCard] = []
        self._showing_cards = True
        self._open = ""
        self.setAccessibleName(NAME)
        self._holder = Card(theme, parent=self)
        self.list = AgreementList(theme, most_rows)
        self._holder.body.setContentsMargins(_INSIDE, _INSIDE, _INSIDE, _INSIDE)
        self._holder.body.addWidget(self.list)
        self._holder.hide()
        self.list.rows.opened.connect(self.opened)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._refit)

    @property
    def cards(self) -> list[AgreementCard]:
        """The cards, also while rows are shown in their place."""
        return list(self._cards)

    def show_faces(self, faces: Sequence[AgreementFace]) -> None:
        """Show these; cards of agreements that stay are kept, and so is the focus."""
        if tuple(faces) == self._faces:
            return
        self._faces = tuple(faces)
        self.list.rows.show_faces(faces)
        wanted = self._faces if len(faces) <= MOST_CARDS else ()
        kept = {card.face.key: card for card in self._cards}
        self._cards = [kept.pop(face.key) if face.key in kept else self._new_card(face) for face in wanted]
        for card, face in zip(self._cards, wanted, strict=True):
            card.show_face(face)
            card.set_open(face.key == self._open)
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        for before, after in zip(self._cards, self._cards[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self._refit()

    def mark_open(self, key: str) -> None:
        """Say which agreement is open beside; empty for none."""
        self._open = key
        for card in self._cards:
            card.set_open(card.face.key == key)

    def stand_on(self, key: str) -> None:
        """Let the keyboard be at this agreement, as after it was closed again."""
        if self.as_cards(self.width()):
            for card in self._cards:
                if card.face.key == key:
                    card.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.list.rows.setCurrentIndex(self.list.rows.model_of_rows.index_of(key))
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def as_cards(self, width: int) -> bool:
        """Whether a place of this width shows cards."""
        number = len(self._faces)
        if number <= 1:
            return True
        need = number * self._theme.px(CARD_LEAST) + (number - 1) * self._theme.gap(_APART)
        return number <= MOST_CARDS and need <= width

    def sizeHint(self) -> QSize:
        width = self._theme.px(3 * CARD_LEAST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(140), 0)

    def heightForWidth(self, width: int) -> int:
        if not self._faces:
            return 0
        if self.as_cards(width):
            return max(card.heightForWidth(self._card_width(width)) for card in self._cards)
        return self.list.height_for(width - 2 * _INSIDE) + 2 * _INSIDE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _new_card(self, face: AgreementFace) -> AgreementCard:
        card = AgreementCard(self._theme, face, self)
        card.opened.connect(self.opened)
        return card

    def _card_width(self, width: int) -> int:
        number = max(1, len(self._faces))
        share = (width - (number - 1) * self._theme.gap(_APART)) // number
        return min(share, self._theme.px(CARD_MOST))

    def _refit(self) -> None:
        self._arrange()
        self.updateGeometry()

    def _arrange(self) -> None:
        width, cards = self.width(), self.as_cards(self.width())
        here = self._key_with_focus() if cards != self._showing_cards else ""
        self._showing_cards = cards
        self._holder.setVisible(not cards)
        for card in self._cards:
            card.setVisible(cards)
        if not cards:
            self._holder.setGeometry(QRect(0, 0, width, self.heightForWidth(width)))
        elif self._cards:
            each, height = self._card_width(width), self.heightForWidth(width)
            apart = self._theme.gap(_APART)
            left = width + apart - len(self._cards) * (each + apart)
            over = left if left < len(self._cards) else 0  # so that the last card ends where the page does
            x = 0
            for place, card in enumerate(self._cards):
                own = each + (1 if place < over else 0)
                card.setGeometry(QRect(x, 0, own, height))
                x += own + apart
        if here:
            self.stand_on(here)  # the same agreement, in the other form

    def _key_with_focus(self) -> str:
        """The agreement that the keyboard is at; empty while it is elsewhere."""
        rows = self.list.rows
        face = rows.model_of_rows.face(rows.currentIndex())
        if rows.hasFocus():
            return face.key if face is not None else ""
        return next((card.face.key for card in self._cards if card.hasFocus()), "")
