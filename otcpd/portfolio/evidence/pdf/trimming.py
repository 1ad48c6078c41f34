"""Bringing what a page draws into a form that may leave: no more than what is drawn."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Sequence

from pikepdf import Dictionary, Name, Object, Page, Pdf, Stream

from otcpd.portfolio.evidence.pdf.content import cleaned_content
from otcpd.portfolio.evidence.pdf.survey import Scope
from otcpd.portfolio.evidence.pdf.text_layer import FONT, TextLayers, Word


def trim(pdf: Pdf, scope: Scope) -> bool:
    """Write anew what is not clean in the streams of `scope` and all below it, and let their resources
    hold nothing that they do not draw. Says whether anything was changed. Raises PdfError.
    """
    changed = False
    for each in scope.all():
        changed |= _trim_resources(each)
        if each.rewrite:
            _put(pdf, each.content, cleaned_content(each.content))
            each.rewrite = False
            changed = True
    return changed


def set_words(pdf: Pdf, scope: Scope, words: Sequence[Word], layers: TextLayers, matrix: Sequence[float]) -> None:
    """Let `words` take the place of all text of a page, under what it draws. Raises PdfError.

    `matrix` leads from points of the upright page to the page's own space.
    """
    text = layers.content(words)
    drawing = cleaned_content(scope.content, without_text=True)
    if text:
        turned = " ".join(f"{value:.6f}" for value in matrix).encode("ascii")
        drawing = b"q " + turned + b" cm\n" + text + b"Q q\n" + drawing + b"\nQ"
    _put(pdf, scope.content, drawing)
    if scope.holder is not None:
        resources = _copied(scope.resources)
        resources[Name.Font] = Dictionary({FONT: layers.font})
        scope.holder[Name.Resources] = scope.resources = resources
    scope.rewrite = False


def _put(pdf: Pdf, content: Object | Page, data: bytes) -> None:
    packed = zlib.compress(data)
    if isinstance(content, Page):
        content.obj[Name.Contents] = pdf.make_stream(packed, Filter=Name.FlateDecode)
    elif isinstance(content, Stream):
        content.write(packed, filter=Name.FlateDecode)


def _trim_resources(scope: Scope) -> bool:
    resources, holder = scope.resources, scope.holder
    if resources is None or holder is None:
        return False
    wanted = ((Name.XObject, scope.reading.drawn.keys()), (Name.Pattern, scope.reading.patterns))
    surplus = [(key, used) for key, used in wanted if _has_more(resources.get(key), used)]
    if not surplus and Name.Properties not in resources:
        return False
    # The same resources often serve other pages, so they are not touched.
    trimmed = _copied(resources)
    if Name.Properties in trimmed:
        del trimmed[Name.Properties]
    for key, used in surplus:
        trimmed[key] = Dictionary({name: value for name, value in resources[key].items() if name in used})
    holder[Name.Resources] = scope.resources = trimmed
    return True


def _has_more(listed: Object | None, used: Collection[str]) -> bool:
    return isinstance(listed, Dictionary) and any(name not in used for name, _ in listed.items())


def _copied(resources: Dictionary | None) -> Dictionary:
    return Dictionary(dict(resources.items())) if resources is not None else Dictionary()
