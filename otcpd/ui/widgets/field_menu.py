"""The menu of a field or a text (Undo, Cut, Copy, …), which Qt makes anew at each opening."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from otcpd.ui.theme.dressing import dress_menu
from otcpd.ui.widgets.popup import let_float


def open_field_menu(menu: QMenu, place: QPoint) -> None:
    """Show it in the look of our menus. It goes once it is closed."""
    let_float(menu)
    dress_menu(menu)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
