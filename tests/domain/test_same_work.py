"""Whether two references are to the same work."""

from __future__ import annotations

from dataclasses import replace

from otcpd.domain.reading import Reference
from otcpd.domain.same_work import KnownWorks

ARTICLE = Reference(title="Rails & steps", authors="Rowan, E", year="2024", doi="10.1177/Abc", pmid="31234567")


def finds(known: Reference, other: Reference) -> bool:
    works = KnownWorks()
    works.add("there", known)
    return works.find(other) == "there"


def test_the_same_doi_or_pmid_is_the_same_work_whatever_the_title() -> None:
    assert finds(ARTICLE, Reference(title="Other", doi="10.1177/aBC"))
    assert finds(ARTICLE, Reference(title="Other", pmid="31234567"))


def test_title_and_year_tell_where_a_number_is_missing() -> None:
    assert finds(ARTICLE, Reference(title="RAILS & steps.", year="2024"))
    assert finds(ARTICLE, Reference(title="Rails and steps".replace("and", "&"), authors="Rowan, Eilidh"))
    assert not finds(ARTICLE, Reference(title="Rails & steps", year="2020"))
    assert not finds(ARTICLE, Reference(title="Rails & steps", year="2024", authors="Birch, I"))
    assert not finds(ARTICLE, Reference(title="", year="2024"))


def test_other_numbers_are_other_works() -> None:
    assert not finds(ARTICLE, replace(ARTICLE, doi="10.1177/other", pmid=""))
    assert not finds(ARTICLE, replace(ARTICLE, doi="", pmid="1"))
