"""The upper part of the page: its sentence and buttons, the agreements with their ledgers, and quiet links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.models.agreement_face import AgreementFace
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.words import LONG_AGO
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.agreement_board import AgreementBoard
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.ledger import LedgerLegend
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.row_or_column import RowOrColumn

LOW, LOWEST = 700, 420
"""In a page lower than the first, at 100 %, a line stands for the cards; below the second a menu does."""
MOST_BRIEF = 4
"""More agreements than this are in the menu alone."""
MOST_ROWS = 3
NEW_SESSION = "New session"


class Link:
    """Something the page leads to: words, and what they do. `changes` needs a file one can write to, `of_sessions` has
    nothing to show without a session."""

    def __init__(
        self, text: str, do: Callable[[], object], *, changes: bool = False, of_sessions: bool = False
    ) -> None:
        self.text = text
        self.do = do
        self.changes = changes
        self.of_sessions = of_sessions


class SupervisionHead(QWidget):
    """Cards and links give way where the page is low; a menu beside the search then offers them."""

    agreement_wanted = Signal(str)
    all_shown = Signal(bool)
    """Whether everything has room here; else `make_menu` has what has none."""

    def __init__(self, desk: Desk, links: Sequence[Link], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._layout = WIDE
        self._low = self._lowest = False
        self._hidden = False
        self._faces: Sequence[AgreementFace] = ()
        theme = desk.theme
        self._links = [one for one in links if not (one.changes and desk.session.read_only)]
        self._any = True
        self.header = PageHeader(theme, "Supervision")
        self.new_agreement = Button(theme, "New agreement")
        self.new_session = Button(theme, NEW_SESSION, Kind.FILLED, icon="plus")
        self.new_session.setAccessibleName(NEW_SESSION)
        for button in (self.new_agreement, self.new_session):
            self.header.add_button(button)
        if desk.session.read_only:
            self.new_agreement.hide()
            self.new_session.hide()
        self.board = AgreementBoard(theme, most_rows=MOST_ROWS)
        self.legend = LedgerLegend(theme)
        self.brief = QWidget()
        """The agreements in a line."""
        self._brief_flow = FlowLayout(self.brief, gap=theme.gap(6))
        self._brief: dict[LinkButton, str] = {}
        self.links = QWidget()
        self.link_buttons = self._make_links()
        self._line, self._below = QWidget(), QWidget()
        self._column = QVBoxLayout(self)
        self._build()
        self.board.opened.connect(self.agreement_wanted)

    def _make_links(self) -> dict[str, LinkButton]:
        flow = FlowLayout(self.links, gap=self._desk.theme.gap(6))
        made = {}
        for link in self._links:
            made[link.text] = button = LinkButton(self._desk.theme, link.text)
            button.clicked.connect(self._on_link)
            flow.addWidget(button)
        return made

    def _build(self) -> None:
        place = QWidget()
        for holder, inside in ((place, self.links), (self._line, self.brief)):
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.addWidget(inside)
        row = RowOrColumn(self._desk.theme, gap=16, below=0)
        row.add(place, takes_rest=True)
        row.add(self.legend)
        self._below.setLayout(row)
        self._column.addWidget(self.header)
        for part in (self.board, self._line, self._below):
            beside = QHBoxLayout()
            beside.setContentsMargins(0, 0, RING_SPACE, 0)
            if part is self.board:
                beside.addWidget(part)
            else:
                beside.addLayout(Overhang(part, fills=True, right=0))
            self._column.addLayout(beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A title that ends in "…" is worse than a button without its words, which its tooltip has.
        title = self._desk.theme.width(Role.PAGE_TITLE_NARROW, "Supervision")
        words = self._desk.theme.width(Role.BODY_STRONG, NEW_SESSION) + self._desk.theme.px(60)
        brief = self._layout.stacked and title + words + self._desk.theme.px(40) > self.width()
        self.new_session.setText("" if brief else NEW_SESSION)
        self.new_session.setToolTip(NEW_SESSION if brief else "")

    def show_faces(self, faces: Sequence[AgreementFace]) -> None:
        """Show the agreements."""
        self._faces = faces
        self.board.show_faces(faces)
        self._show_brief(faces if len(faces) <= MOST_BRIEF else ())
        self._fit()

    def set_any(self, any_sessions: bool) -> None:
        """Whether there is a session at all: without one some links lead nowhere, and the list’s button comes first."""
        self._any = any_sessions
        self.new_session.set_kind(Kind.FILLED if any_sessions else Kind.OUTLINED)
        for link in self._links:
            self.link_buttons[link.text].setVisible(any_sessions or not link.of_sessions)

    def set_fact(self, sentence: str, weeks: int | None) -> None:
        """The sentence; `weeks` ago an OT led a session."""
        self.header.set_fact(sentence)
        self.header.fact.set_token("warn" if weeks is not None and weeks >= LONG_AGO else "ink2")

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        theme = self._desk.theme
        self._layout = layout
        edge = theme.gap(layout.edge)
        wide = not layout.header_in_one_line
        bottom = theme.gap(8 if wide else 4)
        self._column.setContentsMargins(edge, theme.gap(26 if wide else 12), edge - RING_SPACE, bottom)
        self._column.setSpacing(theme.gap(14 if wide else 6))
        self.header.set_one_line(layout.header_in_one_line, fact=not layout.stacked)
        self._fit()

    def set_height(self, height: float) -> None:
        """The page is so high, in pixels at 100 %."""
        low, lowest = height < LOW, height < LOWEST
        if (low, lowest) != (self._low, self._lowest):
            self._low, self._lowest = low, lowest
            self._fit()

    def set_hidden(self, hidden: bool) -> None:
        """A detail has the place of the list: what belongs to the list goes with it."""
        self._hidden = hidden
        self._fit()

    def make_menu(self) -> ChoiceMenu:
        """Everything that has no room on the page."""
        menu = ChoiceMenu(self)
        for face in self._faces:
            said = ", ".join(part for part in (face.kind, face.who, face.standing.text) if part)
            menu.offer(said, partial(self.agreement_wanted.emit, face.key))
        if self._faces:
            menu.addSeparator()
        if self.new_agreement.isHidden() and not self._desk.session.read_only:
            menu.offer("New agreement", self.new_agreement.click)
        for link in self._links:
            if self._any or not link.of_sessions:
                menu.offer(link.text, link.do)
        return menu

    def _fit(self) -> None:
        cards = bool(self._faces) and not self._low and not self._hidden
        self.board.setVisible(cards)
        self.legend.setVisible(cards)
        self._line.setVisible(bool(self._brief) and self._low and not (self._lowest or self._hidden))
        self._below.setVisible(not self._low and not self._hidden)
        self.new_agreement.setVisible(not self._desk.session.read_only and not self._layout.one_pane)
        self.setHidden(self._hidden and self._layout.stacked)
        self.all_shown.emit(not self._low and not self._layout.one_pane)

    def _show_brief(self, faces: Sequence[AgreementFace]) -> None:
        texts = {face.key: _in_brief(face) for face in faces}
        if texts == {key: button.text() for button, key in self._brief.items()}:
            return
        for gone in self._brief:
            self._brief_flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._brief = {}
        for key, text in texts.items():
            button = LinkButton(self._desk.theme, text)
            button.clicked.connect(self._on_brief)
            self._brief[button] = key
            self._brief_flow.addWidget(button)

    def _on_brief(self) -> None:
        button = self.sender()
        if isinstance(button, LinkButton):
            self.agreement_wanted.emit(self._brief[button])

    def _on_link(self) -> None:
        for link in self._links:
            if self.link_buttons[link.text] is self.sender():
                link.do()


def _in_brief(face: AgreementFace) -> str:
    """ "Professional: next on 26 November", "Peer: 16 days late"."""
    told = face.standing.text.partition(". ")[0]
    return f"{face.kind}: {told[:1].lower()}{told[1:].replace('ext: ', 'ext on ', 1)}"
