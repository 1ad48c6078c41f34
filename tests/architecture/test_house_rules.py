"""Rules of the house that a reader of the source can check."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.architecture.sources import Module, modules

LONGEST_FILE = 400
LONGEST_FUNCTION = 50

LONG_FILES: dict[str, str] = {}
"""Files that may be longer than the rest, each with the reason."""

HEAVY = ("reportlab", "pikepdf", "pypdfium2", "sqlite_utils", "PIL", "pypdf", "docx", "fontTools", "psutil")
"""Imported only inside what needs them, so that the window opens fast."""


def test_no_file_is_long() -> None:
    files = (*modules("otcpd"), *modules("tests"))
    long = {module.where: module.lines for module in files if module.lines > LONGEST_FILE}
    assert not {where: lines for where, lines in long.items() if where not in LONG_FILES}
    assert set(LONG_FILES) <= set(long), "what is short again needs no exception"


def test_no_function_is_long() -> None:
    found = [
        f"{module.where}:{node.lineno} {node.name}"
        for module in modules("otcpd")
        for node in module.nodes
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and _length(node) > LONGEST_FUNCTION
    ]
    assert found == []


def test_no_error_is_swallowed_unseen() -> None:
    """`except Exception` hides our own faults; `except BaseException` must pass on what it caught."""
    found = [
        f"{module.where}:{handler.lineno}"
        for module in modules("otcpd")
        for handler in module.nodes
        if isinstance(handler, ast.ExceptHandler)
        and (
            handler.type is None
            or "Exception" in _names(handler.type)
            or ("BaseException" in _names(handler.type) and not _passes_on(handler))
        )
    ]
    assert found == []


def test_time_comes_from_the_clock() -> None:
    """Only app, which makes the clock, asks the machine for the time of day."""
    found = [
        f"{module.where}:{line} {call}"
        for module in modules("otcpd")
        if module.name != "otcpd.app"
        for line, call in _calls(module)
        if call in ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.localtime")
    ]
    assert found == []


def test_no_pdf_is_saved_past_the_patience_of_qpdf() -> None:
    """A write that fails ends the whole process while qpdf counts a digest: only `enduring` files are saved to."""
    found = [
        f"{module.where}:{call.lineno}"
        for module in modules("otcpd")
        if "pikepdf" in _imports(module)
        for function in module.nodes
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and _saves_a_pdf(call) and not _target(call) <= _enduring(function)
    ]
    assert found == []


def test_nothing_is_skipped_or_expected_to_fail() -> None:
    found = [
        f"{module.where}:{line} {call}"
        for module in modules("tests")
        for line, call in _calls(module)
        if call in ("mark.skip", "mark.skipif", "mark.xfail", "pytest.skip", "pytest.xfail", "pytest.importorskip")
    ]
    assert found == []


def test_no_test_depends_on_where_it_is_read() -> None:
    """A test inside an `if` is there on one machine and missing on the next, and nobody is told."""
    found = [
        f"{module.where}:{test.lineno} {test.name}"
        for module in modules("tests")
        for node in module.tree.body
        if isinstance(node, (ast.If, ast.Try, ast.For, ast.While, ast.With))
        for test in ast.walk(node)
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_")
    ]
    assert found == []


@pytest.mark.parametrize(
    ("start", "also"),
    [
        ("otcpd.domain", ("PySide6", "sqlcipher3")),
        ("otcpd.catalogue", ("PySide6", "sqlcipher3")),
        ("otcpd.record.record", ("PySide6",)),
        ("otcpd.record.opening", ("PySide6",)),
        ("otcpd.app", ("PySide6",)),
        ("otcpd.ui.start", ()),
    ],
)
def test_nothing_heavy_is_imported_at_start(start: str, also: tuple[str, ...]) -> None:
    wanted = [module.name for module in modules("otcpd") if f"{module.name}.".startswith(f"{start}.")]
    program = f"import sys, {', '.join(wanted)}\nprint(*sorted(set(sys.modules) & {set(HEAVY) | set(also)!r}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _names(node: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _passes_on(handler: ast.ExceptHandler) -> bool:
    return any(isinstance(node, ast.Raise) for node in ast.walk(handler))


def _imports(module: Module) -> set[str]:
    return {
        name
        for node in module.nodes
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }


def test_the_way_back_in_a_message_ends_with_the_next_change() -> None:
    """`session.undo` takes the newest step back: once there is a newer one, it is not what the message told of."""
    found = [
        f"{module.where}:{call.lineno}"
        for module in modules("otcpd")
        for call in module.nodes
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "offer_undo"
        and any(isinstance(one, ast.Attribute) and one.attr == "undo" for one in call.args)
        and not any(word.arg == "passing" for word in call.keywords)
    ]
    assert found == []


def _saves_a_pdf(call: ast.Call) -> bool:
    """Whether it is `pdf.save(…)`; pictures are saved in the same modules, but go by other names."""
    if not (isinstance(call.func, ast.Attribute) and call.func.attr == "save"):
        return False
    base = call.func.value
    owner = base.id if isinstance(base, ast.Name) else base.attr if isinstance(base, ast.Attribute) else ""
    return owner.endswith("pdf") or any(word.arg == "deterministic_id" for word in call.keywords)


def _target(call: ast.Call) -> set[str]:
    """What is saved to: the name of a file, or something that is no name at all."""
    target = call.args[0] if call.args else None
    return {target.id if isinstance(target, ast.Name) else "?"}


def _enduring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """The names of files in a function that bear errors: `with enduring(…) as name`."""
    return {
        item.optional_vars.id
        for node in ast.walk(function)
        if isinstance(node, ast.With)
        for item in node.items
        if isinstance(item.optional_vars, ast.Name)
        and isinstance(item.context_expr, ast.Call)
        and "enduring" in _names(item.context_expr.func)
    }


def _calls(module: Module) -> Iterator[tuple[int, str]]:
    """Line and the last two names ("datetime.now") of every attribute that is used."""
    for node in module.nodes:
        if isinstance(node, ast.Attribute):
            base = node.value
            owner = base.id if isinstance(base, ast.Name) else base.attr if isinstance(base, ast.Attribute) else ""
            yield node.lineno, f"{owner}.{node.attr}"
