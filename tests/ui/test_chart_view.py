"""A chart in the window: its colours, its sizes, and what a screen reader finds."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible, QColor, QPainterPath

from otcpd.domain.activity import Category
from otcpd.portfolio.charts.mixture import LEAST_WIDTH, describe_mixture, mixture_chart
from otcpd.portfolio.charts.shapes import Align, Bar, Chart, Close, Curve, Measure, Move, Path, Rule, To, Words
from otcpd.portfolio.content import CategoryTotal
from otcpd.ui.theme.theme import Theme, ThemeChoice
from otcpd.ui.widgets.chart import ChartView
from otcpd.ui.widgets.shape_painter import strokes
from tests.ui.seeing import Stage, description_of, has_colour, name_of, role_of

TOTALS = (
    CategoryTotal("Work-based", 10, 1_585, "work_based"),
    CategoryTotal("Formal", 5, 720, "formal"),
    CategoryTotal("No category", 1, 20, ""),
)


def mixture_view(theme: Theme) -> ChartView:
    view = ChartView(theme, "Your mixture of learning", LEAST_WIDTH)
    view.show_chart(partial(mixture_chart, TOTALS))
    return view


def texts(chart: Chart) -> list[Words]:
    return [shape for shape in chart.shapes if isinstance(shape, Words)]


def test_a_screen_reader_finds_a_graphic_with_all_figures(theme: Theme, stage: Stage) -> None:
    view = mixture_view(theme)
    stage.show(view, width=500)
    assert role_of(view) == QAccessible.Role.Graphic
    assert name_of(view) == "Your mixture of learning"
    assert description_of(view) == describe_mixture(TOTALS)
    view.show_chart(partial(mixture_chart, TOTALS[:1]))
    assert description_of(view) == describe_mixture(TOTALS[:1])


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_marks_have_the_colours_of_the_look(theme: Theme, stage: Stage, choice: ThemeChoice) -> None:
    view = mixture_view(theme)
    stage.show(view, width=500)
    theme.set_choice(choice)
    for category in (Category.WORK_BASED, Category.FORMAL):
        assert has_colour(view, QColor(theme.tokens.categories[category].mark))
    assert not has_colour(view, QColor(theme.tokens.categories[Category.OTHER].mark))
    assert has_colour(view, theme.colour("ink3"))


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [300, 430, 900])
def test_text_has_the_size_of_the_window_in_every_place(theme: Theme, stage: Stage, width: int, factor: float) -> None:
    theme.set_factor(factor)
    view = mixture_view(theme)
    view.setFixedWidth(width)
    stage.show(view)
    chart = view.chart()
    assert view.height() >= chart.height
    sizes = {words.size for words in texts(chart)}
    assert sizes == {14 * factor}
    assert any(isinstance(shape, Bar) for shape in chart.shapes) is (width >= 14 * factor * LEAST_WIDTH)
    for words in texts(chart):
        wide = view.measure(words.text, words.size, words.bold)
        left = words.x - wide if words.align is Align.RIGHT else words.x
        assert left >= -1
        assert left + wide <= width + 1


def test_a_larger_text_size_makes_it_higher(theme: Theme, stage: Stage) -> None:
    view = mixture_view(theme)
    stage.show(view, width=800)
    before = view.heightForWidth(800)
    theme.set_factor(1.5)
    assert view.heightForWidth(800) == pytest.approx(before * 1.5, abs=2)


def test_every_kind_of_shape_is_painted(theme: Theme, stage: Stage) -> None:
    view = ChartView(theme, "Shapes", 10)
    view.show_chart(all_shapes)
    stage.show(view, width=200)
    for token in ("accent", "warn", "error", "info"):
        assert has_colour(view, theme.colour(token)), token


def test_strokes_follow_their_steps() -> None:
    path = strokes(Path((Move(0, 0), To(10, 0), Curve(10, 5, 10, 5, 10, 10), Close()), "ink", 1))
    assert path.currentPosition() == QPointF(0, 0)
    assert path.elementAt(1).type == QPainterPath.ElementType.LineToElement
    assert path.boundingRect().width() == 10


def all_shapes(width: float, measure: Measure, *, size: float) -> Chart:
    stroke = (Move(5, 60), To(100, 60), Curve(110, 60, 110, 80, 100, 80), Close())
    shapes = (
        Bar(5, 5, 60, 20, "accent"),
        Rule(5, 40, 100, 40, "warn", 4),
        Path(stroke, "error", 6),
        Words(width, 120, "█", 40, "info", align=Align.RIGHT),
    )
    return Chart(width, 140, shapes, "Four shapes.")
