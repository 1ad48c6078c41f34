"""The head of the open session: what it is, when and with whom, what became of it, and the three steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.supervision import SessionState
from otcpd.ui.layout import Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.saved_line import SavedLine
from otcpd.ui.pages.supervision.basics import Basics
from otcpd.ui.pages.supervision.contents import SupervisionContents
from otcpd.ui.pages.supervision.outcome import Outcome
from otcpd.ui.pages.supervision.session_text import TABLE
from otcpd.ui.pages.supervision.step import Shown
from otcpd.ui.pages.supervision.words import heading, how, when
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.shell.keys import shown_keys
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.segmented import SegmentedControl

PREPARE, RECORD, AGREE = "prepare", "record", "agree"
STEPS = ((PREPARE, "Prepare"), (RECORD, "Record"), (AGREE, "Agree"))
CHANGE, CLOSE = "Change when and where", "Close when and where"


class DetailTop(QWidget):
    """Stands still above the steps. What changes when and where unfolds below the line that says it."""

    back_wanted = Signal()
    delete_wanted = Signal()
    session_wanted = Signal(str)
    agreement_wanted = Signal(str)
    unfolded = Signal()
    """What changes when and where came or went."""

    def __init__(self, desk: Desk, contents: SupervisionContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Shown | None = None
        theme = desk.theme
        self.back = LinkButton(theme, "Back to the list", "chevron-left")
        self.title = Label(theme, "", Role.DETAIL_TITLE, wrap=True).head()
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.when = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.steps = SegmentedControl(theme, "Step", STEPS)
        self.more = Button(theme, icon="dots", kind=Kind.QUIET, compact=True, name="More for this session")
        self.change = LinkButton(theme, CHANGE)
        self.saved = SavedLine(desk, TABLE)
        self._contents = contents
        self._basics: Basics | None = None
        self._fresh = ""
        self._basics_place = QVBoxLayout()
        self.outcome = Outcome(desk)
        self.basics_open = False
        self._build()
        self.back.clicked.connect(self.back_wanted)
        self.more.clicked.connect(self._open_menu)
        self.change.clicked.connect(self._on_change)
        self.outcome.session_wanted.connect(self.session_wanted)

    @property
    def basics(self) -> Basics:
        """What changes when and where; built when first asked for."""
        if self._basics is None:
            self._basics = Basics(self._desk, self._contents)
            self._basics_place.addWidget(self._basics)
        return self._basics

    def load(self, shown: Shown) -> None:
        """Show a session."""
        self._shown = shown
        session = shown.session
        self.title.setText(heading(session.kind, shown.names.group(session.agreement)))
        self.title.setAccessibleName(self.title.text())
        self.title.setAccessibleDescription(when(session, shown.names, shown.today))
        self.when.setText(f"{when(session, shown.names, shown.today)}\n{how(session.mode, session.place)}")
        if self.basics_open:
            self.basics.fresh = self._fresh
            self.basics.load(session, fixed=shown.locked)
        if self._basics is not None:
            self._basics.setVisible(self.basics_open)
        self.change.setText(CLOSE if self.basics_open else CHANGE)
        self.change.setVisible(not shown.locked)
        self.change.updateGeometry()
        self.outcome.load(shown)
        self.saved.load(session.id, session.modified)

    def open_basics(self, *, fresh: str) -> None:
        """A session is about to be shown; one begun just now shows its basics."""
        self.basics_open = bool(fresh)
        self._fresh = fresh

    def commit(self) -> None:
        """Read what still stands in fields."""
        if self.basics_open:
            self.basics.commit()
        self.outcome.commit()

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self.back.setVisible(layout.one_pane)
        self.outcome.choices.set_upright(layout.stacked)

    def make_menu(self) -> ChoiceMenu:
        """What else can be done with the session."""
        menu = ChoiceMenu(self)
        shown = self._shown
        if shown is None:
            return menu
        session = shown.session
        if session.agreement is not None:
            menu.offer("Open the agreement", self._on_agreement)
        if shown.read_only:
            return menu
        if session.state is SessionState.PLANNED:
            menu.offer("Move it to another day…", self.outcome.ask_move)
            menu.offer("It will not take place", self.outcome.call_off)
        menu.addSeparator()
        menu.offer("Delete session", self.delete_wanted.emit, key=shown_keys("delete"))
        return menu

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)

    def _on_agreement(self) -> None:
        if self._shown is not None and self._shown.session.agreement is not None:
            self.agreement_wanted.emit(self._shown.session.agreement)

    def _on_change(self) -> None:
        if self.basics_open:
            self.basics.commit()
        self.basics_open = not self.basics_open
        self._fresh = ""
        if self._shown is not None:
            self.load(self._shown)
        if self.basics_open:
            self.basics.take_focus()
        self.unfolded.emit()

    def _build(self) -> None:
        theme = self._desk.theme
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.gap(2))
        lines.addWidget(self.title)
        lines.addWidget(self.when)
        head = QWidget()
        row = RowOrColumn(theme, gap=12, below=4, at_top=True)
        row.add(words, least=300, takes_rest=True)
        row.add(self.steps)
        head.setLayout(row)
        facts = QWidget()
        below = RowOrColumn(theme, gap=12, below=0)
        below.add(self.change)
        below.add(self.saved, takes_rest=True, stands_in=RING_SPACE)
        facts.setLayout(below)
        foot = QWidget()
        beside = QHBoxLayout(foot)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(facts, 1)
        beside.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(4))
        place = QWidget()
        place.setLayout(self._basics_place)
        self._basics_place.setContentsMargins(0, 0, 0, 0)
        for part, hang in (
            (self.back, RING_SPACE),
            (head, 0),
            (foot, RING_SPACE),
            (place, 0),
            (self.outcome, RING_SPACE),
        ):
            inner = QHBoxLayout()
            inner.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
            inner.addLayout(Overhang(part, fills=True, left=hang, right=0))
            column.addLayout(inner)
