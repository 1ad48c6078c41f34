"""Who may read a text, in words."""

from __future__ import annotations

from otcpd.domain.layers import Layer

_SENTENCES = {
    Layer.PRIVATE: "Only you read it. It goes to no supervisor and into no profile.",
    Layer.SUPERVISION: "You and your supervisor. It may go with what you share in supervision, never into a profile.",
    Layer.REGULATOR: "You, your supervisor and HCPC. It may go into your profile.",
}


def reader_words(layer: Layer, supervisor: str = "") -> str:
    """What a reader tag says; `supervisor` is a first name, if there is one."""
    return {
        Layer.PRIVATE: "Only you, never exported",
        Layer.SUPERVISION: f"Shared with {supervisor}" if supervisor else "Shared in supervision",
        Layer.REGULATOR: "In your profile",
    }[layer]


def reader_sentence(layer: Layer) -> str:
    """Who reads a text of this layer."""
    return _SENTENCES[layer]
