"""Values of BibTeX as plain text: accents, dashes, quotes and what braces protect."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from otcpd.exchange.references_text import plain

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

_MARKED = re.compile(r"[\\{}$~`]|--|''")
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_BARE_DOLLAR = re.compile(r"(?<!\\)\$")
_BRACES = re.compile(r"(?<!\\)[{}]")
_ESCAPED = re.compile(r"\\([#$%&_{}~])")
_DEEPEST = 30
"""Braces within braces: deeper ones are no text of anybody, and are taken away unread."""


def plain_latex(value: str) -> str:
    """A value without LaTeX."""
    if not _MARKED.search(value):
        return plain(value)
    # A percent sign is one here, and no comment; a single dollar is money, and no formula.
    text = _BARE_PERCENT.sub(r"\\%", value)
    if len(_BARE_DOLLAR.findall(text)) % 2:
        text = _BARE_DOLLAR.sub(r"\\$", text)
    if _depth(text) > _DEEPEST:
        return plain(_BRACES.sub("", _ESCAPED.sub(r"\1", text)))
    return plain(str(_decoder().latex_to_text(text, tolerant_parsing=True)))


def plain_address(value: str) -> str:
    """An address or a number: nothing in it is LaTeX but braces and escaped signs."""
    return plain(_BRACES.sub("", _ESCAPED.sub(r"\1", value.replace("\\url", ""))))


@cache
def _decoder() -> LatexNodes2Text:
    import logging

    from pylatexenc.latex2text import LatexNodes2Text

    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL + 1)  # it tells of what it put right
    return LatexNodes2Text(math_mode="text", strict_latex_spaces=False)


def _depth(text: str) -> int:
    depth = deepest = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        deepest = max(deepest, depth)
    return max(deepest, text.count("\\begin"), text.count("["))
