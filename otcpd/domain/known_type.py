"""A type of activity as reading a quick note needs it."""

from __future__ import annotations

from typing import NamedTuple

from otcpd.domain.activity import Category


class KnownType(NamedTuple):
    """A type that a line may name, by one of its `words` (phrases in lower case, hyphens as spaces).

    For a type of the person's own, code and label are the same text.
    """

    code: str
    label: str
    category: Category | None
    words: tuple[str, ...]
