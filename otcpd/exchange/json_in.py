"""Reads our JSON and its folder of evidence; nothing is believed, and all is checked before anything is used."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange.json_folder import folder_of, is_same
from otcpd.exchange.json_reading import ReadDocument, TextId, read_document
from otcpd.exchange.json_values import shown

MOST_BYTES = 1024**3
"""Far more than the words of one person's whole working life."""


@dataclass(frozen=True, slots=True)
class ReadJson:
    """A checked document and where the bytes of its evidence are, by SHA-256.

    `partial`: it holds only a part of what the person's log holds of each thing, as a profile does.
    `left_out` are pairs of what could not be read and why; `notes` are sentences on where things came from.
    """

    document: ReadDocument
    files: dict[str, Path]
    partial: bool = False
    left_out: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def read_json(path: Path, text_id: TextId) -> ReadJson:
    """Reads and checks all of `path` and its folder, every byte of evidence included.

    Raises NotAcceptable for anything that is not as `json_out` writes it; MachineSaidNo, FileMissing.
    """
    document = read_document(_parsed(path), text_id)
    folder = folder_of(path)
    files: dict[str, Path] = {}
    for row in document.rows["evidence"]:
        sha256, size = str(row["sha256"]), row["size"]
        assert isinstance(size, int)
        if sha256 and sha256 not in files:
            _check_file(folder / sha256, sha256, size, str(row["name"]))
            files[sha256] = folder / sha256
    return ReadJson(document, files)


def _parsed(path: Path) -> object:
    with machine_errors(path):
        if path.stat().st_size > MOST_BYTES:
            raise _no_json(path.name, "It is larger than any that otcpd writes.")
        data = path.read_bytes()
    return parsed(data, path.name)


def parsed(data: bytes, name: str) -> object:
    """The value that JSON stands for. Raises NotAcceptable, with the `name` of the file, for what is no JSON."""
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_unique)
    except UnicodeDecodeError as error:
        raise _no_json(name, "It is not in UTF-8.") from error
    except json.JSONDecodeError as error:
        raise _no_json(name, "It may have been cut short.") from error
    except _Twice as error:
        raise _no_json(name, f"One object has the field ‘{shown(error.args[0])}’ twice.") from error
    except (ValueError, RecursionError) as error:
        raise _no_json(name, "It holds numbers too long, or lists in lists without end.") from error


class _Twice(Exception):
    """A field stands twice in one object."""


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found


def _no_json(name: str, why: str) -> NotAcceptable:
    return NotAcceptable(f"‘{name}’ could not be read. {why}", "Nothing was changed.", "Export it again with otcpd.")


def _check_file(path: Path, sha256: str, size: int, name: str) -> None:
    if not path.is_file():
        raise NotAcceptable(
            f"The evidence ‘{shown(name)}’ is missing: there is no file {sha256} in the folder ‘{path.parent.name}’.",
            "Nothing was changed.",
            "Copy that folder as well, so that it stands beside the JSON file.",
        )
    if not is_same(path, sha256, size):
        raise NotAcceptable(
            f"The evidence ‘{shown(name)}’ in the folder ‘{path.parent.name}’ is not the file that was exported.",
            "Nothing was changed.",
            "Copy the folder again, or export again.",
        )
