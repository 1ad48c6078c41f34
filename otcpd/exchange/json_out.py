"""Writes our JSON and its folder of evidence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from otcpd.disk import whole_file
from otcpd.exchange.json_folder import Content, filled_folder, folder_of


def write_json(out: Path, document: Mapping[str, object], content: Content) -> None:
    """Writes a document of `json_document` to `out`, and the evidence it names to `OUT.files`.

    The same document gives the same bytes. Whatever stood there before stays until all is written.
    Raises DiskFull, ReadOnly, MachineSaidNo, NotAcceptable, or what `content` raises.
    """
    with filled_folder(folder_of(out), _named_files(document), content), whole_file(out) as file:
        for piece in _ENCODER.iterencode(document):
            file.write(piece.encode())
        file.write(b"\n")


_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)


def _named_files(document: Mapping[str, object]) -> list[str]:
    evidence = document["evidence"]
    assert isinstance(evidence, list)
    return [one["sha256"] for one in evidence if one["sha256"]]
