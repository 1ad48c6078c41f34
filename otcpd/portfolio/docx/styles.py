"""The look of the Word copy: that of the PDF (`pdf/style.py`), as styles a person can change in one place."""

from __future__ import annotations

from dataclasses import dataclass

from otcpd.portfolio.pdf.style import (
    ACCENT,
    BODY,
    BODY_QUIET,
    CELL,
    CELL_HEAD,
    FIGURE,
    FOOTER,
    LEAD,
    LINE,
    NOTE,
    PART,
    SECTION,
    STRONG_LINE,
    SUBTITLE,
    SUNKEN,
    TITLE,
    WIDTH,
    TextStyle,
)

FONT = "Arial"
"""On every Windows and Mac; elsewhere replaced by Liberation Sans, whose letters are as wide (decision 0014)."""

LANGUAGE = "en-GB"

CELL_PADDING = 4.4
"""Room above and below the text of a row, in points."""

NORMAL, TABLE_TEXT, TABLE_HEAD = "Normal", "Table Text", "Table Head"
HEADING, SECTION_HEADING, TITLE_STYLE, SUBTITLE_STYLE = "heading 1", "heading 2", "Title", "Subtitle"
LEAD_STYLE, NOTE_STYLE, FIGURE_STYLE = "Profile Lead", "Profile Note", "Profile Figure"
CONTENTS_STYLE, BULLET, SIGNATURE, BAR, FOOTER_STYLE = (
    "Profile Contents",
    "List Bullet",
    "Profile Signature",
    "Profile Bar",
    "footer",
)
FACT_LABEL, FACT, STRONG = "Profile Fact Label", "Profile Fact", "Strong"
FACTS_TABLE, LIST_TABLE, TOTALS_TABLE = "Profile Facts", "Profile Table", "Profile Totals"

WORDS_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_PARAGRAPH_GAP = 7.3
_BULLET_INDENT = 14.0
_CELL_GAP = 6.0
_BAR_WIDTH, _BAR_HEIGHT = 47.0, 5.0
_ENTRY_INDENT = 52.0
_DATE_FIELD, _SIGNATURE_END = 330.0, 300.0


def twips(points: float) -> int:
    """Points in Word's measure, twentieths of a point."""
    return round(points * 20)


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style. `before` and `after` are in points; `keep` holds a paragraph to the next one.

    `early` and `late` are further properties as XML, before and after those for spacing; `level` is that of a
    heading, from 0.
    """

    name: str
    text: TextStyle
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    early: str = ""
    late: str = ""
    level: int | None = None

    def xml(self) -> str:
        keep = "<w:keepNext/><w:keepLines/>" if self.keep else ""
        level = "" if self.level is None else f'<w:outlineLvl w:val="{self.level}"/>'
        own = "" if self.name in _BUILT_IN else ' w:customStyle="1"'
        default = ' w:default="1"' if self.name == NORMAL else ""
        above = "" if self.name == NORMAL else '<w:basedOn w:val="Normal"/>'
        following = f'<w:next w:val="{style_id(NORMAL)}"/>' if self.level is not None else ""
        return (
            f'<w:style w:type="paragraph"{own}{default} w:styleId="{style_id(self.name)}"><w:name w:val="{self.name}"/>'
            f"{above}{following}<w:qFormat/><w:pPr>{keep}{self.early}{self._spacing}{self.late}{level}</w:pPr>"
            f"<w:rPr>{text_properties(self.text)}</w:rPr></w:style>"
        )

    @property
    def _spacing(self) -> str:
        # At least, not exactly: letters that are taller than ours are not cut off.
        return (
            f'<w:spacing w:before="{twips(self.before)}" w:after="{twips(self.after)}"'
            f' w:line="{twips(self.text.leading)}" w:lineRule="atLeast"/>'
        )


def style_id(name: str) -> str:
    """The id that Word gives a style of this name."""
    joined = name.replace(" ", "")
    return f"{joined[0].upper()}{joined[1:]}"


def colour(value: str) -> str:
    """ "#1D2320" as Word writes it."""
    return value.removeprefix("#")


def text_properties(style: TextStyle) -> str:
    """Weight, colour and size, for Latin letters and for those that Word calls complex."""
    # "0" too: a style may be based on one that is bold.
    weight = "1" if style.bold else "0"
    size = round(style.size * 2)
    return (
        f'<w:b w:val="{weight}"/><w:bCs w:val="{weight}"/><w:color w:val="{colour(style.colour)}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def border(side: str, line: str, points: float, space: int = 0) -> str:
    """One side of a border, so many points thick, with `space` points between it and the text."""
    return f'<w:{side} w:val="single" w:sz="{round(points * 8)}" w:space="{space}" w:color="{colour(line)}"/>'


_BUILT_IN = frozenset({NORMAL, TITLE_STYLE, SUBTITLE_STYLE, HEADING, SECTION_HEADING, BULLET, FOOTER_STYLE})

_PARAGRAPH_STYLES = (
    _Style(NORMAL, BODY, after=_PARAGRAPH_GAP),
    _Style(TITLE_STYLE, TITLE, before=4.0, after=2.0, keep=True),
    _Style(SUBTITLE_STYLE, SUBTITLE, after=18.0, keep=True),
    _Style(HEADING, PART, before=24.0, after=3.0, keep=True, level=0),
    _Style(SECTION_HEADING, SECTION, before=20.0, after=5.0, keep=True, level=1),
    _Style(LEAD_STYLE, LEAD, after=12.0, keep=True),
    _Style(NOTE_STYLE, NOTE, after=6.0),
    _Style(FIGURE_STYLE, FIGURE, before=12.0, keep=True),
    _Style(
        CONTENTS_STYLE,
        BODY,
        before=CELL_PADDING,
        early=f"<w:pBdr>{border('bottom', LINE, 0.5, 4)}{border('between', LINE, 0.5, 4)}</w:pBdr>"
        f'<w:tabs><w:tab w:val="left" w:pos="{twips(_ENTRY_INDENT)}"/></w:tabs>',
        late=f'<w:ind w:left="{twips(_ENTRY_INDENT)}" w:hanging="{twips(_ENTRY_INDENT)}"/>',
    ),
    _Style(
        BULLET,
        BODY,
        after=4.0,
        early='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        late=f'<w:ind w:left="{twips(_BULLET_INDENT)}" w:hanging="{twips(_BULLET_INDENT)}"/>',
    ),
    _Style(
        SIGNATURE,
        TextStyle(BODY.size, BODY.leading, NOTE.colour),
        before=44.0,
        early="<w:tabs>"
        + "".join(
            f'<w:tab w:val="left"{leader} w:pos="{twips(place)}"/>'
            for leader, place in (
                (' w:leader="underscore"', _SIGNATURE_END),
                ("", _DATE_FIELD),
                (' w:leader="underscore"', WIDTH),
            )
        )
        + "</w:tabs>",
    ),
    _Style(
        BAR,
        TextStyle(1.0, 1.0),
        early=f"<w:pBdr>{border('top', ACCENT, _BAR_HEIGHT)}</w:pBdr>",
        late=f'<w:ind w:right="{twips(WIDTH - _BAR_WIDTH)}"/>',
    ),
    _Style(
        FOOTER_STYLE,
        FOOTER,
        early=f"<w:pBdr>{border('top', STRONG_LINE, 0.5, 8)}</w:pBdr>"
        f'<w:tabs><w:tab w:val="center" w:pos="{twips(WIDTH / 2)}"/>'
        f'<w:tab w:val="right" w:pos="{twips(WIDTH)}"/></w:tabs>',
    ),
    _Style(FACT_LABEL, BODY_QUIET),
    _Style(FACT, BODY),
    _Style(TABLE_TEXT, CELL),
    _Style(TABLE_HEAD, CELL_HEAD, keep=True),
)


def styles_xml() -> str:
    """All styles of the document, and what holds where no style says otherwise."""
    return (
        f'<w:styles xmlns:w="{WORDS_NAMESPACE}">'
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" '
        f'w:cs="{FONT}"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f"{''.join(style.xml() for style in _PARAGRAPH_STYLES)}"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f'<w:style w:type="character" w:styleId="{style_id(STRONG)}"><w:name w:val="{STRONG}"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        f"{_table_style(FACTS_TABLE, 2.4, SUNKEN)}{_table_style(TOTALS_TABLE, 1.8, LINE)}"
        f"{_table_style(LIST_TABLE, CELL_PADDING, LINE)}</w:styles>"
    )


def _table_style(name: str, padding: float, line: str) -> str:
    """A table with hairlines below its rows, and with `padding` points above and below their text."""
    borders = f"<w:tblBorders>{border('bottom', line, 0.5)}{border('insideH', line, 0.5)}</w:tblBorders>"
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{borders}<w:tblCellMar>'
        f'<w:top w:w="{twips(padding)}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="{twips(padding)}" w:type="dxa"/><w:right w:w="{twips(_CELL_GAP)}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
