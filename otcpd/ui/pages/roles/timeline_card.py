"""The picture of posts over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions.posts import HeldPost
from otcpd.portfolio.charts.posts_line import PostBar, posts_line
from otcpd.ui.pages.roles import words
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.chart import ChartView
from otcpd.ui.widgets.label import Label

MOST = 10
"""Older posts than these are in the list alone."""
_LEAST = 24.0


class TimelineCard(Card):
    """Hidden while no post has a first day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.OVER_TIME, parent=parent)
        self.chart = ChartView(theme, words.OVER_TIME, _LEAST, Role.META)
        self._undated = Label(theme, "", Role.META, "ink2", wrap=True)
        self.body.addWidget(self.chart)
        self.body.addWidget(self._undated)

    def show_posts(self, posts: Sequence[HeldPost], today: date) -> None:
        """Show those that have a first day, the oldest above."""
        bars = [
            PostBar(
                one.post.title,
                one.employer.name if one.employer else "",
                words.setting_beside(one),
                one.post.start,
                one.post.end,
                one.post.fixed_until,
            )
            for one in posts
            if one.post.start is not None
        ]
        bars.sort(key=_begins)
        self.setVisible(bool(bars))
        if bars:
            self.chart.show_chart(partial(posts_line, bars[-MOST:], today))
            self.chart.setToolTip("\n".join(one.title for one in bars[-MOST:]))
        left = len(posts) - min(len(bars), MOST)
        said = "One post is" if left == 1 else f"{left} posts are"
        self._undated.setText(f"{said} in the list alone." if left else "")
        self._undated.setVisible(bool(left))


def _begins(bar: PostBar) -> tuple[date, str]:
    return bar.start, bar.title
