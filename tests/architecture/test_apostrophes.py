"""Words that people read have the apostrophe of print: HCPC’s, not HCPC's."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

from tests.architecture.sources import ROOT, Module, modules

STRAIGHT = re.compile(r"[A-Za-z]'[A-Za-z]|s' [a-z]")
SQL = re.compile(r"\b(SELECT|AND|WHERE|FROM) ")
RESOURCES = ROOT / "otcpd" / "resources"
TYPED = {"words"}
"""Keys of the fact files for what people type, which is compared with what they typed."""


def _shown(module: Module) -> Iterator[str]:
    """The texts in a module, without its docstrings and its SQL."""
    docs = {id(node.value) for node in module.nodes if isinstance(node, ast.Expr)}
    for node in module.nodes:
        text = node.value if isinstance(node, ast.Constant) and id(node) not in docs else None
        if isinstance(text, str) and not SQL.search(text):
            yield text


def _values(value: object) -> Iterator[str]:
    """Every text in a fact file but those that people type."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _values(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in TYPED:
                yield from _values(one)


def test_no_text_in_code_has_a_straight_apostrophe() -> None:
    found = [(module.where, text) for module in modules("otcpd") for text in _shown(module) if STRAIGHT.search(text)]
    assert found == []


def test_no_fact_has_a_straight_apostrophe() -> None:
    files = sorted(RESOURCES.rglob("*.toml"))
    assert files
    texts = [(path.name, text) for path in files for text in _values(tomllib.loads(path.read_text(encoding="utf-8")))]
    assert [(name, text) for name, text in texts if STRAIGHT.search(text)] == []


def test_no_page_of_the_help_has_a_straight_apostrophe() -> None:
    pages = {path.name: path.read_text(encoding="utf-8") for path in sorted(RESOURCES.rglob("*.md"))}
    assert pages
    assert {name: STRAIGHT.findall(text) for name, text in pages.items() if STRAIGHT.search(text)} == {}
