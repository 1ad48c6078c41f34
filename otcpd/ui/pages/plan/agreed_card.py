"""Who agreed to the plan, and whether anybody of them has an OT background: said plainly."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.plan_agreeing import agree_plan, change_agreement, remove_agreement
from otcpd.domain.dates import long_day
from otcpd.domain.person import SOMEBODY
from otcpd.domain.plan_standing import OtBackground, ot_background, ot_sentence
from otcpd.domain.plan_words import changed_sentence
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.plan import words
from otcpd.ui.pages.plan.agreed_form import AgreedForm
from otcpd.ui.pages.plan.state import PlanState
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.named_list import NamedList
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.tab_order import tab_stops


class AgreedCard(Card):
    """Choosing somebody in the list opens the form that puts it right."""

    grown = Signal()
    """There are fields that were not there before."""
    opened = Signal(bool)
    """The form with its filled button came, or went."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, words.AGREED, parent=parent)
        self._desk = desk
        self._state: PlanState | None = None
        self._key = ""
        """The agreement that is put right; empty for a new one."""
        theme = desk.theme
        self.background = IconLine(theme, "info", "", role=Role.LABEL, token="ink", wrap=True)
        self._counts = Label(theme, words.OT_COUNTS, Role.META, "ink2", wrap=True)
        self.changed = IconLine(theme, "warn", "", token="ink", icon_token="warn", wrap=True)
        self._none = Label(theme, words.NOT_AGREED, Role.WHY, "ink2", wrap=True)
        self.list = NamedList(theme, words.AGREED)
        self.new = Button(theme, words.AGREE, icon="plus", compact=True)
        self._form: AgreedForm | None = None
        for widget in (self.background, self._counts, self.changed, self._none, self.list):
            self.body.addWidget(widget)
        self.body.addLayout(Overhang(self.new))
        self.new.setVisible(not desk.session.read_only)
        self.list.chosen.connect(self._on_chosen)
        self.list.open_wanted.connect(self._on_open)
        self.list.delete_wanted.connect(self._on_delete)
        self.new.clicked.connect(self.start_new)

    @property
    def form(self) -> AgreedForm:
        """The fields, built when they are first needed."""
        if self._form is None:
            self._form = AgreedForm(self._desk)
            self._form.keep_wanted.connect(self._on_keep)
            self._form.remove_wanted.connect(self._on_remove)
            self._form.closed.connect(self._on_closed)
            self.body.addLayout(Overhang(self._form, fills=True))
            self.grown.emit()
        return self._form

    @property
    def is_open(self) -> bool:
        """Whether the form is on show."""
        return self._form is not None and not self._form.isHidden()

    def show_state(self, state: PlanState) -> None:
        """Show who agreed, with what background, and what has changed since."""
        agreed = state.plan.agreements
        other = self._state is not None and self._state.plan.id != state.plan.id
        gone = bool(self._key) and self._key not in {one.id for one in agreed}
        self._state = state
        if self._form is not None and (other or gone):
            self._key = ""
            self._form.hide()
            self.opened.emit(False)
        self.list.show_rows(
            [
                Row(
                    one.id,
                    state.names.get(one.person, SOMEBODY),
                    words.agreement_meta(one, changed=one.id in state.outdated),
                )
                for one in agreed
            ],
            self.list.chosen_key(),
        )
        self.list.setVisible(bool(agreed))
        self._none.setVisible(not agreed)
        background = ot_background(agreed)
        self.background.setVisible(bool(agreed))
        if agreed:
            picture, token = words.BACKGROUND_ICON[background]
            self.background.show_line(picture, ot_sentence(agreed), "ink", token)
        self._counts.setVisible(background in (OtBackground.NO, OtBackground.NOT_SAID))
        said = changed_sentence(state.changed, long_day(agreed[-1].day)) if agreed else ""
        self.changed.setText(said)
        self.changed.setVisible(bool(said))
        self._show_new()

    def start_new(self) -> None:
        """Open the form for somebody who agreed."""
        state = self._state
        if state is None or self._desk.session.read_only:
            return
        self._key = ""
        self.form.open_new(state.known, state.today)
        self._show_new()
        self.opened.emit(True)

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus here, in the order in which it is seen."""
        form = tab_stops(self._form) if self._form is not None else []
        return [self.list, self.new, *form]

    def _show_new(self) -> None:
        self.new.setVisible(not self.is_open and not self._desk.session.read_only)

    def _on_chosen(self, key: str) -> None:
        state = self._state
        one = next((one for one in state.plan.agreements if one.id == key), None) if state is not None else None
        if state is None or one is None or self._desk.session.read_only:
            return
        self._key = key
        focused = self.list.hasFocus()
        self.form.open_for(one, state.names.get(one.person, ""), state.known)
        if focused:
            self.list.setFocus()
        self._show_new()
        self.opened.emit(True)

    def _on_open(self) -> None:
        self._on_chosen(self.list.chosen_key())
        if self._form is not None and not self._form.isHidden():
            self._form.name.setFocus()

    def _on_keep(self) -> None:
        state, told, session = self._state, self.form.read(), self._desk.session
        if state is None or told is None:
            return
        if self._key:
            done = session.act(change_agreement, self._key, told.name, told.day, told.role, told.is_ot)
        else:
            done = session.act(agree_plan, state.plan.id, told.name, told.day, told.role, told.is_ot)
        if done:
            said = ot_sentence(self._state.plan.agreements) if self._state is not None else ""
            self._desk.messages.offer_undo(f"Agreed with {told.name}. {said}".strip(), session.undo, passing=True)
        if done is not None:
            self.form.hide()
            self._on_closed()

    def _on_delete(self) -> None:
        self._key = self.list.chosen_key()
        self._on_remove()

    def _on_remove(self) -> None:
        session = self._desk.session
        if not self._key or session.read_only:
            return
        if session.act(remove_agreement, self._key):
            self._desk.messages.offer_undo("Deleted who agreed", session.undo, passing=True)
            if self._form is not None:
                self._form.hide()
            self._on_closed()

    def _on_closed(self) -> None:
        self._show_new()
        self.opened.emit(False)
        (self.list if self.list.isVisibleTo(self) else self.new).setFocus()
