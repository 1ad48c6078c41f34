"""What the tests of an export share: files to attach, and a drive through all its steps by hand."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from otcpd.actions.evidence import attach
from otcpd.actions.profile_export import Outcome, ProfileExport, Slice, Step
from otcpd.actions.profile_plan import ProfileMade
from otcpd.actions.profile_waking import wake
from otcpd.background import Progress, Result, Task, Worker
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record.record import Record


def pdf_file(path: Path, pages: int = 2, words: str = "Certificate") -> Path:
    """A PDF of some pages."""
    canvas = Canvas(str(path), invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(72, 720, f"{words} {number}")
        canvas.showPage()
    canvas.save()
    return path


def picture_file(path: Path, size: tuple[int, int] = (80, 60)) -> Path:
    """A small photo."""
    data = BytesIO()
    Image.new("RGB", size, (40, 120, 90)).save(data, "JPEG")
    path.write_bytes(data.getvalue())
    return path


def text_file(path: Path, text: str = "What I took from the day.") -> Path:
    """A note."""
    path.write_text(text, encoding="utf-8")
    return path


def attach_three(record: Record, activity: str, folder: Path) -> list[str]:
    """A PDF of two pages, a photo and a note, which become E2, E3 and E4. Their ids."""
    made = (
        pdf_file(folder / "certificate.pdf"),
        picture_file(folder / "photo.jpg"),
        text_file(folder / "note.txt"),
    )
    return [
        attach(record, activity, path, read_evidence, caption=f"Proof {number}").evidence
        for number, path in enumerate(made, start=2)
    ]


def damage(record: Record, evidence: str) -> None:
    """The stored bytes of a piece are not what came in any more."""
    sha256 = record.evidence.get(evidence).sha256
    with record.gate.unjournaled() as connection:
        connection.execute(
            "UPDATE chunk SET data = ? WHERE blob = (SELECT id FROM blob WHERE sha256 = ?)", (b"rotten", sha256)
        )


def ended(worker: Worker, job: Task) -> Outcome:
    """Does one job."""
    worker.start(job)
    while True:
        event = worker.poll(timeout=60)
        if event is not None and not isinstance(event, Progress):
            return event


def to_next_job(export: ProfileExport, outcome: Outcome | None = None) -> Step:
    """Goes on over all slices, and over waking the worker, to the next job about a piece or the profile, or to
    the end."""
    while True:
        step = export.advance(outcome)
        if isinstance(step, Task) and step.function is wake:
            outcome = Result(None)
        elif isinstance(step, Slice):
            outcome = None
        else:
            return step


def jobs_of(export: ProfileExport, worker: Worker) -> Iterator[Task]:
    """Each job, before it is done."""
    step = to_next_job(export)
    while isinstance(step, Task):
        yield step
        step = to_next_job(export, ended(worker, step))
    assert isinstance(step, ProfileMade)


def to_last_job(export: ProfileExport, worker: Worker) -> Task:
    """Does every job but the last one, which writes the profile: it alone has no limits."""
    step = to_next_job(export)
    while isinstance(step, Task) and step.limits is not None:
        step = to_next_job(export, ended(worker, step))
    assert isinstance(step, Task)
    return step


def pages_of(path: Path) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


class NoTrace:
    """A folder for temporary files in which nothing stays."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder.mkdir()
        monkeypatch.setattr("tempfile.tempdir", str(folder))
        self.folder = folder

    @property
    def left(self) -> list[str]:
        """What is there."""
        return sorted(path.name for path in self.folder.iterdir())
