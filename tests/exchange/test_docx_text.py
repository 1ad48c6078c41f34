"""Word documents as lines: tables, lists, headings, and what Word does not show."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from hypothesis import given
from hypothesis import strategies as st

from otcpd.exchange.docx_text import read_docx
from tests.exchange import samples

MOST = 10_000
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def text_of(document: Document, folder: Path, limit: int = MOST) -> str | None:
    document.save(str(folder / "a.docx"))
    return read_docx(folder / "a.docx", limit)


def text_of_body(body: str, folder: Path, limit: int = MOST) -> str | None:
    xml = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return read_docx(samples.docx_of(folder / "a.docx", xml.encode()), limit)


def fill(document: Document | _Cell, *rows: tuple[str, ...]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def test_each_row_of_a_table_is_a_line(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Seating review", 1)
    document.add_paragraph("The hours of each week:")
    fill(document, ("Week", "Hours sat", "Skin"), ("1", "", "red\nand sore"), ("2", "4", ""), ("", "", ""))
    document.add_paragraph("After the table")
    assert text_of(document, tmp_path) == (
        "Seating review\n\nThe hours of each week:\n\n"
        "Week | Hours sat | Skin\n1 |  | red and sore\n2 | 4 | \n\nAfter the table"
    )


def test_tables_in_tables_are_given_one_after_the_other(tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "On the left"
    fill(outer.cell(0, 1), ("a", "b"), ("c", "d"))
    assert text_of(document, tmp_path) == "On the left\n\na | b\nc | d"


def test_texts_set_in_a_table_stay_texts(tmp_path: Path) -> None:
    document = docx.Document()
    fill(document, ("All of it stands",), ("in one column",))
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text = "What did you learn?"
    cells[1].text = "First"
    cells[1].add_paragraph("Second")
    cells[1].add_paragraph("Third")
    assert text_of(document, tmp_path) == (
        "All of it stands\n\nin one column\n\nWhat did you learn?\n\nFirst\n\nSecond\n\nThird"
    )


def test_items_have_what_stands_before_them(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Aims")
    for style, text in (
        ("List Bullet", "one"),
        ("List Bullet", "two"),
        ("List Number", "do"),
        ("List Number", "check"),
    ):
        document.add_paragraph(text, style)
    document.add_paragraph("Lines\nof one paragraph")
    assert text_of(document, tmp_path) == "Aims\n\n• one\n• two\n1. do\n2. check\n\nLines\nof one paragraph"


NUMBERING = f"""<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%3"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
</w:num></w:numbering>"""


def item(text: str, level: int | str = 0, numbering: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr>{run(text)}</w:p>"


def numbered(body: str, folder: Path, numbering: str = NUMBERING) -> str | None:
    text_of_body(body, folder)
    with zipfile.ZipFile(folder / "a.docx", "a") as archive:
        archive.writestr("word/numbering.xml", numbering)
    return read_docx(folder / "a.docx", MOST)


def test_levels_are_counted_as_word_does(tmp_path: Path) -> None:
    body = item("a") + item("b") + item("c", 1) + item("d", 1) + item("e", 2) + item("f") + item("g", 1)
    assert numbered(body, tmp_path) == "3. a\n4. b\n4.a) c\n4.b) d\nI e\n5. f\n5.a) g"


def test_another_list_of_the_same_pattern_may_begin_anew(tmp_path: Path) -> None:
    assert numbered(item("a") + item("b", 0, 2) + item("c", 0, 2), tmp_path) == "3. a\n1. b\n2. c"


def test_what_is_no_item_has_no_mark(tmp_path: Path) -> None:
    body = item("a", 0, 0) + item("b", 3) + item("c", 0, 99)
    assert numbered(body, tmp_path) == "a\n\nb\n\nc"
    assert numbered(item("a", "x" * 40), tmp_path) == "3. a"


def test_damage_to_the_numbering_costs_no_words(tmp_path: Path) -> None:
    assert numbered(item("a") + item("b"), tmp_path, NUMBERING[:-9]) == "3. a\n4. b"
    assert numbered(item("a"), tmp_path, "<!DOCTYPE a><a/>") == "a"


def test_styles_that_are_based_on_each_other_end(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles["List Bullet"].base_style = document.styles["List Bullet 2"]
    document.styles["List Bullet 2"].base_style = document.styles["List Bullet"]
    for name in ("List Bullet", "List Bullet 2"):
        style = document.styles[name].element
        style.remove(style.pPr)
    document.add_paragraph("around", "List Bullet")
    assert text_of(document, tmp_path) == "around"


UNSEEN = {
    "hidden": f"<w:p>{run('seen')}{run('SECRET', '<w:vanish/>')}</w:p>",
    "deleted": f"<w:p>{run('seen')}<w:del><w:r><w:delText>SECRET</w:delText><w:tab/></w:r></w:del></w:p>",
    "moved away": f"<w:p>{run('seen')}<w:moveFrom>{run('SECRET')}</w:moveFrom></w:p>",
    "drawn in another way": (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{run('seen')}</w:p></w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent><w:p>{run('SECRET')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ),
    "in a hidden box": (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:txbxContent>"
        f"<w:p>{run('SECRET')}</w:p></w:txbxContent></w:r>{run('seen')}</w:p>"
    ),
    "tab stops": f'<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>{run("seen")}</w:p>',
    "shown before": f"<w:p>{run('seen', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>",
    "shown after all": "<w:p>" + run("seen", '<w:vanish w:val="false"/>') + "</w:p>",
}


@pytest.mark.parametrize("case", UNSEEN)
def test_what_word_does_not_show_is_left_out(case: str, tmp_path: Path) -> None:
    assert text_of_body(UNSEEN[case], tmp_path) == "seen"


@pytest.mark.parametrize("on", ["paragraph", "letters"])
def test_hidden_styles_hide(on: str, tmp_path: Path) -> None:
    document = docx.Document()
    style = document.styles["Quote" if on == "paragraph" else "Strong"].element
    style.get_or_add_rPr().append(OxmlElement("w:vanish"))
    document.add_paragraph("seen")
    last = document.add_paragraph("", "Quote").add_run("SECRET")
    if on == "letters":
        last.style = document.styles["Strong"]
    assert last._r.find(qn("w:t")) is not None
    assert text_of(document, tmp_path) == "seen"


def test_a_limit_is_kept_within_a_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Before")
    fill(document, *(("left", "right") for _ in range(50)))
    assert text_of(document, tmp_path, 40) == "Before\n\nleft | right\nleft | right"


@pytest.mark.parametrize("tag", ["tc", "tr", "p", "r"])
def test_what_is_nested_without_end_is_refused(tag: str, tmp_path: Path) -> None:
    assert text_of_body(f"<w:{tag}>" * 300 + f"</w:{tag}>" * 300, tmp_path) is None


PARTS = st.recursive(
    st.sampled_from(["", run("word"), f"<w:p>{run('word')}</w:p>"]),
    lambda below: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>",
        st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "del", "pPr"]),
        st.lists(below, max_size=4),
    ),
)


@given(body=PARTS, limit=st.integers(1, 60))
def test_elements_in_any_order_never_raise(body: str, limit: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = text_of_body(body, tmp_path_factory.getbasetemp(), limit)
    assert found is not None
    assert len(found) <= limit
