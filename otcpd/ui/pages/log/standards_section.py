"""Which standards and pillars an activity speaks to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from otcpd.actions import activities
from otcpd.actions.pathway.ladder import link_item
from otcpd.catalogue import Framework, load_catalogue
from otcpd.domain.activity import Activity
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.career_items import CareerItems
from otcpd.ui.pages.log.section import Section
from otcpd.ui.painting import HANG
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.check import CHECK_SPACE, TickBox
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang

_STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class Standards(Section):
    """A tick box for every standard of the frameworks in force, then pillars, and whatever else is linked.

    Tab stops once at each framework; the arrows go on from there.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.column.setSpacing(0)
        self.boxes: dict[str, TickBox] = {}
        self._groups: list[list[TickBox]] = []
        for framework in load_catalogue().frameworks:
            if framework.in_force:
                self._add(framework)
        self.career = CareerItems(desk)
        self.column.addLayout(Overhang(self.career, fills=True, left=HANG, right=HANG))
        self.career.linked.connect(self._on_linked)

    def refresh(self, activity: Activity, *, other: bool) -> None:
        for ref, box in self.boxes.items():
            box.setChecked(ref in activity.standards)
        self.career.show_items(activity.standards, self.boxes)

    def _add(self, framework: Framework) -> None:
        theme = self.desk.theme
        if self.boxes:
            self.column.addSpacing(theme.gap(12))
        self.column.addWidget(Label(theme, framework.name, Role.LABEL, "ink2"))
        group: list[TickBox] = []
        self._groups.append(group)
        for standard in framework.standards:
            box = TickBox(theme, f"{standard.code}  {standard.label}")
            box.setAccessibleName(f"{framework.name} {standard.code}, {standard.label}")
            box.setToolTip(standard.label)
            box.setEnabled(not self.desk.session.read_only)
            box.clicked.connect(self._on_clicked)
            box.setFocusPolicy(Qt.FocusPolicy.ClickFocus if group else Qt.FocusPolicy.StrongFocus)
            box.installEventFilter(self)
            group.append(box)
            self.boxes[standard.ref] = box
            self.column.addLayout(Overhang(box, fills=True, left=CHECK_SPACE, right=CHECK_SPACE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        step = _STEPS.get(event.key()) if isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress else None
        group = next((one for one in self._groups if watched in one), None)
        if step is None or group is None or not isinstance(watched, TickBox):
            return super().eventFilter(watched, event)
        place = min(max(group.index(watched) + step, 0), len(group) - 1)
        group[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_clicked(self) -> None:
        if self.activity is None:
            return
        ticked = {ref for ref, box in self.boxes.items() if box.isChecked()}
        elsewhere = set(self.activity.standards) - set(self.boxes)
        self.desk.session.act(activities.set_standards, self.activity.id, ticked | elsewhere)

    def _on_linked(self, item: str, on: bool) -> None:
        if self.activity is not None:
            self.desk.session.act(link_item, self.activity.id, item, on=on)
