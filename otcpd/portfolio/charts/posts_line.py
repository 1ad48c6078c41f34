"""Posts over time: a bar for each, below each other, so that those held side by side are seen side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from otcpd.domain.dates import long_day, span
from otcpd.portfolio.charts.shapes import Bar, Chart, Measure, Place, Rule, Shape, Words

_ROW, _BAR, _AXIS = 2.7, 0.62, 1.9
_BASELINE = 1.05
_LEAST_BAR, _YEAR_ROOM, _AHEAD = 0.5, 3.0, 0.02
"""In multiples of the text size; `_AHEAD` is the part of the whole that today stands before the right edge."""
_DAYS = 365.25


class PostBar(NamedTuple):
    """A post. `setting` is a word ("Joint"), empty where nobody said; without an `end` it goes on, up to `fixed_until`
    where its term runs out."""

    title: str
    employer: str
    setting: str
    start: date
    end: date | None = None
    fixed_until: date | None = None


def posts_line(posts: Sequence[PostBar], today: date, width: float, measure: Measure, *, size: float = 9.0) -> Chart:
    """The posts from above, `width` wide. What is past is filled, the rest of a fixed term is open."""
    line = _Line(posts, today, width, measure, size)
    height = (len(posts) * _ROW + _AXIS) * size
    return Chart(width, height, tuple(line.shapes()), describe_posts(posts))


def describe_posts(posts: Sequence[PostBar]) -> str:
    """Every post in a sentence."""
    return " ".join(f"{_named(one)}: {_days(one)}." for one in posts) or "No posts."


def _named(post: PostBar) -> str:
    return ", ".join(part for part in (post.title, post.employer, post.setting) if part)


def _days(post: PostBar) -> str:
    if post.end is not None:
        return span(post.start, post.end, year=True)
    fixed = f", fixed term until {long_day(post.fixed_until)}" if post.fixed_until else ""
    return f"since {long_day(post.start)}{fixed}"


@dataclass(frozen=True, slots=True)
class _Line:
    posts: Sequence[PostBar]
    today: date
    width: float
    measure: Measure
    size: float

    @property
    def _first(self) -> date:
        return min((self.today, *(one.start for one in self.posts)))

    @property
    def _last(self) -> date:
        return max((self.today, *(one.end or max(one.fixed_until or one.start, one.start) for one in self.posts)))

    def _x(self, day: date) -> float:
        days = max((self._last - self._first).days, 1)
        return (day - self._first).days / days * self.width * (1 - _AHEAD)

    @property
    def _foot(self) -> float:
        return len(self.posts) * _ROW * self.size

    def shapes(self) -> Iterator[Shape]:
        yield from self._years()
        for row, post in enumerate(self.posts):
            yield from self._post(row, post)
        x = self._x(self.today)
        yield Rule(x, 0.2 * self.size, x, self._foot, "ink", 1.0)
        word = "Today"
        wide = self.measure(word, self.size, True)
        left = max(min(x - wide / 2, self.width - wide), 0.0)
        yield Words(left, self._foot + 1.3 * self.size, word, self.size, "ink", bold=True)

    def _years(self) -> Iterator[Shape]:
        """A thin line for each first of January that has room, with its year below."""
        years = range(self._first.year + 1, self._last.year + 1)
        each = self.width / max((self._last - self._first).days / _DAYS, 0.01)
        every = next(number for number in (1, 2, 5, 10, 20, 50, 100) if number * each >= _YEAR_ROOM * self.size)
        today = self._x(self.today)
        for year in years:
            x = self._x(date(year, 1, 1))
            if year % every == 0:
                yield Rule(x, 0.2 * self.size, x, self._foot, "line", 0.8)
                wide = self.measure(str(year), self.size, False)
                if abs(x - today) > _YEAR_ROOM * 1.2 * self.size and x + wide / 2 <= self.width:
                    yield Words(max(x - wide / 2, 0), self._foot + 1.3 * self.size, str(year), self.size, "ink2")

    def _post(self, row: int, post: PostBar) -> Iterator[Shape]:
        top = row * _ROW * self.size
        least = _LEAST_BAR * self.size
        left = min(self._x(post.start), self.width - least)
        until = post.end or max(self.today, post.start)
        wide = max(self._x(until) - left, least)
        y, high = top + 1.45 * self.size, _BAR * self.size
        colour = "accent" if post.end is None else "accent_mid"
        yield Bar(left, y, wide, high, colour, high / 2)
        if post.end is None and post.fixed_until is not None and self._x(post.fixed_until) > left + wide:
            yield from self._open_end(left + wide, self._x(post.fixed_until), y, high)
        yield from self._label(row, post, left, top)

    def _open_end(self, left: float, right: float, y: float, high: float) -> Iterator[Shape]:
        """What is left of a fixed term, with a stroke at its end."""
        for at in (y, y + high):
            yield Rule(left, at, right, at, "accent", 0.8)
        yield Rule(right, y - 0.3 * self.size, right, y + high + 0.3 * self.size, "accent", 1.6)

    def _label(self, row: int, post: PostBar, left: float, top: float) -> Iterator[Shape]:
        """Above its bar, as much of it as has room; moved to the left where the bar begins near the right edge."""
        rest = ", ".join(part for part in (post.employer, post.setting) if part)
        texts = [f"{post.title}, {rest}" if rest else post.title, post.title]
        fitting = [text for text in texts if self.measure(text, self.size, False) <= self.width]
        text = fitting[0] if fitting else self._cut(post.title)
        wide, today = self.measure(text, self.size, False), self._x(self.today)
        x = min(left, self.width - wide)
        if x < today < x + wide:  # the line of today would strike it through
            x = today - wide - 0.3 * self.size
        yield Words(max(x, 0.0), top + _BASELINE * self.size, text, self.size, "ink", place=Place(row, 0))

    def _cut(self, text: str) -> str:
        while text and self.measure(f"{text}…", self.size, False) > self.width:
            text = text[:-1]
        return f"{text.rstrip()}…"
