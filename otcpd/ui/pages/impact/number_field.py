"""A field for a number, typed as people write them."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.impacts import MOST_PEOPLE
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.numbers import parse_number, show_number
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.parsed_field import ParsedField


class NumberField(ParsedField[Decimal]):
    """Any number: "12,5", "1,200", "12 1/2"."""

    def __init__(self, theme: Theme, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parse_number, show_number, placeholder=placeholder, parent=parent)


class CountField(ParsedField[int]):
    """How many people."""

    def __init__(self, theme: Theme, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parse_count, show_count, placeholder=placeholder, parent=parent)


class WordsField(ParsedField[str]):
    """A few words, kept when the field is left: they may come from a suggestion."""

    def __init__(self, theme: Theme, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, one_spacing, one_spacing, placeholder=placeholder, parent=parent)


def parse_count(text: str) -> int:
    """A whole number, from nought to a million. Raises NotAcceptable for anything else."""
    number = parse_number(text)
    if number != number.to_integral_value() or not 0 <= number <= MOST_PEOPLE:
        raise NotAcceptable(
            f"How many people it reached is a whole number up to {MOST_PEOPLE:,}.",
            next_step="Leave it empty if unsure.",
        )
    return int(number)


def show_count(number: int) -> str:
    """ "1,200"."""
    return f"{number:,}"


def one_spacing(text: str) -> str:
    """The words with one space between them."""
    return " ".join(text.split())
