"""A full disk while a library writes a PDF: it is told as such, and the process lives."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from otcpd.domain.errors import DiskFull
from otcpd.portfolio.evidence.pictures.as_pdf import PicturePages, packed
from otcpd.portfolio.evidence.stripping.pdf import strip_pdf
from tests.small_files import small_files

NOISE = hashlib.shake_256(b"noise").digest(120_000)
"""Nothing makes it smaller."""


def test_pages_of_pictures(tmp_path: Path) -> None:
    pages = PicturePages(tmp_path / "E3.pdf")
    pages.add(packed(Image.frombytes("RGB", (200, 200), NOISE), photo=True), (595, 842))
    with small_files(10_000), pytest.raises(DiskFull):
        pages.save()


def test_a_copy_without_hidden_details(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page().obj.Contents = pdf.make_stream(NOISE)
        pdf.save(tmp_path / "source.pdf")
    with pytest.raises(OSError) as caught, small_files(10_000), (tmp_path / "copy").open("wb") as copy:
        strip_pdf(tmp_path / "source.pdf", copy)
    assert caught.value.errno == errno.EFBIG
