"""One thing has one name: the five are categories, and a type is the finer one."""

from __future__ import annotations

from datetime import date

from otcpd.catalogue import load_catalogue
from otcpd.domain.good_order import Figures, in_good_order
from otcpd.domain.readiness import Readiness
from otcpd.ui.pages.home import words as home
from otcpd.ui.pages.portfolio import words as portfolio
from otcpd.ui.widgets.timeline_table import HEADS

DAY = date(2026, 11, 21)


def test_the_check_counts_categories() -> None:
    lines = in_good_order(Figures(20, 5, 0, 4, 0, 0), Readiness(DAY, DAY, ()), load_catalogue().rules)
    assert "Five categories, at least two needed" in lines


def test_home_and_portfolio_call_the_mixture_the_same() -> None:
    assert home.MIXTURE == portfolio.MIXTURE


def test_the_list_of_the_cycle_has_a_column_of_categories() -> None:
    assert HEADS[-1] == "Category"
