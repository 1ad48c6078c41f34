"""What an import did."""

from __future__ import annotations

from dataclasses import dataclass

from otcpd.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import took in and what it left, or, after a dry run, would have.

    `taken` are short descriptions; `skipped` are pairs of what and why, the why a sentence or two; `notes` are
    sentences on where things went. With `put_right`, what came in otherwise than it stood is among the skipped as well.
    """

    changes: Changes
    taken: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]
    dry_run: bool = False
    notes: tuple[str, ...] = ()
    put_right: bool = False
