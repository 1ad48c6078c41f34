"""What a file is, told from its content and never from its name alone."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from otcpd.disk import machine_errors
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.domain.picture import PICTURE_ERRORS
from otcpd.exchange.decoding import decode

Look = tuple[EvidenceKind, EvidenceState]

HEAD = 64 * 1024
"""Bytes looked at."""

_PDF_WITHIN = 1024
"""Readers accept that many bytes before a PDF's mark (PDF 1.7, implementation note 13)."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The compound files of old Office, of Outlook messages and of Office files with a password."""

_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")
_PICTURE_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")

WORD_MAIN = "word/document.xml"
"""The part of a DOCX file that holds its text."""

ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What the standard library raises for archives that are broken, locked or packed in an unknown way."""

_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]*):(?: |\t|$)")
_MAIL_HEADERS = {"date", "to", "subject", "message-id", "mime-version", "received", "return-path", "delivered-to"}
_LEAST_MAIL_HEADERS = 2


def evidence_kind(path: Path) -> Look:
    """What the file at `path` is and whether it can be read. Raises FileMissing or MachineSaidNo.

    A broken or locked file is no error but a state; kinds that otcpd cannot look into are UNKNOWN.
    """
    with machine_errors(path), path.open("rb") as file:
        head = file.read(HEAD)
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return EvidenceKind.PDF, _pdf_state(path)
    if head.startswith(_ZIP):
        return _zip_look(path)
    if head.startswith(_OLE):
        return _ole_look(path)
    if _is_heic(head):
        return EvidenceKind.IMAGE, EvidenceState.UNKNOWN
    if _is_picture(head):
        return EvidenceKind.IMAGE, _picture_state(path)
    return _text_look(head)


def _is_picture(head: bytes) -> bool:
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return True
    # "BM" alone could begin a sentence; the size of the second header settles it.
    if head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in (12, 40, 52, 56, 64, 108, 124):
        return True
    return head.startswith(_PICTURE_STARTS)


def _is_heic(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS


def _pdf_state(path: Path) -> EvidenceState:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        return pdf_error_state(error)
    try:
        return EvidenceState.READABLE if len(document) else EvidenceState.BROKEN
    finally:
        document.close()


def pdf_error_state(error: Exception) -> EvidenceState:
    """Whether PDFium could not open a file for want of its password or because it is broken."""
    import pypdfium2.raw

    locked = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
    return EvidenceState.LOCKED if locked else EvidenceState.BROKEN


def _zip_look(path: Path) -> Look:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {member.filename: member for member in archive.infolist()}
    except ZIP_ERRORS:
        # Without its table of contents nobody can say what a zip is; its name is the best hint left.
        kind = EvidenceKind.WORD if path.suffix.lower() == ".docx" else EvidenceKind.OTHER
        return kind, EvidenceState.BROKEN
    main = names.get(WORD_MAIN)
    if main is None:
        locked = any(member.flag_bits & 1 for member in names.values())
        return EvidenceKind.OTHER, EvidenceState.LOCKED if locked else EvidenceState.UNKNOWN
    return EvidenceKind.WORD, EvidenceState.LOCKED if main.flag_bits & 1 else EvidenceState.READABLE


def _ole_look(path: Path) -> Look:
    """Compound files name their streams in UTF-16, in sectors that may lie anywhere."""
    found = _first_stream(path, ("EncryptedPackage", "WordDocument", "__substg1.0_"))
    if found == "WordDocument":
        return EvidenceKind.WORD, EvidenceState.UNKNOWN
    if found == "__substg1.0_":
        return EvidenceKind.EMAIL, EvidenceState.UNKNOWN
    if found == "EncryptedPackage":
        # What is encrypted hides what it is, so here the name must do.
        kind = EvidenceKind.WORD if path.suffix.lower() == ".docx" else EvidenceKind.OTHER
        return kind, EvidenceState.LOCKED
    return EvidenceKind.OTHER, EvidenceState.UNKNOWN


def _first_stream(path: Path, names: tuple[str, ...]) -> str | None:
    wanted = [(name, name.encode("utf-16-le")) for name in names]
    seen: set[str] = set()
    overlap = b""
    with machine_errors(path), path.open("rb") as file:
        while chunk := file.read(1024 * 1024):
            window = overlap + chunk
            seen |= {name for name, mark in wanted if mark in window}
            overlap = window[-64:]
    return next((name for name in names if name in seen), None)


def _picture_state(path: Path) -> EvidenceState:
    import warnings

    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # grumbles about odd metadata
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(path) as picture:
                picture.verify()
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            return EvidenceState.UNKNOWN
        except PICTURE_ERRORS:
            return EvidenceState.BROKEN
    return EvidenceState.READABLE


def _text_look(head: bytes) -> Look:
    text = decode(head, whole=len(head) < HEAD)
    if not text or text.lstrip().startswith("{\\rtf"):
        return EvidenceKind.OTHER, EvidenceState.UNKNOWN
    kind = EvidenceKind.EMAIL if _is_mail(text) else EvidenceKind.TEXT
    return kind, EvidenceState.READABLE


def _is_mail(text: str) -> bool:
    """Whether it begins as messages do (RFC 5322): header lines, among them who from and two more."""
    names: set[str] = set()
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
        if not line.strip():
            break
        if number == 0 and line.startswith("From "):
            continue
        if number and line[0] in " \t":
            continue
        found = _HEADER.match(line)
        if found is None:
            return False
        names.add(found["name"].lower())
    return "from" in names and len(names & _MAIL_HEADERS) >= _LEAST_MAIL_HEADERS
