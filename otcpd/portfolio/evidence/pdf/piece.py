"""A PDF as pages of the profile: what one sees of it, and nothing else that it holds."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Name, Pdf, PdfError

from otcpd.disk import enduring, machine_errors
from otcpd.domain.words import joined
from otcpd.portfolio.evidence.pdf.annotations import is_dynamic_form, lay_down
from otcpd.portfolio.evidence.pdf.cleaning import MOST_UNPACKED, Bomb, Cleaner
from otcpd.portfolio.evidence.pdf.frame import PageFrame, PageTooLarge, settle
from otcpd.portfolio.evidence.pdf.painting import Painter
from otcpd.portfolio.evidence.pdf.pictures import PicturePages
from otcpd.portfolio.evidence.pdf.plan import PagePlan, Planner
from otcpd.portfolio.evidence.pdf.text_layer import TextLayers
from otcpd.portfolio.evidence.pdf.trimming import set_words, trim
from otcpd.portfolio.evidence.pdf.values import PDF_ERRORS
from otcpd.portfolio.evidence.pieces import MOST_PAGES, PreparedPiece, Refusal, Source, SourcePage

_KEPT_IN_ROOT = frozenset({"/Type", "/Pages", "/OCProperties", "/AcroForm"})
"""What PDFium needs to draw pages as they look."""

_LOCKED = frozenset({pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY})

Report = Callable[[int, int], None]


def prepare_pdf(source: Source, folder: Path, report: Report) -> PreparedPiece:
    """The PDF at `source` as pages that may leave. A file that cannot be shown is no error but refused.

    Pages that need no change are those of the source itself; others are in new files in `folder`, which
    must outlive the use of what is returned. `report` is told pages done and pages in all.
    Raises FileMissing, DiskFull, ReadOnly or MachineSaidNo only for what this computer does not let us do.
    """
    with _within_limits():
        return _prepared(source, folder, report)


@contextmanager
def _within_limits() -> Iterator[None]:
    """qpdf unpacks no more than we hold for right, and grumbles about damaged files to nobody's terminal."""
    before = pikepdf.settings.get_qpdf_limits()["flate_max_memory"]
    grumbles = logging.getLogger("pikepdf")
    level = grumbles.level
    pikepdf.settings.set_qpdf_limits(flate_max_memory=MOST_UNPACKED)
    grumbles.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(flate_max_memory=before)
        grumbles.setLevel(level)


def _prepared(source: Source, folder: Path, report: Report) -> PreparedPiece:
    try:
        with machine_errors(source.path):
            pdf = pikepdf.open(source.path)
    except pikepdf.PasswordError:
        return PreparedPiece(source.number, refusal=Refusal.LOCKED)
    except PDF_ERRORS:
        return _painted_alone(source, folder, report)
    with pdf:
        try:
            refusal = _refused(pdf)
            if refusal is not None:
                return PreparedPiece(source.number, refusal=refusal)
            with closing(_Piece(source, folder, pdf, report)) as piece:
                return piece.make()
        except (PageTooLarge, Bomb):
            return PreparedPiece(source.number, refusal=Refusal.TOO_LARGE)
        except PDF_ERRORS:
            return _painted_alone(source, folder, report)


def _refused(pdf: Pdf) -> Refusal | None:
    count = len(pdf.pages)
    if not count:
        return Refusal.BROKEN if pdf.get_warnings() else Refusal.EMPTY
    if count > MOST_PAGES:
        return Refusal.TOO_LONG
    return Refusal.UNREADABLE if is_dynamic_form(pdf) else None


class _Piece:
    """One document on its way: looked at page by page, cleaned, saved if it had to be changed, then
    those pages drawn that must be pictures."""

    def __init__(self, source: Source, folder: Path, pdf: Pdf, report: Report) -> None:
        self._source, self._folder, self._pdf = source, folder, pdf
        self._report, self._count, self._steps = report, len(pdf.pages), 0
        self._cleaner = Cleaner()
        self._layers = TextLayers(pdf)
        self._weights: dict[int, int] = {}
        self._changed = False
        self._set_anew = False
        self._open: Painter | None = None

    def close(self) -> None:
        """Let go of the source."""
        if self._open is not None:
            self._open.close()

    def make(self) -> PreparedPiece:
        """Raises PageTooLarge, Bomb, one of PDF_ERRORS if pikepdf cannot cope, or MachineSaidNo."""
        self._changed |= bool(self._pdf.get_warnings())
        on_pages = lay_down(self._pdf)
        self._changed |= bool(on_pages)
        planner = Planner(self._pdf, on_pages)
        plans = []
        for index, page in enumerate(self._pdf.pages):
            plan = planner.plan(index, page)
            self._crop(plan)
            self._clean(plan)
            plans.append(plan)
            self._step()
        self._reconsider(plans)
        self._changed |= self._cleaner.changed or planner.surveyor.take_warnings() or planner.surveyor.damaged
        file = self._saved() if self._changed else self._source.path
        return self._shown(plans, file)

    def _crop(self, plan: PagePlan) -> None:
        """A page of which something was cut off must not carry that along."""
        if plan.framing.cropped and not plan.picture:
            try:
                plan.picture = self._source_painter().hides(plan.index, plan.framing.frame)
            except pypdfium2.PdfiumError:
                plan.picture = True

    def _clean(self, plan: PagePlan) -> None:
        page = self._pdf.pages[plan.index]
        if not plan.framing.exact:
            settle(page, plan.framing.frame)
            self._changed = True
        if plan.picture:
            return
        try:
            if plan.scan:
                self._set_words(plan)
            self._changed |= trim(self._pdf, plan.scope)
            self._weights[plan.index] = self._cleaner.clean(page)
        except PDF_ERRORS:
            plan.picture = True

    def _set_words(self, plan: PagePlan) -> None:
        try:
            words = self._source_painter().words(plan.index, plan.framing.frame)
        except pypdfium2.PdfiumError:
            words = ()
        set_words(self._pdf, plan.scope, words, self._layers, plan.framing.frame.own_space())
        self._changed = self._set_anew = True

    def _source_painter(self) -> Painter:
        """PDFium at the source as it came. Raises PdfiumError."""
        if self._open is None:
            self._open = Painter(self._source.path)
        return self._open

    def _reconsider(self, plans: list[PagePlan]) -> None:
        """Pages that turned out to use what is damaged become pictures."""
        for plan in plans:
            used = {image for scope in plan.scope.all() for image in scope.images}
            broken = not used.isdisjoint(self._cleaner.broken)
            plan.doubtful |= broken
            plan.picture |= broken or self._cleaner.damaged

    def _saved(self) -> Path:
        """What is clean as a file of its own. Raises PdfError, DiskFull, ReadOnly or MachineSaidNo."""
        file = self._folder / f"E{self._source.number}-clean.pdf"
        for key in list(self._pdf.Root.keys()):
            if key not in _KEPT_IN_ROOT:
                del self._pdf.Root[key]
        self._pdf.Root[Name.Type] = Name.Catalog  # damaged files may lack it, and then nobody finds the root
        if Name.Info in self._pdf.trailer:
            del self._pdf.trailer[Name.Info]
        if self._set_anew:
            self._layers.finish()
        with machine_errors(file), file.open("wb") as target, enduring(target) as patient:
            self._pdf.save(
                patient,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                encryption=False,
                fix_metadata_version=False,
            )
        with pikepdf.open(file) as saved:
            if len(saved.pages) != self._count:
                raise PdfError("pages were lost")
        return file

    def _shown(self, plans: list[PagePlan], file: Path) -> PreparedPiece:
        painting = _Painting(self._source.number, self._folder, file)
        pages: list[SourcePage] = []
        missing: list[int] = []
        for plan in plans:
            frame = plan.framing.frame
            if plan.picture:
                page = painting.page(plan)
            else:
                weight, aloud = self._weights[plan.index], painting.aloud(plan)
                page = SourcePage(file, plan.index, frame.width, frame.height, weight, aloud)
            if page is None:
                missing.append(plan.index + 1)
            else:
                pages.append(page)
            self._step()
        painting.finish()
        return _piece(self._source.number, pages, missing)

    def _step(self) -> None:
        """Each page is passed twice, so each time counts half."""
        self._steps += 1
        self._report(self._steps // 2, self._count)


class _Painting:
    """Reads out and draws pages of one file as they come, and opens it only then."""

    def __init__(self, number: int, folder: Path, file: Path) -> None:
        self._file = file
        self._pages = PicturePages(folder, number)
        self._painter: Painter | None = None

    def aloud(self, plan: PagePlan) -> str:
        """What stands on a page that stays as it is."""
        if plan.heavy:
            return ""
        try:
            return self._opened().aloud(plan.index, plan.framing.frame, seen_only=plan.mixed)
        except pypdfium2.PdfiumError:
            return ""

    def page(self, plan: PagePlan) -> SourcePage | None:
        """A page as a picture; None if nobody can show it. Raises DiskFull or another MachineSaidNo."""
        frame = plan.framing.frame
        try:
            painted = self._opened().paint(
                plan.index, frame, with_words=plan.words, with_fields=plan.fields, seen_only=plan.mixed
            )
        except pypdfium2.PdfiumError:
            return None
        if plan.doubtful and painted.blank:
            return None
        return self._pages.add(painted.picture, painted.words, frame, painted.aloud)

    def _opened(self) -> Painter:
        if self._painter is None:
            self._painter = Painter(self._file)
        return self._painter

    def finish(self) -> None:
        if self._painter is not None:
            self._painter.close()
        self._pages.finish()


def _painted_alone(source: Source, folder: Path, report: Report) -> PreparedPiece:
    """A file that only PDFium can make sense of, as pictures. Nothing is known of what may be hidden in
    it, so there are no words under them."""
    try:
        with Painter(source.path) as painter:
            if not len(painter):
                return PreparedPiece(source.number, refusal=Refusal.BROKEN)
            if len(painter) > MOST_PAGES:
                return PreparedPiece(source.number, refusal=Refusal.TOO_LONG)
            return _all_painted(painter, source, folder, report)
    except PageTooLarge:
        return PreparedPiece(source.number, refusal=Refusal.TOO_LARGE)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in _LOCKED
        return PreparedPiece(source.number, refusal=Refusal.LOCKED if locked else Refusal.BROKEN)


def _all_painted(painter: Painter, source: Source, folder: Path, report: Report) -> PreparedPiece:
    target = PicturePages(folder, source.number)
    pages: list[SourcePage] = []
    missing: list[int] = []
    for index in range(len(painter)):
        try:
            frame: PageFrame = painter.frame(index)
            painted = painter.paint(index, frame, with_words=False)
        except pypdfium2.PdfiumError:
            missing.append(index + 1)
        else:
            if painted.blank:
                missing.append(index + 1)
            else:
                pages.append(target.add(painted.picture, (), frame))
        report(index + 1, len(painter))
    target.finish()
    return _piece(source.number, pages, missing)


def _piece(number: int, pages: list[SourcePage], missing: list[int]) -> PreparedPiece:
    if not pages:
        return PreparedPiece(number, refusal=Refusal.BROKEN)
    if not missing:
        return PreparedPiece(number, tuple(pages))
    which = joined([str(page) for page in missing])
    words = f"{'Page' if len(missing) == 1 else 'Pages'} {which} could not be shown."
    return PreparedPiece(number, tuple(pages), note=words)
