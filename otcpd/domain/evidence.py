"""Evidence: a file that proves an activity, apart from its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from otcpd.domain.layers import Layer


class EvidenceKind(StrEnum):
    """What a file is, found from its content and not from its name."""

    PDF = "pdf"
    IMAGE = "image"
    WORD = "word"
    TEXT = "text"
    EMAIL = "email"
    OTHER = "other"


class EvidenceState(StrEnum):
    """Whether the file could be read when it came in. All states are kept."""

    READABLE = "readable"
    LOCKED = "locked"
    BROKEN = "broken"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence. `size` is in bytes, `used_in` holds activity ids, `layer` is the file's."""

    id: str
    owner: str
    name: str
    kind: EvidenceKind
    state: EvidenceState
    sha256: str
    size: int
    created: datetime
    caption: str = ""
    used_in: tuple[str, ...] = ()
    layer: Layer = Layer.REGULATOR
    caption_layer: Layer = Layer.REGULATOR
    deleted: datetime | None = None
