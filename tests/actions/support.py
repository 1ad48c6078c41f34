"""What the tests of the actions share: refusals that change nothing, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from otcpd.actions.activities import new_activity
from otcpd.actions.evidence import Attached, attach
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record.record import Record
from otcpd.record.schema import JOURNALED
from tests.record.support import redo_labels, sound, undo_labels

_NOT_OUR_WORDS = re.compile(r"\b([Pp]lease|[Oo]ops|[Ss]imply|[Ee]rror|[Ii]nvalid|null|record|None)\b|!")
"""Words that are kept out of the window, "record" among them: to an OT it is a client's case file."""

_TABLES = (*JOURNALED, "session", "step", "change", "blob", "chunk")


def state(record: Record) -> dict[str, list[tuple[object, ...]]]:
    """Everything the file holds but the search index."""
    return {name: record.reader.rows(f'SELECT * FROM "{name}" ORDER BY 1, 2') for name in _TABLES}


@contextmanager
def refused(record: Record, kind: type[OtcpdError], words: str = "") -> Iterator[None]:
    """What is done inside is refused with `words`, says so plainly, and leaves the file as it was."""
    before = state(record)
    with pytest.raises(kind) as caught:
        yield
    assert type(caught.value) is kind
    assert state(record) == before
    said = caught.value.text
    assert words in said
    assert said.endswith(".")
    assert not _NOT_OUR_WORDS.search(said), said


def undone_and_redone(record: Record, change: Callable[[], Changes], look: Callable[[], object], label: str) -> None:
    """`change` is one step named `label`; undoing it gives what `look` saw before, redoing what it saw after."""
    before, steps = look(), undo_labels(record)
    assert change()
    after = look()
    assert after != before
    assert undo_labels(record) == [*steps, label]
    record.undo()
    assert look() == before
    assert redo_labels(record) == [label]
    record.redo()
    assert look() == after
    assert sound(record)


def journal_club(record: Record, day: date = date(2026, 11, 3), title: str = "Journal club") -> str:
    """An activity to work on."""
    return new_activity(record, title=title, date=day).new_id


def attached(record: Record, activity: str, path: Path, caption: str = "") -> Attached:
    """Takes a file in as the program does, but without a process of its own for looking into it."""
    return attach(record, activity, path, read_evidence, caption=caption)


def written(path: Path, text: str = "Certificate of attendance") -> Path:
    """A small text file."""
    path.write_text(text, encoding="utf-8")
    return path
