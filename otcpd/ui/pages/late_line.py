"""A thing that is made of one typed line: what was typed is not lost where the disk is away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from otcpd.domain.changes import Changes
from otcpd.record.record import Record
from otcpd.ui.session import Session

P = ParamSpec("P")


def make_or_wait(
    session: Session,
    key: tuple[str, ...],
    label: str,
    text: str,
    action: Callable[Concatenate[Record, P], Changes],
    *args: P.args,
    **kwargs: P.kwargs,
) -> Changes | None:
    """Makes a thing of `text` with `action(record, *args, **kwargs)`, now or as soon as the file can be written to.

    While the line waits, among the other texts that are not saved yet, no changes come back; where the file will never
    take it None does, and `session.problem` hears why. `key` names what it is for, `label` what it is.
    """
    made: list[Changes] = []

    def make(record: Record) -> Changes:
        made.append(action(record, *args, **kwargs))
        return made[-1]

    line = (*key, f"new {text}")
    session.put(line, label, text, session.problem.emit, make)
    if made:
        return made[-1]
    return Changes() if session.autosave.holds(*line) else None
