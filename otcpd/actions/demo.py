"""A CPD file full of invented content that looks like a real one: for looking round, pictures and measuring.

It tells of one occupational therapist, her current registration cycle with a gap that has no reason yet,
and the cycle before. The same day and number of activities give the same file, ids included.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from otcpd.actions import files
from otcpd.actions.demo_clock import SampleBits, SampleClock
from otcpd.actions.demo_content import read_sample
from otcpd.actions.demo_making import Making
from otcpd.actions.demo_story import beginning, cast, story
from otcpd.actions.settings import change_setting
from otcpd.disk import machine_errors, put_in_place
from otcpd.domain.errors import NotAcceptable
from otcpd.record.engine import journal_of
from otcpd.record.opening import Surroundings, refuse_taken
from otcpd.record.record import Record
from otcpd.record.settings import SAMPLE

Heard = Callable[[int, int], object]

MOST_ACTIVITIES = 100_000

_EARLIEST, _LATEST = date(1950, 1, 1), date(2900, 1, 1)


def demo(path: Path, around: Surroundings, *, activities: int = 120, today: date, heard: Heard | None = None) -> Record:
    """Makes a sample CPD file at `path`, as it would be on `today`, and opens it for writing.

    `heard` is told deeds done and deeds in all, a hundred times or so.

    Raises NotAcceptable if something is at `path`, or for a number or day that cannot be; MachineSaidNo
    if the file cannot be written. Then no half-made file stays.
    """
    _check(activities, today)
    sample = read_sample(today)
    clock = SampleClock(beginning(sample))
    bits = SampleBits(f"{today.isoformat()} {activities}")
    refuse_taken(path)
    partial = path.with_name(f".{path.name}.making")
    _clear_away(partial)
    made = files.new_file(
        partial, sample.name, sample.registration, replace(around, clock=clock, random_bits=bits, machine="sample")
    )
    try:
        with made as record, tempfile.TemporaryDirectory(prefix="otcpd-") as folder:
            # Until it is finished there is nothing to lose, so no step waits for the disk.
            record.hurry()
            change_setting(record, SAMPLE, record.id, "Begin a sample")
            making = Making(record, sample, Path(folder))
            deeds = story(sample, cast(sample, activities), making, today)
            for done, (moment, deed) in enumerate(deeds):
                if heard is not None and done % (len(deeds) // 100 + 1) == 0:
                    heard(done, len(deeds))
                clock.go_to(moment)
                deed()
        refuse_taken(path)
        with machine_errors(path):
            put_in_place(partial, path)
    except BaseException:
        _clear_away(partial)
        raise
    return files.open_to_write(path, around)


def _clear_away(partial: Path) -> None:
    """What a sample that was not finished leaves."""
    with contextlib.suppress(OSError):
        partial.unlink(missing_ok=True)
        journal_of(partial).unlink(missing_ok=True)


def _check(activities: int, today: date) -> None:
    if not 0 <= activities <= MOST_ACTIVITIES:
        raise NotAcceptable(
            f"A sample cannot have {activities:,} activities.",
            "Nothing was made.",
            f"Ask for a number from 0 to {MOST_ACTIVITIES:,}.",
        )
    if not _EARLIEST <= today <= _LATEST:
        raise NotAcceptable("A sample cannot be made for that day.", "Nothing was made.", "Choose a day near today.")
