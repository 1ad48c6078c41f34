"""Pictures of the portfolio page in each state of an export, at every size of the look.

Run `python -m tests.screens.portfolio OUT_DIR` and look at them beside the design.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from otcpd.actions.demo import demo
from otcpd.actions.profile import profile_content
from otcpd.actions.profile_plan import ListedOnly, ProfileMade
from otcpd.domain.errors import DiskFull
from otcpd.portfolio.evidence.pieces import Refusal
from otcpd.record.record import Record
from otcpd.ui.announce import Announcer
from otcpd.ui.export.flow import ExportState, Stage
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.theme.fonts import offer_shipped_fonts
from otcpd.ui.theme.theme import Theme, ThemeChoice
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.desk_support import Answers, make_desk

SIZES = ((1440, 1000, 1.0), (1366, 768, 1.0), (1024, 640, 1.0), (1024, 640, 1.5), (640, 440, 1.0), (640, 440, 2.0))
"""Width and height of the window, and the text size."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What every picture is taken of."""

    app: QApplication
    record: Record
    folder: Path
    out: Path


def states(record: Record, folder: Path) -> dict[str, ExportState]:
    """One state of each kind; the last has all that can be told."""
    content = profile_content(record)
    place = folder / "profile.pdf"
    place.write_bytes(bytes(2_100_000))
    parts = tuple(folder / f"profile, part {number} of 2.pdf" for number in (1, 2))
    for part in parts:
        part.write_bytes(bytes(9_400_000))
    second, third, fourth = [row for row in content.evidence if row.size is not None][:3]
    listed = (
        ListedOnly(second.number, second.caption, Refusal.LOCKED),
        ListedOnly(third.number, third.caption, Refusal.EMAIL),
    )
    letters = tuple(map(chr, range(0x12000, 0x12009)))
    full = ProfileMade(content, parts, (), listed, parts[1:], letters, (fourth.number,))
    drawing = ExportState(Stage.DRAWING, place, content, 40, 120, "Drawing E7")
    error = DiskFull("The disk is full.", "Your CPD file is unchanged.", "Make room and try again.")
    return {
        "rest": ExportState(),
        "drawing": drawing,
        "failed": replace(drawing, stage=Stage.FAILED, error=error),
        "ready": replace(drawing, stage=Stage.READY, made=ProfileMade(content, (place,))),
        "ready-all": replace(drawing, stage=Stage.READY, made=full),
    }


def shoot(scene: Scene, name: str, theme: Theme, size: tuple[int, int], state: ExportState) -> None:
    """The window, and the whole of what scrolls in it."""
    desk = make_desk(scene.record, scene.folder, FixedClock(), theme, Announcer(), Answers())
    window = MainWindow(desk)
    window.resize(*size)
    window.show()
    page = window.go_to("portfolio")
    assert isinstance(page, PortfolioPage)
    scene.app.processEvents()
    page.flow.told.emit(state)
    for _ in range(3):
        scene.app.processEvents()
    window.grab().save(str(scene.out / f"portfolio-{name}.png"))
    sheet = page.scroller.widget()
    assert sheet is not None
    sheet.grab().save(str(scene.out / f"portfolio-{name}-whole.png"))
    window.hide()
    desk.session.background.shutdown()
    window.deleteLater()
    scene.app.processEvents()


def main() -> None:
    """Write all pictures into the folder named on the command line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    offer_shipped_fonts()
    clock = FixedClock()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with demo(place / "sample.otcpd", surroundings(clock), activities=40, today=clock.today()) as record:
            scene = Scene(app, record, place, out)
            for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
                for width, height, factor in SIZES:
                    theme = Theme(app.styleHints(), choice=choice, factor=factor, still=True)
                    theme.dress(app)
                    for name, state in states(record, place).items():
                        whole = f"{name}-{choice.value}-{width}x{height}-{round(factor * 100)}"
                        shoot(scene, whole, theme, (width, height), state)
    app.quit()


if __name__ == "__main__":
    main()
