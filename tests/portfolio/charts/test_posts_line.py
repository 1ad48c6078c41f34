"""The picture of posts over time: every post in words, and nothing outside it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from otcpd.portfolio.charts.posts_line import PostBar, describe_posts, posts_line
from otcpd.portfolio.charts.shapes import Bar, Rule, Words

TODAY = date(2026, 11, 21)
POSTS = (
    PostBar("OT", "NHS Alder", "NHS", date(2019, 5, 1), date(2022, 7, 31)),
    PostBar("Senior OT", "Rowan Council", "", date(2022, 8, 1)),
    PostBar("Falls lead", "", "Joint", date(2026, 6, 1), None, date(2027, 5, 31)),
)
_days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
_titles = st.sampled_from(["OT", "Occupational therapist for everybody in a long title of a post"])


@st.composite
def _posts(draw: st.DrawFn) -> list[PostBar]:
    start = draw(_days)
    end = draw(st.none() | st.integers(0, 9000).map(lambda days: start + timedelta(days=days)))
    post = PostBar(draw(_titles), draw(st.sampled_from(["", "Rowan Council"])), "", start, end, draw(st.none() | _days))
    return [post, *draw(st.just(list(POSTS)) | st.just([]))]


def width_of(text: str, size: float, _bold: bool) -> float:
    """Letters are half as wide as they are high."""
    return len(text) * size / 2


def test_every_post_is_said() -> None:
    chart = posts_line(POSTS, TODAY, 600, width_of, size=10)
    assert chart.description == describe_posts(POSTS)
    assert chart.description == (
        "OT, NHS Alder, NHS: 1 May 2019 to 31 July 2022. Senior OT, Rowan Council: since 1 August 2022."
        " Falls lead, Joint: since 1 June 2026, fixed term until 31 May 2027."
    )
    texts = [shape.text for shape in chart.shapes if isinstance(shape, Words)]
    assert {"OT, NHS Alder, NHS", "Senior OT, Rowan Council", "Falls lead, Joint", "Today", "2023"} <= set(texts)
    first, second, third = (shape for shape in chart.shapes if isinstance(shape, Bar))
    assert first.x + first.width <= second.x < third.x, "one after the other, and side by side where both are held"
    assert third.x < second.x + second.width


@example([PostBar("OT", "", "", date(2027, 1, 1))], 120.0)
@example([PostBar("OT", "", "", date(2028, 1, 1), None, date(2000, 1, 1)), *POSTS], 120.0)
@given(_posts(), st.sampled_from([120.0, 300.0, 900.0]))
def test_nothing_leaves_the_picture(posts: list[PostBar], width: float) -> None:
    chart = posts_line(posts, TODAY, width, width_of, size=10)
    for shape in chart.shapes:
        match shape:
            case Words(x, _, text, size, _, bold):
                assert x >= -0.01
                assert x + width_of(text, size, bold) <= width + 0.01
            case Bar(x, _, wide, _, _, _):
                assert 0 <= x <= x + wide <= width + 0.01
            case Rule(x1, _, x2, _, _, _):
                assert 0 <= x1 <= x2 <= width + 0.01
