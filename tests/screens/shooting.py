"""Takes pictures of states in many looks, and lays them out small on sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from tests.screens.arranging import State
from tests.screens.stage import Content, Look, Stage
from tests.screens.states import all_states, shown

USUAL = Look(1440, 900)
EVERYTHING: tuple[Look, ...] = (USUAL, USUAL.dark, Look(640, 440, 2.0))
"""Looks in which each state is shown, with each content."""
PAGES_ONLY: tuple[Look, ...] = (
    Look(1093, 614, ratio=1.25),
    Look(1440, 900, 1.5),
    Look(911, 512, ratio=1.5),
    Look(1440, 900, 2.0).dark,
    Look(1024, 640),
    Look(640, 440),
)
"""Looks in which each page is shown with the sample: the sizes of the look's section 5, and text to 200 %."""

ACROSS = 4
SMALL = 480
"""Pixels that a picture on a sheet is wide."""
GAP = 16
CAPTION = 22
MOST_ON_A_SHEET = 24


def shoot(stage: Stage, out: Path, only: str = "") -> list[Path]:
    """One picture of each state in each look; returns where they are."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    states = [state for state in all_states() if state.name.startswith(only)]
    pages = [state for state in states if state.arrange is None and state.content is Content.SAMPLE]
    looks = [*((look, states) for look in EVERYTHING), *((look, pages) for look in PAGES_ONLY)]
    return [path for look, wanted in looks for path in shoot_look(stage, out, look, wanted)]


def shoot_look(stage: Stage, out: Path, look: Look, states: Sequence[State]) -> Iterable[Path]:
    """One picture of each of these states in one look."""
    out.mkdir(parents=True, exist_ok=True)
    for one in shown(stage, look, states):
        path = out / f"{look.name}--{one.name}.png"
        picture(one.scene.window if one.top.isModal() else one.top, look.ratio, over=one.top).save(str(path))
        yield path


def picture(widget: QWidget, ratio: float, *, over: QWidget | None = None) -> QImage:
    """A widget as a screen with so many dots to a pixel shows it, with the dialog `over` it."""
    image = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    widget.render(image, QPoint())
    if over is not None and over is not widget:
        over.render(image, over.geometry().topLeft() - widget.geometry().topLeft())
    return image


def write_sheets(pictures: Path, out: Path) -> None:
    """All pictures small, those of one look together, at most two dozen on a sheet."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    looks: dict[str, list[Path]] = {}
    for path in sorted(pictures.glob("*.png")):
        looks.setdefault(path.name.partition("--")[0], []).append(path)
    for look, paths in looks.items():
        for number, start in enumerate(range(0, len(paths), MOST_ON_A_SHEET), start=1):
            _sheet(paths[start : start + MOST_ON_A_SHEET]).save(out / f"{look}-{number}.png")


def _sheet(paths: Sequence[Path]) -> Image.Image:
    small: list[tuple[str, Image.Image]] = []
    for path in paths:
        with Image.open(path) as whole:
            height = round(whole.height * SMALL / whole.width)
            small.append((path.stem.partition("--")[2], whole.convert("RGB").resize((SMALL, height))))
    row = max(image.height for _, image in small) + CAPTION + GAP
    rows = -(-len(small) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * (SMALL + GAP) + GAP, rows * row + GAP), "#d0d0d0")
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(15)
    for place, (name, image) in enumerate(small):
        x, y = GAP + place % ACROSS * (SMALL + GAP), GAP + place // ACROSS * row
        draw.text((x, y), name, fill="black", font=font)
        sheet.paste(image, (x, y + CAPTION))
    return sheet
