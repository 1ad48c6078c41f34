"""A Word document without author, company, comments, names of reviewers; its words and looks as before."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO, BinaryIO
from urllib.parse import unquote

from otcpd.portfolio.evidence.stripping.pictures import strip_picture
from otcpd.portfolio.evidence.stripping.plan import PIECE, NotStripped, carry_out
from otcpd.portfolio.evidence.stripping.xml import Attributes, QName, Resolver, Rule, rewrite

WORD_MAIN = "word/document.xml"

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can hold: the same content gives the same bytes."""

_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, LookupError)
_MOST_PARTS = 10_000
_MOST_BYTES = 1_000_000_000
_MOST_PICTURE = 64 * 1024 * 1024

_LEFT_OUT = re.compile(
    r"(docProps|customXml|docMetadata|\[trash\])/|word/(comments[A-Za-z]*|people)\.xml$|word/printerSettings/"
)
_RELATIONS_LEFT_OUT = frozenset(
    {"core-properties", "extended-properties", "custom-properties", "thumbnail", "comments", "commentsExtended"}
    | {"commentsIds", "commentsExtensible", "people", "customXml", "attachedTemplate", "mailMergeSource"}
    | {"mailMergeHeaderSource", "printerSettings", "classificationlabels"}
)
"""The last part of the type of a relationship."""

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp")
_SOUND = (".xml", ".rels", ".odttf", ".ttf")

_ELEMENTS_LEFT_OUT = frozenset(
    {"commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "permStart", "permEnd"}
    | {"dataBinding", "attachedTemplate", "mailMerge", "docVars", "rsids", "docId"}
)
"""References to comments, names of those who may edit, ties to the properties that are gone, and traces."""

_WORD = re.compile(r"http://(schemas\.(openxmlformats|microsoft)\.(org|com)|purl\.oclc\.org/ooxml)/.*word.*")
_ATTRIBUTES_LEFT_OUT = frozenset({"date", "dateUtc", "initials", "userId", "providerId"})
_ANYBODY = "Author"


def strip_docx(source: Path, target: BinaryIO) -> bool:
    """Write the document at `source` to `target`. False if it has parts inside that we cannot look into.

    Raises NotStripped if it is no Word document, damaged, locked or signed; `target` may then hold a
    part. Raises OSError.
    """
    try:
        with zipfile.ZipFile(source) as old:
            members = _members(old)
            gone = _left_out(old, members)
            with zipfile.ZipFile(target, "w") as new:
                clean = {_copy(old, new, member, gone) for member in members if member.filename not in gone}
                return False not in clean
    except _ZIP_ERRORS as error:
        raise NotStripped from error


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    names = [member.filename for member in members]
    if (
        WORD_MAIN not in names
        or len(set(names)) < len(names)
        or len(members) > _MOST_PARTS
        or sum(member.file_size for member in members) > _MOST_BYTES
        or any(member.flag_bits & 1 or member.filename.startswith("_xmlsignatures/") for member in members)
    ):
        raise NotStripped
    return members


def _left_out(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> frozenset[str]:
    """The names of the parts that go, with the relationships of theirs."""
    gone = {member.filename for member in members if _LEFT_OUT.match(member.filename)}
    for member in members:
        if member.filename.endswith(".rels"):
            gone.update(_targets(archive, member))
    return frozenset({*gone, *map(_rels_of, gone)} - {WORD_MAIN, "[Content_Types].xml"})


def _targets(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> list[str]:
    found: list[str] = []
    base = posixpath.dirname(posixpath.dirname(member.filename))

    def note(_name: QName, attributes: Attributes, _of: Resolver) -> Attributes:
        if _kind_of(attributes) in _RELATIONS_LEFT_OUT and attributes.get("TargetMode") != "External":
            target = unquote(attributes.get("Target", ""))
            found.append(posixpath.normpath(posixpath.join("/", base, target)).lstrip("/"))
        return attributes

    with archive.open(member) as part:
        rewrite(part, len, note)
    return found


def _kind_of(attributes: Attributes) -> str:
    return attributes.get("Type", "").rpartition("/")[2]


def _rels_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _copy(old: zipfile.ZipFile, new: zipfile.ZipFile, member: zipfile.ZipInfo, gone: frozenset[str]) -> bool:
    """Write one part. False if it may hold details that we cannot see."""
    name = member.filename
    info = zipfile.ZipInfo(name, FIXED_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    ending = "." + name.rpartition(".")[2].lower()
    with old.open(member) as part, new.open(info, "w", force_zip64=member.file_size > 1 << 30) as copy:
        if ending in _PICTURES:
            return _copy_picture(part, copy, member.file_size)
        if name == "[Content_Types].xml":
            rewrite(part, copy.write, _types_without(gone))
        elif ending == ".rels":
            rewrite(part, copy.write, _relationship)
        elif ending == ".xml":
            rewrite(part, copy.write, _element)
        else:
            for piece in _pieces(part):
                copy.write(piece)
    return ending in _SOUND


def _copy_picture(part: IO[bytes], copy: IO[bytes], size: int) -> bool:
    if size > _MOST_PICTURE:
        for piece in _pieces(part):
            copy.write(piece)
        return False
    data = part.read()
    try:
        plan = strip_picture(data)
    except NotStripped:
        copy.write(data)
        return False
    carry_out(plan, data, copy)
    return True


def _pieces(part: IO[bytes]) -> Iterator[bytes]:
    while piece := part.read(PIECE):
        yield piece


def _types_without(gone: frozenset[str]) -> Rule:
    def override(_name: QName, attributes: Attributes, _of: Resolver) -> Attributes | None:
        return None if unquote(attributes.get("PartName", "")).lstrip("/") in gone else attributes

    return override


def _relationship(_name: QName, attributes: Attributes, _of: Resolver) -> Attributes | None:
    return None if _kind_of(attributes) in _RELATIONS_LEFT_OUT else attributes


@lru_cache(maxsize=256)
def _is_of_word(space: str) -> bool:
    return _WORD.match(space) is not None


def _element(name: QName, attributes: Attributes, of: Resolver) -> Attributes | None:
    if not _is_of_word(name[0]):
        return attributes
    if name[1] in _ELEMENTS_LEFT_OUT:
        return None
    kept: Attributes = {}
    for key, value in attributes.items():
        space, local = of(key)
        if not _is_of_word(space):
            kept[key] = value
        elif local == "author":
            kept[key] = _ANYBODY
        elif local not in _ATTRIBUTES_LEFT_OUT and not local.startswith("rsid"):
            kept[key] = value
    return kept
