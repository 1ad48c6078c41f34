"""A menu made for one occasion: words and what they do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from otcpd.ui.widgets.popup import FloatingMenu
from otcpd.ui.widgets.popup_place import place_of


class ChoiceMenu(FloatingMenu):
    """Goes for good once it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._doings: dict[QAction, Callable[[], object]] = {}
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    def offer(
        self,
        text: str,
        do: Callable[[], object],
        *,
        key: str = "",
        menu: QMenu | None = None,
        ticked: bool | None = None,
    ) -> None:
        """Offer something, in a menu of `submenu` if one is given. Texts show as they are, "&" included.

        `key` is shown beside it and nothing else: whatever has that key does so without a menu.
        """
        shown = text.replace("&", "&&")
        action = (menu or self).addAction(f"{shown}\t{key}" if key else shown)
        if ticked is not None:
            action.setCheckable(True)
            action.setChecked(ticked)
        self._doings[action] = do

    def submenu(self, text: str) -> QMenu:
        """A menu inside this one."""
        inner = FloatingMenu(self)
        inner.setTitle(text.replace("&", "&&"))
        self.addMenu(inner)
        return inner

    def open_below(self, widget: QWidget) -> None:
        """Show it below `widget`, with its first choice ready for Enter."""
        self.dress()  # before it is measured
        self.popup(place_of(self.sizeHint(), widget))
        if self.actions():
            self.setActiveAction(self.actions()[0])

    def _on_triggered(self, action: QAction) -> None:
        do = self._doings.get(action)
        if do is not None:
            do()
