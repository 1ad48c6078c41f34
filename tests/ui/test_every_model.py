"""Every item model keeps Qt's rules while what it shows changes. A model that stands in no table here fails."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

import otcpd.ui
from otcpd.domain.activity import Category
from otcpd.domain.coverage import Counted, Coverage, Grain, Line, Matrix, columns
from otcpd.domain.evidence import Evidence, EvidenceKind, EvidenceState
from otcpd.domain.framework import Framework, FrameworkItem, Level
from otcpd.domain.period import Period
from otcpd.ui.models.activity_list import ActivityListModel
from otcpd.ui.models.agreements import AgreementModel
from otcpd.ui.models.choosable import Choosable, ChoosableModel
from otcpd.ui.models.facts import Fact, FactModel, Facts
from otcpd.ui.models.framework_items import FrameworkItemModel, ItemRow
from otcpd.ui.models.level_rows import LevelContent, LevelRow, LevelRowModel
from otcpd.ui.models.log_entries import ActivityEntry, GapEntry, in_order
from otcpd.ui.models.options import Option, OptionModel
from otcpd.ui.models.reading_rows import ReadingRow
from otcpd.ui.models.readings import ReadingModel
from otcpd.ui.models.rows import Row, RowModel
from otcpd.ui.models.rungs import RungModel
from otcpd.ui.models.sessions import SessionModel
from otcpd.ui.pages.coverage.model import CoverageModel
from otcpd.ui.pages.evidence.contents import EvidenceLine
from otcpd.ui.pages.evidence.model import EvidenceModel
from otcpd.ui.palette.entries import Entry
from otcpd.ui.palette.model import PaletteModel
from otcpd.ui.widgets.timeline_content import Band, Lane, Mark, TimelineContent
from otcpd.ui.widgets.timeline_table import TimelineModel
from tests.ports import START
from tests.ui.rung_support import rung_rows
from tests.ui.supervision_support import faces, session_rows

SIZES = (0, 1, 5, 4, 4, 60, 3, 0)
"""How many things are shown, one time after the other."""


def _nothing() -> None:
    """An entry of the palette that does nothing."""


def _entries(count: int) -> list[Any]:
    first = date(2026, 11, 19)
    activities = [
        ActivityEntry(str(place), first - timedelta(days=11 * place), f"Title {place}", category=Category.FORMAL)
        for place in range(count)
    ]
    gap = GapEntry(date(2026, 3, 13), date(2026, 6, 21), "Gap of 3 months", "13 March to 21 June 2026")
    return in_order(activities, (gap,) if count else ())


def _timeline(count: int) -> TimelineContent:
    first = date(2025, 11, 6)
    days = [first + timedelta(days=9 * place) for place in range(count)]
    marks = tuple(Mark(str(place), day, day, 0, f"Title {place}") for place, day in enumerate(days))
    lanes = (Lane(Category.FORMAL, "Formal", count),)
    empty: tuple[Band, ...] = ()
    return TimelineContent(
        date(2025, 11, 1), date(2027, 10, 31), date(2026, 11, 21), date(2027, 8, 1), lanes, marks, empty, "Marks"
    )


def _piece(place: int) -> EvidenceLine:
    name = f"Certificate {place}.pdf"
    piece = Evidence(str(place), "me", name, EvidenceKind.PDF, EvidenceState.READABLE, "0" * 64, 2048, START)
    return EvidenceLine(piece, place)


def _matrix(count: int) -> Matrix | None:
    """A row for each of the lines, after one for all of them."""
    if not count:
        return None
    day = date(2026, 11, 19)
    items = tuple(FrameworkItem(str(place), f"Item {place}") for place in range(count - 1))
    lines = tuple(Line(item, f"f@1:{item.code}", 0, place % 2) for place, item in enumerate(items))
    period = Period(date(2026, 12 - min(count, 11), 1), date(2026, 12, 31))
    found = Coverage(Framework("f", "1", "F", items=items), period, (Counted("a", day, "Title"),), lines, 0)
    return Matrix(found, lines, columns(found, Grain.MONTHS))


def _levels(count: int) -> LevelContent:
    rows = tuple(LevelRow(f"f@1:{place}", f"Item {place}", place % 3, count % 3, count) for place in range(count))
    return LevelContent("F", "Pillar", (Level(0, "Zero"), Level(1, "One"), Level(2, "Two")), rows)


MODELS: dict[type[QAbstractItemModel], tuple[Callable[[], QAbstractItemModel], Callable[[Any, int], object]]] = {
    ActivityListModel: (ActivityListModel, lambda model, count: model.set_entries(_entries(count))),
    AgreementModel: (AgreementModel, lambda model, count: model.set_faces(faces(count))),
    ChoosableModel: (
        ChoosableModel,
        lambda model, count: model.set_entries(
            [Choosable(str(place), f"Title {place}", "Meta", Category.FORMAL, count == 4) for place in range(count)]
        ),
    ),
    CoverageModel: (
        CoverageModel,
        lambda model, count: model.show_matrix(_matrix(count), listed=count == 4),
    ),
    EvidenceModel: (EvidenceModel, lambda model, count: model.set_lines([_piece(place) for place in range(count)])),
    FactModel: (
        FactModel,
        lambda model, count: model.set_facts(
            Facts(("When", "What"), tuple(Fact(str(one), ("now", str(one))) for one in range(count)))
        ),
    ),
    FrameworkItemModel: (
        FrameworkItemModel,
        lambda model, count: model.set_rows(
            [ItemRow(FrameworkItem(str(place), f"Item {place}"), place % 3) for place in range(count)]
        ),
    ),
    LevelRowModel: (LevelRowModel, lambda model, count: model.set_content(_levels(count))),
    OptionModel: (
        OptionModel,
        lambda model, count: model.set_options(
            [Option(str(place), f"Option {place}") for place in range(count)], {"1"}
        ),
    ),
    PaletteModel: (
        PaletteModel,
        lambda model, count: model.set_entries(
            [Entry(str(place), f"Entry {place}", "Action", "log", _nothing) for place in range(count)]
        ),
    ),
    ReadingModel: (
        ReadingModel,
        lambda model, count: model.set_rows(
            [
                ReadingRow(str(place), f"Work {place}", "Rowan", read=place % 2 == 1, made=f"{place:03}")
                for place in range(count)
            ]
        ),
    ),
    RowModel: (
        RowModel,
        lambda model, count: model.set_rows(
            [Row(str(place), f"Row {place}", head=not place) for place in range(count)]
        ),
    ),
    RungModel: (RungModel, lambda model, count: model.set_rows(rung_rows(count))),
    SessionModel: (SessionModel, lambda model, count: model.set_rows(session_rows(count))),
    TimelineModel: (TimelineModel, lambda model, count: model.set_content(_timeline(count))),
}
"""How each model is made, and how it comes to show so many things."""


def _all_models() -> Iterator[type[QAbstractItemModel]]:
    for module in pkgutil.walk_packages(otcpd.ui.__path__, "otcpd.ui."):
        importlib.import_module(module.name)
    left = [QAbstractItemModel]
    while left:
        kind = left.pop()
        left += kind.__subclasses__()
        if kind.__module__.startswith("otcpd.") and not kind.__subclasses__():
            yield kind


def test_every_model_is_here(qapp: QApplication) -> None:
    assert set(_all_models()) == set(MODELS)


@pytest.mark.parametrize("kind", MODELS, ids=lambda kind: str(kind.__name__))
def test_it_keeps_qts_rules(qapp: QApplication, kind: type[QAbstractItemModel]) -> None:
    make, show = MODELS[kind]
    model = make()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for count in SIZES:
        show(model, count)
        assert (model.rowCount() == 0) == (count == 0)
    assert tester.model() is model
