"""The real pages of the profile, looked at before anything leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.export_choices import export_choices
from otcpd.actions.profile_folder import WorkingFolder
from otcpd.actions.profile_plan import ProfileMade, ProfilePlan
from otcpd.background import Progress
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.ui import words as common
from otcpd.ui.export.run import ExportRun
from otcpd.ui.focus import give_focus, holds_focus
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio import preview_words as words
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.preview.pages_view import PagesView
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.progress_bar import ProgressBar
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.sheet import Sheet


class ProfilePreview(QWidget):
    """Draws the whole profile into a private folder, shows its pages, and deletes them when it is closed."""

    closed = Signal()

    def __init__(self, desk: Desk, matters: tuple[str, ...], export: Button, parent: QWidget | None = None) -> None:
        """`matters` are the kinds of things whose change makes the pages old; `export` leads on from here."""
        super().__init__(parent)
        self._desk = desk
        self._matters = matters
        self._folder: WorkingFolder | None = None
        self._made: ProfileMade | None = None
        self._run = ExportRun(desk.session, self)
        theme = desk.theme
        self.setAccessibleName(words.TITLE)
        self.header = PageHeader(theme, words.TITLE, words.ONLY_LOOKING)
        self.close_button = Button(theme, words.CLOSE)
        self.header.add_button(self.close_button)
        self.header.add_button(export)
        self.changed = IconLine(theme, "info", words.CHANGED, role=Role.WHY, wrap=True)
        self.again = Button(theme, words.AGAIN, Kind.QUIET, compact=True)
        self.sentence = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.bar = ProgressBar(theme, words.DRAWING)
        self.stop = Button(theme, words.STOP, compact=True)
        self.trouble = IconLine(theme, "error", token="error", wrap=True)
        self.retry = Button(theme, common.TRY_AGAIN, compact=True)
        self.pages = PagesView(desk, begin_whole=True)
        self._build()
        self._connect()

    @property
    def drawing(self) -> bool:
        """Whether the pages are being drawn."""
        return self._run.under_way

    def begin(self) -> None:
        """Draw the pages as things stand now, and show them."""
        self._hold_focus(self.again, self.retry)
        self.forget()
        session = self._desk.session
        if not session.flush() and session.autosave.problem is not None:
            self._show_trouble(session.autosave.problem)
            return
        try:
            self._folder = WorkingFolder()
            choices = export_choices(session.record)
            plan = ProfilePlan(self._folder.path / words.PDF_NAME, most_bytes=None, **choices.annexes)
            _, now = self._run.begin(plan)
        except OtcpdError as error:
            self._show_trouble(error)
            return
        self._show(self._waiting)
        self.header.set_fact(words.ONLY_LOOKING)
        self._on_progress(now)
        self._desk.announcer.say(self, words.DRAWING)

    def forget(self) -> None:
        """Give up what is under way, and delete what was drawn."""
        self._run.cancel()
        self.pages.clear()
        self._made = None
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.close()

    def apply_layout(self, layout: Layout, edge: int) -> None:
        """Shape itself to the window; `edge` is the space at both sides."""
        theme = self._desk.theme
        self.header.set_one_line(layout.header_in_one_line and not layout.one_pane)
        self.header.set_stacked(layout.stacked)
        top = theme.gap(26 if layout is WIDE else 16)
        self._head.setContentsMargins(edge, top if not layout.stacked else theme.gap(8), edge - RING_SPACE, 0)
        self._column.setContentsMargins(edge, theme.gap(8), edge, theme.gap(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._desk.theme
        content = Sheet(theme)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.addWidget(self.header)
        outer.addLayout(self._head)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.gap(10))
        self._stale = QWidget()
        line = RowOrColumn(theme, gap=12, below=4)
        line.add(self.changed, takes_rest=True)
        line.add(self.again)
        self._stale.setLayout(line)
        self._waiting = QWidget()
        waiting = QVBoxLayout(self._waiting)
        self._failed = QWidget()
        failed = QVBoxLayout(self._failed)
        for place, first, button in ((waiting, self.sentence, self.stop), (failed, self.trouble, self.retry)):
            place.setContentsMargins(RING_SPACE, theme.gap(16), RING_SPACE, 0)
            place.setSpacing(theme.gap(12))
            place.addWidget(first)
            if place is waiting:
                place.addWidget(self.bar)
            place.addLayout(Overhang(button))
            place.addStretch(1)
        self._column.addWidget(self._stale)
        for part in (self._waiting, self._failed):
            self._column.addLayout(Overhang(part, fills=True))
        self._column.addWidget(self.pages, 1)
        outer.addLayout(self._column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        # Where large text leaves little height, the head scrolls away with the pages.
        self.scroller = DownScroll(theme, content)
        whole.addWidget(self.scroller)
        self._show(self._waiting)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.stop.clicked.connect(self.closed)
        self.again.clicked.connect(self.begin)
        self.retry.clicked.connect(self.begin)
        self._run.progressed.connect(self._on_progress)
        self._run.made.connect(self._on_made)
        self._run.failed.connect(self._show_trouble)
        self.pages.shown.connect(self._on_shown)
        self._desk.session.changed.connect(self._on_changed)
        self._desk.session.closing.connect(self.forget)

    def _show(self, part: QWidget) -> None:
        for one in (self._waiting, self._failed, self.pages):
            one.setVisible(one is part)
        self._stale.hide()

    def _on_progress(self, now: Progress) -> None:
        self.bar.setRange(0, now.total)
        self.bar.setValue(now.done)
        self.sentence.setText(f"{now.words or words.DRAWING}.")

    def _hold_focus(self, *own: QWidget) -> None:
        """What has the focus goes away in a moment: the title keeps it, unless the person is elsewhere by now."""
        if holds_focus(self, *own):
            self.header.take_focus()

    def _on_made(self, made: ProfileMade) -> None:
        self._made = made
        self._hold_focus(self.stop)
        self._show(self.pages)
        self.pages.show_file(made.pdfs[0], words.TITLE)

    def _on_shown(self, pages: int) -> None:
        made = self._made
        if made is None:
            return
        fact = words.fact(pages, made.pdfs[0].stat().st_size, len(made.listed_only))
        self.header.set_fact(fact)
        self._desk.announcer.say(self, fact)
        if holds_focus(self, self.header.title):
            give_focus(self.pages.sheets)

    def _show_trouble(self, error: OtcpdError) -> None:
        self._show(self._failed)
        self.trouble.setText(error.text)
        self.header.set_fact(words.NOT_DRAWN)
        self._desk.announcer.say(self, error.text)

    def _on_changed(self, changes: Changes) -> None:
        if self._made is not None and any(changes.of(kind) for kind in self._matters):
            self._stale.show()
