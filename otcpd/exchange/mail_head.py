"""What an e-mail (RFC 5322) says at its head: subject, day and sender. Broken ones say less, and never fail."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import parseaddr, parsedate_tz

from otcpd.exchange.mail_text import header_words

HEAD = 256 * 1024
"""Bytes at the beginning of a message that are looked into: heads are shorter."""
_ANSWER = re.compile(r"^(?:(?:re|fw|fwd|aw|wg|antw)(?:\[[0-9]+\])?\s*:\s*)+", re.IGNORECASE)
_NO_YEAR = re.compile(r"(?:\w+-)*0[0-9]{3}")
"""A year of four figures before 1000; zones have a sign before their four figures, and times a colon."""


@dataclass(frozen=True, slots=True)
class MailHead:
    """Empty texts and None stand for what the message does not say, or not legibly."""

    subject: str = ""
    day: date | None = None
    """The day on the sender's own calendar."""
    sender: str = ""
    """The name as written, "Fiona Larch" or "Larch, Fiona"; empty where only an address stands."""


def read_mail_head(data: bytes) -> MailHead:
    """The head of a message from its first bytes."""
    # compat32 and no newer policy: it reads headers as they are and so stumbles over none.
    message = BytesHeaderParser(policy=compat32).parsebytes(data[:HEAD])
    subject = _ANSWER.sub("", header_words(message.get("Subject") or ""))
    return MailHead(subject.strip(), _day(message), _sender(message))


def names_of(sender: str) -> tuple[str, ...]:
    """The ways in which the sender may stand in a list of people: as written, and with the surname last."""
    bare = re.sub(r"\s*[(\[].*$", "", sender).strip()  # "Larch, Fiona (Adult Services)"
    surname, comma, first = bare.partition(",")
    turned = f"{first.strip()} {surname.strip()}".strip() if comma else ""
    return tuple(dict.fromkeys(name for name in (sender, bare, turned) if name))


def _day(message: Message) -> date | None:
    text = str(message.get("Date") or "")
    if any(_NO_YEAR.fullmatch(part) for part in text.replace(",", " ").split()):
        return None  # the standard library takes ‘0001’ for 2001
    try:
        found = parsedate_tz(text)
        return date(*found[:3]) if found else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _sender(message: Message) -> str:
    # The address first, then the encoded words of the name: a decoded comma would cut the name in two.
    try:
        name, _address = parseaddr(str(message.get("From") or ""))
    except (ValueError, TypeError, IndexError):
        return ""
    return header_words(name)
