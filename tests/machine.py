"""What some tests need of the machine they run on. Where it cannot be had they are left out in sight."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pytest

from tests.disks import can_mount, can_mount_apart
from tests.outside.display import can_show


@dataclass(frozen=True, slots=True)
class Need:
    """`met` tells whether it can be had, `words` say what cannot be done without it.

    What is `demanded` has to be there where CI is set; the rest is packages that may not be had offline.
    """

    met: Callable[[], bool]
    words: str
    demanded: bool


NEEDS: Mapping[str, Need] = {
    "small_disk": Need(can_mount, "need to mount a small disk", True),
    "small_disk_apart": Need(can_mount_apart, "need to mount a small disk", True),
    "flock": Need(lambda: sys.platform != "win32", "need a system with flock", True),
    "display": Need(can_show, "need Xvfb, xdotool, dbus-daemon and at-spi2-core", False),
}
"""By the marker of the tests."""


def impossible_here(items: Sequence[pytest.Item]) -> dict[str, list[pytest.Item]]:
    """The tests that cannot run, under the words for what they need.

    Raises UsageError where CI is set and what is demanded is not there.
    """
    lacking: dict[str, list[pytest.Item]] = {}
    for name, need in NEEDS.items():
        marked = [item for item in items if item.get_closest_marker(name)]
        if marked and not need.met():
            lacking.setdefault(need.words, []).extend(marked)
            if need.demanded and os.environ.get("CI"):
                raise pytest.UsageError(f"{len(marked)} tests {need.words}, and this machine does not let them.")
    return lacking
