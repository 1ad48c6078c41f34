"""Frameworks as published formats hold them, and short ways to read them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from otcpd.domain.framework_reading import ReadFramework
from otcpd.exchange.framework_in import read_framework

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


def read(path: Path) -> ReadFramework:
    return read_framework(path, TODAY)


def written(folder: Path, name: str, content: str | bytes | object) -> Path:
    """A file with this content; anything but text and bytes as JSON."""
    path = folder / name
    data = content if isinstance(content, str | bytes) else json.dumps(content)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def tree(found: ReadFramework) -> list[str]:
    """The items, one a line: how deep, code and label."""
    framework = found.framework
    depth = {"": -1}
    lines = []
    for item in framework.items:
        depth[item.code] = depth[item.parent] + 1
        lines.append(f"{'  ' * depth[item.code]}{item.code} {item.label}")
    return lines


def told(found: ReadFramework) -> list[str]:
    """The faults, one a line."""
    return [f"{fault.where}: {fault.why}" for fault in found.faults]
