"""Which icon stands for which category: alone, since a window needs it long before its first chart."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from otcpd.domain.activity import Category

CATEGORY_ICONS: Mapping[str, str] = MappingProxyType(
    {
        Category.WORK_BASED: "briefcase",
        Category.PROFESSIONAL: "rosette",
        Category.FORMAL: "mortar-board",
        Category.SELF_DIRECTED: "open-book",
        Category.OTHER: "heart",
        "": "note",
    }
)
"""Icons by the code of a category; "" is for what is not sorted yet."""
