"""The table in a PDF that says which text each code of a font stands for."""

from __future__ import annotations

from collections.abc import Sequence

_MOST_AT_ONCE = 100
"""Lines in one block of the table (Adobe Technical Note 5014, section 6.4)."""

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def to_unicode(texts: Sequence[str]) -> str:
    """The table for a font of one byte per character: `texts` has the text of code 0, 1, 2 …, "" for none."""
    lines = [f"<{code:02X}> <{_utf_16(text)}>" for code, text in enumerate(texts) if text]
    blocks = [lines[start : start + _MOST_AT_ONCE] for start in range(0, len(lines), _MOST_AT_ONCE)]
    middle = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return f"{_HEAD}\n{middle}\n{_TAIL}"


def _utf_16(text: str) -> str:
    """`text` in hexadecimal; what lies beyond U+FFFF as a pair."""
    return text.encode("utf-16-be").hex().upper()
