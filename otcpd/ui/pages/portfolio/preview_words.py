"""What the preview of the profile says."""

from __future__ import annotations

from otcpd.domain.sizes import size_in_words
from otcpd.domain.words import counted

TITLE = "Your profile as it will look"
PREVIEW = "Preview"
DRAWING = "Drawing the pages"
ONLY_LOOKING = "This is only a preview."
STOP = "Stop the preview"
CLOSE = "Close the preview"
AGAIN = "Draw it again"
NOT_DRAWN = "The pages were not drawn"
CHANGED = "You have changed something since these pages were drawn."
PDF_NAME = "profile.pdf"


def fact(pages: int, size: int, listed_only: int) -> str:
    """ "17 pages, 2.1 MB. This is only a preview." `listed_only` files stand in the index without pages."""
    without = f" {counted(listed_only, 'file')} of your evidence can only be listed." if listed_only else ""
    return f"{counted(pages, 'page')}, {size_in_words(size)}.{without} {ONLY_LOOKING}"
