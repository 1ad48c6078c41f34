"""Collects what the benchmarks measured and prints it as the table of docs/performance.md."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.benchmarks.ratios import Measured

_MEASURED: list[Measured] = []


@pytest.fixture
def measured() -> Callable[[Measured], None]:
    """Notes a measurement for the table and fails the test past three times its target."""

    def note(result: Measured) -> None:
        _MEASURED.append(result)
        result.check()

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the table below the results."""
    if _MEASURED:
        terminalreporter.section("benchmarks (ratio against a baseline in this run)")
        terminalreporter.write_line("| what | ours | baseline | ratio | target |")
        for result in sorted(_MEASURED, key=_name):
            terminalreporter.write_line(result.line)


def _name(result: Measured) -> str:
    return result.name
