"""A field whose text stands for a value: read when one leaves it, never while one types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.domain.errors import OtcpdError
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.text_field import TextField

T = TypeVar("T")


class ParsedField(TextField, Generic[T]):
    """Text and value through `parse` and `show`, which are handed in.

    `committed` carries the new value (None for an empty field) when it differs from the last one;
    `problem` carries the sentence to show below, empty once all is well.
    """

    committed = Signal(object)
    problem = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parse: Callable[[str], T],
        show: Callable[[T], str],
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`parse` raises an OtcpdError for text that stands for no value."""
        super().__init__(theme, placeholder=placeholder, parent=parent)
        self._parse = parse
        self._show = show
        self._value: T | None = None
        self._resting = False
        self.doubt = ""
        """What is the matter with the text."""
        self.left.connect(self.commit)
        self.entered.connect(self.commit)

    def value(self) -> T | None:
        """The last good value."""
        return self._value

    def set_value(self, value: T | None) -> None:
        """Show a value, without telling anyone."""
        self._value = value
        self.set_text("" if value is None else self._show(value))
        self._tell("")

    def rest(self) -> None:
        """From now on nothing is read: what it would be read for is closed."""
        self._resting = True

    def refuse(self, value: T | None, sentence: str) -> None:
        """What was committed could not be kept, and `value` still holds: the text stays, with the reason."""
        self._value = value
        self._tell(sentence)

    def commit(self) -> bool:
        """Read the text now. False if it stands for no value; the text then stays as it is."""
        if self._resting:
            return True
        typed = self.text().strip()
        try:
            value = self._parse(typed) if typed else None
        except OtcpdError as problem:
            self._tell(problem.text)
            return False
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.committed.emit(value)
        return True

    def _tell(self, sentence: str) -> None:
        self.doubt = sentence
        self.set_wrong(bool(sentence))
        self.problem.emit(sentence)


class DurationField(ParsedField[int]):
    """Minutes, typed as people write them ("1 h 30", "90 min") through the parser handed in."""
