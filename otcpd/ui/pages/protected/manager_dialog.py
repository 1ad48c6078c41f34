"""The dialog that makes the page for a line manager: choose, see exactly what leaves, save."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.supervision.manager_paper import manager_content
from otcpd.domain.dates import check_order, long_day, parse_day
from otcpd.domain.errors import OtcpdError
from otcpd.domain.period import Period
from otcpd.domain.protected_balance import usual_period
from otcpd.portfolio.papers.content import ManagerPaper
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected.leaves import Leaves, what_leaves
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.papers.preview import PaperPreview
from otcpd.ui.papers.saver import PaperSaver
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.text_field import TextField

TITLE = "A page for my manager"
SENTENCE = "Facts only. What you see here is exactly what leaves, and nothing is sent."
SIZE = (1080, 760)
FORM = 400
"""Logical pixels of the form, where the page stands beside it."""
SIX, TWELVE, OWN = "6", "12", "own"
PERIODS = ((SIX, "The last 6 months"), (TWELVE, "The last 12 months"), (OWN, "Own days"))
PERIOD, FOR_WHOM, HELP = "Which months", "Who it is for", "What would help"
HELP_HINT = "One plain sentence, such as: Could duty be kept off Friday afternoons?"
LEAVES, STAYS = "What leaves", "What stays here"
SAVE = "Save the page"


class ManagerDialog(PanelDialog):
    """Show it with `open_once`. Nothing of it is kept: the next page begins with six months again."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, TITLE, SENTENCE, SIZE, parent)
        self._desk = desk
        theme, clock = desk.theme, desk.session.services.clock
        usual = usual_period(clock.today())
        self.period = ComboBox(theme, PERIODS)
        self.period.set_value(SIX)
        self.start = DateField(theme, self._parse_day, long_day, clock.today)
        self.end = DateField(theme, self._parse_day, long_day, clock.today)
        self.start.set_value(usual.start)
        self.end.set_value(clock.today())
        self.manager = TextField(theme)
        self.help = LongText(theme)
        self.save = Button(theme, SAVE, Kind.FILLED, icon="download")
        self.saver = PaperSaver(desk, SAVE, self.save)
        self.preview = PaperPreview(desk)
        self._end_form = FormField(theme, "To", self.end)
        self._own = QWidget()
        self._leaves = QVBoxLayout()
        self._told: tuple[Leaves, ...] = ()
        self._left, self._foot = QWidget(), QWidget()
        self._inner = QVBoxLayout()
        self._build()
        self._connect()
        self.content: ManagerPaper | None = None
        """What leaves."""
        self.manager.set_text(manager_content(desk.session.record, usual).manager)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        theme = self._desk.theme
        days = RowOrColumn(theme, gap=14, below=12, at_top=True)
        days.add(FormField(theme, "From", self.start), least=LEAST_DAY - 20)
        days.add(self._end_form, least=LEAST_DAY - 20)
        self._own.setLayout(days)
        self._leaves.setSpacing(theme.gap(4))
        inner = QWidget()
        column = self._inner
        inner.setLayout(column)
        column.setContentsMargins(RING_SPACE, RING_SPACE, theme.gap(12), RING_SPACE)
        column.setSpacing(theme.gap(12))
        for widget in (
            FormField(theme, PERIOD, self.period),
            self._own,
            FormField(theme, FOR_WHOM, self.manager, optional=True),
            FormField(theme, HELP, self.help, optional=True, help_text=HELP_HINT),
        ):
            column.addWidget(widget)
        column.addLayout(self._leaves)
        column.addStretch(1)
        holder = QVBoxLayout(self._left)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.setSpacing(theme.gap(8))
        holder.addWidget(DownScroll(theme, inner, steady=True), 1)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, theme.gap(12), 0)
        foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.saver)
        holder.addWidget(self._foot)
        row = QHBoxLayout()
        row.setSpacing(theme.gap(16))
        row.addLayout(Overhang(self._left, fills=True, right=0))
        row.addWidget(self.preview, 1)
        self.body.addLayout(row)
        self._own.hide()

    def _connect(self) -> None:
        self.period.chosen.connect(self._on_period)
        for field in (self.start, self.end):
            field.committed.connect(self._on_changed)
        self.manager.edited.connect(self._on_typed)
        self.help.edited.connect(self._on_typed)
        self.save.clicked.connect(self._on_save)

    def _fit(self) -> None:
        """The page stands beside the form where there is room; the words of what leaves are there in any case.

        Without that room the buttons scroll with the form, or little would be left of it.
        """
        roomy = self.width() / self._desk.theme.factor >= 2 * FORM
        self.preview.setVisible(roomy)
        place, holder = self._inner, self._left.layout()
        if roomy and holder is not None:
            holder.addWidget(self._foot)
        elif place.indexOf(self._foot) < 0:
            place.insertWidget(place.count() - 1, self._foot)
        if roomy:
            self._left.setFixedWidth(round(self._desk.theme.px(FORM)))
        else:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(self.maximumWidth())

    def _chosen_period(self) -> Period | None:
        """None, with a sentence below a field, while the days are none."""
        today = self._desk.session.services.clock.today()
        if self.period.value() != OWN:
            return usual_period(today, int(self.period.value()))
        start, end = self.start.value(), self.end.value()
        if start is None or end is None or self.start.doubt or self.end.doubt:
            return None
        try:
            check_order(start, end)
        except OtcpdError as error:
            self._end_form.set_problem(error.text)
            return None
        self._end_form.set_problem("")
        return Period(start, end)

    def _refresh(self) -> None:
        period = self._chosen_period()
        if period is None:
            return
        try:
            self.content = manager_content(self._desk.session.record, period, manager="")
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return
        self._on_typed()

    def _on_typed(self, _text: str = "") -> None:
        """Only her own words are other: nothing is read from the file for each letter."""
        if self.content is None:
            return
        manager, would_help = (" ".join(field.text().split()) for field in (self.manager, self.help))
        self.content = replace(self.content, manager=manager, would_help=would_help)
        self._show_leaves(what_leaves(self.content))
        self.preview.show_paper(self.content)
        self.saver.put_away()

    def _show_leaves(self, lines: tuple[Leaves, ...]) -> None:
        if lines == self._told:
            return
        self._told = lines
        theme = self._desk.theme
        while (item := self._leaves.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for head, stays in ((LEAVES, False), (STAYS, True)):
            if stays:
                self._leaves.addSpacing(theme.gap(8))
            self._leaves.addWidget(Label(theme, head, Role.LABEL))
            for line in lines:
                if line.stays is stays:
                    self._leaves.addWidget(IconLine(theme, "lock" if stays else "tick", line.text, wrap=True))

    def _parse_day(self, text: str) -> date:
        return parse_day(text, self._desk.session.services.clock.today())

    def _on_period(self, key: str) -> None:
        self._own.setVisible(key == OWN)
        self._refresh()
        if key == OWN:
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, *_value: object) -> None:
        self._refresh()

    def _on_save(self) -> None:
        good = [self.start.commit(), self.end.commit()]
        if self._chosen_period() is None or not all(good):
            self.start.setFocus()
        elif self.content is not None:
            self.saver.save(self.content)
