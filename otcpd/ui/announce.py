"""Tells a screen reader what changed by itself: saved, counts, messages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


class Announcer(QObject):
    """The one voice of the window. `said` repeats every sentence, for tests and for the message history."""

    said = Signal(str)

    def say(self, source: QObject, sentence: str) -> None:
        """Have `sentence` read out politely, as coming from the widget `source`."""
        if not sentence:
            return
        event = QAccessibleAnnouncementEvent(source, sentence)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)
        self.said.emit(sentence)
