"""Small real files for the sample: certificates and sheets as PDF, a form for Word, a text, a message.

The same description gives the same bytes, on every machine with the same versions of the libraries.
"""

from __future__ import annotations

import io
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

from otcpd.catalogue.own_fonts import font_bytes
from otcpd.domain.dates import long_day

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

INVENTED = "Part of a sample. The person, the organisations and the events are invented."
REGULAR = "Inter-Regular.ttf"
BOLD = "Inter-SemiBold.ttf"


@dataclass(frozen=True, slots=True)
class SampleFile:
    """What to make. `makes` is a key of `MAKERS` or, for pictures, of `sample_pictures.MAKERS`.

    `day` is the day the file is from, `person` whose certificate it is. In a sheet a line that begins
    with "# " is a heading and one that begins with "[ ] " has a box to tick.
    """

    name: str
    makes: str
    title: str
    lines: tuple[str, ...]
    day: date
    person: str


def make_file(wanted: SampleFile) -> bytes:
    """The bytes of a sample file. Raises KeyError for a kind that is none."""
    if wanted.makes in MAKERS:
        return MAKERS[wanted.makes](wanted)
    from otcpd.exchange import sample_pictures  # imports Pillow

    return sample_pictures.MAKERS[wanted.makes](wanted)


def _certificate(wanted: SampleFile) -> bytes:
    width, height = 842.0, 595.0
    canvas, buffer = _canvas(wanted, (width, height))
    canvas.setLineWidth(2)
    canvas.setStrokeColorRGB(0.106, 0.361, 0.278)
    canvas.roundRect(36, 36, width - 72, height - 72, 14)
    canvas.setLineWidth(0.5)
    canvas.roundRect(44, 44, width - 88, height - 88, 10)
    provider, length = wanted.lines
    for text, font, size, y in (
        ("Certificate of attendance", BOLD, 30, 440),
        ("This is to say that", REGULAR, 13, 390),
        (wanted.person, BOLD, 24, 350),
        ("took part in", REGULAR, 13, 312),
        (wanted.title, BOLD, 19, 276),
        (f"on {long_day(wanted.day)}, {length}", REGULAR, 13, 240),
        (provider, REGULAR, 13, 176),
        (INVENTED, REGULAR, 8, 64),
    ):
        canvas.setFont(font, size)
        canvas.drawCentredString(width / 2, y, text)
    canvas.line(width / 2 - 150, 198, width / 2 + 150, 198)
    return _closed(canvas, buffer)


def _sheet(wanted: SampleFile) -> bytes:
    canvas, buffer = _canvas(wanted, (595.0, 842.0))
    canvas.setFont(BOLD, 18)
    canvas.drawString(56, 770, wanted.title)
    canvas.setFont(REGULAR, 9)
    canvas.drawString(56, 752, long_day(wanted.day))
    y = 722.0
    for line in wanted.lines:
        y = _sheet_line(canvas, line, y)
    canvas.setFont(REGULAR, 8)
    canvas.drawString(56, 40, INVENTED)
    return _closed(canvas, buffer)


def _sheet_line(canvas: Canvas, line: str, y: float) -> float:
    """Draws one line, wrapped, from `y` points above the page's foot; returns where the next begins."""
    if line.startswith("# "):
        canvas.setFont(BOLD, 12)
        canvas.drawString(56, y - 8, line.removeprefix("# "))
        return y - 30
    left = 56.0
    if line.startswith("[ ] "):
        canvas.setLineWidth(0.8)
        canvas.rect(left, y - 1, 9, 9)
        left, line = left + 18, line.removeprefix("[ ] ")
    canvas.setFont(REGULAR, 10.5)
    for piece in textwrap.wrap(line, 88):
        canvas.drawString(left, y, piece)
        y -= 15
    return y - 5


def _canvas(wanted: SampleFile, size: tuple[float, float]) -> tuple[Canvas, io.BytesIO]:
    from reportlab.pdfgen.canvas import Canvas

    _register_fonts()
    buffer = io.BytesIO()
    # `invariant` leaves out the time of making and random ids.
    canvas = Canvas(buffer, pagesize=size, invariant=1, pageCompression=1, lang="en-GB")
    canvas.setTitle(wanted.title)
    canvas.setSubject(INVENTED)
    return canvas, buffer


def _register_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (REGULAR, BOLD):
        if name in pdfmetrics.getRegisteredFontNames():
            continue
        font = TTFont(name, io.BytesIO(font_bytes(name)))
        # ReportLab keeps one font for each typeface, whoever registered it first. The profile's own fonts have the
        # typeface's name, and know more than these.
        font.face.name = b"Sample" + font.face.name
        pdfmetrics.registerFont(font)


def _closed(canvas: Canvas, buffer: io.BytesIO) -> bytes:
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _text(wanted: SampleFile) -> bytes:
    lines = [wanted.title, long_day(wanted.day), "", *wanted.lines, "", INVENTED]
    return ("\n".join(lines) + "\n").encode()


def _mail(wanted: SampleFile) -> bytes:
    message = EmailMessage()
    message["From"] = "Care home <care-home@example.org>"
    message["To"] = "Community occupational therapy <therapy@example.org>"
    message["Subject"] = wanted.title
    message["Date"] = format_datetime(datetime.combine(wanted.day, time(9, 30), UTC))
    message["Message-ID"] = f"<sample-{wanted.day:%Y%m%d}@example.org>"
    message.set_content("\n".join((*wanted.lines, "", INVENTED)) + "\n")
    return bytes(message)


_DOCX_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_DOCX_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
_DOCX_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _word(wanted: SampleFile) -> bytes:
    """The least that Word opens: one part with the paragraphs."""
    bold, plain = "<w:rPr><w:b/></w:rPr>", ""
    runs = [(wanted.title, bold), (long_day(wanted.day), plain), *((line, plain) for line in wanted.lines)]
    body = "".join(
        f'<w:p><w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        for text, style in (*runs, (INVENTED, plain))
    )
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_DOCX_NAMESPACE}">'
        f"<w:body>{body}</w:body></w:document>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in (
            ("[Content_Types].xml", _DOCX_TYPES),
            ("_rels/.rels", _DOCX_RELATIONS),
            ("word/document.xml", document),
        ):
            # A ZipInfo made by hand has a fixed time and the same attributes on every system.
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            archive.writestr(part, text)
    return buffer.getvalue()


MAKERS: dict[str, Callable[[SampleFile], bytes]] = {
    "certificate": _certificate,
    "sheet": _sheet,
    "text": _text,
    "mail": _mail,
    "word": _word,
}
"""Everything but pictures, by what a description calls it."""
