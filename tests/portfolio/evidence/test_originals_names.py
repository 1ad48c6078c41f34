"""File names made of captions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.evidence import EvidenceKind
from otcpd.portfolio.evidence.originals import OriginalFile, original_name


def named(caption: str, name: str = "scan.pdf", kind: EvidenceKind = EvidenceKind.PDF, number: int = 2) -> str:
    return original_name(OriginalFile(number, caption, name, kind, Path()))


@pytest.mark.parametrize(
    ("caption", "name", "wanted"),
    [
        ("Course certificate", "IMG_1234.PDF", "E2 Course certificate.pdf"),
        ("", "IMG_1234.JPG", "E2.jpg"),
        ("certificate.pdf", "x.pdf", "E2 certificate.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j', "x.pdf", "E2 a b c d e f g h i j.pdf"),
        ("ends in dots... ", "x.pdf", "E2 ends in dots.pdf"),
        ("two\nlines\tand  spaces\u00a0", "x.pdf", "E2 two lines and spaces.pdf"),
        ("turned \u202efdp.exe", "x.pdf", "E2 turned fdp.exe.pdf"),
        ("Überprüfung", "x.docx", "E2 Überprüfung.docx"),
        ("...", "x.txt", "E2.txt"),
        ("no ending", "letter", "E2 no ending.pdf"),
        ("odd ending", "letter.p d f", "E2 odd ending.pdf"),
        ("only an ending", ".pdf", "E2 only an ending.pdf"),
    ],
)
def test_names(caption: str, name: str, wanted: str) -> None:
    assert named(caption, name) == wanted


def test_a_kind_without_usual_ending_goes_without() -> None:
    assert named("Photo", "photo", EvidenceKind.IMAGE) == "E2 Photo"


def test_names_are_never_too_long() -> None:
    assert len(named("long " * 100)) <= 90
    assert len(named("\U0001f333" * 300).encode()) <= 200


@given(st.text(st.characters(), max_size=120), st.text(st.characters(), max_size=20), st.integers(1, 999))
def test_any_caption_gives_a_name_for_every_computer(caption: str, name: str, number: int) -> None:
    found = named(caption, name, EvidenceKind.OTHER, number)
    assert re.match(rf"E{number}( |\.|$)", found)
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', found)
    assert found == found.rstrip(" .")
    assert len(found.encode("utf-8")) <= 200
