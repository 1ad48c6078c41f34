"""One piece of time set aside: what became of it, and putting it right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.supervision.protected import edit_slot, remove_slot
from otcpd.domain.protected_time import ProtectedSlot
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected import words
from otcpd.ui.pages.protected.outcome_part import OutcomePart
from otcpd.ui.pages.protected.slot_fields import SlotFields
from otcpd.ui.pages.protected.state import ProtectedState
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.fold import Fold
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.rule import Rule


class SlotPane(QWidget):
    """Shows the one that is chosen in the list."""

    deleted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._slot: ProtectedSlot | None = None
        theme = desk.theme
        self.title = Label(theme, "", Role.BODY_STRONG, wrap=True)
        self._meta = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.outcome = OutcomePart(desk)
        self._fields: SlotFields | None = None
        self.fold = Fold(theme, words.CHANGE_SLOT, self._made_inside, hang=RING_SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, theme.gap(4), RING_SPACE, 0)
        column.setSpacing(theme.gap(8))
        for widget in (Rule(theme), self.title, self._meta):
            column.addWidget(widget)
        column.addLayout(Overhang(self.outcome, fills=True))
        column.addLayout(Overhang(self.fold, fills=True))
        self.fold.setVisible(not desk.session.read_only)  # only now has it a place: before, it would be a window
        self.outcome.said.connect(self._on_said)

    @property
    def slot(self) -> ProtectedSlot | None:
        """What is shown."""
        return self._slot

    def show_slot(self, slot: ProtectedSlot, state: ProtectedState) -> None:
        """Show one."""
        self._slot = slot
        self.title.setText(words.slot_title(slot))
        said = f"F{words.for_use(slot)[1:]}"
        self._meta.setText(". ".join(part for part in (said, slot.note) if part))
        past = slot.day <= state.today
        self.outcome.setVisible(past)
        if past:
            self.outcome.show_slot(slot, state.shown.get(slot.id))
        if self._fields is not None:
            self._fields.show_slot(slot)

    @property
    def fields(self) -> SlotFields:
        """Its fields, unfolded if they were not yet."""
        self.fold.open()
        assert self._fields is not None
        return self._fields

    def leave(self) -> None:
        """Read what still stands in fields."""
        self._on_changed()

    def delete(self) -> None:
        """Delete what is shown, with a way back."""
        session, slot = self._desk.session, self._slot
        if slot is None or session.read_only:
            return
        if session.act(remove_slot, slot.id):
            self._desk.messages.offer_undo(f"{words.slot_title(slot)}, deleted", session.undo, passing=True)
            self.deleted.emit()

    def _made_inside(self) -> QWidget:
        inside = QWidget()
        fields = self._fields = SlotFields(self._desk)
        remove = Button(self._desk.theme, words.DELETE_SLOT, Kind.DELETE, compact=True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        column.setSpacing(self._desk.theme.gap(12))
        column.addWidget(fields)
        column.addLayout(Overhang(remove))
        remove.clicked.connect(self.delete)
        fields.changed.connect(self._on_changed)
        if self._slot is not None:
            fields.show_slot(self._slot)
        return inside

    def _on_changed(self) -> None:
        slot, fields = self._slot, self._fields
        if slot is None or fields is None or self._desk.session.read_only or not fields.differs(slot):
            return
        wanted = fields.read() if fields.day.value() and fields.length.value() else None
        if wanted is not None and fields.differs(slot):
            self._desk.session.act(edit_slot, slot.id, *wanted)

    def _on_said(self, said: str) -> None:
        self._desk.messages.offer_undo(said, self._desk.session.undo, passing=True)
