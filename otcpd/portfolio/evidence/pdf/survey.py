"""Looking at what a page draws, through all forms, patterns and fonts, before anything of it is used."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, PdfError, Stream

from otcpd.portfolio.evidence.pdf.cleaning import Bomb, filters_of, weigh
from otcpd.portfolio.evidence.pdf.content import Reading, read_content
from otcpd.portfolio.evidence.pdf.fonts import FontBook
from otcpd.portfolio.evidence.pdf.grammar import FILTERS

_DEEPEST = 10
"""Forms within forms; checkers and readers stop not far beyond."""

MOST_DRAWN = 1_000_000
"""Forms and pictures that one page may draw, counted as often as they are drawn."""

LONGEST_READ = 32_000_000
"""Bytes of a content stream that is read; a longer one is drawn as a picture at once."""

LONGEST_REWRITTEN = 6_000_000
"""The same for one that must be written anew: its instructions are all in memory then."""

_PICTURE_OR_FORM = (Name.Image, Name.Form)


@dataclass(slots=True, eq=False)
class Scope:
    """A content stream and the resources it draws with.

    `holder`: what has these resources, if it is of this scope alone. `odd`: it would not look the same,
    or not be safe, in another document; `unread`: its stream cannot be read in full. `below`: the scopes
    it draws. `fine_fonts`: all its text has shapes and characters. `draws`: forms and pictures, with
    those of the scopes below. `rewrite`: its stream must be written anew to be clean.
    """

    content: Object | Page
    resources: Dictionary | None
    holder: Object | None
    reading: Reading = field(default_factory=Reading)
    below: list[Scope] = field(default_factory=list)
    images: set[tuple[int, int]] = field(default_factory=set)
    odd: bool = False
    unread: bool = False
    layered: bool = False
    fine_fonts: bool = True
    rewrite: bool = False
    draws: int = 1

    def all(self) -> Iterator[Scope]:
        """This scope and all below it, each once."""
        seen: set[int] = set()
        pending = [self]
        while pending:
            scope = pending.pop()
            if id(scope) not in seen:
                seen.add(id(scope))
                yield scope
                pending += scope.below


class Surveyor:
    """Looks at the pages of one document. What several pages share is looked at once.

    `damaged`: the file needed repair while it was read.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._fonts = FontBook()
        self._known: dict[tuple[int, int], Scope] = {}
        self._open: set[tuple[int, int]] = set()
        self.damaged = False

    def page(self, page: Page) -> Scope:
        """All that `page` draws. Raises Bomb."""
        resources = page.obj.get(Name.Resources)
        scope = Scope(page, resources if isinstance(resources, Dictionary) else None, page.obj)
        contents = page.obj.get(Name.Contents)
        streams = list(contents) if isinstance(contents, Array) else [] if contents is None else [contents]
        self._fill(scope, streams, depth=0)
        return scope

    def _fill(self, scope: Scope, streams: list[Object], depth: int) -> None:
        scope.unread = depth > _DEEPEST or not self._read(scope, streams)
        if scope.unread:
            scope.odd = True
            return
        reading = scope.reading
        scope.layered = reading.layered
        scope.odd |= reading.packed
        scope.rewrite |= reading.marked or reading.uneven
        self._look_at_fonts(scope, depth)
        self._look_at_drawn(scope, depth)
        self._look_at_states(scope, depth)
        for name, times in reading.patterns.items():
            pattern = self._entry(scope, Name.Pattern, name)
            if isinstance(pattern, Stream):
                self._go_down(scope, pattern, pattern, depth, times)
        if scope.draws > MOST_DRAWN:
            raise Bomb

    def _read(self, scope: Scope, streams: list[Object]) -> bool:
        """Read the stream or streams of a scope; False if that cannot be done in full. Raises Bomb."""
        size, comments = 0, False
        try:
            for stream in streams:
                if not isinstance(stream, Stream) or not FILTERS.issuperset(filters_of(stream)) or Name.F in stream:
                    return False
                weigh(stream)
                data = stream.read_bytes()
                size, comments = size + len(data), comments or b"%" in data
            self.take_warnings()
            if size > LONGEST_READ:
                return False
            scope.reading = read_content(scope.content) if streams else Reading()
        except (PdfError, zlib.error, TypeError):
            return False
        scope.rewrite = comments
        needs = comments or scope.reading.marked or scope.reading.uneven
        return not self.take_warnings() and not (needs and size > LONGEST_REWRITTEN)

    def take_warnings(self) -> bool:
        """Whether reading went wrong somewhere since the last time this was asked."""
        warned = bool(self._pdf.get_warnings())
        self.damaged |= warned
        return warned

    def _go_down(self, scope: Scope, stream: Stream, holder: Object, depth: int, times: int = 1) -> None:
        key = stream.objgen
        if key in self._open:
            scope.odd = True  # it draws itself
            return
        below = self._known.get(key)
        if below is None:
            resources = holder.get(Name.Resources)
            below = Scope(stream, resources if isinstance(resources, Dictionary) else None, None)
            if holder is stream:
                below.holder = holder
            elif below.resources is not None and Name.Properties in below.resources:
                below.odd = True  # all glyphs of the font share them: they cannot be trimmed for one
            self._open.add(key)
            self._fill(below, [stream], depth + 1)
            self._open.discard(key)
            self._known[key] = below
        if below.resources is None and _needs_resources(below.reading):
            scope.odd = True  # it would take those of the page, which are others where it goes
        scope.below.append(below)
        scope.draws += below.draws * times

    def _look_at_fonts(self, scope: Scope, depth: int) -> None:
        for name, strings in scope.reading.shown.items():
            font = self._entry(scope, Name.Font, name) if name else None
            if not isinstance(font, Dictionary):
                scope.fine_fonts = False
                continue
            judgement = self._fonts.judge(font)
            scope.fine_fonts &= judgement.shows_all(strings)
            drawings = font.get(Name.CharProcs)
            if judgement.drawn and isinstance(drawings, Dictionary):
                before = len(scope.below)
                for _, drawing in drawings.items():
                    if isinstance(drawing, Stream):
                        self._go_down(scope, drawing, font, depth, 0)
                # Which glyphs are shown how often is not worth finding out: it is the depth that multiplies.
                heaviest = max((each.draws for each in scope.below[before:]), default=0)
                scope.draws += scope.reading.lengths[name] * heaviest

    def _look_at_drawn(self, scope: Scope, depth: int) -> None:
        for name, times in scope.reading.drawn.items():
            drawn = self._entry(scope, Name.XObject, name)
            if not isinstance(drawn, Stream):
                continue
            scope.layered |= Name.OC in drawn
            kind = drawn.get(Name.Subtype)
            if kind == Name.Form:
                self._go_down(scope, drawn, drawn, depth, times)
            else:
                scope.odd |= kind not in _PICTURE_OR_FORM
                scope.images.add(drawn.objgen)
                scope.draws += times

    def _look_at_states(self, scope: Scope, depth: int) -> None:
        for name in scope.reading.states:
            state = self._entry(scope, Name.ExtGState, name)
            if not isinstance(state, Dictionary):
                continue
            scope.odd |= Name.Font in state
            mask = state.get(Name.SMask)
            group = mask.get(Name.G) if isinstance(mask, Dictionary) else None
            if isinstance(group, Stream):
                self._go_down(scope, group, group, depth)

    def _entry(self, scope: Scope, category: Name, name: str) -> Object | None:
        listed = scope.resources.get(category) if scope.resources is not None else None
        return listed.get(name) if isinstance(listed, Dictionary) else None


def _needs_resources(reading: Reading) -> bool:
    return bool(reading.shown or reading.drawn or reading.states or reading.patterns or reading.shadings)
