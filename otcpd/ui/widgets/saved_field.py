"""A line of text that is saved when it is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.parsed_field import ParsedField

NO_NAME = "There is no name yet. The file still has the one before."


def one_line(text: str) -> str:
    """Single spaces."""
    return " ".join(text.split())


class SavedField(ParsedField[str]):
    """`committed` carries the new text, None once it is emptied. With `missing` it may not be empty: it says so."""

    def __init__(
        self,
        theme: Theme,
        parse: Callable[[str], str] = one_line,
        *,
        missing: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`parse` raises an OtcpdError for text that will not do."""
        super().__init__(theme, parse, str, placeholder=placeholder, parent=parent)
        self._missing = missing

    def commit(self) -> bool:
        if self._missing and not self.text().strip():
            self._tell(self._missing)
            return False
        return super().commit()
