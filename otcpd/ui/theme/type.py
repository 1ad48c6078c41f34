"""Type: the roles text can have, in pixels at 100 % text size."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QFont

FAMILIES = ("Segoe UI Variable Text", "Segoe UI", "Inter", "Noto Sans")
"""In order of preference; the last two may be ours, see `fonts.py`."""

TEXT_SIZES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""The steps of the setting "Text size"."""


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size and line height in pixels at 100 %, and whether the weight is 600 instead of 400."""

    size: int
    line: int
    strong: bool


class Role(Enum):
    """What a text is for."""

    WELCOME = TypeStyle(34, 43, strong=True)
    PAGE_TITLE = TypeStyle(27, 34, strong=True)
    PAGE_TITLE_NARROW = TypeStyle(22, 30, strong=True)
    DETAIL_TITLE = TypeStyle(20, 27, strong=True)
    CARD_TITLE = TypeStyle(17, 24, strong=True)
    BODY = TypeStyle(15, 22, strong=False)
    BODY_STRONG = TypeStyle(15, 22, strong=True)
    WHY = TypeStyle(14, 20, strong=False)
    LABEL = TypeStyle(14, 20, strong=True)
    META = TypeStyle(13, 18, strong=False)
    META_STRONG = TypeStyle(13, 18, strong=True)


def font(role: Role, factor: float) -> QFont:
    """The font of a role at a text size factor."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(round(role.value.size * factor))
    made.setWeight(QFont.Weight.DemiBold if role.value.strong else QFont.Weight.Normal)
    return made
