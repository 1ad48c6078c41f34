"""The few pictures that README and docs show. Taken anew by `python -m tests.screens docs/pictures --for-docs`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from otcpd.ui.papers.preview import PaperPreview
from tests.screens.shooting import picture
from tests.screens.stage import Content, Look, Stage
from tests.screens.states import Shown, all_states, shown

USUAL = Look(1280, 800, ratio=1.5)
PICTURES: tuple[tuple[str, str, Content, Look], ...] = (
    ("home", "home", Content.SAMPLE, USUAL),
    ("home-dark", "home", Content.SAMPLE, USUAL.dark),
    ("log", "log", Content.SAMPLE, USUAL),
    ("log-large-text", "log-open", Content.SAMPLE, Look(1024, 768, 2.0)),
    ("gap", "log-gap", Content.SAMPLE, USUAL),
    ("evidence", "evidence-preview", Content.SAMPLE, USUAL),
    ("supervision", "supervision", Content.SAMPLE, Look(1440, 900, ratio=1.5)),
    ("managers-page", "protected-manager", Content.SAMPLE, USUAL),
    ("pathway", "pathway", Content.SAMPLE, Look(1440, 900, ratio=1.5)),
    ("assessment", "assessment", Content.SAMPLE, USUAL),
    ("next-role", "next_role", Content.SAMPLE, USUAL),
    ("impact", "impact", Content.SAMPLE, USUAL),
    ("portfolio", "portfolio", Content.SAMPLE, USUAL),
    ("welcome", "welcome", Content.EMPTY, USUAL),
)
"""The name of the file, the state, its content, and the look."""


def write_for_docs(stage: Stage, out: Path) -> list[Path]:
    """Write them; returns where they are."""
    written: list[Path] = []
    for name, state, content, look in PICTURES:
        wanted = [one for one in all_states([content]) if one.name == state]
        for one in shown(stage, look, wanted):
            _wait_for_pages(one)
            path = out / f"{name}.png"
            picture(one.top, look.ratio).save(str(path))
            written.append(path)
    return written


def _wait_for_pages(one: Shown) -> None:
    """A document that is shown is drawn elsewhere, and comes a moment later."""
    for preview in one.top.findChildren(PaperPreview):
        one.scene.until(partial(_drawn, preview))
        one.scene.settle()


def _drawn(preview: PaperPreview) -> bool:
    return bool(preview.pages.words) and preview.pages.sheets.drawing.idle
