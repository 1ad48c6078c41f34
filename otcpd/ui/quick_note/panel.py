"""The quick note: a small window for a line that becomes an activity to finish."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.quick_note import NoteDraft
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.quick_note.begin import Beginnings
from otcpd.ui.quick_note.correcting import Corrections, left_out
from otcpd.ui.quick_note.draft_keeper import DraftKeeper
from otcpd.ui.quick_note.keeping import Keeping
from otcpd.ui.quick_note.line import LEAST_LINES, MOST_LINES, NoteLine
from otcpd.ui.quick_note.mail import MailReader
from otcpd.ui.quick_note.parts import ChipSpec, NoteParts, chip_specs
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.floating import FloatingPanel
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.yielding_scroll import YieldingScroll
from otcpd.ui.words import LONG_LINE

WIDTH = 420
REST = 165
"""Logical pixels at 100 % that stand above and below the line at the least."""
WAIT = 120
"""Milliseconds between the last key and the reading."""
WHERE_TO = "Goes to ‘To finish’"
ESC = "Esc closes and keeps what you typed"


class QuickNote(FloatingPanel):
    """Keeps what is typed as a draft until it is kept as a note; nothing typed is ever lost."""

    open_wanted = Signal(str)
    """The id of the activity that a note became."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, "Quick note", WIDTH, parent)
        self._desk = desk
        self._keeper = DraftKeeper(desk.session)
        self._keeping = Keeping(desk, self)
        self._mails = MailReader(desk.session, self)
        self._told = ""
        self.line = NoteLine(desk.theme)
        self.parts = NoteParts(desk.theme)
        self.corrections = Corrections(desk.theme, desk.session.record, self.put)
        self.beginnings = Beginnings(desk, self._taken, self)
        self.keep_button = Button(desk.theme, "Keep note", Kind.FILLED)
        self.keep_button.setToolTip("Ctrl+Enter")
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    @property
    def draft(self) -> NoteDraft:
        """The note as it stands."""
        return self._keeper.draft

    def begin(self, window: QWidget) -> None:
        """Show it over a window, with the draft that waits."""
        if not self.isVisible():
            self._keeper.load()
            self._told = ""
            self._show_draft()
        self.open_over(window)
        self.line.editor.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def fit(self) -> None:
        lines = (self.screen().availableGeometry().height() / self.theme.factor - REST) / Role.BODY.value.line
        self.line.set_most(int(min(max(lines, LEAST_LINES), MOST_LINES)))
        super().fit()

    def put(self, draft: NoteDraft, told: str = "") -> None:
        """The note is now this; `told` is a sentence the person should know."""
        self._told = told
        self._keeper.put(draft)
        self._show_draft()

    def add_files(self, paths: list[str]) -> None:
        """Files that will be the note's evidence; the first e-mail gives an empty note its words."""
        known = set(self.draft.files)
        new = [path for path in dict.fromkeys(paths) if path not in known]
        self.put(replace(self.draft, files=(*self.draft.files, *new)))
        self._mails.read(new)

    def keep(self) -> None:
        """Make it an activity, and go."""
        self._timer.stop()
        self._take_text()
        if self.draft.empty:
            self.line.editor.setFocus()
            self._tell("Write what you did first, in a few words.")
            return
        kept = self._keeper.keep()
        if kept is not None:
            self._mails.cancel()  # its words belong to the note that is kept now
            self._told = ""
            self._show_draft()
            self.hide()
            self._keeping.tell(kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and held == Qt.KeyboardModifier.ControlModifier:
            self.keep()
        elif not enter:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Esc: what is typed stays a draft, saved at once."""
        self._timer.stop()
        self._take_text()
        self._desk.session.flush()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from otcpd.ui.dropped import dropped_files  # only drops need it

        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from otcpd.ui.dropped import dropped_files  # as above

        paths = dropped_files(event.mimeData())
        event.acceptProposedAction()
        self.add_files([str(path) for path in paths])

    def _build(self) -> None:
        theme = self.theme
        head = QHBoxLayout()
        head.addWidget(Label(theme, "Quick note", Role.CARD_TITLE), 1)
        head.addWidget(Label(theme, WHERE_TO, Role.META, "ink2"))
        box = QHBoxLayout()
        box.addWidget(self.line)
        self._foot.addWidget(Label(theme, ESC, Role.META, "ink2", wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        self._foot.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignRight)
        for row in (head, box):
            row.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)  # rings reach out further than fields and words
            self.column.addLayout(row)
        self._foot.setContentsMargins(RING_SPACE, 0, 0, 0)
        self.column.addWidget(YieldingScroll(theme, self._below_line(), theme.px(40)), 1)
        self.column.addLayout(self._foot)
        self.parts.tab_after(self.line.editor)
        if self._desk.session.read_only:
            self.line.set_read_only(True)

    def _below_line(self) -> QWidget:
        """What gives way first where there is little height: the chips, and the ways to begin."""
        below, begin = QWidget(), QWidget()
        flow = FlowLayout(begin, gap=0)
        for button in self.beginnings.buttons:
            flow.addWidget(button)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.gap(8))
        column.addWidget(self.parts)
        column.addWidget(begin)
        return below

    def _connect(self) -> None:
        session = self._desk.session
        self.line.edited.connect(self._on_edited)
        self.line.keep_wanted.connect(self.keep)
        self.line.editor.pasted_too_much.connect(self._on_pasted)
        self.parts.pressed.connect(self._on_pressed)
        self.parts.left_out.connect(self._on_left_out)
        self.beginnings.chosen.connect(self._on_beginning)
        self.beginnings.told.connect(self._tell)
        session.problem.connect(self._on_problem)
        self.keep_button.clicked.connect(self.keep)
        self._keeping.open_wanted.connect(self.open_wanted)
        self._keeping.taken_back.connect(self._on_taken_back)
        self._mails.read_one.connect(self._on_mail)
        self._timer.timeout.connect(self._on_waited)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._timer.stop)

    def _take_text(self) -> None:
        """Take over what stands in the text box."""
        text = self.line.text()
        if text != self.draft.text:
            self._keeper.put(self._with_text(text))

    def _taken(self) -> NoteDraft:
        self._take_text()
        return self.draft

    def _with_text(self, text: str) -> NoteDraft:
        """An emptied note begins afresh: corrections of the line before do not hang about."""
        draft = self.draft
        return replace(draft, text=text) if text.strip() else NoteDraft(text, files=draft.files, pasted=draft.pasted)

    def _on_edited(self, text: str) -> None:
        self._told = ""
        self._keeper.put(self._with_text(text))
        self._timer.start()

    def _on_waited(self) -> None:
        self._show_parts()

    def _on_pasted(self, text: str) -> None:
        self._take_text()
        pasted = f"{self.draft.pasted}\n\n{text}" if self.draft.pasted else text
        self.put(replace(self.draft, pasted=pasted), "The text is long. It is kept whole and goes to ‘What it was’.")

    def _on_pressed(self, chip: QWidget, spec: ChipSpec) -> None:
        self.corrections.open(chip, spec, self._taken(), self._keeper.note())

    def _on_left_out(self, spec: ChipSpec) -> None:
        self.put(left_out(self._taken(), spec))

    def _on_beginning(self, draft: NoteDraft) -> None:
        """A template or an earlier activity; what was typed goes below it, to the description."""
        typed = self._taken()
        text = f"{draft.text}\n{typed.text.strip()}" if typed.text.strip() else draft.text
        self.put(replace(draft, text=text, pasted=typed.pasted, files=typed.files))
        self.line.editor.setFocus()

    def _on_problem(self, error: OtcpdError) -> None:
        if self.isVisible():
            self._tell(error.text)

    def _tell(self, sentence: str) -> None:
        self._told = sentence
        self._show_parts()
        self._desk.announcer.say(self, sentence)

    def _on_mail(self, head: object) -> None:
        from otcpd.actions.quick_note_mail import draft_of_mail  # only e-mails need it
        from otcpd.exchange.mail_head import MailHead

        if isinstance(head, MailHead):
            made = draft_of_mail(self._desk.session.record, self.draft, head)
            self.put(made.draft, made.told)

    def _on_taken_back(self, draft: NoteDraft) -> None:
        """Undo after keeping: the text is back in the draft, unless another is there."""
        self._take_text()
        if self.draft.empty:
            self.put(draft)

    def _on_changed(self, _changes: Changes) -> None:
        self._keeper.forget_known()

    def _show_draft(self) -> None:
        self.line.set_text(self.draft.text)
        self.line.editor.moveCursor(self.line.editor.textCursor().MoveOperation.End)
        self._show_parts()

    def _show_parts(self) -> None:
        note = self._keeper.note()
        sentences = [*(one.sentence for one in note.unread), *([LONG_LINE] if note.long else [])]
        sentences += [self._told] if self._told else []
        title = note.title if note.title != self.draft.text.strip() else ""
        self.parts.show_specs(chip_specs(self.draft, note, self._desk.session.record.clock.today()), title, sentences)
        self.line.editor.setAccessibleDescription(", ".join(self.parts.sentences()))
