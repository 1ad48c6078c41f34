"""The folder beside our JSON that holds evidence, each file named by its SHA-256."""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from otcpd.disk import machine_errors, whole_file
from otcpd.domain.errors import NotAcceptable

CHUNK = 1024 * 1024
"""Bytes held in memory at once."""

Content = Callable[[str], Iterator[bytes]]
"""Gives the bytes of a file by its SHA-256, in pieces."""

_EVIDENCE = re.compile("[0-9a-f]{64}")
_OURS = re.compile(r"[0-9a-f]{64}|\.otcpd-[0-9a-f]{12}\.part")
"""What an export leaves in its folder: evidence, and what a crash kept it from finishing."""


def folder_of(json_file: Path) -> Path:
    """`OUT.files` for `OUT.json`."""
    return json_file.with_suffix(".files")


def evidence_in(folder: Path) -> frozenset[str]:
    """The names of the evidence in a folder; of nothing else that somebody may have put there."""
    with contextlib.suppress(OSError):
        return frozenset(path.name for path in folder.iterdir() if _EVIDENCE.fullmatch(path.name))
    return frozenset()


@contextmanager
def filled_folder(folder: Path, wanted: Iterable[str], content: Content) -> Iterator[None]:
    """Puts the files `wanted` into the folder, for the JSON that is written inside the `with`.

    Files that are there already are kept. If anything fails, what was added is taken away again; if all
    goes well, files of an older export that nothing names any more go.
    """
    names = sorted(set(wanted))
    added: list[Path] = []
    new_folder = not folder.exists()
    try:
        if names:
            _make(folder)
        for name in names:
            if not is_same(folder / name, name):
                added.append(folder / name)
                _write(folder / name, content(name))
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            for path in added:
                path.unlink(missing_ok=True)
            if new_folder and folder.is_dir():
                folder.rmdir()
        raise
    _tidy(folder, set(names))


def is_same(path: Path, sha256: str, size: int | None = None) -> bool:
    """Whether there is a file at `path` with these bytes. Raises MachineSaidNo if it cannot be read."""
    with machine_errors(path):
        if not path.is_file() or (size is not None and path.stat().st_size != size):
            return False
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    return digest.hexdigest() == sha256


def _make(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise NotAcceptable(
            f"The evidence goes into a folder ‘{folder.name}’, and there is a file of that name.",
            "Nothing was written.",
            "Rename that file, or choose another name for the export.",
        )
    with machine_errors(folder):
        folder.mkdir(exist_ok=True)


def _write(target: Path, chunks: Iterator[bytes]) -> None:
    with whole_file(target) as file:
        for chunk in chunks:
            file.write(chunk)


def _tidy(folder: Path, wanted: set[str]) -> None:
    """Evidence erased for good must not live on in an older export's folder."""
    if not folder.is_dir():
        return
    with machine_errors(folder):
        for path in folder.iterdir():
            if _OURS.fullmatch(path.name) and path.name not in wanted:
                path.unlink()
        if not wanted and not any(folder.iterdir()):
            folder.rmdir()
