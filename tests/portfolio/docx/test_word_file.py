"""The Word copy as a file: what it is made of, and what readers and word processors rely on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from otcpd.portfolio.docx.write import profile_docx
from otcpd.portfolio.pdf.style import WIDTH
from tests.portfolio.docx.cases import CASES
from tests.portfolio.docx.reading import WORDS, WordReading, text_of, value
from tests.portfolio.samples import EILIDH, full_profile, profile

ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind "
        "contextualSpacing jc outlineLvl rPr"
    ),
    "rPr": "rStyle rFonts b bCs i iCs color spacing sz szCs u rtl cs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left bottom right insideH insideV",
    "tcMar": "top left bottom right",
    "tblCellMar": "top left bottom right",
    "sectPr": "headerReference footerReference pgSz pgMar cols titlePg docGrid",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr rPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
}
"""In which order the schema of ECMA-376 part 1 wants what is in an element; Word refuses files that differ."""


@pytest.fixture(scope="module")
def full() -> WordReading:
    return WordReading(profile_docx(full_profile()))


def elements(reading: WordReading, tag: str) -> Iterator[Element]:
    for part in reading.parts.values():
        yield from part.iter(f"{WORDS}{tag}")


@pytest.mark.parametrize("case", CASES)
def test_elements_stand_in_the_order_of_the_schema(case: str) -> None:
    reading = WordReading(profile_docx(CASES[case]))
    for tag, order in ORDER.items():
        places = {f"{WORDS}{name}": place for place, name in enumerate(order.split())}
        for one in elements(reading, tag):
            for first, second in pairwise(places[child.tag] for child in one):
                assert first <= second, f"{tag}: {[child.tag for child in one]}"


def test_every_style_that_is_used_is_there_and_every_one_that_is_there_is_used() -> None:
    used: set[str] = set()
    for content in CASES.values():
        reading = WordReading(profile_docx(content))
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            used |= {value(one) for one in elements(reading, tag)}
    assert {value(one, "styleId") for one in elements(reading, "style")} == used | {"DefaultParagraphFont", "NoList"}


def test_the_file_has_nothing_of_a_template(full: WordReading) -> None:
    assert set(full.files) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    }
    assert not any(b"python" in data or b"otcpd" in data for data in full.files.values())


def test_properties_are_the_persons_own_and_no_more(full: WordReading) -> None:
    assert full.properties == {
        "title": "CPD profile of Eilidh Rowan",
        "creator": "Eilidh Rowan",
        "language": "en-GB",
        "created": "2026-11-21T00:00:00Z",
        "modified": "2026-11-21T00:00:00Z",
    }


def test_a_very_long_name_is_cut_where_it_has_no_room() -> None:
    name = "Rowan " * 100
    reading = WordReading(profile_docx(profile(person=replace(EILIDH, name=name))))
    assert reading.tables[0].rows[0].texts[1] == name.strip()
    assert len(reading.properties["creator"]) == len(reading.properties["title"]) == 255
    assert text_of(reading.footers()[0]).startswith("Rowan Rowan Rowan Rowan Rowan Rowan Rowan…\t")


def test_the_same_content_gives_the_same_bytes() -> None:
    first = profile_docx(full_profile())
    profile_docx(CASES["markup"])
    assert profile_docx(full_profile()) == first
    assert {(one.date_time, one.create_system) for one in WordReading(first).entries} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_language_and_font_are_set_for_all_text(full: WordReading) -> None:
    defaults = full.parts["word/styles.xml"].find(f"{WORDS}docDefaults")
    assert defaults is not None
    assert value(defaults.find(f".//{WORDS}lang")) == "en-GB"
    fonts = defaults.find(f".//{WORDS}rFonts")
    assert {value(fonts, name) for name in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Arial"}
    assert [value(one) for one in elements(full, "altName")] == ["Liberation Sans"]


@pytest.mark.parametrize("case", CASES)
def test_tables_fit_the_page_and_say_what_they_are(case: str) -> None:
    reading = WordReading(profile_docx(CASES[case]))
    for table in reading.tables:
        assert sum(table.widths) <= WIDTH * 20 + 1
        assert table.caption
        for row in table.rows:
            assert sum(cell.columns for cell in row.cells) == len(table.widths)
    assert [value(one, "type") for one in elements(reading, "tblLayout")] == ["fixed"] * len(reading.tables)


def test_heads_are_repeated_and_short_rows_stay_whole() -> None:
    reading = WordReading(profile_docx(CASES["four hundred activities"]))
    for table in reading.tables[1:]:
        assert [row.head for row in table.rows] == [True] + [False] * (len(table.rows) - 1)
        assert all(row.whole for row in table.rows)
    assert len(reading.table("Category", "Evidence").rows) == 401


def test_rows_taller_than_a_page_may_be_divided() -> None:
    rows = WordReading(profile_docx(CASES["tall rows"])).table("Category", "Evidence").rows
    assert [row.whole for row in rows] == [True, False, False, False, False]


def test_paper_is_a4_with_margins_of_17_mm(full: WordReading) -> None:
    (size,) = elements(full, "pgSz")
    assert (value(size, "w"), value(size, "h")) == ("11906", "16838")
    (margins,) = elements(full, "pgMar")
    assert (value(margins, "left"), value(margins, "right")) == ("964", "964")


def test_contents_lead_to_headings(full: WordReading) -> None:
    links = list(elements(full, "hyperlink"))
    assert [text_of(link) for link in links] == [
        "Part 1\tSummary of recent practice",
        "Part 2\tCPD activities in date order",
        "Part 3\tPersonal statement",
        "Part 4\tEvidence, E1 to E4",
        "\tWhere the five standards are shown",
        "\tDeclaration that this is my own work",
        "\tWhat is not in this profile",
    ]
    headings = {
        value(one.find(f"{WORDS}bookmarkStart"), "name"): text_of(one)
        for one in elements(full, "p")
        if one.find(f"{WORDS}bookmarkStart") is not None
    }
    assert [headings[value(link, "anchor")].split(". ")[-1] for link in links] == [
        "Summary of recent practice",
        "CPD activities in date order",
        "Personal statement",
        "Evidence",
        "Where the five standards are shown",
        "Declaration that this is my own work",
        "What is not in this profile",
    ]
    numbers = [value(one, "id") for one in elements(full, "bookmarkStart")]
    assert len(set(numbers)) == len(numbers)
    assert [value(one, "id") for one in elements(full, "bookmarkEnd")] == numbers


def test_each_page_has_its_foot(full: WordReading) -> None:
    period = "HCPC CPD profile, 1 November 2025 to 21 November 2026"
    assert [text_of(one) for one in full.footers()] == [f"Eilidh Rowan, OT000123\t{period}\tPage 1 of 1"] * 2
    for footer in full.footers():
        assert [value(one, "instr") for one in footer.iter(f"{WORDS}fldSimple")] == ["PAGE", "NUMPAGES"]
