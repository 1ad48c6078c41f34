"""The parts of a Word document (DOCX) as a stream of elements, read so that a malicious one can do no harm."""

from __future__ import annotations

import zipfile
from typing import Protocol
from xml.parsers import expat

_CHUNK = 64 * 1024

_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORDS_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SEPARATOR = "|"

_OFF = frozenset({"0", "false", "off"})


class Unwanted(Exception):
    """The XML has what no Word document has."""


class Listener(Protocol):
    """Is told of the elements of WordprocessingML and of "Fallback", by their local names; others are called ""."""

    def start(self, tag: str, values: dict[str, str]) -> None:
        """An element begins, with these attributes by their local names."""

    def end(self, tag: str) -> None:
        """It ends."""

    def characters(self, data: str) -> None:
        """A stretch of text in the innermost element."""


def listen(archive: zipfile.ZipFile, name: str, listener: Listener, most: int) -> bool:
    """Tell `listener` of a part; False if it has more than `most` bytes, and then only of its beginning.

    Raises Unwanted, expat.ExpatError, or what zipfile raises for damaged files.
    """
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)

    def start(name: str, attributes: dict[str, str]) -> None:
        listener.start(_local(name), {key.rpartition(_SEPARATOR)[2]: value for key, value in attributes.items()})

    def end(name: str) -> None:
        listener.end(_local(name))

    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = listener.characters
    left = most
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk, False)
            left -= len(chunk)
            if left <= 0:
                return False
    parser.Parse(b"", True)
    return True


def is_on(values: dict[str, str]) -> bool:
    """Whether an element that is there or not, such as one for bold, says that it is."""
    return values.get("val", "") not in _OFF


def number(values: dict[str, str], otherwise: int = 0) -> int:
    """The value of an element that is a number."""
    said = values.get("val", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else otherwise


def _refuse_doctype(*_declaration: object) -> None:
    # Entities that expand without end, or name files of this computer, need a DOCTYPE; Word writes none.
    raise Unwanted


def _local(name: str) -> str:
    namespace, _, tag = name.rpartition(_SEPARATOR)
    if namespace in (_WORDS, _WORDS_STRICT):
        return tag
    return tag if namespace == _CHOICES and tag == "Fallback" else ""
