"""Suggests words below a line while somebody types."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView

from otcpd.ui.theme.dressing import dress
from otcpd.ui.theme.stylesheet import Worn
from otcpd.ui.widgets.text_field import TextField


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
    return known
