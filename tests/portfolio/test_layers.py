"""Whatever the layers are: no text of a lower layer is anywhere in the content or in the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from otcpd.domain.activity import Activity, Companion, Reflection
from otcpd.domain.evidence import Evidence
from otcpd.domain.layers import Layer
from otcpd.portfolio.content import ProfileContent
from tests.portfolio.reading import read_pdf
from tests.portfolio.samples import activity, evidence, gap_reason, portfolio, profile
from tests.portfolio.writing import write_profile_pdf

LAYERS = st.sampled_from(list(Layer))
TEXTS = ("title", "description", "learning", "practice_impact", "service_user_benefit", "type", "notes_to_myself")


class Words:
    """Makes words that are like no others, and remembers which of them may leave."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._numbers: Iterator[int] = count(1000)
        self.open: list[str] = []
        self.kept: list[str] = []

    def of(self, layer: Layer) -> str:
        word = f"q{next(self._numbers)}q"
        (self.open if layer is Layer.REGULATOR else self.kept).append(word)
        return word

    def drawn(self) -> tuple[str, Layer]:
        layer = self._draw(LAYERS)
        return self.of(layer), layer


def _activity(words: Words, key: str) -> Activity:
    texts = {name: words.drawn() for name in TEXTS}
    return activity(
        key,
        date(2026, 3, 12),
        **{name: word for name, (word, _) in texts.items()},
        layers={name: layer for name, (_, layer) in texts.items()},
        reflections=(Reflection("r", "gibbs", {"feelings": words.of(Layer.PRIVATE)}),),
        companions=(Companion("p", words.of(Layer.PRIVATE), words.of(Layer.PRIVATE)),),
        tags=(words.of(Layer.PRIVATE),),
        evidence=("x",),
    )


def _evidence(words: Words) -> Evidence:
    file, (caption, layer) = words.drawn(), words.drawn()
    return evidence("x", caption, name=words.of(Layer.PRIVATE), layer=file[1], caption_layer=layer)


@st.composite
def profiles(draw: st.DrawFn) -> tuple[Words, ProfileContent]:
    words = Words(draw)
    parts = {name: words.drawn() for name in ("summary", "statement")}
    (reason, reason_layer), (note, note_layer) = words.drawn(), words.drawn()
    content = profile(
        [_activity(words, "a"), _activity(words, "b")],
        files=[_evidence(words)],
        of=portfolio(
            **{name: word for name, (word, _) in parts.items()},
            layers={name: layer for name, (_, layer) in parts.items()},
            chosen=("b",),
        ),
        reasons=[
            gap_reason(
                date(2026, 3, 13),
                date(2026, 11, 21),
                reason,
                note,
                reason_layer=reason_layer,
                note_layer=note_layer,
            )
        ],
    )
    return words, content


@given(profiles())
def test_no_lower_layer_is_in_the_content(case: tuple[Words, ProfileContent]) -> None:
    words, content = case
    text = repr(content)
    assert [word for word in words.kept if word in text] == []


@given(profiles())
@settings(max_examples=15, deadline=None)
def test_no_lower_layer_is_in_the_pdf(case: tuple[Words, ProfileContent]) -> None:
    words, content = case
    with TemporaryDirectory() as folder:
        path = Path(folder) / "profile.pdf"
        write_profile_pdf(content, path)
        text = read_pdf(path).everything
    assert [word for word in words.kept if word in text] == []


@given(profiles())
def test_what_may_leave_is_there_where_it_is_used(case: tuple[Words, ProfileContent]) -> None:
    words, content = case
    for text in (content.summary.text, content.statement.text):
        assert not text or text in words.open
    for row in content.activities:
        assert row.title in words.open or row.title == "Activity of 12 March 2026"
