"""`otcpd profile` with evidence: what is printed where, what is written, and nothing left when it is stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import psutil
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from otcpd.actions.files import open_to_write
from tests.actions.exporting import NoTrace, damage, pages_of, pdf_file, picture_file, text_file
from tests.cli.conftest import CommandLine

PATIENCE = 60.0
OLDER = "%PDF-1.7 older"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NoTrace:
    return NoTrace(tmp_path / "temporary", monkeypatch)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder for what is made."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def activity(otcpd: CommandLine) -> str:
    return otcpd.add("2h journal club 20 November 2026")


@pytest.fixture
def ids(otcpd: CommandLine, activity: str, tmp_path: Path) -> list[str]:
    """A PDF of two pages, a photo and a note: E2, E3 and E4."""
    files = [pdf_file(tmp_path / "a.pdf"), picture_file(tmp_path / "b.jpg"), text_file(tmp_path / "c.txt")]
    return otcpd("attach", otcpd.record, activity, *files, "--caption", "Proof").lines


def noisy_picture(path: Path, side: int) -> Path:
    """A picture that cannot be packed."""
    Image.frombytes("RGB", (side, side), os.urandom(side * side * 3)).save(path, compress_level=0)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("ids")
def test_everything_that_can_be_asked_for(otcpd: CommandLine, out: Path, temporary: NoTrace) -> None:
    wanted = [out / name for name in ("p.pdf", "p.docx", "p.txt", "evidence")]
    pdf, docx, text, originals = wanted
    said = otcpd(
        "profile", otcpd.record, pdf, "--docx", docx, "--text", text, "--originals", originals, "--supervision"
    )
    assert said.code == 0, said.err
    assert said.lines[0] == str(pdf)
    assert set(said.lines) == {str(path) for path in wanted}
    assert "Exported your profile." in said.err
    assert names(out) == ["evidence", "p.docx", "p.pdf", "p.txt"]
    assert "0 sessions held." in text.read_text()
    assert names(originals) == ["About these files.txt", "E2 Proof.pdf", "E3 Proof.jpg", "E4 Proof.txt"]
    assert temporary.left == []


@pytest.mark.usefixtures("ids")
def test_the_originals_in_a_zip(otcpd: CommandLine, out: Path) -> None:
    said = otcpd("profile", otcpd.record, out / "p.pdf", "--originals", out / "evidence.ZIP")
    assert said.code == 0
    with zipfile.ZipFile(out / "evidence.ZIP") as archive:
        assert archive.testzip() is None
        assert archive.namelist()[:3] == ["E2 Proof.pdf", "E3 Proof.jpg", "E4 Proof.txt"]


def test_what_to_look_at_before_sending_is_told(
    otcpd: CommandLine, activity: str, ids: list[str], out: Path, tmp_path: Path
) -> None:
    with pikepdf.open(pdf_file(tmp_path / "marked.pdf"), allow_overwriting_input=True) as pdf:
        mark = Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=Array([70, 700, 200, 740]))
        pdf.pages[0].obj.Annots = Array([mark])
        pdf.save()
    otcpd("attach", otcpd.record, activity, tmp_path / "marked.pdf")
    with open_to_write(otcpd.record, otcpd.services.around) as record:
        damage(record, ids[1])
    said = otcpd("profile", otcpd.record, out / "p.pdf", "--originals", out / "evidence")
    assert said.code == 0
    marks = "E5 has marks for blacking out that were never applied: what they cover can still be read."
    assert f"Look before you send the originals: {marks}" in said.err
    assert "Not among the originals, since their files could not be read: E3." in said.err
    assert marks in (out / "evidence" / "About these files.txt").read_text(encoding="utf-8")


def test_a_small_limit_gives_parts(otcpd: CommandLine, activity: str, out: Path, tmp_path: Path) -> None:
    photos = [noisy_picture(tmp_path / f"{number}.png", 600) for number in range(3)]
    otcpd("attach", otcpd.record, activity, *photos)
    said = otcpd("profile", otcpd.record, out / "p.pdf", "--max-mb", "0.8")
    assert said.code == 0
    assert len(said.lines) > 1
    assert f"Exported your profile in {len(said.lines)} parts." in said.err
    assert [Path(line).name for line in said.lines] == names(out)
    whole = otcpd("profile", otcpd.record, out / "whole.pdf", "--max-mb", "0")
    assert whole.lines == [str(out / "whole.pdf")]
    assert pages_of(out / "whole.pdf") >= sum(pages_of(Path(line)) for line in said.lines) - len(said.lines)


def test_what_is_listed_only_is_told_with_its_reason(
    otcpd: CommandLine, activity: str, ids: list[str], out: Path, tmp_path: Path
) -> None:
    (tmp_path / "odd.xyz").write_bytes(b"\x00\x01\x02 nothing known")
    otcpd("attach", otcpd.record, activity, tmp_path / "odd.xyz", "--caption", "An odd one")
    with open_to_write(otcpd.record, otcpd.services.around) as record:
        damage(record, ids[1])
    said = otcpd("profile", otcpd.record, out / "p.pdf")
    assert (said.code, said.lines) == (0, [str(out / "p.pdf")])
    assert "E3, ‘Proof’, is listed but not shown. The file is damaged." in said.err
    assert "E5, ‘An odd one’, is listed but not shown." in said.err
    assert "Not in it: " in said.err


def test_characters_that_no_font_has_are_told(otcpd: CommandLine, out: Path) -> None:
    otcpd.add("2h on hieroglyphs \U00013000 20 November 2026")
    said = otcpd("profile", otcpd.record, out / "p.pdf")
    assert said.code == 0
    assert "Printed as a box, since no font here can show it: egyptian hieroglyph a001 (U+13000)." in said.err


@pytest.mark.usefixtures("ids")
def test_what_cannot_be_is_refused_and_the_older_file_stays(otcpd: CommandLine, out: Path, temporary: NoTrace) -> None:
    pdf = out / "p.pdf"
    pdf.write_text(OLDER)
    (out / "file").write_text("a file")
    for more, words in (
        (["--docx", out / "gone" / "p.docx"], "Its folder is not there."),
        (["--originals", out / "file"], "is a file, and the evidence goes into a folder."),
        (["--originals", pdf], "is a file"),
        (["--portfolio", "Mine"], "There is no portfolio ‘Mine’."),
    ):
        said = otcpd("profile", otcpd.record, pdf, *more)
        assert (said.code, said.out) in ((4, ""), (5, "")), words
        assert words in said.err
        assert said.err.count("\n") == 1
    assert names(out) == ["file", "p.pdf"]
    assert pdf.read_text() == OLDER
    assert temporary.left == []


# Stopped


@pytest.fixture
def heavy(otcpd: CommandLine, activity: str, tmp_path: Path) -> Path:
    """A file with evidence that takes a while."""
    pictures = [noisy_picture(tmp_path / f"{number}.png", 1400) for number in range(6)]
    otcpd("attach", otcpd.record, activity, *pictures)
    return otcpd.record


def stop_when(ready: Callable[[], bool], how: signal.Signals, record: Path, pdf: Path, temporary: Path) -> int:
    """Exports in a process of its own and stops that as soon as `ready` says so; returns the exit code."""
    places = {"TMPDIR": str(temporary), "OTCPD_DATA": str(temporary.parent / "own"), "OTCPD_NOW": "2026-11-21T09:12Z"}
    command = [sys.executable, "-m", "otcpd", "profile", str(record), str(pdf)]
    with subprocess.Popen(
        command, env={**os.environ, **places}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        until = time.monotonic() + PATIENCE
        while not ready():
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < until
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
        process.send_signal(how)
        _out, err = process.communicate(timeout=PATIENCE)
    psutil.wait_procs(family, timeout=PATIENCE)
    assert not any(one.is_running() for one in family)
    assert "Traceback" not in err
    return process.returncode


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopped_while_evidence_is_prepared(heavy: Path, out: Path, temporary: NoTrace, how: signal.Signals) -> None:
    pdf = out / "p.pdf"
    pdf.write_text(OLDER)

    def preparing() -> bool:
        with contextlib.suppress(FileNotFoundError):
            return any(path.suffix for path in temporary.folder.glob("otcpd-profile-*/*"))
        return False

    assert stop_when(preparing, how, heavy, pdf, temporary.folder) == 130
    assert temporary.left == []
    assert names(out) == ["p.pdf"]
    assert pdf.read_text() == OLDER


def test_stopped_while_the_file_is_written(heavy: Path, out: Path, temporary: NoTrace) -> None:
    pdf = out / "p.pdf"
    pdf.write_text(OLDER)

    def writing() -> bool:
        return any(out.glob(".otcpd-*.part"))

    assert stop_when(writing, signal.SIGINT, heavy, pdf, temporary.folder) == 130
    assert temporary.left == []
    assert names(out) == ["p.pdf"]
    assert pdf.read_text() == OLDER


def test_killed_it_leaves_the_older_file_and_is_swept_later(heavy: Path, out: Path, temporary: NoTrace) -> None:
    pdf = out / "p.pdf"
    pdf.write_text(OLDER)

    def reading() -> bool:
        return any(temporary.folder.glob("otcpd-profile-*/E3"))

    assert stop_when(reading, signal.SIGKILL, heavy, pdf, temporary.folder) == -signal.SIGKILL
    assert names(out) == ["p.pdf"]
    assert pdf.read_text() == OLDER
    (left,) = temporary.folder.iterdir()
    assert left.name.startswith("otcpd-profile-")
