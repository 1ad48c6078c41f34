"""PDFs lose author, comments, scripts and attached files; what is drawn stays."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from otcpd.portfolio.evidence.stripping.pdf import strip_pdf
from otcpd.portfolio.evidence.stripping.plan import NotStripped

SECRET = "Quillfeather"


def drawing(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """A green square as the look of an annotation."""
    form = pdf.make_stream(b"0 0.6 0.2 rg 0 0 40 40 re f")
    form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 40, 40])))
    return form


def annotation(pdf: pikepdf.Pdf, kind: str, left: int, more: dict[str, object] | None = None) -> pikepdf.Object:
    said: dict[str, object] = {
        "/Type": Name.Annot,
        "/Subtype": Name("/" + kind),
        "/Rect": Array([left, 100, left + 40, 140]),
        "/T": SECRET,
        "/Contents": SECRET,
        "/M": "D:20261103",
        "/F": 4,
        "/AP": Dictionary(N=drawing(pdf)),
    }
    return pdf.make_indirect(Dictionary(said | (more or {})))


def telling() -> pikepdf.Pdf:
    """A PDF that has everything that should go, and a page to look at."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(400, 300)).obj
    page.Contents = pdf.make_stream(b"/OC /AA BDC 0.8 0 0 rg 20 200 60 60 re f EMC")
    script = Dictionary(S=Name.JavaScript, JS=f"app.alert('{SECRET}')")
    launch = Dictionary(S=Name.Launch, F=f"C:\\{SECRET}.exe")
    web = Dictionary(S=Name.URI, URI="https://example.org", Next=Array([script]))
    filled = {
        "/FT": Name.Tx,
        "/T": "answer",
        "/Contents": "",
        "/V": "what was filled in",
        "/AA": Dictionary(K=script),
    }
    field = annotation(pdf, "Widget", 300, filled)
    note = annotation(pdf, "Text", 100)
    page.Annots = Array(
        [
            note,
            annotation(pdf, "Popup", 100, {"/Parent": note}),
            annotation(pdf, "FileAttachment", 150, {"/FS": filed(pdf)}),
            annotation(pdf, "Square", 200, {"/RC": SECRET}),
            annotation(pdf, "FreeText", 250, {"/DA": "/Helv 9 Tf", "/Contents": "words on the page"}),
            field,
            annotation(pdf, "Link", 350, {"/A": launch, "/Contents": "a link"}),
            annotation(pdf, "Link", 10, {"/A": web, "/Contents": "a link"}),
        ]
    )
    page.AA = Dictionary(O=script)
    page.PieceInfo = Dictionary(Maker=Dictionary(LastModified="D:2026", Private=SECRET))
    page.Thumb = pdf.make_stream(b"")
    pdf.Root.OpenAction = script
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=pdf.make_stream(SECRET.encode()))
    named = Dictionary(Type=Name.OBJR, Obj=note)
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, K=Dictionary(Type=Name.StructElem, S=Name.Annot, K=named))
    )
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("go"), script])))
    pdf.attachments["secret.txt"] = SECRET.encode()
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [SECRET]
    pdf.docinfo["/Author"] = SECRET
    return pdf


def filed(pdf: pikepdf.Pdf) -> Dictionary:
    file = pdf.make_stream(SECRET.encode())
    return Dictionary(Type=Name.Filespec, F=f"{SECRET}.txt", EF=Dictionary(F=file))


def saved(pdf: pikepdf.Pdf, folder: Path, encryption: pikepdf.Encryption | None = None) -> Path:
    path = folder / "source.pdf"
    pdf.save(path, encryption=encryption)
    return path


def stripped(path: Path) -> bytes:
    out = io.BytesIO()
    strip_pdf(path, out)
    return out.getvalue()


def everything(data: bytes) -> str:
    """All that a PDF holds, as text."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [repr(pdf.trailer)]
        for thing in pdf.objects:
            found.append(repr(thing))
            if isinstance(thing, pikepdf.Stream):
                found.append(thing.read_bytes().decode("latin-1"))
        return "\n".join(found)


def seen(data: bytes) -> bytes:
    with pypdfium2.PdfDocument(data) as pdf:
        return bytes(pdf[0].render(scale=1, may_draw_forms=False, draw_annots=True).to_pil().convert("RGB").tobytes())


def test_nothing_hidden_stays(tmp_path: Path) -> None:
    source = saved(telling(), tmp_path)
    assert SECRET in everything(source.read_bytes())
    after = stripped(source)
    with pikepdf.open(io.BytesIO(after)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert "/Info" not in pdf.trailer
        assert "/OpenAction" not in pdf.Root
        assert "/EmbeddedFiles" not in pdf.Root.Names
        kinds = [str(annotation.Subtype) for annotation in pdf.pages[0].obj.Annots.as_list()]
        assert kinds == ["/Square", "/FreeText", "/Widget", "/Link", "/Link"]
        web = pdf.pages[0].obj.Annots.as_list()[-1]
        assert str(web.A.URI) == "https://example.org"
        assert "/Next" not in web.A
    found = everything(after)
    for gone in ("JavaScript", "Launch", "/XFA", "/PieceInfo", "/Thumb", "dc:creator", "/EF", "D:2026"):
        assert gone not in found, gone
    assert SECRET not in found
    for kept in ("words on the page", "what was filled in", "a link", "answer"):
        assert kept in found


def test_the_page_looks_as_before(tmp_path: Path) -> None:
    pdf = telling()
    page = pdf.pages[0].obj
    page.Annots = Array([one for one in page.Annots.as_list() if one.Subtype not in (Name.Text, Name.FileAttachment)])
    source = saved(pdf, tmp_path)
    assert seen(stripped(source)) == seen(source.read_bytes())


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    source = saved(telling(), tmp_path)
    assert stripped(source) == stripped(source)


def test_what_earlier_savings_left_goes(tmp_path: Path) -> None:
    source = saved(telling(), tmp_path)
    plain = stripped(source)
    source.write_bytes(plain + f"\n% {SECRET} before\n%%EOF\n".encode())
    assert f"% {SECRET}".encode() not in stripped(source)


def signed(folder: Path) -> Path:
    pdf = telling()
    signature = pdf.make_indirect(Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=b"xxxx"))
    pdf.Root.AcroForm.Fields.append(pdf.make_indirect(Dictionary(FT=Name.Sig, T="sign", V=signature)))
    return saved(pdf, folder)


def dynamic(folder: Path) -> Path:
    pdf = telling()
    pdf.Root.NeedsRendering = True
    return saved(pdf, folder)


def damaged(folder: Path) -> Path:
    path = saved(telling(), folder)
    path.write_bytes(path.read_bytes()[:-300])
    return path


def noise(folder: Path) -> Path:
    path = folder / "source.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing more")
    return path


def locked(folder: Path) -> Path:
    return saved(telling(), folder, encryption=pikepdf.Encryption(owner="oak", user="ash"))


def restricted(folder: Path) -> Path:
    return saved(telling(), folder, encryption=pikepdf.Encryption(owner="oak", user=""))


@pytest.mark.parametrize("make", [signed, dynamic, damaged, noise, locked, restricted])
def test_some_are_better_left_alone(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with pytest.raises(NotStripped):
        stripped(make(tmp_path))
