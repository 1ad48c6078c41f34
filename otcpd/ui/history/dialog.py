"""The history of an activity: the changes at the left, the chosen one at the right, and a way back to what was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.entry_history import HistoryLine, bring_back, entry_history
from otcpd.domain.dates import long_day
from otcpd.domain.words import quoted, tally
from otcpd.ui import words as common
from otcpd.ui.history.words import bring_words, passages_of, rows_of
from otcpd.ui.layout import NO_MOST
from otcpd.ui.pages.base import Desk
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.reading import Passage, Reading
from otcpd.ui.widgets.row_list import RowList

SIZE = (940, 640)
LIST_WIDTH = 360


class HistoryDialog(PanelDialog):
    """Looks the changes up once; bringing one back closes it, for the toast of the window has the way back."""

    def __init__(self, desk: Desk, activity: str, parent: QWidget) -> None:
        session = desk.session
        session.flush()
        title = session.record.activities.get(activity).title.strip() or common.NO_TITLE
        self.lines: dict[str, HistoryLine] = {one.id: one for one in entry_history(session.record, activity)}
        super().__init__(desk.theme, f"History of {quoted(title)}", _fact(list(self.lines.values())), SIZE, parent)
        self._desk = desk
        self._activity = activity
        theme = desk.theme
        self._in_detail = False
        self.list = RowList(theme, "Changes, the newest first")
        self.back = LinkButton(theme, "Back to the changes", "chevron-left")
        self.reading = Reading(theme, "The chosen change", fits=True)
        self.after = Reading(theme, "What it is now", fits=True)
        self.bring = Button(theme, "Bring back what was there", Kind.FILLED)
        self.note = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self._detail = QWidget()
        self._scroller = DownScroll(theme)
        self._build()
        self.list.chosen.connect(self._show)
        self.list.open_wanted.connect(self._to_detail)
        self.list.clicked.connect(self._on_clicked)
        self.back.clicked.connect(self._to_list)
        self.bring.clicked.connect(self._on_bring)
        self.list.show_rows(rows_of(self.lines.values(), session.record.clock.today()))
        self._show(self.list.chosen_key())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._in_detail:
            self._to_list()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._desk.theme
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(8))
        ways = QWidget()
        FlowLayout(ways, gap=2).addWidget(self.bring)
        for widget in (self.reading, ways, self.note, self.after):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroller.hold(inner)
        detail = QVBoxLayout(self._detail)
        detail.setContentsMargins(0, 0, 0, 0)
        detail.addWidget(self.back)
        detail.addWidget(self._scroller, 1)
        sides = QHBoxLayout()
        sides.setSpacing(theme.gap(24))
        sides.addWidget(self.list, 1)
        sides.addWidget(self._detail, 2)
        self.body.addLayout(sides, 1)

    def _fit(self) -> None:
        """Side by side, or taking turns where there is room for one."""
        roomy = self.roomy()
        self._in_detail = self._in_detail and not roomy
        self.back.setVisible(not roomy)
        self.sentence.setVisible(roomy or not self._in_detail)
        self.list.setVisible(roomy or not self._in_detail)
        self._detail.setVisible(roomy or self._in_detail)
        self.list.setMaximumWidth(round(self._desk.theme.px(LIST_WIDTH)) if roomy else NO_MOST)

    def _show(self, key: str) -> None:
        line = self.lines.get(key)
        self.reading.setVisible(line is not None)
        now: list[Passage] = []
        if line is not None:
            was, now = passages_of(line, self._desk.session.record.clock.today())
            self.reading.set_passages(was)
            self.after.set_passages(now)
            self.bring.setText(bring_words(line))
            self.bring.updateGeometry()
        self.after.setVisible(bool(now))
        self._scroller.verticalScrollBar().setValue(0)
        can = line is not None and line.can_come_back and not self._desk.session.read_only
        self.bring.setVisible(can)
        stands = line is not None and line.stands
        self.note.setText("It says this now." if stands else "")
        self.note.setVisible(stands)
        if line is not None:
            self.bring.setAccessibleDescription(f"{line.label} as it was before")

    def _on_clicked(self) -> None:
        if not self.roomy():
            self._to_detail(self.list.chosen_key())

    def _to_list(self) -> None:
        self._in_detail = False
        self._fit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_detail(self, _key: str) -> None:
        self._in_detail = True
        self._fit()
        self.reading.setFocus(Qt.FocusReason.TabFocusReason)  # who brings something back has seen what

    def _on_bring(self) -> None:
        line = self.lines.get(self.list.chosen_key())
        if line is None:
            return
        session = self._desk.session
        done = session.act(bring_back, self._activity, line.id)
        self.close()
        if done:
            self._desk.messages.offer_undo(f"{line.label} brought back", session.undo, passing=True)


def _fact(lines: list[HistoryLine]) -> str:
    if not lines:
        return "Nothing has changed yet."
    since = long_day(lines[-1].at.astimezone().date())
    return f"{tally(len(lines), 'change')} since {since}."
