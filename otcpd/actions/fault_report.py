"""The report that a fault of ours leaves behind: where it happened, and not a word of the person's.

Messages of exceptions and values of variables may quote what somebody wrote, so neither is in it.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from traceback import extract_tb

from otcpd import __version__
from otcpd.background import WorkerBug

_FRAME = re.compile(r'^ +File "(.+)", line (\d+), in (\S+)$', re.MULTILINE)


def fault_report(fault: BaseException, now: datetime) -> str:
    """The report as text: program, system, and the chain of exceptions by type, place and function."""
    lines = [
        f"otcpd {__version__}",
        f"Python {platform.python_version()} on {sys.platform} ({platform.machine()})",
        f"{now:%Y-%m-%dT%H:%M:%SZ}",
    ]
    for one in _chain(fault):
        lines.append("")
        lines.append(f"{type(one).__module__}.{type(one).__qualname__}")
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in extract_tb(one.__traceback__)]
        if isinstance(one, WorkerBug):
            lines.append("  in the worker process:")
            lines += [f"  {_place(file)}:{line} {name}" for file, line, name in _FRAME.findall(str(one))]
    return "\n".join(lines) + "\n"


def save_fault_report(fault: BaseException, folder: Path, now: datetime) -> Path | None:
    """Keeps the report in `folder` and returns its path, or None when even that is not possible."""
    path = folder / f"{now:%Y-%m-%dT%H%M%SZ}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(fault_report(fault, now), encoding="utf-8")
    except OSError:
        return None
    return path


def _chain(fault: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = fault
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _place(filename: str) -> str:
    """The file within its package only: the folders above may name the person."""
    parts = Path(filename).parts
    for root in ("otcpd", "site-packages", "lib"):
        if root in parts:
            place = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[place + (root != "otcpd") :])
    return parts[-1]
