"""The two forms of what is agreed, each built when it is first opened: one puts right, one adds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.supervision.protected import Agreed
from otcpd.domain.protected_time import Entitlement
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected import words
from otcpd.ui.pages.protected.agreed_form import AgreedForm
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.rule import Rule


class _Part(QWidget):
    """A form with its buttons below. Its ring space hangs over: hold it with an `Overhang` that fills."""

    built = Signal()
    """Its fields are there now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._form: AgreedForm | None = None
        self.hide()

    @property
    def form(self) -> AgreedForm:
        """The fields, built when they are first needed."""
        if self._form is None:
            self._form = AgreedForm(self._desk)
            self._build(self._form)
            self.built.emit()
        return self._form

    def _build(self, form: AgreedForm) -> None:
        raise NotImplementedError

    def _lay_out(self, parts: Sequence[QWidget], buttons: Sequence[Button]) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        column.setSpacing(theme.gap(12))
        for part in parts:
            column.addWidget(part)
        ways = QWidget()
        row = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
        for button in buttons:
            row.addWidget(button)
        column.addLayout(Overhang(ways, fills=True))


class EditAgreed(_Part):
    """Each field saves itself."""

    changed = Signal()
    change_wanted = Signal()
    """Something else is agreed from a day on."""
    remove_wanted = Signal()

    def show_agreed(self, one: Entitlement) -> None:
        """Show it, if this was opened."""
        if self._form is not None:
            self._form.show_agreed(one)

    def open(self, one: Entitlement) -> None:
        """Open it for this one."""
        self.form.show_agreed(one)
        self.show()

    def read(self) -> Agreed | None:
        """What is to be saved; None while nothing differs, or a field holds no value."""
        form = self._form
        if form is None or self.isHidden() or not form.differs():
            return None
        agreed = form.read()
        return agreed if form.differs() else None

    def _build(self, form: AgreedForm) -> None:
        theme = self._desk.theme
        self.change = Button(theme, words.CHANGE_FROM, compact=True)
        self.remove = Button(theme, words.DELETE_AGREED, Kind.DELETE, compact=True)
        self._lay_out((form,), (self.change, self.remove))
        form.changed.connect(self.changed)
        self.change.clicked.connect(self.change_wanted)
        self.remove.clicked.connect(self.remove_wanted)


class AddAgreed(_Part):
    """Adds one beside what there is, or in the place of one from a day on."""

    add_wanted = Signal()
    close_wanted = Signal()

    def open(self, today: date, like: Entitlement | None) -> None:
        """Open it for something new, or for what takes the place of `like`."""
        form = self.form
        self._title.setText(words.ADD_AGREED if like is None else words.CHANGE_TITLE)
        form.begin(today, like)
        form.source_form.setVisible(like is None)
        form.end_form.setVisible(like is None)
        self.show()
        form.minutes.setFocus()

    def _build(self, form: AgreedForm) -> None:
        theme = self._desk.theme
        self._title = Label(theme, "", Role.LABEL, wrap=True)
        self.add = Button(theme, words.ADD_THIS, Kind.FILLED, compact=True)
        self.close_button = Button(theme, words.CLOSE, Kind.QUIET, compact=True)
        self._lay_out((Rule(theme), self._title, form), (self.add, self.close_button))
        self.add.clicked.connect(self.add_wanted)
        self.close_button.clicked.connect(self.close_wanted)
