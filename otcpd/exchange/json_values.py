"""Reads values out of JSON, strictly and in words a person understands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from datetime import datetime

from otcpd.domain.dates import from_iso
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange.json_shape import (
    MOST,
)

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DECIMAL = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")


def refusal(where: str, what: str) -> NotAcceptable:
    """The error for JSON that is not as it should be; `where` leads to the place."""
    return NotAcceptable(
        f"The JSON cannot be taken in: {f'{where}: ' if where else ''}{what}",
        "Nothing was changed.",
        "Export it again with otcpd, or put that place right.",
    )


class Place:
    """One object of the JSON, with the words that lead a reader to it.

    Every read marks its key; `done` complains of keys that nobody read.
    """

    def __init__(self, value: object, where: str) -> None:
        self.where = where
        if not isinstance(value, dict):
            raise refusal(where, "this is not an object in braces.")
        self._values: dict[str, object] = value
        self._read: set[str] = set()

    def wrong(self, what: str) -> NotAcceptable:
        """The error for something wrong here."""
        return refusal(self.where, what)

    def raw(self, key: str) -> object:
        """The value as it stands, None if it is missing."""
        self._read.add(key)
        return self._values.get(key)

    def has(self, key: str) -> bool:
        """Whether the field is there."""
        return key in self._values

    def passed_over(self, *keys: str) -> None:
        """Fields that only repeat what stands elsewhere."""
        self._read.update(keys)

    def done(self) -> None:
        """Raises NotAcceptable if there are fields that nobody knows."""
        unknown = sorted(set(self._values) - self._read)
        if unknown:
            raise self.wrong(f"otcpd does not know the field ‘{shown(unknown[0])}’.")

    def maybe(self, key: str, read: Callable[[str], str]) -> str | None:
        """A value that may be null or missing."""
        return None if self.raw(key) is None else read(key)

    def text(self, key: str) -> str:
        """A text; empty if it is missing."""
        value = self.raw(key)
        return "" if value is None and key not in self._values else plain_text(value, self.where, key)

    def word(self, key: str, allowed: Collection[str]) -> str:
        """One of the words `allowed`."""
        value = self._needed(key)
        if value not in allowed:
            raise self.wrong(f"‘{key}’ is ‘{shown(value)}’ and should be one of: {', '.join(allowed)}.")
        return value

    def day(self, key: str) -> str:
        """A day, as in 2026-11-19."""
        return self.check_day(key, self._needed(key))

    def check_day(self, key: str, value: str) -> str:
        """A day that stands under `key`, as in 2026-11-19."""
        try:
            return from_iso(value).isoformat()
        except NotAcceptable as error:
            raise self.wrong(f"‘{key}’: {error.happened}") from error

    def decimal(self, key: str) -> str:
        """A number as text, as in 12.5."""
        value = self._needed(key)
        if not _DECIMAL.fullmatch(value):
            raise self.wrong(f"‘{key}’ is ‘{shown(value)}’ and no number such as 12.5.")
        return value

    def code(self, key: str) -> str:
        """A text without the signs that part a reference; empty if it is missing."""
        value = self.text(key)
        if "@" in value or ":" in value:
            raise self.wrong(f"‘{key}’ is ‘{shown(value)}’ and holds @ or a colon.")
        return value

    def time(self, key: str) -> str:
        """A time of day, as in 14:30."""
        value = self._needed(key)
        if not _TIME.fullmatch(value):
            raise self.wrong(f"‘{key}’ is ‘{shown(value)}’ and no time of day such as 14:30.")
        return value

    def instant(self, key: str) -> str:
        """An instant, as in 2026-11-19T08:30:00.000Z."""
        value = self._needed(key)
        if _INSTANT.fullmatch(value):
            try:
                datetime.fromisoformat(value)
            except ValueError as error:
                raise self._no_instant(key, value) from error
            return value
        raise self._no_instant(key, value)

    def _no_instant(self, key: str, value: str) -> NotAcceptable:
        return self.wrong(f"‘{key}’ is ‘{shown(value)}’ and no instant such as 2026-11-19T08:30:00.000Z.")

    def ident(self, key: str) -> str:
        """An id: a UUID in small letters."""
        return ident(self._needed(key), self.where, key)

    def sha256(self, key: str) -> str:
        """A SHA-256 in hex, or nothing where the file was erased for good."""
        value = self.text(key)
        if value and not _SHA256.fullmatch(value):
            raise self.wrong(f"‘{key}’ is no SHA-256 in hex.")
        return value

    def count(self, key: str, least: int = 0, most: int = MOST) -> int:
        """A whole number from `least` to `most`; 0 if it is missing, where that may be."""
        value = self.raw(key)
        if value is None and key not in self._values and least == 0:
            return 0
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            bounds = f"from {least} on" if most == MOST else f"from {least} to {most}"
            raise self.wrong(f"‘{key}’ is no whole number {bounds}.")
        return value

    def maybe_count(self, key: str) -> int | None:
        """A whole number from 0 on, or None."""
        return None if self.raw(key) is None else self.count(key)

    def switch(self, key: str) -> int:
        """1 for true, 0 for false; false if it is missing."""
        value = self.raw(key)
        if value is None and key not in self._values:
            return 0
        if not isinstance(value, bool):
            raise self.wrong(f"‘{key}’ is neither true nor false.")
        return int(value)

    def texts(self, key: str) -> list[str]:
        """A list of texts, none of them twice."""
        found = [plain_text(value, self.where, key) for value in self._list(key)]
        if len(set(found)) < len(found):
            raise self.wrong(f"‘{key}’ has something twice.")
        return found

    def idents(self, key: str) -> list[str]:
        """A list of ids, none of them twice."""
        return [ident(value, self.where, key) for value in self.texts(key)]

    def places(self, key: str, word: str) -> list[Place]:
        """A list of objects, each called `word` and its number."""
        start = f"{self.where}, " if self.where else ""
        return [Place(value, f"{start}{word} {number}") for number, value in enumerate(self._list(key), 1)]

    def inside(self, key: str) -> Place:
        """The object under `key`; an empty one if it is missing."""
        return Place(self.mapping(key), f"{self.where}, {key}")

    def mapping(self, key: str) -> dict[str, object]:
        """An object whose keys are data; empty if it is missing."""
        value = self.raw(key)
        if value is None and key not in self._values:
            return {}
        if not isinstance(value, dict):
            raise self.wrong(f"‘{key}’ is not an object in braces.")
        return {plain_text(name, self.where, key): held for name, held in value.items()}

    def _list(self, key: str) -> list[object]:
        value = self.raw(key)
        if value is None and key not in self._values:
            return []
        if not isinstance(value, list):
            raise self.wrong(f"‘{key}’ is not a list.")
        return value

    def _needed(self, key: str) -> str:
        if self.raw(key) is None:
            raise self.wrong(f"‘{key}’ is missing.")
        return self.text(key)


def plain_text(value: object, where: str, key: str) -> str:
    """A text in NFC. Raises NotAcceptable for anything else, and for halves of characters."""
    if not isinstance(value, str):
        raise refusal(where, f"‘{shown(key)}’ is not a text.")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise refusal(where, f"‘{shown(key)}’ holds half a character.") from error
    return unicodedata.normalize("NFC", value)


def ident(value: str, where: str, key: str) -> str:
    """An id: a UUID in small letters."""
    if not _UUID.fullmatch(value):
        raise refusal(where, f"‘{shown(key)}’ is ‘{shown(value)}’ and no id.")
    return value


def shown(text: str) -> str:
    """The beginning of a text, fit for an error: one line, nothing that cannot be printed."""
    line = " ".join(text.encode("utf-8", "replace").decode().split())
    return line if len(line) <= 60 else line[:59] + "…"
