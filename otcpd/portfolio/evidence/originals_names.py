"""Names of files that Windows, macOS and Linux take."""

from __future__ import annotations

import re
import unicodedata

from otcpd.domain.evidence import EvidenceKind

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')
"""Windows takes none of these, macOS no colon, Linux no stroke."""

_MOST_CHARACTERS = 80
_MOST_BYTES = 180
"""Of the caption. Linux takes names of 255 bytes, Windows paths of 260 characters."""

_ENDING = re.compile(r"\.[a-z0-9]{1,8}")
_USUAL_ENDINGS = {
    EvidenceKind.PDF: ".pdf",
    EvidenceKind.WORD: ".docx",
    EvidenceKind.TEXT: ".txt",
    EvidenceKind.EMAIL: ".eml",
}


def safe_name(number: int, caption: str, name: str, kind: EvidenceKind) -> str:
    """ "E2", the caption as far as names may hold it, and the ending of `name`, or that of its kind."""
    found = name.rpartition(".")
    ending = f".{found[2]}".lower() if found[0] else ""
    if _ENDING.fullmatch(ending) is None:
        ending = _USUAL_ENDINGS.get(kind, "")
    words = _words(caption)
    if ending and words.lower().endswith(ending):
        words = words[: -len(ending)]
    return f"{f'E{number} {_shortened(words)}'.rstrip(' .')}{ending}"


def _words(caption: str) -> str:
    visible = "".join(" " if unicodedata.category(letter).startswith("Z") else letter for letter in caption)
    plain = unicodedata.normalize("NFC", _NOT_IN_NAMES.sub(" ", visible.replace("\n", " ").replace("\t", " ")))
    return " ".join("".join(filter(_is_seen, plain)).split())


def _is_seen(letter: str) -> bool:
    """No controls, nothing that turns the direction of a name about, no halves of characters."""
    return not unicodedata.category(letter).startswith("C")


def _shortened(words: str) -> str:
    cut = words[:_MOST_CHARACTERS].encode("utf-8")[:_MOST_BYTES].decode("utf-8", "ignore")
    return cut.rstrip(" .")
