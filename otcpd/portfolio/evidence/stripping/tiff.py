"""TIFF with nothing but its pictures: all else becomes zeros, in place, so that no pixel is touched."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from otcpd.portfolio.evidence.stripping.exif import Order, byte_order
from otcpd.portfolio.evidence.stripping.plan import Data, NotStripped, Part

_DRAW = frozenset(
    {254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284}
    | {286, 287, 290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 330, 332, 334}
    | {336, 338, 339, 340, 341, 342, 347, 529, 530, 531, 532, 34675}
)
"""Tags that say how a picture is packed and looks: TIFF 6.0, its supplements, and the colour profile."""

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of a value of each type."""

_COMPRESSION, _COLOURS, _MORE = 259, 262, 330
_STRIPS = ((273, 279), (324, 325))
"""Tags of the places and the lengths of strips and tiles."""

_COMPRESSIONS = frozenset({1, 2, 3, 4, 5, 7, 8, 32773, 32771, 32946, 34925, 50000})
_COLOUR_SPACES = frozenset({0, 1, 2, 3, 4, 5, 6, 8, 9, 10})
"""Others are raw pictures of cameras, which are nothing without the notes of their makers."""

_MOST_IFDS = 10_000


@dataclass(frozen=True, slots=True)
class _Entry:
    tag: int
    kind: int
    count: int
    raw: bytes
    place: int


@dataclass(slots=True)
class _Kept:
    """Stretches of the file that stay, and the directories that are written anew, by where they begin."""

    stretches: list[tuple[int, int]] = field(default_factory=list)
    directories: dict[int, bytes] = field(default_factory=dict)


def strip_tiff(data: Data) -> list[Part]:
    """Raises NotStripped for what is no TIFF, or one that our list of tags does not tell the whole of."""
    order = byte_order(data[:4])
    if order is None:
        raise NotStripped
    kept = _Kept([(0, 8)])
    waiting = [_number(data, 4, 4, order)]
    while waiting:
        at = waiting.pop()
        if at == 0 or at in kept.directories:
            continue
        if len(kept.directories) >= _MOST_IFDS:
            raise NotStripped
        waiting += _keep_directory(data, at, order, kept)
    return _plan(kept)


def _keep_directory(data: Data, at: int, order: Order, kept: _Kept) -> list[int]:
    """Keeps one directory and what it leads to. Gives where further ones begin."""
    count = _number(data, at, 2, order)
    stop = at + 2 + 12 * count
    entries = [_entry(data, place, order) for place in range(at + 2, stop, 12)]
    drawing = {entry.tag: entry for entry in entries if entry.tag in _DRAW}
    values = {tag: _values(data, entry, order) for tag, entry in drawing.items() if tag in _LEAD_ON}
    if not (_known(values, _COMPRESSION, _COMPRESSIONS) and _known(values, _COLOURS, _COLOUR_SPACES)):
        raise NotStripped
    for entry in drawing.values():
        size = _size(entry)
        if size > 4:
            kept.stretches.append((entry.place, entry.place + size))
    for places, lengths in _STRIPS:
        kept.stretches += _stretches(values.get(places, []), values.get(lengths, []), len(data))
    after = _number(data, stop, 4, order)
    written = len(drawing).to_bytes(2, order) + b"".join(entry.raw for entry in drawing.values())
    kept.directories[at] = (written + after.to_bytes(4, order)).ljust(stop + 4 - at, b"\x00")
    return [after, *values.get(_MORE, [])]


_LEAD_ON = frozenset({_COMPRESSION, _COLOURS, _MORE, *(tag for pair in _STRIPS for tag in pair)})


def _known(values: dict[int, list[int]], tag: int, known: frozenset[int]) -> bool:
    return set(values.get(tag, [])) <= known


def _entry(data: Data, at: int, order: Order) -> _Entry:
    tag, kind = _number(data, at, 2, order), _number(data, at + 2, 2, order)
    count = _number(data, at + 4, 4, order)
    entry = _Entry(tag, kind, count, data[at : at + 12], _number(data, at + 8, 4, order))
    if tag in _DRAW and (kind not in _SIZES or (_size(entry) > 4 and entry.place + _size(entry) > len(data))):
        raise NotStripped
    return entry


def _size(entry: _Entry) -> int:
    return _SIZES[entry.kind] * entry.count


def _values(data: Data, entry: _Entry, order: Order) -> list[int]:
    step = _SIZES[entry.kind]
    raw = entry.raw[8:] if _size(entry) <= 4 else data[entry.place : entry.place + _size(entry)]
    return [int.from_bytes(raw[at : at + step], order) for at in range(0, _size(entry), step)]


def _stretches(places: list[int], lengths: list[int], end: int) -> list[tuple[int, int]]:
    if len(places) != len(lengths):
        raise NotStripped
    found = [(place, place + length) for place, length in zip(places, lengths, strict=True) if place]
    if any(start >= stop or stop > end for start, stop in found):
        raise NotStripped
    return found


def _plan(kept: _Kept) -> list[Part]:
    """The parts in order, zeros between them. Raises NotStripped if a directory lies over anything else."""
    pieces: list[tuple[int, int, Part]] = [
        (start, stop, range(start, stop)) for start, stop in _joined(kept.stretches)
    ] + [(at, at + len(raw), raw) for at, raw in kept.directories.items()]
    pieces.sort(key=_start)
    if any(before[1] > after[0] for before, after in pairwise(pieces)):
        raise NotStripped
    plan: list[Part] = []
    end = 0
    for start, stop, part in pieces:
        plan += [start - end, part]
        end = stop
    return plan


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, stop in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(stop, joined[-1][1])
        else:
            joined.append((start, stop))
    return joined


def _start(piece: tuple[int, int, Part]) -> int:
    return piece[0]


def _number(data: Data, at: int, size: int, order: Order) -> int:
    raw = data[at : at + size]
    if len(raw) < size:
        raise NotStripped
    return int.from_bytes(raw, order)
