"""What the Evidence page looks like besides: each kind of preview, the form, a report, no file of a kind, a dialog."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtWidgets import QWidget

from otcpd.actions.evidence import attach
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.exchange.evidence_text import EvidenceText
from otcpd.ui.pages.evidence.contents import Sift, Use
from otcpd.ui.pages.evidence.detail import USE
from otcpd.ui.pages.evidence.page import EvidencePage
from tests.screens.arranging import State
from tests.screens.stage import Content, Scene


def _page(scene: Scene) -> EvidencePage:
    page = scene.window.page
    assert isinstance(page, EvidencePage)
    return page


def _open(scene: Scene, kind: EvidenceKind) -> EvidencePage:
    page = _page(scene)
    of_kind = [one for one in page.contents.pieces.values() if one.kind is kind]
    newest = max(of_kind, key=attrgetter("created"))
    page.show_thing(newest.id)
    return page


class _Seen:
    """Whether the file that is open can be seen, as far as it is in view."""

    def __init__(self, page: EvidencePage) -> None:
        self._preview = page.detail.preview

    def now(self) -> bool:
        pages = self._preview.pages
        if pages.isVisible():
            return bool(pages.words) and pages.sheets.drawing.idle
        return self._preview.text.isVisible() and not self._preview.text.busy


def _text(scene: Scene) -> None:
    page = _open(scene, EvidenceKind.WORD)
    page._show_detail()
    scene.until(_Seen(page).now)


def _names(scene: Scene) -> None:
    path = scene.folder / "letter.txt"
    path.write_text("Dear Mrs Birch, your CHI number is 1904851231.")
    found = EvidenceText(EvidenceKind.TEXT, EvidenceState.READABLE, path.read_text())
    made = scene.desk.session.act(attach, "", path, lambda _path: found)
    assert made is not None
    page = _page(scene)
    page.show_thing(made.evidence)
    page._show_detail()
    scene.until(_Seen(page).now)
    page.detail.names.button.click()
    scene.until(page.detail.names.lines.isVisible)


def _form(scene: Scene) -> None:
    page = _open(scene, EvidenceKind.PDF)
    page.detail.show_face(USE)
    page._show_detail()


def _preview(scene: Scene) -> None:
    page = _open(scene, EvidenceKind.PDF)
    page._show_detail()
    scene.until(_Seen(page).now)
    page.detail.take_focus()


def _nothing_shown(scene: Scene) -> None:
    _page(scene).tools.set_sift(Sift(use=Use.UNUSED))


def _report(scene: Scene) -> None:
    page = _page(scene)
    page.intake.add("", [scene.folder / "vanished.pdf", scene.folder / "gone too.pdf"])


def _locked(scene: Scene) -> None:
    path = scene.folder / "locked.pdf"
    path.write_bytes(b"%PDF-1.7 locked")
    found = EvidenceText(EvidenceKind.PDF, EvidenceState.LOCKED)
    made = scene.desk.session.act(attach, "", path, lambda _path: found)
    assert made is not None
    _page(scene).show_thing(made.evidence)
    _page(scene)._show_detail()


def _picker(scene: Scene) -> QWidget:
    page = _open(scene, EvidenceKind.PDF)
    page.doings.pick_activity()
    assert page.doings.picker is not None
    scene.others.append(page.doings.picker)
    return page.doings.picker


STATES = (
    State("evidence-text", "evidence", arrange=_text, spoils=False),
    State("evidence-preview", "evidence", arrange=_preview, spoils=False),
    State("evidence-form", "evidence", arrange=_form, spoils=False),
    State("evidence-picker", "evidence", arrange=_picker, spoils=False),
    State("evidence-nothing-shown", "evidence", arrange=_nothing_shown),
    State("evidence-report", "evidence", arrange=_report),
    State("evidence-names", "evidence", arrange=_names),
    State("evidence-locked", "evidence", arrange=_locked),
    State("evidence-form-to-read", "evidence", Content.READ_ONLY, arrange=_form, spoils=False),
)
