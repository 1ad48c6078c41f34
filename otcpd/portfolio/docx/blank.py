"""An empty Word document with our styles and nothing else in it.

python-docx's own template brings a preview picture, forty styles, the name of its maker and the word
processor it was made with; all of that would travel with the profile.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from docx.document import Document

from otcpd.portfolio.docx.styles import FONT, LANGUAGE, WORDS_NAMESPACE, styles_xml, twips
from otcpd.portfolio.pdf.style import BOTTOM, FOOTER_TEXT, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TOP

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEADER_TOP = 36.0
_FOOTER_BOTTOM = FOOTER_TEXT - 4.0

_PARTS = ("styles", "settings", "numbering", "fontTable")
"""Parts beside the document itself: so their files, their types and their relationships are named."""

_DOCUMENT = (
    f'<w:document xmlns:w="{WORDS_NAMESPACE}" xmlns:r="{_OFFICE}"><w:body><w:sectPr>'
    f'<w:pgSz w:w="{twips(PAGE_WIDTH)}" w:h="{twips(PAGE_HEIGHT)}"/>'
    f'<w:pgMar w:top="{twips(TOP)}" w:right="{twips(MARGIN)}" w:bottom="{twips(BOTTOM)}" w:left="{twips(MARGIN)}" '
    f'w:header="{twips(_HEADER_TOP)}" w:footer="{twips(_FOOTER_BOTTOM)}" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)
# Without the compatibility mode Word opens the document as one of 2007 and says so in the title bar.
_SETTINGS = (
    f'<w:settings xmlns:w="{WORDS_NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
_NUMBERING = (
    f'<w:numbering xmlns:w="{WORDS_NAMESPACE}"><w:abstractNum w:abstractNumId="0">'
    '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_FONT_TABLE = (
    f'<w:fonts xmlns:w="{WORDS_NAMESPACE}"><w:font w:name="{FONT}"><w:altName w:val="Liberation Sans"/>'
    '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)


def blank_document() -> Document:
    """A4, with margins, styles, language and a list with dots; no text and no properties."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, xml in _files().items():
            package.writestr(zipfile.ZipInfo(name), _HEAD + xml)
    target.seek(0)
    return docx.Document(target)


def _files() -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            {
                f"{_OFFICE}/officeDocument": "word/document.xml",
                f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
            }
        ),
        "docProps/core.xml": _CORE,
        "word/document.xml": _DOCUMENT,
        "word/_rels/document.xml.rels": _relationships({f"{_OFFICE}/{name}": f"{name}.xml" for name in _PARTS}),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": _SETTINGS,
        "word/numbering.xml": _NUMBERING,
        "word/fontTable.xml": _FONT_TABLE,
    }


def _content_types() -> str:
    overrides = {
        "word/document.xml": f"{_WORD_TYPE}.document.main+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"word/{name}.xml": f"{_WORD_TYPE}.{name}+xml" for name in _PARTS},
    }
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
        + "</Types>"
    )


def _relationships(targets: dict[str, str]) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(targets.items(), start=1)
        )
        + "</Relationships>"
    )
