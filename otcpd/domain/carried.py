"""How a profile PDF carries its own data: what the attachment is called, and how pages of evidence are marked.

Whoever writes profiles and whoever reads them back share nothing else.
"""

from __future__ import annotations

import re

DATA_NAME = "otcpd-profile.json"
"""The file name of the attached data."""

PAGES = "pages"
WORDS = "words"
"""Fields of a piece of evidence that only the attached data has: how many pages of it the profile shows,
or the lines of text that it shows instead, an empty one where it leaves a space."""

_MARK = re.compile(r"/E([1-9][0-9]{0,5})p([1-9][0-9]{0,5})")


def page_mark(number: int, page: int) -> str:
    """The resource name of the form that draws a page of evidence: "/E3p2" is the second page of E3."""
    return f"/E{number}p{page}"


def marked_page(name: str) -> tuple[int, int] | None:
    """The number of the piece and of its page, from 1, that a resource name stands for; None for other names."""
    found = _MARK.fullmatch(name)
    return (int(found[1]), int(found[2])) if found else None
