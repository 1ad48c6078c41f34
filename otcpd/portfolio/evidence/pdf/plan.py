"""How each page of a PDF is to be shown: as it is, with its words set anew, or as a picture."""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Dictionary, Name, Page, Pdf

from otcpd.portfolio.evidence.pdf.annotations import OnPage
from otcpd.portfolio.evidence.pdf.frame import Framing, framing_of
from otcpd.portfolio.evidence.pdf.survey import Scope, Surveyor
from otcpd.portfolio.evidence.pdf.values import PDF_ERRORS

_MOST_DRAWN = 20_000
"""Forms and pictures that a page may draw to have its words read out."""

_MOST_TEXT = 200_000
"""The same for bytes of text: a page of a newspaper has 20,000 characters."""


@dataclass(slots=True)
class PagePlan:
    """What is to become of page `index`.

    `picture`: it is drawn as one; `words`: with its words to be found under it; `fields`: with parts of
    forms that are still to be drawn; `doubtful`: if nothing is to be seen then, it could not be shown.
    `scan`: its words are behind a picture already, and are set anew. `mixed`: other words than those of a scan
    are there without being painted, as far as can be told. `heavy`: reading its words would take too long.
    """

    index: int
    framing: Framing
    scope: Scope
    picture: bool
    words: bool
    fields: bool
    doubtful: bool
    scan: bool
    mixed: bool
    heavy: bool


class Planner:
    """Plans page after page of one document."""

    def __init__(self, pdf: Pdf, on_pages: dict[int, OnPage]) -> None:
        self.surveyor = Surveyor(pdf)
        self._on_pages = on_pages
        self._layers_hide = _layers_hide(pdf)

    def plan(self, index: int, page: Page) -> PagePlan:
        """What is to become of a page. Raises PageTooLarge or Bomb."""
        framing = framing_of(page)
        scope = self._looked_at(page)
        scopes = list(scope.all())
        on_page = self._on_pages.get(index, OnPage())
        layered = any(each.layered for each in scopes)
        scan = _is_scan(scope, scopes)
        # Drawings and layers may cover what could still be read below: what one sees is what leaves.
        return PagePlan(
            index,
            framing,
            scope,
            picture=layered
            or on_page.drawn
            or on_page.fields
            or any(each.odd for each in scopes)
            or not (scan or all(each.fine_fonts for each in scopes)),
            words=not on_page.drawn and not ((layered or scope.unread) and self._layers_hide),
            fields=on_page.fields,
            doubtful=any(each.unread for each in scopes),
            scan=scan,
            mixed=not scan and any(each.unread or each.reading.unseen_text for each in scopes),
            heavy=scope.draws > _MOST_DRAWN or sum(each.reading.lengths.total() for each in scopes) > _MOST_TEXT,
        )

    def _looked_at(self, page: Page) -> Scope:
        try:
            return self.surveyor.page(page)
        except PDF_ERRORS:
            return Scope(page, None, None, odd=True, unread=True)


def _is_scan(scope: Scope, scopes: list[Scope]) -> bool:
    """Whether all text of a page is unseen, and its own: what text recognition puts behind a scan."""
    reading = scope.reading
    return reading.unseen_text and not reading.seen_text and not any(each.reading.shown for each in scopes[1:])


def _layers_hide(pdf: Pdf) -> bool:
    """Whether any optional content may be out of sight (PDF 1.7, 8.11.4), as far as can be told."""
    properties = pdf.Root.get(Name.OCProperties)
    if properties is None:
        return False
    usual = properties.get(Name.D) if isinstance(properties, Dictionary) else None
    if not isinstance(usual, Dictionary):
        return True
    return any(key in usual for key in (Name.OFF, Name.AS)) or usual.get(Name.BaseState, Name.ON) != Name.ON
