"""The card that tells how an export goes, how it went, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from otcpd.actions.export_choices import export_choices
from otcpd.domain.errors import OtcpdError
from otcpd.domain.readiness import Finding
from otcpd.ui import words as common
from otcpd.ui.export import outcome, outcome_words, words
from otcpd.ui.export.choices_words import in_one_line
from otcpd.ui.export.fixes import must_be_fixed, things_to_fix
from otcpd.ui.export.flow import ExportFlow, ExportState, Stage
from otcpd.ui.export.ready_part import ReadyPart
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.progress_bar import ProgressBar
from otcpd.ui.widgets.tab_order import tab_stops, tab_through


class ExportPanel(Card):
    """Hidden until there is something to tell."""

    came_up = Signal()
    """It tells something new to a person who looks for it here."""
    mend = Signal(object)
    """A Finding that is to be mended."""
    copy_wanted = Signal(str)
    """The key of a text that is to go onto the clipboard."""

    def __init__(self, desk: Desk, flow: ExportFlow, home: QWidget, parent: QWidget | None = None) -> None:
        """`home` is the button that begins an export: from there the focus comes, and goes back."""
        theme = desk.theme
        super().__init__(theme, parent=parent)
        self._home = home
        self._desk = desk
        self._flow = flow
        self._to_fix: tuple[Finding, ...] = ()
        self._stage = Stage.NONE
        self.title = IconLine(theme, role=Role.CARD_TITLE, token="ink", wrap=True)
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.warning = IconLine(theme, "warn", token="warn", wrap=True)
        self.bar = ProgressBar(theme, words.DRAWING)
        self.sentence = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.chosen = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.cancel = Button(theme, words.CANCEL, compact=True)
        self.open_it = Button(theme, words.OPEN_IT, Kind.FILLED, compact=True)
        self.show_folder = Button(theme, words.SHOW_FOLDER, compact=True, icon="folder")
        self.again = Button(theme, common.TRY_AGAIN, compact=True)
        self.other_place = Button(theme, words.OTHER_PLACE, compact=True)
        self.away = Button(theme, words.PUT_AWAY, Kind.QUIET, compact=True)
        self._ready = ReadyPart(theme, mendable=not desk.session.read_only)
        self._build()
        self._connect()
        self.hide()

    def show_state(self, state: ExportState) -> None:
        """Show how things stand now."""
        before, self._stage = self._stage, state.stage
        if before is not Stage.DRAWING and state.stage is not before:
            self._read_record()
        match state.stage:
            case Stage.NONE:
                self._go_away()
                return
            case Stage.DRAWING:
                self._show_drawing(state)
            case Stage.READY:
                self._show_ready(state)
            case Stage.FAILED:
                self._show_failed(state)
        if state.stage is not before:
            self._come_up(state, asked=before is Stage.NONE)

    def _read_record(self) -> None:
        """What the PDF that is begun will have, and be short of: later changes come too late for it."""
        record = self._desk.session.record
        try:
            self._to_fix = things_to_fix(record)
            self.chosen.setText(f"{in_one_line(export_choices(record))}.")
        except OtcpdError as error:
            self._desk.session.problem.emit(error)

    def _show_drawing(self, state: ExportState) -> None:
        self._say("download", words.DRAWING, state.words or words.GETTING_READY)
        must = must_be_fixed(self._to_fix)
        self.warning.setText(outcome_words.things_to_fix(must) if must else "")
        self.bar.setRange(0, max(state.total, 1))
        self.bar.setValue(state.done)
        self.setAccessibleDescription(self.sentence.text())

    def _show_ready(self, state: ExportState) -> None:
        made = state.made
        assert made is not None
        sentence = f"{outcome.where(made)} {words.summary_of(made.content)}"
        must = must_be_fixed(self._to_fix)
        self._say("warn" if must else "tick", outcome_words.title(len(made.pdfs), must), sentence)
        self.open_it.setText(words.OPEN_IT if len(made.pdfs) == 1 else words.OPEN_FIRST)
        self._ready.show_outcome(made, state.place, self._to_fix)
        tab_through(self.away, tab_stops(self._ready))

    def _show_failed(self, state: ExportState) -> None:
        error = state.error
        parts = (error.happened, error.safe, error.next_step) if error else ()
        self._say("error", words.NOT_MADE, " ".join(part for part in parts if part))

    def _say(self, picture: str, title: str, sentence: str) -> None:
        token = picture if picture in ("error", "warn") else "accent"
        self.title.show_line(picture, title, "ink", token)
        self.sentence.setText(sentence)
        self.title.setAccessibleDescription(sentence)
        self.setAccessibleName(title)

    def _come_up(self, state: ExportState, *, asked: bool) -> None:
        """A new stage: its buttons, a voice, and the focus if it was with the export or the person just `asked`."""
        stage = state.stage
        with_us = asked or self._has_focus() or self._home.hasFocus()
        self.bar.setVisible(stage is Stage.DRAWING)
        self.cancel.setVisible(stage is Stage.DRAWING)
        self.chosen.setVisible(stage is Stage.DRAWING)
        self.warning.setVisible(bool(self.warning.text()) and stage is Stage.DRAWING)
        for button in (self.open_it, self.show_folder):
            button.setVisible(stage is Stage.READY)
        for button in (self.again, self.other_place):
            button.setVisible(stage is Stage.FAILED)
        self.away.setVisible(stage is not Stage.DRAWING)
        self._ready.setVisible(stage is Stage.READY)
        self.show()
        if with_us:
            first = {Stage.READY: self.open_it, Stage.FAILED: self.again}.get(stage, self.title)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.came_up.emit()
        noted = outcome.to_note(state.made) if state.made is not None and stage is Stage.READY else ""
        self._desk.announcer.say(self, f"{self.title.text().rstrip('.')}. {self.sentence.text()} {noted}".strip())

    def _go_away(self) -> None:
        with_us = self._has_focus()
        self.hide()
        if with_us:
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _build(self) -> None:
        theme = self._theme
        inside = theme.gap(24)
        # Words stand in line with the buttons, which keep room for their rings.
        self.body.setContentsMargins(inside - RING_SPACE, theme.gap(20), inside, theme.gap(20))
        self.body.setSpacing(theme.gap(8))
        top = QVBoxLayout()
        top.setContentsMargins(RING_SPACE, 0, 0, 0)
        top.setSpacing(theme.gap(8))
        for widget in (self.title, self.sentence, self.bar, self.chosen, self.warning):
            top.addWidget(widget)
        self.body.addLayout(top)
        ways = QWidget()
        row = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
        for button in (self.cancel, self.open_it, self.show_folder, self.again, self.other_place, self.away):
            row.addWidget(button)
        self.body.addWidget(ways)
        self.body.addWidget(self._ready)

    def _connect(self) -> None:
        flow = self._flow
        flow.told.connect(self.show_state)
        self.cancel.clicked.connect(flow.cancel)
        self.open_it.clicked.connect(flow.open_file)
        self.show_folder.clicked.connect(flow.open_folder)
        self.again.clicked.connect(flow.try_again)
        self.other_place.clicked.connect(flow.choose_place)
        self.away.clicked.connect(flow.put_away)
        self._ready.mend.connect(self.mend)
        self._ready.copy_wanted.connect(self.copy_wanted)
