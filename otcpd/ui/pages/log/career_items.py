"""Pillars of career frameworks, and other items of any framework, that an activity shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.framework import FrameworkKind
from otcpd.domain.frameworks import Frameworks
from otcpd.ui.letting_go import open_once
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import HANG
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.check import CHECK_SPACE, TickBox
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang

CHOOSE = "Link another item…"
ALSO = "Also linked"
MOST_PILLARS = 9
"""Of a framework with more, such as a role profile, items are chosen by search."""
_STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class ItemGroup(NamedTuple):
    """Items under the name of their framework: (reference, what it is called, what a screen reader says)."""

    name: str
    items: tuple[tuple[str, str, str], ...]


class CareerItems(QWidget):
    """A tick box for each, and a way to find others. It stands out at both sides by `HANG`.

    Tab stops once at each framework; the arrows go on from there.
    """

    linked = Signal(str, bool)
    """The reference of an item, and whether the activity shows it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: list[ItemGroup] | None = None
        self.boxes: dict[str, TickBox] = {}
        self._groups: list[list[TickBox]] = []
        self._parts: list[QWidget] = []
        self._whole = QWidget()
        self._inside = QVBoxLayout(self._whole)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._whole)
        self.choose = LinkButton(desk.theme, CHOOSE, "plus")
        below = QHBoxLayout()
        below.setContentsMargins(HANG - self.choose.side(), 0, HANG, 0)
        below.addWidget(self.choose)
        below.addStretch(1)
        self._column.addLayout(below)
        self.choose.setVisible(not desk.session.read_only)
        self.choose.clicked.connect(self._on_choose)

    def show_items(self, linked: Iterable[str], known: Iterable[str]) -> None:
        """Tick what is linked; `known` are the references that stand elsewhere."""
        ticked, elsewhere = set(linked), set(known)
        groups = item_groups(self._desk.session.frameworks.now(), ticked - elsewhere)
        if groups != self._shown:
            self._show(groups)
        for ref, box in self.boxes.items():
            box.setChecked(ref in ticked)

    def _show(self, groups: list[ItemGroup]) -> None:
        self._shown = groups
        for gone in self._parts:
            self._inside.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.boxes, self._groups, self._parts = {}, [], []
        for group in groups:
            part = QWidget(self._whole)
            column = QVBoxLayout(part)
            column.setContentsMargins(HANG, self._desk.theme.gap(12), HANG, 0)
            column.setSpacing(0)
            column.addWidget(Label(self._desk.theme, group.name, Role.LABEL, "ink2", wrap=True))
            self._groups.append([])
            for item in group.items:
                box = self._box(*item)
                column.addLayout(Overhang(box, fills=True, left=CHECK_SPACE, right=CHECK_SPACE))
            self._parts.append(part)
            self._inside.addWidget(part)

    def _box(self, ref: str, text: str, spoken: str) -> TickBox:
        box = TickBox(self._desk.theme, text)
        box.setAccessibleName(spoken)
        box.setToolTip(text)
        box.setProperty("ref", ref)
        box.setEnabled(not self._desk.session.read_only)
        box.clicked.connect(self._on_clicked)
        group = self._groups[-1]
        box.setFocusPolicy(Qt.FocusPolicy.ClickFocus if group else Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        group.append(box)
        self.boxes[ref] = box
        return box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        step = _STEPS.get(event.key()) if isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress else None
        group = next((one for one in self._groups if watched in one), None)
        if step is None or group is None or not isinstance(watched, TickBox):
            return super().eventFilter(watched, event)
        place = min(max(group.index(watched) + step, 0), len(group) - 1)
        group[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_clicked(self, on: bool) -> None:
        self.linked.emit(str(self.sender().property("ref")), on)

    def _on_choose(self) -> None:
        from otcpd.ui.pages.item_chooser import ItemChooser  # few link others

        chooser = ItemChooser(self._desk, self._desk.session.frameworks.now(), "Which item does it show?", self)
        chooser.picked.connect(self._on_picked)
        open_once(chooser)

    def _on_picked(self, item: str) -> None:
        self.linked.emit(item, True)


def item_groups(frameworks: Frameworks, linked: Iterable[str]) -> list[ItemGroup]:
    """The pillars of every career framework in force, then whatever else is linked: items below a pillar, of a role
    profile, of an older edition."""
    groups: list[ItemGroup] = []
    for one in frameworks.offered:
        if one.kind is FrameworkKind.CAREER and 0 < len(one.pillars) <= MOST_PILLARS:
            refs = [one.ref.item(item.code) for item in one.pillars]
            items = tuple((ref, frameworks.label(ref), f"{one.name}, {frameworks.label(ref)}") for ref in refs)
            groups.append(ItemGroup(one.name, items))
    shown = {item[0] for group in groups for item in group.items}
    rest = sorted(set(linked) - shown)
    if rest:
        told = tuple(
            (ref, f"{frameworks.label(ref)} ({frameworks.framework_name(ref)})", frameworks.label(ref)) for ref in rest
        )
        groups.append(ItemGroup(ALSO, told))
    return groups
