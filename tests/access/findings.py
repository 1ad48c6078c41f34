"""What a walker finds, and how it says where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QWidget


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is not as it should be: the rule, where, and what."""

    rule: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.where}: {self.what}"


def told(found: Mapping[Finding, Sequence[str]]) -> str:
    """All of them, those of one rule together, each with the first of the states in which it was seen."""
    lines = [f"{finding} [{len(found[finding])}, {found[finding][0]}]" for finding in sorted(found)]
    return "\n".join([f"{len(lines)} findings", *lines])


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it. On Linux Qt gives a drop-down its choice as name and its label beside it."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def called(widget: QWidget) -> str:
    """A widget for a finding: its class, what it says, and in what it stands."""
    holders: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(holders) < 2:
        if type(parent).__module__.startswith("otcpd."):
            holders.append(type(parent).__name__)
        parent = parent.parentWidget()
    said = name_of(widget) or str(widget.property("text") or "") or widget.objectName()
    inside = f" in {' in '.join(holders)}" if holders else ""
    return f"{type(widget).__name__} ‘{said}’{inside}"
