"""The first step: what is open from last time, what to talk about, notes to oneself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.domain.field_labels import SESSION_LABELS
from otcpd.domain.layers import Layer
from otcpd.domain.reader_words import reader_words
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.from_last_time import FromLastTime
from otcpd.ui.pages.supervision.session_lines import TopicLines
from otcpd.ui.pages.supervision.session_text import SessionText
from otcpd.ui.pages.supervision.step import Shown, Step
from otcpd.ui.pages.supervision.to_bring import ToBring
from otcpd.ui.pages.supervision.workload_line import WorkloadLine
from otcpd.ui.painting import HANG, RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import READER_ICONS, TAG_SPACE
from otcpd.ui.widgets.row_or_column import RowOrColumn

NOTHING_OPEN = "Nothing is open from earlier sessions."


class Prepare(Step):
    """Everything here can be written long before the day."""

    start_wanted = Signal()
    agenda_wanted = Signal()
    """An agenda to send is wanted."""
    activity_wanted = Signal(str)
    session_wanted = Signal(str)
    workload_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Prepare", parent)
        theme = desk.theme
        self.last = FromLastTime(desk)
        self._nothing = Label(theme, NOTHING_OPEN, Role.BODY, "ink2", wrap=True)
        self.topics = TopicLines(desk, ticks=False)
        self.bring = ToBring(desk)
        self.workload = WorkloadLine(desk)
        self.shared = IconLine(theme, READER_ICONS[Layer.SUPERVISION], "", role=Role.META, token="ink2")
        self.wellbeing = SessionText(desk, "wellbeing", SESSION_LABELS["wellbeing"])
        self.notes = SessionText(desk, "notes_to_myself", SESSION_LABELS["notes_to_myself"])
        self.start = Button(theme, "Start the record", Kind.FILLED)
        self.send = Button(theme, "Save an agenda to send", icon="page")
        self._build()
        self.last.session_wanted.connect(self.session_wanted)
        self.topics.activity_wanted.connect(self.activity_wanted)
        self.workload.wanted.connect(self.workload_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.send.clicked.connect(self.agenda_wanted)

    def load(self, shown: Shown) -> None:
        session, lies = shown.session, shown.agenda
        self.last.load(session, lies, shown.names)
        self.last.setVisible(bool(lies.actions))
        self._nothing.setVisible(not lies.actions)
        self.topics.load(session, lies, fixed=shown.locked)
        self.bring.load(session, lies, fixed=shown.locked)
        self.shared.setText(reader_words(Layer.SUPERVISION, shown.reader))
        for text in (self.wellbeing, self.notes):
            text.load(session, shown.reader, locked=False, read_only=shown.read_only)
        self.workload.load()
        self.start.setText("Go on with the record" if shown.held else "Start the record")
        self.start.setVisible(not shown.read_only)

    def take_focus(self) -> None:
        self.topics.take_focus()

    def _build(self) -> None:
        theme = self.desk.theme
        self.add(self.head("From last time"))
        self.column.addSpacing(-theme.gap(8))
        self.add(self.last, left=HANG, right=HANG)
        self.add(self._nothing)
        head = QWidget()
        row = RowOrColumn(theme, gap=12, below=0)
        row.add(self.head("What I want to talk about"), takes_rest=True)
        row.add(self.shared)
        head.setLayout(row)
        self.add(head)
        self.column.addSpacing(-theme.gap(6))
        self.add(self.topics, left=RING_SPACE, right=RING_SPACE)
        self.add(self.bring, right=RING_SPACE)
        self.add(self.workload, left=RING_SPACE)
        for text in (self.wellbeing, self.notes):
            self.column.addSpacing(-theme.gap(6))
            self.add(text, right=TAG_SPACE)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=theme.gap(10) - 2 * RING_SPACE)
        flow.addWidget(self.start)
        flow.addWidget(self.send)
        self.column.addLayout(Overhang(buttons, fills=True, left=0, right=0))
        self.show_form()
