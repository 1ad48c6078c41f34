"""What page content may consist of: each kind of object, the entries it may have, what they lead to.

Everything that is not here is left out of a profile: metadata, private data of programs, attachments,
thumbnails, other files, actions, links into the rest of the document (PDF 1.7, chapters 8 and 9).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """A kind of object, as the place that leads to it says. A PLAIN one has no objects below it."""

    PLAIN = "plain"
    RESOURCES = "resources"
    CONTENT = "content"
    DATA = "data"
    XOBJECT = "xobject"
    FORM = "form"
    IMAGE = "image"
    GROUP = "group"
    FONT = "font"
    DESCRIPTOR = "descriptor"
    PROGRAM = "program"
    ENCODING = "encoding"
    SYSTEM = "system"
    COLOURS = "colours"
    PROCESS = "process"
    FUNCTION = "function"
    PATTERN = "pattern"
    SHADING = "shading"
    STATE = "state"
    MASK = "mask"
    PARAMETERS = "parameters"
    XOBJECTS = "xobjects"
    FONTS = "fonts"
    SPACES = "spaces"
    PATTERNS = "patterns"
    SHADINGS = "shadings"
    STATES = "states"
    GLYPHS = "glyphs"


COLLECTIONS: Mapping[Kind, Kind] = {
    Kind.XOBJECTS: Kind.XOBJECT,
    Kind.FONTS: Kind.FONT,
    Kind.SPACES: Kind.COLOURS,
    Kind.PATTERNS: Kind.PATTERN,
    Kind.SHADINGS: Kind.SHADING,
    Kind.STATES: Kind.STATE,
    Kind.GLYPHS: Kind.CONTENT,
}
"""Dictionaries of any keys, and what all of them lead to."""

FILTERS = frozenset(
    {
        "/FlateDecode",
        "/Fl",
        "/LZWDecode",
        "/LZW",
        "/ASCII85Decode",
        "/A85",
        "/ASCIIHexDecode",
        "/AHx",
        "/RunLengthDecode",
        "/RL",
        "/CCITTFaxDecode",
        "/CCF",
        "/DCTDecode",
        "/DCT",
        "/JPXDecode",
        "/JBIG2Decode",
    }
)
"""How a stream may be packed (PDF 1.7, table 6): nothing encrypted on its own, nothing unknown."""


def _plain(keys: str) -> dict[str, Kind]:
    return {f"/{key}": Kind.PLAIN for key in keys.split()}


STREAM: Mapping[str, Kind] = {**_plain("Length Filter"), "/DecodeParms": Kind.PARAMETERS, "/DP": Kind.PARAMETERS}

_FUNCTION = {
    **_plain("FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds"),
    "/Functions": Kind.FUNCTION,
}

ENTRIES: Mapping[Kind, Mapping[str, Kind]] = {
    Kind.CONTENT: {},
    Kind.DATA: {},
    Kind.RESOURCES: {
        "/XObject": Kind.XOBJECTS,
        "/Font": Kind.FONTS,
        "/ColorSpace": Kind.SPACES,
        "/Pattern": Kind.PATTERNS,
        "/Shading": Kind.SHADINGS,
        "/ExtGState": Kind.STATES,
        "/ProcSet": Kind.PLAIN,
    },
    Kind.FORM: {
        **_plain("Type Subtype Name FormType BBox Matrix"),
        "/Resources": Kind.RESOURCES,
        "/Group": Kind.GROUP,
    },
    Kind.IMAGE: {
        **_plain(
            "Type Subtype Name Width Height BitsPerComponent ImageMask Decode Interpolate Intent SMaskInData Matte"
        ),
        "/ColorSpace": Kind.COLOURS,
        "/Mask": Kind.IMAGE,
        "/SMask": Kind.IMAGE,
    },
    Kind.GROUP: {**_plain("Type S I K"), "/CS": Kind.COLOURS},
    Kind.FONT: {
        **_plain("Type Subtype Name BaseFont FirstChar LastChar Widths DW W DW2 W2 FontBBox FontMatrix"),
        "/FontDescriptor": Kind.DESCRIPTOR,
        "/Encoding": Kind.ENCODING,
        "/ToUnicode": Kind.ENCODING,
        "/DescendantFonts": Kind.FONT,
        "/CIDSystemInfo": Kind.SYSTEM,
        "/CIDToGIDMap": Kind.DATA,
        "/CharProcs": Kind.GLYPHS,
        "/Resources": Kind.RESOURCES,
    },
    Kind.DESCRIPTOR: {
        **_plain(
            "Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading"
            " CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth CharSet Lang"
        ),
        "/FontFile": Kind.PROGRAM,
        "/FontFile2": Kind.PROGRAM,
        "/FontFile3": Kind.PROGRAM,
        "/CIDSet": Kind.DATA,
    },
    Kind.PROGRAM: _plain("Subtype Length1 Length2 Length3"),
    Kind.ENCODING: {
        **_plain("Type BaseEncoding Differences CMapName WMode"),
        "/CIDSystemInfo": Kind.SYSTEM,
        "/UseCMap": Kind.ENCODING,
    },
    Kind.SYSTEM: _plain("Registry Ordering Supplement"),
    Kind.COLOURS: {
        **_FUNCTION,
        **_plain("N WhitePoint BlackPoint Gamma Matrix Subtype"),
        "/Alternate": Kind.COLOURS,
        "/Colorants": Kind.SPACES,
        "/Process": Kind.PROCESS,
    },
    Kind.PROCESS: {"/ColorSpace": Kind.COLOURS, "/Components": Kind.PLAIN},
    Kind.FUNCTION: _FUNCTION,
    Kind.PATTERN: {
        **_plain("Type PatternType PaintType TilingType BBox XStep YStep Matrix"),
        "/Resources": Kind.RESOURCES,
        "/Shading": Kind.SHADING,
        "/ExtGState": Kind.STATE,
    },
    Kind.SHADING: {
        **_plain(
            "ShadingType Background BBox AntiAlias Coords Domain Extend Matrix BitsPerCoordinate BitsPerComponent"
            " BitsPerFlag Decode VerticesPerRow"
        ),
        "/ColorSpace": Kind.COLOURS,
        "/Function": Kind.FUNCTION,
    },
    Kind.STATE: {
        **_plain("Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK UseBlackPtComp"),
        "/SMask": Kind.MASK,
        "/TR": Kind.FUNCTION,
        "/TR2": Kind.FUNCTION,
    },
    Kind.MASK: {**_plain("Type S BC"), "/G": Kind.FORM, "/TR": Kind.FUNCTION},
    Kind.PARAMETERS: {
        **_plain(
            "Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign Rows EndOfBlock"
            " BlackIs1 DamagedRowsBeforeError ColorTransform"
        ),
        "/JBIG2Globals": Kind.DATA,
    },
}
"""The entries of each kind of dictionary, and what kind they lead to; a stream also has those of STREAM."""
