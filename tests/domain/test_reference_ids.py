"""DOI, PMID and ISBN: what is taken off them, and what is said of those that cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.reference_ids import (
    DOI_LOOKS,
    ISBN_CHECK,
    ISBN_LENGTH,
    PMID_LOOKS,
    doi_in,
    doi_note,
    is_doi,
    is_isbn,
    isbn_note,
    plain_doi,
    plain_isbn,
    plain_pmid,
    pmid_note,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("10.1177/0308022620942110", "10.1177/0308022620942110"),
        ("https://doi.org/10.1177/abc", "10.1177/abc"),
        ("http://dx.doi.org/10.1177/abc.", "10.1177/abc"),
        ("doi:10.1177/abc", "10.1177/abc"),
        ("DOI: https://doi.org/10.1177/abc", "10.1177/abc"),
        ("doi.org/10.1002/(SICI)1097-4571(199806)49%3A8", "10.1002/(SICI)1097-4571(199806)49:8"),
        ("10.1002/(SICI)1099-0771", "10.1002/(SICI)1099-0771"),
        ("10.1177/abc)", "10.1177/abc"),
        ("", ""),
    ],
)
def test_a_doi_loses_what_stands_round_it(text: str, plain: str) -> None:
    assert plain_doi(text) == plain
    assert doi_note(text) == ""


@pytest.mark.parametrize("text", ["11.1177/abc", "10.1177", "10.12/abc", "rubbish", "10.1177/", "10.1177/a b"])
def test_what_is_no_doi_is_said_kindly(text: str) -> None:
    assert doi_note(text) == DOI_LOOKS


def test_a_doi_is_found_in_an_address() -> None:
    assert doi_in("https://journals.example.org/doi/full/10.1177/030802.24?x=1") == "10.1177/030802.24?x=1"
    assert doi_in("https://example.org/page") == ""


@pytest.mark.parametrize(
    ("text", "plain", "note"),
    [
        ("31234567", "31234567", ""),
        ("PMID: 31234567", "31234567", ""),
        ("https://pubmed.ncbi.nlm.nih.gov/31234567/", "31234567", ""),
        ("", "", ""),
        ("312345678", "312345678", PMID_LOOKS),
        ("0123", "0123", PMID_LOOKS),
        ("PMC123", "PMC123", PMID_LOOKS),
    ],
)
def test_a_pmid_is_up_to_eight_digits(text: str, plain: str, note: str) -> None:
    assert (plain_pmid(text), pmid_note(text)) == (plain, note)


@pytest.mark.parametrize(
    ("text", "plain", "note"),
    [
        ("978-0-306-40615-7", "9780306406157", ""),
        ("ISBN 0-306-40615-2", "0306406152", ""),
        ("ISBN-13: 978 0 306 40615 7 (paperback)", "9780306406157", ""),
        ("0-8044-2957-X", "080442957X", ""),
        ("", "", ""),
        ("978-0-306-40615-8", "9780306406158", ISBN_CHECK),
        ("0-306-40615-3", "0306406153", ISBN_CHECK),
        ("12345", "12345", ISBN_LENGTH),
        ("a book", "a book", ISBN_LENGTH),
    ],
)
def test_the_last_digit_of_an_isbn_goes_with_the_others(text: str, plain: str, note: str) -> None:
    assert (plain_isbn(text), isbn_note(text)) == (plain, note)


@given(st.from_regex(r"97[89][0-9]{9}", fullmatch=True), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_of_an_isbn_is_always_found(start: str, place: int, more: int) -> None:
    total = sum(int(sign) * (3 if at % 2 else 1) for at, sign in enumerate(start))
    right = f"{start}{-total % 10}"
    wrong = right[:place] + str((int(right[place]) + more) % 10) + right[place + 1 :]

    assert is_isbn(right)
    assert not is_isbn(wrong)


@given(st.text(max_size=60))
def test_taking_off_what_stands_round_a_number_is_done_once(text: str) -> None:
    for reader in (plain_doi, plain_pmid, plain_isbn):
        found = reader(text)
        assert "\n" not in found
    if is_doi(plain_doi(text)):
        assert plain_doi(plain_doi(text)) == plain_doi(text)
