"""The data that a profile PDF carries, taken out of a PDF that may be anybody's."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from otcpd.domain.carried import DATA_NAME

MOST_BYTES = 64 * 1024 * 1024
"""Far more than the words of any profile. A few kilobytes can claim to be more than the memory holds."""

_MOST_NODES = 1000
"""Parts of the list of attachments that are looked at: ours has one."""


def carried_data(pdf: Pdf) -> bytes | None:
    """What the attachment of our name holds; None if there is none, or none that otcpd can have written.

    Raises PdfError for a damaged PDF.
    """
    for spec in (*_associated(pdf), *_embedded(pdf)):
        files = spec.get(Name.EF)
        if _name(spec) == DATA_NAME and isinstance(files, Dictionary):
            stream = files.get(Name.F)
            return _unpacked(stream) if isinstance(stream, Stream) else None
    return None


def _associated(pdf: Pdf) -> Iterator[Dictionary]:
    found = pdf.Root.get(Name.AF)
    if isinstance(found, Array):
        items = (found[place] for place in range(min(len(found), _MOST_NODES)))
        yield from (one for one in items if isinstance(one, Dictionary))


def _embedded(pdf: Pdf) -> Iterator[Dictionary]:
    """The file specifications of the tree of attachments, which another program may have rewritten."""
    names = pdf.Root.get(Name.Names)
    waiting: list[object] = [names.get(Name.EmbeddedFiles)] if isinstance(names, Dictionary) else []
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if not isinstance(node, Dictionary):
            continue
        for key in (Name.Kids, Name.Names):
            listed = node.get(key)
            if isinstance(listed, Array):
                items = [listed[place] for place in range(min(len(listed), _MOST_NODES))]
                waiting += items if key == Name.Kids else []
                yield from (one for one in items if key == Name.Names and isinstance(one, Dictionary))


def _name(spec: Dictionary) -> str:
    name = spec.get(Name.UF, spec.get(Name.F))
    return str(name) if isinstance(name, String) else ""


def _unpacked(stream: Object) -> bytes | None:
    length: object = stream.get(Name.Length)
    if not isinstance(length, int) or length > MOST_BYTES:
        return None
    data = stream.read_raw_bytes()
    coding = stream.get(Name.Filter)
    if isinstance(coding, Array) and len(coding) == 1:
        coding = coding[0]
    if coding is None:
        return data
    if coding != Name.FlateDecode or stream.get(Name.DecodeParms) is not None:
        return None
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(data, MOST_BYTES)
    except zlib.error:
        return None
    return found if unpacking.eof else None
