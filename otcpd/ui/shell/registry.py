"""The pages there are, in their fixed order. Each is imported and built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from otcpd.ui.pages.base import Desk, PageView
from otcpd.ui.widgets.sidebar import Page


@dataclass(frozen=True, slots=True)
class PageSpec:
    """`number` is the page's place in the fixed list: Ctrl and this number open it."""

    page: Page
    number: int
    make: Callable[[Desk], PageView]


def _log(desk: Desk) -> PageView:
    from otcpd.ui.pages.log.page import LogPage

    return LogPage(desk)


def _portfolio(desk: Desk) -> PageView:
    from otcpd.ui.pages.portfolio.page import PortfolioPage

    return PortfolioPage(desk)


PAGES = (
    PageSpec(Page("log", "log", "CPD log"), 2, _log),
    PageSpec(Page("portfolio", "portfolio", "Portfolio"), 6, _portfolio),
)
