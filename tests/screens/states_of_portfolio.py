"""What the portfolio page can look like in the course of an export."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from otcpd.actions.profile import profile_content
from otcpd.actions.profile_plan import ListedOnly, ProfileMade
from otcpd.domain.errors import DiskFull
from otcpd.portfolio.evidence.pieces import Refusal
from otcpd.ui.export.flow import ExportState, Stage
from otcpd.ui.pages.portfolio.page import PortfolioPage
from tests.screens.arranging import State
from tests.screens.stage import Scene


def export_state(scene: Scene, name: str) -> ExportState:
    """One state of each kind; "ready-all" has all that can be told."""
    content = profile_content(scene.record)
    place = scene.folder / "profile.pdf"
    place.write_bytes(bytes(2_100_000))
    drawing = ExportState(Stage.DRAWING, place, content=content, done=40, total=120, words="Drawing E7")
    if name == "failed":
        error = DiskFull("The disk is full.", "Your CPD file is unchanged.", "Make room and try again.")
        return replace(drawing, stage=Stage.FAILED, error=error)
    if name == "ready":
        return replace(drawing, stage=Stage.READY, made=ProfileMade(content, (place,)))
    if name == "drawing":
        return drawing
    parts = tuple(scene.folder / f"profile, part {number} of 2.pdf" for number in (1, 2))
    for part in parts:
        part.write_bytes(bytes(9_400_000))
    second, third, fourth = [row for row in content.evidence if row.size is not None][:3]
    listed = (
        ListedOnly(second.number, second.caption, Refusal.LOCKED),
        ListedOnly(third.number, third.caption, Refusal.EMAIL),
    )
    letters = tuple(map(chr, range(0x12000, 0x12009)))
    full = ProfileMade(content, parts, (), listed, parts[1:], letters, (fourth.number,))
    return replace(drawing, stage=Stage.READY, made=full)


def _tell(scene: Scene, name: str) -> None:
    page = scene.window.page
    assert isinstance(page, PortfolioPage)
    page.flow.told.emit(export_state(scene, name))


STATES = tuple(
    State(f"portfolio-{name}", "portfolio", arrange=partial(_tell, name=name), spoils=False)
    for name in ("drawing", "failed", "ready", "ready-all")
)
