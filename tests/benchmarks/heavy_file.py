"""A CPD file with much evidence: scans, photos and PDFs of words, as many bytes and pages as asked for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from otcpd.actions.activities import edit_activity, new_activity
from otcpd.actions.evidence import attach
from otcpd.actions.files import new_file
from otcpd.actions.portfolio import edit_portfolio, set_period, use_in_statement
from otcpd.domain.activity import Category
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.exchange.evidence_text import EvidenceText
from otcpd.record.opening import Surroundings
from tests.ports import START

ACTIVITIES = 120
PHOTOS, SCANS, LETTERS = 20, 20, 20
WORDS = "Lighting on the stairs predicted a second fall better than loose rugs did. "


@dataclass(frozen=True, slots=True)
class Amount:
    """How much evidence: pages in all and bytes in all, about. The pieces are always sixty."""

    pages: int
    size: int

    @property
    def scanned(self) -> int:
        """Pages of each scan."""
        return (self.pages - PHOTOS) // (SCANS + LETTERS)

    @property
    def written(self) -> int:
        """Pages of each letter; the last ones make up the number."""
        return (self.pages - PHOTOS - SCANS * self.scanned) // LETTERS

    @property
    def picture(self) -> int:
        """Bytes of each picture."""
        return self.size // (PHOTOS + SCANS * self.scanned)


SMALL = Amount(pages=60, size=20_000_000)
WHOLE = Amount(pages=600, size=200_000_000)


def evidence_files(folder: Path, amount: Amount) -> list[Path]:
    """Sixty files. No two pictures have the same bytes, so nothing can be kept once instead of often."""
    pictures = _pictures(amount.picture)
    made: list[Path] = []
    for number in range(PHOTOS):
        made.append(folder / f"photo {number}.jpg")
        made[-1].write_bytes(next(pictures))
    for number in range(SCANS):
        made.append(_scan(folder / f"scan {number}.pdf", [next(pictures) for _ in range(amount.scanned)]))
    for number in range(LETTERS):
        made.append(_letter(folder / f"letter {number}.pdf", amount.written, number))
    return made


def heavy_file(path: Path, evidence: list[Path], around: Surroundings) -> None:
    """A file of 120 activities with this evidence, all of which the profile shows."""
    first = START.date() - timedelta(days=ACTIVITIES * 3)
    categories = list(Category)
    with new_file(path, "Eilidh Rowan", "OT000123", around) as record:
        record.hurry()
        made = [
            new_activity(
                record,
                date=first + timedelta(days=3 * number),
                title=f"Learning about falls, part {number + 1}",
                category=categories[number % len(categories)],
                minutes=90,
            ).new_id
            for number in range(ACTIVITIES)
        ]
        portfolio = record.portfolios.current().id
        set_period(record, portfolio, first, START.date())
        edit_portfolio(record, portfolio, "summary", WORDS * 35)
        edit_portfolio(record, portfolio, "statement", WORDS * 110)
        for activity in made[:6]:
            for field in ("description", "learning", "practice_impact", "service_user_benefit"):
                edit_activity(record, activity, field, WORDS * 10)
            use_in_statement(record, activity, True)
        for place, file in enumerate(evidence):
            attach(record, made[2 * place], file, _look, caption=f"Proof of {file.stem}")


def _look(path: Path) -> EvidenceText:
    kind = EvidenceKind.IMAGE if path.suffix == ".jpg" else EvidenceKind.PDF
    return EvidenceText(kind, EvidenceState.READABLE, "")


def _pictures(size: int) -> Iterator[bytes]:
    """Photos of about `size` bytes, without end: the same noise, each with its own remark in it."""
    chance = random.Random(7)
    side = int((size / 0.417) ** 0.5)
    data = BytesIO()
    Image.frombytes("RGB", (side, side), chance.randbytes(side * side * 3)).save(data, "JPEG", quality=50)
    noise = data.getvalue()
    while True:
        yield noise[:2] + b"\xff\xfe\x00\x12" + chance.randbytes(16) + noise[2:]


def _scan(path: Path, pictures: list[bytes]) -> Path:
    with pikepdf.new() as pdf:
        for picture in pictures:
            with Image.open(BytesIO(picture)) as image:
                width, height = image.size
            shown = pdf.make_stream(picture)
            shown.update(
                Dictionary(
                    Type=Name.XObject,
                    Subtype=Name.Image,
                    Width=width,
                    Height=height,
                    ColorSpace=Name.DeviceRGB,
                    BitsPerComponent=8,
                    Filter=Name.DCTDecode,
                )
            )
            page = Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, 595, 842]),
                Resources=Dictionary(XObject=Dictionary(Im0=shown)),
                Contents=pdf.make_stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q"),
            )
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        pdf.save(path)
    return path


def _letter(path: Path, pages: int, number: int) -> Path:
    with as_file(files("otcpd") / "resources" / "fonts" / "NotoSans-Regular.ttf") as font:
        pdfmetrics.registerFont(TTFont("Letter", str(font)))
    canvas = Canvas(str(path), invariant=1)
    for page in range(pages):
        canvas.setFont("Letter", 10)
        for line in range(48):
            canvas.drawString(50, 790 - 15 * line, f"{number}.{page}.{line} {WORDS}")
        canvas.showPage()
    canvas.save()
    return path
