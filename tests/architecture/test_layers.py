"""The layers of the house: imports point downwards only, transitively, and never in a circle."""

from __future__ import annotations

import sys
from graphlib import CycleError, TopologicalSorter

import pytest
from pytest_archon import archrule

from tests.architecture.sources import imported_at_start, modules

STOREYS = {
    "domain": (),
    "disk": ("domain",),
    "background": ("domain",),
    "catalogue": ("domain",),
    "record": ("catalogue", "disk", "domain"),
    "portfolio": ("catalogue", "disk", "domain"),
    "exchange": ("catalogue", "disk", "domain"),
    "actions": ("record", "portfolio", "exchange", "catalogue", "background", "disk", "domain"),
    "ui": ("actions", "record", "portfolio", "exchange", "catalogue", "background", "disk", "domain"),
    "cli": ("actions", "record", "portfolio", "exchange", "catalogue", "background", "disk", "domain"),
}
"""Each layer and what it may rest on. `app` stands on all of them, `resources` holds no code."""

OUTSIDE = ("PySide6", "shiboken6", "sqlcipher3", "sqlite_utils", "reportlab", "pikepdf", "pypdfium2", "PIL", "click")


def parts_of(layer: str) -> str:
    return f"otcpd.{layer}*"


def test_every_part_of_the_house_is_in_a_storey() -> None:
    parts = {module.name.split(".")[1] for module in modules("otcpd") if "." in module.name}
    assert parts - set(STOREYS) <= {"app", "__main__", "resources"}


@pytest.mark.parametrize("layer", STOREYS)
def test_a_layer_rests_only_on_those_below(layer: str) -> None:
    above = [parts_of(other) for other in (*STOREYS, "app") if other != layer and other not in STOREYS[layer]]
    rule = archrule(f"{layer} rests only on {', '.join(STOREYS[layer]) or 'nothing'}")
    rule.match(parts_of(layer)).should_not_import(*above, "otcpd.__main__").check("otcpd")


def test_only_the_window_and_app_know_qt() -> None:
    rule = archrule("Qt belongs to the window")
    rule.match("otcpd*").exclude("otcpd.ui*", "otcpd.app", "otcpd.__main__").should_not_import(
        "PySide6*", "shiboken6*"
    ).check("otcpd")


LIBRARIES = {"background": {"psutil"}}
"""What a lowest layer may need besides Python: only psutil tells on every platform what a process takes."""


@pytest.mark.parametrize("layer", ["domain", "disk", "background", "catalogue"])
def test_the_lowest_layers_need_little_but_python(layer: str) -> None:
    allowed = {"otcpd", *sys.stdlib_module_names, *LIBRARIES.get(layer, ())}

    def known(_module: str, direct: set[str], _all: dict[str, set[str]]) -> bool:
        return all(name.split(".")[0] in allowed for name in direct)

    archrule("only the standard library, or nearly").match(parts_of(layer)).should(known).check("otcpd")


@pytest.mark.parametrize("layer", ["domain", "catalogue"])
def test_meaning_and_facts_know_no_library(layer: str) -> None:
    forbidden = [f"{name}*" for name in OUTSIDE]
    archrule("no library").match(parts_of(layer)).should_not_import(*forbidden).check("otcpd")


PARTS_OF_THE_WINDOW = ("pages", "shell", "export", "preview", "quick_note", "palette", "help", "history", "readers")


@pytest.mark.parametrize("part", ["theme", "models", "widgets"])
def test_what_the_window_is_made_of_knows_nothing_of_the_window(part: str) -> None:
    above = [f"otcpd.ui.{one}*" for one in PARTS_OF_THE_WINDOW]
    rule = archrule("components do not reach up")
    rule.match(f"otcpd.ui.{part}*").should_not_import(*above, "otcpd.ui.session").check("otcpd")


def test_only_the_record_speaks_to_the_database() -> None:
    rule = archrule("SQL belongs to the record")
    rule.match("otcpd*").exclude("otcpd.record*").should_not_import("sqlcipher3*", "sqlite3*", "sqlite_utils*").check(
        "otcpd", only_direct_imports=True
    )


def test_no_module_needs_itself_to_start() -> None:
    known = frozenset(module.name for module in modules("otcpd"))
    graph = {module.name: imported_at_start(module, known) for module in modules("otcpd")}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"import cycle: {' -> '.join(error.args[1])}")


def test_the_search_for_cycles_sees_what_is_imported() -> None:
    known = frozenset(module.name for module in modules("otcpd"))
    (record,) = (module for module in modules("otcpd") if module.name == "otcpd.record.record")
    assert {"otcpd.record.gate", "otcpd.record.blobs", "otcpd.domain.changes"} <= imported_at_start(record, known)
    (migrations,) = (module for module in modules("otcpd") if module.name == "otcpd.record.migrations")
    assert "otcpd.record.engine" in imported_at_start(migrations, known)
