"""GIF without comments and the notes of programs; its pictures untouched."""

from __future__ import annotations

from otcpd.portfolio.evidence.stripping.plan import Data, NotStripped, Part

_EXTENSION, _PICTURE, _END = 0x21, 0x2C, 0x3B
_COMMENT, _APPLICATION = 0xFE, 0xFF
_APPLICATIONS_THAT_DRAW = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
"""How often it plays, and its colour profile."""


def strip_gif(data: Data) -> list[Part]:
    """Raises NotStripped for what is no GIF, or not all of it (GIF89a, 1990)."""
    if data[:6] not in (b"GIF87a", b"GIF89a") or len(data) < 13:
        raise NotStripped
    at = 13 + _table(data[10])
    plan: list[Part] = [range(at)]
    while True:
        kind = _byte(data, at)
        if kind == _END:
            return [*plan, b";"]
        if kind == _PICTURE:
            stop = _end_of_blocks(data, at + 11 + _table(_byte(data, at + 9)))
            plan.append(range(at, stop))
        elif kind == _EXTENSION:
            stop = _end_of_blocks(data, at + 2)
            if _draws(_byte(data, at + 1), data[at + 3 : at + 14]):
                plan.append(range(at, stop))
        else:
            raise NotStripped
        at = stop


def _draws(label: int, name: bytes) -> bool:
    return name in _APPLICATIONS_THAT_DRAW if label == _APPLICATION else label != _COMMENT


def _table(flags: int) -> int:
    """Bytes of a table of colours."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _end_of_blocks(data: Data, at: int) -> int:
    while size := _byte(data, at):
        at += size + 1
    return at + 1


def _byte(data: Data, at: int) -> int:
    if at >= len(data):
        raise NotStripped
    return data[at]
