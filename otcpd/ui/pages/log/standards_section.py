"""Which standards an activity speaks to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.actions import activities
from otcpd.catalogue import Framework, load_catalogue
from otcpd.domain.activity import Activity
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.section import Section
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.check import TickBox
from otcpd.ui.widgets.label import Label


class Standards(Section):
    """A tick box for every standard of the frameworks in force; those of older editions only where ticked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.column.setSpacing(0)
        self.boxes: dict[str, TickBox] = {}
        for framework in load_catalogue().frameworks:
            if framework.in_force:
                self._add(framework)

    def refresh(self, activity: Activity, *, other: bool) -> None:
        for ref, box in self.boxes.items():
            box.setChecked(ref in activity.standards)

    def _add(self, framework: Framework) -> None:
        theme = self.desk.theme
        if self.boxes:
            self.column.addSpacing(theme.gap(12))
        self.column.addWidget(Label(theme, framework.name, Role.LABEL, "ink2"))
        for standard in framework.standards:
            box = TickBox(theme, f"{standard.code}  {standard.label}")
            box.setAccessibleName(f"{framework.name} {standard.code}, {standard.label}")
            box.setToolTip(standard.label)
            box.setEnabled(not self.desk.session.read_only)
            box.clicked.connect(self._on_clicked)
            self.boxes[standard.ref] = box
            self.column.addWidget(box)

    def _on_clicked(self) -> None:
        if self.activity is None:
            return
        ticked = {ref for ref, box in self.boxes.items() if box.isChecked()}
        elsewhere = set(self.activity.standards) - set(self.boxes)
        self.desk.session.act(activities.set_standards, self.activity.id, ticked | elsewhere)
