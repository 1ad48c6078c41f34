"""The pages there are, in their fixed order. Each is imported and built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.base import Desk, PageView
from otcpd.ui.widgets.sidebar import Page


@dataclass(frozen=True, slots=True)
class PageSpec:
    """`number` is the page's place in the fixed list: Ctrl and this number open it.

    A page is made inside the place where it will stand: moved there afterwards, it would be laid out twice.
    """

    page: Page
    number: int
    make: Callable[[Desk, QWidget], PageView]


def _log(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.log.page import LogPage

    return LogPage(desk, parent)


def _portfolio(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.portfolio.page import PortfolioPage

    return PortfolioPage(desk, parent)


PAGES = (
    PageSpec(Page("log", "log", "CPD log"), 2, _log),
    PageSpec(Page("portfolio", "portfolio", "Portfolio"), 6, _portfolio),
)
