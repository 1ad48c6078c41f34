"""Sizes of files in words."""

from __future__ import annotations

KB, MB = 1_000, 1_000_000
"""Thousands, as the prefixes mean and as macOS and Linux show them. Windows counts in 1,024 and shows a little less."""


def size_in_words(count: int, *, like: int | None = None) -> str:
    """Bytes in the unit that suits: "800 bytes", "120 KB", "1.4 MB"; or in the unit that suits `like`."""
    unit = count if like is None else like
    if unit < KB:
        return f"{count} bytes" if count != 1 else "1 byte"
    if unit < MB - KB // 2:
        return f"{round(count / KB)} KB"
    return f"{count / MB:,.1f} MB"
