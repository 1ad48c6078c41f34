"""Words that may point to a person, each wording once, and the marks of decisions on them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.identifier_rules import FoundIdentifier, IdentifierKind
from otcpd.domain.pointed_words import mark_of, pointed_words

KEY = ("activity", "a", "learning")
OTHER = ("activity", "b", "learning")


def found(text: str, start: int = 0, kind: IdentifierKind = IdentifierKind.NAME) -> FoundIdentifier:
    return FoundIdentifier(kind, start, start + len(text), text, sure=False)


def test_one_wording_in_many_places_is_one() -> None:
    (one,) = pointed_words([found("Mrs Birch"), found("Mrs  BIRCH", 20)], KEY)
    assert (one.text, one.places) == ("Mrs Birch", ((0, 9), (20, 30)))


def test_what_looks_like_two_things_is_two() -> None:
    both = [found("1904851231", kind=IdentifierKind.CHI), found("1904851231", 20, IdentifierKind.PHONE)]
    assert len(pointed_words(both, KEY)) == 2


def test_what_was_decided_on_is_left_out_in_its_text_alone() -> None:
    mark = mark_of(KEY, IdentifierKind.NAME, "Mrs Birch")
    assert pointed_words([found("Mrs Birch")], KEY, {mark}) == ()
    assert len(pointed_words([found("Mrs Birch")], OTHER, {mark})) == 1
    assert len(pointed_words([found("Mrs Larch")], KEY, {mark})) == 1


@given(text=st.text(), spaced=st.lists(st.sampled_from([" ", "-", "\u00a0"]), max_size=3).map("".join))
def test_a_mark_is_four_digits_and_spaces_make_no_other(text: str, spaced: str) -> None:
    mark = mark_of(KEY, IdentifierKind.PHONE, text)
    assert len(mark) == 4
    assert set(mark) <= set("0123456789abcdef")
    assert mark_of(KEY, IdentifierKind.PHONE, spaced + text) == mark
