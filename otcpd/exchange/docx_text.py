"""The text of a Word document (DOCX), read so that a malicious one can do no harm."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.parsers import expat

from otcpd.exchange.evidence_kind import WORD_MAIN, ZIP_ERRORS

_PARTS = (WORD_MAIN, "word/footnotes.xml", "word/endnotes.xml")

_MOST_XML = 64 * 1024 * 1024
"""Bytes of XML read of one part; a zip may promise little and unpack to gigabytes."""

_CHUNK = 64 * 1024

_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORDS_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SEPARATOR = "|"


class _Stop(Exception):
    """Ends the reading early: enough has been read."""


class _Unwanted(Exception):
    """The XML has what no Word document has."""


class _Collector:
    """Collects the text runs of WordprocessingML, a line for each paragraph."""

    def __init__(self, limit: int) -> None:
        self.parts: list[str] = []
        self._left = limit
        self._in_text = False

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        tag = _local(name)
        if tag == "t":
            self._in_text = True
        elif tag == "tab":
            self._add("\t")
        elif tag in ("br", "cr"):
            self._add("\n")

    def end(self, name: str) -> None:
        tag = _local(name)
        if tag == "t":
            self._in_text = False
        elif tag == "p":
            self._add("\n")

    def characters(self, data: str) -> None:
        if self._in_text:
            self._add(data)

    def _add(self, text: str) -> None:
        self.parts.append(text[: self._left])
        self._left -= len(text)
        if self._left <= 0:
            raise _Stop


def read_docx(path: Path, limit: int) -> str | None:
    """The text of body, footnotes and endnotes, at most `limit` characters; None for a broken file."""
    collector = _Collector(limit)
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            for part in _PARTS:
                if part in names:
                    _read_part(archive, part, collector)
    except _Stop:
        return "".join(collector.parts)
    except (*ZIP_ERRORS, expat.ExpatError, _Unwanted):
        return None
    return "".join(collector.parts)


def _read_part(archive: zipfile.ZipFile, name: str, collector: _Collector) -> None:
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.characters
    left = _MOST_XML
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk, False)
            left -= len(chunk)
            if left <= 0:
                raise _Stop
    parser.Parse(b"", True)


def _refuse_doctype(*_declaration: object) -> None:
    # Entities that expand without end, or name files of this computer, need a DOCTYPE; Word writes none.
    raise _Unwanted


def _local(name: str) -> str:
    namespace, _, tag = name.rpartition(_SEPARATOR)
    return tag if namespace in (_WORDS, _WORDS_STRICT) else ""
