"""XML written again without some of its elements and attributes, as it streams by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO
from xml.parsers import expat

from otcpd.portfolio.evidence.stripping.plan import NotStripped

Attributes = dict[str, str]
"""As written, by their names with prefix."""

_CHUNK = 64 * 1024
_MOST_XML = 128 * 1024 * 1024
"""Bytes of one part; a zip may promise little and unpack to gigabytes."""


QName = tuple[str, str]
"""A name by its namespace and its local part."""

Resolver = Callable[[str], QName]
"""Gives that of an attribute."""

Rule = Callable[[QName, Attributes, Resolver], Attributes | None]
"""Says what becomes of an element: the attributes it keeps, or None if it goes with all that is in it."""


def rewrite(source: IO[bytes], write: Callable[[bytes], object], rule: Rule) -> None:
    """Write the XML in `source` as `rule` leaves it. Raises NotStripped for what is no sound XML."""
    rewriter = _Rewriter(write, rule)
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = rewriter.doctype
    parser.StartElementHandler = rewriter.start
    parser.EndElementHandler = rewriter.end
    parser.CharacterDataHandler = rewriter.text
    parser.ProcessingInstructionHandler = rewriter.instruction
    write(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n')
    left = _MOST_XML
    with _sound():
        while chunk := source.read(_CHUNK):
            parser.Parse(chunk, False)
            rewriter.flush()
            left -= len(chunk)
            if left <= 0:
                raise NotStripped
        parser.Parse(b"", True)
    rewriter.flush()


@contextmanager
def _sound() -> Iterator[None]:
    try:
        yield
    except expat.ExpatError as error:
        raise NotStripped from error


class _Rewriter:
    def __init__(self, write: Callable[[bytes], object], rule: Rule) -> None:
        self._write = write
        self._rule = rule
        self._spaces: list[dict[str, str]] = [{"": "", "xml": "http://www.w3.org/XML/1998/namespace"}]
        self._leaving_out = 0
        self._waiting: list[str] = []

    def flush(self) -> None:
        self._write("".join(self._waiting).encode())
        self._waiting.clear()

    def doctype(self, *_declaration: object) -> None:
        # Entities that expand without end need a DOCTYPE; office programs write none.
        raise NotStripped

    def start(self, name: str, listed: list[str]) -> None:
        if self._leaving_out:
            self._leaving_out += 1
            return
        attributes = dict(zip(listed[::2], listed[1::2], strict=True))
        spaces = self._spaces[-1]
        declared = {key: value for key, value in attributes.items() if key == "xmlns" or key.startswith("xmlns:")}
        if declared:
            spaces = spaces | {key.partition(":")[2]: value for key, value in declared.items()}
        self._spaces.append(spaces)
        kept = self._rule(_qualified(name, spaces), attributes, self._attribute)
        if kept is None:
            self._spaces.pop()
            self._leaving_out = 1
            return
        inner = "".join(f' {key}="{_escaped(value, quoted=True)}"' for key, value in kept.items())
        self._waiting.append(f"<{name}{inner}>")

    def end(self, name: str) -> None:
        if self._leaving_out:
            self._leaving_out -= 1
            return
        self._spaces.pop()
        self._waiting.append(f"</{name}>")

    def text(self, data: str) -> None:
        if not self._leaving_out:
            self._waiting.append(_escaped(data))

    def instruction(self, target: str, data: str) -> None:
        if not self._leaving_out:
            self._waiting.append(f"<?{target} {data}?>")

    def _attribute(self, name: str) -> tuple[str, str]:
        """Attributes without a prefix are in no namespace."""
        return _qualified(name, self._spaces[-1]) if ":" in name else ("", name)


def _qualified(name: str, spaces: dict[str, str]) -> tuple[str, str]:
    prefix, _, local = name.rpartition(":")
    return spaces.get(prefix, ""), local


def _escaped(text: str, *, quoted: bool = False) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    if quoted:
        text = text.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return text
