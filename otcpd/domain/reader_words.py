"""Who may read a text, in words."""

from __future__ import annotations

from otcpd.domain.layers import Layer

_SENTENCES = {
    Layer.PRIVATE: "Never printed, and not for your supervisor.",
    Layer.SUPERVISION: "For you and your supervisor. Not in your profile.",
    Layer.REGULATOR: "HCPC, your supervisor and you can read it.",
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
