"""What an item of a framework can stand below, to choose from."""

from __future__ import annotations

from otcpd.domain.framework import Framework
from otcpd.domain.words import shortened
from otcpd.ui.pages.frameworks import words

_MOST = 60
"""So many are offered: in a larger framework those alone that something stands below already."""
_MOST_LETTERS = 60


def parent_choices(framework: Framework, chosen: str, without: str = "") -> list[tuple[str, str]]:
    """Pairs of code and words, what stands deeper further in; `chosen` is always among them, and what stands below
    `without` never."""
    depths: dict[str, int] = {}
    barred = {without} if without else set()
    found = [("", words.TOP)]
    many = len(framework.items) > _MOST
    for item in framework.items:
        depths[item.code] = depths.get(item.parent, -1) + 1
        if item.parent in barred:
            barred.add(item.code)
        wanted = not item.retired and (not many or item.code in framework.children or not item.parent)
        if item.code not in barred and (item.code == chosen or (wanted and len(found) <= _MOST)):
            label = shortened(item.label, _MOST_LETTERS)
            found.append((item.code, f"{' ' * depths[item.code]}{item.code}  {label}"))
    return found
