"""Taking out of page content all that is not drawn, and weighing what is left."""

from __future__ import annotations

import base64
import binascii
import zlib
from dataclasses import dataclass, field
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectSet, Page, Pdf, PdfError, Stream

from otcpd.portfolio.evidence.pdf.grammar import COLLECTIONS, ENTRIES, FILTERS, STREAM, Kind
from otcpd.portfolio.evidence.pdf.image_data import JPEG, JPEG_2000, NotAPicture, stripped_jpeg, stripped_jpeg_2000
from otcpd.portfolio.evidence.pictures.jpeg import read_frame

_ABOUT_AN_OBJECT = 60
"""Bytes of a dictionary in a PDF, about."""

_DEEPEST_PLAIN = 4
_FLATE = ("/FlateDecode", "/Fl")
_WRAPPINGS = frozenset({*_FLATE, "/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx"})
_STEP = 1 << 20
MOST_UNPACKED = 1 << 28
"""Bytes that a stream may have when unpacked."""

_MOST_PROVED = 1 << 25
"""Pixels of a JPEG that is read through: to unpack a larger one may take more memory than there is."""

_ELSEWHERE = (Name.F, Name.FFilter, Name.FDecodeParms)
"""The entries of a stream whose data are in another file."""


class Bomb(Exception):
    """Data that would fill the memory when unpacked."""


@dataclass(slots=True)
class Cleaner:
    """Cleans what pages draw with, page after page.

    `changed`: something was taken out. `broken`: objects whose data cannot be relied on, by object
    number; `damaged`: something that is neither a picture nor a form cannot be.
    """

    changed: bool = False
    damaged: bool = False
    broken: set[tuple[int, int]] = field(default_factory=set)
    _seen: ObjectSet = field(default_factory=ObjectSet)
    _weight: int = 0

    def clean(self, page: Page) -> int:
        """Clean what `page` draws with; gives the bytes it adds to those before it. Raises Bomb."""
        before = self._weight
        pending: list[tuple[Object, Kind]] = []
        for key, kind in ((Name.Contents, Kind.CONTENT), (Name.Resources, Kind.RESOURCES), (Name.Group, Kind.GROUP)):
            self._follow(page.obj.get(key), kind, pending)
        while pending:
            self._visit(*pending.pop(), pending)
        return self._weight - before

    def _follow(self, value: object, kind: Kind, pending: list[tuple[Object, Kind]]) -> None:
        if isinstance(value, Array | Dictionary | Stream) and self._seen.add(value):
            pending.append((value, kind))

    def _visit(self, value: Object, kind: Kind, pending: list[tuple[Object, Kind]]) -> None:
        if isinstance(value, Array):
            for each in value:
                self._follow(each, kind, pending)
            return
        self._weight += _ABOUT_AN_OBJECT
        if isinstance(value, Stream):
            kind = _of_subtype(value, kind)
            self._stream(value, kind)
        for key in list(value.keys()):
            self._entry(value, key, kind, pending)

    def _entry(self, holder: Object, key: str, kind: Kind, pending: list[tuple[Object, Kind]]) -> None:
        leads_to = COLLECTIONS.get(kind) or ENTRIES.get(kind, {}).get(key)
        if leads_to is None and isinstance(holder, Stream):
            leads_to = STREAM.get(key)
        value = holder.get(key)
        if leads_to is None or (leads_to is Kind.PLAIN and not _is_plain(value)):
            del holder[key]
            self.changed = True
        elif leads_to is not Kind.PLAIN:
            self._follow(value, leads_to, pending)

    def _stream(self, stream: Stream, kind: Kind) -> None:
        filters = filters_of(stream)
        if not FILTERS.issuperset(filters) or any(key in stream for key in _ELSEWHERE):
            self._fault(stream, kind)
            return
        try:
            data = stream.read_raw_bytes()
            self._weight += len(data)
            if kind is Kind.IMAGE and filters and filters[-1] in JPEG | JPEG_2000:
                self._strip(stream, data, filters)
            else:
                weigh(stream)
        except (PdfError, zlib.error, NotAPicture):
            self._fault(stream, kind)

    def _strip(self, stream: Stream, data: bytes, filters: list[str]) -> None:
        """Take words, places and previews out of a packed picture. Raises NotAPicture or zlib.error."""
        if not _WRAPPINGS.issuperset(filters[:-1]):
            raise NotAPicture
        inner = _unwrapped(data, filters[:-1])
        kept = (stripped_jpeg if filters[-1] in JPEG else stripped_jpeg_2000)(inner)
        if filters[-1] in JPEG and not _unpacks(inner if kept is None else kept):
            raise NotAPicture
        if kept is not None:
            parameters = stream.get(Name.DecodeParms)
            last = parameters[-1] if isinstance(parameters, Array) and len(parameters) else parameters
            stream.write(kept, filter=Name(filters[-1]), decode_parms=last if isinstance(last, Dictionary) else None)
            self.changed = True

    def _fault(self, stream: Stream, kind: Kind) -> None:
        if kind in (Kind.IMAGE, Kind.FORM):
            self.broken.add(stream.objgen)
        else:
            self.damaged = True


def filters_of(stream: Stream) -> list[str]:
    """How a stream is packed, outermost first."""
    value = stream.get(Name.Filter)
    return [str(each) for each in value] if isinstance(value, Array) else [] if value is None else [str(value)]


def _of_subtype(stream: Stream, kind: Kind) -> Kind:
    if kind is not Kind.XOBJECT:
        return kind
    return Kind.IMAGE if stream.get(Name.Subtype) == Name.Image else Kind.FORM


def _is_plain(value: object, depth: int = 0) -> bool:
    """Whether a value is a number, a name or the like, or a list of such."""
    if isinstance(value, Array):
        return depth < _DEEPEST_PLAIN and all(_is_plain(each, depth + 1) for each in value)
    return not isinstance(value, Dictionary | Stream)


def weigh(stream: Stream) -> None:
    """See that a stream can be unpacked, as far as that can be done without holding what comes out.

    Raises PdfError, zlib.error or Bomb.
    """
    filters = filters_of(stream)
    if len(filters) != 1 or filters[0] not in _FLATE:
        return
    data = stream.read_raw_bytes()
    unpacking = zlib.decompressobj()
    size = len(unpacking.decompress(data, _STEP))
    while unpacking.unconsumed_tail:
        size += len(unpacking.decompress(unpacking.unconsumed_tail, _STEP))
        if size > MOST_UNPACKED:
            raise Bomb
    if not unpacking.eof:
        raise zlib.error("the end is missing")


def _unpacks(jpeg: bytes) -> bool:
    """Whether all of a JPEG can be read. One that is larger than `_MOST_PROVED` is believed.

    It says itself how large it is; what the PDF says of it may be wrong, or meant to fill the memory.
    """
    frame = read_frame(BytesIO(jpeg))
    if frame is not None and frame.pixels > _MOST_PROVED:
        return True
    with Pdf.new() as alone:
        alone.Root.Picture = Stream(alone, jpeg, Filter=Name.DCTDecode)
        return not alone.check_pdf_syntax()


def _unwrapped(data: bytes, filters: list[str]) -> bytes:
    """What is inside text encodings and compression. Raises NotAPicture, zlib.error or Bomb."""
    for each in filters:
        try:
            if each in _FLATE:
                unpacking = zlib.decompressobj()
                data = unpacking.decompress(data, MOST_UNPACKED)
                if unpacking.unconsumed_tail:
                    raise Bomb
            elif each in ("/ASCII85Decode", "/A85"):
                data = base64.a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>"))
            else:
                data = binascii.unhexlify(b"".join(data.partition(b">")[0].split()))
        except ValueError as error:
            raise NotAPicture from error
    return data
