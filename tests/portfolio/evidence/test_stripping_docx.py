"""Word documents lose author, comments and the names of reviewers; their words stay."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PIL import Image

from otcpd.portfolio.evidence.stripping.docx import strip_docx
from otcpd.portfolio.evidence.stripping.plan import NotStripped
from tests.portfolio.evidence import bad_pictures as bad

SECRET = "Quillfeather"
WORDS = ["A heading", "What I learned & why: ‘käse’ <b> {x}", "before  kept  after", "the end"]

MARKUP = {
    "<w:body>": (
        '<w:body><w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"><w:r><w:t xml:space="preserve">before  </w:t></w:r>'
        f'<w:ins w:id="7" w:author="{SECRET}" w:date="2026-11-03T10:00:00Z"><w:r><w:t>kept</w:t></w:r></w:ins>'
        f'<w:permStart w:id="9" w:ed="{SECRET}"/><w:permEnd w:id="9"/>'
        '<w:r><w:t xml:space="preserve">  after</w:t></w:r></w:p>'
    )
}
"""What reviewing adds to a document."""


def telling(path: Path) -> Path:
    """A document of python-docx with all that should go, as Word adds it."""
    picture = io.BytesIO(bad.held(path.with_name("photo"), 6).read_bytes())
    document = docx.Document()
    document.core_properties.author = SECRET
    document.core_properties.last_modified_by = SECRET
    document.core_properties.comments = SECRET
    document.add_heading(WORDS[0])
    run = document.add_paragraph(WORDS[1]).runs[0]
    document.add_comment(run, text=SECRET, author=SECRET, initials="QF")
    document.add_picture(picture)
    document.add_paragraph(WORDS[3])
    document.save(str(path))
    return changed(path, {"word/document.xml": with_markup, "word/settings.xml": with_template, **MORE})


def with_markup(xml: str) -> str:
    for old, new in MARKUP.items():
        assert old in xml
        xml = xml.replace(old, new, 1)
    return xml


def with_template(xml: str) -> str:
    rsids = '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>'
    return xml.replace(
        "</w:settings>", f'<w:docVars><w:docVar w:name="a" w:val="{SECRET}"/></w:docVars>{rsids}</w:settings>'
    )


MORE: dict[str, Callable[[str], str]] = {
    "docProps/app.xml": lambda _: f"<Properties><Company>{SECRET}</Company><Manager>{SECRET}</Manager></Properties>",
    "word/people.xml": lambda _: f"<people>{SECRET}</people>",
    "customXml/item1.xml": lambda _: f"<a>{SECRET}</a>",
}


def changed(path: Path, changes: dict[str, Callable[[str], str]], *more: str) -> Path:
    """The same archive with some parts changed, and `more` added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, change in changes.items():
        parts[name] = change(parts.get(name, b"").decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        for name in more:
            archive.writestr(name, SECRET)
    return path


def stripped(path: Path) -> tuple[bytes, bool]:
    out = io.BytesIO()
    sure = strip_docx(path, out)
    return out.getvalue(), sure


def everything(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return b"\n".join((name.encode() + archive.read(name)) for name in archive.namelist())


def test_nothing_hidden_stays(tmp_path: Path) -> None:
    source = telling(tmp_path / "letter.docx")
    before = everything(source.read_bytes())
    after, sure = stripped(source)
    assert sure
    found = everything(after)
    for gone in (SECRET, "Isla Birch", "00AB12CD", "2026-11-03", "docProps", "comment", "customXml", "permStart"):
        assert gone.encode() in before, gone
        assert gone.encode() not in found.replace(b"commentsExtended", b""), gone


def test_the_words_and_pictures_stay(tmp_path: Path) -> None:
    after, _ = stripped(telling(tmp_path / "letter.docx"))
    document = docx.Document(io.BytesIO(after))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert [words[1], words[2], words[4]] == [WORDS[0], WORDS[1], WORDS[3]]
    assert words[0] == "before    after"  # python-docx does not read what was put in; it is there all the same
    assert b"kept" in everything(after)
    assert document.paragraphs[1].style is not None
    assert document.paragraphs[1].style.name == "Heading 1"
    (image,) = [part for part in document.part.package.iter_parts() if str(part.partname).startswith("/word/media/")]
    with Image.open(io.BytesIO(image.blob)) as picture:
        assert picture.getexif().get(0x0112) == 6
        assert len(picture.getexif()) == 1


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    source = telling(tmp_path / "letter.docx")
    once, _ = stripped(source)
    assert stripped(source)[0] == once
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


@pytest.mark.parametrize(
    "part", ["word/embeddings/Microsoft_Excel_Sheet.xlsx", "word/vbaProject.bin", "word/media/a.emf"]
)
def test_parts_we_cannot_look_into_are_told_of(tmp_path: Path, part: str) -> None:
    after, sure = stripped(changed(telling(tmp_path / "letter.docx"), {}, part))
    assert not sure
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert archive.read(part) == SECRET.encode()
        assert "docProps/core.xml" not in archive.namelist()


def signed(path: Path) -> None:
    changed(telling(path), {}, "_xmlsignatures/sig1.xml")


def with_entities(path: Path) -> None:
    def entity(xml: str) -> str:
        return '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + xml[xml.index("?>") + 2 :]

    changed(telling(path), {"word/document.xml": entity})


def damaged(path: Path) -> None:
    path.write_bytes(telling(path).read_bytes()[:-50])


def broken_inside(path: Path) -> None:
    changed(telling(path), {"word/document.xml": lambda xml: xml[:-30]})


def spreadsheet(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")


def noise(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 and nothing more")


@pytest.mark.parametrize("make", [signed, with_entities, damaged, broken_inside, spreadsheet, noise])
def test_some_are_better_left_alone(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "letter.docx")
    with pytest.raises(NotStripped):
        stripped(tmp_path / "letter.docx")
