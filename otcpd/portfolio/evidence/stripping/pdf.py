"""PDF without its author, its history, comments, scripts, attached files; its pages look as before.

Only whole new files are written, so that what earlier savings left in the file goes too.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from otcpd.disk import enduring
from otcpd.portfolio.evidence.pdf.values import PDF_ERRORS
from otcpd.portfolio.evidence.stripping.plan import NotStripped

_NOTES = frozenset(
    map(Name, ("/Text", "/Popup", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D", "/Projection"))
)
"""Annotations that draw nothing on paper but a sign that they are there, or nothing at all."""

_SAID_OF_DRAWINGS = ("/T", "/Contents", "/RC", "/Subj", "/CreationDate", "/M", "/NM", "/Popup", "/IRT", "/State")
_SAID_OF = {
    "/Widget": ("/CreationDate", "/M"),  # /T is the name of the field, without which it is lost
    "/Link": ("/T", "/CreationDate", "/M"),  # /Contents is what is read aloud
    "/FreeText": tuple(key for key in _SAID_OF_DRAWINGS if key not in ("/Contents", "/RC")),  # its words are drawn
}

_HARMLESS = frozenset({Name.GoTo, Name.URI, Name.Named})
_WEB = ("http:", "https:", "mailto:")

_OF_THE_FILE = ("/AA", "/AF", "/Collection", "/Legal", "/PieceInfo", "/Requirements", "/SpiderInfo", "/DSS")
_OF_NAMES = ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations", "/Renditions")
_DEEPEST = 50


def strip_pdf(source: Path, target: BinaryIO) -> None:
    """Write the PDF at `source` to `target` without its hidden details.

    Raises NotStripped if it is locked or restricted, damaged, signed (any change would break the
    signature), or a form that only scripts can show; `target` may then hold a part. Raises OSError.
    """
    try:
        with warnings.catch_warnings(), pikepdf.open(source, suppress_warnings=True) as pdf:
            warnings.simplefilter("ignore")  # pikepdf tells of odd forms, which stay as odd as they are
            if pdf.is_encrypted:
                raise NotStripped
            _strip_catalog(pdf)
            for page in pdf.pages:
                _strip_page(page.obj)
            for thing in pdf.objects:
                _strip_object(thing)
            if "/Info" in pdf.trailer:
                del pdf.trailer["/Info"]
            with enduring(target) as patient:
                pdf.save(patient, deterministic_id=True, stream_decode_level=pikepdf.StreamDecodeLevel.none)
            if pdf.get_warnings():
                raise NotStripped
    except PDF_ERRORS as error:
        raise NotStripped from error


def _strip_catalog(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root
    form = root.get("/AcroForm")
    if "/Perms" in root or bool(root.get("/NeedsRendering", False)):
        raise NotStripped
    if isinstance(form, Dictionary) and "/XFA" in form:
        del form["/XFA"]
    names = root.get("/Names")
    if isinstance(names, Dictionary):
        _drop(names, _OF_NAMES)
    _drop(root, _OF_THE_FILE)


def _strip_page(page: Object) -> None:
    _drop(page, ("/AA", "/AF", "/PieceInfo", "/Thumb"))
    found = page.get("/Annots")
    if not isinstance(found, Array):
        return
    kept = []
    for annotation in found.as_list():
        if not isinstance(annotation, Dictionary):
            continue
        kind = annotation.get("/Subtype")
        if kind in _NOTES:
            # The tags of the page may still name it, so it must say nothing any more.
            _drop(annotation, [str(key) for key in iter(annotation) if key not in ("/Type", "/Subtype", "/Rect")])
            continue
        _drop(annotation, _said_of(kind))
        _strip_actions(annotation)
        kept.append(annotation)
    page["/Annots"] = Array(kept)


def _said_of(kind: Object | None) -> Iterable[str]:
    """What an annotation says of who made it and why."""
    return _SAID_OF.get(str(kind), _SAID_OF_DRAWINGS)


def _strip_object(thing: Object) -> None:
    """What any object may have: a history, data of programs, actions. Raises NotStripped for a signature."""
    if not isinstance(thing, (Dictionary, Stream)):
        return
    if "/ByteRange" in thing:
        raise NotStripped
    metadata = thing.get("/Metadata")
    if isinstance(metadata, Stream) and metadata.get("/Subtype") == Name.XML:
        del thing["/Metadata"]
    if isinstance(thing, Stream):
        _drop(thing, ("/PieceInfo", "/LastModified"))
        return
    if "/EF" in thing:
        _drop(thing, ("/EF", "/RF"))
    if "/JS" in thing:
        _drop(thing, ("/JS", "/S"))
    _strip_actions(thing)


def _strip_actions(thing: Object, depth: int = 0) -> None:
    """Takes out what would start something; what leads to a page or to the web stays."""
    for key in ("/A", "/PA", "/OpenAction", "/Next"):
        value = thing.get(key)
        if isinstance(value, Dictionary) and "/S" in value:
            if not _is_harmless(value):
                del thing[key]
            elif depth < _DEEPEST:
                _strip_actions(value, depth + 1)
        elif key == "/Next" and isinstance(value, Array):
            del thing[key]
    more = thing.get("/AA")
    if isinstance(more, Dictionary) and "/Type" not in more:
        del thing["/AA"]


def _is_harmless(action: Object) -> bool:
    kind = action.get("/S")
    if kind == Name.URI:
        return str(action.get("/URI", "")).lower().startswith(_WEB)
    return kind in _HARMLESS


def _drop(thing: Object, keys: Iterable[str]) -> None:
    for key in keys:
        if key in thing:
            del thing[key]
