"""The places that an export is to write to: each may be written, and no two are the same."""

from __future__ import annotations

import os
from itertools import combinations
from pathlib import Path

from otcpd.actions.files import refuse_own_file
from otcpd.actions.profile_plan import ProfilePlan
from otcpd.disk import machine_errors
from otcpd.domain.errors import MachineSaidNo, NotAcceptable
from otcpd.record.record import Record

_UNTOUCHED = "Nothing was written."
ZIP = ".zip"


def check_targets(record: Record, plan: ProfilePlan) -> None:
    """Refuses what cannot or must not be written, before anything is.

    Raises NotAcceptable where the CPD file itself, a folder, or the same file twice would be written, and
    MachineSaidNo for a folder that is not there or may not be looked into.
    """
    for target in targets(plan):
        refuse_own_file(record, target)
        with machine_errors(target):
            if target == plan.originals and not zipped(target):
                _refuse_file(target)
            else:
                _refuse_folder(target)
            _need_folder(target)
    for one, other in combinations(targets(plan), 2):
        if _key(one) == _key(other):
            raise NotAcceptable(
                f"‘{one.name}’ is asked for twice.", _UNTOUCHED, "Give each file of the profile its own name."
            )


def targets(plan: ProfilePlan) -> tuple[Path, ...]:
    """Everything that the person named."""
    return tuple(path for path in (plan.out, plan.docx, plan.originals, plan.copy_text) if path is not None)


def folders(plan: ProfilePlan) -> tuple[Path, ...]:
    """Where files are written: the folders of everything that the person named, and that for originals."""
    inside = () if plan.originals is None or zipped(plan.originals) else (plan.originals,)
    return (*(path.parent for path in targets(plan)), *inside)


def zipped(path: Path) -> bool:
    """Whether originals go into a ZIP file there, and not into a folder."""
    return path.suffix.casefold() == ZIP


def _refuse_folder(target: Path) -> None:
    if target.is_dir():
        raise NotAcceptable(f"‘{target.name}’ is a folder.", _UNTOUCHED, "Choose another name for the file.")


def _refuse_file(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise NotAcceptable(
            f"‘{target.name}’ is a file, and the evidence goes into a folder.",
            _UNTOUCHED,
            f"Choose another name, or one that ends in ‘{ZIP}’.",
        )


def _need_folder(target: Path) -> None:
    if not target.parent.is_dir():
        raise MachineSaidNo(
            f"‘{target.name}’ was not saved. Its folder is not there.",
            "Your CPD file is unchanged, and nothing was written.",
            "Choose a folder that exists.",
        )


def _key(path: Path) -> str:
    """The same for two names of one place; names that differ in capitals alone are one on many disks."""
    return os.path.realpath(path).casefold()
