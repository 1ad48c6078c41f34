"""Files of references: taken as far as sense can be made of them, with a list of what was not."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.reading import ReadingKind, Reference
from otcpd.exchange.import_kind import ImportKind, import_kind
from otcpd.exchange.references import RUN_TOGETHER, ReadReferences
from otcpd.exchange.references_bib import read_bib
from otcpd.exchange.references_in import read_references, references_in
from otcpd.exchange.references_nbib import read_nbib
from otcpd.exchange.references_ris import read_ris
from otcpd.exchange.references_text import lines_of, plain

RIS = """TY  - JOUR
AU  - Rowan, Eilidh
AU  - Alder, Fiona
TI  - Rails &amp; <i>steps</i> in the home
JO  - British Journal of Occupational Therapy
PY  - 2024/03/01
VL  - 87
IS  - 3
SP  - 1123
EP  - 9
DO  - https://doi.org/10.1177/0308022624001
ER  -
"""
RAILS = Reference(
    title="Rails & steps in the home",
    authors="Rowan, Eilidh\nAlder, Fiona",
    year="2024",
    container="British Journal of Occupational Therapy",
    volume="87",
    issue="3",
    pages="1123-1129",
    doi="10.1177/0308022624001",
)
NBIB = """
PMID- 31234567
OWN - NLM
TI  - Home modifications and
      falls.
FAU - Rowan, Eilidh
AU  - Rowan E
JT  - The British journal of occupational therapy
DP  - 2024 Mar
PG  - 12-20
LID - 10.1177/x123 [doi]
PT  - Journal Article

PMID- 2
TI  - [Etwas.]
AU  - Birch IM
CN  - Trees Group
"""
BIB = r"""@string{bjot = "British Journal of Occupational Therapy"}
@article{a, author = {Rowan, Eilidh and M{\"u}ller, J{\'e}r{\^o}me and {Royal College, of OTs} and others},
  title={{R}ails \& steps: 50% of people pay $5}, journal = bjot, year = 2024, pages = {12--20}, doi={10.1177/a_b}}
@article{a, author = "Jan van der Berg", title = "Same key"
  year = 2020
}
@book{c, title = {No end}, author = {Larch, I}, year = 1999
@misc{d, title={Page}, url={https://x.example.org/a\_b}, }
@wurst{e, title={Odd}}
"""


def said(found: ReadReferences) -> list[str]:
    return [f"{one.line}: {one.what}" for one in found.not_understood]


def as_ris(*lines: str) -> ReadReferences:
    return references_in("\n".join(lines).encode(), "a.ris")


def test_a_whole_entry_of_ris_is_read_whole() -> None:
    found = references_in(RIS.encode(), "a.ris")

    assert found.references == (RAILS,)
    assert found.not_understood == ()


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + RIS.encode(),
        RIS.replace("\n", "\r\n").encode("utf-16"),
        RIS.replace("\n", "\r").encode(),
        RIS.replace("  - ", " - ").encode(),
        RIS.replace("  - ", "  -").encode(),
        f"\n\n{RIS}".replace("TY  -", "  ty  -").encode(),
        RIS.replace("Rails", "Rails\x00").encode("utf-8"),
        RIS.replace("TI  - Rails &amp; <i>steps</i>", "TI  - Rails &amp;\n<i>steps</i>").encode(),
    ],
)
def test_marks_ends_of_lines_and_blanks_make_no_difference(data: bytes) -> None:
    assert references_in(data, "some.txt").references == (RAILS,)


def test_a_missing_end_parts_entries_and_is_said() -> None:
    found = as_ris(
        "TY  - BOOK", "TI  - One", "TY  - CHAP", "TI  - Two", "T2  - Book", "ER  - TY  - ELEC", "TI  - Three"
    )

    assert [(one.kind, one.title) for one in found.references] == [
        (ReadingKind.BOOK, "One"),
        (ReadingKind.CHAPTER, "Two"),
        (ReadingKind.WEB, "Three"),
    ]
    assert found.lines == (1, 3, 6)
    assert said(found) == ["1: Its end (ER) is missing.", "6: Its end (ER) is missing."]


def test_what_is_not_known_is_listed_with_its_entry_and_line() -> None:
    found = as_ris(
        "rubbish", "TY  - WURST", "TI  - Odd", "ZZ  - what", "Q9  - what", "N1  - mine", "ER  - ", "TY  - JOUR", "ER  -"
    )

    assert [one.kind for one in found.references] == [ReadingKind.OTHER]
    assert said(found) == [
        "1: ‘rubbish’ belongs to no entry.",
        "2: Its kind ‘WURST’ is not known.",
        "2: The tags ‘Q9’ and ‘ZZ’ are not known.",
        "2: Its notes were not taken.",
        "8: There is nothing in this entry but its kind.",
    ]
    assert found.not_understood[1].entry == "Odd"


def test_two_encodings_in_one_file_are_both_read() -> None:
    data = "TY  - BOOK\nTI  - Café\n".encode() + "AU  - Müller, Jörg\nER  -\n".encode("cp1252")

    (book,) = references_in(data, "a.ris").references

    assert (book.title, book.authors) == ("Café", "Müller, Jörg")


def test_letters_that_are_lost_are_said_to_be() -> None:
    found = references_in(b"TY  - BOOK\nTI  - A\x81b\xff\nER  -\n", "a.ris")

    assert "another encoding" in found.not_understood[0].what


def test_pubmed_is_read_with_lines_that_go_on() -> None:
    found = references_in(NBIB.encode(), "a.nbib")

    assert found.references == (
        Reference(
            title="Home modifications and falls",
            authors="Rowan, Eilidh",
            year="2024",
            container="The British journal of occupational therapy",
            pages="12-20",
            doi="10.1177/x123",
            pmid="31234567",
        ),
        Reference(title="Etwas", authors="Birch, IM\nTrees Group", pmid="2"),
    )
    assert found.not_understood == ()


def test_pubmed_entries_run_together_are_parted_and_unknown_tags_said() -> None:
    found = references_in(b"PMID- 1\nTI  - One\nQQQ - what\nPMID- 2x\nTI  - Two\n", "a.nbib")

    assert [one.title for one in found.references] == ["One", "Two"]
    assert said(found) == ["1: The tag ‘QQQ’ is not known.", "4: ‘2x’ is no PMID."]


def test_bibtex_is_read_as_plain_text_and_mended_where_it_breaks_off() -> None:
    found = references_in(BIB.encode(), "a.bib")

    first, second, third, fourth, fifth = found.references
    assert first == Reference(
        title="Rails & steps: 50% of people pay $5",
        authors="Rowan, Eilidh\nMüller, Jérôme\nRoyal College of OTs",
        year="2024",
        container="British Journal of Occupational Therapy",
        pages="12-20",
        doi="10.1177/a_b",
    )
    assert (second.title, second.authors, second.year) == ("Same key", "van der Berg, Jan", "2020")
    assert (third.kind, third.title, third.year) == (ReadingKind.BOOK, "No end", "1999")
    assert (fourth.kind, fourth.url) == (ReadingKind.WEB, "https://x.example.org/a_b")
    assert fifth.title == "Odd"
    assert said(found) == [
        "2: It has more authors than it names.",
        "4: A comma between its fields is missing.",
        "7: It breaks off before its end.",
        "9: Its kind ‘wurst’ is not known.",
    ]


def test_an_entry_beyond_mending_does_not_take_the_others_with_it() -> None:
    found = references_in(b'@article{a, = = "{x}, y\n@book{b, title={Two}}\n', "a.bib")

    assert [one.title for one in found.references] == ["Two"]
    assert [one.line for one in found.not_understood] == [1]


@pytest.mark.parametrize("name", ["a.ris", "a.nbib", "a.bib", "a.txt"])
@pytest.mark.parametrize("data", [b"", b"\n \n", b"Dear Fiona,\n", b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_a_file_without_references_is_refused_in_words(name: str, data: bytes) -> None:
    with pytest.raises(NotAcceptable) as told:
        references_in(data, name)

    assert name in told.value.text


def test_tags_of_web_pages_go_and_signs_of_mathematics_stay() -> None:
    assert plain("p &lt; 0.05 in <b>CO<sub>2</sub></b> &amp;amp; x > 3 &eacute;") == "p < 0.05 in CO2 & x > 3 é"


@pytest.mark.parametrize(("name", "text"), [("a", RIS), ("b", NBIB), ("c", BIB), ("d.ris", "TI  - x")])
def test_the_content_says_what_is_to_be_imported(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)

    assert import_kind(path) is ImportKind.REFERENCES


@pytest.mark.parametrize("text", ["Date,Title\n2026-01-01,Read @home\n", "[]", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"])
def test_other_files_stay_what_they_are(tmp_path: Path, text: str) -> None:
    path = tmp_path / "file.txt"
    path.write_text(text)

    assert import_kind(path) is not ImportKind.REFERENCES


def test_five_thousand_entries_are_all_read(tmp_path: Path) -> None:
    path = tmp_path / "many.ris"
    path.write_text("".join(RIS.replace("home", f"home {number}") for number in range(5000)))

    found = read_references(path)

    assert len(found.references) == 5000
    assert found.lines[-1] == 4999 * 12 + 1


_PIECES = st.sampled_from(
    [
        *RIS.splitlines(),
        *NBIB.splitlines(),
        *BIB.splitlines(),
        "",
        "}",
        "{",
        '"',
        "@article{x,",
        "ER  - TY  - JOUR",
        "\\",
    ]
)


@settings(max_examples=150)
@given(
    st.one_of(
        st.lists(st.one_of(_PIECES, st.text(max_size=30)), max_size=30).map("\n".join).map(str.encode), st.binary()
    )
)
def test_whatever_the_bytes_are_there_are_references_and_a_list(data: bytes) -> None:
    lines = lines_of(data)
    for reader in (read_ris, read_nbib, read_bib):
        found = reader(lines)
        assert len(found.references) == len(found.lines)
        for reference in found.references:
            for name, value in asdict(reference).items():
                assert name == "authors" or "\n" not in value
        assert all(1 <= one.line <= len(lines) for one in found.not_understood)


def test_references_that_have_run_together_are_parted_or_told() -> None:
    pubmed = read_nbib("PMID- 1\nTI  - One\n\nTI  - Two\n\nPMID- 3\nTI  - Three".splitlines())
    assert [one.title for one in pubmed.references] == ["One", "Two", "Three"]
    for found in (
        read_ris("TY  - JOUR\nTI  - One\nPY  - 2020\nTI  - Two\nER  - ".splitlines()),
        read_bib(["@article{k, title={One}, year=2020@article{l, title={Two}, year=2020}}"]),
    ):
        assert [(one.title, one.year) for one in found.references] == [("One", "2020")]
        assert [one.what for one in found.not_understood] == [RUN_TOGETHER]
    same = read_ris("TY  - JOUR\nTI  - One\nTI  - One\nER  - ".splitlines())
    assert same.not_understood == ()
