"""The text of an e-mail (RFC 5322 and MIME), its attachments by name only."""

from __future__ import annotations

import binascii
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from html.parser import HTMLParser

from otcpd.exchange.decoding import decode

_SHOWN = ("Subject", "From", "To", "Cc", "Date")
_MOST_PARTS = 200
_UNSEEN = ("script", "style", "head", "title")
_BLOCKS = ("p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote")


def read_mail(data: bytes) -> str:
    """Subject, people, date, the words of the message, and the names of what is attached."""
    # compat32 and no newer policy: it reads headers as they are and so stumbles over none.
    message = BytesParser(policy=compat32).parsebytes(data)
    lines = [f"{name}: {header_words(message.get(name))}" for name in _SHOWN if message.get(name)]
    parts = [part for _number, part in zip(range(_MOST_PARTS), message.walk(), strict=False)]
    lines += ["", *_bodies(parts), *_attached(parts)]
    return "\n".join(lines).strip()


def _bodies(parts: list[Message]) -> Iterator[str]:
    plain = [part for part in parts if part.get_content_type() == "text/plain" and not _name(part)]
    rich = [part for part in parts if part.get_content_type() == "text/html" and not _name(part)]
    if plain:
        yield from (_body(part) for part in plain)
    else:
        yield from (_without_tags(_body(part)) for part in rich)


def _attached(parts: list[Message]) -> Iterator[str]:
    yield from (name for part in parts if (name := _name(part)))


def _name(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        # Parameters cut up by RFC 2231 and cut up wrongly; the standard library stumbles over some.
        return ""


def _body(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_param("charset")
    if isinstance(charset, str):
        try:
            return data.decode(charset)
        except (LookupError, ValueError):
            pass  # an unknown or a wrong name: then as other text
    return decode(data) or data.decode("ascii", "ignore")


def header_words(value: object) -> str:
    """A header with its encoded words read (RFC 2047), as far as they can be."""
    try:
        pieces = decode_header(str(value))
        read = "".join(piece if isinstance(piece, str) else _piece(piece, name) for piece, name in pieces)
    except (HeaderParseError, binascii.Error, ValueError):
        read = str(value)
    return " ".join(read.split())


def _piece(data: bytes, charset: str | None) -> str:
    """One encoded word. An unknown or a wrong charset is guessed, like that of other text."""
    try:
        return data.decode(charset or "latin-1")
    except (LookupError, ValueError):
        return decode(data) or data.decode("ascii", "replace")


class _Stripper(HTMLParser):
    """Keeps the words of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)


def _without_tags(html: str) -> str:
    stripper = _Stripper()
    try:
        stripper.feed(html)
        stripper.close()
    except AssertionError:
        pass  # the parser's own word for malformed declarations; what came before is kept
    lines = (" ".join(line.split()) for line in "".join(stripper.parts).split("\n"))
    return "\n".join(line for line in lines if line)
