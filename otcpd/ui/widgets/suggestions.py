"""Suggests words below a line while somebody types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QListView

from otcpd.ui.theme.dressing import dress
from otcpd.ui.theme.stylesheet import Worn
from otcpd.ui.widgets.text_field import TextField

_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons why a line loses the focus that do not mean that somebody leaves it."""


def suggest(field: TextField) -> QStringListModel:
    """What is in the model can be picked below the field; it holds the words typed, wherever they stand."""
    known = QStringListModel(field)
    completer = QCompleter(known, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    popup = QListView()
    dress(popup, field.theme, Worn.POPUP)
    completer.setPopup(popup)
    field.line.setCompleter(completer)
    field.line.installEventFilter(_Leaving(popup, completer))
    return known


class _Leaving(QObject):
    """Puts the suggestions away when somebody tabs on: Qt would keep it from the field that it was left."""

    def __init__(self, popup: QListView, completer: QCompleter) -> None:
        super().__init__(completer)
        self._popup = popup

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            self._popup.hide()
        return False
