"""Content streams: what they draw and with what, and the same drawing without anything else."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Name,
    Object,
    Page,
    PdfError,
    String,
    parse_content_stream,
    unparse_content_stream,
)

_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_MARKING = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})
_TOLD = "q Q Do Tf Tr gs sh scn SCN BI ID EI " + " ".join(sorted(_SHOWING | _MARKING))
_UNSEEN = 3
"""The text rendering mode that paints nothing."""

_PACKED_PICTURES = (b"/DCT", b"/JPX")
_HEAD = 400
"""Bytes of an inline picture within which its entries are."""

Instruction = ContentStreamInstruction | ContentStreamInlineImage


@dataclass(slots=True)
class Reading:
    """What a content stream does. Names are those of its resources, with their slash.

    `shown`: strings shown, by font, and `lengths`: bytes of them, each time counted; text without any
    font counts under "". `drawn` and `patterns`: how often each is. `marked`: it has marked content, of
    which `layered` is optional. `uneven`: it leaves graphics states open or closes more than it opened.
    `packed`: an inline picture that may carry words of its own.
    """

    shown: dict[str, set[bytes]] = field(default_factory=dict)
    lengths: Counter[str] = field(default_factory=Counter)
    drawn: Counter[str] = field(default_factory=Counter)
    patterns: Counter[str] = field(default_factory=Counter)
    states: set[str] = field(default_factory=set)
    shadings: set[str] = field(default_factory=set)
    seen_text: bool = False
    unseen_text: bool = False
    marked: bool = False
    layered: bool = False
    uneven: bool = False
    packed: bool = False


def _instructions(content: Object | Page, operators: str = "") -> list[Instruction]:
    """Raises PdfError for a stream that cannot be parsed to its end."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            return parse_content_stream(content, operators)
        except UserWarning as warning:
            raise PdfError(str(warning)) from warning


def read_content(content: Object | Page) -> Reading:
    """Read a page or a stream. Raises PdfError if it cannot be parsed to its end."""
    reader = _Reader()
    for instruction in _instructions(content, _TOLD):
        reader.take(instruction)
    return reader.finish()


class _Reader:
    """Follows the few parts of the graphics state that matter here."""

    def __init__(self) -> None:
        self._reading = Reading()
        self._font, self._mode = "", 0
        self._saved: list[tuple[str, int]] = []

    def take(self, instruction: Instruction) -> None:
        operator, operands = str(instruction.operator), instruction.operands
        if isinstance(instruction, ContentStreamInlineImage):
            self._picture(instruction)
        elif operator == "q":
            self._saved.append((self._font, self._mode))
        elif operator == "Q":
            self._restore()
        elif operator in _SHOWING:
            self._show(operands[-1] if operands else None)
        elif operator in _MARKING:
            self._reading.marked = True
            self._reading.layered |= operator == "BDC" and bool(operands) and operands[0] == Name.OC
        elif operands:
            self._name(operator, list(operands))

    def finish(self) -> Reading:
        self._reading.uneven |= bool(self._saved)
        return self._reading

    def _restore(self) -> None:
        if self._saved:
            self._font, self._mode = self._saved.pop()
        else:
            self._reading.uneven = True

    def _show(self, operand: object) -> None:
        parts = list(operand) if isinstance(operand, Array) else [operand]
        strings = [bytes(part) for part in parts if isinstance(part, String)]
        length = sum(map(len, strings))
        if not length:
            return
        self._reading.shown.setdefault(self._font, set()).update(strings)
        self._reading.lengths[self._font] += length
        if self._mode == _UNSEEN:
            self._reading.unseen_text = True
        else:
            self._reading.seen_text = True

    def _name(self, operator: str, operands: Sequence[object]) -> None:
        if operator == "Tr":
            self._mode = operands[-1] if isinstance(operands[-1], int) else 0
            return
        value = operands[0 if operator == "Tf" else -1]
        if not isinstance(value, Name):
            return
        name = str(value)
        if operator == "Tf":
            self._font = name
        elif operator == "Do":
            self._reading.drawn[name] += 1
        elif operator == "gs":
            self._reading.states.add(name)
        elif operator == "sh":
            self._reading.shadings.add(name)
        else:
            self._reading.patterns[name] += 1

    def _picture(self, instruction: ContentStreamInlineImage) -> None:
        head = unparse_content_stream([instruction])[:_HEAD]
        self._reading.packed |= any(each in head for each in _PACKED_PICTURES)


def cleaned_content(content: Object | Page, *, without_text: bool = False) -> bytes:
    """The same drawing without marked content (which may carry words of its own) and comments, and
    with every graphics state closed that it opens; `without_text`: also without any text.

    Raises PdfError if it cannot be parsed to its end.
    """
    dropped = _MARKING | (_SHOWING if without_text else frozenset())
    kept: list[Instruction] = []
    depth = 0
    for instruction in _instructions(content):
        operator = str(instruction.operator)
        if operator in dropped:
            continue
        if operator == "q":
            depth += 1
        elif operator == "Q":
            if not depth:
                continue
            depth -= 1
        kept.append(instruction)
    return unparse_content_stream(kept) + b"\nQ" * depth
