"""The confidentiality check, by the table of the profession's facts and by what people really write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.catalogue.loading import load_identifier_rules
from otcpd.domain.check_digits import passes_modulus_10, passes_modulus_11
from otcpd.domain.identifier_rules import IdentifierKind
from otcpd.domain.identifiers import IdentifierCheck

CHECK = IdentifierCheck(load_identifier_rules())


def seen(text: str, *own: str) -> list[tuple[str, str, bool]]:
    """Kind, words and sureness of all that is found."""
    return [(one.kind.value, one.text, one.sure) for one in CHECK.find(text, own)]


@pytest.mark.parametrize(
    ("number", "eleven", "ten"),
    [
        ("1904851231", True, False),
        ("1904851233", False, True),
        ("1904851232", False, False),
        ("0101701233", True, True),
        ("0101700136", False, True),
        ("9434765919", True, False),
    ],
)
def test_check_digits(number: str, eleven: bool, ten: bool) -> None:
    assert (passes_modulus_11(number), passes_modulus_10(number)) == (eleven, ten)


@given(stem=st.text("0123456789", min_size=9, max_size=9))
def test_each_stem_has_one_digit_by_ten_and_at_most_one_by_eleven(stem: str) -> None:
    assert sum(passes_modulus_10(stem + digit) for digit in "0123456789") == 1
    assert sum(passes_modulus_11(stem + digit) for digit in "0123456789") <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her CHI is 1904851231.", [("chi", "1904851231", True)]),
        ("190485 1233 was seen", [("chi", "190485 1233", True)]),
        ("1904851232", [("chi", "1904851232", False)]),
        ("0101700136", [("chi", "0101700136", True)]),
        ("3102901231", []),
        ("NHS 943 476 5919", [("nhs_number", "943 476 5919", True)]),
        ("9434765919", [("nhs_number", "9434765919", False)]),
        ("AB 12 34 56 C", [("ni_number", "AB 12 34 56 C", True)]),
        ("ab123456c", [("ni_number", "ab123456c", True)]),
        ("QQ123456A", []),
        ("BG123456A", []),
        ("My number is OT123456 a colleague said", []),
        ("EH1 1AA", [("postcode", "EH1 1AA", False)]),
        ("KW17 2AB", [("postcode", "KW17 2AB", False)]),
        ("PH15GD", [("postcode", "PH15GD", False)]),
        ("EC1A 1BB", [("postcode", "EC1A 1BB", False)]),
        ("GIR 0AA", [("postcode", "GIR 0AA", False)]),
        ("Q1 1AA", []),
        ("EH1 1AC", []),
        ("the bus on 5 to town, or on5 1to", []),
        ("She was born on 3 May 1941.", [("birth_date", "3 May 1941", True)]),
        ("DOB: 03/05/1941", [("birth_date", "03/05/1941", True)]),
        ("D.O.B. 3.5.41", [("birth_date", "3.5.41", True)]),
        ("Seen on 3 May 2026.", []),
        ("lives at 14 Larch Terrace", [("address", "14 Larch Terrace", False)]),
        ("Flat 2/1", [("address", "Flat 2/1", False)]),
        ("the door of 3F2", [("address", "3F2", False)]),
        ("half is 1/2", []),
        ("ring 01632 960123", [("phone", "01632 960123", True)]),
        ("+44 7700 900123 in the morning", [("phone", "+44 7700 900123", True)]),
        ("(01632) 960 123", [("phone", "(01632) 960 123", True)]),
        ("+44 (0)1632 960123", [("phone", "+44 (0)1632 960123", True)]),
        ("e-mail rowan.alder@example.org now", [("email", "rowan.alder@example.org", True)]),
        ("Mrs Birch was tired", [("name", "Mrs Birch", False)]),
        ("Dr. Rowan Alder", [("name", "Dr. Rowan Alder", False)]),
        ("her husband Larch helps", [("name", "husband Larch", False)]),
        ("her husband helps", []),
        ("Miss", []),
        ("SWIS 123456", [("case_number", "SWIS 123456", True)]),
        ("Mosaic ID: 1234567", [("case_number", "Mosaic ID: 1234567", True)]),
        ("ref no 55512", [("case_number", "ref no 55512", False)]),
        ("preferred 55512 referred 55512", []),
        ("CHI1904851231", [("chi", "1904851231", True)]),
        ("CHI 190 485 1231", [("chi", "190 485 1231", True)]),
        ("CHI 190485\u00a01231", [("chi", "190485\u00a01231", True)]),
        ("190 485 1232", []),
        ("ISBN 0198526636, ISBN-10: 0198526636", []),
        ("doi 10.1177/0308022620 and 10.1177/0308022619883204", []),
        ("978190485123100, 21904851231, 19048512315", []),
        ("AB123456 C", [("ni_number", "AB123456 C", True)]),
        ("AB 123456 C", [("ni_number", "AB 123456 C", True)]),
        ("OT123456 A colleague", []),
        ("born on a Wednesday, 3 May 1941", [("birth_date", "3 May 1941", True)]),
        ("DOB 1941-05-03", [("birth_date", "1941-05-03", True)]),
        ("She was born here. On 3 May 2026 we met", []),
        ("01632 960123 3 times", [("phone", "01632 960123", True)]),
        ("on 05-11-2026 14:00, 05 11 2026 10 of us", []),
        ("0044 1632 960123", [("phone", "0044 1632 960123", True)]),
        ("2/1 14 Larch Street", [("address", "14 Larch Street", False)]),
        ("2/1, Larch Road", [("address", "2/1, Larch Road", False)]),
        ("flat 3F2, flat 2/1, the flat 2 weeks later", [("address", "3F2", False), ("address", "flat 2/1", False)]),
        ("Mrs Birch’s chair", [("name", "Mrs Birch", False)]),
        ("Mrs O’Neill and MRS BIRCH", [("name", "Mrs O’Neill", False), ("name", "MRS BIRCH", False)]),
        ("Mr Élan", [("name", "Mr Élan", False)]),
        ("her husband Mr Birch", [("name", "Mr Birch", False)]),
        ("Mrs Birch\nVisited", [("name", "Mrs Birch", False)]),
        ("Mr A and Mrs B. on MS Teams; I miss Perth", []),
        ("Mrs A. She sat up. Mr B OT visit, Mrs C OTs", []),
        ("Mr R Birch", [("name", "Mr R Birch", False)]),
        ("Miss J.R.Birch", [("name", "Miss J.R.Birch", False)]),
        ("Mrs van der Birch", [("name", "Mrs van der Birch", False)]),
        ("her daughter called Isla", [("name", "daughter called Isla", False)]),
        ("D.O.B 03/05/1941", [("birth_date", "03/05/1941", True)]),
        ("978-0-19-852663-6", []),
        ("The mosaic 12345 tiles", []),
        ("ISBN 978-1-904851-23-1", []),
        ("£1904851231.50", []),
        ("Room 101, 3 papers, 2 h on 20/11/2026 at 09:30", []),
        ("", []),
    ],
)
def test_reads_what_is_written(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert seen(text) == expected


def test_own_details_give_nobody_away() -> None:
    text = "Ring me on 01632 960123 or eilidh@example.org, EH1 1AA. Not Mrs Birch on +44 1632 960124."
    own = ("+44 1632 960123", "Eilidh@Example.org", "eh1 1aa")
    assert [kind for kind, _, _ in seen(text, *own)] == ["name", "phone"]


def test_several_in_one_text_are_told_in_its_order() -> None:
    text = "Mr Alder, 14 Larch Road, EH1 1AA, CHI 1904851231, 07700 900123"
    assert [kind for kind, _, _ in seen(text)] == ["name", "address", "postcode", "chi", "phone"]


@given(text=st.text(st.sampled_from("OTab 019485/-.()+,@AEHMrs\n"), max_size=80))
def test_places_are_those_of_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for one in CHECK.find(text):
        assert text[one.start : one.end] == one.text != ""
        assert one.start >= end
        end = one.end


def test_every_kind_has_words() -> None:
    rules = load_identifier_rules()
    assert set(rules.words) == set(IdentifierKind)
    assert list(rules.words) == list(IdentifierKind), "the file tells the order in which kinds win"


def test_the_own_name_behind_a_title_gives_nobody_away() -> None:
    own = ("Eilidh Jane Rowan", "OT000123")
    assert seen("Ms Rowan and Ms. Eilidh Rowan, OT000123", *own) == []
    assert [text for _, text, _ in seen("Mrs Rowan Birch, her husband Rowan", *own)] == [
        "Mrs Rowan Birch",
        "husband Rowan",
    ]


WORDS = ["1904851231", "943 476 5919", "Mrs Birch", "01632 960123", "a@b.example", "AB 12 34 56 C", "EH1 1AA", "born"]
DETAILS = ["3 May 1941", "14 Larch Road", "SWIS 123456", "Mr", "’s", "OT000123", " ", "\n", ", ", "0", "1", "-", "x"]
PIECES = st.sampled_from([*WORDS, *DETAILS])


@given(text=st.lists(PIECES, max_size=30).map("".join), letters=st.integers(1, 60))
def test_where_slices_end_makes_no_difference(text: str, letters: int) -> None:
    parts = [one for part in CHECK.look(text, letters) for one in part]
    assert CHECK.settle(parts) == CHECK.find(text)


@given(text=st.lists(PIECES, max_size=20).map("".join), before=st.integers(0, 9))
def test_what_is_found_is_found_again_further_on(text: str, before: int) -> None:
    moved = CHECK.find("\n" * before + text)
    assert [(one.kind, one.text, one.start - before) for one in moved] == [
        (one.kind, one.text, one.start) for one in CHECK.find(text)
    ]


@given(digits=st.text("0123456789", min_size=11, max_size=30))
def test_longer_runs_of_digits_are_no_health_number(digits: str) -> None:
    assert not {kind for kind, _, _ in seen(f"no. {digits}!")} & {"chi", "nhs_number"}


LONG = 200_000
"""Letters of a text as long as any."""


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "piece",
    [
        "0",
        "1 ",
        "Mr A",
        "a@",
        "a@b.",
        "A1",
        "Mrs Birch ",
        "SWIS   ",
        "born ",
        "0-",
        "14 Larch ",
        "OT ",
        "(0) ",
        "10.1/",
    ],
)
def test_long_texts_take_no_long_time(piece: str) -> None:
    """Looking at each place once takes a fraction of a second; at each pair of places, many minutes."""
    CHECK.find(piece * (LONG // len(piece)))
