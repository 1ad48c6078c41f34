"""Full and read-only disks, for real: a small tmpfs in a mount namespace of its own, so that root is no exception."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.disks import APART

pytestmark = pytest.mark.small_disk_apart


def on_small_disk(tmp_path: Path, script: str, kilobytes: int = 2000) -> tuple[list[int], str, str]:
    """Runs a shell script on an empty disk of this size: exit codes of each `otcpd`, what was said, errors.

    In the script `otcpd …` is the program, `r.otcpd` a new CPD file, `$OUT` a folder on the large disk.
    """
    disk, out = tmp_path / "disk", tmp_path / "out"
    disk.mkdir()
    out.mkdir()
    prelude = f"""
        set -u
        mount -t tmpfs -o size={kilobytes}k none '{disk}'
        cd '{disk}'
        otcpd() {{ '{sys.executable}' -m otcpd "$@"; echo "code $?"; }}
        otcpd new r.otcpd --name 'Asha Rowan' --registration OT012345
    """
    done = subprocess.run(
        [*APART, prelude + script],
        env=os.environ | {"OUT": str(out), "OTCPD_NOW": "2026-11-21T09:12:00Z", "OTCPD_DATA": str(out / "own")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    codes = [int(line[5:]) for line in done.stdout.splitlines() if line.startswith("code ")]
    assert codes[0] == 0, done.stderr
    assert "Traceback" not in done.stderr
    return codes[1:], done.stdout, done.stderr


def test_no_room_for_evidence_loses_nothing(tmp_path: Path) -> None:
    codes, out, err = on_small_disk(
        tmp_path,
        """
        id=$(otcpd add r.otcpd 'falls course' | head -1)
        head -c 5000000 /dev/urandom > "$OUT/large.bin"
        otcpd attach r.otcpd "$id" "$OUT/large.bin"
        otcpd verify r.otcpd
        otcpd list r.otcpd evidence --format json
        otcpd add r.otcpd 'splints'
        ls
        """,
    )
    assert codes == [5, 0, 0, 0]
    assert "The disk is full." in err
    assert "[]" in out
    assert out.splitlines()[-1] == "r.otcpd"


def test_no_room_for_a_save_keeps_what_was_saved(tmp_path: Path) -> None:
    codes, out, err = on_small_disk(
        tmp_path,
        """
        otcpd add r.otcpd 'falls course'
        dd if=/dev/zero of=filler bs=1k 2>/dev/null
        otcpd add r.otcpd 'splints'
        otcpd list r.otcpd
        rm filler
        otcpd verify r.otcpd
        otcpd add r.otcpd 'seating'
        otcpd list r.otcpd
        ls
        """,
    )
    assert codes == [0, 5, 0, 0, 0, 0]
    assert "The disk is full." in err
    assert out.count("Falls course") == 2
    assert "Splints" not in out
    assert out.count("Seating") == 1
    assert out.splitlines()[-1] == "r.otcpd"


def test_no_room_for_what_is_written_out_leaves_the_older_file(tmp_path: Path) -> None:
    codes, out, err = on_small_disk(
        tmp_path,
        """
        otcpd add r.otcpd 'falls course'
        echo older > out.json; echo '%PDF-1.7 older' > p.pdf
        dd if=/dev/zero of=filler bs=1k 2>/dev/null
        otcpd export r.otcpd out.json
        otcpd profile r.otcpd p.pdf
        otcpd backup r.otcpd .
        otcpd new other.otcpd --name 'Ewan Larch' --registration OT054321
        rm filler
        cat out.json p.pdf
        ls -A
        """,
    )
    assert codes == [0, 5, 5, 5, 5]
    assert err.count("The disk is full.") == 4
    assert out.count("older") == 2
    assert out.splitlines()[-3:] == ["out.json", "p.pdf", "r.otcpd"]


def test_a_disk_that_cannot_be_written_to_can_be_read(tmp_path: Path) -> None:
    codes, out, err = on_small_disk(
        tmp_path,
        """
        otcpd add r.otcpd 'falls course'
        mount -o remount,ro .
        otcpd list r.otcpd
        otcpd profile r.otcpd "$OUT/p.pdf"
        otcpd export r.otcpd "$OUT/out.json"
        otcpd backup r.otcpd "$OUT/stick"
        otcpd add r.otcpd 'splints'
        otcpd export r.otcpd out.json
        """,
    )
    assert codes == [0, 0, 0, 0, 0, 5, 5]
    assert "Falls course" in out
    assert "r.otcpd" in err
