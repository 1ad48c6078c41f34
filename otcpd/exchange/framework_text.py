"""Texts of frameworks as plain words: published files have HTML and Markdown in them."""

from __future__ import annotations

import html
import re

from otcpd.domain.plain_text import storable
from otcpd.exchange.decoding import clean

_UNSEEN = re.compile(
    r"<!--.{0,4000}?-->|<(script|style)\b[^<>]{0,200}>.{0,4000}?</\1\s{0,9}>", re.DOTALL | re.IGNORECASE
)
_LINE_ENDS = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6]|/ul|/ol|hr)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]{0,2000}>|<![^<>]{0,2000}>", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)")
_HEADING = re.compile(r"^ {0,3}#{1,6} +", re.MULTILINE)
_QUOTE = re.compile(r"^ {0,3}> ?", re.MULTILINE)
_BULLET = re.compile(r"^( {0,9})[*+] +", re.MULTILINE)
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000})(?<=[^\s*])\1(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,2000})(?<=[^\s_])\1(?![\w_])")
_CODE = re.compile(r"`{1,3}([^`\n]{1,2000})`{1,3}")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def tidy(text: str) -> str:
    """The text without controls and without blanks at its ends: as a CPD file keeps it."""
    return clean(storable(clean(text))).strip()


def plain(text: str) -> str:
    """What a person reads where a program would show HTML or Markdown. What only looks like either stays."""
    text = clean(text)
    if "<" in text:
        text = _TAG.sub("", _LINE_ENDS.sub("\n", _UNSEEN.sub("", text)))
    if "&" in text:
        text = clean(html.unescape(text))
    for pattern, kept in ((_HEADING, ""), (_QUOTE, ""), (_BULLET, r"\1- "), (_LINK, r"\1"), (_CODE, r"\1")):
        text = pattern.sub(kept, text)
    for pattern in (_STRONG, _UNDERLINED):
        text = pattern.sub(r"\2", text)
    text = _ESCAPED.sub(r"\1", text)
    lines = (_BLANKS.sub(" ", line).rstrip() for line in text.split("\n"))
    return tidy(_EMPTY_LINES.sub("\n\n", "\n".join(lines)))
