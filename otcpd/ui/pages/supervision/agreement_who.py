"""Who is in an agreement: its kind, which side the owner is on, the other side, the rest of a group."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.supervision.agreement_people import choose_kind, name_members, name_other, say_led_by_ot
from otcpd.actions.supervision.agreements import edit_agreement
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.person import SOMEBODY
from otcpd.domain.supervision import Agreement, AgreementKind, Side
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.chip_input import ChipInput
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.saved_field import SavedField
from otcpd.ui.widgets.segmented import SegmentedControl
from otcpd.ui.widgets.suggestions import suggest

_SIDES = ((Side.SUPERVISED, "I am supervised"), (Side.SUPERVISES, "I supervise"), (Side.PEERS, "We are peers"))
_OTHER = {Side.SUPERVISED: "Who supervises you", Side.SUPERVISES: "Whom you supervise", Side.PEERS: "Peer"}
_LED = "Led by an occupational therapist"
_BY_OT = {Side.SUPERVISED: _LED, Side.SUPERVISES: _LED, Side.PEERS: "Counts as time with an occupational therapist"}
_YES, _NO = "yes", "no"
_GROUPS = (AgreementKind.PEER, AgreementKind.GROUP)


class AgreementWho(QWidget):
    """Each answer is one step, made at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._agreement: Agreement | None = None
        self._side = Side.SUPERVISED
        theme = desk.theme
        kinds = load_catalogue().supervision.kinds
        self.kind = ComboBox(theme, [(str(code), entry.label) for code, entry in kinds.items()])
        self.side = SegmentedControl(theme, "Your side", [(str(side), words) for side, words in _SIDES])
        self.other = SavedField(theme, placeholder="A name")
        self._known = suggest(self.other)
        self.by_ot = SegmentedControl(theme, _LED, [(_YES, "Yes"), (_NO, "No")])
        self.name = SavedField(theme, placeholder="Locality OTs")
        self.members = ChipInput(theme, placeholder="A name, then Enter")
        self._other_form = FormField(theme, _OTHER[Side.SUPERVISED], self.other)
        self._name_form = FormField(theme, "What the group is called", self.name, optional=True)
        self._members_form = FormField(theme, "Who else is in it", self.members, optional=True)
        self._other = FieldBinding(desk.session, self.other, "The other side")
        self._name = FieldBinding(desk.session, self.name, "What the group is called")
        self._by_ot_label = Label(theme, _LED, Role.LABEL, wrap=True)
        self._fill()
        self.kind.chosen.connect(self._on_kind)
        self.side.chosen.connect(self._on_side)
        self.by_ot.chosen.connect(self._on_by_ot)
        self.members.changed.connect(self._on_members)
        for control in (self.kind, self.side, self.by_ot, self.members):
            control.setEnabled(not desk.session.read_only)

    def load(self, agreement: Agreement, names: dict[str, str]) -> None:
        """Show an agreement; `names` are those of the file's people by id."""
        fresh = self._agreement is None or self._agreement.id != agreement.id
        if fresh or agreement.side is not (self._agreement or agreement).side:
            self._side = agreement.side
        self._agreement = agreement
        self.kind.set_value(agreement.kind)
        self.side.set_value(self._side)
        self._bind_other(names)
        self.by_ot.set_value(_YES if agreement.supervisor_is_ot else _NO)
        self._name.bind(("agreement", agreement.id, "name"), agreement.name or None, partial(_name_it, agreement.id))
        self.members.set_tags([names.get(person, SOMEBODY) for person in agreement.members])
        known = sorted(set(names.values()) - {names.get(agreement.owner, "")})
        self._known.setStringList(known)
        self.members.set_known(known)
        group = agreement.kind in _GROUPS or bool(agreement.members or agreement.name)
        for form in (self._name_form, self._members_form):
            form.setVisible(group)
        self._show_side()

    def commit(self) -> None:
        """Read what still stands in the fields."""
        if self._agreement is not None:
            self.other.commit()
            self.name.commit()
            self.members.commit()

    def _bind_other(self, names: dict[str, str]) -> None:
        agreement = self._agreement
        assert agreement is not None
        other = agreement.other if self._side is agreement.side else None
        key = ("agreement", agreement.id, "other", str(self._side))
        save = partial(_name_other, agreement.id, self._side)
        self._other.bind(key, names.get(other) if other is not None else None, save)

    def _show_side(self) -> None:
        self._other_form.label.setText(_OTHER[self._side])
        self.other.control.setAccessibleName(_OTHER[self._side])
        self._other_form.setVisible(self._side is not Side.PEERS)
        question = _BY_OT[self._side]
        self._by_ot_label.setText(question)
        self.by_ot.setAccessibleName(question)
        for widget in (self._by_ot_label, self.by_ot):
            widget.setVisible(self._side is not Side.SUPERVISES)

    def _fill(self) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(14))
        close = max(0, theme.gap(5) - RING_SPACE)
        column.addWidget(FormField(theme, "Kind", self.kind))
        for label, control in ((Label(theme, "Your side", Role.LABEL), self.side), (self._by_ot_label, self.by_ot)):
            part = QVBoxLayout()
            part.setSpacing(close)
            part.addWidget(label)
            part.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
            column.addLayout(part)
            if control is self.side:
                column.addWidget(self._other_form)
        column.addWidget(self._name_form)
        column.addWidget(self._members_form)

    def _on_kind(self, code: str) -> None:
        if self._agreement is not None:
            self._desk.session.act(choose_kind, self._agreement.id, AgreementKind(code))

    def _on_side(self, key: str) -> None:
        agreement = self._agreement
        if agreement is None:
            return
        self._side = Side(key)
        name = self.other.text().strip()
        if self._side is Side.SUPERVISES and not name:
            # Nothing to save yet: nobody can be supervised who has no name.
            self._bind_other({})
            self._show_side()
            self.other.setFocus()
            return
        self._desk.session.act(name_other, agreement.id, name, self._side)

    def _on_by_ot(self, key: str) -> None:
        if self._agreement is not None:
            self._desk.session.act(say_led_by_ot, self._agreement.id, key == _YES)

    def _on_members(self, names: list[str]) -> None:
        if self._agreement is not None:
            self._desk.session.act(name_members, self._agreement.id, names)


def _name_other(agreement: str, side: Side, record: Record, name: str | None) -> Changes:
    return name_other(record, agreement, name or "", side)


def _name_it(agreement: str, record: Record, name: str | None) -> Changes:
    return edit_agreement(record, agreement, "name", name or "")
