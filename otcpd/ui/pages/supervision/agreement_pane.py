"""The open agreement: everything about it in one form that saves itself, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otcpd.actions.supervision import agreements
from otcpd.actions.supervision.checking import called
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.person import SOMEBODY
from otcpd.domain.supervision import Agreement
from otcpd.ui.layout import Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.form_pane import FormPane
from otcpd.ui.pages.supervision.agreement_standing import AgreementStanding
from otcpd.ui.pages.supervision.agreement_terms import AgreementTerms
from otcpd.ui.pages.supervision.agreement_versions import AgreementVersions
from otcpd.ui.pages.supervision.agreement_who import AgreementWho
from otcpd.ui.pages.supervision.agreement_wording import AgreementWording, filled
from otcpd.ui.painting import HANG, RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.ask_sheet import AskSheet
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.fold import Fold
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton

_DAY = timedelta(days=1)


class AgreementPane(FormPane):
    """`show_agreement` once, and `load` again after every change to it."""

    back_wanted = Signal()
    """Back to the list, where list and form take turns."""
    agreement_wanted = Signal(str)
    """Open another agreement: the one that took its place, or the one before."""
    document_wanted = Signal(str)
    """Save this agreement as a document, for both to sign."""
    session_wanted = Signal(str)
    """A new session under this agreement."""
    deleted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Agreement", parent)
        theme = desk.theme
        self.agreement: Agreement | None = None
        self.back = LinkButton(theme, "Back to the list", "chevron-left")
        self.title = Label(theme, "", Role.DETAIL_TITLE, wrap=True).head()
        self.more = Button(theme, icon="dots", kind=Kind.QUIET, name="More for this agreement")
        self.standing = AgreementStanding(desk)
        self.new_session = Button(theme, "Plan a session", icon="calendar")
        self.print_it = Button(theme, "Save it to sign", icon="note")
        self.who = AgreementWho(desk)
        self.terms = AgreementTerms(desk)
        self.wording = Fold(theme, "Wording", partial(AgreementWording, desk), hang=HANG)
        self.versions = Fold(theme, "Versions", self._made_versions, hang=HANG)
        self._build()
        self._connect()

    def show_agreement(self, agreement: str) -> None:
        """Open an agreement. Raises NotAcceptable if there is none."""
        other = self.agreement is None or self.agreement.id != agreement
        if other:
            self.leave()
        self.load(agreement)
        if other:
            self.scroller.verticalScrollBar().setValue(0)

    def load(self, agreement: str) -> None:
        """Show it as the file has it now."""
        record = self.desk.session.record
        self.agreement = found = record.agreements.get(agreement)
        people = (record.people.owner(), *record.people.all(), *record.people.all(binned=True))
        names = {one.id: one.name or SOMEBODY for one in people}
        self.title.setText(called(found, names))
        self.standing.load(found, record.clock.today())
        self.who.load(found, names)
        self.terms.load(found, found.newest, names)
        self.wording.head.set_fact(filled(found.newest))
        count = len(found.terms)
        self.versions.head.set_fact(f"{count} versions" if count > 1 else "")
        self.versions.setVisible(count > 1 or found.renews is not None)
        self._load_folds()

    def leave(self) -> None:
        """Read what still stands in the fields, and save what was typed."""
        if self.agreement is not None and not self.desk.session.read_only:
            self.who.commit()
            self.terms.commit()
            self.desk.session.flush()

    def take_focus(self) -> None:
        """Into the first field."""
        self.who.kind.setFocus(Qt.FocusReason.TabFocusReason)

    def apply_layout(self, layout: Layout) -> None:
        super().apply_layout(layout)
        self.who.side.set_upright(layout.stacked)

    def show_back(self, shown: bool) -> None:
        """Offer the way back to the list, where list and form take turns."""
        self.back.setVisible(shown)

    def make_menu(self) -> ChoiceMenu:
        """What else can be done with it."""
        menu = ChoiceMenu(self)
        found = self.agreement
        if found is None:
            return menu
        menu.offer("Save as a document…", partial(self.document_wanted.emit, found.id))
        if not self.desk.session.read_only:
            if found.newest.agreed_on is not None:
                menu.offer("We have not agreed to this after all", self._on_agree_back)
            menu.offer("Renew the agreement…", self._on_renew)
            menu.addSeparator()
            menu.offer("Delete agreement", self.delete)
        return menu

    def delete(self) -> None:
        """Put it into the bin, with a way back."""
        session, found = self.desk.session, self.agreement
        if found is not None and session.act(agreements.delete_agreement, found.id) is not None:
            self.desk.messages.offer_undo("Agreement deleted. Its sessions stay", session.undo, passing=True)
            self.deleted.emit()

    def _build(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        deeds = QWidget()
        below = FlowLayout(deeds, gap=self.desk.theme.gap(10) - 2 * RING_SPACE)
        for button in (self.new_session, self.print_it):
            below.addWidget(button)
        self.add(self.back)
        self.add(head)
        self.add(self.standing, left=RING_SPACE, right=RING_SPACE)
        self.add(self.who)
        self.add(self.terms, left=HANG, right=HANG)
        self.add(self.wording, left=HANG, right=HANG)
        self.add(self.versions, left=HANG, right=HANG)
        self.add(deeds, left=RING_SPACE)
        self.show_form()
        self.back.hide()
        self.new_session.setVisible(not self.desk.session.read_only)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.more.clicked.connect(self._open_menu)
        self.new_session.clicked.connect(self._on_new_session)
        self.print_it.clicked.connect(self._on_document)
        for fold in (self.wording, self.versions):
            fold.opened.connect(self._load_folds)
        standing = self.standing
        standing.agree_wanted.connect(self._on_agree)
        standing.change_wanted.connect(self._on_change)
        standing.end_wanted.connect(self._on_end)
        standing.renew_wanted.connect(self._on_renew)
        standing.go_on_wanted.connect(self._on_go_on)
        standing.delete_wanted.connect(self.delete)

    def _made_versions(self) -> AgreementVersions:
        inside = AgreementVersions(self.desk)
        inside.agreement_wanted.connect(self.agreement_wanted)
        inside.remove_wanted.connect(self._on_remove_terms)
        return inside

    def _load_folds(self) -> None:
        found = self.agreement
        if found is None:
            return
        inside = self.wording.inside
        if isinstance(inside, AgreementWording) and self.wording.head.isChecked():
            inside.load(found, found.newest)
            self.wording.order_tabs()
        inside = self.versions.inside
        if isinstance(inside, AgreementVersions) and self.versions.head.isChecked():
            inside.load(found, self._before(found))
            self.versions.order_tabs()

    def _before(self, found: Agreement) -> Agreement | None:
        if found.renews is None:
            return None
        try:
            return self.desk.session.record.agreements.get(found.renews)
        except NotAcceptable:
            return None

    def _on_agree(self) -> None:
        self._ask("The day you agreed", "We agreed", self._today(), self._agree, self.standing.agree)

    def _agree(self, found: Agreement, day: date) -> None:
        self.leave()
        self.desk.session.act(agreements.agree_to_terms, found.id, found.newest.id, day)

    def _on_agree_back(self) -> None:
        if self.agreement is not None:
            self.desk.session.act(agreements.agree_to_terms, self.agreement.id, self.agreement.newest.id, None)

    def _on_change(self) -> None:
        self._ask("The new terms hold from", "Change the terms", self._today(), self._change, self.standing.change)

    def _change(self, found: Agreement, day: date) -> None:
        if self.desk.session.act(agreements.change_terms, found.id, day):
            self.desk.announcer.say(self, "New terms, a draft until you have agreed")
            self.terms.often.setFocus()

    def _on_end(self) -> None:
        self._ask("Its last day", "End the agreement", self._today(), self._end, self.standing.end)

    def _end(self, found: Agreement, day: date) -> None:
        if self.desk.session.act(agreements.end_agreement, found.id, day):
            self.desk.messages.offer_undo(
                f"The agreement ends on {long_day(day)}", self.desk.session.undo, passing=True
            )

    def _on_go_on(self) -> None:
        if self.agreement is not None:
            self.desk.session.act(agreements.go_on, self.agreement.id)

    def _on_renew(self) -> None:
        button = self.standing.renew if self.standing.renew.isVisible() else self.more
        self._ask("The new agreement begins on", "Renew the agreement", self._today(), self._renew, button)

    def _renew(self, found: Agreement, day: date) -> None:
        made = self.desk.session.act(agreements.renew_agreement, found.id, day)
        if made:
            self.agreement_wanted.emit(made.created[0])

    def _on_remove_terms(self, terms: str) -> None:
        found, session = self.agreement, self.desk.session
        if found is not None and session.act(agreements.remove_terms, found.id, terms) is not None:
            self.desk.messages.offer_undo("New terms taken away", session.undo, passing=True)

    def _on_new_session(self) -> None:
        if self.agreement is not None:
            self.session_wanted.emit(self.agreement.id)

    def _on_document(self) -> None:
        if self.agreement is not None:
            self.leave()
            self.document_wanted.emit(self.agreement.id)

    def _ask(self, label: str, act: str, day: date, then: Callable[[Agreement, date], None], below: QWidget) -> None:
        found = self.agreement
        if found is None:
            return
        self.leave()
        today = self.desk.session.record.clock.today
        field = DateField(self.desk.theme, self._parse_day, long_day, today)
        field.set_value(max(day, found.newest.start + _DAY) if then in (self._change, self._renew) else day)
        sheet = AskSheet(self.desk.theme, label, field, act, self)
        sheet.answered.connect(partial(then, found))
        sheet.ask_below(below)

    def _parse_day(self, text: str) -> date:
        return parse_coming_day(text, self._today())

    def _today(self) -> date:
        return self.desk.session.record.clock.today()

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)
