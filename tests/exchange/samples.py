"""Small real files, made on the spot."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(path: Path, *pages: str) -> Path:
    """A PDF with one line of text on each page."""
    canvas = Canvas(str(path))
    for text in pages:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return path


def locked_pdf(path: Path) -> Path:
    """A PDF that needs a password."""
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(path, encryption=pikepdf.Encryption(owner="oak", user="ash"))
    return path


def docx(path: Path, *paragraphs: str) -> Path:
    """The least that is a Word document."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return docx_of(path, f'<w:document xmlns:w="{_WORDS}"><w:body>{body}</w:body></w:document>'.encode())


def docx_of(path: Path, xml: bytes) -> Path:
    """A Word document with this main part."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", xml)
    return path


def picture(kind: str) -> bytes:
    """A small picture in a format of Pillow's."""
    out = io.BytesIO()
    Image.new("RGB", (9, 7), "teal").save(out, kind)
    return out.getvalue()


def mail(*, body: str = "Thank you for the visit.", subject: str = "Your certificate") -> bytes:
    """A plain e-mail."""
    head = f"From: Isla Birch <isla@example.org>\r\nTo: eilidh@example.org\r\nSubject: {subject}\r\n"
    return f"{head}Date: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\n{body}\r\n".encode()
