"""Pages of evidence in a finished PDF, put there as a profile does it, and what can be found in it."""

from __future__ import annotations

import subprocess
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Matrix, Name, ObjectStreamMode, Pdf, Rectangle, String
from PIL import Image

from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.portfolio.evidence.pdf.piece import prepare_pdf
from otcpd.portfolio.evidence.pieces import PreparedPiece, Source, SourcePage

AREA = (450.0, 640.0)
CORNER = (70.0, 90.0)


def prepared(path: Path) -> PreparedPiece:
    """The PDF at `path` as a piece, its files beside it."""
    return prepare_pdf(Source(3, EvidenceKind.PDF, EvidenceState.READABLE, path), path.parent, told_nothing)


def told_nothing(_done: int, _total: int) -> None:
    """Progress that nobody follows."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished PDF: where it is, and what is in it."""

    path: Path

    def complaints(self) -> list[str]:
        """What qpdf, outloud and pdfua find wrong."""
        with pikepdf.open(self.path) as pdf, warnings.catch_warnings():
            warnings.filterwarnings("ignore", "pikepdf is missing some specialized decoders")
            found = list(pdf.check_pdf_syntax())
        heard = outloud.check(str(self.path))
        found += [str(each) for each in heard.findings if each.severity == "error"]
        found += [heard.error] if heard.error else []
        report = pdfua.validate(str(self.path))
        return found + [each.message for each in report.findings if each.severity is pdfua.Severity.ERROR]

    def text(self) -> str:
        """What can be found on its pages."""
        with pypdfium2.PdfDocument(self.path) as pdf:
            return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)

    def everything(self) -> bytes:
        """All bytes of the file, unpacked as far as can be."""
        with pikepdf.open(self.path) as pdf:
            parts = [self.path.read_bytes()]
            for each in pdf.objects:
                if isinstance(each, pikepdf.Stream):
                    try:
                        parts.append(each.read_bytes())
                    except pikepdf.PdfError:
                        parts.append(each.read_raw_bytes())
                else:
                    parts.append(each.unparse(resolved=True) if isinstance(each, pikepdf.Object) else b"")
            return b"\n".join(parts)

    def keys(self) -> set[str]:
        """The entries of all dictionaries."""
        found: set[str] = set()
        with pikepdf.open(self.path) as pdf:
            pending = [each for each in pdf.objects if isinstance(each, pikepdf.Object)]
            while pending:
                each = pending.pop()
                if isinstance(each, Array):
                    pending += [below for below in each if isinstance(below, pikepdf.Object) and not below.is_indirect]
                elif isinstance(each, Dictionary | pikepdf.Stream):
                    for key, below in each.items():
                        found.add(key)
                        if isinstance(below, pikepdf.Object) and not below.is_indirect:
                            pending.append(below)
        return found

    def image(self, page: int = 0) -> Image.Image:
        """A page as it looks, in RGB, a dot for each point."""
        return rendered(self.path, page, 1.0)

    def shown(self, page: SourcePage, number: int = 0) -> Image.Image:
        """What there is to be seen of a page of evidence, at the size it has there."""
        scale = min(AREA[0] / page.width, AREA[1] / page.height)
        left, lower = CORNER[0], 842 - CORNER[1]
        return self.image(number).crop((left, lower - page.height * scale, left + page.width * scale, lower))


def rendered(path: Path, page: int, scale: float) -> Image.Image:
    """A page as PDFium shows it, with what lies on it, in RGB."""
    with pypdfium2.PdfDocument(path) as pdf:
        pdf.init_forms()
        seen: Image.Image = pdf[page].render(scale=scale).to_pil().convert("RGB")
        return seen


def finish(piece: PreparedPiece, path: Path) -> Finished:
    """Put the pages of a piece on pages of a tagged PDF, one on each, in its lower left corner."""
    sources: dict[Path, Pdf] = {}
    with pikepdf.new() as pdf:
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=Array()))
        tree.K, parents = whole, Array()
        for number, shown in enumerate(piece.pages):
            if shown.file not in sources:
                sources[shown.file] = pikepdf.open(shown.file)
            page = _page(pdf, shown, sources[shown.file])
            page.StructParents = number
            alt = String(f"Evidence E{piece.number}, page {number + 1}, as it was given")
            figure = Dictionary(Type=Name.StructElem, S=Name.Figure, P=whole, Alt=alt, Pg=page, K=0)
            whole.K.append(pdf.make_indirect(figure))
            parents.append(number)
            parents.append(Array([whole.K[-1]]))
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=parents))
        tree.ParentTreeNextKey = len(piece.pages)
        _describe(pdf, tree)
        pdf.save(path, min_version="1.7", object_stream_mode=ObjectStreamMode.generate)
    for source in sources.values():
        source.close()
    return Finished(path)


def _page(pdf: Pdf, shown: SourcePage, source: Pdf) -> pikepdf.Object:
    drawn = pdf.copy_foreign(source.pages[shown.index].as_form_xobject(handle_transformations=True))
    matrix = Matrix(drawn.get(Name.Matrix, Matrix().as_array()))
    place: Rectangle = matrix.transform(Rectangle(*(float(value) for value in drawn.BBox)))
    assert abs(float(place.width) - shown.width) < 0.1
    assert abs(float(place.height) - shown.height) < 0.1
    scale = min(AREA[0] / shown.width, AREA[1] / shown.height)
    x, y = CORNER[0] - float(place.llx) * scale, CORNER[1] - float(place.lly) * scale
    content = f"/Figure <</MCID 0>> BDC q {scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm /X0 Do Q EMC"
    entries = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, 595, 842]),
        Resources=Dictionary(XObject=Dictionary(X0=drawn)),
        Contents=pdf.make_stream(content.encode("ascii")),
        Tabs=Name.S,
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(entries)))
    return pdf.pages[-1].obj


def _describe(pdf: Pdf, tree: pikepdf.Object) -> None:
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo[Name.Title] = String("Evidence")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = "Evidence"
        metadata["pdfuaid:part"] = "1"


def peak_megabytes(path: Path, folder: Path) -> float:
    """The most memory that a process of its own takes to prepare the PDF at `path`."""
    code = (
        "import resource,sys;from pathlib import Path;"
        "from otcpd.portfolio.evidence.pdf.piece import prepare_pdf;"
        "from otcpd.portfolio.evidence.pieces import Source;"
        "from otcpd.domain.evidence import EvidenceKind,EvidenceState;"
        "prepare_pdf(Source(3,EvidenceKind.PDF,EvidenceState.READABLE,Path(sys.argv[1])),Path(sys.argv[2]),print);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), str(folder)], capture_output=True, text=True, check=True
    )
    return int(done.stdout.split()[-1]) / 1024
