"""Reads our own source: modules, what they import at start, and how long they are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Module:
    """One of our modules: its dotted name, its file and its syntax tree."""

    name: str
    path: Path
    tree: ast.Module
    nodes: tuple[ast.AST, ...]
    """All that is in the tree. Walking through it takes long, and many rules look at all of it."""

    @property
    def where(self) -> str:
        """The path as people write it, from the root of the checkout."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def lines(self) -> int:
        return len(self.path.read_text(encoding="utf-8").splitlines())


@cache
def modules(package: str) -> tuple[Module, ...]:
    """Every module of a package at the root of the checkout."""
    return tuple(_read(path) for path in sorted((ROOT / package).rglob("*.py")))


def _read(path: Path) -> Module:
    tree = ast.parse(path.read_bytes(), str(path))
    return Module(_dotted(path), path, tree, tuple(ast.walk(tree)))


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_at_start(module: Module, known: frozenset[str]) -> set[str]:
    """Which of the `known` modules are imported when `module` is: not in functions, not for types only."""
    found: set[str] = set()
    for node in _run_at_start(module.tree.body):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(_imported(node, known))
    return (found & known) - {module.name}


def _imported(node: ast.ImportFrom, known: frozenset[str]) -> Iterator[str]:
    for alias in node.names:
        whole = f"{node.module}.{alias.name}"
        yield whole if whole in known else str(node.module)


def _run_at_start(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or _for_types_only(node):
            continue
        yield node
        for part in ("body", "orelse", "finalbody"):
            yield from _run_at_start(getattr(node, part, []))
        for handler in getattr(node, "handlers", []):
            yield from _run_at_start(handler.body)


def _for_types_only(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
